"""The string that a cursor stands in, and how much of it is what was meant while its quotation mark is missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, Literal, NamedTuple

from iamtutor.policy import Span, tokens
from iamtutor.policy.tokens import Lexeme

_CLOSED: Final = (tokens.STRING, tokens.ROUGH_STRING)
_PUNCTUATION: Final = (tokens.COMMA, tokens.COLON, tokens.CLOSE_OBJECT, tokens.CLOSE_ARRAY, tokens.END)
_SWALLOWED: Final = re.compile(r'[\s",]|:(?=[\s"])')


class StringAt(NamedTuple):
    """A string in the text: `start` is its quotation mark, `inner` its content, `end` where the string ends.

    Where `is_closed` is False its closing quotation mark is missing, and `end` is the end of the content.
    """

    start: int
    inner: Span
    end: int
    is_closed: bool


def string_at(lexemes: list[Lexeme], text: str, offset: int) -> StringAt | None:
    """The string whose content an offset lies in or touches; None outside of strings."""
    at = bisect_left(lexemes, offset, key=lambda lexeme: lexeme[1]) - 1
    if at < 0:
        return None
    kind, start, end = lexemes[at]
    if kind in _CLOSED and offset < end:
        stop = end - 1
    elif kind == tokens.OPEN_STRING and offset <= end:
        stop = start + 1 + len(text[start + 1 : end].rstrip(" \t,}]"))
    else:
        return None
    if kind == tokens.OPEN_STRING or _is_followed_oddly(lexemes, at):
        found = _SWALLOWED.search(text, offset, stop)
        stop = found.start() if found else stop
    stop = max(stop, offset)
    is_closed = kind in _CLOSED and stop == end - 1
    return StringAt(start, Span(start + 1, stop), end if is_closed else stop, is_closed)


def _is_followed_oddly(lexemes: list[Lexeme], at: int) -> bool:
    """Whether something that is no punctuation follows a string at once: then its closing quotation mark was meant to open
    another string, and its own is missing.
    """
    kind, start, _ = lexemes[at + 1]
    return start == lexemes[at][2] and kind not in _PUNCTUATION


Role = Literal["name", "value"]


def role_of(lexemes: list[Lexeme], string: StringAt) -> Role | None:
    """What a string is by what stands before it: the name of a member, or a value; None where it can be neither."""
    at = bisect_left(lexemes, string.start, key=lambda lexeme: lexeme[1])
    return _role_after(lexemes, at - 1) if at else None


def gap_at(lexemes: list[Lexeme], offset: int) -> Role | None:
    """What could begin between two lexemes: the name of a member, or a value; None where neither can."""
    at = bisect_left(lexemes, offset, key=lambda lexeme: lexeme[1]) - 1
    if at < 0 or lexemes[at][2] > offset:
        return None
    kind, start, _ = lexemes[at + 1]
    if start == offset and kind not in (tokens.CLOSE_OBJECT, tokens.CLOSE_ARRAY, tokens.END):
        return None
    if lexemes[at][0] == tokens.COLON and kind in tokens.STRING_KINDS:
        return None
    return _role_after(lexemes, at)


def _role_after(lexemes: list[Lexeme], at: int) -> Role | None:
    kind = lexemes[at][0]
    if kind in (tokens.COLON, tokens.OPEN_ARRAY):
        return "value"
    if kind == tokens.OPEN_OBJECT:
        return "name"
    if kind == tokens.COMMA:
        return "name" if _is_in_object(lexemes, at) else "value"
    return None


def _is_in_object(lexemes: list[Lexeme], at: int) -> bool:
    """Whether the innermost bracket that is open before a lexeme is a brace."""
    depth = 0
    for kind, _, _ in reversed(lexemes[:at]):
        if kind in (tokens.CLOSE_OBJECT, tokens.CLOSE_ARRAY):
            depth += 1
        elif kind in (tokens.OPEN_OBJECT, tokens.OPEN_ARRAY):
            if depth == 0:
                return kind == tokens.OPEN_OBJECT
            depth -= 1
    return False
