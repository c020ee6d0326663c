"""Calling the command line inside the test, with its own home, in English unless a test says otherwise."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from iamtutor.cli import main
from tests.cli.course_files import write_course


class Called(NamedTuple):
    status: int
    out: str
    err: str


Call = Callable[..., Called]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the profile, empty; what the machine's own environment says is left out."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE", "NO_COLOR", "EDITOR", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")
    folder = tmp_path / "home"
    monkeypatch.setenv("IAMTUTOR_HOME", str(folder))
    return folder


@pytest.fixture
def call(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    def run(*arguments: str, stdin: str | bytes = "") -> Called:
        content = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
        capsys.readouterr()
        status = main(list(arguments))
        return Called(status, *capsys.readouterr())

    return run


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small course in files, in the place of the real one."""
    root = write_course(tmp_path / "course")
    for module in ("content", "learner", "worlds", "commands.pack"):
        replacement = lambda: (root / "lessons", root / "exercises")  # noqa: E731
        monkeypatch.setattr(f"iamtutor.cli.{module}.content_root", replacement)
    return root
