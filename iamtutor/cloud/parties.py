"""Who and what stands in a world: everybody who may ask, everything that may be reached, each under a name of its own.

Callers that the world does not have stand in it where its policies name them: services, identity providers, everybody,
principals of other accounts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from iamtutor.access import NamedPolicy, Principal, UnknownPrincipalError
from iamtutor.cloud.callers import Caller, caller
from iamtutor.cloud.entities import Address, Role, Session
from iamtutor.cloud.gather import resource_policy
from iamtutor.cloud.references import entity
from iamtutor.cloud.universe import addresses
from iamtutor.policy import PolicyKind, PrincipalEntry, PrincipalType, read
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.policy.pattern import is_wild

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


class PartyKind(StrEnum):
    """What a party is; the first six are an entity's own kinds."""

    USER = "user"
    GROUP = "group"
    ROLE = "role"
    BUCKET = "bucket"
    KEY = "key"
    RESOURCE = "resource"
    SESSION = "session"
    OUTSIDER = "outsider"


CALLERS = frozenset({PartyKind.USER, PartyKind.ROLE, PartyKind.SESSION, PartyKind.OUTSIDER})
TARGETS = frozenset({PartyKind.ROLE, PartyKind.BUCKET, PartyKind.KEY, PartyKind.RESOURCE})


_BEFORE_A_NAME: Final = (":oidc-provider/", ":saml-provider/", "provider/", "service/")


@dataclass(frozen=True, slots=True)
class Party:
    """One of them. `account` is the world's name for its account; empty for an outsider.

    `id` is unique in the world, and as a caller it is the reference (of an outsider its name or ARN).
    """

    id: str
    kind: PartyKind
    name: str
    account: str = ""
    address: Address | None = None

    @property
    def reference(self) -> str:
        """Its name without the account: `user/dev`, `session/ci`.

        A service or an identity provider by its own name, a principal of another account without what all ARNs have.
        """
        if self.kind is not PartyKind.OUTSIDER:
            return f"{self.kind.value}/{self.name}"
        for start in _BEFORE_A_NAME:
            if start in self.name:
                return self.name.partition(start)[2]
        return self.name.split(":", 4)[4] if self.name.startswith("arn:") else self.name


def parties(world: World) -> tuple[Party, ...]:
    """Everybody and everything, account by account, then the outsiders."""
    return (*_inside(world), *_outsiders(world))


def _inside(world: World) -> Iterator[Party]:
    sessions: dict[Address, list[Session]] = {}
    for session in world.sessions.values():
        sessions.setdefault(session.of, []).append(session)
    for address in addresses(world):
        kind = PartyKind(address.kind.value)
        yield Party(f"{address.account}:{address.reference}", kind, address.name, address.account, address)
        for session in sessions.get(address, ()):
            yield Party(f"session/{session.name}", PartyKind.SESSION, session.name, address.account, address)


def _outsiders(world: World) -> Iterator[Party]:
    found: dict[str, None] = {}
    for address in addresses(world):
        owner = entity(world, address)
        service = "sts" if isinstance(owner, Role) else owner.arn.split(":", 3)[2]
        policy = resource_policy(owner, service)
        for statement in policy.document.statements if policy is not None else ():
            element = statement.principal
            for entry in element.entries if element is not None and not element.negated else ():
                name = _outsider(world, entry)
                if name is not None:
                    found[name] = None
    yield from (Party(name, PartyKind.OUTSIDER, name) for name in found)


def _outsider(world: World, entry: PrincipalEntry) -> str | None:
    """What an entry is called that names somebody beyond the world; None for everybody else."""
    value = entry.value
    if value == "*":
        return "anonymous"
    if entry.type is PrincipalType.SERVICE:
        return f"service/{value}"
    if entry.type is PrincipalType.FEDERATED:
        return f"provider/{value}"
    if entry.type is not PrincipalType.AWS or is_wild(value):
        return None
    if is_account_id(value):
        return None if value in world.directory.accounts_by_id else value
    parts = Arn.parse(value)
    if parts is None or parts.account in world.directory.accounts_by_id:
        return None
    return parts.account if parts.resource == "root" else value


def caller_of(world: World, party: Party) -> Caller | None:
    """Who asks when the party does; None for those who cannot."""
    if party.kind not in CALLERS:
        return None
    name = f"arn:aws:iam::{party.id}:user/somebody" if is_account_id(party.id) else party.id
    try:
        return caller(world, name) if not name.startswith("arn:") else Caller(Principal.parse(name))
    except UnknownPrincipalError:
        return None


def assumed(calling: Caller) -> tuple[NamedPolicy, ...]:
    """The identity policies of a caller whose account the world does not have: it is taken to allow everything."""
    return (EVERYTHING,) if calling.account is None and calling.principal.has_identity else ()


def _policy(name: str, text: str, kind: PolicyKind) -> NamedPolicy:
    document = read(text, kind).document
    assert document is not None
    return NamedPolicy(name, document)


EVERYTHING = _policy(
    "everything",
    '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}',
    PolicyKind.IDENTITY,
)


def welcoming(account: str) -> NamedPolicy:
    """A resource policy that leaves everything to an account."""
    statement = {"Effect": "Allow", "Principal": {"AWS": account}, "Action": "*", "Resource": "*"}
    text = json.dumps({"Version": "2012-10-17", "Statement": statement})
    return _policy("welcoming", text, PolicyKind.RESOURCE)
