"""Files that another program may save: which of them is another than it was. Asked from a worker."""

from __future__ import annotations

from typing import Final

from iamtutor.tui.screens.dialog.policy_files import path_of

LOOK_EVERY: Final = 0.5
"""Seconds between looks at the files."""
Stamp = tuple[int, int, int]


class FileWatch:
    """A file counts as saved once it is the same at two looks: an editor may write it piece by piece."""

    def __init__(self) -> None:
        self._seen: dict[str, Stamp | None] = {}
        self._known: dict[str, Stamp] = {}

    def settled(self, path: str) -> Stamp | None:
        """The state of a file that is saved, and another than the one that was taken last; else None."""
        stamp = _stamp(path)
        was = self._seen.get(path)
        self._seen[path] = stamp
        return stamp if stamp == was and stamp != self._known.get(path) else None

    def took(self, path: str, stamp: Stamp) -> None:
        """A state of a file was read."""
        self._known[path] = stamp


def _stamp(written: str) -> Stamp | None:
    """What tells one state of a file from another; None for a file that is not there."""
    try:
        found = path_of(written).stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
