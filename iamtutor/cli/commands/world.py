"""`iamtutor world`: is a world right, what is in it, and a world from a real account."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Final

from iamtutor.cli.app import Opening, has_screen, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.finding_report import report
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.world_json import world_json
from iamtutor.cli.worlds import WorldFile, open_world
from iamtutor.cloud import ContentError, overview
from iamtutor.policy import Finding

KEY: Final = "sandbox"
_OF_IMPORT: Final = ("buckets", "resources", "scps", "output")


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("what", choices=("check", "show", "open", "import"), help=parser.say("cli.world.what"))
    parser.add_argument("worlds", metavar="WORLD", nargs="+", help=parser.say("cli.world.worlds"))
    parser.add_argument("--buckets", metavar="PATH", type=Path, help=parser.say("cli.world.buckets"))
    parser.add_argument("--resources", metavar="PATH", type=Path, help=parser.say("cli.world.resources"))
    parser.add_argument("--scps", metavar="FOLDER", type=Path, help=parser.say("cli.world.scps"))
    parser.add_argument("--mask", action="store_true", help=parser.say("cli.world.mask"))
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=parser.say("cli.world.output"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Check: 0 right, 1 something is wrong. Show: the world in text. Open: the app at it. Import: 0 whole, 1 something was left out."""
    if options.what == "import":
        from iamtutor.cli.world_import import imported

        return imported(options, terminal)
    for name in _OF_IMPORT:
        if getattr(options, name) is not None:
            raise Problem("cli.world.only-import", option=f"--{name}")
    if options.mask:
        raise Problem("cli.world.only-import", option="--mask")
    if options.what == "open":
        return _open(options, terminal)
    return _check(options, terminal) if options.what == "check" else _show(options, terminal)


def _open(options: Namespace, terminal: Terminal) -> int:
    """Read it first, so that what is wrong with it is said before a screen opens; then open the app there."""
    if len(options.worlds) > 1:
        raise Problem("cli.world.one-only", names=" ".join(options.worlds[1:]))
    if options.format == "json":
        raise Problem("cli.world.open-json")
    open_world(options.worlds[0])
    if not has_screen(terminal):
        raise Problem("cli.world.no-screen", name=options.worlds[0])
    from iamtutor.tui.stop import WorldPlace

    named = Path(options.worlds[0])
    place = WorldPlace(str(named.absolute()) if named.exists() else options.worlds[0])
    return open_app(terminal, Opening(world=place))


def _check(options: Namespace, terminal: Terminal) -> int:
    findings: list[Finding] = []
    for name in options.worlds:
        try:
            file = open_world(name)
            if isinstance(file.value, dict) and KEY in file.value:
                _check_sandbox(file)
        except ContentError as error:
            findings += error.findings
    return report(findings, options.format, terminal)


def _check_sandbox(file: WorldFile) -> None:
    """What a learner laid out on it must be right too. Raises ContentError."""
    from iamtutor.course.sandbox import read_sandbox

    read_sandbox(file.value, file.places)


def _show(options: Namespace, terminal: Terminal) -> int:
    files = [open_world(name) for name in options.worlds]
    if options.format == "json":
        shown = [world_json(file.world) for file in files]
        terminal.json(shown[0] if len(shown) == 1 else shown)
        return 0
    for file in files:
        for line in overview(file.world, terminal.lang):
            terminal.line(line)
    return 0
