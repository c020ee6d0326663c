"""`iamtutor quiz`: opens the quiz, or with `--plain` asks on standard input."""

from __future__ import annotations

from argparse import Namespace

from iamtutor.cli.app import Opening, has_screen, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("--plain", action="store_true", help=parser.say("cli.option.plain"))
    parser.add_argument("--lesson", metavar="LESSON", help=parser.say("cli.quiz.lesson"))
    parser.add_argument("--count", metavar="N", type=int, default=10, help=parser.say("cli.quiz.count"))
    parser.add_argument("--seed", metavar="N", type=int, help=parser.say("cli.quiz.seed"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Ask. In plain text: 0 all right, 1 something wrong or left out."""
    if options.count < 1:
        raise Problem("cli.quiz.no-count", count=options.count)
    if not options.plain and options.format == "text" and has_screen(terminal):
        return open_app(terminal, Opening(options.lesson or "", quiz=True, count=options.count, seed=options.seed))
    from iamtutor.cli.plain_quiz import sit

    return sit(options, terminal)
