"""Short ways to write a case of the decide contract."""

from __future__ import annotations

from typing import Any

from iamtutor.access import Decision, decide
from iamtutor.access.wire import read_case

A, B, MANAGEMENT = "111122223333", "444455556666", "999988887777"
USER = f"arn:aws:iam::{A}:user/dev"
ROLE = f"arn:aws:iam::{A}:role/app"
SESSION = f"arn:aws:sts::{A}:assumed-role/app/ci"
FEDERATED = f"arn:aws:sts::{A}:federated-user/dev"
ROOT = f"arn:aws:iam::{A}:root"
OBJECT = "arn:aws:s3:::reports/q3.csv"
KEY = f"arn:aws:kms:us-east-1:{A}:key/1234abcd-12ab-34cd-56ef-1234567890ab"
OTHER_ROLE = f"arn:aws:iam::{A}:role/target"

Document = dict[str, Any]


def statement(effect: str, action: str | list[str], resource: str | None = "*", **more: Any) -> Document:
    found: Document = {"Effect": effect, "Action": action}
    if resource is not None:
        found["Resource"] = resource
    return found | more


def document(*statements: Document, version: str = "2012-10-17") -> Document:
    return {"Version": version, "Statement": list(statements)}


def policy(name: str, *statements: Document) -> Document:
    return {"name": name, "document": document(*statements)}


def allow(action: str | list[str] = "s3:GetObject", resource: str = "*", **more: Any) -> Document:
    return policy("allow", statement("Allow", action, resource, **more))


def deny(action: str | list[str] = "s3:GetObject", resource: str = "*", **more: Any) -> Document:
    return policy("deny", statement("Deny", action, resource, **more))


def bucket(*principals: Any, action: str = "s3:GetObject", effect: str = "Allow", **more: Any) -> Document:
    """A resource policy with one statement for each principal."""
    return policy("bucket", *(statement(effect, action, "*", Principal=principal, **more) for principal in principals))


def aws(*arns: str) -> Document:
    return {"AWS": list(arns)}


def trust(principal: Any, action: str = "sts:AssumeRole", **more: Any) -> Document:
    return policy("trust", statement("Allow", action, None, Principal=principal, **more))


def run(
    principal: Any = USER,
    action: str = "s3:GetObject",
    resource: str = OBJECT,
    owner: str | None = A,
    context: dict[str, Any] | None = None,
    settings: dict[str, Any] | None = None,
    resource_policy: Document | None = None,
    **policies: Any,
) -> Decision:
    request = {"principal": principal, "action": action, "resource": resource, "context": context or {}}
    if owner is not None:
        request["resource_account"] = owner
    policies["resource"] = resource_policy
    return decide(*read_case({"request": request, "policies": policies, "settings": settings or {}}))


def verdict(**case: Any) -> str:
    return run(**case).verdict.value
