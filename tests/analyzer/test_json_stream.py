"""Reading the objects of a stream: any chunking, any wrapping, and broken ones cost only themselves."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.analyzer.generation.json_stream import Broken, Found, read_objects

leaf = st.none() | st.booleans() | st.integers() | st.text(max_size=8)
inner = st.recursive(
    leaf, lambda value: st.lists(value, max_size=3) | st.dictionaries(st.text(max_size=4), value, max_size=3)
)
records = st.lists(
    st.builds(lambda rest: {"eventVersion": "1", **rest}, st.dictionaries(st.text(max_size=5), inner, max_size=4))
)


def cut(data: bytes, size: int) -> list[bytes]:
    return [data[at : at + size] for at in range(0, len(data), size)]


def read(text: str | bytes, size: int = 7) -> list[Found | Broken]:
    return list(read_objects(cut(text if isinstance(text, bytes) else text.encode(), size)))


def values(text: str, size: int = 7) -> list[dict[str, Any]]:
    found = read(text, size)
    assert all(isinstance(each, Found) for each in found), found
    return [each.value for each in found if isinstance(each, Found)]


@given(records, st.integers(1, 40), st.sampled_from([None, 2]))
def test_every_wrapping_and_chunking_gives_the_same_objects(
    objects: list[dict[str, Any]], size: int, indent: int | None
) -> None:
    lines = "\n".join(json.dumps(each) for each in objects)
    whole = json.dumps({"Records": objects}, indent=indent, ensure_ascii=False)
    assert values(whole, size) == objects
    assert values(lines, size) == objects
    assert values(json.dumps(objects, indent=indent), size) == objects
    assert values(whole + "\n" + whole, size) == objects * 2


def test_what_lookup_events_prints_is_read_too() -> None:
    text = json.dumps({"Events": [{"EventId": "a"}, {"EventId": "b"}], "NextToken": "more"}, indent=4)
    assert values(text) == [{"EventId": "a"}, {"EventId": "b"}]


@pytest.mark.parametrize(
    "broken",
    [
        '{"eventVersion": }',
        '{"eventVersion": "1"',
        '{"eventVersion": "1, "a": [}',
        "{]",
        "nonsense",
        '{"eventVersion": NaN}',
    ],
)
@pytest.mark.parametrize("between", [",", "\n"])
def test_a_broken_record_costs_only_itself(broken: str, between: str) -> None:
    good = ['{"eventVersion": "1", "n": 1}', '{"eventVersion": "1", "n": 2}']
    found = read(f"{good[0]}{between}{broken}{between}{good[1]}")
    assert [each.value["n"] for each in found if isinstance(each, Found)] == [1, 2]
    problems = [each for each in found if isinstance(each, Broken)]
    assert [(each.reason, each.number) for each in problems] == [("not-json", 2)]
    assert problems[0].line == (2 if between == "\n" else 1)


def test_a_broken_record_in_a_laid_out_document_costs_only_itself() -> None:
    objects = [{"eventVersion": "1", "resources": [{"ARN": "a"}, {"ARN": "b"}], "n": n} for n in range(4)]
    text = json.dumps({"Records": objects}, indent=2).replace('"n": 1', '"n" 1')
    found = read(text, 100)
    assert [each.value["n"] for each in found if isinstance(each, Found)] == [0, 2, 3]
    assert [(each.reason, each.line) for each in found if isinstance(each, Broken)] == [("not-json", 15)]


def test_a_line_that_breaks_off_inside_a_list_costs_only_itself() -> None:
    found = read('{"eventVersion": "1", "resources": [\n{"eventVersion": "2"}\n{"eventVersion": "3"}\n')
    assert [each.value["eventVersion"] for each in found if isinstance(each, Found)] == ["2", "3"]
    assert [each.line for each in found if isinstance(each, Broken)] == [1]


def test_a_wrapper_may_begin_with_another_name() -> None:
    assert values('{"More": "x", "Records": [{"a": 1}, {"a": 2}]}') == [{"a": 1}, {"a": 2}]


def test_what_nests_again_and_again_is_not_tried_at_every_level() -> None:
    found = read('{"eventVersion":[[{"eventVersion":' * 100_000 + "]", 1 << 18)
    assert all(isinstance(each, Broken) for each in found)
    assert len(found) < 100


def test_a_document_that_breaks_off_is_told() -> None:
    found = read('{"Records": [{"eventVersion": "1"}, {"eventVersion": "2", "a": "xy')
    assert isinstance(found[0], Found)
    assert [each.reason for each in found[1:] if isinstance(each, Broken)] == ["cut-short"]
    assert [each.reason for each in read('{"Records": [{"a": 1}') if isinstance(each, Broken)] == ["cut-short"]


def test_an_endless_record_is_given_up() -> None:
    text = '{"eventVersion": "' + "x" * 9_000_000 + '"}\n{"eventVersion": "2"}'
    found = read(text, 1 << 18)
    assert isinstance(found[0], Broken)
    assert found[0].reason == "too-long"
    assert [each.value["eventVersion"] for each in found if isinstance(each, Found)] == ["2"]


def test_nesting_without_end_is_no_traceback() -> None:
    found = read('{"a":' * 200_000 + "\n" + '{"eventVersion": "1"}', 1 << 16)
    assert any(isinstance(each, Broken) for each in found)
    assert isinstance(found[-1], Found)


@given(st.binary(max_size=300), st.integers(1, 50))
def test_any_bytes_are_read_to_the_end(data: bytes, size: int) -> None:
    assert all(each.number >= 0 and each.line > 0 for each in read(data, size))


@given(records, st.data())
def test_one_damaged_byte_leaves_most_records_whole(objects: list[dict[str, Any]], data: st.DataObject) -> None:
    text = json.dumps({"Records": objects})
    at = data.draw(st.integers(0, len(text) - 1))
    found = read(text[:at] + "\x00" + text[at + 1 :], 50)
    whole = [each.value for each in found if isinstance(each, Found)]
    assert sum(each in objects for each in whole) >= len(objects) - 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32"])
def test_what_is_not_utf8_is_said(encoding: str) -> None:
    text = '{"Records": [{"eventVersion": "1", "n": 1}]}'
    found = list(read_objects([text.encode(encoding)]))
    assert [each.reason for each in found if isinstance(each, Broken)][:1] == ["not-utf8"]
