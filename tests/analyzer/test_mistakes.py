"""The slips that AWS's validation lets pass, and near misses; each names the page that tells them apart."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iamtutor.analyzer.validation.validate import validate
from iamtutor.policy import PolicyKind, read
from tests.analyzer.checks import catalog

BUCKET, OBJECTS = "arn:aws:s3:::b", "arn:aws:s3:::b/*"


def codes(kind: PolicyKind, **statement: Any) -> list[str]:
    text = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", **statement}]})
    found = validate(read(text, kind), catalog=catalog(), opinions=True)
    return [each.code for each in found if each.code.startswith("opinion.")]


@pytest.mark.parametrize(
    ("action", "resource", "code"),
    [
        ("s3:ListBucket", OBJECTS, "resource-of-no-action"),
        ("s3:ListBucket", [OBJECTS, BUCKET], None),
        ("s3:ListBucket", "arn:aws:s3:::b*", None),
        ("s3:GetObject", BUCKET, "resource-of-no-action"),
        ("s3:GetObject", "arn:aws:s3:::*", None),
        ("s3:GetObject", "arn:aws:s3:::${aws:username}", None),
        ("s3:GetObject", "arn:aws-cn:s3:::b/*", None),
        ("s3:Get*", BUCKET, None),
        ("s3:ListAllMyBuckets", "arn:aws:s3:::*", "action-takes-star"),
        ("s3:ListAllMyBuckets", "*", None),
        ("ec2:RunInstances", "arn:aws:ec2:*:*:subnet/*", None),
        ("sqs:SendMessage", "arn:aws:sns:us-east-1:111122223333:box", "resource-of-no-action"),
        ("execute-api:Invoke", "execute-api:/prod/GET/pets", None),
    ],
)
def test_a_resource_that_the_action_never_takes(action: str, resource: Any, code: str | None) -> None:
    """The tables of the Service Authorization Reference (list_amazons3.html and others)."""
    expected = [] if code is None else [f"opinion.{code}"]
    assert codes(PolicyKind.IDENTITY, Action=action, Resource=resource) == expected
    assert codes(PolicyKind.IDENTITY, Effect="Deny", Action=action, Resource=resource) == expected
    assert codes(PolicyKind.IDENTITY, Action=action, NotResource=resource) == []


@pytest.mark.parametrize(
    ("value", "nobody"),
    [
        ("12345", True),
        ("ec2.amazonaws.com", True),
        ("arn:aws:iam::111122223333:group/developers", True),
        ("arn:aws:s3:::b", True),
        ("111122223333", False),
        ("arn:aws:iam::111122223333:root", False),
        ("arn:aws:iam::111122223333:role/path/app", False),
        ("arn:aws:sts::111122223333:assumed-role/app/ci", False),
        ("AIDAEXAMPLEEXAMPLE000", False),
        ("arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E1EXAMPLE", False),
    ],
)
def test_a_principal_that_is_nobody(value: str, nobody: bool) -> None:
    """reference_policies_elements_principal.html"""
    found = codes(PolicyKind.RESOURCE, Principal={"AWS": value}, Action="s3:GetObject", Resource=OBJECTS)
    assert found == (["opinion.principal-nobody"] if nobody else [])


def test_a_role_that_trusts_everyone() -> None:
    """reference_policies_elements_principal.html: ``{"AWS": "*"}`` is everybody."""
    everyone = {"Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}
    assert codes(PolicyKind.TRUST, **everyone) == ["opinion.trusts-everyone"]
    narrowed = {"Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-exampleorgid"}}}
    assert codes(PolicyKind.TRUST, **everyone, **narrowed) == []
