"""`iamtutor world`, `iamtutor pack`, `iamtutor doctor`."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from iamtutor.cli.commands.doctor import RULER
from iamtutor.words.cells import cells
from tests.cli.conftest import Call


def test_a_world_is_drawn(call: Call, course: Path) -> None:
    called = call("world", "show", "tiny", "--lang", "ko")
    assert called.status == 0
    assert called.out.startswith("작은 세계\n")
    assert "acme · 111122223333" in called.out
    shown = json.loads(call("world", "show", "tiny", "--json").out)
    assert shown["accounts"]["acme"]["users"] == ["arn:aws:iam::111122223333:user/dev"]


def test_a_world_is_checked(call: Call, course: Path) -> None:
    assert call("world", "check", "tiny").out == "✓ nothing is wrong\n"
    world = course / "exercises/worlds/tiny.yaml"
    world.write_text(world.read_text(encoding="utf-8").replace("users:", "uesrs:"), encoding="utf-8")
    called = call("world", "check", "tiny")
    assert called.status == 1
    assert called.out.startswith(f"{world}:6 accounts.acme.uesrs: ")
    found = json.loads(call("world", "check", "tiny", "--json").out)
    assert (found[0]["file"], found[0]["line"], found[0]["severity"]) == (str(world), 6, "ERROR")


def test_a_whole_course_is_checked(call: Call, course: Path) -> None:
    assert call("pack", "check").out == "✓ nothing is wrong\n"
    assert call("pack", "check", str(course)).status == 0
    assert call("pack", "check", str(course / "exercises/basics")).status == 0
    (course / "exercises/basics/read-one/solution/one.json").write_text("{}", encoding="utf-8")
    called = call("pack", "check", "--lang", "ko")
    assert called.status == 1
    assert "exercise.yaml:" in called.out


def test_a_course_is_shown(call: Call, course: Path) -> None:
    out = call("pack", "show").out
    assert "01 first-steps — First steps" in out
    assert "1 step · 1 exercise · 3 questions · 5 minutes" in out
    shown = json.loads(call("pack", "show", "--json").out)
    assert [lesson["id"] for lesson in shown["lessons"]] == ["first-steps"]
    assert {exercise["id"] for exercise in shown["exercises"]} == {"basics/read-one", "basics/pick"}


@pytest.mark.parametrize(("name", "words"), [("no-such-folder", "no such file"), ("..", "is no part of this course")])
def test_a_path_that_holds_no_content_is_refused(
    call: Call, course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, words: str
) -> None:
    (tmp_path / "elsewhere/inside").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "elsewhere/inside")
    called = call("pack", "check", name)
    assert called.status == 2
    assert words in called.err


def test_the_doctor_reports(call: Call) -> None:
    called = call("doctor", "--lang", "ko")
    assert "글자 폭 자" in called.out
    report = json.loads(call("doctor", "--json").out)
    assert report["terminal"]["language"] == "en"
    assert report["places"]["writable"] is True
    assert {"iamtutor", "evaluator", "python", "textual"} <= report["versions"].keys()


def test_the_doctor_sees_what_is_missing(call: Call, home: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    called = call("doctor")
    assert called.status == 1
    assert "the profile's folder cannot be written" in called.out


def test_the_ruler_is_straight() -> None:
    assert {cells(line) for line in RULER} == {8}


def test_a_pack_of_exercises_alone_is_checked_and_shown(call: Call, course: Path, tmp_path: Path) -> None:
    pack = tmp_path / "mine"
    shutil.copytree(course / "exercises/basics/read-one", pack / "exercises/class/upload")
    shutil.copytree(course / "exercises/worlds", pack / "exercises/worlds")
    assert call("pack", "check", str(pack)).out == "✓ nothing is wrong\n"
    assert call("pack", "show", str(pack)).out.startswith("class/upload — ")
    upload = pack / "exercises/class/upload"
    assert call("pack", "check", str(upload)).out == "✓ nothing is wrong\n"
    text = (upload / "exercise.yaml").read_text()
    (upload / "exercise.yaml").write_text(text.replace("lesson: first-steps", "lesson: none-such"))
    for path in (pack, upload):
        called = call("pack", "check", str(path))
        assert called.status == 1
        assert "There is no lesson none-such." in called.out


def test_a_pack_of_nothing_says_so(call: Call, course: Path, tmp_path: Path) -> None:
    (tmp_path / "mine/exercises").mkdir(parents=True)
    assert call("pack", "show", str(tmp_path / "mine")).out.startswith("no lesson and no exercise")
