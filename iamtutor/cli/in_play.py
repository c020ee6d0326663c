"""The policies that take part in an exercise besides those to be written: what a person must see to reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from iamtutor.access.narration import layer_name
from iamtutor.access.trace import PolicyTrace
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Exercise
from iamtutor.course.placing import slot_of
from iamtutor.policy import PrincipalElement, PrincipalType, Statement


def in_play_lines(exercise: Exercise, terminal: Terminal) -> Iterator[str]:
    """Each policy that some visible request meets, once, under its layer's name."""
    seen = {("", name) for name in _written(exercise)}
    for result in exercise.decided():
        if result.request.hidden:
            continue
        for layer in result.decision.trace.layers:
            for policy in layer.policies:
                if ("", policy.name) in seen or (layer.layer.value, policy.name) in seen:
                    continue
                seen.add((layer.layer.value, policy.name))
                yield ""
                name = terminal.text(layer_name(layer.layer, result.decision.request))
                yield terminal.paint(f"{name}: {policy.name}", "strong")
                yield from policy_text(policy).split("\n")


def policy_text(policy: PolicyTrace) -> str:
    """A policy as JSON."""
    statements = [statement_value(each.statement) for each in policy.statements]
    return json.dumps({"Version": "2012-10-17", "Statement": statements}, ensure_ascii=False, indent=2)


def statement_value(statement: Statement) -> dict[str, Any]:
    """A statement as the JSON value that it was written as; a list of one as its only value."""
    value: dict[str, Any] = {"Sid": statement.sid} if statement.sid else {}
    value["Effect"] = statement.effect.value
    if statement.principal is not None:
        value[statement.principal.name] = _principals(statement.principal)
    for element in (statement.action, statement.resource):
        if element is not None:
            value[element.name] = _one_or_all([pattern.value for pattern in element.patterns])
    for condition in statement.conditions:
        operator = value.setdefault("Condition", {}).setdefault(condition.operator, {})
        operator[condition.key] = _one_or_all([text.value for text in condition.values])
    return value


def _principals(element: PrincipalElement) -> Any:
    if any(entry.type is PrincipalType.ANY for entry in element.entries):
        return "*"
    types: dict[str, list[str]] = {}
    for entry in element.entries:
        types.setdefault(entry.type.value, []).append(entry.value)
    return {name: _one_or_all(values) for name, values in types.items()}


def _one_or_all(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def _written(exercise: Exercise) -> Iterator[str]:
    """What a trace calls the policies that are to be written."""
    task = exercise.task
    world = exercise.attempt().world(len(task.slots))
    for slot in task.slots:
        if slot.place.type == "attachments":
            continue
        policy = world.policy_at(slot_of(slot.place))
        if policy is not None:
            yield policy.name
