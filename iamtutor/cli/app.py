"""Opening the app at a place. Only this imports a screen, and only when it opens one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.cli.learner import course_index, open_profile
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal

if TYPE_CHECKING:
    from iamtutor.course import Index
    from iamtutor.study import Profile
    from iamtutor.tui.guide import Stop


@dataclass(frozen=True)
class Opening:
    """Where the app opens: in a lesson, at an exercise, in a lesson's quiz, or (all empty) at home."""

    lesson: str = ""
    exercise: str = ""
    quiz: str = ""


def has_screen(terminal: Terminal) -> bool:
    """Whether the app can be shown: a terminal at both ends, and not a dumb one."""
    return terminal.input.isatty() and terminal.out.isatty() and terminal.environ.get("TERM") != "dumb"


def open_app(terminal: Terminal, opening: Opening) -> int:
    """Run the app until it is left. Without a screen, say what else can be done."""
    if not has_screen(terminal):
        raise Problem("cli.no-screen")
    from iamtutor.course import content_root
    from iamtutor.study import system_clock
    from iamtutor.tui import Surroundings, make_app

    lessons, exercises = content_root()
    with open_profile(terminal) as profile:
        seed = int(system_clock().timestamp())
        surroundings = Surroundings(lessons, exercises, profile, system_clock, seed)
        stop = stop_of(opening, profile)
        app = make_app(surroundings, terminal.lang, stop)
        app.set_reactive(type(app).lang, terminal.lang)  # --lang counts more than what was chosen in the app
        if opening.quiz:
            app.call_later(app.open_quiz, known_lesson(course_index(profile), opening.quiz))
        app.run()
        return app.return_code or 0


def stop_of(opening: Opening, profile: Profile) -> Stop | None:
    """The stop at which the app opens. Raises Problem where there is no such lesson or exercise."""
    from iamtutor.tui.guide import Stop

    if opening.exercise:
        return Stop(exercise=known_exercise(course_index(profile), opening.exercise))
    if not opening.lesson:
        return None
    index = course_index(profile)
    lesson = index.lesson(known_lesson(index, opening.lesson))
    steps = [step.id for step in lesson.steps]
    place = profile.progress.continue_lesson_at(lesson.slug)
    if place is not None and place.step in steps:
        return Stop(lesson.slug, place.step)
    return Stop(lesson.slug, steps[0]) if steps else None


def known_lesson(index: Index, name: str) -> str:
    """The id of a lesson, with or without its number in front. Raises Problem."""
    slugs = [lesson.slug for lesson in index.lessons]
    return _known("lesson", name if name in slugs else name[3:] if name[:2].isdigit() else name, slugs)


def known_exercise(index: Index, name: str) -> str:
    """The id of an exercise. Raises Problem."""
    return _known("exercise", name, list(index.exercises))


def _known(what: str, name: str, known: list[str]) -> str:
    if name in known:
        return name
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    if near:
        raise Problem(f"cli.{what}-unknown-near", name=name, near=near[0])
    raise Problem(f"cli.{what}-unknown", name=name)
