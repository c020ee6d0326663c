"""The sentences in which AWS refuses: each canonical form comes out of a decision and fits its own pattern alone.

The patterns: troubleshoot_access-denied of the IAM guide, collected in tests/data/access-denied-messages.json.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from iamtutor.access.narration import sentences
from tests.access.cases import (
    KEY,
    OTHER_ROLE,
    ROOT,
    SESSION,
    USER,
    A,
    B,
    allow,
    aws,
    bucket,
    deny,
    policy,
    run,
    statement,
    trust,
)

PATTERNS = json.loads(Path(__file__).parents[1].joinpath("data/access-denied-messages.json").read_text())
SPECIAL = {row["id"]: re.compile(row["regex"]) for row in PATTERNS if row["id"][0] == "S"}
CANONICAL = {row["id"]: re.compile(row["regex"]) for row in PATTERNS if row["id"][0] in "IE"}
QUEUE = f"arn:aws:sqs:us-east-1:{A}:box"
NOTHING = allow("sqs:SendMessage")
DENY_ALL = bucket("*", effect="Deny")
SAME_ORGANIZATION = {"aws:PrincipalOrgID": "o-exampleorgid", "aws:ResourceOrgID": "o-exampleorgid"}
ASSUME = {"action": "sts:AssumeRole", "resource": OTHER_ROLE}

FORMS: dict[str, dict[str, Any]] = {
    "I1": {},
    "I2": {"owner": B, "identity": [allow()], "context": SAME_ORGANIZATION},
    "I3": {"identity": [allow()], "boundary": NOTHING},
    "I4": {"principal": SESSION, "identity": [allow()], "session": [NOTHING]},
    "I5": {"identity": [allow()], "scp": [[NOTHING]]},
    "I6": {"identity": [allow()], "endpoint": [bucket("*", action="s3:PutObject")]},
    "I7": {**ASSUME, "identity": [allow("sts:*")]},
    "E1": {"identity": [allow(), deny()]},
    "E2": {"identity": [allow()], "resource_policy": DENY_ALL},
    "E3": {"identity": [allow()], "boundary": deny()},
    "E4": {"principal": SESSION, "identity": [allow()], "session": [deny()]},
    "E5": {"identity": [allow()], "scp": [[policy("scp", statement("Deny", "*"))]]},
    "E6": {"identity": [allow()], "rcp": [[DENY_ALL]]},
    "E7": {"identity": [allow()], "endpoint": [DENY_ALL]},
    "E8": {**ASSUME, "identity": [allow("sts:*")], "resource_policy": policy(
        "trust", {"Effect": "Deny", "Action": "sts:AssumeRole", "Principal": aws(USER)})},
}  # fmt: skip


def test_all_fifteen_forms_are_here() -> None:
    assert set(FORMS) == set(CANONICAL)
    assert len(FORMS) == 15


@pytest.mark.parametrize("form", FORMS)
def test_form(form: str) -> None:
    message = run(**FORMS[form]).message
    assert message is not None
    assert [name for name, pattern in CANONICAL.items() if pattern.fullmatch(message)] == [form]


def test_an_allowed_request_has_no_message() -> None:
    assert run(identity=[allow()]).message is None


def test_the_message_names_caller_action_and_resource() -> None:
    assert run().message == (
        f"User: {USER} is not authorized to perform: s3:GetObject on resource: "
        '"arn:aws:s3:::reports/q3.csv" because no identity-based policy allows the s3:GetObject action'
    )


def test_a_refusal_by_the_service_names_no_policy() -> None:
    found = run(action="iam:DeletePolicy", resource="arn:aws:iam::aws:policy/ReadOnlyAccess", identity=[allow("*")])
    assert found.message is not None
    assert found.message.endswith("on resource: arn:aws:iam::aws:policy/ReadOnlyAccess")


def test_root_user_and_assume_role() -> None:
    """API_AssumeRole."""
    found = run(principal=ROOT, **ASSUME, resource_policy=trust(aws(f"arn:aws:iam::{A}:root")))
    assert found.message == "Roles may not be assumed by root accounts."


@pytest.mark.parametrize(
    ("principal", "user"),
    [
        ("anonymous", "anonymous"),
        (f"arn:aws:iam::{A}:role/path/app", f"arn:aws:sts::{A}:assumed-role/app/SESSION"),
        ({"service": "ec2.amazonaws.com"}, "ec2.amazonaws.com"),
    ],
)
def test_who_is_named(principal: Any, user: str) -> None:
    message = run(principal=principal, action="sqs:SendMessage", resource=QUEUE).message
    assert message is not None
    assert message.startswith(f"User: {user} is not authorized")


@pytest.mark.parametrize(
    ("caller", "context", "bare"),
    [
        ({"principal": "anonymous"}, SAME_ORGANIZATION, True),
        ({"owner": B}, {}, True),
        ({"owner": B}, {"aws:PrincipalOrgID": "o-one", "aws:ResourceOrgID": "o-two"}, True),
        ({"owner": B}, SAME_ORGANIZATION, False),
        ({}, {}, False),
    ],
)
@pytest.mark.parametrize("policies", [{}, {"resource_policy": DENY_ALL}])
def test_s3_gives_no_reason_outside_the_account_and_organization(
    caller: dict[str, Any], context: dict[str, str], bare: bool, policies: dict[str, Any]
) -> None:
    """S5, https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html"""
    found = run(**caller, context=context, identity=[allow()] if caller else [], **policies)
    assert not found.allowed
    assert (found.message == "Access Denied") is bare
    told = [each.id for each in sentences(found)]
    assert ("access.tell.aws-says-no-more" in told) is bare


def test_a_call_on_no_bucket_names_no_resource() -> None:
    """troubleshoot-403-errors, as public issues quote it for s3:ListAllMyBuckets."""
    message = run(action="s3:ListAllMyBuckets", resource="*").message
    assert message == (
        f"User: {USER} is not authorized to perform: s3:ListAllMyBuckets because no identity-based policy allows the "
        "s3:ListAllMyBuckets action"
    )


def test_kms_across_accounts() -> None:
    """S9, as issue threads quote it: the same sentence for a key that is not there and one that is closed."""
    key = {"action": "kms:Decrypt", "resource": KEY.replace(A, B), "owner": B, "identity": [allow("kms:*")]}
    for policies in ({}, {"resource_policy": bucket("*", action="kms:*", effect="Deny")}):
        message = run(**key, **policies).message
        assert message is not None
        assert SPECIAL["S9"].search(message)
        assert f"User: {USER} " in message


def test_kms_for_a_service_that_calls_it_on_behalf_of_somebody() -> None:
    """S10, as issue threads quote it: the key is not named."""
    via = {"kms:ViaService": "s3.us-east-1.amazonaws.com"}
    named = bucket(aws(f"arn:aws:iam::{A}:root"), action="kms:*")
    message = run(action="kms:GenerateDataKey", resource=KEY, context=via, resource_policy=named).message
    assert message is not None
    assert SPECIAL["S10"].search(message)


def test_sns_writes_its_prefix_in_capitals() -> None:
    """S11."""
    topic = f"arn:aws:sns:us-east-1:{B}:news"
    message = run(action="sns:Subscribe", resource=topic, owner=B, identity=[allow("sns:*")]).message
    assert message == (
        f"User: {USER} is not authorized to perform: SNS:Subscribe on resource: {topic} because no resource-based policy "
        "allows the SNS:Subscribe action"
    )


def test_an_identity_provider_is_told_nothing_more() -> None:
    """S12."""
    found = run(
        principal={"federated": "accounts.google.com"}, action="sts:AssumeRoleWithWebIdentity", resource=OTHER_ROLE
    )
    assert found.message == "Not authorized to perform sts:AssumeRoleWithWebIdentity"
