"""How many cells a text takes in a terminal: Hangul takes two, a combining mark none."""

from __future__ import annotations

import unicodedata


def cells(text: str) -> int:
    """The width of one line; ambiguous characters count one, as terminals have them by default."""
    return sum(_width(char) for char in text)


def _width(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1
