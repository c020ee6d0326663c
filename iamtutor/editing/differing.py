"""What differs between two texts: line by line, and within lines that resemble each other piece by piece."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Final

Marks = tuple[tuple[int, int], ...]
_WORD: Final = re.compile(r"\w+|\s+|.")
ALIKE: Final = 0.5
"""From this ratio on, two lines count as one that was changed, and what changed in it is marked."""


@dataclass(frozen=True, slots=True)
class Side:
    """A line of one text, its number from 0, and which columns of it the other text has not."""

    number: int
    text: str
    marks: Marks = ()


@dataclass(frozen=True, slots=True)
class Row:
    """What stands level: a line of each text, or of only one."""

    left: Side | None
    right: Side | None
    same: bool


def differing(left: str, right: str) -> tuple[Row, ...]:
    """The rows of a comparison, in the order of both texts."""
    first, second = left.splitlines(), right.splitlines()
    rows: list[Row] = []
    for tag, a, b, c, d in SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        if tag == "equal":
            pairs = zip(range(a, b), range(c, d), strict=True)
            rows += [Row(Side(one, first[one]), Side(other, second[other]), True) for one, other in pairs]
        else:
            rows += _changed(first, range(a, b), second, range(c, d))
    return tuple(rows)


def _changed(first: Sequence[str], ones: range, second: Sequence[str], others: range) -> Iterator[Row]:
    for one, other in zip_longest(ones, others):
        if one is None or other is None:
            left = None if one is None else Side(one, first[one])
            right = None if other is None else Side(other, second[other])
            yield Row(left, right, False)
            continue
        marks = _within(first[one], second[other])
        yield Row(Side(one, first[one], marks[0]), Side(other, second[other], marks[1]), False)


def _within(one: str, other: str) -> tuple[Marks, Marks]:
    """The columns of either line that the other has not; none where they have too little in common."""
    pieces = _WORD.findall(one), _WORD.findall(other)
    matcher = SequenceMatcher(None, *pieces, autojunk=False)
    if matcher.ratio() < ALIKE:
        return (), ()
    starts = [_starts(each) for each in pieces]
    changed = [each for each in matcher.get_opcodes() if each[0] != "equal"]
    left = tuple((starts[0][a], starts[0][b]) for _, a, b, _, _ in changed if a < b)
    right = tuple((starts[1][c], starts[1][d]) for _, _, _, c, d in changed if c < d)
    return left, right


def _starts(pieces: Sequence[str]) -> list[int]:
    found = [0]
    for piece in pieces:
        found.append(found[-1] + len(piece))
    return found
