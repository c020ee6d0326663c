"""Every AWS managed policy: it reads without an error, compiles, decides what its statements say, and no pattern is slow.

The documents are those of moto's data file, which is read without importing moto.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from functools import cache

import pytest

from iamtutor.access import Decision, EffectivePolicies, Layer, NamedPolicy, Principal, Request, Verdict, decide
from iamtutor.catalog import Catalog, ManagedPolicies, Source
from iamtutor.policy import Effect, PolicyDocument, Reading, Severity, Statement, pattern, read_value
from iamtutor.policy.pattern import is_wild

if importlib.util.find_spec("moto") is None:
    pytest.skip("moto comes with the extra `managed`", allow_module_level=True)

ACCOUNT = "111122223333"
CALLER = Principal.parse(f"arn:aws:iam::{ACCOUNT}:user/dev")
PARTS = 8
PER_STATEMENT = 3

EXPLAINED: dict[str, tuple[str, str]] = {}
"""Errors that are right although AWS published the policy: name -> (code, why)."""


@cache
def managed() -> ManagedPolicies:
    return ManagedPolicies.installed()


@cache
def reading(name: str) -> Reading:
    return read_value(managed().policy(name).document)


@cache
def catalog() -> Catalog:
    return Catalog(Source.installed())


def documents(part: int) -> Iterator[tuple[str, PolicyDocument]]:
    """One part of the policies by name; together the parts are all of them."""
    for name in managed().names[part::PARTS]:
        document = reading(name).document
        assert document is not None, name
        yield name, document


def test_all_of_them_are_there() -> None:
    assert len(managed().names) > 1_500
    assert {"AdministratorAccess", "AmazonS3ReadOnlyAccess", "ReadOnlyAccess"} <= set(managed().names)


@pytest.mark.parametrize("part", range(PARTS))
def test_each_reads_without_an_error(part: int) -> None:
    errors = {
        (name, finding.code)
        for name, _ in documents(part)
        for finding in reading(name).findings
        if finding.severity is Severity.ERROR
    }
    assert errors <= {(name, code) for name, (code, _) in EXPLAINED.items()}


@pytest.mark.parametrize("part", range(PARTS))
def test_each_keeps_its_statements_in_order(part: int) -> None:
    for name, document in documents(part):
        written = managed().policy(name).document["Statement"]
        listed = written if isinstance(written, list) else [written]
        assert [each.get("Sid") for each in listed] == [statement.sid for statement in document.statements], name


@pytest.mark.parametrize("part", range(PARTS))
def test_each_decides_what_its_statements_say(part: int) -> None:
    for name, document in documents(part):
        policies = EffectivePolicies(identity=[NamedPolicy(name, document)])
        for statement in document.statements:
            for request in requests(statement):
                decision = decide(request, policies)
                where = f"{name}[{statement.index}] {request.action} {request.resource}"
                assert decision.trace.verdict is decision.verdict, where
                assert decision.trace.layer is decision.layer, where
                check(statement, document, decision, where)


def check(statement: Statement, document: PolicyDocument, decision: Decision, where: str) -> None:
    """What follows from the statement alone: it matches the request, and only a Deny of the same policy outweighs it."""
    if statement.conditions or statement.action.negated or statement.resource is None or statement.resource.negated:
        return
    (shown,) = decision.trace.of(Layer.IDENTITY).policies
    assert shown.statements[document.statements.index(statement)].match.matched, where
    by_service = decision.request.by_service
    if by_service.delegates or by_service.refused or by_service.allowed_at_once:
        return
    if statement.effect is Effect.DENY:
        assert decision.verdict is Verdict.EXPLICITLY_DENIED, where
    elif not any(each.effect is Effect.DENY for each in document.statements):
        assert decision.verdict is Verdict.ALLOWED, where


def requests(statement: Statement) -> Iterator[Request]:
    """A few requests that the statement speaks of: real actions of the catalogue where there are any."""
    if statement.action.negated or statement.resource is None or statement.resource.negated:
        yield Request(CALLER, "s3:GetObject", "arn:aws:s3:::reports/q3.csv", ACCOUNT)
        return
    resources = [text.value for text in statement.resource.patterns if "${" not in text.value]
    for number, text in enumerate(statement.action.patterns[:PER_STATEMENT]):
        if resources:
            yield Request(CALLER, action_of(text.value), filled(resources[number % len(resources)]), ACCOUNT)


@cache
def action_of(written: str) -> str:
    """An action that a pattern matches; one that is made up where the catalogue knows none."""
    known = catalog().expand(written)
    if known:
        return known[len(known) // 2]
    return filled("service:" + written if written == "*" else written)


def filled(written: str) -> str:
    """A text that a pattern matches."""
    return "arn:aws:s3:::x" if written == "*" else written.replace("*", "x").replace("?", "y")


def patterns() -> set[str]:
    """Every pattern with a wildcard in an action or a resource."""
    return {
        text.value
        for part in range(PARTS)
        for _, document in documents(part)
        for statement in document.statements
        for element in (statement.action, statement.resource)
        if element is not None
        for text in element.patterns
        if is_wild(text.value)
    }


def test_no_pattern_takes_more_steps_than_it_has_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = [0]

    def counted(name: str) -> None:
        step = getattr(pattern, name)

        def one(*arguments: object) -> object:
            steps[0] += 1
            return step(*arguments)

        monkeypatch.setattr(pattern, name, one)

    counted("_leftmost")
    counted("_stands_at")
    wild = patterns()
    assert len(wild) > 3_000
    for written in wild:
        matches = pattern.pattern_of((pattern.Piece(written, literal=False),))
        for hostile in hostiles(written):
            steps[0] = 0
            matches(hostile)
            assert steps[0] <= written.count("*") + 1, written


def hostiles(written: str) -> Iterator[str]:
    """Texts that almost match, over and over: what makes a matcher that goes back slow."""
    yield written.replace("*", "x" * 300).replace("?", "x")
    pieces = written.split("*")
    yield "".join(piece + piece[: len(piece) // 2] * 40 for piece in pieces)
    yield pieces[0] + "".join(piece * 20 for piece in pieces[1:-1]) + pieces[-1] + "!"


def test_a_question_mark_is_no_reason_to_go_back() -> None:
    for written in patterns():
        for segment in pattern._segments((pattern.Piece(written, literal=False),)):
            one_by_one = ".".join(re.escape(piece) for piece in segment.text.split("?"))
            assert segment.expression is None or segment.expression.pattern == one_by_one


def test_all_of_them_at_once() -> None:
    policies = EffectivePolicies(
        identity=[NamedPolicy(name, document) for part in range(PARTS) for name, document in documents(part)]
    )
    request = Request(CALLER, "s3:GetObject", "arn:aws:s3:::reports/q3.csv", ACCOUNT)
    decision = decide(request, policies)
    assert decision.verdict is decision.trace.verdict is Verdict.EXPLICITLY_DENIED
    assert {ref.policy for ref in decision.statements} & {"AWSDenyAll"}
