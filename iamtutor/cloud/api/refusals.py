"""A denial as the service says it: with or without the reason, and under its own code.

https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html and
https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.access import Decision, Layer, PrincipalKind, Verdict
from iamtutor.access.service_rules import Refusal
from iamtutor.cloud.api.errors import AwsError, unmodifiable
from iamtutor.cloud.api.services import dialect_of

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

_PROTECTED = (Refusal.SERVICE_LINKED_ROLE, Refusal.RESERVED_ROLE)
_WITHOUT_REASON = frozenset({"sts"})
"""Services that end their sentence after the resource."""


def refused(world: World, decision: Decision) -> AwsError:
    """The error for a denied decision."""
    request = decision.request
    service = request.service
    if decision.layer is Layer.SERVICE and decision.refusal in _PROTECTED:
        return unmodifiable(request.resource.rpartition("/")[2])
    said = dialect_of(service).denied
    return AwsError(
        said.code, said.status, _sentence(world, decision), why_denied(decision), decision, action=request.action
    )


def why_denied(decision: Decision) -> str:
    """The id of the message that says which layer denied."""
    if decision.layer is Layer.SERVICE and decision.refusal is not None:
        return f"cloud.api-refused-{decision.refusal.value}"
    kind = "explicit" if decision.verdict is Verdict.EXPLICITLY_DENIED else "implicit"
    request = decision.request
    if decision.layer is Layer.RESOURCE and service_is_sts(decision) and request.is_for_role:
        return f"cloud.api-denied-{kind}-trust"
    return f"cloud.api-denied-{kind}-{decision.layer.value}"


def service_is_sts(decision: Decision) -> bool:
    """Whether a call to STS was denied."""
    return decision.request.service == "sts"


def _sentence(world: World, decision: Decision) -> str:
    sentence = decision.message or ""
    service = decision.request.service
    if service == "s3" and not _near(world, decision):
        return "Access Denied"
    if service == "s3" and decision.request.resource == "*":
        return sentence.replace(" on resource: *", "")
    if service == "sns":
        action = decision.request.action
        return sentence.replace(action, f"SNS:{action.partition(':')[2]}")
    if service == "kms" and not decision.request.same_account and decision.layer is Layer.RESOURCE:
        return _kms_across_accounts(decision)
    if service in _WITHOUT_REASON:
        return without_reason(sentence)
    return sentence


def without_reason(sentence: str) -> str:
    """The sentence as far as the resource: what comes after names a policy type."""
    return sentence.partition(" because no ")[0].partition(" with an explicit deny in ")[0]


def _near(world: World, decision: Decision) -> bool:
    """S3 gives the reason only within the account and its organisation."""
    request = decision.request
    if request.principal.kind is PrincipalKind.ANONYMOUS:
        return False
    if request.same_account:
        return True
    organization = world.organization
    names = (
        world.directory.accounts_by_id.get(of or "") for of in (request.principal.account, request.resource_account)
    )
    return organization is not None and all(name is not None and organization.line_of(name) for name in names)


def _kms_across_accounts(decision: Decision) -> str:
    user, action = decision.request.principal.arn, decision.request.action
    return (
        f"User: {user} is not authorized to perform: {action} on this resource because the resource does not exist in "
        "this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access"
    )
