"""The way through the course: what there is, in which order, and how far the learner is. Knows titles only."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from iamtutor.course.folders import EXERCISE_FILE
from iamtutor.course.index import ExerciseEntry as IndexedExercise
from iamtutor.course.index import Index, load_index
from iamtutor.course.index import LessonEntry as IndexedLesson
from iamtutor.study import Standing
from iamtutor.tui.screens.home.outline import Entry, ExerciseEntry, LessonEntry, Outline, State
from iamtutor.tui.stop import Stop
from iamtutor.tui.surroundings import Surroundings

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog
    from iamtutor.course import Glossary, Library
    from iamtutor.course.question_shape import QuestionShape
    from iamtutor.course.search import SearchIndex
    from iamtutor.tui.screens.workbench.questions import Given


class Guide:
    """Reads the course's index once; progress each time it is asked."""

    def __init__(self, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._searching = Lock()
        self._search_index: SearchIndex | None = None
        self.given: dict[str, Given] = {}
        """What was answered to questions on pages while the app runs."""
        self.solved_with: dict[str, dict[str, str]] = {}
        """By place, the texts with which an exercise was solved since the app was started."""

    @cached_property
    def index(self) -> Index:
        """The course at a glance."""
        return load_index(self._surroundings.lessons, self._surroundings.exercises, self._cache)

    @property
    def _cache(self) -> Path | None:
        path = self._surroundings.profile.path
        return path.parent / "cache" if path is not None else None

    @cached_property
    def glossary(self) -> Glossary:
        """What IAM's words mean."""
        from iamtutor.course import load_glossary

        return load_glossary(self._surroundings.lessons, self._cache)

    @cached_property
    def library(self) -> Library:
        """The content itself; importing what reads it waits until something is opened."""
        from iamtutor.course import Library

        return Library(self._surroundings.lessons, self._surroundings.exercises, self._surroundings.catalog)

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue, opened when it is first asked for; that belongs beside the screen. Raises CatalogError."""
        if self._surroundings.catalog is not None:
            return self._surroundings.catalog()
        from iamtutor.catalog import Catalog, Source

        return Catalog(Source.installed())

    @property
    def search_index(self) -> SearchIndex:
        """The texts of the course, to be searched; read when first asked for, which belongs beside the screen."""
        with self._searching:
            if self._search_index is None:
                from iamtutor.course.search import load_search_index

                surroundings = self._surroundings
                self._search_index = load_search_index(surroundings.lessons, surroundings.exercises, self._cache)
            return self._search_index

    @cached_property
    def stops(self) -> tuple[Stop, ...]:
        """Every step and every exercise, in the order of the course; what belongs to no lesson comes last."""
        found: list[Stop] = []
        listed: set[str] = set()
        for lesson in self.index.lessons:
            found.extend(Stop(lesson.slug, step.id) for step in lesson.steps)
            exercises = [each for each in lesson.exercises if each in self.index.exercises]
            found.extend(Stop(exercise=each) for each in exercises)
            listed.update(exercises)
        found.extend(Stop(exercise=each) for each in self.index.exercises if each not in listed)
        return tuple(found)

    def beside(self, stop: Stop, by: int) -> Stop | None:
        """The stop so many places on (or back); None beyond either end."""
        stops = self.stops if stop in self.stops else [Stop(exercise=each) for each in self.siblings(stop)]
        if stop not in stops:
            return None
        place = stops.index(stop) + by
        return stops[place] if 0 <= place < len(stops) else None

    def siblings(self, stop: Stop) -> list[str]:
        """The exercises among which one stands: those of its lesson, or of its folder where it lies outside the course."""
        lesson = self.lesson_of(stop)
        if lesson is not None:
            return list(lesson.exercises)
        folder = Path(stop.exercise)
        if not folder.is_absolute():
            return [stop.exercise]
        return sorted(str(file.parent) for file in folder.parent.glob(f"*/{EXERCISE_FILE}"))

    def lesson_stop(self, lesson: str) -> Stop:
        """Where the learner was in a lesson, or its first step; its first exercise where it has no steps."""
        entry = self.index.lesson(lesson)
        steps = [step.id for step in entry.steps]
        place = self._surroundings.profile.progress.continue_lesson_at(lesson)
        if place is not None and place.step in steps:
            return Stop(lesson, place.step)
        return Stop(lesson, steps[0]) if steps else Stop(exercise=entry.exercises[0])

    def questions(self, lesson: str = "") -> Iterator[QuestionShape]:
        """The quiz questions of a lesson, without one those of the whole course; what cannot be read asks nothing."""
        for slug in [lesson] if lesson else [each.slug for each in self.index.lessons]:
            found = self.library.lesson(slug).lesson
            quiz = found.quiz.quiz if found is not None else None
            yield from quiz.questions if quiz is not None else ()

    def lesson_of(self, stop: Stop) -> IndexedLesson | None:
        """The lesson to which a stop belongs."""
        for lesson in self.index.lessons:
            if lesson.slug == stop.lesson or (stop.exercise and stop.exercise in lesson.exercises):
                return lesson
        return None

    def outline(self) -> Outline:
        """The course with the learner's marks on it."""
        progress = self._surroundings.profile.progress
        standing = progress.standing()
        lessons = tuple(self._lesson(lesson, standing) for lesson in self.index.lessons)
        place = progress.continue_at()
        here: Entry | None = None
        for lesson in lessons if place is not None else ():
            assert place is not None
            if place.lesson == lesson.id:
                here = lesson
            here = next((each for each in lesson.exercises if each.id == place.exercise), here)
        return Outline(lessons, here, standing.streak(self._surroundings.clock().date()))

    def _lesson(self, lesson: IndexedLesson, standing: Standing) -> LessonEntry:
        found = (self.index.exercises.get(each) for each in lesson.exercises)
        exercises = tuple(_exercise(each, standing) for each in found if each is not None)
        count = standing.lesson(lesson.slug, [step.id for step in lesson.steps], lesson.exercises)
        return LessonEntry(
            lesson.slug,
            lesson.number,
            lesson.title,
            lesson.summary,
            lesson.minutes,
            lesson.concepts,
            count.steps,
            count.read,
            len(lesson.questions),
            exercises,
        )


def _exercise(exercise: IndexedExercise, standing: Standing) -> ExerciseEntry:
    state = State.FRESH
    if exercise.id in standing.solved:
        state = State.SOLVED
    elif exercise.id in standing.opened:
        state = State.STARTED
    return ExerciseEntry(exercise.id, exercise.title, exercise.kind, exercise.difficulty, state)
