"""predict: which decision each request gets, and by which layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iamtutor.course.answer_shape import Answer, PredictAnswer, Prediction
from iamtutor.course.kinds.kind import Problem
from iamtutor.course.results import AnswerResult, RequestResult
from iamtutor.course.task import Task

if TYPE_CHECKING:
    from iamtutor.course.exercise import Exercise


class Predict:
    """The evaluator knows the truth; the solution's file says only whether a layer is asked for."""

    name = "predict"
    answer_model = PredictAnswer

    def judge(self, task: Task, answer: Answer | None, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        """One item for each request; one that was not predicted is wrong."""
        given = answer.root if isinstance(answer, PredictAnswer) else {}
        asked = task.solution.root if isinstance(task.solution, PredictAnswer) else {}
        return tuple(_item(result, given.get(result.request.id), asked.get(result.request.id)) for result in decided)

    def problems(self, exercise: Exercise) -> Iterator[Problem]:
        """Requests without `expect`, and a solution for each that the evaluator confirms."""
        shape, solution = exercise.shape, exercise.task.solution
        if not shape.requests:
            yield Problem("course.kind-needs", ("requests",), {"kind": self.name, "key": "requests"})
        for index, request in enumerate(shape.requests):
            if request.expect is not None:
                yield Problem("course.predict-expects", ("requests", index, "expect"), {"request": request.id})
        if not isinstance(solution, PredictAnswer):
            return
        ids = [request.id for request in shape.requests]
        for unknown in sorted(set(solution.root) - set(ids)):
            yield Problem("course.unknown-request", (unknown,), {"request": unknown}, in_answer=True)
        for missing in [each for each in ids if each not in solution.root]:
            yield Problem("course.answer-without", (), {"item": missing}, in_answer=True)
        for result in exercise.decided():
            said = solution.root.get(result.request.id)
            if said is not None and not matches(said, result, said):
                yield Problem(
                    "course.answer-not-confirmed",
                    (result.request.id,),
                    {
                        "item": result.request.id,
                        "decision": str(result.decision.verdict),
                        "layer": str(result.decision.layer),
                    },
                    in_answer=True,
                )


def matches(given: Prediction, result: RequestResult, asked: Prediction | None) -> bool:
    """Whether a prediction is right; the layer counts only where the solution names one."""
    if given.decision != result.decision.verdict.value:
        return False
    return asked is None or asked.layer is None or given.layer == result.decision.layer.value


def _item(result: RequestResult, given: Prediction | None, asked: Prediction | None) -> AnswerResult:
    facts = {"decision": result.decision.verdict.value, "layer": result.decision.layer.value}
    ok = given is not None and matches(given, result, asked)
    return AnswerResult(result.request.id, ok, result.request.why, result.why, facts)
