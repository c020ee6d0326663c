"""A policy laid out says what it said before, in the same order."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.editing import Formatted, Unreadable, formatted
from iamtutor.policy import read
from iamtutor.policy.writing import as_json
from tests.editing.policies import POLICIES, objects, pairs

MINIFIED = (
    '{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],'
    '"Resource":["arn:aws:s3:::acme-reports-2026-archive-eu","arn:aws:s3:::acme-reports-2026-archive-eu/*"],'
    '"Principal":{"AWS":["111122223333","444455556666"]},"Condition":{"Bool":{"aws:SecureTransport":"true"},"Null":{}}}]}'
)
LAID_OUT = """{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "A",
      "Effect": "Allow",
      "Action": ["s3:GetObject", "s3:ListBucket"],
      "Resource": [
        "arn:aws:s3:::acme-reports-2026-archive-eu",
        "arn:aws:s3:::acme-reports-2026-archive-eu/*"
      ],
      "Principal": {"AWS": ["111122223333", "444455556666"]},
      "Condition": {
        "Bool": {"aws:SecureTransport": "true"},
        "Null": {}
      }
    }
  ]
}"""


def done(text: str, cursor: int = 0) -> Formatted:
    found = formatted(text, cursor)
    assert isinstance(found, Formatted), found
    return found


def test_a_minified_policy_is_laid_out() -> None:
    assert done(MINIFIED).text == LAID_OUT


@given(objects, st.sampled_from([None, 0, 1, 4]), st.sampled_from(["", "\n", "\r\n"]))
def test_meaning_and_order_stay_and_the_second_time_nothing_happens(
    value: dict[str, object], indent: int | None, end: str
) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False) + end
    once = done(text).text
    assert pairs(once) == pairs(text)
    assert done(once).text == once
    assert once.endswith("\n") == bool(end)


@pytest.mark.parametrize("path", POLICIES[:40], ids=lambda path: "/".join(path.parts[-4:]))
def test_the_course_s_policies_mean_the_same(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    found = formatted(text)
    if isinstance(found, Unreadable):
        assert any(finding.code.startswith("json.") for finding in read(text).findings)
        return
    before, after = read(text), read(found.text)
    assert [finding.code for finding in after.findings] == [finding.code for finding in before.findings]
    if before.document is not None and after.document is not None:
        assert as_json(after.document) == as_json(before.document)


def test_a_name_that_stands_twice_stays_twice() -> None:
    assert pairs(done('{"a": 1, "a": 2}').text) == ["object", ("a", 1), ("a", 2)]


@given(objects, st.sampled_from([None, 2, 7]), st.data())
def test_the_cursor_stays_at_its_character(value: dict[str, object], indent: int | None, data: st.DataObject) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=False)
    cursor = data.draw(st.integers(0, len(text)))
    found = done(text, cursor)
    assert 0 <= found.cursor <= len(found.text)
    if cursor < len(text) and not text[cursor].isspace():
        # between two tokens the cursor may stay behind the one before, else its character is the same
        assert found.text[found.cursor : found.cursor + 1].strip() in (text[cursor], "")
    visible = "".join(text[:cursor].split())
    assert "".join(found.text[: found.cursor].split()) == visible


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{\n  "a": 1,\n}', "json.trailing-comma", 2, 9),
        ('{"a": 1} x', "json.two-values", 1, 10),
        ('{\n  "a": ', "json.unterminated", 1, 1),
    ],
)
def test_what_is_no_json_stays_and_the_place_is_named(text: str, code: str, line: int, column: int) -> None:
    found = formatted(text)
    assert isinstance(found, Unreadable)
    assert (found.code, found.position.line, found.position.column) == (code, line, column)


def test_nothing_is_laid_out_as_nothing() -> None:
    assert done(" \n", 1) == Formatted(" \n", 1)
