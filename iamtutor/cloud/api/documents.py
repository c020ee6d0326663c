"""Policy documents as they come in: read, refused in AWS's words where they are wrong, and measured.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html (MalformedPolicyDocument)
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.check_principals import objection
from iamtutor.policy import Effect, PolicyDocument, PolicyKind, PrincipalType, Severity, Statement, read
from iamtutor.policy.writing import length

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

Document = str | Mapping[str, Any]
"""A policy as JSON text, or as the value that it says."""

SYNTAX: Final = "Syntax errors in policy."
_SENTENCES: Final = {
    "policy.resource-not-allowed": "Has prohibited field Resource",
    "policy.principal-not-allowed": "Policy document should not specify a principal.",
    "policy.missing-principal": "Missing required field Principal",
    "policy.missing-resource": "Policy statement must contain resources.",
    "policy.missing-action": "Policy statement must contain actions.",
    "policy.missing-effect": "Missing required field Effect",
    "policy.duplicate-sid": "Statement IDs (SID) in a single policy must be unique.",
    "policy.bad-version": "Policy document must be version 2012-10-17 or greater.",
    "policy.bad-action": "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
}
"""AWS's sentence for what our reader finds; whatever is not here is a syntax error to AWS."""

GITHUB: Final = "token.actions.githubusercontent.com"
_GITHUB_KEYS: Final = (f"{GITHUB}:sub", f"{GITHUB}:job_workflow_ref")


@dataclass(frozen=True, slots=True)
class Given:
    """A policy that was passed and could be read; `size` counts its characters without white space."""

    document: PolicyDocument
    text: str

    @property
    def size(self) -> int:
        """The characters that count against a quota of IAM."""
        return length(self.text)


@dataclass(frozen=True, slots=True)
class Malformed:
    """How a service words that it does not take a policy; `principal` is a sentence of its own where it has one."""

    code: str = "MalformedPolicyDocument"
    status: int = 400
    syntax: str | None = None
    principal: str | None = None

    def error(self, message: str, why: str, **arguments: str | int) -> AwsError:
        """The error, with the service's own sentence for syntax where it says no more."""
        return AwsError(self.code, self.status, self.syntax or message, why, **arguments)

    def wrong_principal(self, type_: str, value: str, why: str) -> AwsError:
        """The error for a principal that does not exist."""
        message = self.principal or f'Invalid principal in policy: "{type_}":"{value}"'
        return AwsError(self.code, self.status, message, why, None, principal=value)


IAM: Final = Malformed()


def read_policy(given: Document, kind: PolicyKind, malformed: Malformed = IAM) -> Given:
    """The policy that was passed. Raises AwsError as the service does where it cannot be taken."""
    text = given if isinstance(given, str) else json.dumps(given, ensure_ascii=False, separators=(",", ":"))
    reading = read(text, kind)
    for finding in reading.findings:
        if finding.severity is Severity.ERROR:
            raise malformed.error(_SENTENCES.get(finding.code, SYNTAX), finding.code, **finding.arguments)
    assert reading.document is not None
    return Given(reading.document, text)


def read_trust(world: World, given: Document) -> Given:
    """A trust policy: STS actions only, principals that exist, and GitHub's provider never for everyone.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html and
    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc_secure-by-default.html
    """
    found = read_policy(given, PolicyKind.TRUST)
    for statement in found.document.statements:
        for action in statement.action.patterns:
            if not action.value.lower().startswith("sts:"):
                message = "AssumeRole policy may only specify STS AssumeRole actions."
                raise IAM.error(message, "cloud.api-trust-action", action=action.value)
    check_named(world, found.document)
    _check_github(found.document)
    return found


def check_named(world: World, document: PolicyDocument, malformed: Malformed = IAM) -> None:
    """Raises AwsError where a policy names a principal that does not exist, or that is none.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    """
    for statement in document.statements:
        for entry in statement.principal.entries if statement.principal is not None else ():
            if entry.type is PrincipalType.AWS:
                why = objection(world, entry.value)
                if why is not None:
                    raise malformed.wrong_principal("AWS", entry.value, why)
            elif entry.type is PrincipalType.SERVICE and not entry.value.endswith((".amazonaws.com", ".amazon.com")):
                raise malformed.wrong_principal("SERVICE", entry.value, "cloud.api-no-service")


def _check_github(document: PolicyDocument) -> None:
    """GitHub's provider serves everyone on GitHub, so IAM wants to know whom. (The sentence is our own.)"""
    for statement in document.statements:
        if statement.effect is Effect.ALLOW and _trusts_github(statement) and not _narrows_github(statement):
            message = (
                f"Trust policies for {GITHUB} must evaluate one of the condition keys {', '.join(_GITHUB_KEYS)}, and "
                "its values must not be scoped to all."
            )
            raise IAM.error(message, "cloud.api-github-trust")


def _trusts_github(statement: Statement) -> bool:
    element = statement.principal
    return element is not None and any(
        entry.type is PrincipalType.FEDERATED and entry.value.endswith(f"oidc-provider/{GITHUB}")
        for entry in element.entries
    )


def _narrows_github(statement: Statement) -> bool:
    return any(
        condition.key.lower() in _GITHUB_KEYS and all(text.value.strip("*?") for text in condition.values)
        for condition in statement.conditions
    )
