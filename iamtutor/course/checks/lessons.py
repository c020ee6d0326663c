"""Whether a lesson is whole: its files, its steps in their numbers, its exercises, its questions."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from iamtutor.cloud import Places
from iamtutor.course.checks.questions import check_question
from iamtutor.course.checks.steps import check_step
from iamtutor.course.folders import LESSON_FILE, QUIZ_FILE, STEP_FILE
from iamtutor.course.lesson import Lesson
from iamtutor.course.library import Library
from iamtutor.course.question_shape import QuestionShape
from iamtutor.course.segments import QuestionBlock
from iamtutor.policy import Finding


def check_lesson(folder: Path, library: Library) -> Iterator[Finding]:
    """Everything wrong with the lesson in a folder."""
    reading = library.lesson(str(folder))
    yield from reading.findings
    lesson = reading.lesson
    if lesson is None:
        return
    yield from _check_files(lesson)
    yield from _check_exercises(lesson, library)
    for step in lesson.steps:
        yield from check_step(step, lesson.world)
    yield from lesson.quiz.findings
    for question, places in questions_of(lesson):
        yield from check_question(question, places, library.worlds)


def questions_of(lesson: Lesson) -> Iterator[tuple[QuestionShape, Places]]:
    """Every question of a lesson, in its steps and in its quiz, with its places."""
    for step in lesson.steps:
        for lang in sorted(step.files)[:1]:
            for segment in step.text(lang).segments:
                if isinstance(segment, QuestionBlock):
                    yield segment.question, segment.places
    quiz = lesson.quiz.quiz
    for index, question in enumerate(quiz.questions if quiz else ()):
        yield question, lesson.quiz.places.under(("questions", index))


def _check_files(lesson: Lesson) -> Iterator[Finding]:
    if not lesson.steps:
        yield lesson.places.finding("course.no-steps", ())
    for place, step in enumerate(lesson.steps, 1):
        if step.number != place:
            name = next(iter(step.files.values())).name
            yield lesson.places.finding("course.step-numbers", (), name=name)
            break
    for file in sorted(lesson.folder.iterdir()):
        if (
            file.name not in (LESSON_FILE, QUIZ_FILE)
            and not STEP_FILE.match(file.name)
            and not file.name.startswith(".")
        ):
            yield lesson.places.finding("course.stray-file", (), name=file.name)


def _check_exercises(lesson: Lesson, library: Library) -> Iterator[Finding]:
    known = library.exercise_ids()
    for index, name in enumerate(lesson.shape.exercises):
        path = ("exercises", index)
        if name not in known:
            yield lesson.places.finding("course.unknown-exercise", path, exercise=name)
            continue
        exercise = library.exercise(name).exercise
        if exercise is not None and exercise.shape.lesson != lesson.slug:
            there = exercise.shape.lesson
            yield lesson.places.finding("course.exercise-elsewhere", path, exercise=name, lesson=there)
