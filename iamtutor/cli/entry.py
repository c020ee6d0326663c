"""From the arguments of a call to the status it ends with. No traceback reaches a person."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from iamtutor.cli.app import Opening, open_app
from iamtutor.cli.language import language
from iamtutor.cli.problem import Problem
from iamtutor.cli.registry import BY_NAME, COMMANDS, Command
from iamtutor.cli.terminal import Terminal, standard_streams

UNUSABLE: Final = 2
INTERRUPTED: Final = 130
PIPE_CLOSED: Final = 141

YOUNG: Final = 20_000
"""Objects made before Python looks for garbage among them; its own 700 would mean thousands of looks at a start."""

_APP: Final = Command("", "app", "cli.help.app")


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit status: 0 good, 1 the answer is no, 2 the call or input cannot be used."""
    arguments = sys.argv[1:] if argv is None else argv
    if argv is None:  # this process is ours
        gc.set_threshold(YOUNG)
    environ: Mapping[str, str] = os.environ
    source, out, err = standard_streams()
    terminal = Terminal(language(arguments, environ), source, out, err, environ)
    try:
        status = _run(arguments, terminal)
        out.flush()
    except BrokenPipeError:
        _forget_output()
        return PIPE_CLOSED
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:
        if environ.get("IAMTUTOR_TRACEBACK"):
            raise
        return _complain(error, terminal)
    return status


def split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The command that is called (None: the app) and its arguments; options may stand before the command too."""
    skip = False
    for number, argument in enumerate(arguments):
        if skip:
            skip = False
        elif argument == "--lang":
            skip = True
        elif argument == "--" or not argument.startswith("-"):
            return argument, [*arguments[:number], *arguments[number + 1 :]]
    return None, list(arguments)


def _run(arguments: Sequence[str], terminal: Terminal) -> int:
    name, rest = split(arguments)
    if name is not None and name not in BY_NAME:
        raise _unknown(name)
    command = _APP if name is None else BY_NAME[name]
    if name is None and _says_language_only(rest):
        return open_app(terminal, Opening())
    if name is None and ("-h" in rest or "--help" in rest):
        from iamtutor.cli.overview import overview

        overview(terminal, COMMANDS)
        return 0
    from iamtutor.cli.argparse_words import argparse_in
    from iamtutor.cli.arguments import Parser

    with argparse_in(terminal.lang):
        parser = Parser(f"iamtutor {command.name}".strip(), command.help, terminal.lang)
        command.declare(parser)
        try:
            options = parser.parse_args(rest)
        except SystemExit:  # argparse has shown the help or the version
            return 0
    return command.run(options, terminal)


def _says_language_only(arguments: Sequence[str]) -> bool:
    """Whether there is nothing to parse: the app opens without it, for its first paint waits on everything imported."""
    return not arguments or (len(arguments) == 2 and arguments[0] == "--lang" and arguments[1] in ("ko", "en"))


def _unknown(name: str) -> Problem:
    from difflib import get_close_matches

    near = get_close_matches(name, BY_NAME, 1)
    if near:
        return Problem("cli.unknown-command-near", name=name, near=near[0])
    return Problem("cli.unknown-command", name=name)


def _complain(error: Exception, terminal: Terminal) -> int:
    from iamtutor.cli.complaint import complaint

    try:
        terminal.out.flush()
    except OSError:
        _forget_output()
    try:
        terminal.err.write(complaint(error, terminal.lang) + "\n")
        terminal.err.flush()
    except OSError:
        return UNUSABLE
    return UNUSABLE


def _forget_output() -> None:
    """Let the interpreter's last flush go nowhere, so that it does not complain on its way out."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return
