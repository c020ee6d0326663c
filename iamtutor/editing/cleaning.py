"""A policy that was copied from somewhere: what in it is no JSON, and the text without that.

Strings keep what they say, character by character: `//` in an address is no comment, and an ARN stays an ARN.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from iamtutor.policy import tokens
from iamtutor.policy.tokens import Lexeme, lexemes

Kind = Literal[
    "fence", "byte-order-mark", "comment", "trailing-comma", "smart-quotes", "single-quotes", "odd-space", "literal"
]
KINDS: Final[tuple[Kind, ...]] = (
    "fence",
    "byte-order-mark",
    "comment",
    "trailing-comma",
    "smart-quotes",
    "single-quotes",
    "odd-space",
    "literal",
)
_LITERALS: Final = {"True": "true", "False": "false", "None": "null"}
_FENCE: Final = re.compile(r"\A\s*(`{3,}|~{3,})[^\n`]*\n(.*?)\n?[ \t]*\1\s*\Z", re.DOTALL)
_SILENT: Final = (tokens.COMMENT, tokens.ODD_SPACE)
_CLOSE: Final = (tokens.CLOSE_OBJECT, tokens.CLOSE_ARRAY)
_BEFORE_ITEM: Final = (tokens.OPEN_OBJECT, tokens.OPEN_ARRAY, tokens.COMMA, tokens.COLON)


@dataclass(frozen=True, slots=True)
class Cleaning:
    """The text without what is no JSON, and how often each was there, in the order of `KINDS`."""

    text: str
    found: Mapping[Kind, int]


def cleaning(text: str) -> Cleaning | None:
    """What would be cleaned; None where there is nothing. Takes time linear in the text."""
    fence = _FENCE.match(text)
    found: Counter[Kind] = Counter()
    if fence:
        text = fence[2] + "\n"
        found["fence"] += 1
    edits = _Edits(text, found)
    edits.run()
    if not found:
        return None
    return Cleaning(edits.made(), {kind: found[kind] for kind in KINDS if found[kind]})


class _Edits:
    """Goes through the lexemes once and notes what comes in place of what."""

    def __init__(self, text: str, found: Counter[Kind]) -> None:
        self._text = text
        self._found = found
        self._lexemes = lexemes(text)
        self._edits: list[tuple[int, int, str]] = []

    def run(self) -> None:
        handlers: dict[int, Callable[[int, Lexeme], None]] = {
            tokens.COMMENT: self._comment,
            tokens.COMMA: self._comma,
            tokens.SMART_STRING: self._smart,
            tokens.SINGLE_STRING: self._single,
            tokens.ODD_SPACE: self._space,
            tokens.WORD: self._word,
        }
        for number, lexeme in enumerate(self._lexemes):
            handler = handlers.get(lexeme[0])
            if handler is not None:
                handler(number, lexeme)

    def made(self) -> str:
        """The text with every edit made."""
        pieces: list[str] = []
        at = 0
        for start, end, text in self._edits:
            pieces += (self._text[at:start], text)
            at = end
        return "".join((*pieces, self._text[at:]))

    def _edit(self, kind: Kind, start: int, end: int, text: str = "") -> None:
        self._found[kind] += 1
        self._edits.append((start, end, text))

    def _comment(self, number: int, lexeme: Lexeme) -> None:
        _, start, end = lexeme
        written = self._text[start:end]
        if written.startswith("/*") and not (written.endswith("*/") and len(written) >= 4):
            return  # never closed: who knows how much of the rest belongs to it
        if number and self._is_address(self._lexemes[number - 1], start):
            return
        line_start = max(self._text.rfind("\n", 0, start), self._text.rfind("\r", 0, start)) + 1
        floor = self._edits[-1][1] if self._edits else 0
        lead = self._text[max(line_start, floor) : start]
        is_alone = max(line_start, floor) == line_start and not lead.strip(" \t")
        ends_line = end >= len(self._text) or self._text[end] in "\r\n"
        if is_alone and ends_line and end < len(self._text):
            after = end + (2 if self._text.startswith("\r\n", end) else 1)
            self._edit("comment", line_start, after)
        elif ends_line:
            self._edit("comment", start - len(lead) + len(lead.rstrip(" \t")), end)
        else:
            self._edit("comment", start, end, "" if self._text[end] in " \t" else " ")

    def _is_address(self, before: Lexeme, start: int) -> bool:
        """Whether what looks like a comment is the rest of an address without quotation marks: `https://…`."""
        return before[0] == tokens.COLON and before[2] == start

    def _comma(self, number: int, lexeme: Lexeme) -> None:
        follows = number + 1
        while self._lexemes[follows][0] in _SILENT:
            follows += 1
        is_behind_item = number > 0 and self._lexemes[number - 1][0] not in _BEFORE_ITEM
        if self._lexemes[follows][0] in _CLOSE and is_behind_item:
            self._edit("trailing-comma", lexeme[1], lexeme[2])

    def _smart(self, number: int, lexeme: Lexeme) -> None:
        _, start, end = lexeme
        self._edit("smart-quotes", start, end, _quoted(self._text[start + 1 : end - 1]))

    def _single(self, number: int, lexeme: Lexeme) -> None:
        _, start, end = lexeme
        self._edit("single-quotes", start, end, _quoted(self._text[start + 1 : end - 1]))

    def _space(self, number: int, lexeme: Lexeme) -> None:
        _, start, end = lexeme
        if self._text[start] == "\ufeff" and start == 0:
            self._edit("byte-order-mark", start, start + 1)
            start += 1
            if start == end:
                return
        widths = [char not in "\ufeff\u200b\u200c\u200d\u2060" for char in self._text[start:end]]
        self._edit("odd-space", start, end, " " * sum(widths))

    def _word(self, number: int, lexeme: Lexeme) -> None:
        literal = _LITERALS.get(self._text[lexeme[1] : lexeme[2]])
        if literal is not None:
            self._edit("literal", lexeme[1], lexeme[2], literal)


_PIECE: Final = re.compile(r"\\(.)|\"")


def _quoted(content: str) -> str:
    """The content of a string in straight double quotation marks: only the marks themselves are escaped otherwise."""

    def escaped(match: re.Match[str]) -> str:
        return match.group() if match[1] is not None and match[1] != "'" else match[1] or '\\"'

    return f'"{_PIECE.sub(escaped, content)}"'
