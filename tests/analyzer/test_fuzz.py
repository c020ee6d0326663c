"""Validation never fails, whatever the text: it is asked at every keystroke."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.analyzer import validate
from iamtutor.policy import PolicyKind, read
from iamtutor.words import Lang, say
from tests.analyzer.checks import CHECKS, catalog, kind_of, text_of
from tests.analyzer.test_triggers import SAYS

_PIECES = [
    "arn:aws:s3:::b/*", "arn:aws:iam::123456789012:role/x", "arn:*:*:*:*:*", "arn:", "*", "?", "${aws:username}", "${",
    "${}", "${a, 'b'}", "s3:GetObject", "iam:PassRole", "s3:*", ":", "s3:", "x:y", "Allow", "Deny", "aws:SourceIp",
    "aws:ResourceTag/", "aws:TagKeys", "10.0.0.0/8", "true", "AROAEXAMPLE", "ForAllValues:StringLike", "StringEquals",
    "Null", "NullIfExists", "", "\ud800", "ıK", "sts:SourceIdentity", "a.b/c:aud", "token.actions.githubusercontent.com:sub",
]  # fmt: skip
_TEXT = st.one_of(st.sampled_from(_PIECES), st.lists(st.sampled_from(_PIECES), max_size=3).map("".join), st.text())
_VALUE = st.recursive(
    st.one_of(_TEXT, st.integers(), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(_TEXT, inner, max_size=3)),
    max_leaves=6,
)
_NAMES = ("Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition")
_CONDITION = st.dictionaries(_TEXT, st.dictionaries(_TEXT, _VALUE, max_size=2), max_size=2)
_PRINCIPAL = st.dictionaries(st.sampled_from(["AWS", "Service", "Federated", "User"]), _VALUE, max_size=2)
_STATEMENT = st.dictionaries(st.sampled_from(_NAMES), st.one_of(_VALUE, _CONDITION, _PRINCIPAL), max_size=7)
_POLICY = st.fixed_dictionaries({"Version": _TEXT, "Statement": st.one_of(st.lists(_STATEMENT, max_size=3), _VALUE)})
_KINDS = st.sampled_from(list(PolicyKind))
_TYPES = st.sampled_from([None, "AWS::S3::Bucket", "AWS::IAM::AssumeRolePolicyDocument", "AWS::KMS::Key", "x"])
_LANGS: tuple[Lang, ...] = ("ko", "en")


def holds(text: str, kind: PolicyKind, resource_type: str | None) -> None:
    for finding in validate(read(text, kind), resource_type=resource_type, catalog=catalog(), opinions=True):
        assert finding.places
        for place in finding.places:
            assert 0 <= place.span.start <= place.span.end <= len(text)
        for message in (finding.message, finding.mend):
            for lang in _LANGS:
                say(SAYS, message, lang, **finding.arguments)


@given(_POLICY, _KINDS, _TYPES)
def test_any_policy(policy: object, kind: PolicyKind, resource_type: str | None) -> None:
    holds(json.dumps(policy, ensure_ascii=False), kind, resource_type)


@given(st.text(), _KINDS)
def test_any_text(text: str, kind: PolicyKind) -> None:
    holds(text, kind, None)


@pytest.mark.parametrize("code", [code for code in CHECKS if "SIZE" not in code])
def test_a_policy_while_it_is_typed(code: str) -> None:
    text = text_of(CHECKS[code])
    for end in range(0, len(text), 17):
        holds(text[:end], kind_of(CHECKS[code]), CHECKS[code].get("resource_type"))


@given(st.sampled_from([code for code in CHECKS if "SIZE" not in code]), st.data())
def test_a_trigger_with_a_piece_put_in(code: str, data: st.DataObject) -> None:
    text = text_of(CHECKS[code])
    at = data.draw(st.integers(0, len(text)))
    piece = data.draw(_TEXT)
    holds(text[:at] + piece + text[at:], kind_of(CHECKS[code]), CHECKS[code].get("resource_type"))
