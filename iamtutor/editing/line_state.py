"""What a line of JSON says about the place of the cursor in it. A string never runs over lines, so a line is enough."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

OPENERS: Final = {"{": "}", "[": "]"}
CLOSERS: Final = {closer: opener for opener, closer in OPENERS.items()}
_STRING: Final = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)')


def string_at(line: str, column: int) -> int | None:
    """The column of the quotation mark that opens the string in which the cursor stands; None outside strings."""
    for match in _STRING.finditer(line):
        if match.start() >= column:
            return None
        is_closed = match.end() - match.start() > 1 and match.group().endswith('"') and not _ends_escaped(match.group())
        if column < match.end() or (column == match.end() and not is_closed):
            return match.start()
    return None


def _ends_escaped(string: str) -> bool:
    """Whether the last quotation mark of a piece is escaped, so that it closes nothing."""
    return is_escaped(string, len(string) - 1)


def is_escaped(line: str, column: int) -> bool:
    """Whether a backslash takes away the meaning of the character behind the cursor."""
    before = line[:column]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def bare(line: str) -> str:
    """The line with its strings blanked out, as long as before: what is left are brackets, commas and words."""
    return _STRING.sub(lambda match: '"' * len(match.group()), line)


def depth(line: str) -> int:
    """How many brackets a line opens and does not close, less those that it closes and did not open."""
    plain = bare(line)
    return sum(plain.count(opener) - plain.count(closer) for opener, closer in OPENERS.items())


def left_open(lines: Iterable[str]) -> int:
    """How many brackets a text leaves open; below 0 where it closes more than it opens."""
    return sum(map(depth, lines))


def indent_of(line: str) -> str:
    """The spaces with which a line begins."""
    return line[: len(line) - len(line.lstrip(" "))]
