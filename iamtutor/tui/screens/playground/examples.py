"""Pairs to begin with, each of which shows something that surprises most people. A test says what is found of each."""

from __future__ import annotations

from typing import Final, NamedTuple


class Example(NamedTuple):
    """A pair; the words are `tui.play-example-<id>` and `tui.play-example-<id>-about`."""

    id: str
    a: str
    b: str


def _policy(*statements: str) -> str:
    body = ",\n".join(statement.strip("\n") for statement in statements)
    return f'{{\n  "Version": "2012-10-17",\n  "Statement": [\n{body}\n  ]\n}}\n'


_ALL_BUT_DELETING = """
    {
      "Sid": "AllButDeleting",
      "Effect": "Allow",
      "NotAction": "s3:DeleteObject",
      "Resource": "*"
    }
"""
_S3 = """
    {
      "Sid": "S3",
      "Effect": "Allow",
      "Action": "s3:*",
      "Resource": "*"
    }
"""
_NO_DELETING = """
    {
      "Sid": "NoDeleting",
      "Effect": "Deny",
      "Action": "s3:DeleteObject",
      "Resource": "*"
    }
"""
_READ_INSIDE = """
    {
      "Sid": "ReadAndList",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": "arn:aws:s3:::acme-reports/*"
    }
"""
_READ_OBJECTS = """
    {
      "Sid": "ReadObjects",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::acme-reports/*"
    }
"""
_LIST_BUCKET = """
    {
      "Sid": "ListBucket",
      "Effect": "Allow",
      "Action": "s3:ListBucket",
      "Resource": "arn:aws:s3:::acme-reports"
    }
"""
_EC2 = """
    {
      "Sid": "Ec2",
      "Effect": "Allow",
      "Action": "ec2:*",
      "Resource": "*"
    }
"""
_WITHOUT_MFA = """
    {
      "Sid": "NotWithoutMfa",
      "Effect": "Deny",
      "Action": "ec2:TerminateInstances",
      "Resource": "*",
      "Condition": {
        "OPERATOR": {
          "aws:MultiFactorAuthPresent": "false"
        }
      }
    }
"""
_NOT_IAM = """
    {
      "Sid": "AllButIam",
      "Effect": "Allow",
      "NotAction": "iam:*",
      "Resource": "*"
    }
"""
_EVERYTHING = """
    {
      "Sid": "Everything",
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
"""
_NEVER_IAM = """
    {
      "Sid": "NeverIam",
      "Effect": "Deny",
      "Action": "iam:*",
      "Resource": "*"
    }
"""
_PARTNER = """
    {
      "Sid": "Partner",
      "Effect": "Allow",
      "Principal": {"AWS": "111122223333"},
      "Action": "sts:AssumeRole"
    }
"""
_PARTNER_FOR_US = """
    {
      "Sid": "PartnerForUs",
      "Effect": "Allow",
      "Principal": {"AWS": "111122223333"},
      "Action": "sts:AssumeRole",
      "Condition": {
        "StringEquals": {"sts:ExternalId": "acme-7f3a"}
      }
    }
"""
_ANYONE = """
    {
      "Sid": "Anyone",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::acme-reports/*"
    }
"""
_OUR_ORGANIZATION = """
    {
      "Sid": "OurOrganization",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::acme-reports/*",
      "Condition": {
        "StringEquals": {"aws:PrincipalOrgID": "o-a1b2c3d4e5"}
      }
    }
"""

EXAMPLES: Final = (
    Example("not-action", _policy(_ALL_BUT_DELETING), _policy(_S3, _NO_DELETING)),
    Example("bucket", _policy(_READ_INSIDE), _policy(_READ_OBJECTS, _LIST_BUCKET)),
    Example(
        "mfa",
        _policy(_EC2, _WITHOUT_MFA.replace("OPERATOR", "Bool")),
        _policy(_EC2, _WITHOUT_MFA.replace("OPERATOR", "BoolIfExists")),
    ),
    Example("equal", _policy(_NOT_IAM), _policy(_EVERYTHING, _NEVER_IAM)),
    Example("external-id", _policy(_PARTNER), _policy(_PARTNER_FOR_US)),
    Example("organization", _policy(_ANYONE), _policy(_OUR_ORGANIZATION)),
)
STARTER: Final = EXAMPLES[0]
