"""Lessons and exercises that are named on the command line: by id or by path."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from iamtutor.cli.installed import installed_catalog
from iamtutor.cli.problem import Problem
from iamtutor.cloud import ContentError
from iamtutor.course import Library, UnknownContentError, content_root

if TYPE_CHECKING:
    from iamtutor.course import Exercise, Lesson


def open_library(name: str = "") -> Library:
    """The course's content; for the path of a lesson elsewhere, the content it lies in."""
    folder = Path(_folder(name, "lesson.yaml")).resolve()
    if name and folder.parent.name == "lessons" and (folder / "lesson.yaml").is_file():
        return Library(folder.parent, folder.parent.parent / "exercises", installed_catalog)
    return Library(*content_root(), installed_catalog)


def open_exercise(library: Library, name: str) -> Exercise:
    """The exercise of that id or path. Raises Problem or ContentError."""
    try:
        reading = library.exercise(_folder(name, "exercise.yaml"))
    except UnknownContentError as error:
        raise _unknown("exercise", error) from None
    if reading.exercise is None or reading.findings:
        raise ContentError(reading.findings)
    return reading.exercise


def as_typed(exercise: Exercise, name: str) -> str:
    """How to name an exercise in another command: as it was named, for one outside the course has no other name."""
    return exercise.id if name == exercise.id else shlex.quote(name)


def open_lesson(library: Library, name: str) -> Lesson:
    """The lesson of that id or path. Raises Problem or ContentError."""
    try:
        reading = library.lesson(_folder(name, "lesson.yaml"))
    except UnknownContentError as error:
        raise _unknown("lesson", error) from None
    if reading.lesson is None or reading.findings:
        raise ContentError(reading.findings)
    return reading.lesson


def _folder(name: str, file: str) -> str:
    """The name; where somebody names the file inside, its folder."""
    path = Path(name)
    return str(path.parent) if path.name == file else name.rstrip("/\\") or name


def _unknown(what: str, error: UnknownContentError) -> Problem:
    if error.nearest is not None:
        return Problem(f"cli.{what}-unknown-near", name=error.name, near=error.nearest)
    return Problem(f"cli.{what}-unknown", name=error.name)
