"""The app on a real terminal (a pty): what happens when it goes away, is left for the shell, or has no colours."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs a pty", allow_module_level=True)

import fcntl
import pty
import termios

CONTROLS = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>]")


class Session:
    """A running app and its terminal."""

    def __init__(self, master: int, process: subprocess.Popen[bytes]) -> None:
        self.master = master
        self.process = process
        self.raw = b""

    def wait_for(self, *texts: str, seconds: float = 120) -> None:
        """Read until all of these texts were painted; what was read before counts no more."""
        limit = time.monotonic() + seconds
        seen = b""
        while time.monotonic() < limit:
            if select.select([self.master], [], [], 0.2)[0]:
                seen += os.read(self.master, 65536)
                plain = CONTROLS.sub(b"", seen)
                if all(text.encode() in plain for text in texts):
                    self.raw = seen
                    return
        raise AssertionError(f"never painted: {texts!r}\n{CONTROLS.sub(b'', seen)[-2000:]!r}")

    def stops(self, seconds: float = 60) -> bool:
        """Read until the process has been stopped."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit:
            while select.select([self.master], [], [], 0.2)[0]:
                self.raw += os.read(self.master, 65536)
            pid, status = os.waitpid(self.process.pid, os.WUNTRACED | os.WNOHANG)
            if pid:
                return os.WIFSTOPPED(status)
        return False

    def ends(self, seconds: float = 120) -> int | None:
        """Read until the process has ended; its status."""
        limit = time.monotonic() + seconds
        while time.monotonic() < limit and self.process.poll() is None:
            if self.master >= 0 and select.select([self.master], [], [], 0.1)[0]:
                try:
                    os.read(self.master, 65536)
                except OSError:  # Linux says so once nobody holds the other end
                    return self.process.wait(5)
            elif self.master < 0:
                time.sleep(0.1)
        return self.process.poll()

    def press(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def hang_up(self) -> None:
        os.close(self.master)
        self.master = -1


@contextmanager
def session(home: Path, *arguments: str, cwd: Path | None = None, **environment: str) -> Iterator[Session]:
    """The app on a terminal of its own, which ignores SIGHUP as under nohup: it must notice by itself."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 80, 0, 0))

    def lead() -> None:
        os.setsid()
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    kept = {
        "IAMTUTOR_HOME": str(home),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "TEXTUAL_ANIMATIONS": "none",
        "COLUMNS": "80",
        "LINES": "30",
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "iamtutor", *arguments, "--lang", "en"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        cwd=cwd,
        env={**os.environ, **kept, **environment},
        preexec_fn=lead,
    )
    os.close(slave)
    running = Session(master, process)
    try:
        yield running
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        if running.master >= 0:
            os.close(running.master)


def test_it_ends_when_the_terminal_is_gone_and_keeps_what_was_typed(tmp_path: Path) -> None:
    from iamtutor.study import Profile, system_clock

    folder = tmp_path / "here"
    folder.mkdir()
    with session(tmp_path / "home", "practice", "evaluation/deny-wins", cwd=folder) as running:
        running.wait_for("Submit", "PayrollGuard")
        running.press("\x14")
        running.wait_for("JSON fine")  # on a narrow screen the editor comes into view with the focus
        running.press("QQ")
        running.wait_for("QQ")
        folder.rmdir()
        running.hang_up()
        assert running.ends() == 129
    with Profile.open(tmp_path / "home", system_clock) as profile:
        draft = profile.drafts.load("exercise:evaluation/deny-wins", "guard")
        assert draft is not None
        assert "QQ" in draft.text


def test_left_for_the_shell_and_back(tmp_path: Path) -> None:
    with session(tmp_path, "practice", "evaluation/deny-wins") as running:
        running.wait_for("Submit", "PayrollGuard")
        running.press("\x14")
        running.wait_for("JSON fine")  # on a narrow screen the editor comes into view with the focus
        running.process.send_signal(signal.SIGTSTP)
        assert running.stops(), "not stopped"
        assert running.raw.rstrip().endswith(b"\x1b[?1004l")  # the terminal is as it was before
        running.process.send_signal(signal.SIGCONT)
        running.wait_for("Submit")  # all is painted anew
        running.press("QQ")
        running.wait_for("QQ")  # and the cursor is still in the editor
        running.process.send_signal(signal.SIGTERM)
        assert running.ends() == 129


def test_no_color_is_grey(tmp_path: Path) -> None:
    with session(tmp_path, "practice", "evaluation/deny-wins", NO_COLOR="1") as running:
        running.wait_for("Submit")
        colours = set(re.findall(rb"[34]8;2;(\d+);(\d+);(\d+)[;m]", running.raw))
        assert colours
        assert {colour for colour in colours if len(set(colour)) > 1} == set()
        running.press("\x11")
        assert running.ends() == 0


@pytest.mark.parametrize("environment", [{"TERM": "dumb"}, {}], ids=["dumb", "no-terminal"])
def test_without_a_screen_one_line_says_what_else_there_is(tmp_path: Path, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "iamtutor", "--lang", "en"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "IAMTUTOR_HOME": str(tmp_path), **environment},
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "--plain" in done.stderr
