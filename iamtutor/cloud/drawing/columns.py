"""How the width of a drawing is shared out: frames, lines of trust, who asks, lines of access, what is reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from iamtutor.cloud.drawing.plan import Plan
from iamtutor.words.cells import cells

NARROWEST: Final = 48
_LEAST: Final = 12
"""Cells that a name keeps at the least."""
_ROOMY_FIRST: Final = ((2, 6), (2, 4), (2, 3), (2, 2), (1, 3), (1, 2))
"""Cells from frame to frame, and from line to line: what is tried, one after the other."""
_ARROW: Final = 3
"""Cells of an arrow's head and the blank behind it, after the last line."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the columns begin. A line of a zone stands at its begin and every `pitch` cells."""

    width: int
    step: int
    depth: int
    trust: int
    names: int
    names_width: int
    access: int
    things: int
    things_width: int
    pitch: int

    def frame(self, depth: int) -> tuple[int, int]:
        """The cells of the left and the right side of a frame, counted from 1."""
        return (depth - 1) * self.step, self.width - 1 - (depth - 1) * self.step

    def trust_line(self, number: int) -> int:
        """The cell of a line of trust."""
        return self.trust + number * self.pitch

    def access_line(self, number: int) -> int:
        """The cell of a line of access."""
        return self.access + number * self.pitch


def columns(plan: Plan, trust: int, access: int, width: int) -> Columns | None:
    """The columns for so many lines of trust and of access in at most `width` cells; None where they do not fit."""
    left = _widest(row.left.text for row in plan.rows)
    right = _widest(row.right.text for row in plan.rows)
    for step, pitch in _ROOMY_FIRST:
        margin = plan.depth * step + (step == 1)
        lines = (trust * pitch + _ARROW if trust else 0) + (access * pitch + _ARROW if access else 1)
        room = width - 2 * margin - lines - 2
        names, things = _shared(left, right, room)
        if names < min(left, _LEAST) or things < min(right, _LEAST):
            continue
        if (step, pitch) != _ROOMY_FIRST[-1] and (names < left or things < right):
            continue
        at_names = margin + (trust * pitch + _ARROW if trust else 0)
        at_access = at_names + names + 2
        at_things = at_access + (access * pitch + _ARROW - 1 if access else 0)
        return Columns(
            at_things + things + 1 + margin,
            step,
            plan.depth,
            margin,
            at_names,
            names,
            at_access,
            at_things,
            things,
            pitch,
        )
    return None


def _shared(left: int, right: int, room: int) -> tuple[int, int]:
    """The room for two columns of names: as wide as they are, or the wider one gives way first."""
    while left + right > room and max(left, right) > 1:
        if left >= right:
            left -= 1
        else:
            right -= 1
    return left, right


def _widest(texts: Iterable[str]) -> int:
    return max((cells(text) for text in texts), default=0)
