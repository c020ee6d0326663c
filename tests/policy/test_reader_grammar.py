"""Every form of the grammar that AWS takes, and what the document then holds."""

import json

import pytest

from iamtutor.policy import Effect, PolicyKind, PrincipalType, Severity, Span, read
from tests.policy.reader_samples import BUCKET, IDENTITY, SAMPLES, TRUST

BASE = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
VERSION = "2012-10-17"


def reading_of(statement, kind=PolicyKind.IDENTITY):
    return read(json.dumps({"Version": VERSION, "Statement": statement}, ensure_ascii=False), kind)


def only(statement, kind=PolicyKind.IDENTITY):
    reading = reading_of(statement, kind)
    assert reading.ok, reading.findings
    return reading.document.statements[0]


@pytest.mark.parametrize(("text", "kind"), SAMPLES)
def test_real_policies_read_without_a_finding(text, kind):
    assert read(text, kind).findings == ()


def test_one_statement_or_many():
    assert len(reading_of(BASE).document.statements) == 1
    assert [statement.index for statement in reading_of([BASE, BASE]).document.statements] == [0, 1]


@pytest.mark.parametrize("name", ["Action", "NotAction", "Resource", "NotResource"])
@pytest.mark.parametrize("value", ["ec2:*", ["ec2:*"], ["ec2:*", "s3:Get?bject"]])
def test_string_or_list(name, value):
    base = {key: each for key, each in BASE.items() if key != name.removeprefix("Not")}
    statement = only({**base, name: value})
    element = statement.action if "Action" in name else statement.resource
    assert element.name == name
    assert element.negated is name.startswith("Not")
    assert [text.value for text in element.patterns] == ([value] if isinstance(value, str) else value)


@pytest.mark.parametrize("action", ["*", "*:*", "s3:*", "s3:Get?bject", "S3:getobject", "aws-portal:View*", "s3*:x"])
def test_actions(action):
    assert only({**BASE, "Action": action}).action.patterns[0].value == action


@pytest.mark.parametrize(
    ("value", "entries"),
    [
        ("*", [("*", "*")]),
        ({"AWS": "*"}, [("AWS", "*")]),
        ({"AWS": "111122223333"}, [("AWS", "111122223333")]),
        (
            {"AWS": ["a", "b"], "Service": "ec2.amazonaws.com"},
            [("AWS", "a"), ("AWS", "b"), ("Service", "ec2.amazonaws.com")],
        ),
        ({"Federated": "accounts.google.com"}, [("Federated", "accounts.google.com")]),
        ({"CanonicalUser": ["79a5"]}, [("CanonicalUser", "79a5")]),
    ],
)
@pytest.mark.parametrize("kind", [kind for kind in PolicyKind if kind.names_principals])
@pytest.mark.parametrize("name", ["Principal", "NotPrincipal"])
def test_principals(value, entries, kind, name):
    statement = {"Effect": "Deny", "Action": "sts:AssumeRole", name: value}
    if kind is not PolicyKind.TRUST:
        statement["Resource"] = "*"
    principal = only(statement, kind).principal
    assert principal.name == name
    assert [(entry.type.value, entry.value) for entry in principal.entries] == entries
    assert all(isinstance(entry.type, PrincipalType) for entry in principal.entries)


@pytest.mark.parametrize(
    ("values", "texts"),
    [
        ("a", ["a"]),
        (["a", "b"], ["a", "b"]),
        (5, ["5"]),
        (1.50, ["1.5"]),
        (True, ["true"]),
        ([False, "x", 3], ["false", "x", "3"]),
        ([], []),
    ],
)
def test_condition_values_are_kept_as_text(values, texts):
    conditions = only({**BASE, "Condition": {"StringEquals": {"aws:username": values}}}).conditions
    assert [text.value for text in conditions[0].values] == texts


def test_a_number_keeps_its_writing():
    text = json.dumps({"Version": VERSION, "Statement": {**BASE, "Condition": {"NumericEquals": {"a:b": 0}}}})
    reading = read(text.replace(": 0}", ": 1.500e2}"))
    assert reading.document.statements[0].conditions[0].values[0].value == "1.500e2"


def test_operators_and_keys_make_one_condition_each():
    value = {"StringLike": {"aws:a": "1", "aws:b": ["2"]}, "ForAllValues:StringEqualsIfExists": {"aws:TagKeys": ["x"]}}
    conditions = only({**BASE, "Condition": value}).conditions
    assert [(each.operator, each.key) for each in conditions] == [
        ("StringLike", "aws:a"),
        ("StringLike", "aws:b"),
        ("ForAllValues:StringEqualsIfExists", "aws:TagKeys"),
    ]


@pytest.mark.parametrize("condition", [{}, {"StringLike": {}}])
def test_an_empty_condition_conditions_nothing(condition):
    assert only({**BASE, "Condition": condition}).conditions == ()


def test_places_of_all_elements():
    document = read(IDENTITY).document
    first = document.statements[0]
    written = {
        IDENTITY[span.start : span.end]
        for span in [
            first.action.span,
            first.action.patterns[0].span,
            first.conditions[0].operator_span,
            first.conditions[0].span,
            first.conditions[1].values[0].span,
        ]
    }
    assert written == {
        '"Action": "s3:ListBucket"',
        '"s3:ListBucket"',
        '"StringLike"',
        '"s3:prefix": ["", "home/${aws:username}/*"]',
        "true",
    }
    assert IDENTITY[slice(*document.statements[2].span)].startswith('{"Sid": "NoDelete"')
    assert document.span == Span(0, len(IDENTITY) - 1)


def test_the_outer_elements():
    document = read(IDENTITY).document
    assert (document.version, document.id, document.substitutes_variables) == (VERSION, "reports", True)
    assert [statement.sid for statement in document.statements] == ["ListOwn", None, "NoDelete"]
    assert [statement.effect for statement in document.statements] == [Effect.ALLOW, Effect.ALLOW, Effect.DENY]
    assert read('{"Statement": []}').document.version is None


def test_principal_places():
    principal = read(BUCKET, PolicyKind.RESOURCE).document.statements[1].principal
    assert BUCKET[slice(*principal.entries[1].span)] == '"arn:aws:iam::111122223333:root"'
    assert BUCKET[slice(*principal.span)].startswith('"NotPrincipal": {"AWS"')


@pytest.mark.parametrize("kind", list(PolicyKind))
@pytest.mark.parametrize("has_principal", [False, True])
@pytest.mark.parametrize("has_resource", [False, True])
def test_which_elements_a_kind_must_have(kind, has_principal, has_resource):
    statement = {"Effect": "Allow", "Action": "sts:AssumeRole"}
    statement |= {"Principal": "*"} if has_principal else {}
    statement |= {"Resource": "*"} if has_resource else {}
    right = has_principal is kind.names_principals and has_resource is (kind is not PolicyKind.TRUST)
    reading = reading_of(statement, kind)
    assert reading.ok is right
    assert len(reading.document.statements) == right


@pytest.mark.parametrize(
    "statement",
    [
        {**BASE, "Effect": "allow"},
        {**BASE, "Resource": []},
        {**BASE, "Action": ["s3:*", 5]},
        {**BASE, "NotAction": "s3:*"},
        {**BASE, "Conditions": {}},
        {**BASE, "Condition": {"Bool": {"aws:SecureTransport": None}}},
        {**BASE, "Condition": []},
        {**BASE, "Principal": "*"},
        "s3:*",
        5,
    ],
)
def test_a_statement_that_cannot_be_matched_as_written_is_left_out_and_counted(statement):
    reading = reading_of([BASE, statement, BASE])
    assert not reading.ok
    assert [each.index for each in reading.document.statements] == [0, 2]


@pytest.mark.parametrize(
    "statement",
    [
        {**BASE, "Sid": "has spaces"},
        {**BASE, "Action": "GetObject"},
        {**BASE, "Resource": "arn:aws:s3:::보고서"},
        {**BASE, "Condition": {"StringEqual": {"aws:username": "a"}}},
        {**BASE, "Condition": {"NullIfExists": {"aws:username": "a"}}},
    ],
)
def test_a_wrong_statement_that_says_what_it_matches_is_kept(statement):
    reading = reading_of(statement)
    assert not reading.ok
    assert len(reading.document.statements) == 1


@pytest.mark.parametrize("statement", ['"Effect": "Deny", "Effect": "Allow"', '"Effect": "Allow", "Effect": "Allow"'])
def test_a_statement_with_a_name_twice_is_left_out(statement):
    text = '{"Version": "2012-10-17", "Statement": {' + statement + ', "Action": "*", "Resource": "*"}}'
    assert read(text).document.statements == ()


def test_of_two_statement_elements_the_first_is_read():
    one, two = json.dumps([BASE]), json.dumps([BASE, BASE])
    reading = read('{"Version": "2012-10-17", "Statement": ' + one + ', "Statement": ' + two + "}")
    assert [finding.code for finding in reading.findings] == ["json.duplicate-key"]
    assert len(reading.document.statements) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("stringequals", "StringEquals"),
        ("StringEqual", "StringEquals"),
        ("StringNotEqual", "StringNotEquals"),
        ("IpAdress", "IpAddress"),
        ("ForAnyValues:StringLike", "ForAnyValue:StringLike"),
        ("forallvalues:stringlike", "ForAllValues:StringLike"),
        ("ArnLikeIfExist", "ArnLikeIfExists"),
        ("NumericGreaterThanEqual", "NumericGreaterThanEquals"),
        ("ForSomeValue:StringLike", None),
        ("Contains", None),
        ("", None),
        ("S" * 500, None),
    ],
)
def test_what_operator_was_probably_meant(written, meant):
    reading = reading_of({**BASE, "Condition": {written: {"aws:username": "a"}}})
    assert [finding.arguments.get("suggestion") for finding in reading.findings] == [meant]


@pytest.mark.parametrize(
    ("written", "meant"),
    [("statement", "Statement"), ("Statment", "Statement"), ("version", "Version"), ("Statements", "Statement")],
)
def test_what_element_was_probably_meant(written, meant):
    other = {"Version": VERSION} if meant != "Version" else {"Statement": BASE}
    findings = read(json.dumps({**other, written: VERSION})).findings
    assert [finding.arguments.get("suggestion") for finding in findings] == [meant]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("effect", "Effect"),
        ("Actoin", "Action"),
        ("Resources", "Resource"),
        ("Ressource", "Resource"),
        ("NotAktion", "NotAction"),
    ],
)
def test_a_near_miss_is_one_finding(written, meant):
    statement = {name: value for name, value in BASE.items() if name != meant.removeprefix("Not")}
    findings = reading_of({**statement, written: "*"}).findings
    assert [(finding.code, finding.arguments["suggestion"]) for finding in findings] == [
        ("policy.unknown-element-near", meant)
    ]


@pytest.mark.parametrize("kind", [PolicyKind.SCP, PolicyKind.RESOURCE, PolicyKind.ENDPOINT, PolicyKind.RCP])
def test_other_services_take_other_characters(kind):
    statement = {**BASE, "Resource": "arn:aws:s3:::보고서/*"}
    if kind.names_principals:
        statement["Principal"] = "*"
    assert only(statement, kind)


@pytest.mark.parametrize("kind", [PolicyKind.RESOURCE, PolicyKind.TRUST, PolicyKind.ENDPOINT, PolicyKind.RCP])
def test_sids_may_hold_spaces_where_the_service_takes_them(kind):
    statement = {"Sid": "Enable IAM User Permissions", "Principal": "*", **BASE}
    if kind is PolicyKind.TRUST:
        del statement["Resource"]
    assert only(statement, kind).sid == "Enable IAM User Permissions"


@pytest.mark.parametrize("kind", list(PolicyKind))
def test_a_sid_that_occurs_twice_is_refused_by_iam_and_discouraged_elsewhere(kind):
    statement = {"Sid": "A", "Effect": "Allow", "Action": "sts:AssumeRole"}
    statement |= {"Principal": "*"} if kind.names_principals else {}
    statement |= {"Resource": "*"} if kind is not PolicyKind.TRUST else {}
    reading = reading_of([statement, statement], kind)
    elsewhere = kind in (PolicyKind.RESOURCE, PolicyKind.RCP, PolicyKind.ENDPOINT)
    assert [finding.code for finding in reading.findings] == ["policy.duplicate-sid"]
    assert reading.findings[0].severity is (Severity.WARNING if elsewhere else Severity.ERROR)
    assert len(reading.document.statements) == 2


def test_an_empty_sid_is_no_duplicate():
    assert reading_of([{**BASE, "Sid": ""}, {**BASE, "Sid": ""}]).ok


def test_one_line_trust_policy():
    statement = read(TRUST, PolicyKind.TRUST).document.statements[0]
    assert [entry.type.value for entry in statement.principal.entries] == [
        "Service",
        "AWS",
        "Federated",
        "CanonicalUser",
    ]
    assert statement.resource is None
