"""What holds of every decision, whatever the policies."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Decision, Layer, Verdict, decide
from iamtutor.access.service_rules import Refusal, rcp_services
from iamtutor.access.trace import LayerAnswer, conclusion
from iamtutor.access.wire import decide_row, read_case
from iamtutor.policy.document import Effect
from tests.access.cases import ROOT, A
from tests.access.generated import LINKED, PROVIDER, SERVICE, cases, statements, target_of
from tests.access.replay import replay
from tests.access.rewrites import added

Json = Any
LAYERS = ("identity", "boundary", "session", "resource", "scp", "rcp", "endpoint")
WITHOUT_IDENTITY = ("anonymous", SERVICE, PROVIDER)


def decided(case: Json) -> Decision:
    return decide(*read_case(case))


def with_principal(case: Json, layer: str, statement: Json) -> Json:
    """The statement as the layer wants it: everyone as Principal, no Resource in a trust policy."""
    if layer not in ("resource", "rcp", "endpoint"):
        return statement
    found = {"Principal": "*"} | statement
    if layer == "resource" and case["request"]["action"] == "sts:AssumeRole":
        found = {key: value for key, value in found.items() if key not in ("Resource", "NotResource")}
    return found


def binds(layer: str, case: Json) -> bool:
    """Whether a layer's policies bind the request, by the rules of the pages on each policy type."""
    caller, settings, request = case["request"]["principal"], case["settings"], case["request"]
    if layer in ("identity", "boundary", "session"):
        return caller not in (*WITHOUT_IDENTITY, ROOT)
    if layer == "scp":
        return caller not in (*WITHOUT_IDENTITY, LINKED) and settings.get("management_account") != A
    if layer == "rcp":
        service = request["action"].partition(":")[0]
        return (
            caller != LINKED
            and service in rcp_services()
            and settings.get("management_account") != request["resource_account"]
            and not (service == "kms" and settings.get("aws_managed_key"))
        )
    recovers = caller == ROOT and request["resource_account"] == A and request["action"] == "s3:DeleteBucketPolicy"
    return layer != "resource" or not recovers


def refused_at_once(case: Json) -> bool:
    return case["request"]["principal"] == ROOT and case["request"]["action"] == "sts:AssumeRole"


@given(cases(), st.sampled_from(LAYERS))
def test_a_deny_of_everything_wins_wherever_it_binds(case: Json, layer: str) -> None:
    denying = with_principal(case, layer, {"Effect": "Deny", "Action": "*", "Resource": "*"})
    before, after = decided(case), decided(added(case, layer, denying))
    if binds(layer, case) and not refused_at_once(case):
        assert after.verdict is Verdict.EXPLICITLY_DENIED
        assert layer in (after.layer, *after.blocked_by)
    else:
        assert after.verdict is before.verdict


@given(cases())
def test_an_explicit_deny_is_one_of_a_layer_that_denies(case: Json) -> None:
    decision = decided(case)
    denies = any(layer.answer is LayerAnswer.DENIES for layer in decision.trace.layers)
    assert (decision.verdict is Verdict.EXPLICITLY_DENIED) is (denies and not decision.trace.by_service)


@given(st.data(), cases(), st.sampled_from(LAYERS))
def test_one_more_deny_never_allows(data: st.DataObject, case: Json, layer: str) -> None:
    if not case["policies"].get(layer):
        return  # that would bring in the layer itself: the next test
    denying = data.draw(statements(target_of(case), effect="Deny"))
    before, after = decided(case), decided(added(case, layer, with_principal(case, layer, denying)))
    assert before.allowed or not after.allowed
    assert after.verdict is Verdict.EXPLICITLY_DENIED or before.verdict is not Verdict.EXPLICITLY_DENIED


@given(st.data(), cases(), st.sampled_from(["boundary", "session", "scp", "rcp", "endpoint"]))
def test_one_more_limit_never_allows(data: st.DataObject, case: Json, layer: str) -> None:
    """But for a session policy that is passed to a federated session, which has no permissions without one.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetFederationToken.html
    """
    if case["policies"].get(layer):
        return
    limit = data.draw(statements(target_of(case)))
    before, after = decided(case), decided(added(case, layer, with_principal(case, layer, limit)))
    if before.allowed or not after.allowed:
        assert binds(layer, case) or after.verdict is before.verdict
        return
    assert layer == "session"
    assert ":federated-user/" in case["request"]["principal"]
    anything = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    assert decided(added(case, layer, anything)).allowed, "the session policy only passes on what the user has"


@given(cases())
def test_a_session_policy_passed_to_a_federation_gives_no_more_than_the_user_has(case: Json) -> None:
    """Without one the session has only what a resource policy gives it; with one, at most what its user has."""
    case["request"]["principal"] = f"arn:aws:sts::{A}:federated-user/dev"
    case["policies"].pop("session", None)
    passed = added(case, "session", {"Effect": "Allow", "Action": "*", "Resource": "*"})
    bare, whole = decided(case), decided(passed)
    assert whole.allowed or not bare.allowed
    if whole.allowed and not bare.allowed:
        by_identity = any(ref.layer == "identity" for ref in whole.statements)
        named = decided({**case, "request": {**case["request"], "principal": f"arn:aws:iam::{A}:user/dev"}}).trace
        assert by_identity or "direct" in named.of(Layer.RESOURCE).namings


@given(st.data(), cases(), st.sampled_from(["identity", "resource"]))
def test_one_more_allow_never_denies(data: st.DataObject, case: Json, layer: str) -> None:
    """But for a bucket policy that becomes public where public access is blocked.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
    """
    allowing = data.draw(statements(target_of(case), effect="Allow", principals=layer == "resource"))
    before, after = decided(case), decided(added(case, layer, with_principal(case, layer, allowing)))
    if after.refusal is Refusal.PUBLIC_ACCESS_BLOCKED and before.refusal is not after.refusal:
        assert layer == "resource"
        assert case["settings"]["block_public_access"]
        return
    assert after.allowed or not before.allowed
    assert (after.verdict is Verdict.EXPLICITLY_DENIED) is (before.verdict is Verdict.EXPLICITLY_DENIED)


@given(cases())
def test_the_trace_alone_gives_the_decision(case: Json) -> None:
    decision = decided(case)
    assert conclusion(decision.trace) == (decision.verdict, decision.layer)


@given(cases())
def test_the_written_trace_alone_gives_the_decision_and_its_statements(case: Json) -> None:
    row = json.loads(json.dumps(decide_row(case, explain=True)))
    found = replay(row["trace"])
    assert (found.decision, found.layer) == (row["decision"], row["layer"])
    assert found.statements == [(ref["layer"], ref["policy"], ref["index"]) for ref in row["statements"]]
    assert found.blocked_by == row["blocked_by"]


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


@pytest.mark.parametrize("layer", LAYERS)
def test_a_layer_that_does_not_bind_is_told_so(layer: str) -> None:
    """The cases above rest on `binds`; the trace must say the same."""
    allowing = {"Effect": "Allow", "Action": "*", "Resource": "*"}
    for principal in (*WITHOUT_IDENTITY, ROOT, LINKED, f"arn:aws:iam::{A}:user/dev"):
        case = {
            "request": {"principal": principal, "action": "s3:GetObject", "resource": "arn:aws:s3:::a/b",
                        "resource_account": A},
            "policies": {}, "settings": {},
        }  # fmt: skip
        found = decided(added(case, layer, with_principal(case, layer, allowing))).trace.of(Layer(layer))
        assert (found.answer is not LayerAnswer.EXEMPT) is binds(layer, case), principal
