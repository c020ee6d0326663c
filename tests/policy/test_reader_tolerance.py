"""A policy that is being typed: what is whole counts, whatever stands around it."""

import json

import pytest

from iamtutor.policy import Severity, read
from iamtutor.policy.finding import Lines
from tests.policy.reader_samples import SAMPLES

GOOD = '{"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"}'


def document(*statements: str, comma: str = ",") -> str:
    return '{"Version": "2012-10-17",\n"Statement": [\n' + f"{comma}\n".join(statements) + "\n]}"


def in_bounds(reading) -> bool:
    return all(
        finding.span is not None and 0 <= finding.span.start <= finding.span.end <= len(reading.text)
        for finding in reading.findings
    )


@pytest.mark.parametrize(("text", "kind"), SAMPLES)
def test_every_prefix_keeps_its_complete_statements(text, kind):
    whole = read(text, kind).document.statements
    for length in range(len(text)):
        reading = read(text[:length], kind)
        complete = [statement for statement in whole if statement.span.end <= length]
        assert list(reading.document.statements if reading.document else ()) == complete
        assert not reading.ok or length >= len(text.rstrip())
        assert in_bounds(reading)


@pytest.mark.parametrize(("text", "kind"), SAMPLES)
def test_a_prefix_blames_itself_only_for_being_unfinished(text, kind):
    allowed = {"json.unterminated", "json.unterminated-string", "json.bare-word", "json.empty", "json.bad-number"}
    for length in range(len(text.rstrip())):
        codes = [each.code for each in read(text[:length], kind).findings if each.severity is Severity.ERROR]
        syntax = [code for code in codes if code.startswith("json.")]
        assert len(syntax) <= 2, (text[:length], codes)
        assert set(syntax) <= allowed, (text[:length], codes)


@pytest.mark.parametrize("cut", range(1, len(GOOD)))
def test_a_statement_cut_off_leaves_the_others(cut):
    reading = read(document(GOOD, GOOD[:cut], GOOD))
    kept = [statement.index for statement in reading.document.statements]
    assert 0 in kept
    assert not reading.ok


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ('{"Effect": "Allow", "Action": "s3:Get*,\n"Resource": "*"}', "json.unterminated-string"),
        ('{"Effect": "Allow", "Action": ["s3:Get*],\n"Resource": "*"}', "json.unterminated-string"),
        ('{"Effect: "Allow",\n"Action": "*", "Resource": "*"}', "json.unbalanced-quotes"),
        ('{"Effect": "Allow", "Action": , "Resource": "*"}', "json.missing-value"),
        ('{"Effect": "Allow", "Action":\n"Resource": "*"}', "json.missing-value"),
        ('{"Effect": "Allow", "Action": ["a:b",\n"Resource": "*"}', "json.unterminated"),
        ('{"Effect": "Allow", "Action": "a:b", "Resource": "*"', "json.unterminated"),
        ('{"Effect": "Allow", "Action": s3:Get*, "Resource": "*"}', "json.bare-word"),
        ('{"Effect": "Allow", "Action": "a:b", "a:c", "Resource": "*"}', "json.missing-list"),
        ('{"Effect": "Allow", "Action": "a\\d", "Resource": "*"}', "json.bad-escape"),
        (
            '{"Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": ' + "[" * 80 + "]" * 80 + "}",
            "json.too-deep",
        ),
    ],
)
def test_one_mistake_costs_one_statement(broken, code):
    reading = read(document(GOOD, broken, GOOD))
    assert [each.code for each in reading.findings] == [code]
    assert [statement.index for statement in reading.document.statements] == [0, 2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (document(GOOD, GOOD, comma=""), "json.missing-comma"),
        (document(GOOD, GOOD, ""), "json.trailing-comma"),
        (document(GOOD, "// second", GOOD, comma=",").replace("second,", "second"), "json.comment"),
        (document(GOOD, GOOD)[:-1], "json.unterminated"),
        (document(GOOD, GOOD)[:-2] + "}", "json.unterminated"),
        (document(GOOD, GOOD)[1:], "json.missing-braces"),
        (document(GOOD, GOOD) + "}", "json.extra-bracket"),
        (document(GOOD, GOOD) + document(GOOD), "json.two-values"),
        ("\ufeff" + document(GOOD, GOOD), "json.byte-order-mark"),
        (document(GOOD, GOOD.replace('"s3:Get*"', "'s3:Get*'")), "json.single-quotes"),
        (document(GOOD, GOOD.replace('"s3:Get*"', "“s3:Get*”")), "json.smart-quotes"),
        (document(GOOD, GOOD.replace('"Action"', "Action")), "json.bare-word"),
        (document(GOOD, GOOD.replace(', "Action"', ' "Action"')), "json.missing-comma"),
        (document(GOOD, GOOD.replace('"Action":', '"Action"')), "json.missing-colon"),
        (document(GOOD, GOOD.replace(" ", "\u00a0", 1)), "json.odd-space"),
        (document(GOOD, GOOD.replace('", "Res', '": "Res')), "json.unexpected"),
    ],
)
def test_a_mistake_that_leaves_no_doubt_costs_no_statement(text, code):
    reading = read(text)
    assert [each.code for each in reading.findings] == ([code])
    assert len(reading.document.statements) == 2


def test_without_the_brackets_of_the_list_the_first_statement_is_read():
    reading = read(document(GOOD, GOOD).replace("[", "").replace("]", ""))
    assert [finding.code for finding in reading.findings] == ["json.missing-name"]
    assert len(reading.document.statements) == 1


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends(line_end):
    reading = read(document(GOOD, "5").replace("\n", line_end))
    assert reading.position(reading.findings[0].span.start) == (4, 1)


def test_columns_count_code_points():
    text = '{"Statement": {"Sid": "😀한", "Effect": "allow", "Action": "*", "Resource": "*"}}'
    reading = read(text)
    bad = next(each for each in reading.findings if each.code == "policy.bad-effect-near")
    assert reading.position(bad.span.start) == (1, text.index('"allow"') + 1)


def test_lines_count_as_split_does():
    text = "a\nb\r\nc\rd"
    lines = Lines(text)
    assert len(lines) == 4
    assert [lines.position(offset) for offset in (0, 2, 5, 7)] == [(1, 1), (2, 1), (3, 1), (4, 1)]


def test_json_that_python_reads_has_no_json_finding():
    for value in ({"a": [1, -2.5e3, True, None, '\u2028\\"/\n']}, [], "x", 0, {"": {}}):
        for indent in (None, 2):
            for ascii_only in (True, False):
                text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
                assert not [each for each in read(text).findings if each.code.startswith("json.")], text


def test_half_a_character_behind_a_backslash_can_be_written_out_again():
    reading = read('{"\\\ud800": 1}')
    for finding in reading.findings:
        "".join(map(str, finding.path)).encode()
