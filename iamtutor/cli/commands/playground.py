"""`iamtutor playground`: two policies side by side, with what one allows and the other does not; or with `--world` a
world whose policies are written, with requests of the learner's own."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from iamtutor.cli.app import Opening, has_screen, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.files import read_text
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.worlds import open_world
from iamtutor.policy import PolicyKind


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("first", metavar="A.json", nargs="?", type=Path, help=parser.say("cli.playground.first"))
    parser.add_argument("second", metavar="B.json", nargs="?", type=Path, help=parser.say("cli.playground.second"))
    parser.add_argument("--kind", choices=[kind.value for kind in PolicyKind], help=parser.say("cli.playground.kind"))
    parser.add_argument("--world", metavar="WORLD", help=parser.say("cli.playground.world"))


def run(options: Namespace, terminal: Terminal) -> int:
    """Read the files, so that one that cannot be read is said before a screen opens; then open the app."""
    if options.world is not None:
        return _sandbox(options, terminal)
    paths = [path for path in (options.first, options.second) if path is not None]
    texts = [(str(path), read_text(path)) for path in paths]
    if not has_screen(terminal):
        raise Problem("cli.no-screen")
    from iamtutor.tui.stop import Playground, PolicyFile

    files = tuple(PolicyFile(path, text) for path, text in texts)
    return open_app(terminal, Opening(playground=Playground(files, options.kind or "")))


def _sandbox(options: Namespace, terminal: Terminal) -> int:
    """Read the world first, so that what is wrong with it is said before a screen opens."""
    from iamtutor.course.sandbox import read_sandbox

    given = options.first if options.first is not None else f"--kind {options.kind}" if options.kind else None
    if given is not None:
        raise Problem("cli.playground.world-alone", given=str(given))
    file = open_world(options.world)
    read_sandbox(file.value, file.places)
    if not has_screen(terminal):
        raise Problem("cli.no-screen")
    from iamtutor.tui.stop import SandboxPlace

    named = Path(options.world)
    name = str(named.absolute()) if named.exists() else options.world
    return open_app(terminal, Opening(sandbox=SandboxPlace(name)))
