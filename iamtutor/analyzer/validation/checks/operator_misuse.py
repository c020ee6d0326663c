"""INVALID_VARIABLE_FOR_OPERATOR and WILDCARD_WITHOUT_LIKE_OPERATOR: values that an operator takes literally.

``${*}``, ``${?}`` and ``${$}`` stand for the characters themselves and are neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.checks.operator_fix import operator_fix
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject

CODES = ("INVALID_VARIABLE_FOR_OPERATOR", "WILDCARD_WITHOUT_LIKE_OPERATOR")
_VARIABLE: Final = re.compile(r"\$\{[^*?$}][^}]*\}")
_ESCAPED: Final = re.compile(r"\$\{[^}]*\}")
_WITH_LIKE: Final = {"StringEquals": "StringLike", "StringNotEquals": "StringNotLike"}


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every variable and wildcard that its operator compares character by character."""
    for statement in subject.statements:
        for test in statement.tests:
            if test.base.startswith(("String", "Arn")):
                if not test.base.endswith("Like") and test.base.startswith("String"):
                    yield from _wildcards(statement, test)
            elif test.operator is not None:
                for item in test.items:
                    if _VARIABLE.search(item.text):
                        yield found("INVALID_VARIABLE_FOR_OPERATOR", item.place, operator=test.written, value=item.text)


def _wildcards(statement: Stated, test: KeyTest) -> Iterator[ValidationFinding]:
    meant = _WITH_LIKE.get(test.base)
    written = test.written.replace(test.base, meant) if meant else ""
    for item in test.items:
        plain = _ESCAPED.sub("", item.text)
        if "*" in plain or "?" in plain:
            fix = operator_fix(statement, test, written) if written else None
            yield found(
                "WILDCARD_WITHOUT_LIKE_OPERATOR",
                item.place,
                fix=fix,
                operator=test.written,
                value=item.text,
                meant=written or "StringLike",
            )
