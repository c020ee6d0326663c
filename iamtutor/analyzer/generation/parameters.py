"""What a call's parameters say of its resources, by the placeholders of the catalogue's ARN templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlsplit

from iamtutor.analyzer.generation.event import Json

MOST_VALUES: Final = 200
_DEPTH: Final = 8
_COLONS_OF_FUNCTION: Final = 6
_HIDDEN: Final = ("HIDDEN_DUE_TO_SECURITY_REASONS", "***", "sensitiveDataRemoved")

_SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "BucketName": ("bucketname", "bucket"),
    "ObjectName": ("key",),
    "TopicName": ("topicname", "name"),
    "QueueName": ("queuename",),
    "RoleNameWithPath": ("rolename",),
    "UserNameWithPath": ("username",),
    "GroupNameWithPath": ("groupname",),
    "PolicyNameWithPath": ("policyname",),
    "InstanceProfileNameWithPath": ("instanceprofilename",),
    "SecretId": ("secretid", "name"),
    "ParameterNameWithoutLeadingSlash": ("name", "names"),
    "DocumentName": ("documentname", "name"),
    "DbInstanceName": ("dbinstanceidentifier",),
    "DbClusterInstanceName": ("dbclusteridentifier",),
    "SnapshotName": ("dbsnapshotidentifier",),
    "ClusterSnapshotName": ("dbclustersnapshotidentifier",),
    "SubnetGroupName": ("dbsubnetgroupname",),
    "ParameterGroupName": ("dbparametergroupname",),
    "ClusterName": ("clustername", "cluster"),
    "ServiceName": ("servicename", "service"),
    "RuleName": ("rulename", "rule"),
    "StateMachineName": ("statemachinename", "name"),
    "ProjectName": ("projectname", "project"),
    "Alias": ("aliasname",),
    "WorkGroupName": ("workgroupname", "workgroup"),
    "UserPoolId": ("userpoolid",),
    "IdentityPoolId": ("identitypoolid",),
}
"""Parameters by placeholder where the two are named otherwise; observed in trails, service by service."""

_GENERIC: Final = frozenset({"Id", "Name", "Identifier", "ResourceId", "ResourceName", "Type", "Version", "Scope"})
"""Placeholders that say nothing by themselves: they count only where an action has one resource type."""


class Parameters:
    """The texts among a call's parameters, by their names in small letters, wherever they stand."""

    def __init__(self, value: Mapping[str, Json]) -> None:
        self.by_name: dict[str, list[str]] = {}
        self._count = 0
        self._gather("", value, 0)

    def values(self, placeholder: str, *, alone: bool) -> list[str]:
        """The values that a placeholder can take; `alone`: the action has no other resource type."""
        if placeholder in _GENERIC and not alone:
            return []
        for name in (*_SYNONYMS.get(placeholder, ()), placeholder.lower(), f"{placeholder.lower()}s"):
            found = [text for text in self.by_name.get(name, ()) if _can_be(placeholder, text)]
            if found:
                return [_trimmed(placeholder, text) for text in found]
        return []

    def arns(self) -> Iterator[str]:
        """The ARNs among the values."""
        for texts in self.by_name.values():
            yield from (text for text in texts if text.startswith("arn:"))

    def texts(self) -> Iterator[str]:
        """All values."""
        for texts in self.by_name.values():
            yield from texts

    def has(self, name: str) -> bool:
        """Whether the call gave a parameter, by its name in small letters."""
        return name in self.by_name

    def _gather(self, name: str, value: Json, depth: int) -> None:
        if self._count >= MOST_VALUES or depth > _DEPTH:
            return
        if isinstance(value, dict):
            for key, inner in value.items():
                self._gather(str(key).lower(), inner, depth + 1)
        elif isinstance(value, list):
            for inner in value:
                self._gather(name, inner, depth + 1)
        elif isinstance(value, str) and value and value not in _HIDDEN:
            self._count += 1
            texts = self.by_name.setdefault(name, [])
            if value not in texts:
                texts.append(value)


def _can_be(placeholder: str, text: str) -> bool:
    """Whether a value names the resource itself: an ARN is looked at apart, and an alias does not tell its key."""
    if placeholder == "KeyId" and text.startswith("alias/"):
        return False
    return ":" not in text or placeholder == "ObjectName"


def _trimmed(placeholder: str, text: str) -> str:
    if placeholder == "ParameterNameWithoutLeadingSlash":
        return text.removeprefix("/")
    return text.removeprefix("alias/") if placeholder == "Alias" else text


def function_arn(text: str, qualifier: str, where: str) -> Iterator[str]:
    """The ARN of a function that a call names by name, partial ARN or ARN, with its version or alias where it names one.

    `where` is the beginning of the ARNs of the caller's functions.
    https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html (FunctionName, Qualifier)
    """
    parts = text.split(":")
    if parts[0] == "arn":
        arn = text
    elif len(parts) > 2 and parts[1] == "function":
        arn = f"{where.rpartition(':')[0]}:{text}"
    elif len(parts) == 2 or qualifier:
        arn = f"{where}:function:{text}"
    else:
        return
    is_whole = arn.count(":") > _COLONS_OF_FUNCTION
    yield arn if is_whole or not qualifier else f"{arn}:{qualifier}"


def queue_arn(url: str, partition: str) -> str | None:
    """The ARN of the queue behind a URL ``https://sqs.region.amazonaws.com/account/name``.

    https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").split(".")
    except ValueError:
        return None
    path = parts.path.strip("/").split("/")
    if len(path) != 2 or len(host) < 3 or not path[0].isdigit():
        return None
    region = host[1] if host[0] == "sqs" else host[0]
    return f"arn:{partition}:sqs:{region}:{path[0]}:{path[1]}"
