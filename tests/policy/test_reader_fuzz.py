"""Whatever the text: read() never raises, its places lie in the text, and what it says can be written down."""

import json
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from iamtutor.policy import PolicyKind, Severity, read, read_value
from iamtutor.policy.tokens import END, lexemes
from tests.policy.reader_samples import BUCKET, IDENTITY, TRUST

KINDS = st.sampled_from(list(PolicyKind))
ANY_TEXT = st.text(st.characters(), max_size=200) | st.text(st.characters(categories=["Cs", "Cc", "Lo", "Po"]))
SIGNS = ["{", "}", "[", "]", ",", ":", '"', "'", "“", "”", "\\", "\n", "\r\n", " ", "/*", "*/", "//", "#", "\ufeff"]
NAMED = ['"Statement"', '"Effect"', '"Allow"', '"Action"', '"s3:*"', '"Condition"', '"Bool"', '"Principal"', '"AWS"']
ODDITIES = ["true", "True", "null", "1", "-", "1e", "\ud800", "\\ud800", "\t", "\x00", "\u3000", "가", "word"]
FRAGMENTS = st.lists(st.sampled_from([*SIGNS, *NAMED, *ODDITIES]), max_size=40).map("".join)
WHOLE = st.sampled_from([IDENTITY, BUCKET, TRUST])


@st.composite
def mutants(draw) -> str:
    text = draw(WHOLE)
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        text = text[:start] + draw(FRAGMENTS | ANY_TEXT) + text[end:]
    return text


def check(text: str, kind: PolicyKind) -> None:
    reading = read(text, kind)
    places = [finding.span for finding in reading.findings]
    assert all(span is not None and 0 <= span.start <= span.end <= len(text) for span in places)
    assert places == sorted(places)
    assert reading.ok is all(finding.severity is not Severity.ERROR for finding in reading.findings)
    for finding in reading.findings:
        json.dumps([dict(finding.arguments), finding.path], ensure_ascii=False).encode()
    for statement in reading.document.statements if reading.document else ():
        assert text[statement.span.start] == "{"
        assert text[statement.span.end - 1] == "}" or not reading.ok
        assert reading.statement_at(statement.span.start) == statement
        for pattern in statement.action.patterns:
            pattern.value.encode()
            assert statement.span.start < pattern.span.start < pattern.span.end < statement.span.end
    check_tokens(text, reading)
    for offset in range(0, len(text) + 1, 7):
        reading.path_at(offset)


def check_tokens(text: str, reading) -> None:
    end = 0
    for token in reading.tokens:
        assert not text[end : token.span.start].strip(" \t\r\n")
        assert end <= token.span.start < token.span.end <= len(text)
        end = token.span.end
    assert not text[end:].strip(" \t\r\n")


@given(ANY_TEXT, KINDS)
def test_any_text(text, kind):
    check(text, kind)


@given(FRAGMENTS, KINDS)
@settings(max_examples=400)
@example('{"a":[b"c":"d', PolicyKind.TRUST)
def test_fragments(text, kind):
    check(text, kind)


@given(mutants(), KINDS)
@settings(max_examples=300)
def test_policies_with_mistakes(text, kind):
    check(text, kind)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=20,
)
NAMES = st.sampled_from(
    ["Version", "Statement", "Effect", "Action", "Resource", "Principal", "Condition", "Bool", "Sid"]
)
POLICY_LIKE = st.recursive(
    st.sampled_from(["Allow", "*", "2012-10-17", "", 5, True, None]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=5),
    max_leaves=20,
)


@given(JSON | POLICY_LIKE, KINDS, st.sampled_from([None, 0, 2]), st.booleans())
@settings(max_examples=300)
def test_json_has_no_mistake_of_json(value, kind, indent, ascii_only):
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    check(text, kind)
    assert not [each for each in read(text, kind).findings if each.code.startswith("json.")]


@given(JSON | POLICY_LIKE)
def test_values_read_as_their_text(value):
    assert read_value(value).text == json.dumps(value, indent=2, ensure_ascii=False)


@given(ANY_TEXT | FRAGMENTS)
def test_strict_where_python_is(text):
    """What has no finding of JSON, Python reads too, and the other way round but for names that occur twice."""
    codes = {each.code for each in read(text).findings if each.code.startswith("json.")}
    try:
        json.loads(text, parse_constant=pytest.fail)
    except (ValueError, pytest.fail.Exception):
        assert codes
    else:
        assert codes <= {"json.duplicate-key", "json.lone-surrogate"}


@given(ANY_TEXT | FRAGMENTS)
def test_lexemes_cover_the_text(text):
    found = lexemes(text)
    assert found[-1][0] == END
    assert all(before[2] <= after[1] for before, after in pairwise(found))
