"""A world drawn as an indented list: accounts with what lives in them, sessions, endpoints, the organisation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from iamtutor.cli.terminal import Terminal
from iamtutor.cloud import Account, EntityKind, Group, Role, Unit, User, World


def world_lines(world: World, terminal: Terminal) -> Iterator[str]:
    """The whole world."""
    if world.id is not None or world.title is not None:
        title = terminal.text(world.title) if world.title is not None else ""
        yield terminal.paint(" — ".join(part for part in (world.id, title) if part), "strong")
    for account in world.accounts.values():
        yield from _account_lines(account, terminal)
    if world.sessions:
        yield terminal.say("cli.world.sessions")
        for session in world.sessions.values():
            of = terminal.say("cli.world.session-of", of=f"{session.of.account}:{session.of.reference}")
            yield f"  session/{session.name} ({of}, {session.kind.value})"
    if world.endpoints:
        yield terminal.say("cli.world.endpoints")
        yield from (f"  {name}" for name in world.endpoints)
    if world.organization is not None:
        yield f"{terminal.say('cli.world.organization')} {world.organization.id}"
        yield f"  {terminal.say('cli.world.management')}: {world.organization.management}"
        yield from (f"  {line}" for line in _unit_lines(world.organization.root, world))


def world_json(world: World) -> dict[str, Any]:
    """What lives in a world, by account."""
    return {
        "id": world.id,
        "accounts": {
            account.name: {
                "id": account.id,
                **{f"{kind.value}s": [each.arn for each in account.entities(kind).values()] for kind in EntityKind},
                "policies": [policy.arn for policy in account.policies.values()],
            }
            for account in world.accounts.values()
        },
        "sessions": list(world.sessions),
        "endpoints": list(world.endpoints),
        "organization": world.organization.id if world.organization is not None else None,
    }


def _account_lines(account: Account, terminal: Terminal) -> Iterator[str]:
    yield f"{terminal.say('cli.world.account')} {account.name} ({account.id})"
    for kind in EntityKind:
        entities = account.entities(kind)
        if not entities:
            continue
        yield f"  {terminal.say(f'cli.world.{kind.value}s')}"
        for name, entity in entities.items():
            notes = ", ".join(_notes(entity, terminal))
            yield f"    {kind.value}/{name}" + (f" ({notes})" if notes else "")
    if account.policies:
        yield f"  {terminal.say('cli.world.policies')}"
        yield from (f"    {name}" for name in account.policies)


def _notes(entity: object, terminal: Terminal) -> Iterator[str]:
    """What is worth knowing of an entity in a few words."""
    if isinstance(entity, User | Group | Role):
        yield from entity.inline
        yield from _names(entity.managed)
    elif getattr(entity, "policy", None) is not None:
        yield terminal.say("cli.world.has-policy")
    if isinstance(entity, User | Role) and entity.boundary is not None:
        yield terminal.say("cli.world.boundary", policy=next(_names([entity.boundary])))
    if isinstance(entity, User) and entity.groups:
        yield terminal.say("cli.world.in-groups", groups=", ".join(entity.groups))


def _names(arns: Iterable[str]) -> Iterator[str]:
    return (arn.rpartition("/")[2] for arn in arns)


def _unit_lines(unit: Unit, world: World) -> Iterator[str]:
    """A unit with its control policies, its accounts with theirs, and the units below."""
    assert world.organization is not None
    yield unit.name + _controls(unit.controls.scp, unit.controls.rcp)
    for account in unit.accounts:
        controls = world.organization.attached[account]
        yield f"  {account}" + _controls(controls.scp, controls.rcp)
    for below in unit.units.values():
        yield from (f"  {line}" for line in _unit_lines(below, world))


def _controls(scp: Iterable[str], rcp: Iterable[str]) -> str:
    parts = [f"{word}: {', '.join(names)}" for word, names in (("SCP", list(scp)), ("RCP", list(rcp))) if names]
    return f" [{'; '.join(parts)}]" if parts else ""
