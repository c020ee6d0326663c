"""`iamtutor compare`: two policies, equal by proof or told apart by a request."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any, NamedTuple

from iamtutor.cli.arguments import Parser
from iamtutor.cli.policy_file import Policies, open_catalog, open_policies, refuse_rcp
from iamtutor.cli.policy_kind import KINDS, kind_name
from iamtutor.cli.terminal import Terminal
from iamtutor.cli.witness_lines import Sides, unknown_words, way_lines
from iamtutor.cli.witness_rows import why_row, witness_request
from iamtutor.reason import (
    Actions,
    Comparison,
    LeastPrivilege,
    OneWay,
    Relation,
    actions_of,
    compare,
    granted,
    least_privilege_of,
)
from iamtutor.reason.messages import MESSAGES as REASON_MESSAGES
from iamtutor.words import say


def declare(parser: Parser) -> None:
    """The arguments."""
    parser.add_argument("first", metavar="A", help=parser.say("cli.compare.first"))
    parser.add_argument("second", metavar="B", help=parser.say("cli.compare.second"))
    parser.add_argument("--kind", choices=KINDS, help=parser.say("cli.compare.kind"))
    parser.add_argument("--measure", action="store_true", help=parser.say("cli.compare.measure"))
    parser.add_format("text", "json")


def run(options: Namespace, terminal: Terminal) -> int:
    """Compare. 0 equivalent, 1 not, or not decided."""
    catalog = open_catalog(terminal)
    policies = open_policies((options.first, options.second), options.kind, catalog, terminal)
    if options.measure:
        refuse_rcp(policies)
    first, second = policies.files
    comparison = compare(first.document, second.document, policies.kind, actions_of(catalog))
    amounts = _amounts(comparison, policies, actions_of(catalog)) if options.measure else None
    if options.format == "json":
        terminal.json({**_row(comparison, policies, terminal), **(amounts.row() if amounts is not None else {})})
        return _status(comparison)
    for line in _lines(comparison, policies, terminal):
        terminal.line(line.rstrip())
    for line in _amount_lines(amounts, policies, terminal) if amounts is not None else ():
        terminal.line(line)
    return _status(comparison)


class _Amounts(NamedTuple):
    """How many actions each grants, and how near the first comes to the second."""

    first: int
    second: int
    privilege: LeastPrivilege
    relation: Relation

    def row(self) -> dict[str, Any]:
        privilege = self.privilege
        scored = {name: getattr(privilege, name) for name in ("score", "shared", "excess", "missing", "partial")}
        return {"actions_a": self.first, "actions_b": self.second, "least_privilege": scored}


def _amounts(comparison: Comparison, policies: Policies, actions: Actions) -> _Amounts:
    first, second = (file.document for file in policies.files)
    equal = comparison.relation is Relation.EQUIVALENT
    of_first, of_second = (granted(each, policies.kind, actions).granted for each in (first, second))
    privilege = least_privilege_of(first, second, policies.kind, actions, equal=equal)
    return _Amounts(of_first.bit_count(), of_second.bit_count(), privilege, comparison.relation)


def _amount_lines(amounts: _Amounts, policies: Policies, terminal: Terminal) -> Iterator[str]:
    first, second = policies.files
    yield ""
    yield terminal.paint(terminal.say("cli.compare.measure-title"), "strong")
    for file, count in ((first, amounts.first), (second, amounts.second)):
        yield f"  {terminal.say('cli.compare.measure-actions', policy=file.name, count=count)}"
    score = amounts.privilege.score
    yield f"  {terminal.say('cli.compare.measure-score', answer=first.name, goal=second.name, score=score)}"
    if amounts.relation in (Relation.NARROWER, Relation.BROADER):
        words = terminal.say(f"cli.compare.measure-{amounts.relation}", answer=first.name, goal=second.name)
        yield f"  {words}"


def _status(comparison: Comparison) -> int:
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
