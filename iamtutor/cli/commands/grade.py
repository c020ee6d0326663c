"""`iamtutor grade`: one exercise, one answer or a class's."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Sequence

from iamtutor.cli.arguments import Parser
from iamtutor.cli.content import open_exercise, open_library
from iamtutor.cli.grade_lines import grade_lines, unfit_words
from iamtutor.cli.graded import Graded, grade_all, graded_json, status_of, totals
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.course import grade_json


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("exercise", metavar="EXERCISE", help=parser.say("cli.option.exercise"))
    parser.add_argument("answers", metavar="ANSWER", nargs="+", help=parser.say("cli.grade.answer"))
    parser.add_format("text", "json", "junit", "gradescope")


def run(options: Namespace, terminal: Terminal) -> int:
    """Grade. 0 all passed, 1 some did not, 2 some answer could not be read."""
    if options.format == "gradescope" and len(options.answers) > 1:
        raise Problem("cli.grade.one-for-gradescope")
    exercise = open_exercise(open_library(), options.exercise)
    graded = grade_all(exercise, options.answers, terminal.lang)
    if options.format == "text":
        _show(graded, terminal)
    elif options.format == "json":
        _show_json(exercise.id, graded, terminal)
    elif options.format == "junit":
        from iamtutor.cli.junit import junit

        terminal.line(junit(exercise.id, graded, terminal))
    else:
        from iamtutor.cli.gradescope import gradescope

        terminal.json(gradescope(graded[0], terminal))
    return status_of(graded)


def _show(graded: Sequence[Graded], terminal: Terminal) -> None:
    if len(graded) > 1:
        for each in graded:
            terminal.line(_line(each, terminal))
        found = totals(graded)
        terminal.tell("cli.grade.totals-unread" if found["unreadable"] else "cli.grade.totals", **found)
        return
    only = graded[0]
    if only.attempt is None or only.grade is None:
        raise Problem("cli.grade.unreadable", name=only.name, error=only.error)
    for line in grade_lines(only.attempt, only.grade, terminal):
        terminal.line(line)


def _line(graded: Graded, terminal: Terminal) -> str:
    """One answer of many: its score, its name, and how much of what is right."""
    grade = graded.grade
    if grade is None or graded.attempt is None:
        return f"{terminal.paint('!', 'bad')}   -  {graded.name}  {graded.error}"
    line = f"{terminal.mark(grade.passed)} {grade.score:3}  {graded.name}  {grade.right}/{grade.total}"
    reason = unfit_words(graded.attempt, grade, terminal)
    return f"{line}  {reason}" if reason else line


def _show_json(exercise: str, graded: Sequence[Graded], terminal: Terminal) -> None:
    if len(graded) > 1:
        answers = [graded_json(each, terminal.lang) for each in graded]
        terminal.json({"exercise": exercise, "answers": answers, "totals": totals(graded)})
        return
    grade = graded[0].grade
    if grade is None:
        raise Problem("cli.grade.unreadable", name=graded[0].name, error=graded[0].error)
    terminal.json(grade_json(grade, terminal.lang))
