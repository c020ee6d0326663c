"""On a real terminal: pages, colour, keys."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from pathlib import Path

import pytest

from iamtutor.study import Profile, system_clock
from tests.cli.course_files import write_course

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are POSIX", allow_module_level=True)

import pty

PATIENCE = 60.0


def talk(home: Path, keys: list[str], *arguments: str, **environ: str) -> tuple[int, str]:
    """Run a command on a pseudo-terminal; whenever it is silent behind a prompt, press the next key."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update({"TERM": "xterm", "IAMTUTOR_HOME": str(home), "LANG": "C", **environ})
        os.execv(sys.executable, [sys.executable, "-m", "iamtutor", *arguments])
    shown, waiting, end = b"", list(keys), time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                part = os.read(terminal, 65536)
            except OSError:
                break
            if not part:
                break
            shown += part
        elif waiting and shown and not shown.endswith(b"\n"):
            os.write(terminal, waiting.pop(0).encode())
    else:
        os.kill(child, signal.SIGKILL)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    os.close(terminal)
    return status, shown.decode("utf-8")


def test_a_lesson_is_paged_and_what_was_read_is_kept(tmp_path: Path) -> None:
    lesson = write_course(tmp_path / "course") / "lessons/01-first-steps"
    home = tmp_path / "home"
    status, shown = talk(home, ["\n"], "learn", str(lesson), "--plain")
    assert status == 0
    assert "[1/1] Enter: next · q: stop" in shown
    assert "\x1b[32m✓" in shown
    with Profile.open(home, system_clock) as profile:
        assert profile.progress.standing().read == {("first-steps", "begin")}


def test_no_color_is_heard(tmp_path: Path) -> None:
    lesson = write_course(tmp_path / "course") / "lessons/01-first-steps"
    status, shown = talk(tmp_path / "home", ["q", "\n"], "learn", str(lesson), "--plain", NO_COLOR="1")
    assert status == 0
    assert "\x1b[" not in shown


def test_an_answer_that_is_not_understood_is_asked_again(tmp_path: Path) -> None:
    lesson = write_course(tmp_path / "course") / "lessons/01-first-steps"
    keys = ["x\n", "1 2\n", "q\n"]
    status, shown = talk(tmp_path / "home", keys, "quiz", "--plain", "--lesson", str(lesson), "--seed", "1")
    assert status == 1
    assert "x: give numbers from 1 to 2." in shown
    assert "[2/3]" in shown


def test_interrupting_a_question_leaves_no_traceback(tmp_path: Path) -> None:
    lesson = write_course(tmp_path / "course") / "lessons/01-first-steps"
    status, shown = talk(tmp_path / "home", ["\x03"], "quiz", "--plain", "--lesson", str(lesson))
    assert status == 130
    assert "Traceback" not in shown
