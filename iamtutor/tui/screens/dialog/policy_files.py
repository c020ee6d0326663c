"""Policies in files: whatever goes wrong is one message with its arguments, and no file is ever left half written."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

MAX_BYTES: Final = 1_000_000
"""A policy has at most some thousand characters; what is larger was opened by mistake."""
_MOST_OFFERED: Final = 200


class FileProblem(Exception):  # noqa: N818 - the word that people use
    """A file cannot be read or written; `message` is an id of the app's messages."""

    def __init__(self, message: str, path: str, detail: str = "") -> None:
        super().__init__(message, path, detail)
        self.message = message
        self.path = path
        self.detail = detail


def path_of(written: str) -> Path:
    """The path that somebody typed; `~` is the home folder."""
    try:
        return Path(written.strip()).expanduser()
    except RuntimeError:  # no such person
        return Path(written.strip())


def read_file(written: str) -> str:
    """The text of a file. Raises FileProblem."""
    try:
        with path_of(written).open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _problem(written, error) from error
    if len(content) > MAX_BYTES:
        raise FileProblem("tui.file-too-large", written)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise FileProblem("tui.file-not-utf8", written) from error


def write_file(written: str, text: str) -> None:
    """Write a text, whole or not at all: what was there stays until the new text lies beside it. Raises FileProblem."""
    path = path_of(written)
    try:
        if path.is_dir():
            raise IsADirectoryError
        target = path.resolve()  # a link stays a link
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        beside = Path(name)
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
            beside.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask())
            beside.replace(target)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise
    except (OSError, ValueError) as error:
        raise _problem(written, error) from error


def _umask() -> int:
    current = os.umask(0o022)
    os.umask(current)
    return current


def _problem(written: str, error: OSError | ValueError) -> FileProblem:
    if isinstance(error, FileNotFoundError):
        parent = path_of(written).parent
        return FileProblem("tui.file-missing" if parent.is_dir() else "tui.file-no-folder", written)
    if isinstance(error, IsADirectoryError) or (isinstance(error, PermissionError) and path_of(written).is_dir()):
        return FileProblem("tui.file-is-folder", written)
    if isinstance(error, PermissionError):
        return FileProblem("tui.file-forbidden", written)
    return FileProblem("tui.file-unreadable", written, getattr(error, "strerror", None) or str(error))


def offered_files(written: str, endings: tuple[str, ...] = (".json",)) -> Iterator[str]:
    """Folders and files (JSON) that go on from what was typed, as they would be typed; folders end with a slash."""
    head, slash, start = written.replace(os.sep, "/").rpartition("/")
    folder = path_of(head + slash) if slash else Path()
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: (not _is_folder(entry), entry.name.lower()))
    except (OSError, ValueError):
        return
    offered = (
        f"{head}{slash}{entry.name}{'/' if _is_folder(entry) else ''}"
        for entry in entries
        if entry.name.lower().startswith(start.lower())
        and (start.startswith(".") or not entry.name.startswith("."))
        and (_is_folder(entry) or entry.name.lower().endswith(endings))
    )
    for _, each in zip(range(_MOST_OFFERED), offered, strict=False):
        yield each


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
