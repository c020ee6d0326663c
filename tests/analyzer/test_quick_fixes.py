"""Quick fixes: each mends its finding and nothing else, and there is none where two mendings could be meant."""

from __future__ import annotations

import json
from collections import Counter

import pytest

from iamtutor.analyzer import ValidationFinding, reader_findings
from iamtutor.policy import PolicyKind, Reading, read
from tests.analyzer.checks import findings
from tests.policy.reader_samples import SAMPLES

HEAD = '{"Version": "2012-10-17", "Statement": ['
READ = '"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"'
DEV = "arn:aws:iam::111122223333:user/dev"
IDENTITY, TRUST, BUCKET = PolicyKind.IDENTITY, PolicyKind.TRUST, PolicyKind.RESOURCE


def statement(inside: str) -> str:
    return f"{HEAD}{{{inside}}}]}}"


def granted(principal: str) -> str:
    return statement(f'{READ.replace("*", "arn:aws:s3:::b/*")}, "Principal": {principal}')


def trusted(inside: str) -> str:
    return statement(f'"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {{"AWS": "{DEV}"}}{inside}')


def where(condition: str) -> str:
    return statement(f'{READ}, "Condition": {condition}')


def on(resource: str) -> str:
    return statement(READ.replace("*", resource))


def with_fix(reading: Reading, code: str) -> ValidationFinding:
    own = [each for each in reader_findings(reading, broken=False) if each.code == code]
    return own[0] if own else next(each for each in findings(reading.text, reading.kind) if each.code == code)


def mended(text: str, finding: ValidationFinding) -> str:
    assert finding.fix is not None
    return text[: finding.fix.span.start] + finding.fix.replacement + text[finding.fix.span.end :]


SMALL = f'"Statement": [{{{READ}}}]'
VERSION = '"Version": "2012-10-17"'
FIXES: list[tuple[str, str, str, PolicyKind]] = [
    ("MISSING_VERSION", f"{{{SMALL}}}", f"{{{VERSION}, {SMALL}}}", IDENTITY),
    ("MISSING_VERSION", f"{{\n    {SMALL}\n}}", f"{{\n    {VERSION},\n    {SMALL}\n}}", IDENTITY),
    ("MISSING_VERSION", f"{{\r\n\t{SMALL}}}", f"{{\r\n\t{VERSION},\r\n\t{SMALL}}}", IDENTITY),
    ("MISSING_VERSION", f"{{ {SMALL} }}", f"{{ {VERSION}, {SMALL} }}", IDENTITY),
    ("MISSING_VERSION", f'{{\n\n  "Id": "x", {SMALL}}}', f'{{\n\n  {VERSION},\n  "Id": "x", {SMALL}}}', IDENTITY),
    (
        "MISSING_VERSION",
        f"{{{SMALL}}}".replace(": ", ":"),
        f"{{{VERSION},{SMALL}}}".replace(": ", ":"),
        IDENTITY,
    ),
    (
        "VARIABLE_UNSUPPORTED_IN_VERSION",
        on("arn:aws:s3:::b/${aws:username}").replace("2012", "2008"),
        on("arn:aws:s3:::b/${aws:username}"),
        IDENTITY,
    ),
    ("INVALID_VERSION", on("*").replace("2012-10-17", "2026-11-27"), on("*"), IDENTITY),
    ("INVALID_VERSION", on("*").replace("2012", "208"), on("*").replace("2012", "2008"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace("}]", "},]"), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace(", ", ",, ", 1), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace(", ", " ", 1), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace('t": [', 't" ['), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace('"Allow"', "'Allow'"), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace('"Allow"', "“Allow”"), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace('"Allow"', "Allow"), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace('"2012-10-17"', "2012-10-17"), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace("[", "[\n  // why\n"), on("*").replace("[", "[\n"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace("[", "[ # why\n"), on("*").replace("[", "[\n"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace("[", "[/* why */"), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace(": [", ":\u00a0["), on("*"), IDENTITY),
    ("JSON_SYNTAX_ERROR", f"\ufeff{on('*')}", on("*"), IDENTITY),
    ("INVALID_EFFECT", on("*").replace("Allow", "allow"), on("*"), IDENTITY),
    ("INVALID_POLICY_ELEMENT", on("*").replace("Resource", "Resources"), on("*"), IDENTITY),
    ("DATA_TYPE_MISMATCH", on("*").replace('"Allow"', '["Allow"]'), on("*"), IDENTITY),
    ("DATA_TYPE_MISMATCH", statement(f'"Sid": 7, {READ}'), statement(f'"Sid": "7", {READ}'), IDENTITY),
    ("DATA_TYPE_MISMATCH", granted('{"AWS": 111122223333}'), granted('{"AWS": "111122223333"}'), BUCKET),
    ("DATA_TYPE_MISMATCH", on("*").replace('"*"', '[["a:*", "b:*"]]'), on("*").replace('"*"', '["a:*", "b:*"]'), IDENTITY),
    ("INVALID_PRINCIPAL_FORMAT", granted(f'"{DEV}"'), granted(f'{{"AWS": "{DEV}"}}'), BUCKET),
    ("INVALID_PRINCIPAL_FORMAT", granted(f'["{DEV}", "444455556666"]'), granted(f'{{"AWS": ["{DEV}", "444455556666"]}}'), BUCKET),
    ("INVALID_PRINCIPAL_FORMAT", granted('["*"]'), granted('"*"'), BUCKET),
    ("INVALID_PRINCIPAL_FORMAT", granted('"s3.amazonaws.com"'), granted('{"Service": "s3.amazonaws.com"}'), BUCKET),
    ("INVALID_PRINCIPAL_KEY", granted(f'{{"aws": "{DEV}"}}'), granted(f'{{"AWS": "{DEV}"}}'), BUCKET),
    ("INVALID_ACTION", on("*").replace("s3:Get", " s3: Get"), on("*"), IDENTITY),
    ("UNSUPPORTED_SID", statement(f'"Sid": "Read all-day", {READ}'), statement(f'"Sid": "Readallday", {READ}'), IDENTITY),
    (
        "UNIQUE_SIDS_REQUIRED",
        f'{HEAD}{{"Sid": "Read", {READ}}}, {{"Sid": "Read", {READ}}}, {{"Sid": "Read2", {READ}}}]}}',
        f'{HEAD}{{"Sid": "Read", {READ}}}, {{"Sid": "Read3", {READ}}}, {{"Sid": "Read2", {READ}}}]}}',
        IDENTITY,
    ),
    ("UNSUPPORTED_PRINCIPAL", statement(f'"Principal": "*", {READ}'), on("*"), IDENTITY),
    ("UNSUPPORTED_PRINCIPAL", statement(f'{READ}, "Principal": "*"'), on("*"), IDENTITY),
    ("SCP_SYNTAX_ERROR_PRINCIPAL", statement(f'{READ}, "Principal": "*"'), on("*"), PolicyKind.SCP),
    ("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", trusted(', "Resource": "*"'), trusted(""), TRUST),
    ("NULL_WITH_IF_EXISTS", where('{"NullIfExists": {"s3:prefix": "true"}}'), where('{"Null": {"s3:prefix": "true"}}'), IDENTITY),
    ("EMPTY_SID_VALUE", statement(f'"Sid": "", {READ}'), on("*"), IDENTITY),
    ("EMPTY_OBJECT_CONDITION", where("{}"), on("*"), IDENTITY),
    ("EMPTY_OBJECT_CONDITION", where('{"Bool": {}}'), on("*"), IDENTITY),
    (
        "EMPTY_OBJECT_CONDITION",
        where('{"Bool": {}, "Null": {"s3:prefix": "true"}}'),
        where('{"Null": {"s3:prefix": "true"}}'),
        IDENTITY,
    ),
    ("REDUNDANT_STATEMENT", on("*").replace("}]", f"}}, {{{READ}}}]"), on("*"), IDENTITY),
    ("INVALID_PARTITION", on("arn:AWS:s3:::b/k"), on("arn:aws:s3:::b/k"), IDENTITY),
    ("INVALID_ARN_REGION", on("arn:aws:s3:US-EAST-1::b/k"), on("arn:aws:s3:us-east-1::b/k"), IDENTITY),
    ("ARN_REGION_NOT_ALLOWED", on("arn:aws:s3:us-east-1::b/k"), on("arn:aws:s3:::b/k"), IDENTITY),
    ("ARN_ACCOUNT_NOT_ALLOWED", on("arn:aws:s3::111122223333:b/k"), on("arn:aws:s3:::b/k"), IDENTITY),
    (
        "INVALID_SERVICE_CONDITION_KEY",
        where('{"StringLike": {"s3:prefx": "a"}}'),
        where('{"StringLike": {"s3:prefix": "a"}}'),
        IDENTITY,
    ),
    (
        "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY",
        trusted("").replace(
            f'"{DEV}"', '["arn:aws:iam::111122223333:role/r", "arn:aws:sts::111122223333:assumed-role/r/s"]'
        ),
        trusted("").replace(f'"{DEV}"', '["arn:aws:iam::111122223333:role/r"]'),
        TRUST,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "wrong", "right", "kind"), FIXES, ids=[f"{n}-{each[0]}" for n, each in enumerate(FIXES)]
)
def test_a_quick_fix_writes_exactly_what_was_meant(code: str, wrong: str, right: str, kind: PolicyKind) -> None:
    reading = read(wrong, kind)
    finding = with_fix(reading, code)
    assert mended(wrong, finding) == right
    json.loads(right)
    after = [each.code for each in findings(right, kind)]
    assert after.count(code) < max(1, [each.code for each in findings(wrong, kind)].count(code))


NO_FIX: list[tuple[str, str, PolicyKind]] = [
    ("INVALID_POLICY_ELEMENT", statement(f'{READ}, "Acton": "s3:PutObject"'), IDENTITY),
    ("INVALID_CONDITION_OPERATOR", where('{"Bool": {"aws:SecureTransport": "true"}, "Boool": {"s3:x": "1"}}'), IDENTITY),
    ("NULL_WITH_IF_EXISTS", where('{"Null": {"s3:prefix": "true"}, "NullIfExists": {"s3:delimiter": "true"}}'), IDENTITY),
    ("INVALID_SERVICE_CONDITION_KEY", where('{"StringLike": {"s3:prefx": "a", "s3:prefix": "b"}}'), IDENTITY),
    ("UNSUPPORTED_PRINCIPAL", statement(f'{READ}, "NotPrincipal": {{"AWS": "{DEV}"}}'), IDENTITY),
    ("INVALID_PRINCIPAL_FORMAT", granted(f'["{DEV}", "s3.amazonaws.com"]'), BUCKET),
    ("INVALID_ACTION", on("*").replace("s3:GetObject", "GetObject"), IDENTITY),
    ("UNSUPPORTED_SID", statement(f'"Sid": "-", {READ}'), IDENTITY),
    ("INVALID_EFFECT", on("*").replace("Allow", "Maybe"), IDENTITY),
    ("DATA_TYPE_MISMATCH", on("*").replace('"*"', '{"a": 1}'), IDENTITY),
    ("JSON_SYNTAX_ERROR", on("*").replace('"*"', "1.5.2"), IDENTITY),
    ("MISSING_RESOURCE", statement('"Effect": "Allow", "Action": "s3:GetObject"'), IDENTITY),
    ("INVALID_PARTITION", on("arn:aws-mars:s3:::b/k"), IDENTITY),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "kind"), NO_FIX, ids=[f"{n}-{each[0]}" for n, each in enumerate(NO_FIX)])
def test_there_is_no_fix_where_more_than_one_thing_could_be_meant(code: str, text: str, kind: PolicyKind) -> None:
    assert with_fix(read(text, kind), code).fix is None


def test_a_long_word_without_quotation_marks_is_quoted_whole() -> None:
    word = "arn:aws:s3:::" + "a-very-long-name-" * 20
    text = on("*").replace('"*"', word)
    finding = with_fix(read(text), "JSON_SYNTAX_ERROR")
    assert finding.fix is None or f'"{word}"' in mended(text, finding)


@pytest.mark.parametrize(("sample", "kind"), SAMPLES)
def test_after_one_slip_of_the_finger_a_fix_takes_its_finding_away_and_brings_no_other(
    sample: str, kind: PolicyKind
) -> None:
    mended_count = 0
    for at in range(0, len(sample), 3):
        for put in ("", sample[at] * 2, "'", ","):
            text = sample[:at] + put + sample[at + 1 :]
            before = list(reader_findings(read(text, kind), broken=False))
            for finding in before[:2]:
                if finding.fix is not None:
                    mended_count += 1
                    after = reader_findings(read(mended(text, finding), kind), broken=False)
                    now = Counter(each.message for each in after)
                    assert now[finding.message] < sum(each.message == finding.message for each in before), text
    assert mended_count > 20
