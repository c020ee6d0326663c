"""Mutants of an exercise's solution: what a learner could hand in that is almost right, one slip or two away from it.

Whether a mutant is wrong is not said here: that is the judge's to find out.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from random import Random
from typing import NamedTuple

from iamtutor.course import Exercise
from tests.grading.documents import (
    LISTED,
    OPPOSITE,
    Change,
    Json,
    policy,
    renamed,
    statements_of,
    text_of,
    title_of,
    with_statement,
    with_statements,
)
from tests.grading.mutate_actions import action_mutations
from tests.grading.mutate_attachments import attachment_mutants
from tests.grading.mutate_conditions import condition_mutations
from tests.grading.mutate_principals import principal_mutations
from tests.grading.mutate_resources import resource_mutations
from tests.grading.slot_texts import read_slot, start_of, whole_access
from tests.grading.surroundings import Surroundings


class Mutant(NamedTuple):
    """Texts for some slots of an exercise, the others as the solution has them, and what was done to them."""

    name: str
    texts: Mapping[str, str]


def mutants(exercise: Exercise, around: Surroundings) -> Iterator[Mutant]:
    """Every mutant that is one mutation away from the solution, each text once."""
    seen = {(slot, text) for slot, text in exercise.solution.items()}
    for slot, shape in exercise.shape.edit.items():
        found = attachment_mutants(exercise, slot) if shape.type == "attachments" else _texts(exercise, slot, around)
        for name, text in found:
            if (slot, text) not in seen:
                seen.add((slot, text))
                yield Mutant(f"{slot}: {name}", {slot: text})


def double_mutants(exercise: Exercise, around: Surroundings, random: Random, count: int) -> Iterator[Mutant]:
    """Mutants two mutations away: in two slots, or one after the other in the same document."""
    slots = [slot for slot, shape in exercise.shape.edit.items() if shape.type != "attachments"]
    for _ in range(count):
        texts: dict[str, str] = {}
        names = []
        for slot in (random.choice(slots), random.choice(slots)):
            document = read_slot(texts.get(slot, exercise.solution[slot]))
            changes = list(document_mutants(document, around))
            if changes:
                change = random.choice(changes)
                texts[slot] = text_of(change.document)
                names.append(f"{slot}: {change.name}")
        if len(names) > 1:
            yield Mutant(" + ".join(names), texts)


def _texts(exercise: Exercise, slot: str, around: Surroundings) -> Iterator[tuple[str, str]]:
    """Other texts for a slot that holds a policy."""
    document = read_slot(exercise.solution[slot])
    start = start_of(exercise, slot)
    yield "the start", exercise.task.slot(slot).start
    yield "nothing", ""
    yield "all access", text_of(whole_access(exercise.shape.edit[slot].type))
    for change in (*document_mutants(document, around), *_mixed(document, start)):
        yield change.name, text_of(change.document)


def _mixed(document: Json, start: Json) -> Iterator[Change]:
    """The solution with a statement of the start beside it or in the place of one, and the start half repaired."""
    left = statements_of(start)
    for index, statement in enumerate(left):
        title = title_of(start, index)
        base = document or policy()
        yield Change(f"and the start's {title}", with_statements(base, [*statements_of(base), statement]))
        for place in range(len(statements_of(document))):
            yield Change(
                f"the start's {title} for {title_of(document, place)}", with_statement(document, place, statement)
            )
        if len(left) > 1:
            yield Change(f"the start without {title}", with_statement(start, index))


def document_mutants(document: Json, around: Surroundings) -> Iterator[Change]:
    """Every document one mutation away."""
    if document is None:
        return
    for index, statement in enumerate(statements_of(document)):
        title = title_of(document, index)
        if len(statements_of(document)) > 1:
            yield Change(f"without {title}", with_statement(document, index))
        for what, changed in statement_mutations(statement, around):
            yield Change(f"{title}: {what}", with_statement(document, index, changed))
    yield from _whole(document, around)


def statement_mutations(statement: Json, around: Surroundings) -> Iterator[tuple[str, Json]]:
    """Every statement one mutation away."""
    yield "Effect", {**statement, "Effect": "Deny" if statement["Effect"] == "Allow" else "Allow"}
    for element in LISTED:
        if element not in statement:
            continue
        yield f"{element} → {OPPOSITE[element]}", renamed(statement, element, OPPOSITE[element])
        mutate = action_mutations if element.endswith("Action") else resource_mutations
        for what, value in mutate(statement[element], around):
            yield f"{element} {what}", {**statement, element: value}
    for element in ("Principal", "NotPrincipal"):
        if element in statement:
            yield from principal_mutations(statement, element, around)
    yield from condition_mutations(statement, around)


def _whole(document: Json, around: Surroundings) -> Iterator[Change]:
    """The Version, and statements added beside the others."""
    yield Change("Version 2008-10-17", {**document, "Version": "2008-10-17"})
    yield Change("without Version", {name: value for name, value in document.items() if name != "Version"})
    sample = copy.deepcopy(statements_of(document)[0])
    added = {name: value for name, value in sample.items() if name not in ("Sid", "Condition")}
    statements = statements_of(document)
    yield Change("and a Deny of it all", with_statements(document, [*statements, {**added, "Effect": "Deny"}]))
    if "Resource" in added:
        for effect in ("Allow", "Deny"):
            for action, resource in _ADDED:
                more = {**added, "Effect": effect, "Action": action, "Resource": resource}
                name = f"and {effect} {action} on {resource}"
                yield Change(name, with_statements(document, [*statements, more]))


_ADDED = (
    ("s3:GetObject", "*"),
    ("s3:*", "arn:aws:s3:::acme-logs/*"),
    ("iam:PassRole", "*"),
    ("*", "*"),
    ("sqs:*", "*"),
)
