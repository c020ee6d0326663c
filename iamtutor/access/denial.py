"""The sentence in which AWS refuses.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html. One policy type is named, even
where several deny. AWS says this in English whatever the reader's language, so there is nothing to translate.
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


def denial_message(decision: Decision) -> str | None:
    """AWS's sentence for a denial; None where the request is allowed."""
    if decision.verdict is Verdict.ALLOWED:
        return None
    if decision.refusal in SPECIAL and decision.layer is Layer.SERVICE:
        return SPECIAL[decision.refusal]
    request = decision.request
    sentence = (
        f"User: {_user(request)} is not authorized to perform: {request.action} on resource: {_resource(request)}"
    )
    policy_type = _policy_type(decision)
    if policy_type is None:
        return sentence
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        article = "the" if policy_type == TRUST_POLICY else "an" if policy_type[0] in "aeiou" else "a"
        return f"{sentence} with an explicit deny in {article} {policy_type}"
    return f"{sentence} because no {policy_type} allows the {request.action} action"


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


def _resource(request: Request) -> str:
    """S3 prints the resource in quotes."""
    arn = Arn.parse(request.resource)
    return f'"{request.resource}"' if arn is not None and arn.service == "s3" else request.resource
