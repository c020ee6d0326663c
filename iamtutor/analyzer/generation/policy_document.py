"""The policy itself: statements of what was used, as few as say it exactly."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from iamtutor.analyzer.generation.level import Level
from iamtutor.analyzer.generation.usage import ActionUse
from iamtutor.catalog import Catalog
from iamtutor.policy.pattern import pattern

_WORD: Final = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z0-9]+|[A-Z]+")


def policy_value(
    uses: Mapping[str, ActionUse], level: Level, *, conditions: bool, grouped_by: Catalog | None
) -> dict[str, Any]:
    """The policy of these uses; with `grouped_by`, actions as wildcards where these allow nothing more."""
    groups: dict[tuple[str, tuple[str, ...], str], list[str]] = {}
    for action, use in uses.items():
        resources = ("*",) if level is Level.ACTION else without_covered(each.pattern for each in use.resources())
        asked = json.dumps(use.conditions(), sort_keys=True) if conditions else "{}"
        groups.setdefault((use.service, resources, asked), []).append(action)
    statements = [
        _statement(grouped(actions, grouped_by) if grouped_by else actions, resources, json.loads(asked))
        for (_, resources, asked), actions in sorted(groups.items(), key=lambda group: (group[0][0], group[1]))
    ]
    return {"Version": "2012-10-17", "Statement": statements}


def _statement(actions: list[str], resources: tuple[str, ...], conditions: dict[str, Any]) -> dict[str, Any]:
    statement: dict[str, Any] = {
        "Effect": "Allow",
        "Action": actions[0] if len(actions) == 1 else actions,
        "Resource": resources[0] if len(resources) == 1 else list(resources),
    }
    if conditions:
        statement["Condition"] = conditions
    return statement


def without_covered(patterns: Iterable[str]) -> tuple[str, ...]:
    """The patterns without those that another one covers."""
    listed = sorted(set(patterns))
    wild = [each for each in listed if "*" in each and "?" not in each and "$" not in each]
    return tuple(each for each in listed if not any(other != each and pattern(other)(each) for other in wild))


def grouped(actions: list[str], catalog: Catalog) -> list[str]:
    """The actions of one service, with a wildcard in the place of those that it alone stands for.

    A wildcard is written only where every action that it matches today is one of these, so that it allows nothing more; as
    new actions come, it may, which is why it has to be asked for.
    """
    left = set(actions)
    found: list[str] = []
    for stem in _stems(actions):
        matched = set(catalog.expand(f"{stem}*"))
        if len(matched & left) > 1 and matched <= set(actions):
            found.append(f"{stem}*")
            left -= matched
    return sorted([*found, *left], key=str.lower)


def _stems(actions: list[str]) -> list[str]:
    """What a wildcard may stand behind: the service, then whole words of the names, the shortest first."""
    stems: dict[str, None] = {}
    for action in actions:
        prefix, _, name = action.partition(":")
        stems[f"{prefix}:"] = None
        for word in _WORD.finditer(name):
            stems[f"{prefix}:{name[: word.end()]}"] = None
    return sorted(stems, key=lambda stem: (len(stem), stem))
