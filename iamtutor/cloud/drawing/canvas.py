"""A sheet of terminal cells with a style each. A wide character takes its cell and the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from iamtutor.words.cells import cells
from iamtutor.words.runs import Line, Run

_BLANK: Final = (" ", "")
_TAKEN: Final = ("", "")


class Canvas:
    """`width` by `height` cells, blank at first."""

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

    def lines(self) -> Iterator[Line]:
        """The lines, as few runs as will do."""
        for row in self._rows:
            there = (each for each in row if each is not _TAKEN and each[0])
            yield tuple(
                Run("".join(char for char, _ in run), style) for style, run in groupby(there, key=lambda each: each[1])
            )
