"""What the service itself answers, whatever the policies say, and which policy types a request is beyond.

Each rule names its page. They need no policy, only caller, action and resource.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from iamtutor.access.principal import Principal, PrincipalKind
from iamtutor.policy.arn import Arn

READ_PREFIXES = ("get", "list", "generate", "simulate")
ALIAS_ACTIONS = frozenset({"kms:createalias", "kms:updatealias", "kms:deletealias"})
BUCKET_POLICY_ACTIONS = frozenset({"s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy"})
SERVICE_LINKED_ACTIONS = frozenset(
    {"iam:createservicelinkedrole", "iam:deleteservicelinkedrole", "iam:updateroledescription"}
)


class Refusal(StrEnum):
    """Why the service refuses a request."""

    ROOT_ASSUMES_ROLE = "root-assumes-role"
    AWS_MANAGED_POLICY = "aws-managed-policy"
    RESERVED_ROLE = "reserved-role"
    SERVICE_LINKED_ROLE = "service-linked-role"
    AWS_MANAGED_ALIAS = "aws-managed-alias"
    PUBLIC_ACCESS_BLOCKED = "public-access-blocked"


class ServiceAnswers(NamedTuple):
    """What follows from caller, action and resource alone; worked out once for a request.

    `bound_by_scp` and `bound_by_rcp` leave the management account out: that is the organisation's to say.
    """

    allowed_at_once: bool
    refused_at_once: Refusal | None
    refused: Refusal | None
    delegates: bool
    recovers_bucket_policy: bool
    bound_by_scp: bool
    bound_by_rcp: bool


def service_answers(principal: Principal, action: str, arn: Arn | None, *, same_account: bool) -> ServiceAnswers:
    """What the service says by itself to an action (in lower case)."""
    return ServiceAnswers(
        _is_always_allowed(principal, action),
        _refused_at_once(principal, action),
        None if arn is None else _refused(action, arn),
        same_account and arn is not None and delegates_to_account(action, arn),
        same_account and principal.kind is PrincipalKind.ROOT and action in BUCKET_POLICY_ACTIONS,
        principal.has_identity and not principal.is_service_linked,
        not principal.is_service_linked and _supports_rcp(action),
    )


def _is_always_allowed(principal: Principal, action: str) -> bool:
    """sts:GetCallerIdentity needs no permission and cannot be denied to an authenticated caller.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    """
    return action == "sts:getcalleridentity" and principal.kind not in (
        PrincipalKind.ANONYMOUS,
        PrincipalKind.PROVIDER,
    )


def _refused_at_once(principal: Principal, action: str) -> Refusal | None:
    """A root user cannot assume a role: refused before any policy is read.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    """
    if action == "sts:assumerole" and principal.kind is PrincipalKind.ROOT:
        return Refusal.ROOT_ASSUMES_ROLE
    return None


def _refused(action: str, arn: Arn) -> Refusal | None:
    """What belongs to AWS cannot be changed by customers, although a policy may allow it.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html (AWS managed policies),
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html and
    https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
    """
    if action.startswith("iam:") and arn.service == "iam":
        return _refused_by_iam(action, arn)
    if action in ALIAS_ACTIONS and arn.resource.startswith("alias/aws/"):
        return Refusal.AWS_MANAGED_ALIAS
    return None


def _refused_by_iam(action: str, arn: Arn) -> Refusal | None:
    if action.startswith(READ_PREFIXES, len("iam:")):
        return None
    if arn.account == "aws" and arn.resource.startswith("policy/"):
        return Refusal.AWS_MANAGED_POLICY
    if arn.resource.startswith("role/aws-reserved/"):
        return Refusal.RESERVED_ROLE
    if arn.resource.startswith("role/aws-service-role/") and action not in SERVICE_LINKED_ACTIONS:
        return Refusal.SERVICE_LINKED_ROLE
    return None


def delegates_to_account(action: str, arn: Arn) -> bool:
    """Whether identity policies count only where the resource's own policy names the account.

    So it is for KMS keys (https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html) and for roles, whose
    trust policy must agree (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
    """
    if arn.service == "kms" and action.startswith("kms:"):
        return arn.resource.startswith("key/")
    return arn.service == "iam" and action.startswith("sts:") and arn.resource.startswith("role/")


def _supports_rcp(action: str) -> bool:
    """Whether resource control policies reach the action.

    https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
    """
    return action.partition(":")[0] in rcp_services() and action != "kms:retiregrant"


@lru_cache(maxsize=1)
def rcp_services() -> frozenset[str]:
    """The service prefixes that support resource control policies."""
    text = Path(__file__).with_name("rcp_services.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
