"""A text is changed only where another value wants it."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.cloud import load_yaml
from iamtutor.cloud.importing import patch_yaml
from iamtutor.cloud.importing.patch_yaml import patched
from iamtutor.cloud.importing.write_yaml import yaml_text

TEXT = """\
# Our training account.
accounts:
  acme:  # the only one
    id: "111122223333"
    # people
    users:
      dev:
        inline:
          Read: {Version: "2012-10-17", Statement: []}  # as agreed
      kim: {}   # a guest

    # things
    buckets:
      reports: {}
# the end
"""


def value_of(text: str) -> dict[str, Any]:
    value, _ = load_yaml(text, "")
    assert isinstance(value, dict)
    return copy.deepcopy(value)


def changed(text: str, value: dict[str, Any]) -> tuple[str, list[str], list[str]]:
    """The patched text, the lines that went and the lines that came."""
    result = patched(text, value)
    before, after = text.splitlines(), result.splitlines()
    return result, [line for line in before if line not in after], [line for line in after if line not in before]


def test_the_same_value_leaves_every_character() -> None:
    assert patched(TEXT, value_of(TEXT)) == TEXT


def test_a_new_section_comes_behind_everything_that_was_written() -> None:
    value = value_of(TEXT)
    value["sandbox"] = {"edit": {}, "requests": []}
    result, gone, new = changed(TEXT, value)
    assert gone == []
    assert new == ["sandbox:", "  edit: {}", "  requests: []"]
    assert value_of(result) == value


def test_one_policy_is_written_anew_and_the_comments_around_it_stay() -> None:
    value = value_of(TEXT)
    statement = {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}
    value["accounts"]["acme"]["users"]["dev"]["inline"]["Read"] = {"Version": "2012-10-17", "Statement": [statement]}
    result, gone, _ = changed(TEXT, value)
    assert gone == ['          Read: {Version: "2012-10-17", Statement: []}  # as agreed']
    assert value_of(result) == value
    assert "# as agreed" in result


def test_what_is_taken_out_takes_its_lines_and_no_more() -> None:
    value = value_of(TEXT)
    del value["accounts"]["acme"]["users"]["kim"]
    result, gone, new = changed(TEXT, value)
    assert (gone, new) == (["      kim: {}   # a guest"], [])
    assert value_of(result) == value


def test_something_new_stands_with_its_neighbours() -> None:
    value = value_of(TEXT)
    value["accounts"]["acme"]["users"]["kim"] = {"inline": {"Own": {"Version": "2012-10-17", "Statement": []}}}
    value["accounts"]["acme"]["roles"] = {"app": {}}
    result, _, _ = changed(TEXT, value)
    assert value_of(result) == value
    for comment in ("# Our training account.", "# the only one", "# people", "# things", "# the end"):
        assert comment in result
    assert "    roles:\n      app: {}\n" in result


def test_line_ends_of_windows_stay() -> None:
    text = TEXT.replace("\n", "\r\n")
    value = value_of(text)
    value["sandbox"] = {"edit": {"a": {"user": "acme:user/dev"}}, "requests": []}
    result = patched(text, value)
    assert "\n" not in result.replace("\r\n", "")
    assert result.startswith(text)
    assert value_of(result) == value


def test_a_text_without_a_last_newline_gets_none_lost() -> None:
    value = value_of("a: 1 # one")
    value["b"] = {"c": "x"}
    assert patched("a: 1 # one", value) == "a: 1 # one\nb:\n  c: x\n"


def test_a_section_is_replaced_where_it_stands() -> None:
    text = "a: x\n# mine\nsandbox: # laid out\n  edit: {}\n  requests:\n  - id: one\n# below\nb: y\n"
    value = value_of(text)
    value["sandbox"] = {"edit": {}, "requests": [{"id": "two"}, {"id": "three"}]}
    result = patched(text, value)
    assert value_of(result) == value
    assert (
        result
        == "a: x\n# mine\nsandbox: # laid out\n  edit: {}\n  requests:\n  - id: two\n  - id: three\n# below\nb: y\n"
    )


@pytest.mark.parametrize("text", ["{a: 1}\n", "- a\n", "", "a: &x {b: 1}\nc: *x\n"])
def test_what_cannot_be_patched_is_written_anew(text: str) -> None:
    value = {"a": {"b": "2"}, "c": {"b": "1"}}
    assert value_of(patched(text, value)) == value


SCALARS = st.one_of(st.text("abc #:-'\"é가\n", max_size=6), st.integers(-9, 9), st.booleans(), st.none())
VALUES = st.recursive(
    SCALARS,
    lambda parts: st.one_of(st.lists(parts, max_size=3), st.dictionaries(st.sampled_from("abcd"), parts, max_size=3)),
    max_leaves=10,
)
WHOLES = st.dictionaries(st.sampled_from("abcd"), VALUES, min_size=1, max_size=4)


@given(WHOLES, WHOLES, st.data())
def test_whatever_is_wanted_is_said(before: dict[str, Any], after: dict[str, Any], data: st.DataObject) -> None:
    lines = yaml_text(before).splitlines()
    text = "".join(f"{line}\n" for line in lines)
    assert value_of(patched(text, after)) == after


@given(WHOLES, st.sampled_from("abcd"), VALUES)
def test_one_key_is_patched_and_never_written_anew(before: dict[str, Any], key: str, part: Any) -> None:
    text = "# first\n" + yaml_text(before) + "# last\n"
    after = {**before, key: part}
    result = patched(text, after)
    assert value_of(result) == after
    assert result.startswith("# first\n")
    assert "# last\n" in result
    assert patch_yaml.patched(result, after) == result
