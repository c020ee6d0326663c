"""iam:PassRole and iam:CreateServiceLinkedRole granted more widely than anyone needs.

The twelve codes PASS_ROLE_WITH_… and CREATE_SLR_WITH_…: by an action that is named, a pattern or NotAction, and by a
Resource that reaches any role, or NotResource. A condition on iam:PassedToService, or on iam:AWSServiceName without
wildcards, makes a wide Resource harmless; with IfExists it does not (AWSServiceRoleForAmazonEKSNodegroup).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.place import Place
from iamtutor.analyzer.validation.subject import Stated, Subject
from iamtutor.policy.arn import PARTITIONS
from iamtutor.policy.pattern import is_wild, pattern


class Grant(NamedTuple):
    """An action that hands something over: its codes' beginning, a resource that only wide patterns reach, its key."""

    code: str
    written: str
    resource: str
    key: str
    strict: bool


_GRANTS: Final = (
    Grant("PASS_ROLE", "iam:PassRole", "role/zq7x", "iam:passedtoservice", strict=False),
    Grant(
        "CREATE_SLR",
        "iam:CreateServiceLinkedRole",
        "role/aws-service-role/zq7x.amazonaws.com/AWSServiceRoleForZq7x",
        "iam:awsservicename",
        strict=True,
    ),
)
_ENDINGS: Final = (
    "_WITH_NOT_RESOURCE",
    "_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE",
    "_WITH_NOT_ACTION_AND_NOT_RESOURCE",
    "_WITH_STAR_IN_RESOURCE",
    "_WITH_STAR_IN_ACTION_AND_RESOURCE",
    "_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION",
)
CODES = tuple(grant.code + ending for grant in _GRANTS for ending in _ENDINGS)
_FIRST: Final = ("i", "I", "*", "?")
"""How a pattern begins that can match an action of IAM."""
_ACCOUNT: Final = "123456789012"


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every Allow of an identity-based policy that hands over too much."""
    if not subject.is_identity:
        return
    for statement in subject.statements:
        if statement.allows and (statement.not_action or any(item.text[:1] in _FIRST for item in statement.actions)):
            for grant in _GRANTS:
                yield from _of_grant(statement, grant)


def _of_grant(statement: Stated, grant: Grant) -> Iterator[ValidationFinding]:
    action = _action(statement, grant.written.lower())
    resource = _resource(statement, grant) if action else None
    if action is None or resource is None:
        return
    kind, place = action
    if statement.not_resource:
        ending = {"named": _ENDINGS[0], "pattern": _ENDINGS[1], "not": _ENDINGS[2]}[kind]
    elif _is_limited(statement, grant):
        return
    else:
        ending = {"named": _ENDINGS[3], "pattern": _ENDINGS[4], "not": _ENDINGS[5]}[kind]
    yield found(grant.code + ending, place, resource, action=grant.written)


def _action(statement: Stated, name: str) -> tuple[str, Place] | None:
    """How the statement reaches the action, and where."""
    reached = [item for item in statement.actions if item.text[:1] in _FIRST and pattern(item.text.lower())(name)]
    if statement.not_action:
        return None if reached else ("not", statement.element("NotAction"))
    named = next((item for item in reached if not is_wild(item.text)), None)
    if named is not None:
        return "named", named.place
    return ("pattern", reached[0].place) if reached else None


def _resource(statement: Stated, grant: Grant) -> Place | None:
    """The Resource that reaches any role, or NotResource."""
    if statement.not_resource:
        return statement.element("NotResource")
    for item in statement.resources:
        fields = item.text.split(":", 5)
        partition = fields[1] if len(fields) == 6 and fields[1] in PARTITIONS else "aws"
        account = fields[4] if len(fields) == 6 and fields[4].isdigit() else _ACCOUNT
        if pattern(item.text)(f"arn:{partition}:iam::{account}:{grant.resource}"):
            return item.place
    return None


def _is_limited(statement: Stated, grant: Grant) -> bool:
    """Whether a condition says for which service."""
    return any(
        test.operator is not None
        and not test.operator.is_null
        and not test.operator.if_exists
        and not (grant.strict and any(is_wild(item.text) for item in test.items))
        for test in statement.tests_of(grant.key)
    )
