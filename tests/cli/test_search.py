"""`iamtutor search`: the course and the catalogue by any form of their words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from iamtutor.words.cells import cells
from tests.cli.conftest import Call


@pytest.fixture(autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """One cache for all: the catalogue's index is made once."""
    monkeypatch.setenv("IAMTUTOR_CACHE", str(tmp_path_factory.getbasetemp() / "catalogue"))


def found(call: Call, *words: str) -> dict[str, Any]:
    called = call("search", "--json", *words)
    assert called.status == 0, called.err
    answer: dict[str, Any] = json.loads(called.out)
    return answer


def test_either_language_finds_the_same_place(call: Call) -> None:
    korean, english = found(call, "권한", "경계를"), found(call, "permissions", "boundary")
    assert korean["course"][0]["id"] == english["course"][0]["id"] == "permissions-boundaries"
    assert korean["course"][0]["lang"] == "ko"


def test_what_is_found_can_be_opened_as_it_says(call: Call) -> None:
    for row in found(call, "deny", "--most", "12")["course"]:
        arguments = row["command"].split()[1:]
        if row["kind"] == "step":
            assert call(*arguments).status == 0
        start, end = row["spans"][0]
        assert row["excerpt"][start:end].lower().startswith("den")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_as_text(call: Call, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    called = call("search", "신뢰", "정책", "--lang", lang)
    assert (called.status, called.err) == (0, "")
    assert "iamtutor learn " in called.out
    assert all(cells(line) <= 80 and line == line.rstrip() for line in called.out.splitlines())


def test_names_of_the_catalogue_follow(call: Call) -> None:
    assert {"kind": "action", "name": "sqs:SendMessage"} in found(call, "sqs", "sendm")["catalog"]
    called = call("search", "sendmessage")
    assert "action  sqs:SendMessage" in called.out


def test_an_action_is_found_by_what_it_means_in_korean(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    assert {"kind": "action", "name": "s3:PutBucketPolicy"} in found(call, "버킷", "정책")["catalog"]
    monkeypatch.setenv("COLUMNS", "80")
    called = call("search", "역할을", "넘기기", "--lang", "ko")
    assert "iam:PassRole  서비스에 역할을 넘깁니다." in called.out
    assert "sqs:SendMessage  대기열에 메시지를 보냅니다." in call("search", "sendmessage", "--lang", "ko").out
    assert "대기열" not in call("search", "sendmessage", "--lang", "en").out
    assert all(cells(line) <= 80 for line in call("search", "object lambda", "--lang", "ko").out.splitlines())


def test_there_is_more(call: Call) -> None:
    called = call("search", "policy", "--most", "3")
    assert len([line for line in called.out.splitlines() if not line.startswith(" ")]) == 3
    assert "--most" in called.err


def test_nothing_is_found(call: Call) -> None:
    called = call("search", "xyzzy", "--lang", "ko")
    assert (called.status, called.out, called.err) == (1, "", "xyzzy를 찾지 못했습니다\n")
    answer = call("search", "xyzzy", "--json")
    assert (answer.status, json.loads(answer.out)) == (1, {"words": "xyzzy", "course": [], "catalog": []})


def test_a_bad_number_is_said(call: Call) -> None:
    assert call("search", "a", "--most", "0").status == 2


def test_it_is_kept_beside_the_profile(call: Call, home: Path) -> None:
    call("search", "정책")
    assert [each.name for each in (home / "cache").glob("search-*.json")]
    assert call("search", "정책").out == call("search", "정책").out


def test_the_catalogue_needs_a_screen_to_be_opened(call: Call) -> None:
    assert call("catalog", "s3", "--open").status == 2
