"""Templates of ARNs as globs: what the ARNs of a resource type look like, placeholder by placeholder.

A placeholder takes only what AWS allows there where that is certain; where it is not, anything, so that no real
resource is ever left out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from iamtutor.policy.pattern import Piece
from iamtutor.reason.charset import (
    ANY,
    DIGITS,
    IAM_NAME,
    IAM_PATH,
    KEY_ID,
    LOWER,
    NAME,
    CharSet,
    none_of,
)
from iamtutor.reason.glob import Glob, class_glob, joined_globs, literal_glob, plain_glob, repeated_glob

_PLACEHOLDER: Final = re.compile(r"\$\{([^}]*)\}")
_NAMES: Final[dict[tuple[str, str], CharSet]] = {
    ("s3", "BucketName"): NAME,
    ("s3express", "BucketName"): NAME,
    ("dynamodb", "TableName"): NAME,
    ("dynamodb", "IndexName"): NAME,
    ("sqs", "QueueName"): NAME,
    ("sns", "TopicName"): NAME,
    ("ecs", "TaskDefinitionFamilyName"): NAME,
    ("ecs", "TaskDefinitionRevisionNumber"): DIGITS,
    ("lambda", "FunctionName"): NAME,
    ("lambda", "Qualifier"): none_of(":/"),
    ("kms", "KeyId"): KEY_ID,
    ("iam", "UserNameWithPath"): IAM_PATH,
    ("iam", "RoleNameWithPath"): IAM_PATH,
    ("iam", "GroupNameWithPath"): IAM_PATH,
    ("iam", "PolicyNameWithPath"): IAM_PATH,
    ("iam", "UserName"): IAM_NAME,
    ("logs", "LogGroupName"): none_of(":*"),
    ("logs", "LogStreamName"): none_of(":*"),
}
"""Placeholders whose characters the services' own pages fix, by the service in the ARN; whatever IAM names has the
characters of its paths. A bucket older than 2018 may have capitals and underscores.

https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html and, for the family of a task definition,
https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
"""
_ALSO: Final[dict[str, tuple[str, ...]]] = {
    "arn:${Partition}:iam::${Account}:policy/${PolicyNameWithPath}": (
        "arn:${Partition}:iam::aws:policy/${PolicyNameWithPath}",
    ),
    "arn:${Partition}:ssm:${Region}:${Account}:parameter/${ParameterNameWithoutLeadingSlash}": (
        "arn:${Partition}:ssm:${Region}::parameter/aws/${ParameterName}",
    ),
    "arn:${Partition}:ssm:${Region}:${Account}:document/${DocumentName}": (
        "arn:${Partition}:ssm:${Region}::document/${DocumentName}",
    ),
    "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}": (
        "arn:${Partition}:lambda:${Region}:${Account}:function:${FunctionName}:${Qualifier}",
    ),
}
"""ARNs that the service reference leaves out: of what AWS itself owns, in no account (managed policies, public
parameters, documents), and of functions called by a version or an alias.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html,
https://docs.aws.amazon.com/systems-manager/latest/userguide/security_iam_service-with-iam.html and
https://docs.aws.amazon.com/lambda/latest/dg/lambda-api-permissions-ref.html
"""
_REGION, _ACCOUNT = 3, 4


def template_globs(
    template: str, partition: str = "aws", account: str | None = None, region: str | None = None
) -> tuple[Glob, ...]:
    """The globs of the ARNs that go by a template, with those of AWS's own resources of that type."""
    return tuple(template_glob(each, partition, account, region) for each in (template, *_ALSO.get(template, ())))


@lru_cache(maxsize=8192)
def template_glob(template: str, partition: str = "aws", account: str | None = None, region: str | None = None) -> Glob:
    """The glob of a template such as ``arn:${Partition}:s3:::${BucketName}/${ObjectName}``.

    `account` and `region` stand in for the account and the Region, where the template leaves them open.
    """
    service = template.split(":", 3)[2]
    globs: list[Glob] = []
    at = 0
    for match in _PLACEHOLDER.finditer(template):
        globs.append(_fixed(template[at : match.start()]))
        globs.append(_placeholder(match[1], service, template.count(":", 0, match.start()), partition, account, region))
        at = match.end()
    globs.append(_fixed(template[at:]))
    return joined_globs(globs)


def _fixed(text: str) -> Glob:
    """What stands between placeholders; some templates of the catalogue write ``*`` for a part."""
    return plain_glob((Piece(text, literal=False),))


def _placeholder(name: str, service: str, colons: int, partition: str, account: str | None, region: str | None) -> Glob:
    if name == "Partition":
        return literal_glob(partition)
    if colons == _REGION and region is not None:
        return literal_glob(region)
    if colons <= _REGION:
        return class_glob(LOWER)
    if colons == _ACCOUNT:
        return literal_glob(account) if account is not None else repeated_glob(DIGITS, 12)
    return class_glob(_NAMES.get((service, name), IAM_PATH if service == "iam" else ANY))


_EXAMPLES: Final[dict[str, str]] = {
    "BucketName": "example-bucket",
    "ObjectName": "example.txt",
    "KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab",
    "InstanceId": "i-0abcdef1234567890",
    "TaskDefinitionRevisionNumber": "1",
}


@lru_cache(maxsize=8192)
def example_of(template: str, partition: str = "aws", account: str | None = None) -> str:
    """An ARN of the template as an example in a text would have it."""

    def filled(match: re.Match[str]) -> str:
        name, colons = match[1], template.count(":", 0, match.start())
        if name == "Partition":
            return partition
        if colons == _REGION:
            return "us-east-1"
        if colons == _ACCOUNT:
            return account or "111122223333"
        return _EXAMPLES.get(name, "example")

    return _PLACEHOLDER.sub(filled, template)


def entity_globs(start: str) -> tuple[Glob, ...]:
    """What names an IAM user or role after `start`, alone and with a path."""
    name = class_glob(IAM_NAME)
    return (
        joined_globs((literal_glob(start), name)),
        joined_globs((literal_glob(start), class_glob(IAM_PATH), literal_glob("/"), name)),
    )
