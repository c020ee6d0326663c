"""Working the index out from the content's files. What cannot be read is left out; the pack check names it."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from iamtutor.course.authored import read_file
from iamtutor.course.exercise_shape import ExerciseShape
from iamtutor.course.folders import EXERCISE_FILE, LESSON_FILE, LESSON_FOLDER, QUIZ_FILE, exercise_id
from iamtutor.course.index import ExerciseEntry, Index, LessonEntry, QuestionEntry, StepEntry
from iamtutor.course.lesson import Step, read_quiz, read_steps
from iamtutor.course.lesson_shape import LessonShape
from iamtutor.course.library import Library
from iamtutor.words import Bilingual


def build_index(lessons: Path, exercises: Path) -> Index:
    """Reads every lesson's and exercise's own file, and the first line of every step."""
    library = Library(lessons, exercises)
    entries = (_exercise(folder) for folder in library.exercise_folders())
    found = (_lesson(folder) for folder in library.lesson_folders())
    return Index(
        tuple(each for each in found if each is not None),
        {each.id: each for each in entries if each is not None},
    )


def _exercise(folder: Path) -> ExerciseEntry | None:
    shape = read_file(folder / EXERCISE_FILE, TypeAdapter(ExerciseShape)).value
    if shape is None:
        return None
    return ExerciseEntry(exercise_id(folder), shape.title, shape.kind, shape.lesson, shape.difficulty, shape.concepts)


def _lesson(folder: Path) -> LessonEntry | None:
    shape = read_file(folder / LESSON_FILE, TypeAdapter(LessonShape)).value
    name = LESSON_FOLDER.match(folder.name)
    if shape is None or name is None:
        return None
    quiz = read_quiz(folder / QUIZ_FILE).quiz
    questions = quiz.questions if quiz is not None else ()
    return LessonEntry(
        int(name["number"]),
        name["slug"],
        shape.title,
        shape.summary,
        shape.minutes,
        shape.concepts,
        tuple(StepEntry(step.id, _title(step)) for step in read_steps(folder, name["slug"])),
        shape.exercises,
        tuple(QuestionEntry(each.id, each.kind, each.difficulty, each.concepts) for each in questions),
    )


def _title(step: Step) -> Bilingual:
    titles = {lang: _first_line(file) for lang, file in step.files.items()}
    either = next(iter(titles.values()), step.id)
    return Bilingual(titles.get("ko", either), titles.get("en", either))


def _first_line(file: Path) -> str:
    with file.open(encoding="utf-8", errors="replace") as lines:
        return lines.readline().lstrip("#").strip()
