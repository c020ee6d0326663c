"""`iamtutor pack`: everything that can be wrong with lessons and exercises, and what there is."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from iamtutor.cli.arguments import Parser
from iamtutor.cli.content import open_library
from iamtutor.cli.finding_report import report
from iamtutor.cli.installed import installed_catalog
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Library, check_content, content_root, load_index


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("what", choices=("check", "show"), help=parser.say("cli.pack.what"))
    parser.add_argument("paths", metavar="PATH", nargs="*", help=parser.say("cli.pack.path"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Check: 0 nothing is wrong, 1 something is. Show: what there is."""
    library, only = _library([Path(path) for path in options.paths])
    if options.what == "check":
        findings = list(check_content(library, only, lessons=open_library().lesson_slugs()))
        return report(findings, options.format, terminal)
    return _show(library, options, terminal)


def _library(paths: list[Path]) -> tuple[Library, list[Path]]:
    """The content that the paths mean: a pack with its own folders, or parts of the course."""
    for path in paths:
        if not path.exists():
            raise Problem("cli.file-missing", file=str(path))
    if len(paths) == 1 and _is_pack(paths[0]):
        return Library(paths[0] / "lessons", paths[0] / "exercises", installed_catalog), []
    library = open_library()
    if len(paths) == 1 and not any(_touches(paths[0], root) for root in content_root()):
        whole = paths[0].resolve()
        for folder in whole.parents:
            if _is_pack(folder) and whole.relative_to(folder).parts[0] in ("lessons", "exercises"):
                return Library(folder / "lessons", folder / "exercises", installed_catalog), [whole]
    for path in paths:
        if not any(_touches(path, root) for root in content_root()):
            raise Problem("cli.pack.outside", path=str(path))
    return library, paths


def _is_pack(folder: Path) -> bool:
    return (folder / "lessons").is_dir() or (folder / "exercises").is_dir()


def _touches(path: Path, root: Path) -> bool:
    whole, root = path.resolve(), root.resolve()
    return whole.is_relative_to(root) or root.is_relative_to(whole)


def _show(library: Library, options: Namespace, terminal: Terminal) -> int:
    index = load_index(library.lessons, library.exercises)
    if options.format == "json":
        lessons: list[Any] = [
            {
                "id": lesson.slug,
                "title": terminal.text(lesson.title),
                "minutes": lesson.minutes,
                "concepts": lesson.concepts,
                "steps": [step.id for step in lesson.steps],
                "exercises": lesson.exercises,
                "questions": [question.id for question in lesson.questions],
            }
            for lesson in index.lessons
        ]
        exercises = [
            {
                "id": exercise.id,
                "title": terminal.text(exercise.title),
                "kind": exercise.kind,
                "lesson": exercise.lesson,
                "difficulty": exercise.difficulty,
            }
            for exercise in index.exercises.values()
        ]
        terminal.json({"lessons": lessons, "exercises": exercises})
        return 0
    for lesson in index.lessons:
        terminal.line(f"{lesson.number:02} {lesson.slug} — {terminal.text(lesson.title)}")
        terminal.line(
            "   "
            + terminal.say(
                "cli.pack.counts",
                steps=len(lesson.steps),
                exercises=len(lesson.exercises),
                questions=len(lesson.questions),
                minutes=lesson.minutes,
            )
        )
        for name in lesson.exercises:
            exercise = index.exercises.get(name)
            if exercise is not None:
                terminal.line(f"   {exercise.id} — {terminal.text(exercise.title)} ({exercise.kind})")
    listed = {name for lesson in index.lessons for name in lesson.exercises}
    for exercise in index.exercises.values():
        if exercise.id not in listed:
            terminal.line(f"{exercise.id} — {terminal.text(exercise.title)} ({exercise.kind})")
    if not index.lessons and not index.exercises:
        terminal.tell("cli.pack.nothing")
    return 0
