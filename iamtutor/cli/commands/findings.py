"""`iamtutor findings`: who outside the zone of trust can reach which resource."""

from __future__ import annotations

import shutil
from argparse import Namespace
from pathlib import Path
from typing import Any, Final

from iamtutor.analyzer.external import Analysis, ZoneKind, analyze
from iamtutor.analyzer.external.archive_rules import ArchiveRule
from iamtutor.analyzer.external.lone_policy import known_types
from iamtutor.analyzer.external.preview import ChangeType, changes
from iamtutor.analyzer.external.state import State, Status, updated
from iamtutor.analyzer.external.state_file import save_state
from iamtutor.analyzer.external.table import table
from iamtutor.analyzer.external.telling import Row, Telling
from iamtutor.catalog import CATALOG_MESSAGES, Catalog, CatalogError
from iamtutor.cli.arguments import Parser
from iamtutor.cli.external_source import ExternalSource, analysed_accounts, open_source, previewed
from iamtutor.cli.external_state import load_state, mark
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.reason.actions import Actions, actions_of
from iamtutor.words.cells import lines_of
from iamtutor.words.runs import Line

_MARKS: Final = {"archive": Status.ARCHIVED, "unarchive": Status.ACTIVE}


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("target", metavar="WORLD|POLICY.json", help=parser.say("cli.external.target"))
    parser.add_argument("ids", metavar="ID", nargs="*", help=parser.say("cli.external.ids"))
    zone_names = [kind.value for kind in ZoneKind]
    parser.add_argument("--zone", choices=zone_names, default=zone_names[0], help=parser.say("cli.external.zone"))
    parser.add_argument("--account", metavar="ACCOUNT", help=parser.say("cli.external.account"))
    parser.add_argument(
        "--resource-type", metavar="TYPE", choices=known_types(), help=parser.say("cli.external.resource-type")
    )
    parser.add_argument("--block-public-access", action="store_true", help=parser.say("cli.external.block"))
    parser.add_argument("--rules", metavar="FILE.yaml", help=parser.say("cli.external.rules"))
    parser.add_argument("--state", metavar="FILE.json", help=parser.say("cli.external.state"))
    parser.add_argument(
        "--preview", metavar="RESOURCE=FILE", action="append", default=[], help=parser.say("cli.external.preview")
    )
    parser.add_argument("--all", action="store_true", help=parser.say("cli.external.all"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Analyse. 0 no active findings, 1 some, or something that is not proved."""
    if options.target in _MARKS:
        return _mark(options, terminal)
    if options.ids:
        raise Problem("cli.external.ids-unwanted", ids=" ".join(options.ids))
    zone = ZoneKind(options.zone)
    rules = _rules(options.rules)
    source = open_source(options)
    accounts = analysed_accounts(source, zone, options.account)
    before = load_state(Path(options.state), zone) if options.state else {}
    actions = _actions(terminal)
    analysis = analyze(source.world, zone, actions, accounts)
    state = updated(before, analysis, rules, accounts)
    if options.preview:
        after = previewed(source, options.preview)
        analysis, rows = _previewed(after, zone, actions, accounts, analysis, state, rules)
        return _show(rows, analysis, {}, after, options, terminal)
    if options.state:
        save_state(Path(options.state), state, zone)
    rows = [Row(finding, state[finding.id]) for finding in analysis.findings]
    return _show(rows, analysis, state, source, options, terminal)


def _mark(options: Namespace, terminal: Terminal) -> int:
    if not options.state:
        raise Problem("cli.external.state-needed", what=options.target)
    if not options.ids:
        raise Problem("cli.external.ids-needed", what=options.target)
    mark(Path(options.state), options.ids, _MARKS[options.target], terminal)
    return 0


def _actions(terminal: Terminal) -> Actions:
    try:
        return actions_of(Catalog.installed(terminal.environ))
    except CatalogError as error:
        raise Problem(error.message, messages=CATALOG_MESSAGES, **error.arguments) from error


def _rules(path: str | None) -> tuple[ArchiveRule, ...]:
    if path is None:
        return ()
    from iamtutor.analyzer.external.read_rules import read_rules
    from iamtutor.cloud import load_yaml

    return read_rules(*load_yaml(Path(path)))


def _previewed(
    after: ExternalSource,
    zone: ZoneKind,
    actions: Actions,
    accounts: tuple[str, ...],
    before: Analysis,
    state: State,
    rules: tuple[ArchiveRule, ...],
) -> tuple[Analysis, list[Row]]:
    """What would be found, each finding with what becomes of it. Nothing of it is kept."""
    found = analyze(after.world, zone, actions, accounts)
    would_be = updated(state, found, rules, accounts)
    return found, [Row(change.finding, would_be[change.finding.id], change.type) for change in changes(before, found)]


def _show(
    rows: list[Row], analysis: Analysis, state: State, source: ExternalSource, options: Namespace, terminal: Terminal
) -> int:
    """Write the answer; the exit status."""
    gone = _gone(state, rows)
    if options.format == "json":
        from iamtutor.cli.external_json import external_json

        terminal.json(external_json(rows, analysis, gone, options.zone, source))
    else:
        _show_text(rows, analysis, gone, source, options, terminal)
    return 1 if analysis.open or any(row.is_active for row in rows) else 0


def _gone(state: State, rows: list[Row]) -> list[dict[str, Any]]:
    """Findings of earlier runs that this one did not find."""
    found = {row.finding.id for row in rows}
    return [
        {
            "id": identifier,
            "status": kept.status.value,
            "resource": kept.resource,
            "resourceOwnerAccount": kept.account,
            "principal": {kept.principal.type.value: kept.principal.value},
        }
        for identifier, kept in state.items()
        if identifier not in found
    ]


def _show_text(
    rows: list[Row],
    analysis: Analysis,
    gone: list[dict[str, Any]],
    source: ExternalSource,
    options: Namespace,
    terminal: Terminal,
) -> None:
    from iamtutor.analyzer.external.picture import picture

    telling = source.telling(terminal.lang)
    width = max(40, min(120, shutil.get_terminal_size().columns))
    active = [row for row in rows if row.is_active]
    shown = rows if options.all else [row for row in rows if _is_news(row)]
    _head(rows, active, analysis, telling, terminal, preview=bool(options.preview), width=width)
    drawn = [row.finding for row in active]
    if drawn:
        _title("picture", terminal)
        for drawing in picture(drawn, ZoneKind(options.zone), telling, width):
            terminal.line(_painted(drawing, terminal))
    if shown:
        terminal.line()
        for line in table(shown, telling, width):
            terminal.line(line)
        _title("evidence", terminal)
        for row in shown:
            terminal.line(terminal.paint(row.finding.id, "strong"))
            for text in telling.evidence(row):
                for place, line in enumerate(lines_of(text, width - 4)):
                    terminal.line(f"{'    ' if place else '  '}{line}")
    _show_open(analysis, telling, terminal, width)
    _show_others(rows, gone, options, telling, terminal)


def _is_news(row: Row) -> bool:
    return row.is_active if row.change is None else row.change is not ChangeType.UNCHANGED


def _head(
    rows: list[Row],
    active: list[Row],
    analysis: Analysis,
    telling: Telling,
    terminal: Terminal,
    *,
    preview: bool,
    width: int,
) -> None:
    good: bool | None = None
    if preview:
        words = telling.preview_head(rows)
    else:
        good = False if active else None if analysis.open else True
        words = telling.head(rows, analysis)
    first, *rest = lines_of(words, width - 2)
    terminal.line(first if preview else f"{terminal.mark(good)} {first}")
    for line in rest:
        terminal.line(f"  {line}")


def _painted(line: Line, terminal: Terminal) -> str:
    return "".join(terminal.paint(run.text, "bad") if run.style == "public" else run.text for run in line)


def _title(name: str, terminal: Terminal) -> None:
    terminal.line()
    terminal.line(terminal.paint(terminal.say(f"cli.external.{name}"), "strong"))


def _show_open(analysis: Analysis, telling: Telling, terminal: Terminal, width: int) -> None:
    if not analysis.open:
        return
    _title("open", terminal)
    for question in analysis.open:
        for place, line in enumerate(lines_of(telling.open(question), width - 4)):
            terminal.line(f"{'    ' if place else '  '}{line}")


def _show_others(
    rows: list[Row], gone: list[dict[str, Any]], options: Namespace, telling: Telling, terminal: Terminal
) -> None:
    """How many are archived or resolved; with --all the resolved ones, of which only the name is left."""
    archived = sum(row.kept.status is Status.ARCHIVED for row in rows)
    resolved = [each for each in gone if each["status"] == Status.RESOLVED.value]
    if options.all:
        words = telling.say(f"status-{Status.RESOLVED.value}")
        for each in resolved:
            principal = next(iter(each["principal"].values()))
            terminal.line(f"{each['id']}  {words}  {each['resource']} ← {principal}")
    elif archived or resolved:
        terminal.line()
        terminal.tell("cli.external.others", archived=archived, resolved=len(resolved))
