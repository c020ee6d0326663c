"""The callers over which two policy documents are compared: those that they name, and one of each kind that they do not.

Principals are named exactly, so the callers that no policy names are all alike but for their keys.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iamtutor.access.principal import Principal, UnknownPrincipalError
from iamtutor.policy.arn import is_account_id
from iamtutor.policy.document import PolicyDocument, PrincipalEntry, PrincipalType

USER = Principal.parse("arn:aws:iam::111122223333:user/alice")
ROLE = Principal.parse("arn:aws:iam::111122223333:role/example")
STRANGER = Principal.parse("arn:aws:iam::222233334444:user/stranger")
STRANGE_ROLE = Principal.parse("arn:aws:iam::222233334444:role/stranger")
SOME_SERVICE = Principal.service("example.amazonaws.com")


def callers_named(documents: Iterable[PolicyDocument]) -> tuple[Principal, ...]:
    """Everybody whom the Principal elements tell apart, those that they name first."""
    found: dict[Principal, None] = {}
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
    others = (STRANGER, STRANGE_ROLE, Principal.anonymous(), SOME_SERVICE) if everybody else (STRANGER,)
    return tuple(dict.fromkeys((*found, *others)))


def _callers(entry: PrincipalEntry) -> Iterator[Principal]:
    value = entry.value
    if entry.type is PrincipalType.SERVICE:
        yield Principal.service(value)
    elif entry.type is PrincipalType.FEDERATED:
        yield Principal.provider(value)
    elif entry.type is PrincipalType.AWS and value != "*":
        account = value if is_account_id(value) else _root_account(value)
        if account is not None:
            yield Principal.parse(f"arn:aws:iam::{account}:user/somebody")
            yield Principal.parse(f"arn:aws:iam::{account}:role/something")
            return
        try:
            yield Principal.parse(value)
        except UnknownPrincipalError:
            return


def _root_account(value: str) -> str | None:
    parts = value.split(":")
    return (
        parts[4] if len(parts) == 6 and parts[2] == "iam" and parts[5] == "root" and is_account_id(parts[4]) else None
    )
