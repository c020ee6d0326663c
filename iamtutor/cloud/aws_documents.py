"""The few documents of AWS's own that never change, and the defaults that AWS puts where nobody writes a policy."""

from __future__ import annotations

from functools import cache
from typing import Final

from iamtutor.access import NamedPolicy
from iamtutor.cloud.places import Json
from iamtutor.cloud.slot import NO_STATEMENTS
from iamtutor.policy import PolicyKind, read_value

ADMINISTRATOR_ARN: Final = "arn:aws:iam::aws:policy/AdministratorAccess"
_ORGANIZATIONS: Final = "arn:aws:organizations::aws:policy"
_EVERYTHING: Final = {"Effect": "Allow", "Action": "*", "Resource": "*"}


def _document(*statements: Json) -> Json:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def _policy(value: Json, kind: PolicyKind, name: str, arn: str | None = None) -> NamedPolicy:
    return NamedPolicy(name, read_value(value, kind).document or NO_STATEMENTS, arn)


@cache
def administrator_access() -> NamedPolicy:
    """https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AdministratorAccess.html"""
    return _policy(_document(_EVERYTHING), PolicyKind.IDENTITY, "AdministratorAccess", ADMINISTRATOR_ARN)


@cache
def full_access(kind: PolicyKind) -> NamedPolicy:
    """FullAWSAccess, which Organizations attaches everywhere, or RCPFullAWSAccess.

    https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
    """
    if kind is PolicyKind.RCP:
        arn = f"{_ORGANIZATIONS}/resource_control_policy/p-RCPFullAWSAccess"
        return _policy(_document({"Principal": "*", **_EVERYTHING}), kind, "RCPFullAWSAccess", arn)
    arn = f"{_ORGANIZATIONS}/service_control_policy/p-FullAWSAccess"
    return _policy(_document(_EVERYTHING), kind, "FullAWSAccess", arn)


@cache
def default_key_policy(account: str, name: str) -> NamedPolicy:
    """https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html"""
    statement = {
        "Sid": "Enable IAM User Permissions",
        "Effect": "Allow",
        "Principal": {"AWS": f"arn:aws:iam::{account}:root"},
        "Action": "kms:*",
        "Resource": "*",
    }
    return _policy(_document(statement), PolicyKind.RESOURCE, name)


@cache
def default_endpoint_policy(name: str) -> NamedPolicy:
    """https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html (default endpoint policy)"""
    return _policy(_document({"Principal": "*", **_EVERYTHING}), PolicyKind.ENDPOINT, name)
