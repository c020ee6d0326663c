"""`iamtutor practice`: opens an exercise, or with `--plain` shows it as text, gives hints and takes answers."""

from __future__ import annotations

from argparse import Namespace

from iamtutor.cli.app import Opening, has_screen, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("exercise", metavar="EXERCISE", nargs="?", help=parser.say("cli.option.exercise"))
    parser.add_argument("--plain", action="store_true", help=parser.say("cli.option.plain"))
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--answer", metavar="FILE", nargs="+", help=parser.say("cli.practice.answer"))
    what.add_argument("--hint", metavar="N", type=int, choices=(1, 2, 3), help=parser.say("cli.practice.hint"))
    what.add_argument("--solution", action="store_true", help=parser.say("cli.practice.solution"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Open the app at the exercise; in plain text its brief, a hint, the solution, or the result of an answer."""
    asked = options.answer or options.hint or options.solution
    if asked and options.exercise is None:
        raise Problem("cli.practice.which")
    if not options.plain and not asked and options.format == "text" and has_screen(terminal):
        return open_app(terminal, Opening(exercise=options.exercise or ""))
    if options.exercise is None:
        from iamtutor.cli.plain_lists import list_exercises

        return list_exercises(options.format, terminal)
    from iamtutor.cli.plain_exercise import practise

    return practise(options, terminal)
