"""DateEquals and its kin: W3C ISO 8601 or seconds since 1970, mixable; UTC where no zone is given.

The date forms: https://www.w3.org/TR/NOTE-datetime
"""

from __future__ import annotations

import operator
import re
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from iamtutor.policy.operators.comparing import comparing
from iamtutor.policy.operators.operator import Operator

_ISO = re.compile(
    r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})"
    r"(?:[Tt]([0-9]{2}):([0-9]{2})(?::([0-9]{2})(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:?[0-9]{2})?)?)?)?",
)
_EPOCH = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_START = datetime(1970, 1, 1, tzinfo=UTC)


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


OPERATORS = (
    Operator("DateEquals", comparing(instant, operator.eq)),
    Operator("DateNotEquals", comparing(instant, operator.eq), negated=True),
    Operator("DateLessThan", comparing(instant, operator.lt)),
    Operator("DateLessThanEquals", comparing(instant, operator.le)),
    Operator("DateGreaterThan", comparing(instant, operator.gt)),
    Operator("DateGreaterThanEquals", comparing(instant, operator.ge)),
)
