"""Whether actions and ARNs of a resource-based policy belong to the resource that it is attached to.

UNSUPPORTED_ACTION_IN_POLICY and UNSUPPORTED_RESOURCE_ARN_IN_POLICY. Only where the resource type is given and known
here; AWS publishes no list of what a type takes, so the service reference tells it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Subject
from iamtutor.policy.pattern import is_wild, pattern

CODES = ("UNSUPPORTED_ACTION_IN_POLICY", "UNSUPPORTED_RESOURCE_ARN_IN_POLICY")


class Home(NamedTuple):
    """What a policy of a resource type may speak of: the service, and its resource types by name."""

    service: str
    types: tuple[str, ...]


HOMES: Final = {
    "AWS::S3::Bucket": Home("s3", ("bucket", "object")),
    "AWS::S3::AccessPoint": Home("s3", ("accesspoint", "accesspointobject", "bucket", "object")),
    "AWS::S3::MultiRegionAccessPoint": Home("s3", ("multiregionaccesspoint", "bucket", "object")),
    "AWS::SNS::Topic": Home("sns", ("topic",)),
    "AWS::SQS::Queue": Home("sqs", ("queue",)),
    "AWS::KMS::Key": Home("kms", ("key", "alias")),
    "AWS::SecretsManager::Secret": Home("secretsmanager", ("secret",)),
    "AWS::Lambda::Function": Home("lambda", ("function", "function alias", "function version")),
    "AWS::DynamoDB::Table": Home("dynamodb", ("table", "index", "stream")),
    "AWS::ECR::Repository": Home("ecr", ("repository",)),
    "AWS::EFS::FileSystem": Home("elasticfilesystem", ("file-system", "access-point")),
    "AWS::Events::EventBus": Home("events", ("event-bus",)),
}


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every action and every ARN that a policy of this resource can never be asked about."""
    home = HOMES.get(subject.resource_type or "") if subject.is_resource else None
    if home is None:
        return
    for statement in subject.statements:
        if not statement.not_action:
            for item in statement.actions:
                if not _takes_action(subject, home, item.text):
                    yield found(
                        "UNSUPPORTED_ACTION_IN_POLICY", item.place, action=item.text, type=subject.resource_type or ""
                    )
        for item in statement.resources:
            if not _takes_arn(home, item.text):
                yield found(
                    "UNSUPPORTED_RESOURCE_ARN_IN_POLICY",
                    item.place,
                    resource=item.text,
                    type=subject.resource_type or "",
                )


def _takes_action(subject: Subject, home: Home, action: str) -> bool:
    prefix, colon, _ = action.lower().partition(":")
    if not colon or not subject.facts.has_service(prefix):
        return True
    if is_wild(prefix):
        return pattern(prefix)(home.service)
    if prefix != home.service:
        return False
    if is_wild(action) or not subject.facts.has_action(action):
        return True
    types = subject.facts.service(prefix).actions[action.lower().partition(":")[2]].resource_types
    return any(each.name.lower() in home.types for each in types)


def _takes_arn(home: Home, text: str) -> bool:
    fields = text.split(":", 5)
    if fields[0] != "arn" or len(fields) < 6 or is_wild(fields[2]) or "${" in fields[2]:
        return True
    return fields[2].lower() == home.service
