"""A policy written out again says what the one that was read said."""

from __future__ import annotations

import json

import pytest

from iamtutor.policy import PolicyDocument, PolicyKind, read_value
from iamtutor.policy.writing import as_json, laid_out, statements_text

FULL = {
    "Version": "2012-10-17",
    "Id": "everything",
    "Statement": [
        {
            "Sid": "One",
            "Effect": "Allow",
            "Principal": {"AWS": ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:user/dev"], "Service": "ec2.amazonaws.com"},
            "Action": ["s3:GetObject", "s3:ListBucket"],
            "Resource": "arn:aws:s3:::acme-reports/*",
            "Condition": {
                "StringEquals": {"aws:PrincipalTag/team": ["red", "blue"], "aws:RequestedRegion": "ap-northeast-2"},
                "Bool": {"aws:SecureTransport": "true"},
            },
        },
        {"Effect": "Deny", "Principal": "*", "NotAction": "s3:GetObject", "NotResource": "arn:aws:s3:::open/*"},
        {"Effect": "Deny", "NotPrincipal": {"AWS": "111122223333"}, "Action": "*", "Resource": "*"},
    ],
}  # fmt: skip


def document(value: object) -> PolicyDocument:
    found = read_value(value, PolicyKind.RESOURCE).document
    assert found is not None
    return found


def test_everything_comes_back() -> None:
    assert as_json(document(FULL)) == FULL


@pytest.mark.parametrize("left_out", ["Version", "Id"])
def test_what_was_not_written_is_not_made_up(left_out: str) -> None:
    value = {key: part for key, part in FULL.items() if key != left_out}
    assert as_json(document(value)) == value


def test_a_list_of_one_is_the_one() -> None:
    statement = {"Effect": "Allow", "Principal": {"AWS": ["*"]}, "Action": ["s3:*"], "Resource": ["*"]}
    (written,) = as_json(document({"Statement": [statement]}))["Statement"]
    assert written == {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "s3:*", "Resource": "*"}


def test_the_text_is_laid_out_and_keeps_hangul() -> None:
    read = document({**FULL, "Id": "정책"})
    assert json.loads(statements_text(read.statements))["Statement"] == FULL["Statement"]
    assert '"Id": "정책"' in laid_out(as_json(read))
