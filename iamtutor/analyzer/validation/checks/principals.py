"""How principals may be written, by the kind of policy.

UNSUPPORTED_WILDCARD_IN_PRINCIPAL, FEDERATED_PRINCIPAL_NOT_SUPPORTED, INVALID_ROLE_REFERENCE, INVALID_USER_REFERENCE,
ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL, ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL,
INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY and REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.edits import without_item
from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.subject import Named, Stated, Subject
from iamtutor.policy.document import PolicyKind
from iamtutor.policy.pattern import is_wild

CODES = (
    "UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
    "FEDERATED_PRINCIPAL_NOT_SUPPORTED",
    "INVALID_ROLE_REFERENCE",
    "INVALID_USER_REFERENCE",
    "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL",
    "ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL",
    "INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY",
    "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
)
_NAMING: Final = (PolicyKind.RESOURCE, PolicyKind.TRUST, PolicyKind.ENDPOINT)
_ROLE_ID: Final = re.compile(r"AROA[A-Z0-9]+")
_USER_ID: Final = re.compile(r"AIDA[A-Z0-9]+")
_DOMAIN: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+", re.IGNORECASE)
_PROVIDER: Final = re.compile(r"arn:[^:]+:iam::[0-9]{12}:(?:saml-provider|oidc-provider)/\S+")
_ROLE: Final = re.compile(r"arn:[^:]+:iam::([0-9]{12}):role/(?:.*/)?([^/]+)")
_SESSION: Final = re.compile(r"arn:[^:]+:sts::([0-9]{12}):assumed-role/([^/]+)/.+")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every principal that this kind of policy does not take as written."""
    if subject.kind not in _NAMING:
        return
    for statement in subject.statements:
        for named in statement.principals:
            yield from _of_principal(subject, named)
        if subject.is_trust:
            if "NotPrincipal" in statement.members:
                yield found("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", statement.name_of("NotPrincipal"))
            yield from _redundant(statement)


def _of_principal(subject: Subject, named: Named) -> Iterator[ValidationFinding]:
    place, text = named.item.place, named.item.text
    if named.type == "*":
        if subject.is_trust and text == "*":
            yield found("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", place)
    elif is_wild(text) and "${" not in text:
        if named.type != "AWS" or text != "*":
            yield found("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", place, type=named.type, value=text)
    elif named.type == "Federated":
        if not subject.is_trust:
            yield found("FEDERATED_PRINCIPAL_NOT_SUPPORTED", place, value=text)
        elif not (_DOMAIN.fullmatch(text) or _PROVIDER.fullmatch(text)):
            yield found("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", place, value=text)
    elif named.type == "AWS" and _ROLE_ID.fullmatch(text):
        yield found("INVALID_ROLE_REFERENCE", place, value=text)
    elif named.type == "AWS" and _USER_ID.fullmatch(text):
        yield found("INVALID_USER_REFERENCE", place, value=text)


def _redundant(statement: Stated) -> Iterator[ValidationFinding]:
    """Sessions of roles that are named themselves."""
    roles = {match.groups(): named for named in statement.principals if (match := _ROLE.fullmatch(named.item.text))}
    for named in statement.principals:
        session = _SESSION.fullmatch(named.item.text)
        if session and session.groups() in roles:
            role = roles[session.groups()].item
            yield found(
                "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
                named.item.place,
                role.place,
                fix=_without(statement, named),
                role=role.text,
                session=named.item.text,
            )


def _without(statement: Stated, named: Named) -> QuickFix | None:
    """The edit that takes a principal out of its list."""
    node = statement.value(statement.principal_name)
    for member in node.members if node is not None else ():
        if member.value is not None and len(member.value.items) > 1 and named.item.node in member.value.items:
            return without_item(member.value, named.item.node)
    return None
