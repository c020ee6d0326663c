"""A sheet of terminal cells with a style each. A wide character takes its cell and the next."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final, overload

from iamtutor.words.cells import cells
from iamtutor.words.runs import Line, Run

_BLANK: Final = (" ", "")
_TAKEN: Final = ("", "")


class Canvas(Sequence[Line]):
    """`width` by `height` cells, blank at first. As a sequence it is its lines, each set only when it is asked for."""

    def __init__(self, width: int, height: int) -> None:
        self.width = width
        self._rows = [[_BLANK] * width for _ in range(height)]

    def char_at(self, x: int, y: int) -> str:
        """What stands in a cell; empty where a wide character of the cell before reaches into it."""
        return self._rows[y][x][0]

    def put(self, x: int, y: int, char: str, style: str) -> None:
        """One character of one cell."""
        self._rows[y][x] = (char, style)

    def write(self, x: int, y: int, text: str, style: str) -> None:
        """A text from a cell on; what goes beyond the sheet is left out."""
        row = self._rows[y]
        if text.isascii() and text.isprintable() and x + len(text) <= self.width:
            row[x : x + len(text)] = [(char, style) for char in text]
            return
        for char in text:
            size = cells(char)
            if x + size > self.width:
                return
            if size == 0:
                before = next(at for at in range(x - 1, -1, -1) if row[at] is not _TAKEN)
                row[before] = (row[before][0] + char, row[before][1])
                continue
            row[x] = (char, style)
            if size == 2:
                row[x + 1] = _TAKEN
            x += size

    def restyle(self, x: int, y: int, style: str) -> None:
        """Another style for what stands in a cell."""
        char, _ = self._rows[y][x]
        self._rows[y][x] = (char, style)

    def style_at(self, x: int, y: int) -> str:
        """The style of a cell."""
        return self._rows[y][x][1]

    def __len__(self) -> int:
        return len(self._rows)

    @overload
    def __getitem__(self, y: int) -> Line: ...
    @overload
    def __getitem__(self, y: slice) -> tuple[Line, ...]: ...

    def __getitem__(self, y: int | slice) -> Line | tuple[Line, ...]:
        """A line, as few runs as will do."""
        if isinstance(y, slice):
            return tuple(self[each] for each in range(*y.indices(len(self))))
        there = (each for each in self._rows[y] if each is not _TAKEN and each[0])
        return tuple(Run("".join(char for char, _ in run), style) for style, run in groupby(there, key=itemgetter(1)))
