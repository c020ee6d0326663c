"""Every code of the reader: its smallest trigger, the exact place, and messages in both languages."""

import re
from pathlib import Path

import pytest

import iamtutor.policy
from iamtutor.policy import POLICY_MESSAGES, PolicyKind, Severity, read
from iamtutor.words import gaps, say

REST = '"Effect": "Allow", "Action": "s3:Get*", "Resource": "*"'
TRUST = '"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"'


def policy(statement: str) -> str:
    """A policy of three lines; the statement is the second."""
    return '{"Version": "2012-10-17", "Statement":\n' + statement + "\n}"


def condition(text: str) -> str:
    return policy('{"Condition": ' + text + ", " + REST + "}")


# code, text, line, column, length
JSON = [
    ("json.empty", "", 1, 1, 0),
    ("json.empty", " \n", 1, 1, 1),
    ("json.comment", policy("// why\n{" + REST + "}"), 2, 1, 6),
    ("json.comment", policy("/* why\n */{" + REST + "}"), 2, 1, 10),
    ("json.comment", policy("{" + REST + "} # why"), 2, 59, 5),
    ("json.comment", policy("{" + REST + "}") + " /* open", 3, 3, 7),
    ("json.trailing-comma", policy("{" + REST + ",}"), 2, 57, 1),
    ("json.trailing-comma", policy("[{" + REST + "},]"), 2, 59, 1),
    ("json.extra-comma", policy("[{" + REST + "},,{" + REST + "}]"), 2, 60, 1),
    ("json.extra-comma", policy("[,{" + REST + "}]"), 2, 2, 1),
    ("json.missing-comma", policy("[{" + REST + "}\n{" + REST + "}]"), 2, 58, 1),
    ("json.missing-comma", policy('{"Sid": "A"\n' + REST + "}"), 2, 11, 1),
    ("json.missing-comma", policy('{"Sid": "A" ' + REST + "}"), 2, 11, 1),
    ("json.missing-colon", policy('{"Sid" "A", ' + REST + "}"), 2, 2, 5),
    ("json.missing-value", policy('{"Sid":, ' + REST + "}"), 2, 7, 1),
    ("json.missing-value", policy('{"Sid":\n' + REST + "}"), 2, 7, 1),
    ("json.missing-value", policy('{"Sid"\n' + REST + "}"), 2, 2, 5),
    ("json.missing-value", policy("{" + REST + ', "Sid"}'), 2, 59, 5),
    ("json.missing-value", policy("{" + REST + ', "Sid": }'), 2, 64, 1),
    ("json.missing-name", policy("{" + REST + "}, {" + REST + "}"), 2, 60, 1),
    ("json.missing-name", policy("{5, " + REST + "}"), 2, 2, 1),
    ("json.missing-list", policy('{"Action": "s3:Get*", "s3:Put*", "Effect": "Deny", "Resource": "*"}'), 2, 23, 9),
    ("json.missing-list", policy('{"Action": "s3:Get*" "s3:Put*", "Effect": "Deny", "Resource": "*"}'), 2, 22, 9),
    ("json.name-in-list", policy("[" + REST + "]"), 2, 2, 8),
    ("json.name-in-list", policy("[" + REST + "}]"), 2, 2, 8),
    ("json.duplicate-key", policy('{"Effect": "Deny", ' + REST + "}"), 2, 20, 8),
    ("json.missing-braces", policy("{" + REST + "}")[1:-1], 1, 1, 9),
    ("json.missing-braces", policy("{" + REST + "}")[1:], 1, 1, 9),
    ("json.bare-word", policy("{" + REST + "\nCon}"), 3, 1, 3),
    ("json.unterminated", policy('{"Resource": ["a", "b"\n"Effect": "Deny", "Action": "*"}'), 2, 14, 1),
    ("json.missing-value", '{"Version": "2012-10-17",\n"Stat"}', 2, 1, 6),
    ("json.unterminated-string", policy('{"Eff\n"Action": "*", "Resource": "*"}'), 2, 2, 4),
    ("json.two-values", policy("{" + REST + "}") + "\n{}", 4, 1, 2 - 1),
    ("json.two-values", policy("{" + REST + "}") + ",", 3, 2, 1),
    ("json.two-values", policy("{" + REST + "}") + " and", 3, 3, 3),
    ("json.extra-bracket", policy("{" + REST + "}") + "}", 3, 2, 1),
    ("json.mismatched-bracket", policy("{" + REST + "}")[:-1] + "]", 3, 1, 1),
    ("json.mismatched-bracket", policy('{"Resource": ["a", "b"}, "Effect": "Deny", "Action": "*"}'), 2, 23, 1),
    ("json.unterminated", policy("{" + REST + "}")[:-1], 1, 1, 1),
    ("json.unterminated", policy("[{" + REST + "\n]"), 2, 2, 1),
    ("json.unterminated", policy("[{" + REST + ",\n{" + REST + "}]"), 2, 2, 1),
    ("json.unterminated", policy('{"Resource": ["a", "b",\n"Effect": "Deny", "Action": "*"}'), 2, 14, 1),
    ("json.unterminated", policy('{"Effect": "Deny", "Action": "*", "Resource": ["a", "b"}'), 2, 47, 1),
    ("json.unterminated-string", policy('{"Sid": "A,\n' + REST + "}"), 2, 9, 3),
    ("json.unterminated-string", policy('{"Resource": ["a", "b],\n"Effect": "Deny", "Action": "*"}'), 2, 20, 4),
    ("json.unterminated-string", '{"Version": "2012', 1, 13, 5),
    ("json.unbalanced-quotes", policy('{"Sid: "A",\n' + REST + "}"), 2, 2, 8),
    ("json.unbalanced-quotes", policy('{Sid": "A",\n' + REST + "}"), 2, 2, 3),
    ("json.unbalanced-quotes", policy('{"Sid": A",\n' + REST + "}"), 2, 9, 1),
    ("json.single-quotes", policy("{'Sid': \"A\", " + REST + "}"), 2, 2, 5),
    ("json.single-quotes", policy('{"Sid": \'A,\n' + REST + "}"), 2, 9, 2),
    ("json.smart-quotes", policy("{“Sid”: “A”, " + REST + "}"), 2, 2, 5),
    ("json.smart-quotes", policy('{"Sid”: "A",\n' + REST + "}"), 2, 6, 1),
    ("json.bare-word", policy('{Sid: "A", ' + REST + "}"), 2, 2, 3),
    ("json.bare-word", policy('{"Sid": A, ' + REST + "}"), 2, 9, 1),
    ("json.bare-word", policy('{"Action": s3:Get*, "Effect": "Deny", "Resource": "*"}'), 2, 12, 7),
    ("json.bare-word", condition('{"Bool": {"aws:SecureTransport": False}}'), 2, 48, 5),
    ("json.bare-word", condition('{"Bool": {"aws:SecureTransport": tru}}'), 2, 48, 3),
    ("json.bad-number", condition('{"NumericEquals": {"s3:max-keys": 010}}'), 2, 49, 3),
    ("json.bad-number", condition('{"NumericEquals": {"s3:max-keys": NaN}}'), 2, 49, 3),
    ("json.bad-number", '{"Version": 2012-10-17}', 1, 13, 10),
    ("json.bad-escape", policy('{"Sid": "A\\d", ' + REST + "}"), 2, 11, 2),
    ("json.control-character", policy('{"Resource": "A\tB", "Effect": "Deny", "Action": "*"}'), 2, 16, 1),
    ("json.control-character", policy('{"Resource": "A\nB", "Effect": "Deny", "Action": "*"}'), 2, 16, 1),
    ("json.lone-surrogate", policy('{"Sid": "A\\ud800", ' + REST + "}"), 2, 11, 6),
    ("json.lone-surrogate", policy('{"Sid": "A\udfff", ' + REST + "}"), 2, 11, 1),
    ("json.byte-order-mark", "\ufeff" + policy("{" + REST + "}"), 1, 1, 1),
    ("json.odd-space", policy('{"Sid":\u00a0"A", ' + REST + "}"), 2, 8, 1),
    ("json.odd-space", policy("{\u3000" + REST + "}"), 2, 2, 1),
    ("json.unexpected", "policy: " + policy("{" + REST + "}"), 1, 1, 6),
    ("json.unexpected", ":", 1, 1, 1),
    ("json.unexpected", "]", 1, 1, 1),
    ("json.too-deep", "[" * 70 + "]" * 70, 1, 65, 1),
    ("json.too-many", "[" + "True, " * 201 + "true]", 1, 1202, 4),
]

POLICY = [
    ("policy.not-an-object", "[]", 1, 1, 1),
    ("policy.not-an-object", '"Allow"', 1, 1, 1),
    ("policy.unknown-element", policy('{"Comment": 1, ' + REST + "}"), 2, 2, 9),
    ("policy.unknown-element", '{"Statements!": 1, ' + policy("{" + REST + "}")[1:], 1, 2, 13),
    ("policy.unknown-element-near", policy('{"Conditon": {}, ' + REST + "}"), 2, 2, 10),
    ("policy.unknown-element-near", policy('{"effect": "Allow", "Action": "*", "Resource": "*"}'), 2, 2, 8),
    ("policy.unknown-element-near", '{"Version": "2012-10-17", "statement": []}', 1, 27, 11),
    ("policy.belongs-to-policy", policy('{"Version": "2012-10-17", ' + REST + "}"), 2, 2, 9),
    ("policy.belongs-to-statement", "{" + REST + ', "Version": "2012-10-17"}', 1, 2, 8),
    ("policy.missing-statement", '{"Version": "2012-10-17"}', 1, 1, 1),
    ("policy.missing-statement", policy("[]"), 2, 1, 2),
    ("policy.missing-effect", policy('{"Action": "*", "Resource": "*"}'), 2, 1, 1),
    ("policy.missing-action", policy('{"Effect": "Deny", "Resource": "*"}'), 2, 1, 1),
    ("policy.missing-resource", policy('{"Effect": "Deny", "Action": "*"}'), 2, 1, 1),
    ("policy.both-action-and-not-action", policy("{" + REST + ', "NotAction": "*"}'), 2, 59, 11),
    ("policy.both-resource-and-not-resource", policy("{" + REST + ', "NotResource": "*"}'), 2, 59, 13),
    ("policy.principal-not-allowed", policy('{"Principal": "*", ' + REST + "}"), 2, 2, 11),
    ("policy.wrong-type-string", policy('{"Sid": 5, ' + REST + "}"), 2, 9, 1),
    ("policy.wrong-type-string", '{"Version": [], ' + policy("{" + REST + "}")[26:], 1, 13, 2),
    ("policy.wrong-type-string", policy('{"Effect": ["Allow"], "Action": "*", "Resource": "*"}'), 2, 12, 9),
    ("policy.wrong-type-strings", policy('{"Effect": "Deny", "Action": {}, "Resource": "*"}'), 2, 30, 2),
    ("policy.wrong-type-strings", policy('{"Effect": "Deny", "Action": "*", "Resource": 5}'), 2, 47, 1),
    ("policy.wrong-type-item", policy('{"Effect": "Deny", "Action": ["*", 5], "Resource": "*"}'), 2, 36, 1),
    ("policy.wrong-type-statement", policy('"Allow"'), 2, 1, 7),
    ("policy.wrong-type-statement", policy("[{" + REST + "}, [{}]]"), 2, 61, 4),
    ("policy.empty-list", policy('{"Effect": "Deny", "Action": [], "Resource": "*"}'), 2, 30, 2),
    ("policy.empty-list", policy('{"Effect": "Deny", "Action": "*", "NotResource": []}'), 2, 50, 2),
    ("policy.characters", policy('{"Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::보고서/*"}'), 2, 61, 3),
    ("policy.bad-version", '{"Version": "2024-01-01", ' + policy("{" + REST + "}")[26:], 1, 13, 12),
    ("policy.no-version", '{"Statement": {' + REST + "}}", 1, 1, 1),
    ("policy.duplicate-sid", policy('[{"Sid": "A", ' + REST + '},\n{"Sid": "A", ' + REST + "}]"), 3, 9, 3),
    ("policy.bad-sid", policy('{"Sid": "Read reports", ' + REST + "}"), 2, 9, 14),
    ("policy.bad-effect", policy('{"Effect": "Permit", "Action": "*", "Resource": "*"}'), 2, 12, 8),
    ("policy.bad-effect-near", policy('{"Effect": "allow", "Action": "*", "Resource": "*"}'), 2, 12, 7),
    ("policy.bad-action", policy('{"Effect": "Deny", "Action": "GetObject", "Resource": "*"}'), 2, 30, 11),
    ("policy.bad-action", policy('{"Effect": "Deny", "Action": ["s3:*", "s3:"], "Resource": "*"}'), 2, 39, 5),
    ("policy.wrong-type-object", condition("[]"), 2, 15, 2),
    ("policy.wrong-type-operator", condition('{"Bool": "true"}'), 2, 24, 6),
    ("policy.wrong-type-value", condition('{"Bool": {"aws:SecureTransport": null}}'), 2, 48, 4),
    ("policy.wrong-type-value", condition('{"Bool": {"aws:SecureTransport": [[true]]}}'), 2, 49, 6),
    ("policy.unknown-operator", condition('{"Matches": {"aws:username": "a"}}'), 2, 16, 9),
    ("policy.unknown-operator-near", condition('{"StringEqual": {"aws:username": "a"}}'), 2, 16, 13),
    ("policy.null-with-if-exists", condition('{"NullIfExists": {"aws:username": "true"}}'), 2, 16, 14),
]

TRUSTS = [
    ("policy.missing-principal", policy('{"Effect": "Allow", "Action": "sts:AssumeRole"}'), 2, 1, 1),
    ("policy.resource-not-allowed", policy("{" + TRUST + ', "Resource": "*"}'), 2, 67, 10),
    ("policy.resource-not-allowed", policy("{" + TRUST + ', "NotResource": "*"}'), 2, 67, 13),
    ("policy.both-principal-and-not-principal", policy("{" + TRUST + ', "NotPrincipal": "*"}'), 2, 67, 14),
    ("policy.wrong-type-principal", policy('{"Principal": "me", "Effect": "Deny", "Action": "*"}'), 2, 15, 4),
    ("policy.wrong-type-principal", policy('{"Principal": ["*"], "Effect": "Deny", "Action": "*"}'), 2, 15, 5),
    ("policy.empty-principal", policy('{"Principal": {}, "Effect": "Deny", "Action": "*"}'), 2, 15, 2),
    ("policy.empty-list", policy('{"Principal": {"AWS": []}, "Effect": "Deny", "Action": "*"}'), 2, 23, 2),
    ("policy.bad-principal", policy('{"Principal": {"User": "a"}, "Effect": "Deny", "Action": "*"}'), 2, 16, 6),
    ("policy.bad-principal-near", policy('{"Principal": {"aws": "a"}, "Effect": "Deny", "Action": "*"}'), 2, 16, 5),
    ("policy.not-principal-allow", policy('{"NotPrincipal": "*", "Effect": "Allow", "Action": "*"}'), 2, 2, 14),
]

CASES = [(*case, PolicyKind.IDENTITY) for case in JSON + POLICY] + [(*case, PolicyKind.TRUST) for case in TRUSTS]


@pytest.mark.parametrize(("code", "text", "line", "column", "length", "kind"), CASES)
def test_one_mistake_is_one_finding_at_its_place(code, text, line, column, length, kind):
    reading = read(text, kind)
    found = [finding for finding in reading.findings if finding.code == code]
    assert found, [finding.code for finding in reading.findings]
    assert reading.position(found[0].span.start) == (line, column)
    assert found[0].span.end - found[0].span.start == length
    if code not in ("json.too-many", "json.smart-quotes"):
        others = {finding.code for finding in reading.findings} - {code}
        # Names that are listed without brackets or braces leave elements without a home; nothing else may follow.
        assert others <= {"policy.not-an-object", "policy.missing-statement"}, others
        assert len(found) == 1


def test_the_severities():
    severities = {
        finding.code: finding.severity for _, text, *_, kind in CASES for finding in read(text, kind).findings
    }
    mild = {code: severity for code, severity in severities.items() if severity is not Severity.ERROR}
    assert mild == {
        "policy.no-version": Severity.SUGGESTION,
        "policy.not-principal-allow": Severity.WARNING,
    }


def codes_in_source() -> set[str]:
    folder = Path(iamtutor.policy.__file__).parent
    sources = [path.read_text("utf-8") for path in folder.glob("*.py") if path.name != "messages.py"]
    return {code for source in sources for code in re.findall(r'"((?:json|policy)\.[a-z-]+)"', source)}


def test_every_code_has_a_trigger_here():
    assert codes_in_source() == {case[0] for case in CASES}


def test_every_code_speaks_both_languages():
    assert gaps.missing(POLICY_MESSAGES) == []
    codes = codes_in_source()
    assert set(POLICY_MESSAGES) == codes | {f"{code}.mend" for code in codes}


@pytest.mark.parametrize(("code", "text", "kind"), [(case[0], case[1], case[-1]) for case in CASES])
def test_every_finding_can_be_said(code, text, kind):
    for finding in read(text, kind).findings:
        for lang in ("ko", "en"):
            said = say(POLICY_MESSAGES, finding.code, lang, **finding.arguments)
            said.encode()
            assert "\n" not in said
            assert say(POLICY_MESSAGES, finding.code + ".mend", lang, **finding.arguments)
