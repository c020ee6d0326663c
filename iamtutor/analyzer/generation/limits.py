"""What a trail cannot show, said with what this one held.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-generation.html (things to know) and
https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from iamtutor.analyzer.generation.event import Event
from iamtutor.analyzer.generation.parameters import Parameters
from iamtutor.policy.arn import Arn

DATA_SERVICES: Final = frozenset(
    {
        "s3",
        "dynamodb",
        "lambda",
        "sns",
        "sqs",
        "kinesis",
        "bedrock",
        "cassandra",
        "cognito-identity",
        "ssm",
        "states",
        "ebs",
    }
)
"""Services of which much is recorded as data events only; a trail logs none unless it is told to."""
_DATA_EVENTS: Final = {
    "s3": frozenset(
        {
            "GetObject", "HeadObject", "PutObject", "DeleteObject", "DeleteObjects", "CopyObject", "ListObjects",
            "ListObjectsV2", "ListObjectVersions", "UploadPart", "CompleteMultipartUpload", "CreateMultipartUpload",
        }
    ),
    "lambda": frozenset({"Invoke"}),
    "dynamodb": frozenset(
        {"GetItem", "PutItem", "UpdateItem", "DeleteItem", "BatchGetItem", "BatchWriteItem", "Query", "Scan"}
    ),
}  # fmt: skip
"""Events that are always data events, also in records that say no category (eventCategory came with eventVersion 1.07)."""

_MOST_ROLES: Final = 200
_ROLE_WORDS: Final = ("role", "profile")
_NOT_PASSED: Final = frozenset({"sts", "iam"})


class PassedRole(NamedTuple):
    """A call that named a role for a service to use: it needs iam:PassRole too, which CloudTrail does not record.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    """

    action: str
    role: str


class Limit(NamedTuple):
    """Something that the trail cannot show: a message of this room and what it speaks of."""

    code: str
    names: tuple[str, ...] = ()
    number: int = 0


class Watch:
    """Notes, while the trail is read, what its silence may mean."""

    def __init__(self) -> None:
        self.with_data: set[str] = set()
        self.services: set[str] = set()
        self.other_accounts = 0
        self.undated = 0
        self.on_behalf = 0
        self._roles: dict[PassedRole, None] = {}

    def see_data(self, event: Event) -> None:
        """Note that the trail logs data events of a service, whoever called."""
        service = event.source.partition(".")[0]
        if event.is_data or event.name in _DATA_EVENTS.get(service, ()):
            self.with_data.add(service)

    def see(self, event: Event, actions: Iterable[str]) -> None:
        """Note one event of the principal and the actions that it needed."""
        for action in actions:
            service = action.partition(":")[0]
            self.services.add(service)
            if event.is_data:
                self.with_data.add(service)
            if service not in _NOT_PASSED:
                self._see_roles(event, action)
        self.on_behalf += bool(event.identity.service)

    def _see_roles(self, event: Event, action: str) -> None:
        for name, texts in Parameters(event.parameters).by_name.items():
            if not any(word in name for word in _ROLE_WORDS):
                continue
            for text in texts:
                arn = Arn.parse(text)
                if arn is not None and arn.service == "iam" and arn.resource_type in ("role", "instance-profile"):
                    self._note(action, text)
        profile = event.parameters.get("iamInstanceProfile")
        if isinstance(profile, dict):
            self._note(action, str(profile.get("arn") or profile.get("name") or ""))

    def _note(self, action: str, role: str) -> None:
        if role and len(self._roles) < _MOST_ROLES:
            self._roles[PassedRole(action, role)] = None

    @property
    def roles(self) -> tuple[PassedRole, ...]:
        """The roles that calls named for a service to use."""
        return tuple(self._roles)

    def limits(self) -> tuple[Limit, ...]:
        """All that is to be said, the most telling first."""
        silent = tuple(sorted((DATA_SERVICES & self.services) - self.with_data))
        found = [Limit("generation.limit-data", silent)] if silent else []
        if self.roles:
            passed = tuple(dict.fromkeys(each.role for each in self.roles))
            found.append(Limit("generation.limit-pass-role", passed, len(passed)))
        if self.on_behalf:
            found.append(Limit("generation.limit-on-behalf", (), self.on_behalf))
        if self.other_accounts:
            found.append(Limit("generation.limit-other-accounts", (), self.other_accounts))
        if self.undated:
            found.append(Limit("generation.limit-undated", (), self.undated))
        found.append(Limit("generation.limit-always"))
        return tuple(found)
