"""One CloudTrail record: what of it says who did what, on what, from where, and whether it went through.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Final, NamedTuple

Json = Any
_DENIED: Final = re.compile(
    r"access.?denied|unauthorizedoperation|notauthorized|authorizationerror|^unauthorized", re.I
)
"""Error codes of a call that was refused for want of permission; services spell them differently.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html (errorCode) and
https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html (UnauthorizedOperation)
"""
_NO_CALLS: Final = frozenset({"AwsServiceEvent", "AwsConsoleSignIn", "AwsConsoleAction", "AwsCloudTrailInsight"})


class Outcome(StrEnum):
    """How a call ended: it went through, was refused for want of permission, or failed for another reason."""

    DONE = "done"
    DENIED = "denied"
    FAILED = "failed"


class Place(NamedTuple):
    """Where a record stands: its file, line and number in the file, all as people count."""

    file: str
    line: int
    number: int


class Identity(NamedTuple):
    """Who made a call, from `userIdentity`; what a record does not say is empty.

    `issuer` is the ARN of the role of a session, or of the user of a federated session; `service` the AWS service that
    called on the caller's behalf.

    https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
    """

    kind: str
    arn: str
    account: str
    name: str
    issuer: str
    service: str


class Event(NamedTuple):
    """A record as the generation needs it. Texts of a record are kept as they are, not checked further."""

    place: Place
    time: str
    source: str
    name: str
    region: str
    address: str
    endpoint: str
    identity: Identity
    error: str
    is_call: bool
    is_data: bool
    parameters: Mapping[str, Json]
    response: Mapping[str, Json]
    resources: tuple[str, ...]

    @property
    def outcome(self) -> Outcome:
        """How the call ended, by its error code."""
        if not self.error:
            return Outcome.DONE
        return Outcome.DENIED if _DENIED.search(self.error) else Outcome.FAILED


def unwrapped(value: Mapping[str, Json]) -> Mapping[str, Json] | None:
    """The record in an object: itself, or what `lookup-events`, EventBridge or CloudWatch Logs wrapped it in."""
    for name in ("CloudTrailEvent", "message"):
        inner = value.get(name)
        if isinstance(inner, str) and "eventName" not in value:
            try:
                inner = json.loads(inner)
            except (ValueError, RecursionError):
                return None
            value = inner if isinstance(inner, dict) else {}
    detail = value.get("detail")
    return detail if isinstance(detail, dict) and "eventName" in detail else value


def read_event(value: Mapping[str, Json], place: Place) -> Event | None:
    """The event of a record; None where the object is no CloudTrail record."""
    record = unwrapped(value)
    if record is None:
        return None
    source, name = _text(record, "eventSource"), _text(record, "eventName")
    identity = record.get("userIdentity")
    if not source or not name or not (identity is None or isinstance(identity, dict)):
        return None
    category = _text(record, "eventCategory")
    return Event(
        place,
        _text(record, "eventTime"),
        source,
        name,
        _text(record, "awsRegion"),
        _text(record, "sourceIPAddress"),
        _text(record, "vpcEndpointId"),
        _identity(identity or {}),
        _text(record, "errorCode"),
        _text(record, "eventType") not in _NO_CALLS and category in ("", "Management", "Data"),
        category == "Data" or record.get("managementEvent") is False,
        _mapping(record, "requestParameters"),
        _mapping(record, "responseElements"),
        _resources(record.get("resources")),
    )


def _identity(value: Mapping[str, Json]) -> Identity:
    issuer = _mapping(_mapping(value, "sessionContext"), "sessionIssuer")
    return Identity(
        _text(value, "type"),
        _text(value, "arn"),
        _text(value, "accountId"),
        _text(value, "userName"),
        _text(issuer, "arn"),
        _text(value, "invokedBy"),
    )


def _resources(value: Json) -> tuple[str, ...]:
    """The ARNs of `resources`: what the call worked on, where the service says so."""
    listed = value if isinstance(value, list) else ()
    found = (_text(each, "ARN") or _text(each, "arn") for each in listed if isinstance(each, dict))
    return tuple(arn for arn in found if arn)


def _text(value: Mapping[str, Json], name: str) -> str:
    found = value.get(name)
    return found if isinstance(found, str) else ""


def _mapping(value: Mapping[str, Json], name: str) -> Mapping[str, Json]:
    found = value.get(name)
    return found if isinstance(found, dict) else {}
