"""NumericEquals and its kin: whole or decimal numbers, compared exactly."""

from __future__ import annotations

import operator
import re
from decimal import Decimal

from iamtutor.policy.operators.comparing import comparing
from iamtutor.policy.operators.operator import Operator

_NUMBER = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?")


def number(text: str) -> Decimal | None:
    """The number that `text` writes, or None."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


OPERATORS = (
    Operator("NumericEquals", comparing(number, operator.eq)),
    Operator("NumericNotEquals", comparing(number, operator.eq), negated=True),
    Operator("NumericLessThan", comparing(number, operator.lt)),
    Operator("NumericLessThanEquals", comparing(number, operator.le)),
    Operator("NumericGreaterThan", comparing(number, operator.gt)),
    Operator("NumericGreaterThanEquals", comparing(number, operator.ge)),
)
