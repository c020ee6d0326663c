"""Keeping out of an imported world what cannot be in one: the least part that a finding is about, and nothing else."""

from __future__ import annotations

from typing import Any, Final

from iamtutor.cloud.build_world import read_world
from iamtutor.cloud.importing.authorization_details import World, nobody
from iamtutor.cloud.importing.origins import Origins
from iamtutor.cloud.places import ContentError, KeyPath
from iamtutor.cloud.world import World as BuiltWorld

_MOST_ROUNDS: Final = 12
_PARTS: Final = frozenset({"inline", "tags"})
_POINTS: Final = frozenset({"managed", "groups"})
_FIELDS: Final = frozenset({"boundary", "unique_id", "policy", "role", "path"})


def accepted(world: World, origins: Origins) -> BuiltWorld:
    """The world, built; what it cannot hold is taken out of the value and told. Raises ContentError where nothing is left.

    A part can be wrong because another one was taken out, so it is tried until nothing is wrong.
    """
    for _ in range(_MOST_ROUNDS):
        try:
            return read_world(world)
        except ContentError as error:
            targets: dict[KeyPath, None] = {}
            for finding in error.findings:
                target = _target(finding.path)
                if target not in targets:
                    targets[target] = None
                    origins.kept_out(finding)
            for target in sorted(targets, key=_from_behind, reverse=True):
                _take_out(world, target)
    return read_world(world)


def _target(path: KeyPath) -> KeyPath:
    """The least part of a world around a path that can be left out."""
    if path[:1] == ("aws_policies",):
        return path[:2]
    if path[:1] == ("organization",):
        for at, step in enumerate(path):
            if step in ("scp", "rcp") and len(path) > at + 1:
                return path[: at + 2]
        return path[:1]
    if path[:1] != ("accounts",) or len(path) < 4:
        return path[:2] or ("accounts",)
    inner = path[4:6]
    if inner and (inner[0] in _PARTS or inner[0] in _POINTS):
        return path[:6]
    return path[:5] if inner and (inner[0] in _FIELDS or inner[0] == "trust") else path[:4]


def _from_behind(path: KeyPath) -> tuple[str, ...]:
    """Later items of a list first, so that the numbers of earlier ones stay right."""
    return tuple(f"{step:09}" if isinstance(step, int) else step for step in path)


def _take_out(world: World, path: KeyPath) -> None:
    *way, last = path
    holder: Any = world
    for step in way:
        holder = holder[int(step)] if isinstance(holder, list) else holder.get(step, {})
    if last == "trust":
        holder[last] = nobody()
    elif isinstance(holder, list):
        del holder[int(last)]
    else:
        holder.pop(last, None)
