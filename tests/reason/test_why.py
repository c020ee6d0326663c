"""Why one policy allows a request and the other does not."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iamtutor.access.wire import decide_row, read_request, request_row
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import as_json
from iamtutor.reason import Because, Reason, Relation, because, only_in_first
from iamtutor.reason.messages import MESSAGES
from iamtutor.words import missing
from tests.reason.policies import allow, deny, installed_actions, policy

READS = "s3:GetObject"
BUCKET = "arn:aws:s3:::b/*"


def told(first: dict[str, Any], *second: dict[str, Any], kind: PolicyKind = PolicyKind.IDENTITY) -> Because:
    way = only_in_first(policy(first, kind=kind), policy(*second, kind=kind), kind, installed_actions())
    assert way.witness is not None
    return because(way.witness, kind)


def test_a_deny_of_the_other_is_named() -> None:
    reasons = told(allow(READS, BUCKET), allow(READS), deny(READS, "arn:aws:s3:::b/pay/*"))
    assert reasons.allows is not None
    assert reasons.denies is not None
    assert (reasons.allows.index, reasons.denies.index, reasons.nearest) == (0, 1, None)


@pytest.mark.parametrize(
    ("second", "index", "element"),
    [
        ([allow("s3:PutObject", BUCKET), allow(READS, "arn:aws:s3:::c/*")], 1, "Resource"),
        ([allow("ec2:RunInstances"), allow("s3:GetBucketAcl")], 1, "Action"),
        ([allow(READS, "arn:aws:s3:::c/*"), allow(READS, Condition={"Bool": {"aws:SecureTransport": "false"}})], 1,
         "Condition"),
        ([{"Effect": "Allow", "NotAction": "s3:*", "Resource": "*"}], 0, "NotAction"),
    ],
)  # fmt: skip
def test_else_the_nearest_allow_with_the_element_that_fails(
    second: list[dict[str, Any]], index: int, element: str
) -> None:
    nearest = told(allow(READS, BUCKET, Condition={"Bool": {"aws:SecureTransport": "true"}}), *second).nearest
    assert nearest is not None
    assert nearest.match.failed is not None
    assert (nearest.index, nearest.match.failed.element) == (index, element)


def test_keys_that_the_request_does_not_carry_are_named() -> None:
    mfa = "aws:MultiFactorAuthPresent"
    first = allow(READS, Condition={"BoolIfExists": {mfa: "true"}})
    assert told(first, allow(READS, Condition={"Bool": {mfa: "true"}})).without == (mfa,)


@pytest.mark.parametrize("kind", [PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP])
def test_policies_that_limit_name_their_statement_too(kind: PolicyKind) -> None:
    reasons = told(allow(READS), allow("s3:PutObject"), kind=kind)
    assert reasons.allows is not None
    assert reasons.nearest is not None


def test_an_rcp_allows_without_a_statement() -> None:
    everyone = {"Principal": "*"}
    reasons = told(deny("s3:PutObject", **everyone), deny("s3:*", **everyone), kind=PolicyKind.RCP)
    assert reasons.allows is None
    assert reasons.denies is not None


@pytest.mark.parametrize(
    "principal",
    ["arn:aws:iam::111122223333:user/a", "anonymous", {"service": "sns.amazonaws.com"}, {"federated": "a.example.com"}],
)
def test_a_request_written_out_reads_back(principal: Any) -> None:
    row = {"principal": principal, "action": READS, "resource": "arn:aws:s3:::b/k", "resource_account": "111122223333",
           "context": {"aws:TagKeys": ["a"], "aws:SourceIp": "192.0.2.1"}}  # fmt: skip
    assert request_row(read_request(row)) == row


def test_a_witness_replays_through_the_decide_contract() -> None:
    first, second = policy(allow("s3:*", BUCKET)), policy(allow(READS, BUCKET))
    way = only_in_first(first, second, PolicyKind.IDENTITY, installed_actions())
    assert way.witness is not None
    request = request_row(way.witness.request)
    decided = [
        decide_row(
            json.loads(json.dumps({"request": request, "policies": {"identity": [{"document": as_json(each)}]}}))
        )
        for each in (first, second)
    ]
    assert [each["decision"] for each in decided] == ["Allowed", "ImplicitlyDenied"]


def test_every_reason_and_relation_is_said_in_both_languages() -> None:
    assert missing(MESSAGES) == []
    ids = {*(f"reason.unknown.{each}" for each in Reason), *(f"reason.relation.{each}" for each in Relation)}
    assert ids <= MESSAGES.keys()
