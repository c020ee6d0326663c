"""The requests that are possible in a world: for each caller the places where its access may differ.

A place is an entity with a say of its own (a policy, tags, another account), or everything else. Over one place all
policies are the same, so that `reason/` can compare them there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.cloud.callers import Caller
from iamtutor.cloud.context import Value
from iamtutor.cloud.entities import Address, Bucket, Entity, EntityKind, Group, Role, User
from iamtutor.cloud.gather import resource_policy
from iamtutor.cloud.references import entity
from iamtutor.policy.pattern import Piece
from iamtutor.reason.glob import Glob, literal_glob, plain_glob

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


@dataclass(frozen=True, slots=True)
class Place:
    """Resources over which the same policies decide, for the actions of some services (None: of all).

    `owner` is the entity whose they are; without one they are what the world does not know, in the account `account`.
    `outside` are the resources of other places, by service.
    """

    owner: Address | None
    account: str
    services: frozenset[str] | None
    within: tuple[Glob, ...] | None
    outside: Mapping[str, tuple[Glob, ...]]
    endpoint: str | None = None

    @property
    def given(self) -> dict[str, Value]:
        """The context that comes with the place: the endpoint that its requests come through."""
        return {} if self.endpoint is None else {"aws:SourceVpce": self.endpoint}


def places(worlds: Sequence[World], calling: Caller, *, tags: bool, endpoints: bool) -> tuple[Place, ...]:
    """The places for a caller in worlds that differ in policies alone.

    With `tags` entities that carry some are places of their own; with `endpoints` every place is also asked through
    each endpoint of the world.
    """
    ways = (None, *worlds[0].endpoints) if endpoints else (None,)
    return tuple(place for way in ways for place in _places(worlds, calling, way, tags=tags))


def _places(worlds: Sequence[World], calling: Caller, endpoint: str | None, *, tags: bool) -> Iterator[Place]:
    outside: dict[str, tuple[Glob, ...]] = {}
    home = calling.account.name if calling.account is not None else None
    for address in addresses(worlds[0]):
        owners = [entity(world, address) for world in worlds]
        account = worlds[0].accounts[address.account]
        for service in _services(owners[0]):
            speaks = any(_speaks(owner, service, tags=tags) for owner in owners)
            if not speaks and account.name == home:
                continue
            globs = globs_of(owners[0])
            # What other accounts own is theirs for the actions of every service.
            concerned = service if account.name == home else "*"
            outside[concerned] = (*outside.get(concerned, ()), *globs)
            if speaks:
                yield Place(address, account.id, frozenset({service}), globs, {}, endpoint)
    if calling.account is not None:
        yield Place(None, calling.account.id, None, None, outside, endpoint)


def addresses(world: World) -> Iterator[Address]:
    """Every entity of the world."""
    for account in world.accounts.values():
        for kind in EntityKind:
            for name in account.entities(kind):
                yield Address(account.name, kind, name)


def _services(owner: Entity) -> tuple[str, ...]:
    """The services whose actions work on an entity."""
    service = owner.arn.split(":", 3)[2]
    return (service, "sts") if isinstance(owner, Role) else (service,)


def _speaks(owner: Entity, service: str, *, tags: bool) -> bool:
    """Whether an entity has a say of its own: a policy, tags that count, or a setting."""
    if resource_policy(owner, service) is not None:
        return True
    if isinstance(owner, Bucket) and owner.block_public_access:
        return True
    return tags and service != "sts" and not isinstance(owner, Group) and bool(owner.tags)


def globs_of(owner: Entity) -> tuple[Glob, ...]:
    """The ARNs that belong to an entity: its own, and what lies under it."""
    own = literal_glob(owner.arn)
    if isinstance(owner, User | Group | Role):
        return (own,)
    below = ("/*",) if isinstance(owner, Bucket) else ("/*", ":*")
    return (own, *(plain_glob((Piece(f"{owner.arn}{end}", literal=False),)) for end in below))


def known_resources(world: World, owner: Address | None) -> tuple[str, ...]:
    """The ARNs that people know in a place: of the entity and its objects, or of everything in the world."""
    owners = (owner,) if owner is not None else addresses(world)
    return tuple(arn for address in owners for arn in _arns(entity(world, address)))


def _arns(owner: Entity) -> Iterator[str]:
    yield owner.arn
    if isinstance(owner, Bucket):
        yield from (f"{owner.arn}/{key}" for key in owner.objects)
