"""The course as the map shows it: titles and marks only, so that it opens without reading any lesson."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from iamtutor.words import Bilingual


class State(StrEnum):
    """How far something is."""

    FRESH = "fresh"
    STARTED = "started"
    SOLVED = "solved"


MARKS: dict[State, tuple[str, str]] = {
    State.FRESH: ("○", "$faint"),
    State.STARTED: ("◐", "$accent"),
    State.SOLVED: ("✓", "$primary"),
}


class ExerciseEntry(NamedTuple):
    """An exercise on the map."""

    id: str
    title: Bilingual
    kind: str
    difficulty: int
    state: State = State.FRESH


class LessonEntry(NamedTuple):
    """A lesson on the map with its exercises; `read` of its `steps` have been opened."""

    id: str
    number: int
    title: Bilingual
    summary: Bilingual
    minutes: int
    concepts: tuple[str, ...]
    steps: int
    read: int
    questions: int
    exercises: tuple[ExerciseEntry, ...]

    @property
    def solved(self) -> int:
        """How many of its exercises are solved."""
        return sum(exercise.state is State.SOLVED for exercise in self.exercises)

    @property
    def state(self) -> State:
        """Solved when every step was read and every exercise solved."""
        if self.read >= self.steps and self.solved == len(self.exercises) and self.steps:
            return State.SOLVED
        begun = self.read or any(exercise.state is not State.FRESH for exercise in self.exercises)
        return State.STARTED if begun else State.FRESH


Entry = LessonEntry | ExerciseEntry


class Outline(NamedTuple):
    """All lessons, and where the learner was last: `here` is a lesson or an exercise, None at the very beginning.

    `streak` counts the days in a row.
    """

    lessons: tuple[LessonEntry, ...]
    here: Entry | None = None
    streak: int = 0

    @property
    def exercises(self) -> Sequence[ExerciseEntry]:
        """Every exercise of the course."""
        return [exercise for lesson in self.lessons for exercise in lesson.exercises]

    @property
    def solved(self) -> int:
        """How many exercises are solved."""
        return sum(lesson.solved for lesson in self.lessons)

    @property
    def go_on(self) -> Entry | None:
        """What to continue with: where the learner was, unless it is done; then the first thing that is not."""
        if self.here is not None and self.here.state is not State.SOLVED:
            return self.here
        for lesson in self._from_here():
            if lesson.state is State.SOLVED:
                continue
            if lesson.read < lesson.steps:
                return lesson
            return next((each for each in lesson.exercises if each.state is not State.SOLVED), lesson)
        return None

    def _from_here(self) -> Sequence[LessonEntry]:
        start = 0
        if self.here is not None:
            start = next((i for i, lesson in enumerate(self.lessons) if self.here in (lesson, *lesson.exercises)), 0)
        return (*self.lessons[start:], *self.lessons[:start])

    def lesson_of(self, entry: Entry) -> LessonEntry | None:
        """The lesson to which an entry belongs (a lesson belongs to itself)."""
        return next((lesson for lesson in self.lessons if entry == lesson or entry in lesson.exercises), None)
