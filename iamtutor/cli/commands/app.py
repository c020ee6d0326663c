"""`iamtutor`: opens the app where the learner left off."""

from __future__ import annotations

from argparse import Namespace

from iamtutor import __version__
from iamtutor.cli.app import Opening, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.terminal import Terminal


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument(
        "--version", action="version", version=f"iamtutor {__version__}", help=parser.say("cli.option.version")
    )


def run(options: Namespace, terminal: Terminal) -> int:
    """Open the app."""
    return open_app(terminal, Opening())
