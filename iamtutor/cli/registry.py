"""Every command: its name, the module that does it, and the message that says what it does.

Only the module of the command that is called is imported.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, NamedTuple, cast

if TYPE_CHECKING:
    from argparse import Namespace

    from iamtutor.cli.arguments import Parser
    from iamtutor.cli.terminal import Terminal


class Command(NamedTuple):
    """One command of the command line."""

    name: str
    module: str
    help: str

    def declare(self, parser: Parser) -> None:
        """Say which arguments the command takes."""
        cast("Callable[[Parser], None]", self._part("declare"))(parser)

    def run(self, options: Namespace, terminal: Terminal) -> int:
        """Do what the command does and return the exit status."""
        return cast("Callable[[Namespace, Terminal], int]", self._part("run"))(options, terminal)

    def _part(self, name: str) -> object:
        return getattr(import_module(f"iamtutor.cli.commands.{self.module}"), name)


COMMANDS: Final = (
    Command("learn", "learn", "cli.help.learn"),
    Command("practice", "practice", "cli.help.practice"),
    Command("quiz", "quiz", "cli.help.quiz"),
    Command("playground", "playground", "cli.help.playground"),
    Command("glossary", "glossary", "cli.help.glossary"),
    Command("progress", "progress", "cli.help.progress"),
    Command("decide", "decide", "cli.help.decide"),
    Command("explain", "explain", "cli.help.explain"),
    Command("check", "check", "cli.help.check"),
    Command("compare", "compare", "cli.help.compare"),
    Command("check-access", "check_access", "cli.help.check-access"),
    Command("measure", "measure", "cli.help.measure"),
    Command("findings", "findings", "cli.help.findings"),
    Command("catalog", "catalog", "cli.help.catalog"),
    Command("search", "search", "cli.help.search"),
    Command("generate", "generate", "cli.help.generate"),
    Command("grade", "grade", "cli.help.grade"),
    Command("watch", "watch", "cli.help.watch"),
    Command("world", "world", "cli.help.world"),
    Command("pack", "pack", "cli.help.pack"),
    Command("schema", "schema", "cli.help.schema"),
    Command("serve", "serve", "cli.help.serve"),
    Command("doctor", "doctor", "cli.help.doctor"),
)
BY_NAME: Final = {command.name: command for command in COMMANDS}
