"""The policies that take part in an exercise besides those being written: what a learner must see to reason."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from iamtutor.access.trace import Trace
from iamtutor.course import Exercise, RequestResult
from iamtutor.policy import PrincipalElement, PrincipalType, Statement
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.choices import Choice
from iamtutor.words import Bilingual


def policies_in_play(exercise: Exercise) -> tuple[page.Block, ...]:
    """Every policy that some visible request meets, but for the slots, each once, under its layer's name."""
    visible = {each.request.id for each in exercise.task.requests if not each.request.hidden}
    written = {slot.place.name or slot.key for slot in exercise.task.slots}
    kinds = {str(slot.place.type) for slot in exercise.task.slots}
    found: dict[tuple[str, str], page.Block] = {}
    for result in exercise.decided():
        if result.request.id not in visible:
            continue
        for layer, name, statements in _policies(result.decision.trace):
            if name in written or _is_slot(layer, kinds):
                continue
            found.setdefault((layer, name), page.Exhibit(said(f"tui.layer-{layer}"), name, policy_text(statements)))
    if not found:
        return ()
    return (page.Prose(_heading("tui.in-play")), *found.values())


def statement_choices(result: RequestResult) -> list[Choice]:
    """The statements among which the one that decided is to be found; their ids are `policy#index`."""
    found: dict[str, Choice] = {}
    for _, name, statements in _policies(result.decision.trace):
        for statement in statements:
            text = json.dumps(statement_value(statement), ensure_ascii=False, indent=2)
            key = f"{name}#{statement.index}"
            found.setdefault(key, Choice(key, Bilingual(text, text), is_code=True, title=name))
    return list(found.values())


def policy_text(statements: Iterable[Statement]) -> str:
    """The statements as a policy's JSON."""
    value = {"Version": "2012-10-17", "Statement": [statement_value(each) for each in statements]}
    return json.dumps(value, ensure_ascii=False, indent=2)


def statement_value(statement: Statement) -> dict[str, Any]:
    """A statement as the JSON value that it was written as (lists of one as their only value)."""
    value: dict[str, Any] = {"Sid": statement.sid} if statement.sid else {}
    value["Effect"] = statement.effect.value
    if statement.principal is not None:
        value[statement.principal.name] = _principal_value(statement.principal)
    for element in (statement.action, statement.resource):
        if element is not None:
            value[element.name] = _one_or_all([pattern.value for pattern in element.patterns])
    conditions: dict[str, dict[str, Any]] = {}
    for condition in statement.conditions:
        values = _one_or_all([text.value for text in condition.values])
        conditions.setdefault(condition.operator, {})[condition.key] = values
    return {**value, "Condition": conditions} if conditions else value


def _principal_value(element: PrincipalElement) -> Any:
    if any(entry.type is PrincipalType.ANY for entry in element.entries):
        return "*"
    types: dict[str, list[str]] = {}
    for entry in element.entries:
        types.setdefault(entry.type.value, []).append(entry.value)
    return {name: _one_or_all(values) for name, values in types.items()}


def _one_or_all(values: list[str]) -> str | list[str]:
    return values[0] if len(values) == 1 else values


def _policies(trace: Trace) -> Iterator[tuple[str, str, list[Statement]]]:
    for layer in trace.layers:
        for policy in layer.policies:
            yield layer.layer.value, policy.name, [each.statement for each in policy.statements]


_SLOT_LAYERS = {
    "boundary": "boundary",
    "session": "session",
    "trust": "resource",
    "bucket": "resource",
    "resource": "resource",
}


def _is_slot(layer: str, kinds: set[str]) -> bool:
    """Whether the only policy of a layer is one that the learner writes."""
    return any(_SLOT_LAYERS.get(kind) == layer for kind in kinds)


def _heading(message: str) -> Bilingual:
    return Bilingual(f"### {MESSAGES[message]['ko']}", f"### {MESSAGES[message]['en']}")
