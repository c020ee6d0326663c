"""Lines written twice and moved; `‹…›` is what is selected."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.editing import Spot, differing, duplicated, moved, nearest, pattern_of, places
from tests.editing.test_typing import at, drawn


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a|b\nc", "ab,\na|b\nc"),
        ('[\n  "a"|\n]', '[\n  "a",\n  "a"|\n]'),
        ('  "a",|', '  "a",\n  "a",|'),
        ("{|", "{\n{|"),
        ('{"a": ‹1},\n{"b"›: 2}', '{"a": 1},\n{"b": 2},\n{"a": ‹1},\n{"b"›: 2}'),
        ("‹a\n›b", "a,\n‹a\n›b"),
    ],
)
def test_lines_are_written_twice(before: str, after: str) -> None:
    lines, start, end = at(before)
    assert drawn(lines, duplicated(lines, start, end)) == after


@pytest.mark.parametrize(
    ("before", "by", "after"),
    [
        ("a\nb|\nc", -1, "b|\na\nc"),
        ("a|\nb", 1, "b\na|"),
        ("|a\nb", -1, None),
        ("a\n|b", 1, None),
        ('  "a",\n  "b"|', -1, '  "b",|\n  "a"'.replace('",|', '"|,')),
        ('  "a"|,\n  "b"', 1, '  "b",\n  "a"|'),
        ('    "x"|\n]', 1, ']\n    "x"|'),
        ('{\n  "a": 1\n},\n‹{\n  "b": 2\n}›', -1, '{\n  "a": 1\n‹{\n  "b": 2\n}›\n},'),
        ("1,\n‹2,\n3\n›4", -1, "‹2,\n3,\n›1\n4"),
    ],
)
def test_lines_are_moved(before: str, by: int, after: str | None) -> None:
    lines, start, end = at(before)
    change = moved(lines, start, end, by)
    assert (None if change is None else drawn(lines, change)) == after


@given(st.lists(st.sampled_from(['"s3:Get*"', "1", '{"a": 2}', "[3]"]), min_size=2, max_size=6), st.data())
def test_items_stay_json_however_they_move(items: list[str], data: st.DataObject) -> None:
    lines = ["[", *(f"  {item}," for item in items[:-1]), f"  {items[-1]}", "]"]
    row = data.draw(st.integers(1, len(items)))
    by = data.draw(st.sampled_from([-1, 1]))
    change = moved(lines, Spot(row, 2), Spot(row, 2), by)
    assert change is not None
    if 1 <= row + by <= len(items):
        order = list(items)
        order[row - 1], order[row - 1 + by] = order[row - 1 + by], order[row - 1]
        assert json.loads("\n".join(change.made_in(lines))) == [json.loads(item) for item in order]
    twice = duplicated(lines, Spot(row, 2), Spot(row, 2)).made_in(lines)
    assert json.loads("\n".join(twice)) == [json.loads(each) for each in (*items[:row], *items[row - 1 :])]


def test_yaml_wants_no_commas() -> None:
    lines = ["- a,", "- b"]
    assert duplicated(lines, Spot(1, 0), Spot(1, 0), commas=False).text == "- b\n- b"
    change = moved(lines, Spot(1, 0), Spot(1, 0), -1, commas=False)
    assert change is not None
    assert change.text == "- b\n- a,"


def test_a_piece_of_text_is_found_as_it_is_written() -> None:
    lines = ["s3:Get*", "S3:GET*", "", "xs3:get**"]
    small, capital = pattern_of("s3:get*"), pattern_of("s3:Get*")
    assert small is not None
    assert capital is not None
    found = places(lines, small)
    assert [start for start, _ in found] == [(0, 0), (1, 0), (3, 1)]
    assert [start for start, _ in places(lines, capital)] == [(0, 0)]
    assert pattern_of("") is None
    assert [nearest(found, Spot(0, 0), by) for by in (0, 1, -1)] == [0, 1, 2]
    assert [nearest(found, Spot(3, 2), by) for by in (0, 1, -1)] == [0, 0, 2]
    assert nearest([], Spot(0, 0), 1) is None


@given(st.lists(st.sampled_from("abc"), max_size=8), st.lists(st.sampled_from("abc"), max_size=8))
def test_a_comparison_holds_both_texts_whole(one: list[str], other: list[str]) -> None:
    rows = differing("\n".join(one), "\n".join(other))
    assert [row.left.text for row in rows if row.left] == one
    assert [row.right.text for row in rows if row.right] == other
    assert all((row.left and row.left.text) == (row.right and row.right.text) for row in rows if row.same)


def test_what_changed_within_a_line_is_marked() -> None:
    (row,) = differing('  "Action": "s3:GetObject"', '  "Action": "s3:PutObject",')
    assert row.left is not None
    assert row.right is not None
    assert [row.left.text[a:b] for a, b in row.left.marks] == ["GetObject"]
    assert [row.right.text[a:b] for a, b in row.right.marks] == ["PutObject", ","]
    assert differing("abc def", "x")[0].left == differing("abc def", "y")[0].left  # nothing in common: no marks
