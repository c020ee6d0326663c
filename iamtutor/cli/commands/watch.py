"""`iamtutor watch`: grades at every save, for those who stay in their own editor."""

from __future__ import annotations

import shlex
import time
from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from iamtutor.cli.answers import attempt_of, files_by_name
from iamtutor.cli.arguments import Parser
from iamtutor.cli.complaint import complaint
from iamtutor.cli.content import as_typed, open_exercise, open_library
from iamtutor.cli.findings import words_of
from iamtutor.cli.grade_lines import grade_lines, written_readings
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal, json_text
from iamtutor.cloud import ContentError
from iamtutor.course import Attempt, Exercise, grade_json
from iamtutor.policy import Severity
from iamtutor.study import system_clock

PAUSE: Final = 0.3
"""Seconds between looks at the files."""
SETTLE: Final = 0.08
"""Seconds for which files must stay as they are before they are graded: many editors empty a file and then write it."""

Stamp = tuple[tuple[int, int, int] | None, ...]


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("exercise", metavar="EXERCISE", help=parser.say("cli.option.exercise"))
    parser.add_argument("files", metavar="FILE", nargs="+", help=parser.say("cli.watch.file"))
    parser.add_argument("--until-passed", action="store_true", help=parser.say("cli.watch.until-passed"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Grade whenever a file changes, until it is interrupted. 0 where the last state passed, else 1."""
    exercise = open_exercise(open_library(), options.exercise)
    paths = [Path(file) for file in options.files]
    files = files_by_name(exercise, paths)
    if options.format == "text":
        terminal.note("cli.watch.begin", exercise=exercise.id)
    seen: Stamp | None = None
    settling: Stamp | None = None
    passed = False
    try:
        while not (passed and options.until_passed):
            now = stamp(files.values())
            if now == seen:
                time.sleep(PAUSE)
                continue
            if seen is not None and now != settling:
                settling = now
                time.sleep(SETTLE)
                continue
            seen = now
            passed = _grade(exercise, files, options, terminal)
            terminal.out.flush()
    except KeyboardInterrupt:
        pass
    return 0 if passed else 1


def stamp(paths: Iterable[Path]) -> Stamp:
    """What tells one state of some files from another; None for a file that is not there (editors replace files)."""
    return tuple(_stamp(path) for path in paths)


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _grade(exercise: Exercise, files: Mapping[str, Path], options: Namespace, terminal: Terminal) -> bool:
    """Grade what is visible and show it; a file that cannot be read is said, and the watch goes on."""
    try:
        attempt = attempt_of(exercise, files)
    except (Problem, ContentError, OSError) as error:
        terminal.out.flush()
        terminal.err.write(complaint(error, terminal.lang) + "\n")
        return False
    grade = attempt.grade(hidden=False)
    if options.format == "json":
        terminal.line(json_text({**grade_json(grade, terminal.lang), "visible_only": True}))
        return grade.passed
    terminal.line(f"── {system_clock():%H:%M:%S} {'─' * 40}")
    if broken := tuple(_broken_lines(attempt, files, terminal)):
        for line in broken:
            terminal.line(line)
        return False
    for line in grade_lines(attempt, grade, terminal, visible=True):
        terminal.line(line)
    if grade.passed:
        hides = any(each.request.hidden for each in exercise.task.requests)
        message = "cli.watch.submit" if hides else "cli.watch.all-right"
        names = " ".join(shlex.quote(str(path)) for path in files.values())
        terminal.tell(message, exercise=as_typed(exercise, options.exercise), files=names)
    return grade.passed


def _broken_lines(attempt: Attempt, files: Mapping[str, Path], terminal: Terminal) -> Iterator[str]:
    """Of each file that is no JSON the first mistake, as other tools say it: nothing else can be said of it yet."""
    for slot, reading in written_readings(attempt).items():
        found = (each for each in reading.findings if each.code.startswith("json.") and each.severity is Severity.ERROR)
        finding = next(found, None)
        if finding is not None:
            line, column = reading.position(finding.span.start if finding.span else 0)
            words = words_of(finding, terminal.lang)
            only = next(iter(files.values())) if len(files) == 1 else slot
            yield f"{terminal.mark(False)} {files.get(slot, only)}:{line}:{column} {words}"
