"""Policy variables, by https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.policy.variables import joined, resource_template, template

CONTEXT = {"aws:username": "alice", "aws:principaltag/team": "red", "aws:tagkeys": ("a", "b"), "empty": "", "star": "*"}


def resolved(text: str, *, substitutes: bool = True) -> str | None:
    pieces = template(text, substitutes=substitutes).resolve(CONTEXT)
    return None if pieces is None else joined(pieces)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("home/${aws:username}/", "home/alice/"),
        ("${AWS:UserName}", "alice"),
        ("${aws:PrincipalTag/Team}", "red"),
        ("${aws:PrincipalTag/cost, 'none'}", "none"),
        ("${aws:PrincipalTag/cost, ''}", ""),
        ("${aws:PrincipalTag/cost, 'a,b}c'}", "a,b}c"),
        ("${aws:PrincipalTag/team, 'none'}", "red"),
        ("${aws:PrincipalTag/cost}", None),
        ("${aws:TagKeys}", None),
        ("${aws:TagKeys, 'several'}", "several"),
        ("${empty, 'x'}", ""),
        ("a${*}b${?}c${$}", "a*b?c$"),
        ("${aws:username", "${aws:username"),
        ("${}", "${}"),
        ("$aws:username", "$aws:username"),
        ("${aws:username,'x'}", "${aws:username,'x'}"),
        ("${aws:username}${aws:username}", "alicealice"),
    ],
)
def test_what_a_template_becomes(text: str, expected: str | None) -> None:
    assert resolved(text) == expected


def test_an_old_version_leaves_everything_as_written() -> None:
    assert resolved("home/${aws:username}/${*}", substitutes=False) == "home/${aws:username}/${*}"


def test_what_is_put_in_is_literal() -> None:
    pieces = template("${star}/*", substitutes=True).resolve(CONTEXT)
    assert pieces is not None
    assert [(piece.text, piece.literal) for piece in pieces] == [("*", True), ("/*", False)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("arn:aws:s3:::b/${aws:username}/*", "arn:aws:s3:::b/alice/*"),
        ("arn:aws:s3:${aws:username}::b", "arn:aws:s3:${aws:username}::b"),
        ("${aws:username}", "${aws:username}"),
    ],
)
def test_resources_substitute_only_after_the_fifth_colon(text: str, expected: str) -> None:
    pieces = resource_template(text, substitutes=True).resolve(CONTEXT)
    assert pieces is not None
    assert joined(pieces) == expected


@given(st.text(alphabet="${}',*? aws:username", max_size=40))
def test_any_text_can_be_a_template(text: str) -> None:
    found = template(text, substitutes=True)
    assert found.resolve({}) is None or found.fixed is not None or all(v.default is not None for v in found.variables)
    if not found.variables and "${" not in text:
        assert resolved(text) == text
