"""Whether a trust policy's actions suit its principals and conditions.

MISMATCHED_ACTION_FOR_PRINCIPAL, MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY and MISSING_ACTION_FOR_CONDITION_KEY.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.coverage import reaches
from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Named, Stated, Subject
from iamtutor.policy.pattern import is_wild

CODES = (
    "MISMATCHED_ACTION_FOR_PRINCIPAL",
    "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY",
    "MISSING_ACTION_FOR_CONDITION_KEY",
)
_ASSUMING: Final = {
    "sts:assumerole": "AWS",
    "sts:assumerolewithsaml": "SAML",
    "sts:assumerolewithwebidentity": "OIDC",
}
_WRITTEN: Final = {
    "AWS": "sts:AssumeRole",
    "SAML": "sts:AssumeRoleWithSAML",
    "OIDC": "sts:AssumeRoleWithWebIdentity",
}
_ROLES_ANYWHERE: Final = "rolesanywhere.amazonaws.com"
_NEEDED: Final = ("sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession")
_COMPANIONS: Final = {
    "sts:sourceidentity": "sts:SetSourceIdentity",
    "sts:transitivetagkeys": "sts:TagSession",
    "aws:requesttag/": "sts:TagSession",
    "aws:tagkeys": "sts:TagSession",
}


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every action that cannot go together with who is named, and every action that is missing."""
    if not subject.is_trust:
        return
    for statement in subject.statements:
        if statement.allows and not statement.not_action:
            yield from _mismatched(statement)
            yield from _companions(statement)
    yield from _roles_anywhere(subject)


def principal_kind(named: Named) -> str:
    """By which operation a principal assumes a role: AWS, SAML or OIDC; nothing where it is not clear."""
    if named.type in ("AWS", "Service", "*"):
        return "AWS"
    if named.type != "Federated":
        return ""
    if ":saml-provider/" in named.item.text:
        return "SAML"
    return "OIDC" if ":oidc-provider/" in named.item.text or not named.item.text.startswith("arn:") else ""


def _mismatched(statement: Stated) -> Iterator[ValidationFinding]:
    kinds = {kind for named in statement.principals if (kind := principal_kind(named))}
    if not kinds:
        return
    for item in statement.actions:
        needs = _ASSUMING.get(item.text.lower())
        if needs is not None and needs not in kinds:
            yield found(
                "MISMATCHED_ACTION_FOR_PRINCIPAL",
                item.place,
                statement.element(statement.principal_name),
                action=item.text,
                meant=_WRITTEN[min(kinds)],
            )


def _companions(statement: Stated) -> Iterator[ValidationFinding]:
    patterns = [item.text for item in statement.actions]
    for test in statement.tests:
        stem = test.lower.partition("/")[0]
        needed = _COMPANIONS.get(test.lower) or _COMPANIONS.get(f"{stem}/")
        if needed is not None and reaches(patterns, needed.lower()) is None:
            yield found("MISSING_ACTION_FOR_CONDITION_KEY", test.key_place, key=test.key, action=needed)


def _roles_anywhere(subject: Subject) -> Iterator[ValidationFinding]:
    """The actions that IAM Roles Anywhere needs, taken together from all statements that name it."""
    naming = [
        statement
        for statement in subject.statements
        if statement.allows
        and not statement.not_action
        and any(named.type == "Service" and named.item.text == _ROLES_ANYWHERE for named in statement.principals)
    ]
    if not naming:
        return
    granted = [item.text for statement in naming for item in statement.actions]
    missing = [action for action in _NEEDED if reaches(granted, action.lower()) is None]
    if missing and not all(is_wild(action) for action in granted):
        place = naming[0].element("Action") if "Action" in naming[0].members else naming[0].place
        yield found("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", place, actions=", ".join(missing))
