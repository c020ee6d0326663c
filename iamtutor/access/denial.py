"""The sentence in which AWS refuses.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html and, where services differ
(S3, KMS, SNS), what they print. One policy type is named, even where several deny. AWS says this in English whatever the reader's language, so there is nothing to translate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.access.layer import Layer, Verdict
from iamtutor.access.principal import PrincipalKind
from iamtutor.access.request import Request
from iamtutor.access.service_rules import Refusal
from iamtutor.policy.arn import Arn

if TYPE_CHECKING:
    from iamtutor.access.decide import Decision

POLICY_TYPES = {
    Layer.IDENTITY: "identity-based policy",
    Layer.RESOURCE: "resource-based policy",
    Layer.BOUNDARY: "permissions boundary",
    Layer.SESSION: "session policy",
    Layer.SCP: "service control policy",
    Layer.RCP: "resource control policy",
    Layer.ENDPOINT: "VPC endpoint policy",
}
TRUST_POLICY = "role trust policy"
SPECIAL = {
    Refusal.ROOT_ASSUMES_ROLE: "Roles may not be assumed by root accounts.",
    Refusal.SESSION_CREDENTIALS: "Cannot call GetSessionToken with session credentials",
    Refusal.PUBLIC_ACCESS_BLOCKED: "Access Denied",
}
BARE = "Access Denied"
"""All that S3 says to callers from elsewhere."""
_KEY_ELSEWHERE = (
    "on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a "
    "resource-based policy explicitly denies access"
)
"""What KMS says across accounts, so that nobody learns which keys there are."""


def denial_message(decision: Decision) -> str | None:
    """AWS's sentence for a denial; None where the request is allowed."""
    if decision.verdict is Verdict.ALLOWED:
        return None
    request = decision.request
    if says_nothing_more(request):
        return BARE
    if decision.refusal in SPECIAL and decision.layer is Layer.SERVICE:
        return SPECIAL[decision.refusal]
    if request.service == "sts" and request.principal.kind is PrincipalKind.PROVIDER:
        return f"Not authorized to perform {request.action}"
    action = _action(request)
    who = f"User: {_user(request)} is not authorized to perform: {action}"
    if request.service == "kms" and not request.same_account and decision.layer is Layer.RESOURCE:
        return f"{who} {_KEY_ELSEWHERE}"
    sentence = f"{who}{_resource(request)}"
    policy_type = _policy_type(decision)
    if policy_type is None:
        return sentence
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        article = "the" if policy_type == TRUST_POLICY else "an" if policy_type[0] in "aeiou" else "a"
        return f"{sentence} with an explicit deny in {article} {policy_type}"
    return f"{sentence} because no {policy_type} allows the {action} action"


def says_nothing_more(request: Request) -> bool:
    """Whether S3 gives no reason: it does within the account of the bucket and its organisation, and to nobody else.

    That both are in one organisation is read from aws:PrincipalOrgID and aws:ResourceOrgID.
    https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
    """
    if request.service != "s3":
        return False
    if request.principal.kind is PrincipalKind.ANONYMOUS:
        return True
    organization = request.context.get("aws:principalorgid")
    return not request.same_account and (
        organization is None or organization != request.context.get("aws:resourceorgid")
    )


def _policy_type(decision: Decision) -> str | None:
    request = decision.request
    if decision.layer is Layer.RESOURCE and request.service == "sts" and request.is_for_role:
        return TRUST_POLICY
    return POLICY_TYPES.get(decision.layer)


def _user(request: Request) -> str:
    principal = request.principal
    if principal.kind is PrincipalKind.ROLE:
        # AWS names the session; which one is not known here.
        return f"arn:{principal.partition}:sts::{principal.account}:assumed-role/{principal.name}/SESSION"
    return principal.arn or principal.name or "anonymous"


def _action(request: Request) -> str:
    """SNS writes its own prefix in capitals."""
    name = request.action.partition(":")[2]
    return f"SNS:{name}" if request.service == "sns" else request.action


def _resource(request: Request) -> str:
    """S3 prints the resource in quotes, or none; of a key that a service uses for the caller its ARN is not said."""
    if request.service == "s3" and request.resource == "*":
        return ""
    if request.service == "kms" and "kms:viaservice" in request.context:
        return " on this resource"
    arn = Arn.parse(request.resource)
    named = f'"{request.resource}"' if arn is not None and arn.service == "s3" else request.resource
    return f" on resource: {named}"
