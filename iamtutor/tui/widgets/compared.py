"""Two policies compared line by line: beside each other where there is room, else one below the other.

A sign before a line says which text it is from; within a line, what the other has not stands out by weight and underline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest
from typing import Final

from textual.content import Content

from iamtutor.editing import Row, Side, differing
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.policy_paint import painted, painted_yaml
from iamtutor.tui.widgets.typeset import hang

Text = tuple[str, str]
"""The message id of a title, and a text."""
ROOMY: Final = 100
"""Cells from which on the texts stand beside each other."""
_SIGNS: Final = ("-", "+")
_STYLES: Final = ("$deny", "$allow")


class Compared(Lines):
    """Long lines wrap inside their column, so that nothing is cut and both sides stay level."""

    DEFAULT_CSS = """
    Compared { height: 1fr; border: round $line; background: $surface; padding: 0 1; margin-top: 1; }
    Compared:focus { border: round $line-strong; }
    """

    def __init__(self, left: Text, right: Text) -> None:
        """Each side is the message id of its title and its text."""
        super().__init__()
        self.changes: list[int] = []
        """The lines, as they are shown, at which a change begins."""
        self.compare(left, right)

    def compare(self, left: Text, right: Text) -> None:
        """Compare these two."""
        self._texts = (left, right)
        self.rows = differing(left[1], right[1])
        self._painted = tuple(_painted(text) for _, text in self._texts)
        if self.is_mounted:
            self.lines_changed()
            self.scroll_home(animate=False)

    @property
    def counts(self) -> tuple[int, int]:
        """How many lines only the left text has, and how many only the right one."""
        changed = [row for row in self.rows if not row.same]
        return sum(row.left is not None for row in changed), sum(row.right is not None for row in changed)

    def next_change(self) -> None:
        """Go to the next change below; from the last to the first."""
        if self.changes:
            top = self.scroll_offset.y
            after = [line for line in self.changes if line - 1 > top]
            at_end = top >= self.max_scroll_y
            self.scroll_to(y=(self.changes[0] if at_end or not after else after[0]) - 1, animate=False)

    def set_lines(self, width: int) -> Sequence[Content]:
        """The titles and both texts."""
        is_beside = width >= ROOMY
        titles = [
            (Content(f"{sign} ").stylize(f"bold {style}") + Content(say(self, title)).stylize("bold $primary"))
            for sign, style, (title, _) in zip(_SIGNS, _STYLES, self._texts, strict=True)
        ]
        column = (width - 3) // 2
        lines = [_row(titles[0], titles[1], column) if is_beside else Content("   ").join(titles), Content()]
        self.changes = []
        for same, group in groupby(self.rows, key=lambda row: row.same):
            rows = list(group)
            if not same:
                self.changes.append(len(lines))
            lines.extend(self._beside(rows, column) if is_beside else self._below(rows, width))
        return lines

    def _beside(self, rows: Sequence[Row], column: int) -> Iterator[Content]:
        for row in rows:
            left, right = (
                self._set(number, side, column, row.same) for number, side in enumerate((row.left, row.right))
            )
            for one, other in zip_longest(left, right, fillvalue=Content()):
                yield _row(one, other, column)

    def _below(self, rows: Sequence[Row], width: int) -> Iterator[Content]:
        for number in range(1 if rows[0].same else 0, 2):
            for row in rows:
                yield from self._set(number, (row.left, row.right)[number], width, row.same)

    def _set(self, number: int, side: Side | None, width: int, same: bool) -> list[Content]:
        """A line of one of the texts, with its number and its sign."""
        if side is None:
            return []
        line = self._painted[number][side.number]
        for start, end in side.marks:
            line = line.stylize(f"bold underline {_STYLES[number]}", start, end)
        sign = Content("  ") if same else Content(f"{_SIGNS[number]} ").stylize(f"bold {_STYLES[number]}")
        lead = Content(f"{side.number + 1:>3} ").stylize("$faint") + sign
        indent = len(line.plain) - len(line.plain.lstrip(" "))
        return hang(line, width, lead, Content(" " * min(indent + 8, width // 2)))


def _painted(text: str) -> tuple[Content, ...]:
    return painted(text) if text.lstrip().startswith("{") else painted_yaml(text)


def _row(left: Content, right: Content, column: int) -> Content:
    return left.pad_right(max(0, column - left.cell_length)) + Content(" │ ").stylize("$line") + right
