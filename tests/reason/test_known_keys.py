"""Which keys a request may, must or cannot have, as AWS says for each of them.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (Availability)
"""

from __future__ import annotations

import pytest

from iamtutor.reason import Relation
from tests.reason.written import NOTHING, Json, allow, one_way, relation


@pytest.mark.parametrize(
    ("action", "key"),
    [
        ("s3:GetObject", "cognito-identity.amazonaws.com:sub"),
        ("s3:GetObject", "saml:sub"),
        ("s3:GetObject", "accounts.google.com:sub"),
        ("s3:GetObject", "graph.facebook.com:id"),
        ("s3:GetObject", "token.actions.githubusercontent.com:sub"),
        ("s3:GetObject", "lambda:SourceFunctionArn"),
        ("s3:GetObject", "ec2:SourceInstanceARN"),
        ("s3:GetObject", "codebuild:ProjectArn"),
        ("s3:GetObject", "aws:PrincipalTag/team"),
        ("s3:ListBucket", "s3:prefix"),
        ("s3:PutObjectTagging", "s3:RequestObjectTag/team"),
        ("ec2:CreateTags", "aws:TagKeys"),
        ("iam:PassRole", "iam:PassedToService"),
        ("kms:Decrypt", "kms:ViaService"),
        ("kms:Decrypt", "kms:EncryptionContext:app"),
        ("sts:AssumeRole", "sts:ExternalId"),
        ("ec2:RunInstances", "ec2:InstanceType"),
        ("lambda:InvokeFunction", "aws:ResourceTag/team"),
    ],
)
def test_keys_that_may_be_there(action: str, key: str) -> None:
    """Federated sessions keep what their provider said:

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_s3_cognito-bucket.html
    """
    operator = "ForAnyValue:StringLike" if key == "aws:TagKeys" else "StringLike"
    assert relation([allow(action, Condition={operator: {key: "x*"}})], [NOTHING]) is Relation.BROADER


@pytest.mark.parametrize(
    ("action", "key"),
    [("s3:GetObject", "s3:prefix"), ("s3:ListBucket", "ec2:InstanceType"), ("s3:GetObject", "aws:RequestTag/team"),
     ("kms:Decrypt", "sts:ExternalId")],
)  # fmt: skip
def test_keys_that_are_never_there(action: str, key: str) -> None:
    """https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazons3.html"""
    assert relation([allow(action, Condition={"StringLike": {key: "x*"}})], [NOTHING]) is Relation.EQUIVALENT


@pytest.mark.parametrize(
    ("operator", "key", "value"),
    [
        ("StringEquals", "aws:RequestedRegion", "us-east-1"),
        ("StringLike", "aws:UserAgent", "x*"),
        ("Bool", "aws:SecureTransport", "true"),
        ("DateLessThan", "aws:CurrentTime", "2030-01-01"),
        ("StringEquals", "aws:ResourceAccount", "111122223333"),
    ],
)
def test_keys_that_are_always_there(operator: str, key: str, value: str) -> None:
    strict, lax = ({"Condition": {each: {key: value}}} for each in (operator, operator + "IfExists"))
    assert relation([allow(**strict)], [allow(**lax)]) is Relation.EQUIVALENT


@pytest.mark.parametrize(
    "key", ["aws:MultiFactorAuthPresent", "aws:SourceIp", "aws:PrincipalTag/team", "aws:SourceVpc"]
)
def test_keys_that_may_be_missing(key: str) -> None:
    """The lesson of BoolIfExists: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html"""
    operator, value = {
        "aws:MultiFactorAuthPresent": ("Bool", "true"),
        "aws:SourceIp": ("IpAddress", "192.0.2.0/24"),
    }.get(key, ("StringEquals", "x"))
    lax: Json = allow(Condition={operator + "IfExists": {key: value}})
    found = one_way([lax], [allow(Condition={operator: {key: value}})])
    assert found.witness is not None
    assert found.witness.context == {}


def test_the_owner_of_the_resource_is_another_where_that_is_all_that_helps() -> None:
    others = allow(Condition={"StringNotEquals": {"aws:ResourceAccount": "111122223333"}})
    assert relation([others], [NOTHING]) is Relation.BROADER
    assert relation([allow(Condition={"Null": {"aws:ResourceAccount": "true"}})], [NOTHING]) is Relation.EQUIVALENT
