"""Conditions of a resource control policy that also hit those whom they are not meant for.

RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY, RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY and
RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.checks.service_access import SOURCE_KEYS
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Stated, Subject
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.operators.boolean import truth

CODES = (
    "RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY",
    "RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY",
    "RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK",
)
_PRINCIPAL_KEYS: Final = ("aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn")
_PRINCIPAL_TAG: Final = "aws:principaltag/"
_IS_SERVICE: Final = "aws:principalisawsservice"
_PRESENT: Final = ("aws:sourceaccount", "aws:sourcearn")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every Deny of an RCP whose condition lacks its counterpart."""
    if subject.kind is not PolicyKind.RCP:
        return
    for statement in subject.statements:
        if statement.denies:
            yield from _of_deny(statement)


def _of_deny(statement: Stated) -> Iterator[ValidationFinding]:
    about_caller = [test for test in statement.tests if _asks(test) and _is_about_caller(test)]
    if about_caller and not _says_service(statement, wanted=False):
        yield found("RCP_MISSING_RELATED_PRINCIPAL_CONDITION_KEY", about_caller[0].key_place, key=about_caller[0].key)
    about_source = [test for test in statement.tests_of(*SOURCE_KEYS) if _asks(test)]
    if not about_source:
        return
    first = about_source[0]
    if not _says_service(statement, wanted=True):
        yield found("RCP_MISSING_RELATED_SERVICE_PRINCIPAL_CONDITION_KEY", first.key_place, key=first.key)
    if not any(_is_present(test) for test in statement.tests_of(*_PRESENT)):
        yield found("RCP_MISSING_SERVICE_CONDITION_KEY_NULL_CHECK", first.key_place, key=first.key)


def _asks(test: KeyTest) -> bool:
    return test.operator is not None and not test.operator.is_null


def _is_about_caller(test: KeyTest) -> bool:
    return test.lower in _PRINCIPAL_KEYS or test.lower.startswith(_PRINCIPAL_TAG)


def _says_service(statement: Stated, *, wanted: bool) -> bool:
    """Whether a test says that the caller is, or is not, an AWS service."""
    return any(
        test.base == "Bool" and all(truth(item.text) is wanted for item in test.items)
        for test in statement.tests_of(_IS_SERVICE)
    )


def _is_present(test: KeyTest) -> bool:
    return test.base == "Null" and all(truth(item.text) is False for item in test.items)
