"""The documentation's truth tables for condition operators; each row names its section of the IAM guide.

The pages: reference_policies_elements_condition_operators, reference_policies_condition-logic-multiple-context-keys-or-values,
reference_policies_variables and reference_policies_elements_resource.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from iamtutor.access.wire import decide_row

ROWS = [
    json.loads(line) for line in Path(__file__).parents[1].joinpath("data/doc-vectors.jsonl").read_text().splitlines()
]


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_row_of_the_documentation(row: dict[str, Any]) -> None:
    assert decide_row(row)["decision"] == row["expect"], row["src"]


def test_all_rows_are_there() -> None:
    assert len(ROWS) == 73
