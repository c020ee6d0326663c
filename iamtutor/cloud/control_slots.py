"""Slots of an organisation: the SCP or RCP of its root, of a unit, or of an account."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iamtutor.access import NamedPolicy
from iamtutor.cloud.entities import Controls, Organization, Policies, Unit
from iamtutor.cloud.references import UnknownReferenceError, listing
from iamtutor.cloud.slot import Slot, SlotType, owner_in, placed
from iamtutor.policy import PolicyDocument

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

FULL_ACCESS_NAMES = frozenset({"FullAWSAccess", "RCPFullAWSAccess"})


def _organization(world: World) -> Organization:
    if world.organization is None:
        raise UnknownReferenceError("cloud.no-organization")
    return world.organization


def _controls(world: World, slot: Slot) -> Controls:
    """What is attached to the root, a unit or an account."""
    organization, of = _organization(world), owner_in(slot)
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


def control_name(world: World, slot: Slot) -> str:
    """The name of the control policy in a slot, or of the one that would stand there. Raises UnknownReferenceError."""
    return _control_name(slot, _attached(_controls(world, slot), slot))


def _attached(controls: Controls, slot: Slot) -> Policies:
    return controls.scp if slot.type is SlotType.SCP else controls.rcp


def control_at(world: World, slot: Slot) -> NamedPolicy | None:
    """The control policy in a slot."""
    policies = _attached(_controls(world, slot), slot)
    return policies.get(_control_name(slot, policies))


def with_control(world: World, slot: Slot, document: PolicyDocument | None) -> World:
    """The world with another control policy in a slot; the others that are attached there stay."""
    organization, controls = _organization(world), _controls(world, slot)
    policies = _attached(controls, slot)
    name = _control_name(slot, policies)
    known = policies.get(name)
    attached = placed(policies, name, name, document, known.arn if known is not None else None)
    changed = replace(controls, scp=attached) if slot.type is SlotType.SCP else replace(controls, rcp=attached)
    of = owner_in(slot)
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
