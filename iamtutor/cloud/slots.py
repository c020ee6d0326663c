"""Places in a world that hold one policy, and worlds that differ in one such place.

A new world shares everything with the old one that the place does not touch, compiled policies included.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud.entities import (
    Address,
    Bucket,
    Controls,
    Entity,
    EntityKind,
    Group,
    Key,
    Organization,
    Policies,
    Resource,
    Role,
    Unit,
    User,
)
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.cloud.references import UnknownReferenceError, entity, find, listing
from iamtutor.policy import PolicyDocument, PolicyKind, Span

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

NO_STATEMENTS = PolicyDocument("2012-10-17", None, (), Span(0, 0))
"""What stands where AWS always has a document (a trust policy, a key policy) and none is given."""
FULL_ACCESS_NAMES = frozenset({"FullAWSAccess", "RCPFullAWSAccess"})


class SlotType(StrEnum):
    """What a slot holds."""

    INLINE = "inline"
    MANAGED = "managed"
    BOUNDARY = "boundary"
    TRUST = "trust"
    BUCKET = "bucket"
    RESOURCE = "resource"
    SCP = "scp"
    RCP = "rcp"
    SESSION = "session"
    ENDPOINT = "endpoint"
    ATTACHMENTS = "attachments"


_KINDS = {
    SlotType.INLINE: PolicyKind.IDENTITY,
    SlotType.MANAGED: PolicyKind.IDENTITY,
    SlotType.BOUNDARY: PolicyKind.BOUNDARY,
    SlotType.TRUST: PolicyKind.TRUST,
    SlotType.BUCKET: PolicyKind.RESOURCE,
    SlotType.RESOURCE: PolicyKind.RESOURCE,
    SlotType.SCP: PolicyKind.SCP,
    SlotType.RCP: PolicyKind.RCP,
    SlotType.SESSION: PolicyKind.SESSION,
    SlotType.ENDPOINT: PolicyKind.ENDPOINT,
}


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a policy belongs: `of` a user, bucket, organisational unit …, and its `name` where there are several.

    A plain string will do for the type.
    """

    type: SlotType
    of: str | None = None
    name: str | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "type", SlotType(self.type))

    @property
    def kind(self) -> PolicyKind:
        """How a text for this slot is read. An attachments slot holds no policy: its kind is never asked for."""
        return _KINDS[self.type]


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


def _of(slot: Slot, kind: EntityKind | None = None) -> str:
    """What the slot belongs to; a bare name is completed with the kind."""
    if slot.of is None:
        raise UnknownReferenceError("cloud.slot-without-owner", type=slot.type.value)
    if kind is None or "/" in slot.of or slot.of.startswith("arn:"):
        return slot.of
    account, colon, name = slot.of.rpartition(":")
    return f"{account}{colon}{kind.value}/{name}"


def _named(slot: Slot) -> str:
    if slot.name is None:
        raise UnknownReferenceError("cloud.slot-without-name", type=slot.type.value)
    return slot.name


def _placed(
    policies: Policies, name: str, shown: str, document: PolicyDocument | None, arn: str | None = None
) -> Policies:
    """The policies with one put in, replaced or taken out; `shown` is how a trace calls it."""
    if document is None:
        return {other: policy for other, policy in policies.items() if other != name}
    return {**policies, name: NamedPolicy(shown, document, arn)}


def _holder(world: World, slot: Slot) -> tuple[Address, User | Group | Role]:
    address = find(world, _of(slot), (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE))
    found = entity(world, address)
    assert isinstance(found, User | Group | Role)
    return address, found


def _inline_at(world: World, slot: Slot) -> NamedPolicy | None:
    return _holder(world, slot)[1].inline.get(_named(slot))


def _with_inline(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    address, holder = _holder(world, slot)
    name = _named(slot)
    shown = f"{holder.name}/{name}" if isinstance(holder, Group) else name
    return with_entity(world, address, replace(holder, inline=_placed(holder.inline, name, shown, document)))


def _managed_account(world: World, slot: Slot) -> str:
    name = _named(slot)
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
    return world.accounts[_managed_account(world, slot)].policies[_named(slot)]


def _with_managed(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    return _with_version(world, _managed_account(world, slot), _named(slot), document)


def _with_version(world: World, account: str, name: str, document: PolicyDocument | None) -> World:
    """A new default version of a customer managed policy, for all to whom it is attached; a new policy if need be."""
    home = world.accounts[account]
    known = home.policies.get(name)
    arn = known.arn if known is not None else iam_arn(home.id, "policy", "/", name)
    changed = replace(home, policies=_placed(home.policies, name, name, document or NO_STATEMENTS, arn))
    return replace(world, accounts={**world.accounts, account: changed})


def _bounded(world: World, slot: Slot) -> tuple[Address, User | Role]:
    address = find(world, _of(slot), (EntityKind.USER, EntityKind.ROLE))
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
    address = find(world, _of(slot, EntityKind.ROLE), (EntityKind.ROLE,))
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
    address = find(world, _of(slot, bare), kinds)
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


def _organization(world: World) -> Organization:
    if world.organization is None:
        raise UnknownReferenceError("cloud.no-organization")
    return world.organization


def _controls(world: World, slot: Slot) -> Controls:
    """What is attached to the root, a unit or an account."""
    organization, of = _organization(world), _of(slot)
    if of in organization.attached:
        return organization.attached[of]
    unit = _unit(organization, of)
    if unit is None:
        places = ["root", *(f"ou/{unit.name}" for unit in organization.root.walk() if unit is not organization.root)]
        raise UnknownReferenceError(
            "cloud.unknown-reference", reference=of, known=listing([*places, *organization.attached])
        )
    return unit.controls


def _unit(organization: Organization, of: str) -> Unit | None:
    if of == "root":
        return organization.root
    units = (unit for unit in organization.root.walk() if unit is not organization.root)
    return next((unit for unit in units if f"ou/{unit.name}" == of), None)


def _control_name(slot: Slot, policies: Policies) -> str:
    """The slot's name, else that of the one policy beside full access, else the type in capitals."""
    if slot.name is not None:
        return slot.name
    own = [name for name in policies if name not in FULL_ACCESS_NAMES]
    return own[0] if len(own) == 1 else slot.type.value.upper()


def _attached(controls: Controls, slot: Slot) -> Policies:
    return controls.scp if slot.type is SlotType.SCP else controls.rcp


def _control_at(world: World, slot: Slot) -> NamedPolicy | None:
    policies = _attached(_controls(world, slot), slot)
    return policies.get(_control_name(slot, policies))


def _with_control(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    organization, controls = _organization(world), _controls(world, slot)
    policies = _attached(controls, slot)
    name = _control_name(slot, policies)
    known = policies.get(name)
    placed = _placed(policies, name, name, document, known.arn if known is not None else None)
    changed = replace(controls, scp=placed) if slot.type is SlotType.SCP else replace(controls, rcp=placed)
    of = _of(slot)
    if of in organization.attached:
        organization = replace(organization, attached={**organization.attached, of: changed})
    else:
        organization = replace(organization, root=_with_controls(organization.root, controls, changed))
    return replace(world, organization=organization)


def _with_controls(unit: Unit, old: Controls, new: Controls) -> Unit:
    """The tree with other controls at the one unit that has `old`."""
    if unit.controls is old:
        return replace(unit, controls=new)
    units = {name: _with_controls(below, old, new) for name, below in unit.units.items()}
    return unit if all(units[name] is below for name, below in unit.units.items()) else replace(unit, units=units)


def _session_name(world: World, slot: Slot) -> str:
    name = _of(slot).removeprefix("session/")
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
    name = _of(slot).removeprefix("endpoint/")
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
    SlotType.SCP: (_control_at, _with_control),
    SlotType.RCP: (_control_at, _with_control),
    SlotType.SESSION: (_session_at, _with_session),
    SlotType.ENDPOINT: (_endpoint_at, _with_endpoint),
    SlotType.ATTACHMENTS: (_no_policy_at, _no_policy),
}
