"""Which bracket belongs to which."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.editing import Spot, partner
from tests.editing.policies import objects


@pytest.mark.parametrize(
    ("lines", "at", "found"),
    [
        (['{"a": [1, "]"]}'], (0, 0), (0, 14)),
        (['{"a": [1, "]"]}'], (0, 6), (0, 13)),
        (['{"a": [1, "]"]}'], (0, 11), None),  # within a string
        (["{", "  [", "  ]", "}"], (3, 0), (0, 0)),
        (["{]"], (0, 0), None),
        (["{"], (0, 0), None),
        (["x"], (0, 0), None),
        (["x"], (0, 1), None),
    ],
)
def test_brackets_belong_together(lines: list[str], at: tuple[int, int], found: tuple[int, int] | None) -> None:
    assert partner(lines, Spot(*at)) == found


@given(objects, st.sampled_from([None, 1]))
def test_each_is_the_partner_of_its_partner(value: dict[str, object], indent: int | None) -> None:
    lines = json.dumps(value, indent=indent, ensure_ascii=False).split("\n")
    assert partner(lines, Spot(0, 0)) == (len(lines) - 1, len(lines[-1]) - 1)
    for row, line in enumerate(lines):
        for column in range(len(line)):
            there = partner(lines, Spot(row, column))
            assert there is None or partner(lines, there) == (row, column)
