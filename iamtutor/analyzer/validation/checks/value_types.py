"""Whether the values of a condition are what their operator compares.

TYPE_MISMATCH_BOOLEAN, TYPE_MISMATCH_NUMBER, TYPE_MISMATCH_DATE, TYPE_MISMATCH_IP_RANGE, TYPE_MISMATCH_STRING (base64),
INVALID_DATE_VALUE, INVALID_CONDITION_MULTIPLE_BOOLEAN and INVALID_CONDITION_DATA_TYPE.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Iterator
from typing import Final

from iamtutor.analyzer.validation.checks.operator_types import family
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Subject
from iamtutor.catalog import KeyType
from iamtutor.policy.operators.boolean import truth
from iamtutor.policy.operators.date import instant
from iamtutor.policy.operators.ip import network
from iamtutor.policy.operators.numeric import number

CODES = (
    "TYPE_MISMATCH_BOOLEAN",
    "TYPE_MISMATCH_NUMBER",
    "TYPE_MISMATCH_DATE",
    "TYPE_MISMATCH_IP_RANGE",
    "TYPE_MISMATCH_STRING",
    "INVALID_DATE_VALUE",
    "INVALID_CONDITION_MULTIPLE_BOOLEAN",
    "INVALID_CONDITION_DATA_TYPE",
)
_YEAR: Final = 4


def _is_base64(text: str) -> bool:
    try:
        base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return False
    return True


_READS: Final[dict[KeyType, tuple[str, Callable[[str], object]]]] = {
    KeyType.BOOL: ("TYPE_MISMATCH_BOOLEAN", truth),
    KeyType.NUMERIC: ("TYPE_MISMATCH_NUMBER", number),
    KeyType.DATE: ("TYPE_MISMATCH_DATE", instant),
    KeyType.IP: ("TYPE_MISMATCH_IP_RANGE", network),
    KeyType.BINARY: ("TYPE_MISMATCH_STRING", lambda text: True if _is_base64(text) else None),
}


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every value that its operator cannot read, and values that do not go together."""
    for statement in subject.statements:
        for test in statement.tests:
            kind = KeyType.BOOL if test.base == "Null" else family(test.base)
            if kind in _READS:
                yield from _unreadable(test, kind)
            if test.base == "Bool" and len(test.items) > 1:
                yield found("INVALID_CONDITION_MULTIPLE_BOOLEAN", test.value_place, key=test.key, count=len(test.items))
            if len({item.node.kind for item in test.items}) > 1:
                yield found("INVALID_CONDITION_DATA_TYPE", test.value_place, key=test.key)


def _unreadable(test: KeyTest, kind: KeyType) -> Iterator[ValidationFinding]:
    code, read = _READS[kind]
    for item in test.items:
        if "${" in item.text:
            continue
        if read(item.text) is None:
            yield found(code, item.place, operator=test.written, value=item.text)
        elif kind is KeyType.DATE and item.text.isdigit() and len(item.text) != _YEAR:
            yield found("INVALID_DATE_VALUE", item.place, value=item.text)
