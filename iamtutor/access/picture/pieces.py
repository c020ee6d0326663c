"""What a picture is made of: pieces of text with a tone, in lines whose width is counted in cells."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from iamtutor.words import cells as ruler
from iamtutor.words.cells import cut, pieces

cells = lru_cache(maxsize=8192)(ruler.cells)
"""The cells of a text; the same words are measured again at every change."""

Tone = Literal["plain", "strong", "dim", "faint", "line", "allow", "deny", "silent", "value", "key", "link", "accent"]


class Spot(NamedTuple):
    """Something that can be pointed at: a box, by the number of its step, or one of its statements, by its number there."""

    step: int
    statement: int = -1

    @property
    def box(self) -> Spot:
        """The box that it is in."""
        return Spot(self.step)


class Piece(NamedTuple):
    """Some text in one tone; `spot` is what it belongs to, where it can be pointed at. `link` marks a place to go to."""

    text: str
    tone: Tone = "plain"
    spot: Spot | None = None
    link: bool = False


Line = tuple[Piece, ...]
"""One line: its pieces from left to right."""


def width_of(line: Iterable[Piece]) -> int:
    """The cells that a line takes."""
    return sum(cells(piece.text) for piece in line)


def filled(line: Line, width: int, tone: Tone = "plain", fill: str = " ") -> Line:
    """The line with blanks (or another filling) behind it, in exactly `width` cells; cut where it is longer."""
    line = clipped(line, width)
    rest = width - width_of(line)
    return (*line, Piece(fill * rest, tone)) if rest > 0 else line


def clipped(line: Line, width: int) -> Line:
    """The line in at most `width` cells."""
    if width_of(line) <= width:
        return line
    kept: list[Piece] = []
    room = width
    for piece in line:
        size = cells(piece.text)
        if size > room:
            if room > 0:
                kept.append(piece._replace(text=cut(piece.text, room)))
            break
        kept.append(piece)
        room -= size
    return tuple(kept)


def at_spot(line: Line, spot: Spot) -> Line:
    """The line, belonging to a spot where its pieces belong to none yet."""
    return tuple(piece if piece.spot is not None else piece._replace(spot=spot) for piece in line)


def toned(line: Line, tone: Tone) -> Line:
    """The line in another tone."""
    return tuple(piece._replace(tone=tone) for piece in line)


def cut_middle(text: str, width: int) -> str:
    """The text in at most `width` cells with its middle left out: both ends of an ARN tell more than its start alone."""
    if cells(text) <= width:
        return text
    if width < 8:
        return cut(text, width) if width > 0 else ""
    tail_width = (width - 1) * 2 // 3
    head = pieces(text, width - 1 - tail_width)[0]
    tail, used = "", 0
    for char in reversed(text):
        used += cells(char)
        if used > tail_width:
            break
        tail = char + tail
    return f"{head}…{tail}"
