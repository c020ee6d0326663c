"""Everything that can be wrong with lessons, exercises, quizzes and worlds, before a class sees them."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from iamtutor.cloud import ContentError, load_world
from iamtutor.course.checks.exercises import check_exercise
from iamtutor.course.checks.lessons import check_lesson, questions_of
from iamtutor.course.folders import WORLDS
from iamtutor.course.glossary import AUTHORED_FILE
from iamtutor.course.glossary_reading import check_glossary
from iamtutor.course.library import Library
from iamtutor.policy import Finding

_TEXT_FILES = (".yaml", ".md", ".json")


def check_content(library: Library, only: Sequence[Path] = (), *, lessons: Collection[str] = ()) -> Iterator[Finding]:
    """Every finding about the library's content; with `only`, about what lies under these folders or files.

    `lessons` are lessons that lie elsewhere: a teacher's exercises may belong to those of the course.

    A finding names the file in `source`, the line in its arguments, and the key in `path`.
    """
    for folder in library.lesson_folders():
        if _wanted(folder, only):
            yield from check_lesson(folder, library)
            yield from _check_texts(folder)
    for folder in library.exercise_folders():
        if _wanted(folder, only):
            yield from check_exercise(folder, library, lessons)
            yield from _check_texts(folder)
    for file in sorted((library.exercises / WORLDS).glob("*.yaml")):
        if _wanted(file, only):
            yield from _check_world(file)
    if _wanted(library.lessons / AUTHORED_FILE, only):
        yield from check_glossary(library)
    yield from _check_question_ids(library, only)


def _wanted(path: Path, only: Sequence[Path]) -> bool:
    whole = path.resolve()
    resolved = [each.resolve() for each in only]
    return not only or any(whole.is_relative_to(each) or each.is_relative_to(whole) for each in resolved)


def _check_texts(folder: Path) -> Iterator[Finding]:
    for file in sorted(folder.rglob("*")):
        if file.suffix not in _TEXT_FILES or not file.is_file():
            continue
        text = file.read_bytes().decode("utf-8", errors="replace")
        for number, line in enumerate(text.split("\n"), 1):
            if not unicodedata.is_normalized("NFC", line):
                yield Finding("course.not-nfc", arguments={"at": number}, source=str(file))
                break


def _check_world(file: Path) -> Iterator[Finding]:
    try:
        load_world(file)
    except ContentError as error:
        yield from error.findings


def _check_question_ids(library: Library, only: Sequence[Path]) -> Iterator[Finding]:
    """Ids of questions are unique over the whole course, for a learner's reviews go by them."""
    seen: dict[str, str] = {}
    for folder in library.lesson_folders():
        lesson = library.lesson(str(folder)).lesson
        if lesson is None:
            continue
        for question, places in questions_of(lesson):
            if question.id in seen and _wanted(folder, only):
                yield places.finding("course.duplicate-id", ("id",), name=question.id, other=seen[question.id])
            seen.setdefault(question.id, lesson.slug)
