"""The policies that a party has, and how: its own, through groups, as a boundary, from the organisation."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from iamtutor.access import NamedPolicy
from iamtutor.cloud.entities import Controls, Group, Role, User
from iamtutor.cloud.gather import groups_of, resource_policy
from iamtutor.cloud.parties import Party, PartyKind
from iamtutor.cloud.references import entity

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


class How(StrEnum):
    """How a policy comes to somebody."""

    INLINE = "inline"
    MANAGED = "managed"
    GROUP = "group"
    BOUNDARY = "boundary"
    SESSION = "session"
    TRUST = "trust"
    RESOURCE = "resource"
    SCP = "scp"
    RCP = "rcp"


class Held(NamedTuple):
    """A policy, how it is held, and through whom: the group, or the unit that it is attached to."""

    how: How
    policy: NamedPolicy
    through: str = ""


def held_by(world: World, party: Party) -> Iterator[Held]:
    """Every policy that has a say about a party; none of an outsider is known."""
    if party.address is None:
        return
    owner = entity(world, party.address)
    account = world.accounts[party.account]
    if isinstance(owner, User | Role | Group):
        yield from _identity(world, owner, "")
    if isinstance(owner, User | Role):
        for group in groups_of(owner, account):
            yield from _identity(world, group, group.name)
        boundary = world.managed_policy(owner.boundary) if owner.boundary is not None else None
        if boundary is not None:
            yield Held(How.BOUNDARY, boundary)
    if party.kind is PartyKind.SESSION:
        yield from (Held(How.SESSION, policy) for policy in world.sessions[party.name].policies)
    elif isinstance(owner, Role):
        yield Held(How.TRUST, owner.trust)
    elif not isinstance(owner, User | Group):
        own = resource_policy(owner, owner.arn.split(":", 3)[2])
        if own is not None:
            yield Held(How.RESOURCE, own)
    is_caller = isinstance(owner, User | Role)
    for name, controls in _controls(world, party.account):
        if is_caller:
            yield from (Held(How.SCP, policy, name) for policy in controls.scp.values())
        if not is_caller or isinstance(owner, Role):
            yield from (Held(How.RCP, policy, name) for policy in controls.rcp.values())


def _identity(world: World, holder: User | Role | Group, group: str) -> Iterator[Held]:
    for policy in holder.inline.values():
        yield Held(How.GROUP if group else How.INLINE, policy, group)
    for arn in holder.managed:
        found = world.managed_policy(arn)
        if found is not None:
            yield Held(How.GROUP if group else How.MANAGED, found, group)


def _controls(world: World, account: str) -> Iterator[tuple[str, Controls]]:
    organization = world.organization
    if organization is None:
        return
    line = organization.line_of(account)
    yield from ((unit.name, unit.controls) for unit in line)
    if line:
        yield account, organization.attached[account]


def members(world: World, group: Party) -> tuple[str, ...]:
    """The users in a group, by name."""
    users = world.accounts[group.account].users.values()
    return tuple(user.name for user in users if group.name in user.groups)
