"""What a kind of exercise is: how its answer is judged, and what its file must hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from iamtutor.course.answer_shape import Answer
from iamtutor.course.results import AnswerResult, RequestResult
from iamtutor.course.task import Task
from iamtutor.policy import Argument

if TYPE_CHECKING:
    from iamtutor.course.exercise import Exercise


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an exercise: a message id, its arguments, and the key it is about.

    The key is one of exercise.yaml, or with `in_answer` of the solution's answer.yaml.
    """

    code: str
    path: tuple[str | int, ...] = ()
    arguments: dict[str, Argument] = field(default_factory=dict)
    in_answer: bool = False


class Kind(Protocol):
    """One kind of exercise."""

    @property
    def name(self) -> str:
        """The kind's name in the file."""

    @property
    def answer_model(self) -> type[Answer] | None:
        """What `answer.yaml` holds; None where policies are written instead."""

    def judge(self, task: Task, answer: Answer | None, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        """The answer, item by item (none where policies are written); `decided` are the task's requests."""

    def problems(self, exercise: Exercise) -> Iterator[Problem]:
        """What is wrong with an exercise of this kind beyond what its model and its files say."""
