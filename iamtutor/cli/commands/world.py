"""`iamtutor world`: is a world right, and what is in it."""

from __future__ import annotations

from argparse import Namespace

from iamtutor.cli.arguments import Parser
from iamtutor.cli.finding_report import report
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.world_json import world_json
from iamtutor.cli.worlds import open_world
from iamtutor.cloud import ContentError, overview
from iamtutor.policy import Finding


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("what", choices=("check", "show"), help=parser.say("cli.world.what"))
    parser.add_argument("worlds", metavar="WORLD", nargs="+", help=parser.say("cli.world.world"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Check: 0 right, 1 something is wrong. Show: the world drawn."""
    return _check(options, terminal) if options.what == "check" else _show(options, terminal)


def _check(options: Namespace, terminal: Terminal) -> int:
    findings: list[Finding] = []
    for name in options.worlds:
        try:
            open_world(name)
        except ContentError as error:
            findings += error.findings
    return report(findings, options.format, terminal)


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
