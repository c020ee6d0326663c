"""The command line: one command a file under `commands/`, thin over the rooms below."""

from iamtutor.cli.entry import main

__all__ = ["main"]
