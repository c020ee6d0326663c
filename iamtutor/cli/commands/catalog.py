"""`iamtutor catalog`: what an action needs, what a key holds, what a managed policy says."""

from __future__ import annotations

import shutil
from argparse import Namespace
from itertools import islice
from typing import Any, Final

from iamtutor.catalog import CATALOG_MESSAGES, Action, Catalog, CatalogError, Entry, look_up, suggestions
from iamtutor.cli.app import Opening, open_app
from iamtutor.cli.arguments import Parser
from iamtutor.cli.catalog_lines import CatalogLines
from iamtutor.cli.catalog_rows import row
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.policy.pattern import is_wild

LONGEST: Final = 200
_MOST_IN_FULL: Final = 200
_MANAGED: Final = "catalog.no-managed"


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("names", metavar="NAME", nargs="+", help=parser.say("cli.catalog.name"))
    parser.add_argument("--open", action="store_true", help=parser.say("cli.catalog.open"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Look up each name, or open the app at the first. 1 where one of them is not known."""
    for name in options.names:
        if not name.strip() or not name.isprintable() or len(name) > LONGEST:
            raise Problem("cli.catalog.bad-name", name=ascii(name[:LONGEST]), limit=LONGEST)
    if options.open:
        return open_app(terminal, Opening(catalog=options.names[0]))
    try:
        catalog = Catalog.installed(terminal.environ)
        if options.format == "json":
            return _as_json(options.names, catalog, terminal)
        return _as_text(options.names, catalog, terminal)
    except CatalogError as error:
        raise Problem(error.message, messages=CATALOG_MESSAGES, **error.arguments) from error


def _as_json(names: list[str], catalog: Catalog, terminal: Terminal) -> int:
    asked: list[dict[str, Any]] = []
    for name in names:
        found = [row(catalog, entry) for entry in look_up(catalog, name)]
        asked.append({"name": name, "found": found, "suggestions": [] if found else list(suggestions(catalog, name))})
    terminal.json({"version": catalog.version, "names": asked})
    return 0 if all(each["found"] for each in asked) else 1


def _as_text(names: list[str], catalog: Catalog, terminal: Terminal) -> int:
    lines = CatalogLines(catalog, terminal, max(40, min(100, shutil.get_terminal_size().columns)))
    status, first = 0, True
    for name in names:
        if not _show(name, catalog, lines, terminal, first=first):
            _say_unknown(name, catalog, terminal)
            status = 1
        first = False
    return status


def _show(name: str, catalog: Catalog, lines: CatalogLines, terminal: Terminal, *, first: bool) -> bool:
    """Write what is known by a name; whether it was anything."""
    if not first:
        terminal.line()
    expanded = catalog.expand(name) if is_wild(name) and (":" in name or name == "*") else ()
    if len(expanded) > _MOST_IN_FULL:
        for line in lines.table(expanded):
            terminal.line(line.rstrip())
        terminal.note("cli.catalog.matched", count=len(expanded))
        return True
    entries: list[Entry] = list(look_up(catalog, name))
    briefly = is_wild(name) and len(entries) > 1
    for number, entry in enumerate(entries):
        if number:
            terminal.line()
        for line in lines.briefly(entry) if briefly and isinstance(entry, Action) else lines.of(entry):
            terminal.line(line.rstrip())
    return bool(entries)


def _say_unknown(name: str, catalog: Catalog, terminal: Terminal) -> None:
    near = tuple(islice(suggestions(catalog, name), 5))
    if near:
        terminal.note("cli.catalog.unknown-near", name=name, near=", ".join(near))
    else:
        terminal.note("cli.catalog.unknown", name=name)
    if ":" in name and not name.startswith("arn:"):
        return
    try:
        _ = catalog.managed
    except CatalogError as error:
        if error.message == _MANAGED:
            terminal.err.write(
                Problem(_MANAGED, messages=CATALOG_MESSAGES, **error.arguments).text(terminal.lang) + "\n"
            )
