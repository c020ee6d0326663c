"""Resources that AWS has must not be taken for impossible: what a policy allows on them is a difference."""

from __future__ import annotations

import pytest

from iamtutor.reason import Relation
from iamtutor.reason.arn_template import template_globs
from tests.reason.written import NOTHING, actions, allow, relation

A = "111122223333"


@pytest.mark.parametrize(
    ("action", "resource"),
    [
        # https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html
        ("iam:GetPolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess"),
        # https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateUser.html (Path: ! to ~)
        ("iam:GetUser", f"arn:aws:iam::{A}:user/a!b~c/d/alice"),
        # https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_CreateSnapshot.html (automated ones: rds:…)
        ("rds:DescribeDBSnapshots", f"arn:aws:rds:us-east-1:{A}:snapshot:rds:orders-2026-01-01-00-00"),
        # https://docs.aws.amazon.com/iot/latest/developerguide/topics.html
        ("iot:Publish", f"arn:aws:iot:us-east-1:{A}:topic/$aws/things/lamp/shadow/update"),
        # https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html (before March 2018)
        ("s3:GetObject", "arn:aws:s3:::My_Bucket/a:b"),
        # https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-public-parameters.html
        ("ssm:GetParameter", "arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/x"),
        ("ssm:SendCommand", "arn:aws:ssm:us-east-1::document/AWS-RunShellScript"),
        # https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
        ("bedrock:InvokeModel", "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-v2:1"),
        ("lambda:InvokeFunction", f"arn:aws:lambda:us-east-1:{A}:function:f:$LATEST"),
        ("logs:PutLogEvents", f"arn:aws:logs:us-east-1:{A}:log-group:/aws/lambda/f:log-stream:2026/01/[$LATEST]x"),
    ],
)
def test_what_exists_counts(action: str, resource: str) -> None:
    assert relation([allow(action, resource)], [NOTHING]) is Relation.BROADER


@pytest.mark.parametrize(
    ("action", "resource"),
    [
        ("s3:ListBucket", "arn:aws:s3:::bucket/*"),
        ("s3:GetObject", "arn:aws:s3:::bucket"),
        ("dynamodb:GetItem", f"arn:aws:dynamodb:us:east:{A}:table/t"),
        ("dynamodb:GetItem", f"arn:aws:dynamodb:us-east-1:{A}:table/a b"),
        ("kms:Decrypt", f"arn:aws:kms:us-east-1:{A}:key/a/b"),
        ("iam:GetUser", f"arn:aws:iam::{A}:user/a b"),
        ("ec2:DescribeInstances", f"arn:aws:ec2:us-east-1:{A}:instance/*"),
    ],
)
def test_what_cannot_exist_does_not(action: str, resource: str) -> None:
    """https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html"""
    assert relation([allow(action, resource)], [NOTHING]) is Relation.EQUIVALENT


def test_every_template_has_its_own_example() -> None:
    from iamtutor.reason.arn_template import example_of

    seen = 0
    for number in range(len(actions().names)):
        for template in actions().resources(number):
            if "*" not in template:
                seen += 1
                assert any(glob.matches(example_of(template)) for glob in template_globs(template)), template
    assert seen > 1_000
