"""The words of the policy language: elements, principal types, operators, and what is near to them."""

from __future__ import annotations

from functools import cache
from typing import Final

from iamtutor.policy.document import PrincipalType
from iamtutor.policy.nearest import Nearest
from iamtutor.policy.operators import OPERATORS, Qualifier, parse_operator

POLICY_ELEMENTS: Final = ("Version", "Id", "Statement")
STATEMENT_ELEMENTS: Final = (
    "Sid",
    "Effect",
    "Principal",
    "NotPrincipal",
    "Action",
    "NotAction",
    "Resource",
    "NotResource",
    "Condition",
)
VERSIONS: Final = ("2012-10-17", "2008-10-17")
PRINCIPAL_TYPES: Final = {type_.value: type_ for type_ in PrincipalType if type_ is not PrincipalType.ANY}


@cache
def elements_near() -> Nearest:
    """Near misses of the element names."""
    return Nearest((*POLICY_ELEMENTS, *STATEMENT_ELEMENTS))


@cache
def effects_near() -> Nearest:
    """Near misses of Allow and Deny."""
    return Nearest(("Allow", "Deny"))


@cache
def principal_types_near() -> Nearest:
    """Near misses of the keys of a Principal."""
    return Nearest(PRINCIPAL_TYPES)


@cache
def _bases_near() -> Nearest:
    return Nearest(OPERATORS)


@cache
def _qualifiers_near() -> Nearest:
    return Nearest(qualifier.value for qualifier in Qualifier)


def is_operator(written: str) -> bool:
    """Whether AWS knows this condition operator, set qualifier and IfExists included."""
    return parse_operator(written) is not None


def operator_near(written: str) -> str | None:
    """The operator that was probably meant, or None."""
    if len(written) > 64:
        return None
    qualifier, colon, rest = written.rpartition(":")
    prefix = ""
    if colon:
        near = _qualifiers_near().find(qualifier)
        if near is None:
            return None
        prefix = near + ":"
    suffix = ""
    for ending in ("ifexists", "ifexist"):
        if rest.casefold().endswith(ending):
            rest, suffix = rest[: -len(ending)], "IfExists"
            break
    base = _bases_near().find(rest)
    if base is None:
        return None
    meant = f"{prefix}{base}{suffix}"
    return meant if meant != written and is_operator(meant) else None
