"""What AWS answers when it refuses: code, HTTP status and sentence, and why, in words of our own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.cloud.messages import MESSAGES
from iamtutor.policy import POLICY_MESSAGES, Argument, Finding
from iamtutor.words import Lang, say

if TYPE_CHECKING:
    from iamtutor.access import Decision


class AwsError(Exception):
    """An error as an AWS SDK would raise it.

    `message` is AWS's own English sentence. `why` is the id of a message in both languages that explains it, with
    `arguments`; `decision` is what the evaluator said, where it was asked.
    """

    def __init__(
        self, code: str, status: int, message: str, why: str, decision: Decision | None = None, /, **arguments: Argument
    ) -> None:
        super().__init__(f"{code}: {message}")
        self.code = code
        self.status = status
        self.message = message
        self.why = why
        self.arguments = arguments
        self.decision = decision

    @property
    def finding(self) -> Finding:
        """The explanation as a finding."""
        return Finding(self.why, arguments=self.arguments)

    def explained(self, lang: Lang) -> str:
        """Why AWS refuses, in the reader's language."""
        return say({**MESSAGES, **POLICY_MESSAGES}, self.why, lang, **self.arguments)


def validation_error(message: str, why: str, **arguments: Argument) -> AwsError:
    """A parameter that the service does not take."""
    return AwsError("ValidationError", 400, message, why, **arguments)


def no_such_entity(message: str, name: str) -> AwsError:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html (NoSuchEntity)"""
    return AwsError("NoSuchEntity", 404, message, "cloud.api-no-such-entity", name=name)


def already_exists(message: str, name: str) -> AwsError:
    """IAM names are unique in an account whatever their case."""
    return AwsError("EntityAlreadyExists", 409, message, "cloud.api-already-exists", name=name)


def delete_conflict(message: str, why: str, **arguments: Argument) -> AwsError:
    """What is to be deleted still has something that must go first."""
    return AwsError("DeleteConflict", 409, message, why, **arguments)


def limit_exceeded(message: str, limit: int, *, why: str = "cloud.api-limit", **arguments: Argument) -> AwsError:
    """A quota of IAM."""
    return AwsError("LimitExceeded", 409, message, why, None, limit=limit, **arguments)


def unmodifiable(role: str) -> AwsError:
    """A service-linked role belongs to its service.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
    """
    message = f"Cannot perform the operation on the protected role '{role}' - this role is only modifiable by AWS"
    return AwsError("UnmodifiableEntity", 400, message, "cloud.api-protected-role", name=role)
