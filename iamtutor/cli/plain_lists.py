"""The lists of lessons and exercises, from the index alone."""

from __future__ import annotations

from iamtutor.cli.learner import course_index, open_profile
from iamtutor.cli.terminal import Terminal


def list_lessons(terminal: Terminal) -> int:
    """Every lesson in one line: number, id, title, and how much of it is done."""
    with open_profile(terminal) as profile:
        index = course_index(profile)
        standing = profile.progress.standing()
    for lesson in index.lessons:
        count = standing.lesson(lesson.slug, [step.id for step in lesson.steps], lesson.exercises)
        done = terminal.say(
            "cli.learn.count", read=count.read, steps=count.steps, solved=count.solved, exercises=count.exercises
        )
        mark = terminal.mark(True if count.done else None)
        terminal.line(f"{mark} {lesson.number:02} {lesson.slug} — {terminal.text(lesson.title)} ({done})")
    return 0


def list_exercises(terminal: Terminal) -> int:
    """Every exercise in one line: id, title, kind, solved or not."""
    with open_profile(terminal) as profile:
        index = course_index(profile)
        solved = profile.progress.standing().solved
    for exercise in index.exercises.values():
        mark = terminal.mark(True if exercise.id in solved else None)
        terminal.line(f"{mark} {exercise.id} — {terminal.text(exercise.title)} ({exercise.kind})")
    return 0
