"""Patterns: exactly what `*` and `?` mean, and no pattern that takes more than linear time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.policy.pattern import Piece, pattern, pattern_of

TEXTS = st.text(alphabet="ab/:*?\n한", max_size=12)


def by_expression(text: str) -> re.Pattern[str]:
    """The same pattern as a regular expression: right, but not linear."""
    return re.compile("".join({"*": ".*", "?": "."}.get(char, re.escape(char)) for char in text), re.DOTALL)


@given(TEXTS, TEXTS)
def test_means_what_the_expression_means(wild: str, text: str) -> None:
    assert pattern(wild)(text) is (by_expression(wild).fullmatch(text) is not None)


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_literal_pieces_hold_no_wildcards(before: str, literal: str, after: str, text: str) -> None:
    pieces = (Piece(before, literal=False), Piece(literal, literal=True), Piece(after, literal=False))
    source = by_expression(before).pattern + re.escape(literal) + by_expression(after).pattern
    assert pattern_of(pieces)(text) is (re.fullmatch(source, text, re.DOTALL) is not None)


@given(TEXTS)
def test_every_text_matches_itself_and_a_star(text: str) -> None:
    assert pattern("*")(text)
    assert pattern_of((Piece(text, literal=True),))(text)


@pytest.mark.parametrize(
    ("wild", "text", "expected"),
    [
        ("arn:aws:s3:::reports/*", "arn:aws:s3:::reports/2026/q3.csv", True),
        ("arn:aws:s3:::reports/*", "arn:aws:s3:::reports", False),
        ("arn:aws:s3:::reports/????.csv", "arn:aws:s3:::reports/2026.csv", True),
        ("arn:aws:s3:::reports/????.csv", "arn:aws:s3:::reports/26.csv", False),
        ("arn:aws:lambda:*:function:f", "arn:aws:lambda:us-east-1:111122223333:function:f", True),
        ("ab*ba", "aba", False),
        ("ab*ba", "abba", True),
        ("**", "", True),
        ("?", "", False),
        ("?*?", "a", False),
        ("a*?", "a", False),
        ("", "", True),
        ("", "a", False),
    ],
)
def test_examples(wild: str, text: str, expected: bool) -> None:
    assert pattern(wild)(text) is expected


class CountingText(str):
    """A text that counts how often it is searched."""

    __slots__ = ()
    searches = 0

    def find(self, *args: object) -> int:  # type: ignore[override]
        CountingText.searches += 1
        return super().find(*args)  # type: ignore[arg-type]


@pytest.mark.parametrize("stars", [10, 20, 40])
def test_a_hostile_pattern_is_searched_once_for_each_segment(stars: int) -> None:
    CountingText.searches = 0
    assert not pattern("*a" * stars + "*b")(CountingText("a" * 10_000))
    assert CountingText.searches <= stars


def test_a_hostile_pattern_with_question_marks_ends() -> None:
    assert not pattern("*a?" * 30 + "*b")("a" * 20_000)
