"""The places of a world whose policies can be written: those that hold one, and those where one could be put."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from iamtutor.cloud import UnknownReferenceError, World
from iamtutor.cloud.control_slots import FULL_ACCESS_NAMES
from iamtutor.cloud.entities import Account, Address, EntityKind, Key, Role, SessionKind, User
from iamtutor.cloud.references import entity, find
from iamtutor.course.slot_shape import SlotShape

NEW_INLINE = "Own"
"""The name of a new inline policy."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A place by its key. `is_empty`: no policy stands there yet. `holders` are those to whom a managed policy counts."""

    key: str
    place: SlotShape
    is_empty: bool = False
    holders: tuple[str, ...] = ()

    @property
    def whose(self) -> str:
        """The user, bucket, unit … to whom it belongs; of a managed policy its name."""
        return self.place.of or self.place.name or ""


def openings(world: World) -> tuple[Opening, ...]:
    """Every place, account by account, then sessions, endpoints and the organisation."""
    found: dict[str, Opening] = {}
    for opening in _all(world):
        name, number = opening.key, 1
        while name in found:
            number += 1
            name = f"{opening.key}-{number}"
        found[name] = replace(opening, key=name)
    return tuple(found.values())


def openings_of(world: World, reference: str) -> tuple[Opening, ...]:
    """The policies that somebody or something has; where it has none, the place for the first. Nothing for a stranger."""
    address = _address(world, reference)
    if address is None:
        return tuple(each for each in openings(world) if each.place.of == reference)
    mine = [
        each
        for each in openings(world)
        if (each.place.of is not None and _address(world, each.place.of) == address)
        or (each.place.of in (None, address.account) and address.reference in each.holders)
    ]
    return tuple(each for each in mine if not each.is_empty) or tuple(mine[:1])


def _address(world: World, reference: str) -> Address | None:
    try:
        return find(world, reference)
    except UnknownReferenceError:
        return None


def _all(world: World) -> Iterator[Opening]:
    for account in world.accounts.values():
        for kind in (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE):
            for name in account.entities(kind):
                yield from _of_holder(world, Address(account.name, kind, name))
        holders = _holders(account)
        for name, policy in account.policies.items():
            of = account.name if _is_twice(world, name) else None
            yield _opening("managed", of, name, holders=tuple(holders.get(policy.arn, ())))
        for kind in (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE):
            for name in account.entities(kind):
                reference = _reference(world, Address(account.name, kind, name))
                owner = entity(world, Address(account.name, kind, name))
                if isinstance(owner, Key) and owner.aws_managed:
                    continue  # AWS writes its policy
                is_bucket = kind is EntityKind.BUCKET
                yield _opening(
                    "bucket" if is_bucket else "resource", reference, is_empty=getattr(owner, "policy", None) is None
                )
    for name, session in world.sessions.items():
        if len(session.policies) < 2 and session.kind is not SessionKind.TOKEN:  # GetSessionToken takes none
            yield _opening("session", f"session/{name}", is_empty=not session.policies)
    for name in world.endpoints:
        yield _opening("endpoint", name)
    yield from _of_organization(world)


def _of_holder(world: World, address: Address) -> Iterator[Opening]:
    holder, reference = entity(world, address), _reference(world, address)
    if isinstance(holder, Role) and holder.service_linked:
        return  # the service alone writes its policies
    inline: Iterable[str] = getattr(holder, "inline", {})
    yield from (_opening("inline", reference, name) for name in inline)
    yield _opening("inline", reference, _fresh(NEW_INLINE, inline), is_empty=True)
    if isinstance(holder, Role):
        yield _opening("trust", reference)
    if isinstance(holder, User | Role):
        own = world.accounts[address.account].policies.values()
        if holder.boundary is None or not any(policy.arn == holder.boundary for policy in own):
            yield _opening("boundary", reference, is_empty=holder.boundary is None)


def _of_organization(world: World) -> Iterator[Opening]:
    organization = world.organization
    if organization is None:
        return
    levels = [(_unit(unit.name, unit is organization.root), unit.controls) for unit in organization.root.walk()]
    for of, controls in [*levels, *organization.attached.items()]:
        for kind in ("scp", "rcp"):
            policies = controls.scp if kind == "scp" else controls.rcp
            own = [name for name in policies if name not in FULL_ACCESS_NAMES]
            yield from (_opening(kind, of, name) for name in own)
            yield _opening(kind, of, _fresh(kind.upper(), own), is_empty=True)


def _unit(name: str, is_root: bool) -> str:
    return "root" if is_root else f"ou/{name}"


def _holders(account: Account) -> dict[str | None, dict[str, None]]:
    """By ARN, to whom managed policies are attached, as policies or as boundaries."""
    found: dict[str | None, dict[str, None]] = {}
    for kind in (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE):
        for holder in account.entities(kind).values():
            for arn in (*getattr(holder, "managed", ()), getattr(holder, "boundary", None)):
                found.setdefault(arn, {})[f"{kind.value}/{holder.name}"] = None
    return found


def _reference(world: World, address: Address) -> str:
    several = len(world.directory.by_name[address.kind, address.name]) > 1
    return f"{address.account}:{address.reference}" if several else address.reference


def _is_twice(world: World, policy: str) -> bool:
    return sum(policy in account.policies for account in world.accounts.values()) > 1


def _fresh(name: str, taken: Iterable[str]) -> str:
    """A name that is not taken: `Own`, `Own2` …"""
    known, number, found = set(taken), 1, name
    while found in known:
        number += 1
        found = f"{name}{number}"
    return found


def _opening(
    kind: str, of: str | None, name: str | None = None, *, is_empty: bool = False, holders: tuple[str, ...] = ()
) -> Opening:
    place = SlotShape.model_validate({"type": kind, "of": of, "name": name})
    return Opening(_key(place), place, is_empty, holders)


def _key(place: SlotShape) -> str:
    """A key for the file: `dev-own`, `deploy-trust`, `acme-reports-bucket`, `read-reports-managed`."""
    owner = (place.of or "").rpartition("/")[2]
    words = [owner, place.name or "", "" if place.type == "inline" else place.type]
    text = "-".join(re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "-", word) for word in words if word)
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "policy"
