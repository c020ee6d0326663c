"""The place at which the app opens, found by the names that a person gives to lessons and exercises."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from iamtutor.cli.app import Opening
from iamtutor.cli.learner import course_index
from iamtutor.cli.problem import Problem
from iamtutor.course import Index
from iamtutor.course.folders import EXERCISE_FILE
from iamtutor.study import Profile
from iamtutor.tui.stop import CatalogPlace, Quiz, Stop


def stop_of(opening: Opening, profile: Profile) -> Stop | None:
    """The stop at which the app opens. Raises Problem where there is no such lesson or exercise."""
    if opening.playground is not None:
        return Stop(playground=opening.playground)
    if opening.world is not None:
        return Stop(world=opening.world)
    if opening.sandbox is not None:
        return Stop(sandbox=opening.sandbox)
    if opening.catalog:
        return Stop(catalog=CatalogPlace(opening.catalog))
    if opening.exercise:
        return Stop(exercise=own_exercise(opening.exercise) or known_exercise(course_index(profile), opening.exercise))
    if opening.quiz and not opening.lesson:
        return Stop(quiz=Quiz(count=opening.count))
    if not opening.lesson:
        return None
    index = course_index(profile)
    lesson = index.lesson(known_lesson(index, opening.lesson))
    if opening.quiz:
        return Stop(quiz=Quiz(lesson.slug, opening.count))
    steps = [step.id for step in lesson.steps]
    place = profile.progress.continue_lesson_at(lesson.slug)
    if place is not None and place.step in steps:
        return Stop(lesson.slug, place.step)
    return Stop(lesson.slug, steps[0]) if steps else None


def known_lesson(index: Index, name: str) -> str:
    """The id of a lesson, with or without its number in front. Raises Problem."""
    slugs = [lesson.slug for lesson in index.lessons]
    return _known("lesson", name if name in slugs else name[3:] if name[:2].isdigit() else name, slugs)


def own_exercise(name: str) -> str:
    """The folder of an exercise that lies outside the course, once it was found to be readable; empty for another name.

    Raises ContentError: who writes an exercise wants to know the line before any screen opens.
    """
    from iamtutor.cli.content import open_exercise, open_library

    path = Path(name)
    folder = (path.parent if path.name == EXERCISE_FILE else path).resolve()
    if not (folder / EXERCISE_FILE).is_file():
        return ""
    library = open_library()
    exercise = open_exercise(library, str(folder))
    return exercise.id if folder.parent.parent == library.exercises.resolve() else str(folder)


def known_exercise(index: Index, name: str) -> str:
    """The id of an exercise. Raises Problem."""
    return _known("exercise", name, list(index.exercises))


def _known(what: str, name: str, known: list[str]) -> str:
    if name in known:
        return name
    near = get_close_matches(name, known, 1)
    if near:
        raise Problem(f"cli.{what}-unknown-near", name=name, near=near[0])
    raise Problem(f"cli.{what}-unknown", name=name)
