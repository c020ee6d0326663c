"""What keys do to a policy that is being written. `|` is the cursor, `‹…›` what is selected."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.editing import Change, Spot, entered, erased, typed
from iamtutor.editing.line_state import string_at


def at(drawn: str) -> tuple[list[str], Spot, Spot]:
    """The lines of a drawing, and where the selection begins and ends."""
    if "|" in drawn:
        drawn = drawn.replace("|", "‹›")
    spots = []
    for mark in "‹›":
        before, _, after = drawn.partition(mark)
        spots.append(Spot(before.count("\n"), len(before.rpartition("\n")[2])))
        drawn = before + after
    return drawn.split("\n"), spots[0], spots[1]


def drawn(lines: list[str], change: Change) -> str:
    """The text after a change, with its cursor and selection."""
    lines = change.made_in(lines)
    marks = {change.cursor: "|"} if change.cursor == change.anchor else {change.cursor: "›", change.anchor: "‹"}
    for spot in sorted(marks, reverse=True):
        line = lines[spot.row]
        lines[spot.row] = line[: spot.column] + marks[spot] + line[spot.column :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("before", "char", "after"),
    [
        ("|", "{", "{|}"),
        ('"Action": |', "[", '"Action": [|]'),
        ("|", '"', '"|"'),
        ('["a", |]', '"', '["a", "|"]'),
        ('"Sid|"', '"', '"Sid"|'),
        ('{"a": [|]}', "]", '{"a": []|}'),
        ("{|}", "}", "{}|"),
        ('"${|"', "x", None),
        ('"a$|"', "{", '"a${|}"'),
        ('"${aws:username|}"', "}", '"${aws:username}|"'),
        ('"a}|}"', "}", None),  # no variable is open there
        ('"a|b"', "[", None),
        ('"a|b"', '"', None),
        ('"a\\|"', '"', None),  # the quotation mark that comes is escaped
        ("|s3:*", '"', None),  # the value behind gets its quotation marks one by one
        ("|abc", "{", None),
        ('{"a": {"b": 1|}', "}", None),  # one is missing still
        ("‹s3:*›", '"', '"‹s3:*›"'),
        ("[‹1,\n2›]", "{", "[{‹1,\n2›}]"),
        ("‹a\nb›", '"', None),
        ('"‹x›"', "{", None),  # inside a string it stands for itself
        ('{\n  "a": [\n    1\n    |', "]", '{\n  "a": [\n    1\n  ]|'),
        ("{\n  |", "}", "{\n}|"),
        ("|", "}", None),
        ("|", "a", None),
    ],
)
def test_a_character_does_what_hands_expect(before: str, char: str, after: str | None) -> None:
    lines, start, end = at(before)
    change = typed(lines, start, end, char)
    assert (None if change is None else drawn(lines, change)) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{|}", "{\n  |\n}"),
        ('  "Action": [|]', '  "Action": [\n    |\n  ]'),
        ('  "Sid": "A",|', '  "Sid": "A",\n  |'),
        ('  "Action": ["a",|', '  "Action": ["a",\n    |'),
        ('  "Action": ["a",| "b"]', '  "Action": ["a",\n    |"b"]'),
        ("{| }", "{\n  |\n}"),
        ('  "a|b"', '  "a\n  |b"'),
        ("  {|}  ", "  {\n    |\n  }  "),
        ("|", "\n|"),
        ("  ‹x›y", "  \n  |y"),
        ('"{|"', '"{\n|"'),  # a bracket in a string opens nothing
    ],
)
def test_enter_indents_by_structure(before: str, after: str) -> None:
    lines, start, end = at(before)
    assert drawn(lines, entered(lines, start, end)) == after


def test_enter_goes_deeper_below_a_name_in_yaml() -> None:
    lines, start, end = at("users:|")
    assert drawn(lines, entered(lines, start, end, colon_opens=True)) == "users:\n  |"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{|}", "|"),
        ('["|"]', "[|]"),
        ('["a"|"b"]', None),  # the end of one and the beginning of another
        ('"${|}"', '"$|"'),
        ('"[|]"', None),
        ("    |x", "  |x"),
        ("   |x", "  |x"),
        (" |x", None),
        ("|x", None),
        ("a|", None),
        ('"\\"|"', None),
    ],
)
def test_backspace_takes_an_empty_pair_whole(before: str, after: str | None) -> None:
    lines, start, _ = at(before)
    change = erased(lines, start)
    assert (None if change is None else drawn(lines, change)) == after


@given(st.lists(st.sampled_from(["{", "}", "[", "]", '"', ",", ":", "a", "\\", "$", " "]), max_size=25))
def test_typing_loses_and_adds_nothing_but_pairs(keys: list[str]) -> None:
    """Whatever is typed from the left, each character stands in the text in its order; only closing ones are added."""
    lines, at_spot = [""], Spot(0, 0)
    for key in keys:
        change = typed(lines, at_spot, at_spot, key)
        if change is None:
            change = Change.at(at_spot, at_spot, key, Spot(at_spot.row, at_spot.column + 1))
        lines, at_spot = change.made_in(lines), change.cursor
        if at_spot.column:
            assert lines[0][at_spot.column - 1] == key
    rest = iter(lines[0])
    assert [key for key in keys if key not in " "] == [key for key in keys if key not in " " and key in rest]


@given(st.text(alphabet='a"\\{} ', max_size=20), st.integers(0, 20))
def test_a_string_is_where_a_reader_would_say(line: str, column: int) -> None:
    column = min(column, len(line))
    opened = None
    position = 0
    while position < column:
        char = line[position]
        if opened is None:
            opened = position if char == '"' else None
        elif char == "\\":
            position += 1
        elif char == '"':
            opened = None
        position += 1
    if position > column:  # between a backslash and what it escapes one is inside
        position = column
    assert string_at(line, column) == opened
