"""Every rule holds where it should, and says where it does not."""

from __future__ import annotations

import json

import pytest
from pydantic import TypeAdapter

from iamtutor.course import MESSAGES
from iamtutor.course.rules import RuleShape, Written
from iamtutor.policy import PolicyKind, read
from iamtutor.words import say
from tests.course.content import ALL, DENY, READ, policy

NOT_ACTION = {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}
DENY_OTHERS = {"Effect": "Deny", "NotAction": "s3:*", "Resource": "*"}
FROM_HERE = {**READ, "Condition": {"IpAddress": {"AWS:SourceIp": "10.0.0.0/8"}}}
PASS_ANY_ROLE = {"Effect": "Allow", "Action": "iam:PassRole", "Resource": "*"}
SAME = {"Resource": ["arn:aws:s3:::reports/*"], "Action": ["s3:GetObject"], "Effect": "Allow", "Sid": "Read"}

CASES = [
    ({"rule": "no-wildcard-action"}, [READ, DENY], 0),
    ({"rule": "no-wildcard-action"}, [ALL], 1),
    ({"rule": "no-wildcard-action", "slot": "a"}, [{**READ, "Action": ["s3:Get*", "s3:ListBucke?"]}], 2),
    ({"rule": "no-wildcard-action"}, [NOT_ACTION], 0),
    ({"rule": "no-wildcard-resource"}, [READ, DENY], 0),
    ({"rule": "no-wildcard-resource"}, [ALL], 1),
    ({"rule": "no-not-action"}, [READ], 0),
    ({"rule": "no-not-action"}, [NOT_ACTION, DENY_OTHERS], 2),
    ({"rule": "no-not-action", "effect": "Allow"}, [NOT_ACTION, DENY_OTHERS], 1),
    ({"rule": "uses-condition-key", "slot": "a", "key": "aws:SourceIp"}, [FROM_HERE], 0),
    ({"rule": "uses-condition-key", "slot": "a", "key": "aws:SourceIp"}, [READ], 1),
    ({"rule": "uses-condition-key", "slot": "a", "key": "aws:SourceIp", "effect": "Deny"}, [FROM_HERE], 1),
    ({"rule": "uses-effect", "slot": "a", "effect": "Deny"}, [READ, DENY], 0),
    ({"rule": "uses-effect", "slot": "a", "effect": "Deny"}, [READ], 1),
    ({"rule": "max-statements", "slot": "a", "n": 2}, [READ, DENY], 0),
    ({"rule": "max-statements", "slot": "a", "n": 1}, [READ, DENY], 1),
    ({"rule": "max-characters", "slot": "a", "n": 6144}, [READ], 0),
    ({"rule": "max-characters", "slot": "a", "n": 40}, [READ], 1),
    ({"rule": "allowed-services-only", "services": ["s3"]}, [READ, DENY_OTHERS], 0),
    ({"rule": "allowed-services-only", "services": ["s3"]}, [{**READ, "Action": "*"}, NOT_ACTION], 2),
    ({"rule": "unchanged", "slot": "a"}, [SAME], 0),
    ({"rule": "unchanged", "slot": "a"}, [SAME, DENY], 1),
    ({"rule": "unchanged", "slot": "a", "sid": "Read"}, [DENY, SAME], 0),
    ({"rule": "unchanged", "slot": "a", "sid": "Read"}, [FROM_HERE], 1),
    ({"rule": "unchanged", "slot": "a", "sid": "Read"}, [DENY], 1),
    ({"rule": "managed-not-inline"}, [READ], 1),
    ({"rule": "passes-validation"}, [READ, DENY], 0),
    ({"rule": "passes-validation", "slot": "a"}, [{**READ, "Action": "s3:GetObjekt"}], 1),
    ({"rule": "passes-validation", "severity": "error"}, [PASS_ANY_ROLE], 0),
    ({"rule": "passes-validation", "severity": "security-warning"}, [PASS_ANY_ROLE], 1),
    ({"rule": "passes-validation"}, [{**READ, "Sid": ""}], 0),
    ({"rule": "passes-validation", "severity": "suggestion"}, [{**READ, "Sid": ""}], 1),
]


@pytest.mark.parametrize(("rule", "statements", "count"), CASES)
def test_rules(rule: dict[str, object], statements: list[object], count: int) -> None:
    read_rule = TypeAdapter(RuleShape).validate_json(json.dumps(rule))
    written = Written({"a": read(policy(*statements))}, {"a": read(policy(READ))}, {"a": "inline"})
    breaches = list(read_rule.breaches(written))
    assert len(breaches) == count
    for breach in breaches:
        assert breach.slot == "a"
        assert say(MESSAGES, breach.code, "ko", **breach.arguments) != say(
            MESSAGES, breach.code, "en", **breach.arguments
        )


def test_a_policy_that_does_not_read_breaks_no_rule_that_asks_for_nothing() -> None:
    written = Written({"a": read("")}, {"a": read(policy(READ))}, {"a": "managed"})
    for rule, statements, count in CASES:
        read_rule = TypeAdapter(RuleShape).validate_json(json.dumps(rule))
        assert isinstance(list(read_rule.breaches(written)), list), (statements, count)


def test_validation_knows_the_resource_of_a_bucket_policy() -> None:
    text = policy({**READ, "Principal": {"AWS": "111122223333"}, "Action": "kms:Decrypt"})
    written = Written({"a": read(text, PolicyKind.RESOURCE)}, {}, {}, resource_types={"a": "AWS::S3::Bucket"})
    read_rule = TypeAdapter(RuleShape).validate_json('{"rule": "passes-validation"}')
    (breach,) = read_rule.breaches(written)
    assert breach.arguments == {"code": "UNSUPPORTED_ACTION_IN_POLICY"}
    assert breach.span is not None
    assert text[breach.span.start : breach.span.end] == '"kms:Decrypt"'


@pytest.mark.parametrize(
    ("held", "count"),
    [
        ({"group/team": {"managed": ["Reports"]}, "user/dev": {"managed": ["Other"]}}, 0),
        ({"group/team": {"managed": ["Reports"]}, "user/dev": {"managed": ["Reports"]}}, 1),
        ({"acme:user/dev": {"managed": ["Reports"]}, "role/app": {"managed": ["Reports"]}}, 1),
    ],
)
def test_a_policy_that_reaches_users_through_groups(held: dict[str, dict[str, list[str]]], count: int) -> None:
    shape = {"rule": "attached-through-groups", "slot": "who", "policy": "Reports"}
    rule = TypeAdapter(RuleShape).validate_json(json.dumps(shape))
    assert len(list(rule.breaches(Written({}, {}, {}, lambda: held)))) == count
