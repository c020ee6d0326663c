"""One box: a frame with a title and an answer, an arrow that comes in and one that goes out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iamtutor.access.picture.pieces import Line, Piece, Tone, cells, clipped, filled, width_of
from iamtutor.words.cells import cut

ARROW_AT = 2
"""The column, from the left side of a box, in which the arrows run."""


class Frame(NamedTuple):
    """How a frame is drawn: its corners and lines, and its tone."""

    corners: str
    level: str
    upright: str
    out: str
    tone: Tone


def plain_frame(tone: Tone) -> Frame:
    """The frame of a step that was reached."""
    return Frame("╭╮╰╯", "─", "│", "┬", tone)


def dashed_frame() -> Frame:
    """The frame of a step to which the evaluation never came."""
    return Frame("╭╮╰╯", "╌", "┆", "╌", "faint")


def double_frame(tone: Tone) -> Frame:
    """The frame of the decision."""
    return Frame("╔╗╚╝", "═", "║", "╤", tone)


def box(
    frame: Frame, title: Line, answer: Line, body: Sequence[Line], width: int, arrows: tuple[bool, bool]
) -> list[Line]:
    """The box in exactly `width` cells; `arrows` says whether one comes in above and one goes out below."""
    return [
        _top(frame, title, answer, width, incoming=arrows[0]),
        *_body(frame, body, width),
        _bottom(frame, width, outgoing=arrows[1]),
    ]


def passed_by(title: Line, answer: Line, width: int, *, reached: bool, goes_on: bool) -> Line:
    """One line for a step that is not there: the arrow runs past it."""
    upright = Piece(" " * ARROW_AT + ("│ " if reached and goes_on else "  "), "line")
    room = width - ARROW_AT - 2
    tail: Line = (Piece(" "), *answer, Piece("  "))
    title = _shortened(title, room - width_of(tail) - 3)
    dots = max(0, room - width_of(title) - width_of(tail) - 1)
    return filled((upright, *title, Piece(" "), Piece("┄" * dots, "faint"), *tail), width)


def inner_width(width: int) -> int:
    """The cells that a line within a box may take."""
    return width - 4


def _top(frame: Frame, title: Line, answer: Line, width: int, *, incoming: bool) -> Line:
    left = frame.corners[0] + frame.level + ("▼" if incoming else frame.level)
    answer = clipped(answer, width - cells(left) - 12)
    tail: Line = (Piece(" "), *answer, Piece(f" {frame.corners[1]}", frame.tone))
    room = width - cells(left) - 1 - width_of(tail)
    title = _shortened(title, room - 2)
    line = max(0, room - width_of(title) - 1)
    return filled(
        (Piece(left, frame.tone), Piece(" "), *title, Piece(" "), Piece(frame.level * line, frame.tone), *tail), width
    )


def _shortened(title: Line, room: int) -> Line:
    """The title with its last piece cut where there is no room for all of it."""
    over = width_of(title) - max(room, 0)
    if over <= 0 or not title:
        return title
    last = title[-1]
    return (*title[:-1], last._replace(text=cut(last.text, max(1, cells(last.text) - over))))


def _body(frame: Frame, body: Sequence[Line], width: int) -> list[Line]:
    side = Piece(frame.upright, frame.tone)
    return [(side, Piece(" "), *filled(line, inner_width(width)), Piece(" "), side) for line in body]


def _bottom(frame: Frame, width: int, *, outgoing: bool) -> Line:
    text = (
        frame.corners[2]
        + frame.level
        + (frame.out if outgoing else frame.level)
        + frame.level * (width - 4)
        + frame.corners[3]
    )
    return (Piece(text, frame.tone),)
