"""The `decide` contract: every way in which a line can be wrong, with its place, and the schema of what is written."""

from __future__ import annotations

import copy
from typing import Any

import jsonschema
import pytest
from hypothesis import given

from iamtutor.access.wire import POLICY_KEYS, REQUEST_KEYS, SETTING_KEYS, WireError, decide_row, read_case
from iamtutor.cli.trace_schema import answer_schema, request_schema, trace_schema
from tests.access.cases import OBJECT, USER, A, allow, bucket
from tests.access.generated import cases

Json = Any
Path = tuple[str | int, ...]
GONE = object()
ROW: Json = {
    "id": "row",
    "request": {"principal": USER, "action": "s3:GetObject", "resource": OBJECT, "resource_account": A,
                "context": {"aws:SourceIp": "203.0.113.7", "aws:TagKeys": ["team"]}},
    "policies": {"identity": [allow()], "boundary": allow(), "session": [allow()], "resource": bucket("*"),
                 "scp": [[allow()], [allow()]], "rcp": [[bucket("*")]], "endpoint": [bucket("*")]},
    "settings": {"block_public_access": False, "management_account": None, "aws_managed_key": False},
}  # fmt: skip
LISTS, LEVELS, SINGLE = ("identity", "session", "endpoint"), ("scp", "rcp"), ("boundary", "resource")
POLICY_PLACES: list[Path] = [
    *(("policies", layer, 0) for layer in LISTS),
    *(("policies", layer, 0, 0) for layer in LEVELS),
    *(("policies", layer) for layer in SINGLE),
]


def changed(path: Path, value: Json) -> Json:
    """The row with another value in one place, or without it."""
    row = copy.deepcopy(ROW)
    parent = row
    for step in path[:-1]:
        parent = parent[step]
    if value is GONE:
        del parent[path[-1]]
    else:
        parent[path[-1]] = value
    return row


def mistake(row: Json) -> tuple[str, Path]:
    with pytest.raises(WireError) as caught:
        read_case(row)
    finding = caught.value.finding
    assert str(caught.value) == finding.code
    return finding.code, finding.path


def test_the_row_itself_is_read() -> None:
    assert decide_row(ROW)["decision"] == "Allowed"


@pytest.mark.parametrize("row", [None, 1, "text", [], True])
def test_a_line_that_is_no_object(row: Json) -> None:
    assert mistake(row) == ("decide.not-an-object", ())


@pytest.mark.parametrize(
    ("gone", "path"),
    [
        (("request",), ()),
        *((("request", key), ("request",)) for key in ("principal", "action", "resource")),
        *(((*place, "document"), place) for place in POLICY_PLACES),
    ],
)
def test_a_key_that_is_missing(gone: Path, path: Path) -> None:
    assert mistake(changed(gone, GONE)) == ("decide.missing-key", path)


@pytest.mark.parametrize(
    "optional", [("policies",), ("settings",), ("request", "context"), ("request", "resource_account")]
)
def test_what_may_be_left_out(optional: Path) -> None:
    read_case(changed(optional, GONE))


@pytest.mark.parametrize("place", [("request",), ("policies",), ("settings",), *POLICY_PLACES])
def test_a_key_that_is_unknown(place: Path) -> None:
    assert mistake(changed((*place, "extra"), 1)) == ("decide.unknown-key", place)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        *((("request",), value, "object") for value in (1, "text", [])),
        *((("policies",), value, "object") for value in (1, "text", [])),
        *((("settings",), value, "object") for value in (1, "text", [])),
        *((("request", key), value, "string") for key in ("action", "resource") for value in (1, "", ["a"], {})),
        (("request", "resource_account"), 111122223333, "string"),
        *((("request", "context"), value, "object") for value in ("text", [])),
        *((("request", "context", "aws:SourceIp"), value, "string-or-strings") for value in (None, {}, ["a", None], [["a"]])),
        *((("policies", layer), value, "list") for layer in (*LISTS, *LEVELS) for value in ("text", {})),
        *((("policies", layer, 1), "text", "list") for layer in ("scp",)),
        *((place, value, "object") for place in POLICY_PLACES for value in (1, "text", [])),
        *((("settings", key), value, "boolean") for key in ("block_public_access", "aws_managed_key") for value in ("true", 1, None)),
        (("settings", "management_account"), 999988887777, "string"),
    ],
)  # fmt: skip
def test_a_value_of_the_wrong_type(path: Path, value: Json, expected: str) -> None:
    with pytest.raises(WireError) as caught:
        read_case(changed(path, value))
    finding = caught.value.finding
    assert (finding.code, finding.path, finding.arguments) == ("decide.wrong-type", path, {"expected": expected})


@pytest.mark.parametrize(("key", "value"), [("name", 1), ("name", None), ("arn", 1), ("arn", [])])
@pytest.mark.parametrize("place", POLICY_PLACES)
def test_the_name_and_arn_of_a_policy(place: Path, key: str, value: Json) -> None:
    assert mistake(changed((*place, key), value)) == ("decide.wrong-type", (*place, key))


@pytest.mark.parametrize(
    "principal",
    [
        1, [], True, "", "dev", "*", "arn:aws:iam::111122223333:group/developers", "arn:aws:iam::1:user/dev",
        "arn:aws:iam::111122223333:user/", "arn:aws:s3:::bucket", "arn:aws:sts::111122223333:assumed-role/app",
        "arn:aws:sts::111122223333:federated-user/a/b", {}, {"service": 1}, {"AWS": USER},
        {"service": "ec2.amazonaws.com", "federated": "accounts.google.com"},
    ],
)  # fmt: skip
def test_a_caller_that_does_not_exist(principal: Json) -> None:
    assert mistake(changed(("request", "principal"), principal)) == (
        "decide.unknown-principal", ("request", "principal"),
    )  # fmt: skip


@pytest.mark.parametrize("place", POLICY_PLACES)
@pytest.mark.parametrize(
    ("document", "within"),
    [
        ("text", ()),
        ({"Version": "2012-10-17", "Statement": [{"Effect": "Maybe", "Action": "*", "Resource": "*", "Principal": "*"}]},
         ("Statement", 0, "Effect")),
    ],
)  # fmt: skip
def test_a_policy_that_cannot_be_read(place: Path, document: Json, within: Path) -> None:
    row = changed((*place, "document"), document)
    with pytest.raises(WireError) as caught:
        read_case(row)
    finding = caught.value.finding
    assert (finding.code, finding.path) == ("decide.bad-policy", (*place, "document", *within))
    assert caught.value.in_policy is not None
    assert caught.value.in_policy.code.startswith("policy.")


def test_the_keys_that_are_known_are_those_of_the_schema() -> None:
    schema = request_schema()["properties"]
    assert set(schema["request"]["properties"]) == REQUEST_KEYS
    assert set(schema["policies"]["properties"]) == POLICY_KEYS
    assert set(schema["settings"]["properties"]) == SETTING_KEYS


READS = jsonschema.Draft202012Validator(request_schema())
WRITES = jsonschema.Draft202012Validator(answer_schema())
TRACES = jsonschema.Draft202012Validator(trace_schema())


@given(cases())
def test_random_lines_and_traces_fit_their_schemas(case: Json) -> None:
    READS.validate(case)
    row = decide_row(case, explain=True)
    WRITES.validate(row)
    TRACES.validate(row["trace"])


@pytest.mark.parametrize(("value", "text"), [(True, "true"), (5, "5"), (2.5, "2.5"), ([False, "x"], ("false", "x"))])
def test_numbers_and_booleans_of_a_context_are_texts(value: Json, text: Json) -> None:
    """As in a policy's Condition block: reference_policies_elements_condition (the Bool and Numeric operators)."""
    request, _ = read_case(changed(("request", "context"), {"aws:SecureTransport": value}))
    assert request.context["aws:securetransport"] == text
