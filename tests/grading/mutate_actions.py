"""Mutations of Action and NotAction."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.grading.documents import Json, replaced, several
from tests.grading.surroundings import Surroundings

_VERB = re.compile(r"[A-Z][a-z]+")
_TEMPTING = ("s3:GetObject", "s3:DeleteObject", "iam:PassRole", "sts:AssumeRole")
_Found = Iterator[tuple[str, Json]]


def action_mutations(value: Json, around: Surroundings) -> _Found:
    """Other values of an Action element, each with what was done."""
    actions = [str(each) for each in several(value)]
    yield "*", "*"
    for index, action in enumerate(actions):
        if len(actions) > 1:
            yield f"without {action}", replaced(actions, index)
        for other in dict.fromkeys((*_wider(action), *_narrower(action, around), *around.near_actions(action))):
            yield f"{action} → {other}", replaced(actions, index, other)
    for other in dict.fromkeys((*(near for each in actions for near in around.near_actions(each)), *_TEMPTING)):
        if other not in actions:
            yield f"and {other}", [*actions, other]


def _wider(action: str) -> Iterator[str]:
    """`s3:GetObject` as `s3:GetObject*`, `s3:*Object`, `s3:Get*`, `s3:*`."""
    service, _, name = action.partition(":")
    if not name or name == "*":
        return
    verb = _VERB.match(name)
    if "*" not in name:
        yield f"{service}:{name}*"
        if verb is not None and verb[0] != name:
            yield f"{service}:*{name[verb.end() :]}"
    if verb is not None and f"{verb[0]}*" != name:
        yield f"{service}:{verb[0]}*"
    yield f"{service}:*"


def _narrower(action: str, around: Surroundings) -> Iterator[str]:
    """A wildcard as one of its verbs, and as one of its actions."""
    if "*" not in action or action == "*":
        return
    service, _, _ = action.partition(":")
    names = around.catalog.expand(action)
    verbs = dict.fromkeys(found[0] for name in names if (found := _VERB.match(name.partition(":")[2])))
    for verb in tuple(verbs)[:4]:
        if f"{service}:{verb}*" != action:
            yield f"{service}:{verb}*"
    yield from names[:: max(1, len(names) // 3)][:4]
