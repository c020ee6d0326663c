"""Hangul in a policy: where it stands, which characters IAM takes there, and the page of AWS's that says so.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names (policy documents)
https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html (Sid: A-Z, a-z, 0-9)
"""

from __future__ import annotations

import json

import pytest

from iamtutor.policy import PolicyKind, read
from iamtutor.tui.validation import mend_of, message_of, page_of, read_findings, why_of

QUOTAS = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-names"


def policy(**changes: object) -> str:
    statement = {"Sid": "A", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", **changes}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]}, ensure_ascii=False)


@pytest.mark.parametrize(
    ("text", "hangul"),
    [
        (policy(Sid="보고서읽기"), "보고서읽기"),
        (policy(Condition={"StringEquals": {"aws:ResourceTag/team": "재무 2팀"}}), "재무"),
        (policy(Condition={"StringEquals": {"aws:ResourceTag/부서": "x"}}), "부서"),
        (policy(Resource="arn:aws:s3:::acme/급여/*"), "급여"),
    ],
)
def test_the_place_and_the_characters_that_iam_takes_are_named(text: str, hangul: str) -> None:
    findings = {each.code: each for each in read_findings(read(text, PolicyKind.IDENTITY))}
    found = findings["policy.characters"]
    assert text[found.span.start : found.span.end] == hangul
    assert page_of(found) == QUOTAS
    for lang in ("ko", "en"):
        words = message_of(found, lang)
        assert hangul in words
        assert "U+0020" in words
        assert "U+00FF" in words
        assert why_of(found, lang)
        assert mend_of(found, lang)


def test_a_sid_is_told_its_own_letters() -> None:
    findings = {each.code: each for each in read_findings(read(policy(Sid="읽기"), PolicyKind.IDENTITY))}
    assert "영문자와 숫자만" in message_of(findings["UNSUPPORTED_SID"], "ko")
    assert "reference-policy-checks" in page_of(findings["UNSUPPORTED_SID"])


def test_western_letters_and_escapes_are_left_alone() -> None:
    """What IAM does with an escape its pages do not say, so nothing is said of it."""
    assert not read_findings(read(policy(Resource="arn:aws:s3:::acme/caf\u00e9/*"), PolicyKind.IDENTITY))
    assert not read_findings(read(policy(Resource="X").replace('"X"', '"arn:aws:s3:::a/\\ud55c"'), PolicyKind.IDENTITY))
