"""What an editor asks of a reading: paths, places, tokens, values."""

import datetime

import pytest

from iamtutor.policy import PolicyKind, Span, TokenKind, read, read_value
from tests.policy.reader_samples import BUCKET, IDENTITY, TRUST

READING = read(IDENTITY)


@pytest.mark.parametrize(
    ("mark", "path"),
    [
        ('"Version"', ("Version",)),
        ('"2012', ("Version",)),
        ('"ListOwn', ("Statement", 0, "Sid")),
        ('"s3:prefix"', ("Statement", 0, "Condition", "StringLike", "s3:prefix")),
        ('"home/', ("Statement", 0, "Condition", "StringLike", "s3:prefix", 1)),
        ('"organizations', ("Statement", 1, "NotAction", 1)),
        ('{"Sid": "NoDelete"', ("Statement", 2)),
    ],
)
def test_path_at(mark, path):
    offset = IDENTITY.index(mark)
    assert READING.path_at(offset) == path
    assert READING.path_at(offset + 1) == path or mark[0] == "{"
    span = READING.span_of(path)
    assert span.start <= offset + len(mark) or span.start > offset


def test_path_between_elements_is_the_container():
    assert READING.path_at(0) == ()
    assert READING.path_at(IDENTITY.index('"Effect"') - 3) == ("Statement", 0)
    assert READING.path_at(len(IDENTITY) + 5) == ()


def test_path_at_the_end_of_half_a_policy():
    text = '{"Statement": [{"Effect": "Allow", "Action": ["s3:Get*", "s3:'
    assert read(text).path_at(len(text)) == ("Statement", 0, "Action", 1)
    text = '{"Statement": [{"Effect": "Allow", "Condition": {"StringLike": {'
    assert read(text).path_at(len(text)) == ("Statement", 0, "Condition", "StringLike")


@pytest.mark.parametrize("path", [("Nothing",), ("Statement", 9), ("Version", "deep"), (0,), ("Statement", -1)])
def test_a_path_that_leads_nowhere(path):
    assert READING.span_of(path) is None


def test_span_of():
    assert READING.span_of(()) == Span(0, len(IDENTITY) - 1)
    assert IDENTITY[slice(*READING.span_of(("Statement", 2, "Action", 0)))] == '"s3:Delete*"'


def test_statement_at():
    assert READING.statement_at(IDENTITY.index("NoDelete")).sid == "NoDelete"
    assert READING.statement_at(0) is None
    assert READING.statement_at(len(IDENTITY)) is None
    assert read("").statement_at(0) is None


def kinds_of(text, kind=PolicyKind.IDENTITY):
    return {text[slice(*token.span)]: token.kind for token in read(text, kind).tokens}


def test_tokens_say_what_a_piece_means():
    kinds = kinds_of(IDENTITY)
    assert {piece: kinds[piece] for piece in ("{", ",", ":", "10", "true", '"Allow"', '"Deny"', '"Sid"', '"*"')} == {
        "{": TokenKind.PUNCTUATION,
        ",": TokenKind.PUNCTUATION,
        ":": TokenKind.PUNCTUATION,
        "10": TokenKind.NUMBER,
        "true": TokenKind.LITERAL,
        '"Allow"': TokenKind.ALLOW,
        '"Deny"': TokenKind.DENY,
        '"Sid"': TokenKind.KEY_ELEMENT,
        '"*"': TokenKind.RESOURCE,
    }
    assert kinds['"StringLike"'] is TokenKind.KEY_OPERATOR
    assert kinds['"s3:prefix"'] is TokenKind.KEY_CONDITION
    assert kinds['"s3:ListBucket"'] is TokenKind.ACTION
    assert kinds['"iam:*"'] is TokenKind.ACTION
    assert kinds['"ListOwn"'] is TokenKind.STRING
    assert kinds_of(BUCKET, PolicyKind.RESOURCE)['"AWS"'] is TokenKind.KEY_PRINCIPAL_TYPE
    assert kinds_of(TRUST, PolicyKind.TRUST)['"Service"'] is TokenKind.KEY_PRINCIPAL_TYPE


def test_tokens_of_what_is_wrong():
    kinds = kinds_of('{"Efect": "a", "Statement": {"Condition": {"Strings": {}}, \'x\': “y”, z: "open\n} // why')
    assert kinds['"Efect"'] is TokenKind.KEY_UNKNOWN
    assert kinds['"Strings"'] is TokenKind.KEY_UNKNOWN
    assert [kinds[piece] for piece in ("'x'", "“y”", "z", '"open')] == [TokenKind.ERROR] * 4
    assert kinds["// why"] is TokenKind.COMMENT


def test_a_value_from_yaml():
    value = {
        "Version": datetime.date(2012, 10, 17),
        "Statement": {"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"},
    }
    reading = read_value(value)
    assert reading.ok
    assert reading.document.version == "2012-10-17"
    assert reading.text.splitlines()[1] == '  "Version": "2012-10-17",'


def test_a_value_has_places_in_its_text():
    reading = read_value({"Version": "2012-10-17", "Statement": [5]})
    assert reading.position(reading.findings[0].span.start) == (4, 5)
    assert reading.findings[0].path == ("Statement", 0)


def too_deep() -> object:
    value: object = "x"
    for _ in range(100_000):
        value = [value]
    return value


def endless() -> object:
    value: list[object] = []
    value.append(value)
    return value


def exploding() -> object:
    value: object = ["x"] * 10
    for _ in range(30):
        value = [value, value]
    return value


@pytest.mark.parametrize("value", [too_deep(), endless(), exploding(), object(), {"a": {1}}, {(1, 2): 3}, b"x"])
def test_a_value_that_is_no_policy_text(value):
    with pytest.raises(ValueError):  # noqa: PT011 - the message is Python's own in part
        read_value(value)
