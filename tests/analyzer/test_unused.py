"""What a policy in use allows and the trail does not need."""

from __future__ import annotations

from typing import Any

from iamtutor.analyzer.generation.unused import PolicyUse
from iamtutor.policy import read_value
from tests.analyzer.trails import catalog, generated, record

EVENTS = (
    record("s3", "GetObject", {"bucketName": "reports", "key": "1"}),
    record("s3", "ListObjects", {"bucketName": "reports"}),
    record("sqs", "SendMessage", {"queueUrl": "https://sqs.us-east-1.amazonaws.com/111122223333/jobs"}),
)


def against(*statements: dict[str, Any]) -> PolicyUse:
    policy = read_value({"Version": "2012-10-17", "Statement": list(statements)})
    assert policy.ok
    found = generated(*EVENTS, in_use=policy.document).in_use
    assert found is not None
    return found


def allow(action: Any, resource: Any = "*", **more: Any) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def test_actions_that_were_not_used_are_named() -> None:
    found = against(allow(["s3:Get*", "sqs:SendMessage"]), allow("s3:ListBucket"))
    first = found.statements[0]
    assert first.used == ("s3:GetObject", "sqs:SendMessage")
    assert first.granted == len(catalog().expand("s3:Get*")) + 1
    assert {"s3:GetObjectAcl", "s3:GetBucketPolicy"} <= set(first.unused)
    assert not {"s3:GetObject", "s3:PutObject"} & set(first.unused)
    assert found.used == 3
    assert not found.missing
    assert not found.is_tight


def test_statements_and_resources_that_were_never_touched_are_named() -> None:
    found = against(
        allow("s3:GetObject", ["arn:aws:s3:::reports/*", "arn:aws:s3:::archive/*"]),
        allow("dynamodb:GetItem", Sid="Idle"),
        allow("s3:ListBucket", "arn:aws:s3:::reports"),
        allow("sqs:SendMessage"),
        {"Effect": "Deny", "Action": "s3:*", "Resource": "*"},
    )
    assert found.statements[0].resources == ("arn:aws:s3:::archive/*",)
    assert [each.sid for each in found.statements if not each.needed] == ["Idle"]
    assert [each.statement for each in found.statements] == [0, 1, 2, 3]


def test_an_action_that_one_statement_uses_is_not_unused_in_the_policy() -> None:
    found = against(allow("s3:GetObject", "arn:aws:s3:::reports/*"), allow("s3:GetObject", "arn:aws:s3:::x/*"))
    assert found.unused == ()
    assert found.statements[1].unused == ("s3:GetObject",)


def test_what_the_policy_does_not_speak_of_is_missing() -> None:
    found = against(allow("s3:GetObject"))
    assert {pair.action for pair in found.missing} == {"s3:ListBucket", "sqs:SendMessage"}


def test_not_action_and_not_resource_are_understood() -> None:
    found = against({"Effect": "Allow", "NotAction": "iam:*", "NotResource": "arn:aws:s3:::other/*"})
    every = len(catalog().expand("*")) - len(catalog().expand("iam:*"))
    assert found.granted == every - 2  # sts:GetCallerIdentity and sts:GetSessionToken need no permission
    assert found.used == 3
    assert found.statements[0].resources == ()


def test_the_generated_policy_is_itself_tight() -> None:
    policy = generated(*EVENTS).policy
    found = generated(*EVENTS, in_use=read_value(policy).document).in_use
    assert found is not None
    assert found.is_tight
    assert not found.missing


def test_a_statement_grants_only_what_its_resources_can_take_and_the_denies_leave() -> None:
    found = against(
        allow(["s3:GetObject", "s3:PutObject", "s3:ListBucket"], "arn:aws:s3:::reports/*"),
        {"Effect": "Deny", "Action": "s3:Put*", "Resource": "*"},
    )
    assert found.statements[0].granted == 1
    assert found.unused == ()


def test_what_only_the_policy_in_use_allows_is_shown_by_a_request() -> None:
    found = against(allow("s3:GetObject", "arn:aws:s3:::reports/*"))
    assert found.unused == ()
    witness = found.excess.witness
    assert witness is not None
    assert witness.request.action == "s3:GetObject"
    assert witness.request.resource != "arn:aws:s3:::reports/1"
    assert not found.is_tight


def test_a_trail_that_shows_nothing_needs_nothing() -> None:
    policy = read_value({"Version": "2012-10-17", "Statement": [allow("s3:GetObject")]})
    found = generated(in_use=policy.document).in_use
    assert found is not None
    assert found.unused == ("s3:GetObject",)
    assert found.excess.witness is not None
