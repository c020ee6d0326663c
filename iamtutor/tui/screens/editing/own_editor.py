"""A text in the learner's own editor: which command that is, and what comes back. Runs while the app is suspended."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

VARIABLES: Final = ("VISUAL", "EDITOR")


class OwnEditorProblem(Exception):  # noqa: N818 - the word that people use
    """Nothing came back; `message` is an id of the app's messages."""

    def __init__(self, message: str, **arguments: str | int) -> None:
        super().__init__(message, arguments)
        self.message = message
        self.arguments = arguments


def command_of(environment: Mapping[str, str], *, windows: bool = os.name == "nt") -> list[str]:
    """The command of the editor, with what the learner gives it along. Raises OwnEditorProblem where none is set."""
    written = next((environment[name] for name in VARIABLES if environment.get(name, "").strip()), "")
    if not written:
        raise OwnEditorProblem("tui.own-none")
    try:
        parts = shlex.split(written, posix=not windows)
    except ValueError:  # a quotation mark without its partner
        parts = written.split()
    return [part.strip('"') for part in parts] if windows else parts


def edited(command: Sequence[str], name: str, text: str) -> str:
    """What the learner saved. Raises OwnEditorProblem; the text is never half taken."""
    with tempfile.TemporaryDirectory(prefix="iamtutor-", ignore_cleanup_errors=True) as folder:
        file = Path(folder, name)
        file.write_text(text, "utf-8", newline="\n")
        try:
            status = subprocess.run([*command, str(file)], check=False).returncode
        except OSError as error:
            raise OwnEditorProblem("tui.own-missing", command=command[0]) from error
        if status:
            raise OwnEditorProblem("tui.own-failed", status=status)
        try:
            return file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
        except (OSError, UnicodeDecodeError) as error:
            raise OwnEditorProblem("tui.own-unreadable") from error
