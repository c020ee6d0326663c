"""Allowing everything is never the answer, and what shows it is a request of the exercise's own world."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from iamtutor.access import PrincipalKind, Request
from iamtutor.cloud import EntityKind, Slot, SlotType
from iamtutor.course.placing import slot_of
from iamtutor.policy import PolicyKind, read
from tests.grading.documents import policy, text_of
from tests.grading.mutants import Mutant
from tests.grading.slot_texts import ALL, whole_access
from tests.grading.trial import PROVES, Bench, bench, graded_exercises
from tests.grading.universe_resources import world_arns

MOST_KEYS = 2
_LIMITS = (SlotType.BOUNDARY, SlotType.SESSION, SlotType.SCP, SlotType.RCP, SlotType.ENDPOINT)


def wide_open(on: Bench) -> Mutant:
    """Every policy slot allows everything; attachments stay as the solution has them."""
    slots = {slot: shape.type for slot, shape in on.exercise.shape.edit.items() if shape.type != "attachments"}
    return Mutant("everything allowed", {slot: text_of(whole_access(kind)) for slot, kind in slots.items()})


@pytest.mark.parametrize("name", graded_exercises())
def test_allowing_everything_fails(name: str) -> None:
    on = bench(name)
    fails_by_a_request_of_its_world(on, wide_open(on))


@pytest.mark.parametrize("name", graded_exercises())
def test_one_slot_that_allows_everything_fails_where_it_gives_more(name: str) -> None:
    on = bench(name)
    for slot, text in wide_open(on).texts.items():
        mutant = Mutant(slot, {slot: text})
        if on.judge.verdict(on.attempt(mutant)) is not None:
            fails_by_a_request_of_its_world(on, mutant)


@pytest.mark.parametrize("name", graded_exercises())
def test_a_limit_that_lets_everything_through_fails_for_whoever_has_full_access(name: str) -> None:
    """Boundaries, SCPs and session policies give nothing by themselves: their callers get full access first."""
    on = with_full_access(bench(name))
    for slot in limits(on):
        fails_by_a_request_of_its_world(on, Mutant(slot, {slot: wide_open(on).texts[slot]}))


def fails_by_a_request_of_its_world(on: Bench, mutant: Mutant) -> None:
    """The grade says so, with a request that names what the exercise's world has, and few context keys."""
    attempt = on.attempt(mutant)
    assert attempt.unreadable == ()
    assert on.judge.verdict(attempt) is not None, "the ceiling allows everything"
    if not PROVES:
        return
    grade = attempt.grade()
    assert not grade.passed
    excess = getattr(grade, "proof").excess.difference  # noqa: B009 (a field that grades may not have yet)
    assert excess is not None
    assert foreign_to(on, excess.witness.request) == []
    assert len(excess.witness.context) <= MOST_KEYS


def limits(on: Bench) -> Iterator[str]:
    """The slots that only limit: by their type, or a managed policy that is somebody's boundary."""
    world = on.exercise.task.world
    accounts = tuple(world.accounts.values())
    boundaries = {user.boundary for account in accounts for user in account.users.values()}
    boundaries |= {role.boundary for account in accounts for role in account.roles.values()}
    for slot, shape in on.exercise.shape.edit.items():
        place = slot_of(shape)
        if place.type in _LIMITS:
            yield slot
        elif place.type is SlotType.MANAGED:
            policies = [account.policies.get(place.name or "") for account in accounts]
            if any(each is not None and each.arn in boundaries for each in policies):
                yield slot


def with_full_access(on: Bench) -> Bench:
    """The exercise in a world where every user and role has an inline policy that allows everything."""
    task = on.exercise.task
    world = task.world
    document = read(text_of(policy(ALL)), PolicyKind.IDENTITY).document
    for account in tuple(world.accounts.values()):
        for kind in (EntityKind.USER, EntityKind.ROLE):
            for name in account.entities(kind):
                world = world.with_policy(Slot(SlotType.INLINE, f"{account.name}:{kind.value}/{name}", "All"), document)
    changed: dict[str, Any] = {"world": world}
    goal: Any = getattr(task, "goal", None)
    if goal is not None:
        changed["goal"] = replace(goal, before=world)
    return Bench.of(replace(on.exercise, task=replace(task, **changed)))


def foreign_to(on: Bench, request: Request) -> list[str]:
    """What of a request the exercise's world does not have, nor any of its requests."""
    world = on.judge.world
    known = {*world_arns(world), *(question.resource for question in on.judge.asked), "*"}
    buckets = tuple(f"{bucket.arn}/" for account in world.accounts.values() for bucket in account.buckets.values())
    strange = []
    if (
        request.principal.kind is not PrincipalKind.ANONYMOUS
        and request.principal.account not in world.directory.accounts_by_id
    ):
        strange.append(str(request.principal.arn or request.principal.name))
    if request.resource not in known and not request.resource.startswith(buckets):
        strange.append(request.resource)
    return strange
