"""The policies in the slots of a world, and worlds that differ in one of them.

A new world shares everything with the old one that the slot does not touch, compiled policies included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud.control_slots import control_at, with_control
from iamtutor.cloud.entities import Address, Bucket, Entity, EntityKind, Group, Key, Resource, Role, User
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.cloud.references import UnknownReferenceError, entity, find, listing
from iamtutor.cloud.slot import NO_STATEMENTS, Slot, SlotType, name_in, owner_in, placed
from iamtutor.policy import PolicyDocument

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


def policy_at(world: World, slot: Slot) -> NamedPolicy | None:
    """The policy in a slot; None where it is empty. Raises UnknownReferenceError where there is no such slot."""
    return _PLACES[slot.type][0](world, slot)


def with_policy(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    """The world with another document in a slot; None empties it. Raises UnknownReferenceError."""
    return _PLACES[slot.type][1](world, slot, document)


def with_entity(world: World, address: Address, changed: Entity) -> World:
    """The world with another entity at an address."""
    account = world.accounts[address.account].with_entity(address.kind, address.name, changed)
    return replace(world, accounts={**world.accounts, account.name: account})


def _holder(world: World, slot: Slot) -> tuple[Address, User | Group | Role]:
    address = find(world, owner_in(slot), (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE))
    found = entity(world, address)
    assert isinstance(found, User | Group | Role)
    return address, found


def _inline_at(world: World, slot: Slot) -> NamedPolicy | None:
    return _holder(world, slot)[1].inline.get(name_in(slot))


def _with_inline(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    address, holder = _holder(world, slot)
    name = name_in(slot)
    shown = f"{holder.name}/{name}" if isinstance(holder, Group) else name
    return with_entity(world, address, replace(holder, inline=placed(holder.inline, name, shown, document)))


def managed_account(world: World, slot: Slot) -> str:
    """The account that has the managed policy of a slot. Raises UnknownReferenceError."""
    name = name_in(slot)
    if slot.of is not None and slot.of not in world.accounts:
        raise UnknownReferenceError("cloud.unknown-account", reference=slot.of, known=listing(world.accounts))
    accounts = [slot.of] if slot.of is not None else list(world.accounts)
    holding = [account for account in accounts if name in world.accounts[account].policies]
    if not holding:
        known = (policy for account in accounts for policy in world.accounts[account].policies)
        raise UnknownReferenceError("cloud.unknown-managed-policy", policy=name, known=listing(known))
    if len(holding) > 1:
        raise UnknownReferenceError("cloud.ambiguous-reference", reference=name, choices=", ".join(holding))
    return holding[0]


def _managed_at(world: World, slot: Slot) -> NamedPolicy | None:
    return world.accounts[managed_account(world, slot)].policies[name_in(slot)]


def _with_managed(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    return _with_version(world, managed_account(world, slot), name_in(slot), document)


def _with_version(world: World, account: str, name: str, document: PolicyDocument | None) -> World:
    """A new default version of a customer managed policy, for all to whom it is attached; a new policy if need be."""
    home = world.accounts[account]
    known = home.policies.get(name)
    arn = known.arn if known is not None else iam_arn(home.id, "policy", "/", name)
    changed = replace(home, policies=placed(home.policies, name, name, document or NO_STATEMENTS, arn))
    return replace(world, accounts={**world.accounts, account: changed})


def _bounded(world: World, slot: Slot) -> tuple[Address, User | Role]:
    address = find(world, owner_in(slot), (EntityKind.USER, EntityKind.ROLE))
    found = entity(world, address)
    assert isinstance(found, User | Role)
    return address, found


def _boundary_at(world: World, slot: Slot) -> NamedPolicy | None:
    boundary = _bounded(world, slot)[1].boundary
    return world.managed_policy(boundary) if boundary is not None else None


def _with_boundary(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    """A boundary is a managed policy, so everyone who has the same one gets its new version.

    Where there is none, or it is AWS's own, a customer managed policy of the slot's name becomes the boundary.
    """
    address, holder = _bounded(world, slot)
    if document is None:
        return with_entity(world, address, replace(holder, boundary=None))
    present = world.managed_policy(holder.boundary) if holder.boundary is not None else None
    policies = world.accounts[address.account].policies
    if present is not None and policies.get(present.name) is present and slot.name in (None, present.name):
        return _with_version(world, address.account, present.name, document)
    name = slot.name or "Boundary"
    world = _with_version(world, address.account, name, document)
    arn = world.accounts[address.account].policies[name].arn
    return with_entity(world, address, replace(holder, boundary=arn))


def _role(world: World, slot: Slot) -> tuple[Address, Role]:
    address = find(world, owner_in(slot, EntityKind.ROLE), (EntityKind.ROLE,))
    found = entity(world, address)
    assert isinstance(found, Role)
    return address, found


def _trust_at(world: World, slot: Slot) -> NamedPolicy | None:
    return _role(world, slot)[1].trust


def _with_trust(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    address, role = _role(world, slot)
    return with_entity(world, address, replace(role, trust=NamedPolicy(address.reference, document or NO_STATEMENTS)))


_RESOURCE_KINDS = (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE)


def _owner(world: World, slot: Slot) -> tuple[Address, Bucket | Key | Resource]:
    bare = EntityKind.BUCKET if slot.type is SlotType.BUCKET else EntityKind.RESOURCE
    kinds = (EntityKind.BUCKET,) if slot.type is SlotType.BUCKET else _RESOURCE_KINDS
    address = find(world, owner_in(slot, bare), kinds)
    found = entity(world, address)
    assert isinstance(found, Bucket | Key | Resource)
    return address, found


def _resource_at(world: World, slot: Slot) -> NamedPolicy | None:
    return _owner(world, slot)[1].policy


def _with_resource(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    address, owner = _owner(world, slot)
    if isinstance(owner, Key):
        key = replace(owner, policy=NamedPolicy(address.reference, document or NO_STATEMENTS))
        return with_entity(world, address, key)
    policy = NamedPolicy(address.reference, document) if document is not None else None
    return with_entity(world, address, replace(owner, policy=policy))


def _session_name(world: World, slot: Slot) -> str:
    name = owner_in(slot).removeprefix("session/")
    if name not in world.sessions:
        raise UnknownReferenceError(
            "cloud.unknown-reference", reference=f"session/{name}", known=listing(world.sessions)
        )
    return name


def _session_at(world: World, slot: Slot) -> NamedPolicy | None:
    policies = world.sessions[_session_name(world, slot)].policies
    return policies[0] if policies else None


def _with_session(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    """The one session policy that was passed; it takes the place of all."""
    name = _session_name(world, slot)
    policies = (NamedPolicy(f"session/{name}", document),) if document is not None else ()
    return replace(world, sessions={**world.sessions, name: replace(world.sessions[name], policies=policies)})


def _endpoint_name(world: World, slot: Slot) -> str:
    name = owner_in(slot).removeprefix("endpoint/")
    if name not in world.endpoints:
        raise UnknownReferenceError("cloud.unknown-reference", reference=name, known=listing(world.endpoints))
    return name


def _endpoint_at(world: World, slot: Slot) -> NamedPolicy | None:
    return world.endpoints[_endpoint_name(world, slot)].policy


def _with_endpoint(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    name = _endpoint_name(world, slot)
    endpoint = replace(world.endpoints[name], policy=NamedPolicy(name, document or NO_STATEMENTS))
    return replace(world, endpoints={**world.endpoints, name: endpoint})


def _no_policy(world: World, slot: Slot, document: PolicyDocument | None = None) -> World:
    raise UnknownReferenceError("cloud.slot-holds-attachments")


def _no_policy_at(world: World, slot: Slot) -> NamedPolicy | None:
    raise UnknownReferenceError("cloud.slot-holds-attachments")


_PLACES: Mapping[
    SlotType,
    tuple[
        Callable[[World, Slot], NamedPolicy | None],
        Callable[[World, Slot, PolicyDocument | None], World],
    ],
] = {
    SlotType.INLINE: (_inline_at, _with_inline),
    SlotType.MANAGED: (_managed_at, _with_managed),
    SlotType.BOUNDARY: (_boundary_at, _with_boundary),
    SlotType.TRUST: (_trust_at, _with_trust),
    SlotType.BUCKET: (_resource_at, _with_resource),
    SlotType.RESOURCE: (_resource_at, _with_resource),
    SlotType.SCP: (control_at, with_control),
    SlotType.RCP: (control_at, with_control),
    SlotType.SESSION: (_session_at, _with_session),
    SlotType.ENDPOINT: (_endpoint_at, _with_endpoint),
    SlotType.ATTACHMENTS: (_no_policy_at, _no_policy),
}
