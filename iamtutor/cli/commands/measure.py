"""`iamtutor measure`: how much a policy allows, and what to remove first."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from iamtutor.catalog import AccessLevel
from iamtutor.cli.arguments import Parser
from iamtutor.cli.commands.compare import kind_line
from iamtutor.cli.measure_lines import measure_lines
from iamtutor.cli.policy_file import Policies, PolicyFile, open_catalog, open_policies, refuse_rcp
from iamtutor.cli.policy_kind import KINDS
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.witness_rows import statement_row
from iamtutor.reason import Measure, Removal, actions_of, measure
from iamtutor.reason.measurement import level_counts


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("policy", metavar="POLICY", help=parser.say("cli.check-access.policy"))
    parser.add_argument("--kind", choices=KINDS, help=parser.say("cli.compare.kind"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Measure; always 0."""
    catalog = open_catalog(terminal)
    policies = open_policies((options.policy,), options.kind, catalog, terminal)
    refuse_rcp(policies)
    file = policies.files[0]
    measured = measure(file.document, policies.kind, actions_of(catalog))
    if options.format == "json":
        terminal.json({"catalog": catalog.version, **_row(measured, policies)})
        return 0
    terminal.line(headline(measured, file, terminal))
    terminal.line(kind_line(policies, terminal))
    for line in measure_lines(measured, file, terminal):
        terminal.line(line.rstrip())
    return 0


def headline(measured: Measure, file: PolicyFile, terminal: Terminal) -> str:
    """How many actions of how many services."""
    return terminal.say(
        "cli.measure.head",
        policy=file.name,
        count=measured.count,
        total=len(measured.actions.names),
        services=len(measured.services),
    )


def _row(measured: Measure, policies: Policies) -> dict[str, Any]:
    file = policies.files[0]
    return {
        "policy": file.name,
        "kind": policies.kind.value,
        "kind_guessed": policies.guessed,
        "actions": measured.count,
        "catalog_actions": len(measured.actions.names),
        "unproved": measured.shares.unproved.bit_count(),
        "levels": {level.value: dict(counts) for level, counts in measured.levels.items()},
        "services": {service: _levels(counts) for service, counts in measured.services.items()},
        "statements": [_removal_row(each, measured, file) for each in measured.statements],
        "remove_first": [_removal_row(each, measured, file) for each in measured.removals],
        "weight": measured.shares.weight(measured.actions),
    }


def _removal_row(removal: Removal, measured: Measure, file: PolicyFile) -> dict[str, Any]:
    row = statement_row(removal.statement, file)
    if removal.pattern is not None:
        row["action"] = removal.pattern
    return {
        **row,
        "lost": removal.lost.bit_count(),
        "narrowed": removal.narrowed.bit_count(),
        "levels": _levels(level_counts(removal.lost, measured.actions)),
    }


def _levels(counts: Mapping[AccessLevel, int]) -> dict[str, int]:
    return {level.value: count for level, count in counts.items() if count}
