"""Where findings stand, in AWS's form and in the text, and what their quick fixes do.

Source: PathElement in the Access Analyzer API reference (API_PathElement), and the verdicts of ValidatePolicy.
"""

from __future__ import annotations

import json
from typing import Any

import pytest

from iamtutor.analyzer import ValidationFinding, path_json, validate, validating
from iamtutor.catalog import Catalog
from iamtutor.policy import PolicyKind, Severity, read
from tests.analyzer.checks import CHECKS, TRUST, catalog, findings, kind_of, text_of

HEAD = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"'


def only(text: str, code: str, kind: PolicyKind = PolicyKind.IDENTITY) -> ValidationFinding:
    (found,) = [finding for finding in findings(text, kind) if finding.code == code]
    return found


def marked(text: str, finding: ValidationFinding) -> str:
    return text[finding.span.start : finding.span.end]


def test_a_key_is_blamed_as_a_key() -> None:
    text = HEAD + ', "Condition": {"StringEquals": {"s3:Colour": "red"}}}]}'
    found = only(text, "INVALID_SERVICE_CONDITION_KEY")
    assert marked(text, found) == '"s3:Colour"'
    assert path_json(found.path) == [
        {"value": "Statement"},
        {"index": 0},
        {"value": "Condition"},
        {"value": "StringEquals"},
        {"key": "s3:Colour"},
    ]


def test_a_part_of_a_string_is_a_substring() -> None:
    text = HEAD.replace('"*"', '"arn:aws:s3:::lab/${}/x"') + "}]}"
    found = only(text, "EMPTY_VARIABLE")
    assert marked(text, found) == "${}"
    assert path_json(found.path)[-1] == {"substring": {"start": 17, "length": 3}}


def test_a_string_with_escapes_is_marked_as_a_whole() -> None:
    text = HEAD.replace('"*"', r'"arn:aws:s3:::\u006cab/${}/x"') + "}]}"
    found = only(text, "EMPTY_VARIABLE")
    assert marked(text, found).startswith('"arn:aws')
    assert path_json(found.path)[-1] == {"substring": {"start": 17, "length": 3}}


def test_one_field_of_an_arn_is_marked() -> None:
    text = HEAD.replace('"*"', '"arn:aws:sqs:us-east-99:123456789012:jobs"') + "}]}"
    assert marked(text, only(text, "INVALID_ARN_REGION")) == "us-east-99"


def test_what_is_missing_is_missing_in_its_statement() -> None:
    text = '{"Version": "2012-10-17", "Statement": [{"Action": "s3:GetObject", "Resource": "*"}]}'
    found = only(text, "MISSING_EFFECT")
    assert marked(text, found) == "{"
    assert path_json(found.path) == [{"value": "Statement"}, {"index": 0}]


def test_the_only_item_of_a_list_has_its_number() -> None:
    text = HEAD + ', "Condition": {"StringLike": {"aws:ResourceTag/team": ["*"]}}}]}'
    assert path_json(only(text, "EQUIVALENT_TO_NULL_FALSE").path)[-2:] == [
        {"value": "aws:ResourceTag/team"},
        {"index": 0},
    ]


def test_one_statement_without_a_list_has_no_number() -> None:
    text = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:Nothing", "Resource": "*"}}'
    assert path_json(only(text, "INVALID_ACTION").path) == [{"value": "Statement"}, {"value": "Action"}]


@pytest.mark.parametrize("code", CHECKS)
def test_every_path_leads_to_its_place(code: str) -> None:
    check = CHECKS[code]
    text = text_of(check)
    reading = read(text, kind_of(check))
    for finding in validate(reading, resource_type=check.get("resource_type"), catalog=catalog()):
        for place in finding.places:
            assert 0 <= place.span.start <= place.span.end <= len(text)
            steps: list[Any] = [next(iter(element.json().values())) for element in place.path]
            if steps and isinstance(steps[-1], dict):
                steps.pop()
            blames_key = bool(place.path) and "key" in place.path[-1].json()
            span = reading.span_of(tuple(steps[:-1] if blames_key else steps))
            if code != "JSON_SYNTAX_ERROR":
                assert span is not None
                assert span.start <= place.span.start
                assert place.span.end <= span.end


FIXES = [
    ("INVALID_ACTION", '"s3:GetObjekt"', '"s3:GetObject"'),
    ("INVALID_SERVICE_IN_ACTION", '"s33:GetObject"', '"s3:GetObject"'),
    ("INVALID_ARN_SERVICE_CASE", "arn:aws:S3:::", "arn:aws:s3:::"),
    ("IMPROVE_IP_RANGE", '"203.0.113.7/24"', '"203.0.113.0/24"'),
    ("WILDCARD_WITHOUT_LIKE_OPERATOR", '"StringEquals"', '"StringLike"'),
    ("STRING_LIKE_OPERATOR_WITH_ARN_CONDITION_KEYS", '"StringLike"', '"ArnLike"'),
    ("FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE", '"ForAnyValue:StringEquals"', None),
    ("UNSUPPORTED_SPACE_IN_VARIABLE", "${aws: username}", "${aws:username}"),
    ("REDUNDANT_CONDITION_VALUE_NUM", '"900"', None),
    ("REDUNDANT_ACTION", '"s3:GetObject"', None),
]


@pytest.mark.parametrize(("code", "wrong", "right"), FIXES, ids=[code for code, _, _ in FIXES])
def test_a_quick_fix_mends_its_finding(code: str, wrong: str, right: str | None) -> None:
    check = CHECKS[code]
    text = text_of(check)
    assert wrong in text
    found = [finding for finding in findings(text, kind_of(check), check.get("resource_type")) if finding.code == code]
    fix = found[0].fix
    if code == "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE":
        assert fix is None  # the operator without qualifier is there already: both would stand twice
        return
    assert fix is not None
    mended = text[: fix.span.start] + fix.replacement + text[fix.span.end :]
    json.loads(mended)
    assert right is None or right in mended
    after = findings(mended, kind_of(check), check.get("resource_type"))
    assert code not in {finding.code for finding in after}


def test_a_fix_spares_the_other_keys_of_an_operator() -> None:
    condition = {"StringEquals": {"aws:PrincipalTag/team": "red*", "aws:PrincipalTag/cost": "7"}}
    text = HEAD + f', "Condition": {json.dumps(condition)}}}]}}'
    assert only(text, "WILDCARD_WITHOUT_LIKE_OPERATOR").fix is None


def test_the_reader_proposes_fixes_too() -> None:
    text = HEAD.replace('"Effect"', '"effect"') + "}]}"
    fix = only(text, "INVALID_POLICY_ELEMENT").fix
    assert fix is not None
    assert fix.replacement == '"Effect"'


def test_the_reader_keeps_a_code_that_aws_does_not_have() -> None:
    (found,) = findings(HEAD.replace('"Effect"', '"Sid": "읽기", "Effect"') + "}]}")[1:]
    assert {
        found.code,
        *(each.code for each in findings(HEAD.replace('"Effect"', '"Sid": "읽기", "Effect"') + "}]}")),
    } == {
        "policy.characters",
        "UNSUPPORTED_SID",
    }
    assert found.severity is Severity.ERROR


def test_broken_json_is_all_that_is_said_of_a_broken_text() -> None:
    assert {finding.code for finding in findings(HEAD + ', "Sid": 7')} == {"JSON_SYNTAX_ERROR"}


@pytest.mark.parametrize("kind", [PolicyKind.BOUNDARY, PolicyKind.SESSION])
def test_boundaries_and_session_policies_are_identity_based(kind: PolicyKind) -> None:
    text = text_of(CHECKS["PASS_ROLE_WITH_STAR_IN_RESOURCE"])
    assert [finding.code for finding in findings(text, kind)] == ["PASS_ROLE_WITH_STAR_IN_RESOURCE"]


def test_an_endpoint_policy_is_a_resource_based_policy_of_no_type() -> None:
    policy = {"Effect": "Allow", "Principal": {"Federated": "x.example.com"}, "Action": "s3:*", "Resource": "*"}
    found = findings(json.dumps({"Version": "2012-10-17", "Statement": policy}), PolicyKind.ENDPOINT)
    assert [finding.code for finding in found] == ["FEDERATED_PRINCIPAL_NOT_SUPPORTED"]


def test_a_trust_policy_by_its_resource_type() -> None:
    text = text_of(CHECKS["MISSING_GITHUB_REPO_CONDITION_KEY"])
    assert findings(text, PolicyKind.RESOURCE, TRUST) == findings(text, PolicyKind.TRUST)


def test_findings_stand_in_the_order_of_the_text() -> None:
    text = HEAD + ', "Condition": {}}, {"Effect": "Permit", "Action": "x:Y", "Resource": "z"}]}'
    spans = [finding.span for finding in findings(text)]
    assert len(spans) > 3
    assert spans == sorted(spans)


def test_whoever_has_enough_stops_asking() -> None:
    class Unreachable(Catalog):
        def __init__(self) -> None:
            """No data: whoever asks this catalogue fails."""

    steps = validating(read(HEAD + ', "Sid": ""}]}'), catalog=Unreachable())
    assert next(steps) == []
    steps.close()  # type: ignore[attr-defined]


def test_broken_json_opens_no_catalogue() -> None:
    class Unreachable(Catalog):
        def __init__(self) -> None:
            """No data: whoever asks this catalogue fails."""

    assert validate(read("{"), catalog=Unreachable())
    assert validate(read(HEAD.replace("s3:GetObject", "*") + "}]}"), catalog=Unreachable())


def test_opinions_are_asked_for() -> None:
    text = HEAD.replace("s3:GetObject", "*") + "}]}"
    reading = read(text)
    plain = {finding.code for finding in validate(reading, catalog=catalog())}
    more = {finding.code for finding in validate(reading, catalog=catalog(), opinions=True)}
    assert more - plain == {"opinion.allow-everything"}
