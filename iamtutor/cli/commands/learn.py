"""`iamtutor learn`: opens a lesson, or with `--plain` writes it as text."""

from __future__ import annotations

from argparse import Namespace

from iamtutor.cli.app import Opening, has_screen, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.terminal import Terminal


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("lesson", metavar="LESSON", nargs="?", help=parser.say("cli.learn.lesson"))
    parser.add_argument("--plain", action="store_true", help=parser.say("cli.option.plain"))
    parser.add_argument("--step", metavar="N", type=int, default=1, help=parser.say("cli.learn.step"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Open the app at the lesson; in plain text its steps, or the list of lessons."""
    if not options.plain and options.format == "text" and has_screen(terminal):
        return open_app(terminal, Opening(lesson=options.lesson or ""))
    if options.lesson is None:
        from iamtutor.cli.plain_lists import list_lessons

        return list_lessons(options.format, terminal)
    from iamtutor.cli.plain_lesson import lesson_json, read_lesson

    if options.format == "json":
        return lesson_json(options.lesson, options.step, terminal)

    return read_lesson(options.lesson, options.step, terminal)
