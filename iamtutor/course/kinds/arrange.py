"""arrange: items into the right order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iamtutor.course.answer_shape import Answer, ArrangeAnswer
from iamtutor.course.kinds.kind import Problem
from iamtutor.course.results import AnswerResult, RequestResult
from iamtutor.course.task import Task

if TYPE_CHECKING:
    from iamtutor.course.exercise import Exercise

LEAST_ITEMS = 3


class Arrange:
    """Every item counts that stands where the solution has it."""

    name = "arrange"
    answer_model = ArrangeAnswer

    def judge(self, task: Task, answer: Answer | None, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        """One item for each place of the right order."""
        right = task.solution.order if isinstance(task.solution, ArrangeAnswer) else ()
        given = answer.order if isinstance(answer, ArrangeAnswer) else ()
        fits = len(given) == len(right)
        return tuple(
            AnswerResult(item, fits and given[place] == item, facts={"place": str(place + 1)})
            for place, item in enumerate(right)
        )

    def problems(self, exercise: Exercise) -> Iterator[Problem]:
        """At least three items, and a solution that holds each of them once."""
        ids = [item.id for item in exercise.shape.items]
        if len(ids) < LEAST_ITEMS:
            yield Problem("course.kind-needs", ("items",), {"kind": self.name, "key": "items"})
        solution = exercise.task.solution
        if isinstance(solution, ArrangeAnswer) and sorted(solution.order) != sorted(ids):
            yield Problem("course.order-not-whole", ("order",), {}, in_answer=True)
