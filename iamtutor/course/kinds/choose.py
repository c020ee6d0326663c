"""choose: one option of several."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iamtutor.course.answer_shape import Answer, ChooseAnswer
from iamtutor.course.kinds.kind import Problem
from iamtutor.course.results import AnswerResult, RequestResult
from iamtutor.course.task import Task

if TYPE_CHECKING:
    from iamtutor.course.exercise import Exercise


class Choose:
    """Right is the option that the solution names; every option says why."""

    name = "choose"
    answer_model = ChooseAnswer

    def judge(self, task: Task, answer: Answer | None, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        """One item, with the reason of the option that was chosen."""
        if not isinstance(answer, ChooseAnswer):
            return (AnswerResult("choice", False),)
        options = task.exercise.choices if task.exercise else ()
        why = next((option.why for option in options if option.id == answer.choice), None)
        return (AnswerResult("choice", answer == task.solution, why),)

    def problems(self, exercise: Exercise) -> Iterator[Problem]:
        """At least two options, and a solution among them."""
        ids = [option.id for option in exercise.shape.choices]
        if len(ids) < 2:
            yield Problem("course.kind-needs", ("choices",), {"kind": self.name, "key": "choices"})
        solution = exercise.task.solution
        if isinstance(solution, ChooseAnswer) and solution.choice not in ids:
            yield Problem("course.unknown-item", ("choice",), {"item": solution.choice}, in_answer=True)
