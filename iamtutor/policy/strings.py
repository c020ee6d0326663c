"""What a JSON string says: its escapes resolved, and the first mistake of each sort in it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_PIECE: Final = re.compile(
    r"""\\(?:
    u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})
    |u([dD][89a-fA-F][0-9a-fA-F]{2})
    |u([0-9a-fA-F]{4})
    |(["\\/bfnrt])
    |([\s\S]?))
    |([\ud800-\udfff])
    |([\x00-\x1f])""",
    re.VERBOSE,
)
_HIGH, _LOW, _LONE_ESCAPE, _UNIT, _SHORT, _BAD, _LONE, _CONTROL = range(1, 9)
_SHORT_ESCAPES: Final = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


class Flaw(NamedTuple):
    """A mistake inside a string: its code, where in the text, the characters, and whether the value is lost by it."""

    code: str
    start: int
    end: int
    written: str
    fatal: bool


def unescape(text: str, start: int, end: int, quote: str = '"') -> tuple[str, list[Flaw]]:
    """The value of the string whose content is `text[start:end]`, and its flaws, one of each code at most.

    A character that cannot be known becomes U+FFFD, so that what is read can always be encoded.
    """
    parts: list[str] = []
    flaws: dict[str, Flaw] = {}
    position = start
    for piece in _PIECE.finditer(text, start, end):
        parts.append(text[position : piece.start()])
        position = piece.end()
        value, flaw = _resolve(piece, quote)
        parts.append(value)
        if flaw and flaw not in flaws:
            written = _visible(piece.group())
            flaws[flaw] = Flaw(flaw, piece.start(), piece.end(), written, flaw != "json.control-character")
    parts.append(text[position:end])
    return "".join(parts), list(flaws.values())


def _resolve(piece: re.Match[str], quote: str) -> tuple[str, str]:
    """What one escape or doubtful character stands for, and the code of its flaw if it has one."""
    kind = piece.lastindex
    if kind == _LOW:
        high, low = int(piece[_HIGH], 16), int(piece[_LOW], 16)
        return chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)), ""
    if kind == _UNIT:
        return chr(int(piece[_UNIT], 16)), ""
    if kind == _SHORT:
        return _SHORT_ESCAPES[piece[_SHORT]], ""
    if kind == _CONTROL:
        return piece[_CONTROL], "json.control-character"
    if kind == _BAD:
        bad = "\ufffd" if "\ud800" <= piece[_BAD] <= "\udfff" else piece[_BAD]
        return (bad, "") if bad == quote else (bad, "json.bad-escape")
    return "\ufffd", "json.lone-surrogate"


def _visible(written: str) -> str:
    """The characters as they can be shown: control characters and surrogates by their code."""
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in written)


def excerpt(text: str) -> str:
    """A short piece of the text for a message, without line breaks or characters that cannot be encoded."""
    shown = "".join(char if char.isprintable() else "\ufffd" for char in text[:41])
    return shown[:40] + "…" if len(shown) > 40 else shown
