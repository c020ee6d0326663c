"""A line of text with names for how its parts are to look: whoever paints says what a name means on its surface."""

from __future__ import annotations

from typing import NamedTuple

from iamtutor.words.cells import cells


class Run(NamedTuple):
    """A stretch of a line; `style` is a name such as `deny`, empty for plain text."""

    text: str
    style: str = ""


Line = tuple[Run, ...]


def plain(line: Line) -> str:
    """The text alone."""
    return "".join(run.text for run in line)


def width(line: Line) -> int:
    """The cells that a line takes."""
    return cells(plain(line))
