"""What an attempt works on: an exercise, or a step of a lesson, seen alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iamtutor.cloud import World
from iamtutor.course.answer_shape import Answer
from iamtutor.course.request_shape import RequestShape
from iamtutor.course.rules import Rule
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.course.exercise_shape import ExerciseShape
    from iamtutor.course.proof.goal import Goal

STEP_KIND = "step"


@dataclass(frozen=True, slots=True)
class TaskSlot:
    """A text to write, under the key by which an attempt knows it, and the place where its policy belongs."""

    key: str
    place: PlaceShape
    start: str
    title: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class TaskRequest:
    """A request, and how many of the slots are in place when it runs (a step runs requests between its policies)."""

    request: RequestShape
    after: int


@dataclass(frozen=True, slots=True)
class Task:
    """An exercise or a step, ready to be attempted. `content` is a fingerprint of what was read.

    `goal` is what the written policies are proved against; None where nothing is written, or no goal is set.
    """

    id: str
    kind: str
    world: World
    slots: tuple[TaskSlot, ...] = ()
    requests: tuple[TaskRequest, ...] = ()
    rules: tuple[Rule, ...] = ()
    exercise: ExerciseShape | None = None
    solution: Answer | None = None
    goal: Goal | None = None
    content: str = ""
    starts: Mapping[str, str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", {slot.key: slot.start for slot in self.slots})

    def slot(self, key: str) -> TaskSlot:
        """The slot of that key; KeyError where there is none."""
        for slot in self.slots:
            if slot.key == key:
                return slot
        raise KeyError(key)
