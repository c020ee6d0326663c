"""What there is in a world, as a policy would name it. Without a world there is nothing, and nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from iamtutor.cloud import Bucket, EntityKind, Role, User, World
from iamtutor.cloud.entities import Entity
from iamtutor.policy.arn import Arn


class Thing(NamedTuple):
    """An ARN of the world: `name` is what it is called, `kind` what it is, `account` the name of its account."""

    arn: str
    name: str
    kind: str
    account: str


class Things:
    """The things of one world."""

    def __init__(self, world: World | None) -> None:
        self.world = world

    @cached_property
    def principals(self) -> tuple[Thing, ...]:
        """Accounts, users and roles: whom a policy can name under AWS."""
        found: list[Thing] = []
        for account in self.world.accounts.values() if self.world else ():
            found.append(Thing(f"arn:aws:iam::{account.id}:root", account.name, "account", account.name))
            found += [Thing(each.arn, name, "user", account.name) for name, each in account.users.items()]
            found += [Thing(each.arn, name, "role", account.name) for name, each in account.roles.items()]
        return tuple(found)

    @cached_property
    def providers(self) -> tuple[Thing, ...]:
        """The identity providers that the accounts trust."""
        accounts = self.world.accounts.values() if self.world else ()
        return tuple(
            Thing(arn, arn.partition("provider/")[2], "provider", each.name)
            for each in accounts
            for arn in each.providers
        )

    @cached_property
    def policies(self) -> tuple[Thing, ...]:
        """The managed policies, the accounts' own first."""
        found: list[Thing] = []
        for account in self.world.accounts.values() if self.world else ():
            found += [
                Thing(each.arn, name, "policy", account.name) for name, each in account.policies.items() if each.arn
            ]
        for arn, policy in self.world.aws_policies.items() if self.world else ():
            found.append(Thing(arn, policy.name, "policy", "aws"))
        return tuple(found)

    @cached_property
    def resources(self) -> tuple[Thing, ...]:
        """Everything that can be a resource, and the patterns that people write for what lies under it."""
        return tuple(dict.fromkeys(self._resources()))

    def _resources(self) -> Iterator[Thing]:
        order = (
            EntityKind.BUCKET,
            EntityKind.RESOURCE,
            EntityKind.KEY,
            EntityKind.ROLE,
            EntityKind.USER,
            EntityKind.GROUP,
        )
        for kind in order:
            for account in self.world.accounts.values() if self.world else ():
                for name, entity in account.entities(kind).items():
                    yield Thing(entity.arn, name, kind.value, account.name)
                    yield from self._below(entity, name, account.name)
        yield from self.policies

    def _below(self, entity: Entity, name: str, account: str) -> Iterator[Thing]:
        if not isinstance(entity, Bucket):
            return
        yield Thing(f"{entity.arn}/*", name, "objects", account)
        folders = {key.rpartition("/")[0] for key in entity.objects if "/" in key}
        yield from (Thing(f"{entity.arn}/{folder}/*", name, "objects", account) for folder in sorted(folders))
        yield from (Thing(f"{entity.arn}/{key}", key, "object", account) for key in entity.objects)

    @cached_property
    def services(self) -> frozenset[str]:
        """The services that have something in the world; IAM and STS where there is anybody."""
        arns = [Arn.parse(thing.arn) for thing in self.resources]
        found = {arn.service for arn in arns if arn is not None}
        return frozenset(found | {"sts"} if self.principals else found)

    @cached_property
    def accounts(self) -> Mapping[str, str]:
        """The names of the accounts by their IDs."""
        return {each.id: each.name for each in self.world.accounts.values()} if self.world else {}

    @cached_property
    def principal_tags(self) -> Mapping[str, tuple[str, ...]]:
        """The values of the tags of users, roles and sessions, by the tag's key."""
        tags = [each.tags for each in self._entities() if isinstance(each, User | Role)]
        tags += [each.tags for each in self.world.sessions.values()] if self.world else []
        return _by_key(tags)

    @cached_property
    def resource_tags(self) -> Mapping[str, tuple[str, ...]]:
        """The values of the tags of everything that can be a resource, by the tag's key."""
        return _by_key([tags for each in self._entities() if (tags := getattr(each, "tags", None)) is not None])

    @cached_property
    def object_tags(self) -> Mapping[str, tuple[str, ...]]:
        """The values of the tags of objects, by the tag's key."""
        return _by_key(
            [tags for each in self._entities() if isinstance(each, Bucket) for tags in each.objects.values()]
        )

    @cached_property
    def tags(self) -> Mapping[str, tuple[str, ...]]:
        """All tags."""
        found = dict(self.principal_tags)
        for key, values in self.resource_tags.items():
            found[key] = tuple(dict.fromkeys((*found.get(key, ()), *values)))
        return found

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The Regions in which something lies."""
        if self.world is None:
            return ()
        arns = [Arn.parse(thing.arn) for thing in self.resources]
        found = [self.world.region, *(arn.region for arn in arns if arn is not None and arn.region)]
        found += [each.region for each in self._entities() if isinstance(each, Bucket)]
        return tuple(dict.fromkeys(each for each in found if each))

    def _entities(self) -> Iterator[Entity]:
        for account in self.world.accounts.values() if self.world else ():
            for kind in EntityKind:
                yield from account.entities(kind).values()

    def thing(self, arn: str) -> Thing | None:
        """The thing of an ARN, or None where the world has no such thing."""
        return next((each for each in (*self.principals, *self.resources, *self.providers) if each.arn == arn), None)


def _by_key(tags: list[Mapping[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for each in tags:
        for key, value in each.items():
            found.setdefault(key, {})[value] = None
    return {key: tuple(values) for key, values in found.items()}
