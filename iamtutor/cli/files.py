"""Reading what a person names on the command line: every way in which that fails is one clear line."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO, Final

from iamtutor.cli.problem import Problem

MAX_BYTES: Final = 20_000_000


def read_text(path: Path) -> str:
    """The text of a UTF-8 file (a byte order mark is passed over)."""
    with open_bytes(path) as file:
        return decoded(file, str(path))


def decoded(file: BinaryIO, name: str) -> str:
    """The text of an open file; `name` is how a complaint names it."""
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise Problem("cli.file-too-large", file=name, limit=MAX_BYTES // 1_000_000)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise Problem("cli.file-not-utf8", file=name, line=line) from None


def open_bytes(path: Path) -> BinaryIO:
    """Open a file to read."""
    try:
        return path.open("rb")
    except FileNotFoundError:
        raise Problem("cli.file-missing", file=str(path)) from None
    except (IsADirectoryError, PermissionError) as error:
        folder = isinstance(error, IsADirectoryError) or path.is_dir()  # Windows forbids to open a folder
        raise Problem("cli.file-is-folder" if folder else "cli.file-forbidden", file=str(path)) from None
    except (OSError, ValueError) as error:
        raise Problem("cli.file-unreadable", file=str(path), detail=_detail(error)) from None


def _detail(error: OSError | ValueError) -> str:
    return getattr(error, "strerror", None) or str(error)
