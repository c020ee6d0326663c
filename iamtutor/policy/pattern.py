"""Patterns with ``*`` (any run, also an empty one) and ``?`` (one character), matched in linear time.

A pattern is given as pieces, because what a policy variable put in is literal even where it holds a ``*``.
The longest-run-first backtracking of regular expressions is avoided: between two stars the leftmost place of a
segment is always good enough.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

Matcher = Callable[[str], bool]


class Piece(NamedTuple):
    """A run of a pattern; in a `literal` piece ``*`` and ``?`` mean themselves."""

    text: str
    literal: bool


class Segment(NamedTuple):
    """What stands between two stars: a plain string, or an expression where it holds a ``?``."""

    text: str
    expression: re.Pattern[str] | None


def pattern(text: str) -> Matcher:
    """A matcher for `text`, in which every ``*`` and ``?`` is a wildcard."""
    return _plain_pattern(text)


@lru_cache(maxsize=8192)
def _plain_pattern(text: str) -> Matcher:
    return pattern_of((Piece(text, literal=False),))


def pattern_of(pieces: Iterable[Piece]) -> Matcher:
    """A matcher for the pieces of one pattern."""
    segments = _segments(pieces)
    first, last = segments[0], segments[-1]
    if len(segments) == 1:
        return first.text.__eq__ if first.expression is None else _fullmatch(first.expression)
    if len(segments) == 2 and first.expression is None and last == _EMPTY:
        return _prefix(first.text) if first.text else _anything
    return _between(segments)


def is_wild(text: str) -> bool:
    """Whether `text` holds a wildcard."""
    return "*" in text or "?" in text


_EMPTY = Segment("", None)


def _anything(_text: str) -> bool:
    return True


def _prefix(prefix: str) -> Matcher:
    return lambda text: text.startswith(prefix)


def _fullmatch(expression: re.Pattern[str]) -> Matcher:
    return lambda text: expression.fullmatch(text) is not None


def _segments(pieces: Iterable[Piece]) -> list[Segment]:
    """The pieces cut at their stars; at least one segment."""
    segments: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece.literal:
            segments[-1].append(piece)
            continue
        for number, run in enumerate(piece.text.split("*")):
            if number:
                segments.append([])
            segments[-1].append(Piece(run, literal=False))
    return [_segment(run) for run in segments]


def _segment(run: list[Piece]) -> Segment:
    text = "".join(piece.text for piece in run)
    if not any("?" in piece.text for piece in run if not piece.literal):
        return Segment(text, None)
    source = "".join(
        re.escape(piece.text) if piece.literal else ".".join(re.escape(part) for part in piece.text.split("?"))
        for piece in run
    )
    return Segment(text, re.compile(source, re.DOTALL))


def _between(segments: list[Segment]) -> Matcher:
    first, *middle, last = segments
    middle = [segment for segment in middle if segment.text]
    least = sum(len(segment.text) for segment in segments)

    def matches(text: str) -> bool:
        if len(text) < least:
            return False
        end = len(text) - len(last.text)
        if not (_stands_at(first, text, 0) and _stands_at(last, text, end)):
            return False
        at = len(first.text)
        for segment in middle:
            at = _leftmost(segment, text, at, end)
            if at < 0:
                return False
        return True

    return matches


def _stands_at(segment: Segment, text: str, at: int) -> bool:
    if segment.expression is None:
        return text.startswith(segment.text, at)
    return segment.expression.match(text, at) is not None


def _leftmost(segment: Segment, text: str, at: int, end: int) -> int:
    """Where the leftmost occurrence of the segment in ``text[at:end]`` ends, or -1."""
    if segment.expression is None:
        found = text.find(segment.text, at, end)
        return -1 if found < 0 else found + len(segment.text)
    match = segment.expression.search(text, at, end)
    return -1 if match is None else match.end()
