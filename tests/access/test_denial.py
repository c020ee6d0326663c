"""The sentences in which AWS refuses: each canonical form comes out of a decision and fits its own pattern alone.

The patterns: troubleshoot_access-denied of the IAM guide, collected in tests/data/access-denied-messages.json.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.access.cases import (
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
CANONICAL = {row["id"]: re.compile(row["regex"]) for row in PATTERNS if row["id"][0] in "IE"}
NOTHING = allow("sqs:SendMessage")
DENY_ALL = bucket("*", effect="Deny")
ASSUME = {"action": "sts:AssumeRole", "resource": OTHER_ROLE}

FORMS: dict[str, dict[str, Any]] = {
    "I1": {},
    "I2": {"owner": B, "identity": [allow()]},
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
    message = run(principal=principal).message
    assert message is not None
    assert message.startswith(f"User: {user} is not authorized")
