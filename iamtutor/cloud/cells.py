"""Text measured in terminal cells: Hangul and other wide characters take two."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """How many cells a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def padded(text: str, width: int) -> str:
    """The text with spaces behind it, up to `width` cells."""
    return text + " " * (width - cells(text))


def cut(text: str, width: int) -> str:
    """The text, with an ellipsis for what goes beyond `width` cells."""
    if cells(text) <= width:
        return text
    return _pieces(text, width - 1)[0] + "…"


def wrapped(text: str, width: int, indent: str) -> list[str]:
    """The text in lines of at most `width` cells, broken at spaces; what follows the first line begins with `indent`.

    A word longer than a line is cut.
    """
    lines: list[str] = []
    line = text[: len(text) - len(text.lstrip(" "))]
    begun = False
    for word in text.strip(" ").split(" "):
        for piece in _pieces(word, width - cells(indent)):
            if begun and cells(line) + 1 + cells(piece) > width:
                lines.append(line)
                line = indent + piece
            else:
                line += f" {piece}" if begun else piece
            begun = True
    return [*lines, line]


def _pieces(word: str, width: int) -> list[str]:
    pieces, piece = [], ""
    for character in word:
        if cells(piece + character) > width:
            pieces.append(piece)
            piece = ""
        piece += character
    return [*pieces, piece]
