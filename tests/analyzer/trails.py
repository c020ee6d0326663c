"""CloudTrail records of our own making."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable
from contextlib import nullcontext
from functools import cache
from typing import Any

from iamtutor.analyzer import Generated, Options, Scope, TrailFile, generate
from iamtutor.catalog import Catalog

ACCOUNT = "111122223333"
USER = f"arn:aws:iam::{ACCOUNT}:user/dev"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/ci/deploy"
SESSION = f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/ci-1"
REGION = "ap-northeast-2"


@cache
def catalog() -> Catalog:
    return Catalog.installed({})


def user(arn: str = USER) -> dict[str, Any]:
    return {"type": "IAMUser", "arn": arn, "accountId": ACCOUNT, "userName": arn.rpartition("/")[2]}


def session(arn: str = SESSION, role: str = ROLE) -> dict[str, Any]:
    issuer = {"type": "Role", "arn": role, "accountId": ACCOUNT, "userName": role.rpartition("/")[2]}
    return {
        "type": "AssumedRole",
        "principalId": "AROAEXAMPLE:ci-1",
        "arn": arn,
        "accountId": ACCOUNT,
        "sessionContext": {"sessionIssuer": issuer, "attributes": {"mfaAuthenticated": "false"}},
    }


def record(service: str, name: str, parameters: Any = None, **more: Any) -> dict[str, Any]:
    value = {
        "eventVersion": "1.11",
        "userIdentity": session(),
        "eventTime": "2026-01-15T09:00:00Z",
        "eventSource": f"{service}.amazonaws.com",
        "eventName": name,
        "awsRegion": REGION,
        "sourceIPAddress": "203.0.113.7",
        "userAgent": "aws-cli/2.31",
        "requestParameters": parameters,
        "responseElements": None,
        "requestID": "c6d5e4f3",
        "eventID": "0a1b2c3d",
        "readOnly": True,
        "eventType": "AwsApiCall",
        "managementEvent": True,
        "recipientAccountId": ACCOUNT,
        "eventCategory": "Management",
    }
    return {**value, **more}


def trail_file(content: bytes | str, name: str = "trail.json") -> TrailFile:
    data = content if isinstance(content, bytes) else content.encode()
    return TrailFile(name, len(data), lambda: nullcontext(io.BytesIO(data)))


def document(records: Iterable[Any]) -> str:
    return json.dumps({"Records": list(records)}, ensure_ascii=False)


def generated(*records: dict[str, Any], principal: str = ROLE, **options: Any) -> Generated:
    return generate([trail_file(document(records))], Scope.parse(principal), catalog(), Options(**options))


def pairs(found: Generated) -> set[tuple[str, str]]:
    """The actions and resources of a policy."""
    statements = found.policy["Statement"] if found.policy is not None else []
    return {
        (action, resource)
        for statement in statements
        for action in _listed(statement["Action"])
        for resource in _listed(statement["Resource"])
    }


def _listed(value: str | list[str]) -> list[str]:
    return [value] if isinstance(value, str) else value
