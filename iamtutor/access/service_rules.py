"""What the service itself answers, whatever the policies say, and which policy types a request is beyond.

Each rule names its page. They need no policy, only the request.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from iamtutor.access.principal import PrincipalKind
from iamtutor.access.request import Request

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


def always_allowed(request: Request) -> bool:
    """sts:GetCallerIdentity needs no permission and cannot be denied to an authenticated caller.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    """
    return request.action_key == "sts:getcalleridentity" and request.principal.kind not in (
        PrincipalKind.ANONYMOUS,
        PrincipalKind.PROVIDER,
    )


def refused_at_once(request: Request) -> Refusal | None:
    """A root user cannot assume a role: refused before any policy is read.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
    """
    if request.action_key == "sts:assumerole" and request.principal.kind is PrincipalKind.ROOT:
        return Refusal.ROOT_ASSUMES_ROLE
    return None


def refused_by_service(request: Request) -> Refusal | None:
    """What belongs to AWS cannot be changed by customers, although a policy may allow it.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html (AWS managed policies),
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html and
    https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
    """
    if request.arn is None:
        return None
    resource = request.arn.resource
    if request.service == "iam" and request.arn.service == "iam":
        return _refused_by_iam(request, resource)
    if request.action_key in ALIAS_ACTIONS and resource.startswith("alias/aws/"):
        return Refusal.AWS_MANAGED_ALIAS
    return None


def _refused_by_iam(request: Request, resource: str) -> Refusal | None:
    if request.action_key.partition(":")[2].startswith(READ_PREFIXES):
        return None
    if request.arn is not None and request.arn.account == "aws" and resource.startswith("policy/"):
        return Refusal.AWS_MANAGED_POLICY
    if resource.startswith("role/aws-reserved/"):
        return Refusal.RESERVED_ROLE
    if resource.startswith("role/aws-service-role/") and request.action_key not in SERVICE_LINKED_ACTIONS:
        return Refusal.SERVICE_LINKED_ROLE
    return None


def recovers_bucket_policy(request: Request, *, same_account: bool) -> bool:
    """The root user of the bucket's account gets past the bucket policy's own Deny to mend that policy.

    https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucketPolicy.html
    """
    return same_account and request.principal.kind is PrincipalKind.ROOT and request.action_key in BUCKET_POLICY_ACTIONS


def delegates_to_account(request: Request) -> bool:
    """Whether identity policies count only where the resource's own policy names the account.

    So it is for KMS keys (https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html) and for roles, whose
    trust policy must agree (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
    """
    arn = request.arn
    if arn is None:
        return False
    if arn.service == "kms" and request.service == "kms":
        return arn.resource.startswith("key/")
    return request.service == "sts" and request.is_for_role


def bound_by_scp(request: Request, management_account: str | None) -> bool:
    """Whether service control policies bind the caller.

    https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps.html
    """
    principal = request.principal
    return principal.has_identity and not principal.is_service_linked and principal.account != management_account


def bound_by_rcp(request: Request, management_account: str | None, *, aws_managed_key: bool) -> bool:
    """Whether resource control policies bind the request.

    https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html
    """
    return (
        not request.principal.is_service_linked
        and request.resource_account != management_account
        and request.service in rcp_services()
        and request.action_key != "kms:retiregrant"
        and not (request.service == "kms" and aws_managed_key)
    )


@lru_cache(maxsize=1)
def rcp_services() -> frozenset[str]:
    """The service prefixes that support resource control policies."""
    text = files("iamtutor.access").joinpath("rcp_services.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
