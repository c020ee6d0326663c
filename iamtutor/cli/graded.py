"""Answers graded one after the other: one that cannot be read costs only itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from iamtutor.cli.answers import read_attempt
from iamtutor.cli.complaint import words_for
from iamtutor.course import Attempt, Exercise, Grade, grade_json
from iamtutor.words import Lang


@dataclass(frozen=True)
class Graded:
    """One answer: its attempt and grade, or what is wrong with its files."""

    name: str
    attempt: Attempt | None = None
    grade: Grade | None = None
    error: str = ""


def grade_all(exercise: Exercise, answers: Iterable[str], lang: Lang) -> list[Graded]:
    """Every answer, graded with the hidden requests."""
    return [_grade(exercise, answer, lang) for answer in answers]


def status_of(graded: Sequence[Graded]) -> int:
    """0 all passed, 1 some did not, 2 some could not be read."""
    if any(each.grade is None for each in graded):
        return 2
    return 0 if all(each.grade is not None and each.grade.passed for each in graded) else 1


def totals(graded: Sequence[Graded]) -> dict[str, int]:
    """How many passed, failed and could not be read, and the mean score, rounded down; what cannot be read gets 0."""
    grades = [each.grade for each in graded if each.grade is not None]
    passed = sum(grade.passed for grade in grades)
    return {
        "answers": len(graded),
        "passed": passed,
        "failed": len(grades) - passed,
        "unreadable": len(graded) - len(grades),
        "mean": sum(grade.score for grade in grades) // max(1, len(graded)),
    }


def graded_json(graded: Graded, lang: Lang) -> dict[str, Any]:
    """One answer of several, as JSON."""
    if graded.grade is None:
        return {"answer": graded.name, "error": graded.error}
    return {"answer": graded.name, **grade_json(graded.grade, lang)}


def _grade(exercise: Exercise, answer: str, lang: Lang) -> Graded:
    try:
        attempt = read_attempt(exercise, Path(answer))
        return Graded(answer, attempt, attempt.grade())
    except Exception as error:  # whatever one answer does, the others are graded
        return Graded(answer, error=words_for(error, lang))
