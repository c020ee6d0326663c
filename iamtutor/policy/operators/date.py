"""DateEquals and its kin: W3C ISO 8601 or seconds since 1970, mixable; UTC where no zone is given.

The date forms: https://www.w3.org/TR/NOTE-datetime
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from iamtutor.policy.operators.operator import Operator, Outcome, Test
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import joined

_ISO = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[Tt]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)?)?",
)
_EPOCH = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_START = datetime(1970, 1, 1, tzinfo=UTC)
Comparison = Callable[[Fraction, Fraction], bool]


def instant(text: str) -> Fraction | None:
    """Seconds since 1970-01-01T00:00:00Z, exactly; None where `text` is no date. Four digits alone are a year."""
    match = _ISO.fullmatch(text)
    if match is None:
        return Fraction(text) if _EPOCH.fullmatch(text) else None
    year, month, day, hour, minute, second, fraction, zone = match.groups()
    try:
        moment = datetime(
            int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=UTC
        )
    except ValueError:
        return None
    seconds = (moment - _START) // timedelta(seconds=1) - _zone_seconds(zone)
    return Fraction(seconds) + (Fraction("0" + fraction) if fraction else 0)


def _zone_seconds(zone: str | None) -> int:
    if zone is None or zone in "Zz":
        return 0
    digits = zone[1:].replace(":", "")
    seconds = int(digits[:2]) * 3600 + int(digits[2:]) * 60
    return -seconds if zone[0] == "-" else seconds


def _comparing(compare: Comparison) -> Callable[[tuple[Piece, ...]], Test | None]:
    def prepare(pieces: tuple[Piece, ...]) -> Test | None:
        wanted = instant(joined(pieces))
        if wanted is None:
            return None

        def test(value: str) -> Outcome:
            found = instant(value)
            return None if found is None else compare(found, wanted)

        return test

    return prepare


OPERATORS = (
    Operator("DateEquals", _comparing(operator.eq)),
    Operator("DateNotEquals", _comparing(operator.eq), negated=True),
    Operator("DateLessThan", _comparing(operator.lt)),
    Operator("DateLessThanEquals", _comparing(operator.le)),
    Operator("DateGreaterThan", _comparing(operator.gt)),
    Operator("DateGreaterThanEquals", _comparing(operator.ge)),
)
