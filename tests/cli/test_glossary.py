"""`iamtutor glossary`: one term, several, all, and none."""

from __future__ import annotations

import json

from tests.cli.conftest import Call


def test_a_term_is_explained_in_both_languages_by_a_name_in_either(call: Call) -> None:
    english = call("glossary", "Permissions", "Boundary")
    assert english.status == 0
    assert english.out.startswith("permissions boundary (권한 경계)\n")
    assert "iamtutor learn permissions-boundaries" in english.out
    korean = call("--lang", "ko", "glossary", "권한경계")
    assert korean.out.startswith("권한 경계 (permissions boundary)\n")


def test_all_terms_and_those_that_hold_a_word(call: Call) -> None:
    everything = call("glossary").out.splitlines()
    assert len(everything) >= 60
    found = call("glossary", "managed").out.splitlines()
    assert 1 < len(found) < 20


def test_json(call: Call) -> None:
    terms = json.loads(call("glossary", "--json", "SCP").out)["terms"]
    assert [term["id"] for term in terms] == ["scp"]
    assert terms[0]["names"]["ko"][0] == "서비스 제어 정책(SCP)"
    assert len(json.loads(call("glossary", "--json").out)["terms"]) >= 60


def test_an_unknown_term_is_one_clear_line(call: Call) -> None:
    called = call("glossary", "nonsense-word")
    assert (called.status, called.out) == (2, "")
    assert "nonsense-word" in called.err
