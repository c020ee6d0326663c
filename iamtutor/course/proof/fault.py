"""The statement of the learner's at which a difference lies, found by replaying the witness."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from iamtutor.access import Decision, Verdict
from iamtutor.access.trace import StatementTrace
from iamtutor.course.proof.results import Fault
from iamtutor.policy import Effect, Reading, Statement

_ORDER: Final = ("Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")
"""The elements in the order in which a statement is matched: the later one fails, the nearer it came."""


def fault_in(mine: Decision, other: Decision, readings: Mapping[str, Reading]) -> Fault | None:
    """Where the learner's decision comes from, or what of theirs came nearest; None where they wrote nothing near.

    `mine` is the decision in the learner's world, `other` that in the goal's.
    """
    if mine.allowed or mine.verdict is Verdict.EXPLICITLY_DENIED:
        return _deciding(mine, other, readings)
    return _nearest(mine, readings)


def _deciding(mine: Decision, other: Decision, readings: Mapping[str, Reading]) -> Fault | None:
    """The statement that let the request through, or stopped it; `element` is what kept the goal's from doing so."""
    for traced in _matched(mine, Effect.ALLOW if mine.allowed else Effect.DENY):
        slot = _slot_of(traced.statement, readings)
        if slot is not None:
            return _fault(slot, traced.statement, _differing(traced.statement, other))
    return None


def _matched(decision: Decision, effect: Effect) -> Iterator[StatementTrace]:
    for traced in _statements(decision):
        if traced.effect is effect and traced.match.matched:
            yield traced


def _differing(statement: Statement, other: Decision) -> str | None:
    """The element that failed in the nearest statement of the goal with the same effect, where no Deny decided there."""
    if other.verdict is Verdict.EXPLICITLY_DENIED:
        return None
    failed = [
        traced.match.failed.element
        for traced in _statements(other)
        if traced.effect is statement.effect and traced.match.failed is not None
    ]
    return max(failed, key=_ORDER.index, default=None)


def _nearest(mine: Decision, readings: Mapping[str, Reading]) -> Fault | None:
    """Of the learner's Allows the one that came nearest, with the element that did not match."""
    near: list[tuple[int, str, Statement]] = []
    for traced in _statements(mine):
        slot = _slot_of(traced.statement, readings)
        if slot is not None and traced.effect is Effect.ALLOW and traced.match.failed is not None:
            near.append((_ORDER.index(traced.match.failed.element), slot, traced.statement))
    if not near:
        return None
    rank, slot, statement = max(near, key=lambda each: each[0])
    return _fault(slot, statement, _ORDER[rank])


def _statements(decision: Decision) -> Iterator[StatementTrace]:
    for layer in decision.trace.layers:
        for policy in layer.policies:
            yield from policy.statements


def _slot_of(statement: Statement, readings: Mapping[str, Reading]) -> str | None:
    """The slot in which a statement stands: decisions are made on the very statements that were read there."""
    for slot, reading in readings.items():
        if reading.document is not None and any(each is statement for each in reading.document.statements):
            return slot
    return None


def _fault(slot: str, statement: Statement, element: str | None) -> Fault:
    return Fault(slot, statement.index, statement.sid, statement.span, element, statement.effect is Effect.DENY)
