"""What the service itself answers, whatever the policies say, and which policy types a request is beyond.

Each rule names its page. They need no policy, only caller, action and resource.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from iamtutor.access.principal import Principal, PrincipalKind
from iamtutor.policy.arn import Arn

READ_PREFIXES = ("get", "list", "generate", "simulate")
ALIAS_ACTIONS = frozenset({"kms:createalias", "kms:updatealias", "kms:deletealias"})
BUCKET_POLICY_ACTIONS = frozenset({"s3:getbucketpolicy", "s3:putbucketpolicy", "s3:deletebucketpolicy"})
GET_SESSION_TOKEN = "sts:getsessiontoken"
_OF_SESSIONS = (PrincipalKind.ROLE, PrincipalKind.SESSION, PrincipalKind.FEDERATED_USER)
SERVICE_LINKED_ACTIONS = frozenset(
    {"iam:createservicelinkedrole", "iam:deleteservicelinkedrole", "iam:updateroledescription"}
)


class Refusal(StrEnum):
    """Why the service refuses a request."""

    ROOT_ASSUMES_ROLE = "root-assumes-role"
    SESSION_CREDENTIALS = "session-credentials"
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
    """sts:GetCallerIdentity needs no permission and cannot be denied to an authenticated caller; nor can
    sts:GetSessionToken to a user or root user: a policy may name it, without any effect.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html and
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getsessiontoken.html
    """
    if action == GET_SESSION_TOKEN:
        return principal.kind in (PrincipalKind.USER, PrincipalKind.ROOT)
    return action == "sts:getcalleridentity" and principal.kind not in (
        PrincipalKind.ANONYMOUS,
        PrincipalKind.PROVIDER,
    )


def _refused_at_once(principal: Principal, action: str) -> Refusal | None:
    """A root user cannot assume a role, nor a role's or federated user's session get a session token: no policy is read.

    https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html and
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_sts-comparison.html
    """
    if action == GET_SESSION_TOKEN and principal.kind in _OF_SESSIONS:
        return Refusal.SESSION_CREDENTIALS
    if action == "sts:assumerole" and principal.kind is PrincipalKind.ROOT:
        return Refusal.ROOT_ASSUMES_ROLE
    return None


class ArnStart(NamedTuple):
    """The ARNs of a service and account (empty: any) whose resource part begins with `start`."""

    service: str
    account: str
    start: str

    def covers(self, arn: Arn) -> bool:
        """Whether an ARN is one of them."""
        return (
            arn.resource.startswith(self.start)
            and (not self.service or arn.service == self.service)
            and (not self.account or arn.account == self.account)
        )

    @property
    def pattern(self) -> str:
        """The same as a pattern that matches part by part."""
        return f"arn:*:{self.service or '*'}:*:{self.account or '*'}:{self.start}*"


def _writes_iam(action: str) -> bool:
    return action.startswith("iam:") and not action.startswith(READ_PREFIXES, len("iam:"))


def _changes_linked_roles(action: str) -> bool:
    return _writes_iam(action) and action not in SERVICE_LINKED_ACTIONS


REFUSALS: tuple[tuple[Refusal, Callable[[str], bool], ArnStart], ...] = (
    (Refusal.AWS_MANAGED_POLICY, _writes_iam, ArnStart("iam", "aws", "policy/")),
    (Refusal.RESERVED_ROLE, _writes_iam, ArnStart("iam", "", "role/aws-reserved/")),
    (Refusal.SERVICE_LINKED_ROLE, _changes_linked_roles, ArnStart("iam", "", "role/aws-service-role/")),
    (Refusal.AWS_MANAGED_ALIAS, ALIAS_ACTIONS.__contains__, ArnStart("", "", "alias/aws/")),
)
"""What belongs to AWS cannot be changed by customers, although a policy may allow it.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html (AWS managed policies),
https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create-service-linked-role.html and
https://docs.aws.amazon.com/kms/latest/developerguide/kms-alias.html
"""

DELEGATIONS = (("kms:", ArnStart("kms", "", "key/")), ("sts:", ArnStart("iam", "", "role/")))
"""Where identity policies count only if the resource's own policy names the account.

So it is for KMS keys (https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html) and for roles, whose
trust policy must agree (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
"""


def hinges(action: str) -> tuple[str, ...]:
    """The ARN patterns on which it hangs what the service says to an action (in lower case), beside its account.

    Two resources of one account that the same of them match get the same `ServiceAnswers`.
    """
    refusals = (arns.pattern for _, concerns, arns in REFUSALS if concerns(action))
    return (*refusals, *(arns.pattern for prefix, arns in DELEGATIONS if action.startswith(prefix)))


def traits(action: str) -> tuple[object, ...]:
    """What services and policy types make of an action (in lower case): where it is equal, they treat actions alike.

    For one caller, and resources of one account that match the same `hinges`.
    """
    return (
        action == "sts:getcalleridentity",
        action == GET_SESSION_TOKEN,
        action == "sts:assumerole",
        action in BUCKET_POLICY_ACTIONS,
        _supports_rcp(action),
        hinges(action),
        # What is decided by the service of the action: Block Public Access (S3), AWS managed keys (KMS).
        action.partition(":")[0] in ("s3", "kms") and action.partition(":")[0],
    )


def _refused(action: str, arn: Arn) -> Refusal | None:
    """Why the service refuses the action on this resource, whatever the policies say."""
    for refusal, concerns, arns in REFUSALS:
        if arns.covers(arn) and concerns(action):
            return refusal
    return None


def delegates_to_account(action: str, arn: Arn) -> bool:
    """Whether identity policies count only where the resource's own policy names the account."""
    return any(action.startswith(prefix) and arns.covers(arn) for prefix, arns in DELEGATIONS)


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
