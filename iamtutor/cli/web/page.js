// Runs before textual.js, which reads where to connect from the page when the page has loaded.
document.addEventListener("DOMContentLoaded", () => {
  const terminal = document.getElementById("terminal");
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  terminal.dataset.sessionWebsocketUrl = `${scheme}//${location.host}/ws`;
  const size = Number(new URLSearchParams(location.search).get("fontsize"));
  if (size >= 6 && size <= 64) terminal.dataset.fontSize = size;
  document.querySelector("#ended button").addEventListener("click", () => location.reload());
});
