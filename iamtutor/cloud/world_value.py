"""The YAML value of a world with another policy in one of its slots: what `World.with_policy` does, done to the file.

Values are never changed in place; what the slot does not touch is shared.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from iamtutor.cloud.attachments import managed_arn
from iamtutor.cloud.control_slots import control_name
from iamtutor.cloud.entities import EntityKind
from iamtutor.cloud.places import Json, KeyPath
from iamtutor.cloud.references import UnknownReferenceError, entity, find
from iamtutor.cloud.slot import Slot, SlotType, name_in, owner_in
from iamtutor.cloud.slots import managed_account

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

_HOLDERS = (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE)
_KINDS = {
    SlotType.INLINE: (None, _HOLDERS),
    SlotType.TRUST: (EntityKind.ROLE, (EntityKind.ROLE,)),
    SlotType.BUCKET: (EntityKind.BUCKET, (EntityKind.BUCKET,)),
    SlotType.RESOURCE: (EntityKind.RESOURCE, (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE)),
}
NEW_BOUNDARY = "Boundary"
"""The name of the managed policy that becomes a boundary where the slot gives none."""


def document_at(value: Json, world: World, slot: Slot) -> Json:
    """The document in a slot as the file has it; None where it has none. Raises UnknownReferenceError."""
    found = value
    for step in document_path(value, world, slot):
        if isinstance(found, Mapping):
            found = found.get(step)
        elif isinstance(found, list) and isinstance(step, int) and step < len(found):
            found = found[step]
        else:
            return None
    return found


def with_document(value: Json, world: World, slot: Slot, document: Json) -> Json:
    """The value with a document in a slot; None empties it. `world` is the value's. Raises UnknownReferenceError."""
    if slot.type is SlotType.BOUNDARY:
        return _with_boundary(value, world, slot, document)
    path = document_path(value, world, slot)
    if slot.type in (SlotType.SCP, SlotType.RCP):
        attached = _at(value, path[:-1])
        if attached is None and slot.type is SlotType.SCP:
            value = _put(value, path[:-1], {"FullAWSAccess": None})
    if slot.type is SlotType.SESSION:
        return _put(value, path[:-1], None if document is None else [document])
    if document is None and path[2] == "keys":
        document = {
            "Version": "2012-10-17",
            "Statement": [],
        }  # a key always has a policy; without one it has the default
    return _put(value, path, document)


def document_path(value: Json, world: World, slot: Slot) -> KeyPath:
    """Where the document of a slot stands, or would stand. Raises UnknownReferenceError."""
    if slot.type is SlotType.MANAGED:
        return ("accounts", managed_account(world, slot), "policies", name_in(slot), "document")
    if slot.type is SlotType.BOUNDARY:
        account, name, _ = _boundary(world, slot)
        return ("accounts", account, "policies", name, "document")
    if slot.type is SlotType.SESSION:
        return ("sessions", owner_in(slot).removeprefix("session/"), "policies", 0)
    if slot.type is SlotType.ENDPOINT:
        return ("endpoints", owner_in(slot).removeprefix("endpoint/"), "policy")
    if slot.type in (SlotType.SCP, SlotType.RCP):
        return (*_unit(value, owner_in(slot)), slot.type.value, control_name(world, slot))
    if slot.type not in _KINDS:
        raise UnknownReferenceError("cloud.slot-holds-attachments")
    bare, kinds = _KINDS[slot.type]
    address = find(world, owner_in(slot, bare), kinds)
    place = ("accounts", address.account, f"{address.kind.value}s", address.name)
    if slot.type is SlotType.INLINE:
        return (*place, "inline", name_in(slot))
    return (*place, "trust" if slot.type is SlotType.TRUST else "policy")


def _boundary(world: World, slot: Slot) -> tuple[str, str, KeyPath]:
    """The account and the name of the managed policy that is, or would become, the boundary; and who has it.

    As `World.with_policy`: another's policy, or AWS's, is not changed but replaced by one of the slot's name.
    """
    address = find(world, owner_in(slot), (EntityKind.USER, EntityKind.ROLE))
    holder = entity(world, address)
    arn = getattr(holder, "boundary", None)
    account = world.accounts[address.account]
    own = next((name for name in account.policies if arn is not None and managed_arn(account, name) == arn), None)
    name = own if own is not None and slot.name in (None, own) else slot.name or NEW_BOUNDARY
    return address.account, name, ("accounts", address.account, f"{address.kind.value}s", address.name)


def _with_boundary(value: Json, world: World, slot: Slot, document: Json) -> Json:
    account, name, holder = _boundary(world, slot)
    if document is None:
        return _put(value, (*holder, "boundary"), None)
    value = _put(value, ("accounts", account, "policies", name, "document"), document)
    return _put(value, (*holder, "boundary"), name)


def _unit(value: Json, of: str) -> KeyPath:
    """Where the root of an organisation, a unit (`ou/name`) or an account's control policies stand."""
    if of == "root":
        return ("organization", "root")
    if not of.startswith("ou/"):
        return ("organization", "accounts", of)
    path = _unit_below(_at(value, ("organization", "root")), ("organization", "root"), of.removeprefix("ou/"))
    if path is None:
        raise UnknownReferenceError("cloud.unknown-reference", reference=of, known="root")
    return path


def _unit_below(unit: Json, path: KeyPath, name: str) -> KeyPath | None:
    for key, below in ((unit or {}).get("ous") or {}).items():
        inner = (*path, "ous", key)
        found = inner if key == name else _unit_below(below, inner, name)
        if found is not None:
            return found
    return None


def _at(value: Json, path: KeyPath) -> Json:
    for step in path:
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _put(value: Json, path: KeyPath, new: Json) -> Json:
    """A copy with something else at a path; None takes the key out, and what is missing on the way is put in."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    inner = dict(value) if isinstance(value, Mapping) else {}
    if rest:
        if new is None and inner.get(step) is None:
            return value
        inner[step] = _put(inner.get(step), rest, new)
    elif new is None:
        inner.pop(step, None)
    else:
        inner[step] = new
    return inner
