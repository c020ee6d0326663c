"""Which bracket belongs to which: those within strings belong to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from iamtutor.editing.change import Spot
from iamtutor.editing.line_state import CLOSERS, OPENERS, bare

_ALL: Final = "{}[]"
FAR: Final = 2_000
"""So many lines are searched in either direction: a partner farther away is on no screen."""


def partner(lines: Sequence[str], at: Spot) -> Spot | None:
    """Where the bracket behind the cursor is closed or was opened; None for anything else, where that is not so, and where it
    is too far away."""
    char = lines[at.row][at.column : at.column + 1] if at.row < len(lines) else ""
    if char not in (*OPENERS, *CLOSERS) or bare(lines[at.row])[at.column] != char:
        return None
    forward = char in OPENERS
    opening = OPENERS if forward else CLOSERS
    pending: list[str] = []
    for spot, found in _forward(lines, at) if forward else _backward(lines, at):
        if found in opening:
            pending.append(opening[found])
        elif pending and pending.pop() != found:
            return None
        if not pending:
            return spot
    return None


def _forward(lines: Sequence[str], at: Spot) -> Iterator[tuple[Spot, str]]:
    for row in range(at.row, min(len(lines), at.row + FAR)):
        line = bare(lines[row])
        first = at.column if row == at.row else 0
        yield from ((Spot(row, column), line[column]) for column in range(first, len(line)) if line[column] in _ALL)


def _backward(lines: Sequence[str], at: Spot) -> Iterator[tuple[Spot, str]]:
    for row in range(at.row, max(-1, at.row - FAR), -1):
        line = bare(lines[row])
        last = at.column if row == at.row else len(line) - 1
        yield from ((Spot(row, column), line[column]) for column in range(last, -1, -1) if line[column] in _ALL)
