"""Whose access a proof compares: everybody in the world, and whom the policies name beyond it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from iamtutor.access import Principal
from iamtutor.access.principal import PrincipalKind
from iamtutor.cloud import EntityKind, World
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.universe import addresses
from iamtutor.policy import PolicyDocument
from iamtutor.reason.callers import callers_named

_OF_RESOURCES = frozenset({"bucket", "resource", "trust", "rcp", "endpoint"})
_OF_ACCOUNTS = frozenset({"scp", "rcp"})


class Asking(NamedTuple):
    """A caller by its name in the world; `beyond` where the world does not have it."""

    reference: str
    caller: Caller
    beyond: bool = False

    def in_world(self, world: World) -> Caller:
        """The caller with what another world gives it."""
        return self.caller if self.beyond else world.caller(self.reference)


def callers_of(
    world: World, named: Sequence[str], slot_types: Iterable[str], documents: Sequence[PolicyDocument]
) -> Iterator[Asking]:
    """The callers named, or else all that a slot of these types can concern; `documents` are those in the slots."""
    if named:
        yield from (Asking(each, world.caller(each)) for each in named)
        return
    types = frozenset(slot_types)
    for reference in _references(world):
        yield Asking(reference, world.caller(reference))
    if types & _OF_ACCOUNTS:
        yield from (Asking(each, world.caller(each)) for each in (f"root/{name}" for name in world.accounts))
    if types & _OF_RESOURCES:
        yield from _beyond(world, documents)


def _references(world: World) -> Iterator[str]:
    """Users, roles and sessions; the account stands in front where a name occurs twice."""
    people = [address for address in addresses(world) if address.kind in (EntityKind.USER, EntityKind.ROLE)]
    names = [address.reference for address in people]
    for address in people:
        twice = names.count(address.reference) > 1
        yield f"{address.account}:{address.reference}" if twice else address.reference
    yield from (f"session/{name}" for name in world.sessions)


def _beyond(world: World, documents: Sequence[PolicyDocument]) -> Iterator[Asking]:
    """Callers that the world does not have: anonymous ones, services and providers that are named, other accounts."""
    for principal in dict.fromkeys(each.principal for each in callers_named(documents)):
        if principal.account is not None and principal.account in world.directory.accounts_by_id:
            continue
        yield Asking(name_of(principal), Caller(principal), beyond=True)


def name_of(principal: Principal) -> str:
    """What a world calls a caller that it does not have."""
    if principal.kind is PrincipalKind.SERVICE:
        return f"service/{principal.name}"
    if principal.kind is PrincipalKind.PROVIDER:
        return f"provider/{principal.name}"
    return principal.arn or "anonymous"
