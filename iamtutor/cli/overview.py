"""What `iamtutor --help` shows: every command in one line."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from iamtutor.cli.registry import Command
from iamtutor.cli.terminal import Terminal
from iamtutor.words.cells import wrapped


def overview(terminal: Terminal, commands: Sequence[Command]) -> None:
    """Write the list of commands."""
    width = max(40, min(100, shutil.get_terminal_size().columns))
    for line in wrapped(terminal.say("cli.overview.head"), width):
        terminal.line(line)
    terminal.line()
    names = ["", *(command.name for command in commands)]
    helps = ["cli.help.app", *(command.help for command in commands)]
    column = max(len(name) for name in names) + len("  iamtutor   ")
    for name, message in zip(names, helps, strict=True):
        lines = wrapped(terminal.say(message), width - column)
        terminal.line(f"  iamtutor {name}".ljust(column) + lines[0])
        for line in lines[1:]:
            terminal.line(" " * column + line)
    terminal.line()
    terminal.tell("cli.overview.foot")
