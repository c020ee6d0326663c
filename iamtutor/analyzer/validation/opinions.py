"""What AWS does not say and we would: off by default, and never among AWS's codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding
from iamtutor.analyzer.validation.place import Place
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.policy.finding import Severity


def _opinion(name: str, *places: Place) -> ValidationFinding:
    return ValidationFinding(name, Severity.SUGGESTION, places, f"validation.{name}")


def allow_everything(subject: Subject) -> Iterator[ValidationFinding]:
    """An identity-based Allow of every action on every resource, without a condition."""
    if subject.is_identity:
        for statement in subject.statements:
            actions = [item for item in statement.actions if item.text == "*"]
            resources = [item for item in statement.resources if item.text == "*"]
            is_plain = not statement.not_action and not statement.not_resource and not statement.tests
            if statement.allows and actions and resources and is_plain:
                yield _opinion("opinion.allow-everything", actions[0].place, resources[0].place)


def allow_not_action(subject: Subject) -> Iterator[ValidationFinding]:
    """An Allow with NotAction: it also allows what AWS brings out tomorrow."""
    for statement in subject.statements:
        if statement.allows and statement.not_action:
            yield _opinion("opinion.allow-not-action", statement.name_of("NotAction"))


def open_to_everyone(subject: Subject) -> Iterator[ValidationFinding]:
    """A resource-based Allow for everyone without any condition."""
    if subject.is_resource:
        for statement in subject.statements:
            anyone = [named for named in statement.principals if named.item.text == "*" and named.type in ("*", "AWS")]
            if statement.allows and anyone and statement.principal_name == "Principal" and not statement.tests:
                yield _opinion("opinion.open-to-everyone", anyone[0].item.place)


def trusts_everyone(subject: Subject) -> Iterator[ValidationFinding]:
    """A trust policy that lets everybody of AWS assume the role, without a condition."""
    if subject.is_trust:
        for statement in subject.statements:
            anyone = [named for named in statement.principals if named.item.text == "*" and named.type == "AWS"]
            if statement.allows and anyone and statement.principal_name == "Principal" and not statement.tests:
                yield _opinion("opinion.trusts-everyone", anyone[0].item.place)


OPINIONS: Final[tuple[Callable[[Subject], Iterator[ValidationFinding]], ...]] = (
    allow_everything,
    allow_not_action,
    open_to_everyone,
    trusts_everyone,
)
