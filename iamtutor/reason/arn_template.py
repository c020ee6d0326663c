"""Templates of ARNs as globs: what the ARNs of a resource type look like, placeholder by placeholder.

A placeholder takes only what AWS allows there where that is certain; where it is not, anything, so that no real
resource is ever left out. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from iamtutor.policy.pattern import Piece
from iamtutor.reason.charset import ANY, DIGITS, LOWER, CharSet, one_of
from iamtutor.reason.glob import NO_COLON, Glob, class_glob, joined_globs, literal_glob, plain_glob, repeated_glob

_PLACEHOLDER: Final = re.compile(r"\$\{([^}]*)\}")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
_NAME: Final = one_of(_LETTERS + "-_.")
_IAM_PATH: Final = one_of(_LETTERS + "+=,.@_-/")
_IAM_NAME: Final = one_of(_LETTERS + "+=,.@_-")
_NAMES: Final[dict[str, CharSet]] = {
    "BucketName": one_of("abcdefghijklmnopqrstuvwxyz0123456789-."),
    "TableName": _NAME,
    "IndexName": _NAME,
    "QueueName": _NAME,
    "TopicName": _NAME,
    "FunctionName": _NAME,
    "KeyId": one_of(_LETTERS + "-"),
    "UserNameWithPath": _IAM_PATH,
    "RoleNameWithPath": _IAM_PATH,
    "GroupNameWithPath": _IAM_PATH,
    "PolicyNameWithPath": _IAM_PATH,
    "UserName": _IAM_NAME,
}
"""Placeholders whose characters the services' own pages fix."""
_ANYTHING: Final = frozenset({"ObjectName", "KeyName", "Token", "Expression"})
"""Placeholders that may hold a colon; other names hold none, since a colon parts the fields of an ARN."""
_REGION, _ACCOUNT = 3, 4


@lru_cache(maxsize=8192)
def template_glob(template: str, partition: str = "aws", account: str | None = None, region: str | None = None) -> Glob:
    """The glob of a template such as ``arn:${Partition}:s3:::${BucketName}/${ObjectName}``.

    `account` and `region` stand in for the account and the Region, where the template leaves them open.
    """
    globs: list[Glob] = []
    at = 0
    for match in _PLACEHOLDER.finditer(template):
        globs.append(_fixed(template[at : match.start()]))
        globs.append(_placeholder(match[1], template.count(":", 0, match.start()), partition, account, region))
        at = match.end()
    globs.append(_fixed(template[at:]))
    return joined_globs(globs)


def _fixed(text: str) -> Glob:
    """What stands between placeholders; some templates of the catalogue write ``*`` for a part."""
    return plain_glob((Piece(text, literal=False),))


def _placeholder(name: str, colons: int, partition: str, account: str | None, region: str | None) -> Glob:
    if name == "Partition":
        return literal_glob(partition)
    if colons == _REGION and region is not None:
        return literal_glob(region)
    if colons <= _REGION:
        return class_glob(LOWER)
    if colons == _ACCOUNT:
        return literal_glob(account) if account is not None else repeated_glob(DIGITS, 12)
    return class_glob(_NAMES.get(name, ANY if "Path" in name or name in _ANYTHING else NO_COLON))


_EXAMPLES: Final[dict[str, str]] = {
    "BucketName": "example-bucket",
    "ObjectName": "example.txt",
    "KeyId": "1234abcd-12ab-34cd-56ef-1234567890ab",
    "InstanceId": "i-0abcdef1234567890",
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
