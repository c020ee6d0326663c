"""The app in a browser: the page, who may connect, one process for each visitor, and a real browser that shows it."""

from __future__ import annotations

import asyncio
import base64
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import pytest

from iamtutor.cli import main
from iamtutor.cli.web_server import is_loopback

aiohttp = pytest.importorskip("aiohttp", reason="needs the extra serve")

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def served(home: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A running server and its address."""
    environment = {**os.environ, "IAMTUTOR_HOME": str(home), "TEXTUAL_ANIMATIONS": "none"}
    command = [sys.executable, "-m", "iamtutor", "serve", "--port", "0", "--lang", "en"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment)
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert found is not None, line + (process.stderr.read() if process.stderr else "")
        yield found[0], process
    finally:
        process.terminate()
        _, errors = process.communicate(timeout=20)
        assert (process.returncode, errors) == (0, "")


def children(process: subprocess.Popen[str]) -> list[str]:
    """The processes that a process has started and that still run."""
    listed = subprocess.run(
        ["ps", "-o", "pid=,stat=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False
    )
    return [line for line in listed.stdout.splitlines() if " Z" not in line]


async def gone(process: subprocess.Popen[str], but: int = 0, seconds: float = 20) -> bool:
    """Whether, but for so many, the processes that it has started end."""
    limit = time.monotonic() + seconds
    while len(children(process)) > but and time.monotonic() < limit:
        await asyncio.sleep(0.2)
    return len(children(process)) == but


async def painted(socket: aiohttp.ClientWebSocketResponse, text: str) -> bool:
    seen = b""
    async with asyncio.timeout(30):
        async for message in socket:
            if message.type is aiohttp.WSMsgType.BINARY:
                seen += message.data
                if text.encode() in re.sub(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]", b"", seen):
                    return True
    return False


async def test_page_visit_and_farewell(tmp_path: Path) -> None:
    with served(tmp_path) as (address, process):
        async with aiohttp.ClientSession() as session:
            bodies = []
            for path in ("", "page.js", "page.css", "static/css/xterm.css", "static/js/textual.js"):
                async with session.get(address + path) as answer:
                    assert answer.status == 200
                    bodies.append(re.sub(r"/\*.*?\*/", "", await answer.text(), flags=re.DOTALL))
                    if not path:
                        assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
            assert [each for body in bodies for each in re.findall(r"https?://[\w.]+|//[\w-]+\.[\w.]+/", body)] == []
            # other sites' pages, and names that were bound to this address, are kept out
            for headers in ({"Origin": "https://evil.example"}, {"Host": "evil.example"}):
                for path in ("", "ws"):
                    async with session.get(address + path, headers=headers) as answer:
                        assert answer.status == 403
            assert children(process) == []
            async with session.ws_connect(address + "ws?width=100&height=30") as one:
                assert await painted(one, "Which language")
                async with session.ws_connect(address + "ws?width=100&height=30") as two:
                    assert await painted(two, "Begin here")  # the first minutes are shown once
                    assert len(children(process)) == 2
                    await two.send_str(json.dumps(["stdin", "l"]))
                    assert await painted(two, "여기서 시작")
                    await two.send_str(json.dumps(["stdin", "\x11"]))
                    while not two.closed:
                        await two.receive()
                assert await gone(process, but=1)
            # a browser that goes while the app starts leaves nothing behind
            for wait in (0, 0.05, 0.3):
                async with session.ws_connect(address + "ws") as hasty:
                    await asyncio.sleep(wait)
                    assert hasty.protocol is None
            assert await gone(process)


async def test_a_killed_server_leaves_no_app_behind(tmp_path: Path) -> None:
    environment = {**os.environ, "IAMTUTOR_HOME": str(tmp_path), "TEXTUAL_ANIMATIONS": "none"}
    command = [sys.executable, "-m", "iamtutor", "serve", "--port", "0", "--lang", "en"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
    assert process.stdout is not None
    address = process.stdout.readline().split("open ")[1].split()[0]
    async with aiohttp.ClientSession() as session, session.ws_connect(address + "ws") as one:
        assert await painted(one, "Which language")
        pid = int(children(process)[0].split()[0])
        process.kill()
        process.communicate()
        limit = time.monotonic() + 20
        while Path(f"/proc/{pid}").exists() and time.monotonic() < limit:
            await asyncio.sleep(0.2)
        assert not Path(f"/proc/{pid}").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--host", "0.0.0.0"], "--anyone"),
        (["--port", "70000"], "is no port"),
        (["--host", "203.0.113.1", "--anyone", "--port", "0"], "cannot listen on 203.0.113.1"),
    ],
)
def test_what_cannot_be_served(arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--lang", "en", *arguments]) == 2
    errors = capsys.readouterr().err
    assert said in errors.splitlines()[-1]
    assert ("no authentication" in errors) == (
        (len(arguments) == 2 and arguments[0] == "--host") or "--anyone" in arguments
    )


def test_without_the_extra_one_line_says_so() -> None:
    code = "import sys; sys.modules['textual_serve'] = None; from iamtutor.cli import main; sys.exit(main(['serve', '--lang', 'en']))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert '-m pip install "textual-serve' in done.stderr


def test_loopback() -> None:
    assert [is_loopback(host) for host in ("localhost", "127.0.0.1", "::1", "127.3.2.1")] == [True] * 4
    assert [is_loopback(host) for host in ("0.0.0.0", "::", "example.com", "192.0.2.1")] == [False] * 4


# a real browser


class Browser:
    """One page of a headless Chromium, driven over its DevTools protocol."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._number = 0
        self.frames = b""
        self.requested: list[str] = []

    async def call(self, method: str, **parameters: object) -> dict[str, object]:
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            said = await self._hear()
            if said.get("id") == self._number:
                assert "error" not in said, said
                return said["result"]

    async def _hear(self) -> dict[str, object]:
        said = await self._socket.receive_json(timeout=30)
        if said.get("method") == "Network.webSocketFrameReceived":
            frame = said["params"]["response"]
            self.frames += base64.b64decode(frame["payloadData"]) if frame["opcode"] == 2 else b""
        elif said.get("method") == "Network.requestWillBeSent":
            self.requested.append(said["params"]["request"]["url"])
        return said

    async def shows(self, text: str) -> None:
        """Wait until the app has painted a text into this page."""
        async with asyncio.timeout(30):
            while text.encode() not in re.sub(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]", b"", self.frames):
                await self._hear()
        self.frames = b""

    async def picture(self) -> bytes:
        await self.call("Runtime.evaluate", expression="new Promise(r => setTimeout(r, 400))", awaitPromise=True)
        return base64.b64decode((await self.call("Page.captureScreenshot"))["data"])


@asynccontextmanager
async def browser(profile: Path) -> AsyncIterator[Browser]:
    assert CHROMIUM is not None
    flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage"]
    command = [CHROMIUM, *flags, "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        opened = profile / "DevToolsActivePort"
        async with asyncio.timeout(30):
            while not opened.is_file() or not opened.read_text():
                await asyncio.sleep(0.1)
        address = f"http://127.0.0.1:{opened.read_text().split()[0]}"
        async with aiohttp.ClientSession() as session:
            async with session.get(f"{address}/json/list") as answer:
                page = next(each for each in await answer.json() if each["type"] == "page")
            async with session.ws_connect(page["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Browser(socket)
    finally:
        process.kill()
        process.wait()


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium here")
async def test_a_browser_shows_the_app_and_a_key_changes_it(tmp_path: Path) -> None:
    with served(tmp_path / "home") as (address, process):
        async with browser(tmp_path / "browser") as page:
            await page.call("Network.enable")
            await page.call("Page.enable")
            blank = await page.picture()
            await page.call("Page.navigate", url=address)
            await page.shows("Which language")
            first = await page.picture()
            assert len(first) > 2 * len(blank)
            await page.call("Runtime.evaluate", expression="document.querySelector('textarea').focus()")
            await page.call("Input.dispatchKeyEvent", type="keyDown", key="2", text="2")
            await page.shows("The workbench has three panes")
            assert await page.picture() != first
            assert [url for url in page.requested if not url.startswith((address, "data:", "about:"))] == []
        assert await gone(process)
