"""write, repair and tighten: policies are written, and judged by what they allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.course.answer_shape import Answer
from iamtutor.course.kinds.kind import Problem
from iamtutor.course.results import AnswerResult, RequestResult
from iamtutor.course.task import Task

if TYPE_CHECKING:
    from iamtutor.course.attempt import Attempt
    from iamtutor.course.exercise import Exercise

LEAST_HIDDEN = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A kind whose answer is policies; `starts_broad` where the start must allow all that is wanted, and too much.

    `starts_broken`: the start may be a text that does not read.
    """

    name: str
    starts_broad: bool = False
    starts_broken: bool = False
    answer_model: None = None

    def judge(self, task: Task, answer: Answer | None, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        """Nothing: the requests and rules judge."""
        return ()

    def problems(self, exercise: Exercise) -> Iterator[Problem]:
        """Requests that say what is wanted, a start that does not do it, a solution that does."""
        shape = exercise.shape
        if not shape.edit:
            yield Problem("course.kind-needs", (), {"kind": self.name, "key": "edit"})
            return
        yield from _request_problems(exercise)
        yield from self._start_problems(exercise)
        yield from _solution_problems(exercise)

    def _start_problems(self, exercise: Exercise) -> Iterator[Problem]:
        grade = exercise.attempt().grade(hidden=True)
        if grade.passed:
            yield Problem("course.start-passes", ("edit",))
        if not self.starts_broken:
            yield from _unreadable(exercise, exercise.attempt(), "start")
        if not self.starts_broad:
            return
        for index, result in enumerate(exercise.decided()):
            if result.request.expect == "allow" and not result.ok:
                yield Problem("course.start-too-tight", ("requests", index), {"request": result.request.id})
        if all(result.ok for result in exercise.decided()):
            yield Problem("course.start-not-broad", ("requests",))


def _request_problems(exercise: Exercise) -> Iterator[Problem]:
    requests = exercise.shape.requests
    for index, request in enumerate(requests):
        if request.expect is None:
            yield Problem("course.request-without-expect", ("requests", index), {"request": request.id})
    if sum(request.hidden for request in requests) < LEAST_HIDDEN:
        yield Problem("course.few-hidden", ("requests",), {"count": LEAST_HIDDEN})
    for expected in ("allow", "deny"):
        if all(request.expect != expected for request in requests):
            yield Problem("course.one-sided-requests", ("requests",), {"expected": expected})


def _unreadable(exercise: Exercise, attempt: Attempt, part: str) -> Iterator[Problem]:
    """Texts that cannot be taken as they are."""
    for slot in attempt.unreadable:
        yield Problem(f"course.{part}-unreadable", ("edit", slot), {"file": exercise.slot_file(part, slot)})


def _solution_problems(exercise: Exercise) -> Iterator[Problem]:
    attempt = exercise.solved()
    yield from _unreadable(exercise, attempt, "solution")
    for index, result in enumerate(attempt.decide_all()):
        if not result.ok:
            arguments: dict[str, str | int] = {"request": result.request.id, "decision": str(result.decision.verdict)}
            yield Problem("course.solution-fails", ("requests", index), arguments)
    for index, rule in enumerate(attempt.check_rules()):
        if not rule.ok:
            yield Problem("course.solution-breaks-rule", ("rules", index), {"rule": rule.rule})
    yield from _proof_problems(exercise.attempt(), attempt)


def _proof_problems(start: Attempt, solved: Attempt) -> Iterator[Problem]:
    """A solution that is not between floor and ceiling, and a goal that the engine cannot decide."""
    proof = solved.prove()
    proofs = [each for each in (start.prove(), proof) if each is not None]
    open_ways = [way for each in proofs for way in (each.missing, each.excess) if way.unknown is not None]
    for way in open_ways[:1]:
        assert way.unknown is not None
        yield Problem("course.goal-undecided", ("goal",), {"reason": way.unknown.value, "about": way.about})
    for name, way in () if proof is None else (("missing", proof.missing), ("excess", proof.excess)):
        if way.difference is not None:
            request = way.difference.witness.request
            shown = f"{way.difference.caller} {request.action} {request.resource}"
            yield Problem(f"course.solution-{name}", ("goal",), {"request": shown})


WRITE = Written("write")
REPAIR = Written("repair", starts_broken=True)
TIGHTEN = Written("tighten", starts_broad=True)
