"""Worlds that differ in one account, entity or name; all else is shared with the world before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from iamtutor.access import NamedPolicy
from iamtutor.cloud.entities import Account, Bucket, Entity, EntityKind, Group, Key, Resource, Role, User
from iamtutor.cloud.references import Directory
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyDocument, PrincipalElement, Statement

T = TypeVar("T")


def with_account(world: World, account: Account) -> World:
    """The world with an account changed; the names of its entities must be the same."""
    return replace(world, accounts={**world.accounts, account.name: account})


def with_entity(world: World, account: str, kind: EntityKind, entity: Entity) -> World:
    """The world with an entity changed or added."""
    known = entity.name in world.accounts[account].entities(kind)
    world = with_account(world, world.accounts[account].with_entity(kind, entity.name, entity))
    return world if known else renamed(world)


def without_entity(world: World, account: str, kind: EntityKind, name: str) -> World:
    """The world with an entity gone, and with it the sessions of a user or role: their credentials are worth nothing."""
    home = world.accounts[account]
    gone = (account, kind, name)
    world = replace(world, sessions={key: it for key, it in world.sessions.items() if it.of != gone})
    change: dict[str, Any] = {f"{kind.value}s": left(home.entities(kind), name)}
    return renamed(with_account(world, replace(home, **change)))


def renamed(world: World) -> World:
    """The world with its directory made anew: names have come or gone."""
    return replace(world, directory=Directory.of(world.accounts.values()))


def left(present: Mapping[str, T], name: str) -> dict[str, T]:
    """The mapping without one name."""
    return {other: value for other, value in present.items() if other != name}


def numbered(world: World) -> tuple[World, str]:
    """The world with its counter moved, and a text that no other creation in it has: seeds of new IDs."""
    return replace(world, serial=world.serial + 1), f"{world.seed}#{world.serial + 1}"


def same_name(names: Mapping[str, object], name: str) -> str | None:
    """The name in use that differs at most in case."""
    return next((known for known in names if known.lower() == name.lower()), None)


def forgotten(world: World, arn: str, unique_id: str) -> World:
    """The world after a user or role is gone: policies that named its ARN now show its unique ID, and name nobody.

    AWS stores the ID from the start; a new user of the same name has another one.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-roles
    """
    accounts = {name: _account_without(account, arn, unique_id) for name, account in world.accounts.items()}
    return replace(world, accounts=accounts)


def _account_without(account: Account, arn: str, unique_id: str) -> Account:
    for name, role in account.roles.items():
        trust = _policy_without(role.trust, arn, unique_id)
        if trust is not role.trust:
            account = account.with_entity(EntityKind.ROLE, name, replace(role, trust=trust))
    for kind in (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE):
        for name, owner in account.entities(kind).items():
            assert isinstance(owner, Bucket | Key | Resource)
            if owner.policy is None:
                continue
            policy = _policy_without(owner.policy, arn, unique_id)
            if policy is not owner.policy:
                account = account.with_entity(kind, name, replace(owner, policy=policy))
    return account


def _policy_without(policy: NamedPolicy, arn: str, unique_id: str) -> NamedPolicy:
    statements = tuple(_statement_without(statement, arn, unique_id) for statement in policy.document.statements)
    if statements == policy.document.statements:
        return policy
    document: PolicyDocument = replace(policy.document, statements=statements)
    return NamedPolicy(policy.name, document, policy.arn)


def _statement_without(statement: Statement, arn: str, unique_id: str) -> Statement:
    element = statement.principal
    if element is None or all(entry.value != arn for entry in element.entries):
        return statement
    entries = tuple(replace(entry, value=unique_id) if entry.value == arn else entry for entry in element.entries)
    return replace(statement, principal=PrincipalElement(element.negated, entries, element.span))


def holders(account: Account) -> tuple[User | Group | Role, ...]:
    """Everyone in an account to whom a managed policy can be attached."""
    return (*account.users.values(), *account.groups.values(), *account.roles.values())
