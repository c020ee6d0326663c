"""All lessons and exercises under their folders: found by id or by path, read when they are asked for, once.

What reads an exercise and what reads a lesson are imported apart: an exercise needs no Markdown.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from iamtutor.course.folders import (
    EXERCISE_FILE,
    LESSON_FILE,
    LESSON_FOLDER,
    WORLDS,
    exercise_folders,
    exercise_id,
    lesson_folders,
)
from iamtutor.course.worlds import Worlds

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog
    from iamtutor.course.exercise import ExerciseReading
    from iamtutor.course.lesson import LessonReading


class UnknownContentError(LookupError):
    """No lesson or exercise has that id; `nearest` is the id that may have been meant."""

    def __init__(self, name: str, nearest: str | None) -> None:
        self.name = name
        self.nearest = nearest
        super().__init__(name)


class Library:
    """The course's content in two folders, as `content_root()` gives them.

    `catalog` opens the catalogue that proofs range over, when the first is made; by default the installed one.
    """

    def __init__(self, lessons: Path, exercises: Path, catalog: Callable[[], Catalog] | None = None) -> None:
        self.lessons = lessons
        self.exercises = exercises
        self.worlds = Worlds(exercises / WORLDS)
        self._catalog = lru_cache(maxsize=1)(catalog or _installed)
        self._lessons: dict[Path, LessonReading] = {}
        self._exercises: dict[tuple[Path, int | None], ExerciseReading] = {}

    def lesson_folders(self) -> tuple[Path, ...]:
        """Every lesson's folder, in the order of the course."""
        return lesson_folders(self.lessons)

    def exercise_folders(self) -> tuple[Path, ...]:
        """Every exercise's folder, track by track."""
        return exercise_folders(self.exercises)

    def lesson_slugs(self) -> tuple[str, ...]:
        """Every lesson's id, in the order of the course."""
        return tuple(folder.name[3:] for folder in self.lesson_folders())

    def exercise_ids(self) -> tuple[str, ...]:
        """Every exercise's id."""
        return tuple(exercise_id(folder) for folder in self.exercise_folders())

    def lesson(self, name: str) -> LessonReading:
        """A lesson by its slug (with or without the number), or by the path of its folder. UnknownContentError."""
        folder = Path(name)
        if not (folder / LESSON_FILE).is_file():
            folders = {each.name[3:]: each for each in self.lesson_folders()}
            slug = name[3:] if LESSON_FOLDER.match(name) and name not in folders else name
            folder = folders.get(slug) or _unknown(name, tuple(folders))
        if folder not in self._lessons:
            from iamtutor.course.lesson import read_lesson

            self._lessons[folder] = read_lesson(folder.resolve(), self.worlds)
        return self._lessons[folder]

    def exercise(self, name: str, seed: int | None = None) -> ExerciseReading:
        """An exercise by its id, or by the path of its folder; a seed draws its names anew. UnknownContentError."""
        folder = Path(name)
        if not (folder / EXERCISE_FILE).is_file():
            folder = self.exercises / name
            if name not in self.exercise_ids():
                _unknown(name, self.exercise_ids())
        if (folder, seed) not in self._exercises:
            from iamtutor.course.exercise import read_exercise

            self._exercises[folder, seed] = read_exercise(
                folder.resolve(), self._worlds_for(folder), self._catalog, seed
            )
        return self._exercises[folder, seed]

    def _worlds_for(self, folder: Path) -> Worlds:
        """An exercise outside the library brings its own `worlds` folder, two levels up, where there is one."""
        own = folder.resolve().parent.parent / WORLDS
        return Worlds(own) if own.is_dir() and own != self.exercises / WORLDS else self.worlds


def _installed() -> Catalog:
    from iamtutor.catalog import Catalog, Source

    return Catalog(Source.installed())


def _unknown(name: str, known: tuple[str, ...]) -> Path:
    near = get_close_matches(name, known, 1)
    raise UnknownContentError(name, near[0] if near else None)
