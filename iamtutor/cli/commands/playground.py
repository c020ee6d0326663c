"""`iamtutor playground`: opens two policies side by side and shows what one allows and the other does not."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from iamtutor.cli.app import Opening, has_screen, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.policy import PolicyKind


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("first", metavar="A.json", nargs="?", type=Path, help=parser.say("cli.playground.first"))
    parser.add_argument("second", metavar="B.json", nargs="?", type=Path, help=parser.say("cli.playground.second"))
    parser.add_argument("--kind", choices=[kind.value for kind in PolicyKind], help=parser.say("cli.playground.kind"))


def run(options: Namespace, terminal: Terminal) -> int:
    """Read the files, so that one that cannot be read is said before a screen opens; then open the app."""
    paths = [path for path in (options.first, options.second) if path is not None]
    texts = [(str(path), read_text(path)) for path in paths]
    if not has_screen(terminal):
        raise Problem("cli.no-screen")
    from iamtutor.tui.guide import Playground, PolicyFile

    files = tuple(PolicyFile(path, text) for path, text in texts)
    return open_app(terminal, Opening(playground=Playground(files, options.kind or "")))
