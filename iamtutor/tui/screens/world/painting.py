"""Lines of styled runs on the screen: which colour a style's name means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from textual.content import Content

from iamtutor.words.runs import Line

_STYLES = {
    "": "$foreground",
    "frame": "$line",
    "title": "bold $primary",
    "dim": "$faint",
    "control": "$variable",
    "user": "$foreground",
    "role": "$foreground",
    "group": "$dim",
    "session": "$dim",
    "outsider": "$secondary",
    "bucket": "$string",
    "key": "$string",
    "resource": "$string",
    "endpoint": "$string",
    "line": "$dim",
    "open": "$allow",
    "conditional": "$accent",
    "blocked": "$deny",
    "unproved": "$key",
    "public": "bold $deny",
    "shared": "$accent",
    "chosen": "bold $badge-text on $accent",
}


def style_of(name: str) -> str:
    """The style of a name; `-lit` stands out, `-faint` steps back."""
    if name.endswith("-faint"):
        return "$faint"
    if name.endswith("-lit"):
        base = _STYLES.get(name.removesuffix("-lit"), "$foreground")
        return f"bold {'$foreground' if base == '$dim' else base}".replace("bold bold", "bold")
    return _STYLES.get(name, "$foreground")


def painted(line: Line) -> Content:
    """A line as the screen shows it."""
    return Content.assemble(*((run.text, style_of(run.style)) for run in line))


class Painted(Sequence[Content]):
    """Lines, each painted when it comes into view: a world may have thousands."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._painted: dict[int, Content] = {}

    def __len__(self) -> int:
        return len(self._lines)

    @overload
    def __getitem__(self, y: int) -> Content: ...
    @overload
    def __getitem__(self, y: slice) -> list[Content]: ...

    def __getitem__(self, y: int | slice) -> Content | list[Content]:
        if isinstance(y, slice):
            return [self[each] for each in range(*y.indices(len(self)))]
        if y not in self._painted:
            self._painted[y] = painted(self._lines[y])
        return self._painted[y]
