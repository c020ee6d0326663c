"""WILDCARD_IN_SERVICE_NAME: a wildcard in the service of an action or ARN. A bare ``*`` is not meant."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.policy.pattern import is_wild

CODES = ("WILDCARD_IN_SERVICE_NAME",)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every action and every ARN whose service is a pattern."""
    for statement in subject.statements:
        for item in statement.actions:
            if not is_wild(item.text):
                continue
            prefix, colon, _ = item.text.partition(":")
            if colon and is_wild(prefix):
                yield found("WILDCARD_IN_SERVICE_NAME", item.place, service=prefix)
        for item in statement.resources:
            fields = item.text.split(":", 3)
            if fields[0] == "arn" and len(fields) > 2 and is_wild(fields[2]):
                yield found("WILDCARD_IN_SERVICE_NAME", item.place, service=fields[2])
