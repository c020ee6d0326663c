"""The lists of lessons and exercises, from the index alone."""

from __future__ import annotations

from iamtutor.cli.learner import course_index, open_profile
from iamtutor.cli.terminal import Terminal


def list_lessons(form: str, terminal: Terminal) -> int:
    """Every lesson in one line: number, id, title, and how much of it is done. Or the same as a JSON list."""
    with open_profile(terminal) as profile:
        index = course_index(profile)
        standing = profile.progress.standing()
    counts = [standing.lesson(each.slug, [step.id for step in each.steps], each.exercises) for each in index.lessons]
    if form == "json":
        rows = zip(index.lessons, counts, strict=True)
        terminal.json(
            [{"lesson": each.slug, "title": terminal.text(each.title), **count._asdict()} for each, count in rows]
        )
        return 0
    for lesson, count in zip(index.lessons, counts, strict=True):
        done = terminal.say(
            "cli.learn.count", read=count.read, steps=count.steps, solved=count.solved, exercises=count.exercises
        )
        mark = terminal.mark(True if count.done else None)
        terminal.line(f"{mark} {lesson.number:02} {lesson.slug} — {terminal.text(lesson.title)} ({done})")
    return 0


def list_exercises(form: str, terminal: Terminal) -> int:
    """Every exercise in one line: id, title, kind, solved or not. Or the same as a JSON list."""
    with open_profile(terminal) as profile:
        index = course_index(profile)
        solved = profile.progress.standing().solved
    if form == "json":
        terminal.json(
            [
                {
                    "exercise": each.id,
                    "title": terminal.text(each.title),
                    "kind": each.kind,
                    "lesson": each.lesson,
                    "solved": each.id in solved,
                }
                for each in index.exercises.values()
            ]
        )
        return 0
    for exercise in index.exercises.values():
        mark = terminal.mark(True if exercise.id in solved else None)
        terminal.line(f"{mark} {exercise.id} — {terminal.text(exercise.title)} ({exercise.kind})")
    return 0
