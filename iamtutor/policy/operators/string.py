"""StringEquals, StringEqualsIgnoreCase, StringLike and their negations."""

from __future__ import annotations

from iamtutor.policy.operators.operator import Operator, Test
from iamtutor.policy.pattern import Piece, pattern_of
from iamtutor.policy.variables import joined


def _equals(pieces: tuple[Piece, ...]) -> Test:
    return joined(pieces).__eq__


def _equals_ignoring_case(pieces: tuple[Piece, ...]) -> Test:
    wanted = joined(pieces).lower()
    return lambda value: value.lower() == wanted


def _like(pieces: tuple[Piece, ...]) -> Test:
    return pattern_of(pieces)


OPERATORS = (
    Operator("StringEquals", _equals, variables=True),
    Operator("StringNotEquals", _equals, negated=True, variables=True),
    Operator("StringEqualsIgnoreCase", _equals_ignoring_case, variables=True),
    Operator("StringNotEqualsIgnoreCase", _equals_ignoring_case, negated=True, variables=True),
    Operator("StringLike", _like, variables=True, wildcards=True),
    Operator("StringNotLike", _like, negated=True, variables=True, wildcards=True),
)
