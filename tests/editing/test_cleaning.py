"""A policy copied from somewhere: what is no JSON goes, and strings keep what they say."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.editing import Cleaning, cleaning
from iamtutor.editing.cleaning import KINDS
from iamtutor.policy import read, tokens
from iamtutor.policy.tokens import lexemes
from tests.editing.policies import POLICIES, objects, pairs


def cleaned(text: str) -> Cleaning:
    found = cleaning(text)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "clean", "found"),
    [
        ('{\n  // who\n  "a": 1 // and why\n}', '{\n  "a": 1\n}', {"comment": 2}),
        ('# head\n{"a": /* x */ 1}', '{"a":  1}', {"comment": 2}),
        ("[1/**/,2]", "[1 ,2]", {"comment": 1}),
        ('{"a": [1, 2,], }', '{"a": [1, 2] }', {"trailing-comma": 2}),
        ("[1, // one\n]", "[1\n]", {"comment": 1, "trailing-comma": 1}),
        ('{“a”: ‘b"c’}', '{"a": "b\\"c"}', {"smart-quotes": 2}),
        (
            "{'a': 'it\\'s', 'b': True, 'c': None}",
            '{"a": "it\'s", "b": true, "c": null}',
            {"single-quotes": 4, "literal": 2},
        ),
        ('\ufeff{\u00a0"a": 1}', '{ "a": 1}', {"byte-order-mark": 1, "odd-space": 1}),
        ('```json\n{"a": 1}\n```\n', '{"a": 1}\n', {"fence": 1}),
        ("{'u': 'https://x.y/#z'}", '{"u": "https://x.y/#z"}', {"single-quotes": 2}),
    ],
)
def test_what_is_no_json_goes(text: str, clean: str, found: dict[str, int]) -> None:
    assert cleaned(text) == Cleaning(clean, found)


@pytest.mark.parametrize(
    "text",
    [
        '{"Resource": "arn:aws:s3:::b/*", "u": "https://a.b/c#d", "q": "“x” \'y\' //z"}',
        "https://example.com/a",  # an address that is pasted alone
        '{"a": 1 /* never closed',
        "[,]",  # no comma behind an item
        "",
        '"Effect": "Allow",',  # one line of a policy: its comma belongs to what follows
        "True1",
    ],
)
def test_what_may_be_meant_stays(text: str) -> None:
    assert cleaning(text) is None


@pytest.mark.parametrize("path", POLICIES, ids=lambda path: "/".join(path.parts[-4:]))
def test_the_policies_of_the_course_need_no_cleaning(path: object) -> None:
    text = path.read_text("utf-8")  # type: ignore[attr-defined]
    if not any(finding.code.startswith("json.") for finding in read(text).findings):
        assert cleaning(text) is None


@given(objects, st.sampled_from([None, 2]))
def test_json_is_never_touched(value: dict[str, object], indent: int | None) -> None:
    assert cleaning(json.dumps(value, indent=indent, ensure_ascii=False)) is None


_NOISE = st.sampled_from(["", "", " ", "\n", "/* a, } */", "// it's [\n", "# “x”\n", "\u00a0", "\u200b", "\ufeff"])


@given(objects, st.data())
def test_noise_between_tokens_goes_and_the_meaning_comes_back(value: dict[str, object], data: st.DataObject) -> None:
    text = json.dumps(value, ensure_ascii=False)
    pieces = [text[start:end] for kind, start, end in lexemes(text) if kind != tokens.END]
    noisy: list[str] = [data.draw(_NOISE)]
    for piece in pieces:
        if piece in ("}", "]") and noisy_item(noisy):
            noisy.append(data.draw(st.sampled_from(["", ","])))
        literal = {"true": "True", "false": "False", "null": "None"}.get(piece)
        noisy.append(data.draw(st.sampled_from([piece, f"{literal} "])) if literal else piece)
        noise = data.draw(_NOISE)
        noisy.append(" " + noise if piece == ":" else noise)  # `:` with `//` right behind it may be an address
    dirty = "".join(noisy)
    found = cleaning(dirty)
    clean = dirty if found is None else found.text
    assert pairs(clean) == pairs(text)
    assert cleaning(clean) is None
    assert found is None or set(found.found) <= set(KINDS)


def noisy_item(written: list[str]) -> bool:
    """Whether the last thing written that is no noise is an item, so that a comma may stand behind it."""
    last = next(
        (
            kind
            for kind, _, _ in reversed(lexemes("".join(written)))
            if kind not in (tokens.END, tokens.COMMENT, tokens.ODD_SPACE)
        ),
        0,
    )
    return last not in (tokens.OPEN_ARRAY, tokens.OPEN_OBJECT, 0)


@given(st.text(max_size=40))
def test_whatever_is_pasted_is_cleaned_once_or_not_at_all(text: str) -> None:
    found = cleaning(text)
    if found is not None:
        again = cleaning(found.text)
        assert again is None or sum(again.found.values()) <= sum(found.found.values())
