"""The checks of AWS's reference with a policy that triggers each: data that is our own, with its source in it."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from iamtutor.analyzer import ValidationFinding, validate
from iamtutor.catalog import Catalog, Source
from iamtutor.policy import PolicyKind, read

DATA = json.loads(Path(__file__).parents[1].joinpath("data/validation-checks.json").read_text("utf-8"))
CHECKS: dict[str, dict[str, Any]] = {check["id"]: check for check in DATA["checks"]}
TRUST = "AWS::IAM::AssumeRolePolicyDocument"
KINDS = {
    "IDENTITY_POLICY": PolicyKind.IDENTITY,
    "RESOURCE_POLICY": PolicyKind.RESOURCE,
    "SERVICE_CONTROL_POLICY": PolicyKind.SCP,
    "RESOURCE_CONTROL_POLICY": PolicyKind.RCP,
}
BROKEN_JSON = '{"Version": "2012-10-17", "Statement": ['


@cache
def catalog() -> Catalog:
    return Catalog(Source.installed())


def text_of(check: dict[str, Any]) -> str:
    policy = check.get("minimal_trigger_policy")
    return BROKEN_JSON if policy is None else json.dumps(policy, indent=2)


def kind_of(check: dict[str, Any]) -> PolicyKind:
    return PolicyKind.TRUST if check.get("resource_type") == TRUST else KINDS[check["policy_type"]]


def findings(
    text: str, kind: PolicyKind = PolicyKind.IDENTITY, resource_type: str | None = None
) -> tuple[ValidationFinding, ...]:
    return validate(read(text, kind), resource_type=resource_type, catalog=catalog())


def findings_like(code: str, policy: object) -> tuple[ValidationFinding, ...]:
    """What is found in a policy of the kind and resource type of a code's trigger."""
    check = CHECKS[code]
    text = policy if isinstance(policy, str) else json.dumps(policy, indent=2)
    return findings(text, kind_of(check), check.get("resource_type"))
