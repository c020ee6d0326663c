"""NumericEquals and its kin: whole or decimal numbers, compared exactly."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal

from iamtutor.policy.operators.operator import Operator, Outcome, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")
Comparison = Callable[[Decimal, Decimal], bool]


def number(text: str) -> Decimal | None:
    """The number that `text` writes, or None."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def _comparing(compare: Comparison) -> Callable[[tuple[Piece, ...]], Test | None]:
    def prepare(pieces: tuple[Piece, ...]) -> Test | None:
        wanted = number(joined(pieces))
        if wanted is None:
            return None

        def test(value: str) -> Outcome:
            found = number(value)
            return None if found is None else compare(found, wanted)

        return test

    return prepare


OPERATORS = (
    Operator("NumericEquals", _comparing(operator.eq)),
    Operator("NumericNotEquals", _comparing(operator.eq), negated=True),
    Operator("NumericLessThan", _comparing(operator.lt)),
    Operator("NumericLessThanEquals", _comparing(operator.le)),
    Operator("NumericGreaterThan", _comparing(operator.gt)),
    Operator("NumericGreaterThanEquals", _comparing(operator.ge)),
)
