"""A denial as the service says it: with or without the reason, and under its own code.

https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html and
https://docs.aws.amazon.com/AmazonS3/latest/userguide/troubleshoot-403-errors.html
"""

from __future__ import annotations

from iamtutor.access import Decision, Layer, Verdict
from iamtutor.access.service_rules import Refusal
from iamtutor.cloud.api.errors import AwsError, unmodifiable
from iamtutor.cloud.api.services import dialect_of

_PROTECTED = (Refusal.SERVICE_LINKED_ROLE, Refusal.RESERVED_ROLE)
_WITHOUT_REASON = frozenset({"sts"})
"""Services that end their sentence after the resource."""


def refused(decision: Decision) -> AwsError:
    """The error for a denied decision."""
    request = decision.request
    service = request.service
    if decision.layer is Layer.SERVICE and decision.refusal in _PROTECTED:
        return unmodifiable(request.resource.rpartition("/")[2])
    said = dialect_of(service).denied
    return AwsError(said.code, said.status, _sentence(decision), why_denied(decision), decision, action=request.action)


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


def _sentence(decision: Decision) -> str:
    sentence = decision.message or ""
    return without_reason(sentence) if decision.request.service in _WITHOUT_REASON else sentence


def without_reason(sentence: str) -> str:
    """The sentence as far as the resource: what comes after names a policy type."""
    return sentence.partition(" because no ")[0].partition(" with an explicit deny in ")[0]
