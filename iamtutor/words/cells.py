"""How wide a text is on a terminal: Hangul and other wide characters take two cells, a combining mark none."""

from __future__ import annotations

from unicodedata import category, combining, east_asian_width


def cells(text: str) -> int:
    """The cells that one line takes; ambiguous characters count one, as terminals have them by default."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(char) for char in text)


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, up to `width` cells."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """The text, with an ellipsis for what goes beyond `width` cells."""
    return text if cells(text) <= width else pieces(text, width - 1)[0] + "…"


def pieces(text: str, width: int) -> list[str]:
    """The text in pieces of at most `width` cells, cut anywhere."""
    found, piece = [], ""
    for char in text:
        if cells(piece + char) > width:
            found.append(piece)
            piece = ""
        piece += char
    return [*found, piece]


def wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; a longer word stands alone."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if line and cells(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line] if line else lines


def lines_of(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces where that will do; one empty line for no text."""
    return [piece for line in wrapped(text, width) or [""] for piece in pieces(line, width)]


def _cells_of(char: str) -> int:
    if combining(char) or category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1
