"""What holds of every decision, whatever the policies."""

from __future__ import annotations

import copy
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Decision, Verdict, decide
from iamtutor.access.trace import LayerAnswer, conclusion
from iamtutor.access.wire import decide_row, read_case
from iamtutor.policy.document import Effect
from tests.access.generated import cases, statements

Json = Any


def decided(case: Json) -> Decision:
    return decide(*read_case(case))


@given(cases())
def test_the_trace_alone_gives_the_decision(case: Json) -> None:
    decision = decided(case)
    assert conclusion(decision.trace) == (decision.verdict, decision.layer)


@given(cases())
def test_the_trace_agrees_with_the_statements_that_decided(case: Json) -> None:
    decision = decided(case)
    effect = Effect.DENY if decision.verdict is Verdict.EXPLICITLY_DENIED else Effect.ALLOW
    for ref in decision.statements:
        [found] = [
            each
            for policy in decision.trace.of(ref.layer).policies
            for each in policy.statements
            if policy.name == ref.policy and each.index == ref.index and each.span == ref.span
            and each.match.matched and each.effect is effect
        ][:1]  # fmt: skip
        assert found.sid == ref.sid


@given(cases())
def test_an_explicit_deny_wins(case: Json) -> None:
    decision = decided(case)
    denies = any(layer.answer is LayerAnswer.DENIES for layer in decision.trace.layers)
    assert (decision.verdict is Verdict.EXPLICITLY_DENIED) is (denies and not decision.trace.by_service)


@given(cases(), statements(effect="Deny"))
def test_one_more_deny_never_allows(case: Json, denying: Json) -> None:
    more = copy.deepcopy(case)
    more["policies"].setdefault("identity", []).append(
        {"name": "more", "document": {"Version": "2012-10-17", "Statement": denying}}
    )
    assert not decided(more).allowed or decided(case).allowed


@given(cases(), statements(effect="Allow"))
def test_one_more_allow_never_denies(case: Json, allowing: Json) -> None:
    more = copy.deepcopy(case)
    more["policies"].setdefault("identity", []).append(
        {"name": "more", "document": {"Version": "2012-10-17", "Statement": allowing}}
    )
    assert decided(more).allowed or not decided(case).allowed


@given(cases(), st.randoms())
def test_the_order_of_statements_changes_nothing(case: Json, random: Any) -> None:
    shuffled = copy.deepcopy(case)
    for policy in shuffled["policies"].get("identity", []):
        random.shuffle(policy["document"]["Statement"])
    random.shuffle(shuffled["policies"].get("identity", []))
    assert decided(shuffled).verdict is decided(case).verdict
    assert decided(shuffled).layer is decided(case).layer


@given(cases())
def test_every_decision_can_be_written_as_json_and_told(case: Json) -> None:
    from iamtutor.access.narration import sentences, statement_said, why

    row = decide_row(case, explain=True)
    assert json.loads(json.dumps(row)) == row
    decision = decided(case)
    for lang in ("ko", "en"):
        assert why(decision).text(lang)
        assert all(each.text(lang) for each in sentences(decision))
        for layer in decision.trace.layers:
            for policy in layer.policies:
                assert all(each.text(lang) for one in policy.statements for each in statement_said(one))


@given(cases())
def test_a_blocked_request_names_each_blocker_once(case: Json) -> None:
    decision = decided(case)
    named = (decision.layer, *decision.blocked_by)
    assert len(set(named)) == len(named)
    assert (decision.message is None) is decision.allowed
