"""A change of a text: what comes in place of what, and where the cursor stands then."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Spot(NamedTuple):
    """Between two characters of a text: line and column, both from 0."""

    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Change:
    """`text` in place of what stands from `start` to `end`; then what lies from `anchor` to `cursor` is selected."""

    start: Spot
    end: Spot
    text: str
    cursor: Spot
    anchor: Spot

    @classmethod
    def at(cls, start: Spot, end: Spot, text: str, cursor: Spot, anchor: Spot | None = None) -> Change:
        """A change with the cursor behind it; nothing is selected where no anchor is given."""
        return cls(start, end, text, cursor, cursor if anchor is None else anchor)

    def made_in(self, lines: Sequence[str]) -> list[str]:
        """The lines with the change made."""
        before, after = lines[self.start.row][: self.start.column], lines[self.end.row][self.end.column :]
        return [*lines[: self.start.row], *f"{before}{self.text}{after}".split("\n"), *lines[self.end.row + 1 :]]
