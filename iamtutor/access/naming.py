"""How a Principal element names a caller.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
and https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
"""

from __future__ import annotations

from enum import StrEnum

from iamtutor.access.principal import Principal, PrincipalKind
from iamtutor.policy.document import PrincipalElement, PrincipalEntry, PrincipalType


class Naming(StrEnum):
    """The five ways in which a resource policy names a caller."""

    DIRECT = "direct"
    ANY = "any"
    ROLE = "role"
    USER = "user"
    ACCOUNT = "account"

    # Enum's own hash is Python code; namings are set members in every decision.
    __hash__ = str.__hash__


class Exemption(StrEnum):
    """Whether a NotPrincipal element lets a caller off: fully, not at all, or depending on the service.

    AWS checks the account first, then the role, then the session; a list that leaves one out may deny all the same.
    """

    FULL = "full"
    PARTIAL = "partial"
    NONE = "none"


NO_NAMINGS: frozenset[Naming] = frozenset()


def namings(element: PrincipalElement, principal: Principal) -> frozenset[Naming]:
    """Every way in which the entries of a Principal element name `principal`.

    Names are compared exactly: AWS knows no partial wildcard in a principal, and case counts.
    """
    found = {naming for entry in element.entries if (naming := _naming(entry, principal)) is not None}
    return frozenset(found) if found else NO_NAMINGS


def exemption(element: PrincipalElement, principal: Principal) -> Exemption:
    """Whether the entries of a NotPrincipal element exempt `principal` from its Deny.

    The caller's own ARN must be listed: an account on the list does not exempt its other users.
    """
    found = namings(element, principal)
    if Naming.ANY in found:
        return Exemption.FULL
    if principal.account is None:
        return Exemption.FULL if Naming.DIRECT in found else Exemption.NONE
    own, others = _links(principal)
    if own not in found:
        return Exemption.NONE
    return Exemption.FULL if others <= found and principal.kind is not PrincipalKind.ROLE else Exemption.PARTIAL


def _links(principal: Principal) -> tuple[Naming, frozenset[Naming]]:
    """What a NotPrincipal list must hold to exempt the caller: itself, and for certainty what it belongs to."""
    if principal.kind is PrincipalKind.ROOT:
        return Naming.ACCOUNT, frozenset()
    if principal.kind is PrincipalKind.ROLE:
        return Naming.ROLE, frozenset({Naming.ACCOUNT})
    if principal.kind is PrincipalKind.SESSION:
        return Naming.DIRECT, frozenset({Naming.ROLE, Naming.ACCOUNT})
    return Naming.DIRECT, frozenset({Naming.ACCOUNT})


def _naming(entry: PrincipalEntry, principal: Principal) -> Naming | None:
    if entry.type is PrincipalType.ANY or (entry.type is PrincipalType.AWS and entry.value == "*"):
        return Naming.ANY
    if entry.type is PrincipalType.AWS:
        return _aws_naming(entry.value, principal)
    if entry.type is PrincipalType.SERVICE and principal.kind is PrincipalKind.SERVICE:
        return Naming.DIRECT if entry.value == principal.name else None
    if entry.type is PrincipalType.FEDERATED and principal.kind is PrincipalKind.PROVIDER:
        return Naming.DIRECT if entry.value == principal.name else None
    return None


def _aws_naming(value: str, principal: Principal) -> Naming | None:
    if principal.account is None:
        return None
    if value == principal.account or value == principal.account_arn:
        return Naming.ACCOUNT
    if value == principal.arn and principal.kind is not PrincipalKind.ROLE:
        return Naming.DIRECT
    if value == principal.role_arn:
        return Naming.ROLE
    if value == principal.user_arn:
        return Naming.USER
    return None
