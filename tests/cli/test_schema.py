"""`iamtutor schema`: what is printed is a schema, and what the program writes fits it."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Call

VECTORS = Path(__file__).parent.parent / "data" / "doc-vectors.jsonl"
NAMES = ("decide", "decision", "trace", "lesson", "exercise", "quiz", "world", "glossary")


def printed(call: Call, name: str) -> dict[str, object]:
    called = call("schema", name)
    assert called.status == 0
    schema: dict[str, object] = json.loads(called.out)
    return schema


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one(call: Call, name: str) -> None:
    schema = printed(call, name)
    jsonschema.validators.validator_for(schema).check_schema(schema)


def test_without_a_name_all_are_printed(call: Call) -> None:
    assert tuple(json.loads(call("schema").out)) == NAMES


def test_an_unknown_name_is_refused(call: Call) -> None:
    assert call("schema", "nope").status == 2


def test_lines_in_and_out_fit_their_schemas(call: Call) -> None:
    reads = jsonschema.Draft202012Validator(printed(call, "decide"))
    writes = jsonschema.Draft202012Validator(printed(call, "decision"))
    rows = [json.loads(line) for line in VECTORS.read_text(encoding="utf-8").splitlines()]
    for row in rows:
        reads.validate(row)
    called = call("decide", "-", "--explain", stdin="".join(json.dumps(row) + "\n" for row in rows) + "nope\n")
    answers = [json.loads(line) for line in called.out.splitlines()]
    assert len(answers) == len(rows) + 1
    for answer in answers:
        writes.validate(answer)
