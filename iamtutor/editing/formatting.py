"""Laying a policy out: two spaces a level, one member a line, short lists on one line. Nothing but white space changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from iamtutor.policy import Position, Reading, read, tokens
from iamtutor.policy.finding import Argument

STEP: Final = "  "
WIDTH: Final = 72
"""A list goes on one line where the line is no longer than this."""
_OPEN: Final = (tokens.OPEN_OBJECT, tokens.OPEN_ARRAY)
_CLOSE: Final = (tokens.CLOSE_OBJECT, tokens.CLOSE_ARRAY)
_DUPLICATE: Final = "json.duplicate-key"


@dataclass(frozen=True, slots=True)
class Formatted:
    """The text laid out, and where the cursor stands in it: at the same character of the same token."""

    text: str
    cursor: int


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A text that is no JSON stays as it is: the reader's first finding about it, and where."""

    code: str
    arguments: dict[str, Argument]
    position: Position


def formatted(text: str, cursor: int = 0) -> Formatted | Unreadable:
    """Lay a text out. `cursor` is an offset in it. A text laid out already comes back as it is."""
    if not text.strip():
        return Formatted(text, cursor)
    reading = read(text)
    for finding in reading.findings:
        if finding.code.startswith("json.") and finding.code != _DUPLICATE:
            start = finding.span.start if finding.span is not None else 0
            return Unreadable(finding.code, dict(finding.arguments), reading.position(start))
    return _Layout(reading).run(cursor)


class _Layout:
    """Writes lexeme after lexeme; strings and numbers go over character by character."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._lexemes = [lexeme for lexeme in reading.tree.lexemes if lexeme[0] != tokens.END]
        self._written: list[str] = []
        self._length = 0
        self._line_start = 0
        self._places: list[int] = []

    def run(self, cursor: int) -> Formatted:
        flat_until = -1
        level = 0
        for number, (kind, start, end) in enumerate(self._lexemes):
            if kind in _CLOSE:
                level -= 1
                if number > flat_until and self._lexemes[number - 1][0] not in _OPEN:
                    self._break(level)
            self._places.append(self._length)
            self._put(self._text[start:end])
            if kind in _OPEN:
                level += 1
                if number > flat_until:
                    flat_until = self._flat(number)
                if number >= flat_until and self._lexemes[number + 1][0] not in _CLOSE:
                    self._break(level)
            elif kind == tokens.COMMA:
                if number < flat_until:
                    self._put(" ")
                else:
                    self._break(level)
            elif kind == tokens.COLON:
                self._put(" ")
        if self._text.endswith(("\n", "\r")):
            self._put("\n")
        return Formatted("".join(self._written), self._moved(cursor))

    def _put(self, piece: str) -> None:
        self._written.append(piece)
        self._length += len(piece)

    def _break(self, level: int) -> None:
        self._put("\n" + STEP * level)
        self._line_start = self._length - len(STEP) * level

    def _flat(self, opened: int) -> int:
        """The number of the bracket that closes this one where all between goes on one line; -1 where it does not.

        A list of plain values does where there is room, an object only where it holds one such thing.
        """
        room = WIDTH - (self._length - self._line_start)
        commas_wanted = self._lexemes[opened][0] == tokens.OPEN_ARRAY
        used, number = 0, opened + 1
        while used <= room:
            kind, start, end = self._lexemes[number]
            if kind in _CLOSE:
                follows = number + 1 < len(self._lexemes) and self._lexemes[number + 1][0] == tokens.COMMA
                return number if used + 1 + follows <= room and opened > 0 else -1
            if kind == tokens.OPEN_ARRAY and not commas_wanted:
                inner = self._flat_list(number)
                if inner < 0:
                    return -1
                used += self._flat_width(number, inner)
                number = inner + 1
                continue
            if kind in _OPEN or (kind == tokens.COMMA and not commas_wanted):
                return -1
            used += end - start + (kind in (tokens.COMMA, tokens.COLON))
            number += 1
        return -1

    def _flat_list(self, opened: int) -> int:
        """The bracket that closes a list of plain values; -1 where something in it has brackets of its own."""
        number = opened + 1
        while self._lexemes[number][0] not in _CLOSE:
            if self._lexemes[number][0] in _OPEN:
                return -1
            number += 1
        return number

    def _flat_width(self, first: int, last: int) -> int:
        pieces = self._lexemes[first : last + 1]
        return sum(end - start + (kind == tokens.COMMA) for kind, start, end in pieces)

    def _moved(self, cursor: int) -> int:
        """Where an offset of the text before is now."""
        before = 0
        for (_, start, end), place in zip(self._lexemes, self._places, strict=True):
            if cursor < start:
                return before
            if cursor <= end:
                return place + cursor - start
            before = place + end - start
        return before
