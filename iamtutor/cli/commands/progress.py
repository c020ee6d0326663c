"""`iamtutor progress`: how far the learner has come."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from iamtutor.cli.arguments import Parser
from iamtutor.cli.learner import course_index, open_profile
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Index
from iamtutor.study import Profile, Standing, system_clock


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Write the statistics."""
    with open_profile(terminal) as profile:
        index = course_index(profile)
        report = _report(index, profile)
    if options.format == "json":
        terminal.json(report)
    else:
        _show(report, index, terminal)
    return 0


def _report(index: Index, profile: Profile) -> dict[str, Any]:
    standing = profile.progress.standing()
    questions = [question.id for lesson in index.lessons for question in lesson.questions]
    count = profile.answers.count(questions)
    return {
        "streak": standing.streak(system_clock().date()),
        "days": [day.isoformat() for day in standing.days],
        "steps": {
            "read": sum((lesson.slug, step.id) in standing.read for lesson in index.lessons for step in lesson.steps),
            "of": sum(len(lesson.steps) for lesson in index.lessons),
        },
        "exercises": {"solved": len(standing.solved & index.exercises.keys()), "of": len(index.exercises)},
        "questions": {"right": count.right, "answered": count.answered, "of": count.questions},
        "lessons": [_lesson(index, slug, standing) for slug in (lesson.slug for lesson in index.lessons)],
    }


def _lesson(index: Index, slug: str, standing: Standing) -> dict[str, Any]:
    lesson = index.lesson(slug)
    count = standing.lesson(slug, [step.id for step in lesson.steps], lesson.exercises)
    return {
        "id": slug,
        "read": count.read,
        "steps": count.steps,
        "solved": count.solved,
        "exercises": count.exercises,
        "done": count.done,
    }


def _show(report: dict[str, Any], index: Index, terminal: Terminal) -> None:
    terminal.tell("cli.progress.steps", read=report["steps"]["read"], count=report["steps"]["of"])
    terminal.tell("cli.progress.exercises", solved=report["exercises"]["solved"], count=report["exercises"]["of"])
    questions = report["questions"]
    terminal.tell(
        "cli.progress.questions", right=questions["right"], answered=questions["answered"], count=questions["of"]
    )
    terminal.tell("cli.progress.streak", count=report["streak"], days=len(report["days"]))
    terminal.line()
    for row in report["lessons"]:
        lesson = index.lesson(row["id"])
        count = terminal.say(
            "cli.learn.count", read=row["read"], steps=row["steps"], solved=row["solved"], exercises=row["exercises"]
        )
        mark = terminal.mark(True if row["done"] else None)
        terminal.line(f"{mark} {lesson.number:02} {terminal.text(lesson.title)} ({count})")
