"""TYPE_MISMATCH and STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS: an operator of another type than its key.

ARN operators on string keys and StringEquals on ARN keys pass: ValidatePolicy says nothing about the AWS managed
policies that have them. Tags are text, so every operator passes on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.checks.operator_fix import operator_fix
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject
from iamtutor.catalog import KeyType

CODES = ("TYPE_MISMATCH", "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS")
FAMILIES: Final = {
    "String": KeyType.STRING,
    "Numeric": KeyType.NUMERIC,
    "Date": KeyType.DATE,
    "Bool": KeyType.BOOL,
    "Binary": KeyType.BINARY,
    "IpAddress": KeyType.IP,
    "NotIpAddress": KeyType.IP,
    "Arn": KeyType.ARN,
}
_TEXTS: Final = (KeyType.STRING, KeyType.ARN)


def family(base: str) -> KeyType | None:
    """The type that a base operator compares; None for Null and for what is no operator."""
    return next((kind for begin, kind in FAMILIES.items() if base.startswith(begin)), None)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every operator that does not suit its key."""
    for statement in subject.statements:
        for test in statement.tests:
            kind = family(test.base)
            known = subject.facts.key(test.lower) if kind is not None else None
            if kind is None or known is None or kind in known.types:
                continue
            if kind in _TEXTS and set(known.types) <= set(_TEXTS):
                if test.base in ("StringLike", "StringNotLike") and KeyType.ARN in known.types:
                    yield _string_like(statement, test)
            elif "/" not in test.lower or not test.lower.partition("/")[0].endswith("tag"):
                wanted = known.types[0].value
                yield found("TYPE_MISMATCH", test.key_place, operator=test.written, key=test.key, type=wanted)


def _string_like(statement: Stated, test: KeyTest) -> ValidationFinding:
    meant = test.written.replace("String", "Arn")
    fix = operator_fix(statement, test, meant) if _all_arns(test) else None
    code = "STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS"
    return found(code, test.key_place, fix=fix, operator=test.written, key=test.key, meant=meant)


def _all_arns(test: KeyTest) -> bool:
    """Whether every value is a whole ARN, so that the ARN operator can take it."""
    return all(item.text.count(":") >= 5 and item.text.startswith("arn:") for item in test.items)
