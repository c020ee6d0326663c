"""`iamtutor compare`: two policies, equal by proof or told apart by a request."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from iamtutor.cli.arguments import Parser
from iamtutor.cli.policy_file import Policies, open_catalog, open_policies
from iamtutor.cli.policy_kind import KINDS, kind_name
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.witness_lines import Sides, unknown_words, way_lines
from iamtutor.cli.witness_rows import why_row, witness_request
from iamtutor.reason import Comparison, OneWay, Relation, actions_of, compare
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.words import say


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("first", metavar="A", help=parser.say("cli.compare.first"))
    parser.add_argument("second", metavar="B", help=parser.say("cli.compare.second"))
    parser.add_argument("--kind", choices=KINDS, help=parser.say("cli.compare.kind"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Compare. 0 equivalent, 1 not, or not decided."""
    catalog = open_catalog(terminal)
    policies = open_policies((options.first, options.second), options.kind, catalog, terminal)
    first, second = policies.files
    comparison = compare(first.document, second.document, policies.kind, actions_of(catalog))
    if options.format == "json":
        terminal.json(_row(comparison, policies, terminal))
    else:
        for line in _lines(comparison, policies, terminal):
            terminal.line(line.rstrip())
    return 0 if comparison.relation is Relation.EQUIVALENT else 1


def _lines(comparison: Comparison, policies: Policies, terminal: Terminal) -> Iterator[str]:
    first, second = policies.files
    relation = comparison.relation
    good = {Relation.EQUIVALENT: True, Relation.UNKNOWN: None}.get(relation, False)
    word = terminal.paint(say(REASON_MESSAGES, f"reason.relation.{relation}", terminal.lang), "strong")
    yield f"{terminal.mark(good)} {word} · {terminal.say(f'cli.compare.is-{relation}', a=first.name, b=second.name)}"
    yield kind_line(policies, terminal)
    for way, sides in _ways(comparison, policies):
        yield ""
        yield terminal.paint(terminal.say("cli.compare.only", policy=sides.allowing.name), "strong")
        yield from (f"  {line}" for line in way_lines(way, sides, terminal))


def _ways(comparison: Comparison, policies: Policies) -> tuple[tuple[OneWay, Sides], tuple[OneWay, Sides]]:
    first, second = policies.files
    return (
        (comparison.only_first, Sides(first, second, policies.kind)),
        (comparison.only_second, Sides(second, first, policies.kind)),
    )


def kind_line(policies: Policies, terminal: Terminal) -> str:
    """As what the policies were read, and whether that was guessed."""
    message = "cli.compare.kind-guessed" if policies.guessed else "cli.compare.kind-named"
    return terminal.paint(terminal.say(message, kind=kind_name(policies.kind)), "quiet")


def _row(comparison: Comparison, policies: Policies, terminal: Terminal) -> dict[str, Any]:
    (only_a, a_sides), (only_b, b_sides) = _ways(comparison, policies)
    open_ = next((way for way in (only_a, only_b) if way.unknown is not None), None)
    return {
        "relation": comparison.relation.value,
        "only_a": witness_request(only_a),
        "only_b": witness_request(only_b),
        "reason": None if open_ is None else terminal.text(unknown_words(open_)),
        "reason_code": None if open_ is None or open_.unknown is None else open_.unknown.value,
        "why_a": why_row(only_a, a_sides),
        "why_b": why_row(only_b, b_sides),
        "a": policies.files[0].name,
        "b": policies.files[1].name,
        "kind": policies.kind.value,
        "kind_guessed": policies.guessed,
    }
