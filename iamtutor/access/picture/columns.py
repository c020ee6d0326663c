"""Two columns of boxes side by side, one for each account, and the arrows with which both come to one decision."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.access.picture.boxes import ARROW_AT
from iamtutor.access.picture.pieces import Line, Piece, Tone, cells, filled

GAP = 2
"""Cells between the columns."""


def beside(left: list[Line], right: list[Line], column: int, width: int, *, reached: bool) -> Iterator[Line]:
    """Two columns; the arrow of the shorter one runs on beside the other."""
    run: Line = (Piece(" " * ARROW_AT + "│", "line"),) if reached else ()
    height = max(len(left), len(right))
    for side in (left, right):
        last = side.pop()
        side += [run] * (height - 1 - len(side))
        side.append(last)
    for one, other in zip(left, right, strict=True):
        yield (*filled(one, column), Piece(" " * GAP), *filled(other, width - column - GAP))


def with_arrow(line: Line, at: int, tone: Tone) -> Line:
    """The top of a box with another arrow that comes in."""
    found: list[Piece] = []
    x = 0
    for piece in line:
        size = cells(piece.text)
        offset = at - x
        if 0 <= offset < size and set(piece.text) == {"═"}:
            text = piece.text[:offset] + "▼" + piece.text[offset + 1 :]
            piece = piece._replace(text=text, tone=tone)
        found.append(piece)
        x += size
    return tuple(found)
