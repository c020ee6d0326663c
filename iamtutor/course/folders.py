"""How lessons and exercises lie in their folders: names only, nothing is read."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

LESSON_FILE: Final = "lesson.yaml"
QUIZ_FILE: Final = "quiz.yaml"
EXERCISE_FILE: Final = "exercise.yaml"
WORLDS: Final = "worlds"
"""The folder of shared worlds, beside the tracks."""

LESSON_FOLDER: Final = re.compile(r"^(?P<number>\d\d)-(?P<slug>[a-z0-9]+(-[a-z0-9]+)*)$")
STEP_FILE: Final = re.compile(r"^(?P<number>\d\d)-(?P<slug>[a-z0-9]+(-[a-z0-9]+)*)\.(?P<lang>ko|en)\.md$")


def lesson_folders(lessons: Path) -> tuple[Path, ...]:
    """Every lesson's folder, in the order of the course."""
    folders = (each for each in lessons.glob("*") if LESSON_FOLDER.match(each.name))
    return tuple(sorted(each for each in folders if (each / LESSON_FILE).is_file()))


def exercise_folders(exercises: Path) -> tuple[Path, ...]:
    """Every exercise's folder, track by track."""
    return tuple(sorted(file.parent for file in exercises.glob(f"*/*/{EXERCISE_FILE}")))


def exercise_id(folder: Path) -> str:
    """An exercise's id: the last two names of its folder."""
    return f"{folder.parent.name}/{folder.name}"
