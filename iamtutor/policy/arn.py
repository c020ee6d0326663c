"""Amazon Resource Names: ``arn:partition:service:region:account:resource``.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
"""

from __future__ import annotations

from typing import NamedTuple

PARTITIONS = frozenset(
    {"aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"},
)


class Arn(NamedTuple):
    """The six parts of an ARN; `resource` keeps its own colons and slashes."""

    partition: str
    service: str
    region: str
    account: str
    resource: str

    @classmethod
    def parse(cls, text: str) -> Arn | None:
        """The parts of `text`, or None where it is no ARN (fewer than six parts, or no ``arn`` in front)."""
        parts = text.split(":", 5)
        if len(parts) < 6 or parts[0] != "arn":
            return None
        return cls(*parts[1:])

    def __str__(self) -> str:
        return ":".join(("arn", *self))

    @property
    def resource_type(self) -> str:
        """What stands before the first ``/`` or ``:`` of the resource part (``user``, ``key`` …), or nothing."""
        for index, char in enumerate(self.resource):
            if char in "/:":
                return self.resource[:index]
        return ""


def is_account_id(text: str) -> bool:
    """Whether `text` is an account ID: twelve ASCII digits."""
    return len(text) == 12 and text.isascii() and text.isdigit()
