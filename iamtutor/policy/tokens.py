"""The lexemes of a policy text: one compiled expression, one pass, linear whatever the text is.

Every character of the text belongs to some lexeme or is JSON white space; nothing is refused here.
"""

from __future__ import annotations

import re
from typing import Final

Lexeme = tuple[int, int, int]
"""A kind (one of the constants below) with start and end offset; a plain tuple, for there are very many."""

STRING: Final = 1
COMMA: Final = 2
COLON: Final = 3
OPEN_OBJECT: Final = 4
CLOSE_OBJECT: Final = 5
OPEN_ARRAY: Final = 6
CLOSE_ARRAY: Final = 7
LITERAL: Final = 8
NUMBER: Final = 9
ROUGH_STRING: Final = 10
"""A closed string that holds an escape, a control character or a surrogate: to be looked at more closely."""
OPEN_STRING: Final = 11
"""A string without its closing quotation mark; it ends where its line ends."""
COMMENT: Final = 12
SMART_STRING: Final = 13
SINGLE_STRING: Final = 14
ODD_SPACE: Final = 15
WORD: Final = 16
"""Anything else: a name without quotation marks, a number that JSON does not know, a stray character."""
END: Final = 17

STRING_KINDS: Final = frozenset({STRING, ROUGH_STRING, OPEN_STRING, SMART_STRING, SINGLE_STRING})

SMART_DOUBLE: Final = "“”„‟″＂"
SMART_SINGLE: Final = "‘’‚‛"
_ODD: Final = (
    "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\xa0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f\\u2060\\u3000\\ufeff"
)

# Possessive quantifiers keep it linear: no alternative is ever tried again at another length.
_LEXEME: Final = re.compile(
    r"""[ \t\n\r]*+(?:
    ("[^"\\\x00-\x1f\ud800-\udfff]*+")
    |(,)|(:)|(\{)|(\})|(\[)|(\])
    |((?:true|false|null)(?![\w.+-]))
    |(-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][+-]?[0-9]++)?(?![\w.+-]))
    |("(?:[^"\\\n\r]++|\\[^\n\r])*+")
    |("(?:[^"\\\n\r]++|\\[^\n\r])*+\\?)
    |(//[^\n\r]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/)?|\#[^\n\r]*+)
    |([SMART][^SMART"\n\r]*+["SMART]|[SINGLE][^SINGLE\n\r]*+[SINGLE])
    |('(?:[^'\\\n\r]++|\\[^\n\r])*+')
    |([ODD]++)
    |([^\x00-\x20{}\[\],:"SMARTSINGLEODD][^\x00-\x20{}\[\],:"SMARTODD]*+|[^\ ])
    |(\Z)
    )""".replace("SMART", SMART_DOUBLE)
    .replace("SINGLE", SMART_SINGLE)
    .replace("ODD", _ODD),
    re.VERBOSE,
)

_CONTINUED: Final = re.compile(
    r"(?:\r\n|[\n\r])[ \t]*+[^\s\"'{}\[\],:#/][^\"\n\r]*+(?:(\")(?=[ \t]*+(?:[,\]}:\r\n]|\Z))|(?=[\n\r]))"
)


def lexemes(text: str) -> list[Lexeme]:
    """All lexemes in the order of the text; the last one is always END."""
    found: list[Lexeme] = []
    append = found.append
    position = 0
    while True:
        for match in _LEXEME.finditer(text, position):
            kind = match.lastindex or END
            if kind == OPEN_STRING:
                position = _end_below(text, match.end())
                if position:
                    append((ROUGH_STRING, match.start(kind), position))
                    break
            append((kind, match.start(kind), match.end()))
            if kind == END:
                return found


def _end_below(text: str, line_end: int) -> int:
    """Where a string that was broken over lines ends, or 0 if it was merely left open.

    It goes on below where the next lines begin like words and end at a quotation mark that could close a value.
    """
    position = line_end
    while match := _CONTINUED.match(text, position):
        position = match.end()
        if match.group(1):
            return position
    return 0
