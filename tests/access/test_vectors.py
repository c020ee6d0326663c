"""Our own documentation vectors: a table for each condition operator, and the documented examples of the evaluation pages.

The rows are made from ``tests/data/vectors`` (see ``tests/access/vectors.py``); each names the page that it rests on.
"""

from __future__ import annotations

import json
from collections import Counter
from itertools import groupby
from typing import Any

import pytest

from iamtutor.access.condition import Reason
from iamtutor.access.wire import decide_row
from iamtutor.policy.operators import OPERATORS, parse_operator
from tests.access.vectors import DATA, evaluation_rows, lines, operator_rows

Json = Any
LEAST_ROWS = 12


def read(name: str) -> list[Json]:
    return [json.loads(line) for line in DATA.joinpath(name).read_text("utf-8").splitlines()]


def page_of(row: Json) -> str:
    return str(row["src"]).partition("#")[0]


OPERATOR_ROWS = read("operator-vectors.jsonl")
EVALUATION_ROWS = read("evaluation-vectors.jsonl")
BY_PAGE = {page: list(rows) for page, rows in groupby(sorted(EVALUATION_ROWS, key=page_of), key=page_of)}


def wrong(rows: list[Json]) -> list[str]:
    """What is decided otherwise than the documentation says."""
    found = []
    for row in rows:
        answer = decide_row(row)
        if answer["decision"] != row["expect"] or answer["layer"] != row.get("layer", answer["layer"]):
            found.append(f"{row['id']} ({row['note']}): {answer['decision']} by {answer['layer']}, {row['src']}")
    return found


@pytest.mark.parametrize("operator", sorted(OPERATORS))
def test_the_table_of_an_operator(operator: str) -> None:
    rows = [row for row in OPERATOR_ROWS if row["operator"] == operator]
    assert wrong(rows) == []
    assert sum("open" not in row for row in rows) >= LEAST_ROWS


@pytest.mark.parametrize("page", BY_PAGE, ids=[page.rpartition("/")[2].removesuffix(".html") for page in BY_PAGE])
def test_the_examples_of_a_page(page: str) -> None:
    assert wrong(BY_PAGE[page]) == []


def test_the_table_of_every_operator_has_both_answers_and_an_absent_key() -> None:
    for operator in OPERATORS:
        rows = [row for row in OPERATOR_ROWS if row["operator"] == operator]
        assert {"Allowed", "ImplicitlyDenied"} <= {row["expect"] for row in rows}, operator
        assert any(_key(row) not in row["request"]["context"] for row in rows), operator


def _key(row: Json) -> str:
    [keys] = row["policies"]["identity"][0]["document"]["Statement"][0]["Condition"].values()
    return str(next(iter(keys)))


def test_what_the_documentation_leaves_open_is_marked_so_in_the_trace() -> None:
    """Only rows marked open rest on it; a value that cannot be read under a positive operator is documented not to match."""
    for row in OPERATOR_ROWS:
        open_reasons = set()
        for name, reason in _reasons(decide_row(row, explain=True)):
            operator = parse_operator(name)
            assert operator is not None
            if reason is Reason.MULTIVALUED or (reason is Reason.UNREADABLE and operator.base.negated):
                open_reasons.add(reason)
        assert bool(open_reasons) is row.get("open", False), row["id"]


def _reasons(answer: Json) -> list[tuple[str, Reason]]:
    return [
        (outcome["operator"], Reason(outcome["reason"]))
        for layer in answer["trace"]["layers"]
        for policy in layer["policies"]
        for statement in policy["statements"]
        for outcome in statement["match"]["conditions"]
    ]


@pytest.mark.parametrize("rows", [OPERATOR_ROWS, EVALUATION_ROWS], ids=["operators", "evaluation"])
def test_every_row_has_its_source_and_an_id_of_its_own(rows: list[Json]) -> None:
    assert [identifier for identifier, count in Counter(row["id"] for row in rows).items() if count > 1] == []
    assert [row["id"] for row in rows if not row["src"].startswith("https://") or not row["note"]] == []


def test_the_written_lines_are_those_of_the_tables() -> None:
    """Otherwise: ``python -m tests.access.vectors``."""
    assert DATA.joinpath("operator-vectors.jsonl").read_text("utf-8") == lines(operator_rows())
    assert DATA.joinpath("evaluation-vectors.jsonl").read_text("utf-8") == lines(evaluation_rows())
