"""The callers over which two policy documents are compared: those that they name, and one of each kind that they do not.

Principals are named exactly, so the callers that no policy names are all alike but for their keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum, auto
from typing import NamedTuple

from iamtutor.access.principal import Principal, PrincipalKind, UnknownPrincipalError
from iamtutor.policy.arn import is_account_id
from iamtutor.policy.document import PolicyDocument, PrincipalEntry, PrincipalType, Statement


class StandsFor(Enum):
    """For whom a caller is an example: it may have the keys of any of them."""

    ITSELF = auto()
    ITS_ACCOUNT = auto()
    ITS_KIND = auto()


class Caller(NamedTuple):
    """A caller of a comparison, and for whom it stands."""

    principal: Principal
    stands_for: StandsFor


def _of_its_kind(principal: Principal) -> Caller:
    return Caller(principal, StandsFor.ITS_KIND)


USER = _of_its_kind(Principal.parse("arn:aws:iam::111122223333:user/alice"))
ROLE = _of_its_kind(Principal.parse("arn:aws:iam::111122223333:role/example"))
ROOT = _of_its_kind(Principal.parse("arn:aws:iam::111122223333:root"))
STRANGER = _of_its_kind(Principal.parse("arn:aws:iam::222233334444:user/stranger"))
STRANGE_ROLE = _of_its_kind(Principal.parse("arn:aws:iam::222233334444:role/stranger"))
STRANGE_ROOT = _of_its_kind(Principal.parse("arn:aws:iam::222233334444:root"))
STRANGE_FEDERATION = _of_its_kind(Principal.parse("arn:aws:sts::222233334444:federated-user/stranger"))
ANONYMOUS = _of_its_kind(Principal.anonymous())
SOME_SERVICE = _of_its_kind(Principal.service("example.amazonaws.com"))


def callers_named(documents: Iterable[PolicyDocument]) -> tuple[Caller, ...]:
    """Everybody whom the documents tell apart, those that they name first."""
    documents = tuple(documents)
    found: dict[Caller, None] = {}
    everybody = False
    for document in documents:
        for statement in document.statements:
            element = statement.principal
            if element is None:
                continue
            everybody = everybody or element.negated
            for entry in element.entries:
                everybody = everybody or entry.value == "*"
                found.update(dict.fromkeys(_callers(entry)))
    if any(s.principal is not None and s.principal.negated for document in documents for s in document.statements):
        found.update(
            {_session_of(each.principal): None for each in tuple(found) if each.principal.kind is PrincipalKind.ROLE}
        )
    others: tuple[Caller, ...] = (STRANGER,)
    if everybody:
        others = (STRANGER, STRANGE_ROLE, ANONYMOUS, SOME_SERVICE)
        if ask_who(documents):
            others = (*others, STRANGE_ROOT, STRANGE_FEDERATION)
    return tuple(dict.fromkeys((*found, *others)))


def _session_of(role: Principal) -> Caller:
    """A session of a role: a NotPrincipal list that holds the role alone does not exempt it.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    """
    arn = f"arn:{role.partition}:sts::{role.account}:assumed-role/{role.name}/example"
    return Caller(Principal.parse(arn, role_arn=role.role_arn), StandsFor.ITSELF)


_WORDS = ("aws:username", "aws:principal", "aws:userid", "aws:tokenissuetime", "aws:sourceidentity")


def ask_who(documents: Iterable[PolicyDocument]) -> bool:
    """Whether a document asks for a key that users, roles and root users do not have alike."""
    return any(
        word in text
        for document in documents
        for statement in document.statements
        for text in _texts(statement)
        for word in _WORDS
    )


def _texts(statement: Statement) -> Iterator[str]:
    for condition in statement.conditions:
        yield condition.key.lower()
        yield from (text.value.lower() for text in condition.values)
    if statement.resource is not None:
        yield from (text.value.lower() for text in statement.resource.patterns)


def _callers(entry: PrincipalEntry) -> Iterator[Caller]:
    value = entry.value
    if entry.type is PrincipalType.SERVICE:
        yield Caller(Principal.service(value), StandsFor.ITSELF)
    elif entry.type is PrincipalType.FEDERATED:
        yield Caller(Principal.provider(value), StandsFor.ITSELF)
    elif entry.type is PrincipalType.AWS and value != "*":
        account = value if is_account_id(value) else _root_account(value)
        if account is not None:
            for one in (
                "iam::{}:user/somebody",
                "iam::{}:role/something",
                "iam::{}:root",
                "sts::{}:federated-user/somebody",
            ):
                yield Caller(Principal.parse(f"arn:aws:{one.format(account)}"), StandsFor.ITS_ACCOUNT)
            return
        try:
            principal = Principal.parse(value)
        except UnknownPrincipalError:
            return
        yield Caller(principal, StandsFor.ITSELF)
        if principal.kind is PrincipalKind.USER:
            # The ARN of a user names its federated sessions too, which have no user name.
            session = f"arn:{principal.partition}:sts::{principal.account}:federated-user/{principal.name}"
            yield Caller(Principal.parse(session, user_arn=value), StandsFor.ITSELF)


def _root_account(value: str) -> str | None:
    parts = value.split(":")
    return (
        parts[4] if len(parts) == 6 and parts[2] == "iam" and parts[5] == "root" and is_account_id(parts[4]) else None
    )
