"""Hostile texts: deep, large, and made to be slow. Work is counted, never timed."""

import json
import sys

import pytest

from iamtutor.policy import read
from iamtutor.policy.mistakes import MAX_FINDINGS
from iamtutor.policy.tokens import lexemes
from iamtutor.policy.tree import MAX_DEPTH

STATEMENT = {"Effect": "Allow", "Action": ["s3:Get*", "s3:Put*"], "Resource": "arn:aws:s3:::acme-reports/*"}


@pytest.mark.parametrize("opening", ["[", "{", '{"a":', '{"Statement":[', '["a",{"b":', "[1,"])
@pytest.mark.parametrize("closing", ["", "]", "}", "]}"])
def test_ten_thousand_brackets(opening, closing):
    reading = read(opening * 10_000 + closing * 10_000)
    assert "json.too-deep" in {finding.code for finding in reading.findings} or opening in ("{",)
    assert not reading.ok
    assert all(len(finding.path) <= MAX_DEPTH for finding in reading.findings)


def test_the_depth_that_is_allowed():
    assert [each.code for each in read("[" * MAX_DEPTH + "]" * MAX_DEPTH).findings] == ["policy.not-an-object"]


def test_a_deep_place_costs_only_its_statement():
    deep = '{"Effect": "Allow", "Action": "*", "Resource": "*", "Condition": ' + "[" * 10_000 + "]" * 10_000 + "}"
    good = json.dumps(STATEMENT)
    reading = read(f'{{"Version": "2012-10-17", "Statement": [{good}, {deep}, {good}]}}')
    assert [finding.code for finding in reading.findings] == ["json.too-deep"]
    assert [statement.index for statement in reading.document.statements] == [0, 2]


def test_five_megabytes():
    count = 5_000_000 // len(json.dumps(STATEMENT, indent=2))
    text = json.dumps({"Version": "2012-10-17", "Statement": [STATEMENT] * count}, indent=2)
    assert len(text) > 5_000_000
    reading = read(text)
    assert reading.findings == ()
    assert len(reading.document.statements) == count
    last = reading.document.statements[-1]
    assert reading.path_at(last.action.span.start) == ("Statement", count - 1, "Action")
    assert reading.position(len(text)).line == len(text.splitlines())


def calls_in(text: str) -> int:
    """How many Python functions, and calls of built-in ones, a reading of the text takes."""
    count = 0

    def counted(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


HOSTILE = [
    "[",
    "{",
    "]",
    ",",
    ":",
    "/*",
    "' \\' ",
    '"\\',
    '"\n',
    '"a\nb',
    '{"a":[x ',
    "x ",
    'x"',
    "x:y ",
    "[“",
    "[1 ",
    '"a" ',
    '["a":',
    '{"a":1 ',
    '{"a":"b","c",',
    '"\\ud800',
    "# \n",
    "\u3000",
    '{"Statement":[{"Effect":"allow"},',
    '{"Efect":1,',
    "[{]",
    '{"a":[}',
    " ",
    "\r",
    "\t\n",
]


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("head", ["", "[", '{"Version": "2012-10-17", "Statement": [{'])
def test_the_work_grows_with_the_text(piece, head):
    small, large = (calls_in(head + piece * times) for times in (2_000, 8_000))
    assert large <= 4.6 * small + 2_000


@pytest.mark.parametrize("piece", HOSTILE)
def test_the_list_of_mistakes_is_bounded(piece):
    findings = read("[" + piece * 3_000).findings
    assert sum(finding.code.startswith("json.") for finding in findings) <= MAX_FINDINGS + 1


@pytest.mark.parametrize("piece", ["'\\'", "“", "/*/", '"\\', "'a", "-", "1e", "tru", "\\", "\ud800", "*", "/"])
def test_a_megabyte_that_never_ends_is_one_pass(piece):
    # No step counter reaches into the expression engine: quadratic work on this would simply never come back.
    assert lexemes(piece * 400_000)[-1][0]
