"""The search index in its cache: only what changed is read again, and nothing broken is believed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from iamtutor.course import content_root
from iamtutor.course.search import PlaceKind, Weight, keeping, load_search_index
from iamtutor.course.search.extract import plain
from tests.course.content import write_exercise, written


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that are read."""
    names: list[str] = []
    extract = keeping._extract

    def watched(file: Path) -> object:
        names.append(file.name)
        return extract(file)

    monkeypatch.setattr(keeping, "_extract", watched)
    return names


def test_only_a_file_that_changed_is_read_again(tmp_path: Path, read: list[str]) -> None:
    write_exercise(tmp_path, *written())
    folders = tmp_path / "lessons", tmp_path / "exercises"
    first = load_search_index(*folders, tmp_path / "cache")
    assert sorted(read) == ["01-step.en.md", "01-step.ko.md", "exercise.yaml", "lesson.yaml"]
    read.clear()
    assert load_search_index(*folders, tmp_path / "cache").passages == first.passages
    assert read == []
    step = tmp_path / "lessons/01-first/01-step.ko.md"
    step.write_text("# 다른 제목\n\n새 글\n", encoding="utf-8")
    os.utime(step, ns=(1, 1))
    assert [each.id for each in load_search_index(*folders, tmp_path / "cache").find("새 글", "ko")] == ["first/step"]
    assert read == ["01-step.ko.md"]
    step.unlink()
    assert load_search_index(*folders, tmp_path / "cache").find("새 글", "ko") == ()


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", '{"format": 0, "files": {}}', '{"format": 1, "files": []}', '{"format": 1}', "\0"],
)
def test_a_broken_cache_is_made_again(tmp_path: Path, text: str) -> None:
    write_exercise(tmp_path, *written())
    folders = tmp_path / "lessons", tmp_path / "exercises"
    first = load_search_index(*folders, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    kept.write_text(text, encoding="utf-8")
    assert load_search_index(*folders, tmp_path / "cache").passages == first.passages


@pytest.mark.parametrize(
    "rows", [None, [], [[1]], [["nothing", "a", "ko", 3, 0, "x"]], [["step", "a", "ko", 99, 0, "x"]]]
)
def test_broken_rows_are_read_again(tmp_path: Path, rows: object) -> None:
    write_exercise(tmp_path, *written())
    folders = tmp_path / "lessons", tmp_path / "exercises"
    first = load_search_index(*folders, tmp_path / "cache")
    (kept,) = (tmp_path / "cache").iterdir()
    value = json.loads(kept.read_text(encoding="utf-8"))
    name = next(file for file in value["files"] if file.endswith("lesson.yaml"))
    value["files"][name] = rows if rows is None else [*value["files"][name][:2], rows] if rows else [0, 0, []]
    kept.write_text(json.dumps(value), encoding="utf-8")
    assert load_search_index(*folders, tmp_path / "cache").passages == first.passages


def test_a_file_that_cannot_be_read_leaves_the_others(tmp_path: Path) -> None:
    write_exercise(tmp_path, *written())
    (tmp_path / "lessons/01-first/lesson.yaml").write_text("title: [", encoding="utf-8")
    index = load_search_index(tmp_path / "lessons", tmp_path / "exercises")
    assert {passage.kind for passage in index.passages} == {PlaceKind.STEP, PlaceKind.EXERCISE}


def test_where_nothing_can_be_kept_it_is_found_all_the_same(tmp_path: Path) -> None:
    write_exercise(tmp_path, *written())
    (tmp_path / "cache").write_text("a file", encoding="utf-8")
    assert load_search_index(tmp_path / "lessons", tmp_path / "exercises", tmp_path / "cache").passages


def test_markdown_is_read_as_it_is_read() -> None:
    text = "## A **bold** [link](https://x.y)\n\n- one\n- `two`\n\n| a | b |\n|---|---|\n| c | d |\n"
    assert plain(text) == "A bold link one two a b c d"


def test_the_course_is_found_in_both_languages() -> None:
    index = load_search_index(*content_root())
    for korean, english in (("권한 경계", "permissions boundary"), ("명시적 거부", "explicit deny")):
        assert {each.id for each in index.find(korean, "ko")} & {each.id for each in index.find(english, "ko")}
    kinds = {each.kind for each in index.find("정책", "ko", most=500)}
    assert kinds == set(PlaceKind)
    blocks = {(passage.id, passage.lang): 0 for passage in index.passages if passage.kind is PlaceKind.STEP}
    for passage in index.passages:
        if passage.kind is PlaceKind.STEP:
            blocks[passage.id, passage.lang] = max(blocks[passage.id, passage.lang], passage.block)
    assert {weight for *_, weight, _, _ in index.passages} == set(Weight)
    assert max(blocks.values()) > 3
