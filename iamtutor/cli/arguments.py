"""Arguments of a command: argparse that speaks both languages and says what is wrong in one line."""

from __future__ import annotations

from argparse import ArgumentParser, RawDescriptionHelpFormatter
from typing import NoReturn

from iamtutor.cli.messages import MESSAGES
from iamtutor.cli.problem import Problem
from iamtutor.words import Lang, say
from iamtutor.words.cells import wrapped


class _Formatter(RawDescriptionHelpFormatter):
    """Breaks lines by the cells that they take; argparse counts a Hangul syllable as one."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        lines = (line for part in text.split("\n") for line in wrapped(part, width) or [""])
        return "\n".join(indent + line for line in lines)


class Parser(ArgumentParser):
    """The arguments of one command, with its help in the language of the call."""

    def __init__(self, prog: str, description: str, lang: Lang) -> None:
        self.lang = lang
        super().__init__(
            prog, description=say(MESSAGES, description, lang), allow_abbrev=False, formatter_class=_Formatter
        )
        self.add_argument("--lang", choices=("ko", "en"), help=self.say("cli.option.lang"))

    def say(self, message_id: str, /, **arguments: object) -> str:
        """One message of the command line; a per cent sign is argparse's own and is kept."""
        return say(MESSAGES, message_id, self.lang, **arguments).replace("%", "%%")

    def add_format(self, *formats: str) -> None:
        """Add `--format` with its choices, the first the default, and `--json`."""
        choices = self.add_mutually_exclusive_group()
        choices.add_argument("--format", choices=formats, default=formats[0], help=self.say("cli.option.format"))
        choices.add_argument(
            "--json", action="store_const", const="json", dest="format", help=self.say("cli.option.json")
        )

    def error(self, message: str) -> NoReturn:
        """Refuse the call in one line."""
        raise Problem("cli.usage", command=self.prog, message=message)
