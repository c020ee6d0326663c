"""find: which statement decided."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iamtutor.course.answer_shape import Answer, FindAnswer
from iamtutor.course.kinds.kind import Problem
from iamtutor.course.results import AnswerResult, RequestResult
from iamtutor.course.task import Task

if TYPE_CHECKING:
    from iamtutor.course.exercise import Exercise


class Find:
    """Any statement that the decision rests on is right."""

    name = "find"
    answer_model = FindAnswer

    def judge(self, task: Task, answer: Answer | None, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        """One item: the request that the exercise asks about."""
        result = _asked(task.exercise.request if task.exercise else None, decided)
        if result is None:
            return ()
        ok = isinstance(answer, FindAnswer) and decided_by(answer, result)
        return (AnswerResult(result.request.id, ok, result.request.why, result.why),)

    def problems(self, exercise: Exercise) -> Iterator[Problem]:
        """A request that exists and that a statement decides, and a solution that names such a statement."""
        wanted = exercise.shape.request
        if wanted is None:
            yield Problem("course.kind-needs", (), {"kind": self.name, "key": "request"})
            return
        result = _asked(wanted, exercise.decided())
        if result is None:
            yield Problem("course.unknown-request", ("request",), {"request": wanted})
            return
        solution = exercise.task.solution
        if isinstance(solution, FindAnswer) and not decided_by(solution, result):
            found = ", ".join(f"{ref.policy}[{ref.index}]" for ref in result.decision.statements) or "-"
            arguments: dict[str, str | int] = {"item": wanted, "found": found}
            yield Problem("course.statement-not-confirmed", ("statement",), arguments, in_answer=True)


def decided_by(answer: FindAnswer, result: RequestResult) -> bool:
    """Whether the decision rests on the statement."""
    place = answer.statement
    return any((ref.policy, ref.index) == (place.policy, place.index) for ref in result.decision.statements)


def _asked(wanted: str | None, decided: tuple[RequestResult, ...]) -> RequestResult | None:
    return next((result for result in decided if result.request.id == wanted), None)
