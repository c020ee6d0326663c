"""INVALID_ACTION and INVALID_SERVICE_IN_ACTION: an action that AWS does not know.

A pattern with a wildcard behind the colon is not looked at, also where it matches nothing: the page speaks of actions,
and ValidatePolicy says nothing about such patterns in AWS managed policies.
"""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, Subject
from iamtutor.policy.finding import Span
from iamtutor.policy.pattern import is_wild

CODES = ("INVALID_ACTION", "INVALID_SERVICE_IN_ACTION")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every action whose service or name does not exist."""
    for statement in subject.statements:
        for item in statement.actions:
            if subject.facts.is_good_action(item.text):
                continue
            prefix, colon, name = item.text.partition(":")
            if not colon or not prefix or not name or "${" in item.text or is_wild(prefix):
                continue
            lower = prefix.lower()
            if not subject.facts.has_service(lower):
                yield _unknown_service(subject, item, prefix, name)
            elif not is_wild(name) and subject.facts.is_listed(lower) and not subject.facts.has_action(item.text):
                yield _unknown_action(subject, item, lower, name)


def _unknown_service(subject: Subject, item: Item, prefix: str, name: str) -> ValidationFinding:
    near = subject.facts.near_service(prefix)
    if near is None:
        return found("INVALID_SERVICE_IN_ACTION", item.place, service=prefix, action=item.text)
    meant = f"{near}:{name}"
    fix = _fix(item, meant)
    return found(
        "INVALID_SERVICE_IN_ACTION", item.place, variant="near", fix=fix, service=prefix, action=item.text, near=near
    )


def _unknown_action(subject: Subject, item: Item, prefix: str, name: str) -> ValidationFinding:
    near = subject.facts.near_action(prefix, name)
    if near is None:
        return found("INVALID_ACTION", item.place, action=item.text)
    return found("INVALID_ACTION", item.place, variant="near", fix=_fix(item, near), action=item.text, near=near)


def _fix(item: Item, meant: str) -> QuickFix:
    return QuickFix(Span(item.node.start, item.node.end), f'"{meant}"')
