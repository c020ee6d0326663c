"""What a resource-based policy allows AWS services, and on whose behalf.

RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL, RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL and
UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL. Trust policies are not looked at: there a service takes a role of its
own account.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import KeyTest, Named, Stated, Subject

CODES = (
    "RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL",
    "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
    "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
)
SOURCE_KEYS: Final = ("aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths")
_WEAK_KEYS: Final = ("aws:referer", "aws:useragent", "aws:sourceip")
_NEVER_SENT: Final = ("aws:principalorgid", "aws:principalorgpaths", "aws:username")
_NEVER_SENT_STEM: Final = "aws:principaltag/"


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every Allow for a service that does not say for whom it acts, or asks what the service never says."""
    if not subject.is_resource:
        return
    for statement in subject.statements:
        services = [named for named in statement.principals if named.type == "Service"]
        if not services or statement.principal_name != "Principal":
            continue
        if len(services) == len(statement.principals):
            for test in statement.tests:
                if _is_never_sent(test):
                    yield found(
                        "UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
                        test.key_place,
                        key=test.key,
                        service=services[0].item.text,
                    )
        if statement.allows and not statement.tests_of(*SOURCE_KEYS):
            yield _unrestricted(statement, services)


def _unrestricted(statement: Stated, services: list[Named]) -> ValidationFinding:
    weak = statement.tests_of(*_WEAK_KEYS)
    if weak:
        return found(
            "RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL",
            weak[0].key_place,
            key=weak[0].key,
            service=services[0].item.text,
        )
    places = (named.item.place for named in services)
    return found("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", *places, service=services[0].item.text)


def _is_never_sent(test: KeyTest) -> bool:
    if test.operator is None or test.operator.if_exists or test.operator.is_null:
        return False
    return test.lower in _NEVER_SENT or test.lower.startswith(_NEVER_SENT_STEM)
