"""Two policies side by side, aligned line by line, with a mark before the lines that only one of them has."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from textual.content import Content

from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.policy_paint import painted, painted_yaml
from iamtutor.tui.widgets.typeset import hang

Pair = tuple[Content | None, Content | None, bool]
"""A line of each text, None where it has none, and whether they are the same."""


class Compared(Lines):
    """Long lines wrap inside their column, so that nothing is cut and both sides stay level."""

    DEFAULT_CSS = """
    Compared { height: 1fr; border: round $line; background: $surface; padding: 0 1; margin-top: 1; }
    Compared:focus { border: round $line-strong; }
    """

    def __init__(self, left: tuple[str, str], right: tuple[str, str]) -> None:
        """Each side is the message id of its title and its text."""
        super().__init__()
        self._left = left
        self._right = right

    def set_lines(self, width: int) -> Sequence[Content]:
        """The titles and both texts."""
        column = (width - 4) // 2
        titles = [Content(say(self, title)).stylize("bold $primary") for title, _ in (self._left, self._right)]
        lines = [_row(titles[0], titles[1], column), Content()]
        for left, right, same in _pairs(self._left[1], self._right[1]):
            sides = zip_longest(_set(left, column, same, "-"), _set(right, column, same, "+"), fillvalue=Content())
            lines.extend(_row(one, other, column) for one, other in sides)
        return lines


def _pairs(left: str, right: str) -> Iterator[Pair]:
    first, second = left.splitlines(), right.splitlines()
    paint = (_painted(left), _painted(right))
    for tag, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        for one, other in zip_longest(paint[0][a:b], paint[1][c:d]):
            yield one, other, tag == "equal"


def _painted(text: str) -> tuple[Content, ...]:
    return painted(text) if text.lstrip().startswith("{") else painted_yaml(text)


def _set(line: Content | None, column: int, same: bool, mark: str) -> list[Content]:
    if line is None:
        return []
    lead = Content("  ") if same else Content(f"{mark} ").stylize("bold $accent")
    indent = len(line.plain) - len(line.plain.lstrip(" "))
    return hang(line, column, lead, Content(" " * min(indent + 4, column // 2)))


def _row(left: Content, right: Content, column: int) -> Content:
    return left.pad_right(max(0, column - left.cell_length)) + Content(" │ ").stylize("$line") + right
