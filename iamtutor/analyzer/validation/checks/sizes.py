"""A policy that is longer than AWS takes, by its kind.

POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA counts without white space against 10,240, as ValidatePolicy's own findings
say, though a managed policy of one's own may have 6,144 characters only. SCPs and RCPs are counted as they stand: so
Organizations counts what comes by its API. The figures are those of the quotas of the simulated AWS.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.policy.document import PolicyKind

CODES = (
    "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA",
    "POLICY_SIZE_EXCEEDS_SCP_QUOTA",
    "POLICY_SIZE_EXCEEDS_RCP_QUOTA",
)
IDENTITY_POLICY, TRUST_POLICY, SCP, RCP = 10_240, 2_048, 10_240, 5_120
RESOURCE_POLICIES: Final = {"AWS::S3::Bucket": 20_480, "AWS::KMS::Key": 32_768, "AWS::SecretsManager::Secret": 20_480}
"""The sizes that the services document for the policies of their resources, in bytes."""
_WHITE: Final = re.compile(r"\s+")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """One finding where the policy is too long."""
    text = subject.reading.text
    if subject.is_identity:
        yield from _over(
            subject, "POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", _without_white(text, IDENTITY_POLICY), IDENTITY_POLICY
        )
    elif subject.is_trust:
        size = _without_white(text, TRUST_POLICY)
        yield from _over(subject, "POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", size, TRUST_POLICY)
    elif subject.kind is PolicyKind.SCP:
        yield from _over(subject, "POLICY_SIZE_EXCEEDS_SCP_QUOTA", len(text.strip()), SCP)
    elif subject.kind is PolicyKind.RCP:
        yield from _over(subject, "POLICY_SIZE_EXCEEDS_RCP_QUOTA", len(text.strip()), RCP)
    elif subject.is_resource and subject.resource_type in RESOURCE_POLICIES:
        size = len(text.strip().encode("utf-8", "replace"))
        yield from _over(
            subject, "POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", size, RESOURCE_POLICIES[subject.resource_type]
        )


def _without_white(text: str, limit: int) -> int:
    """The length without white space; not counted where the text is short enough with it."""
    return len(_WHITE.sub("", text)) if len(text) > limit else len(text)


def _over(subject: Subject, code: str, size: int, limit: int) -> Iterator[ValidationFinding]:
    if size > limit:
        yield found(code, subject.whole, count=size, limit=limit)
