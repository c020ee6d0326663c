"""The index: the same whether built, kept or carried; cheap to import; not fooled by what is broken."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from iamtutor.course import load_index
from iamtutor.course.index import INDEX_FILE, index_text
from iamtutor.course.indexing import build_index
from tests.course.content import exercise, write_exercise, written
from tests.course.texts import QUESTION_HEAD


def test_the_index_names_everything(tmp_path: Path) -> None:
    one = exercise(tmp_path, *written())
    (tmp_path / "lessons/01-first/quiz.yaml").write_text(
        "questions:\n  - "
        + "\n    ".join((QUESTION_HEAD + "kind: order\n").splitlines())
        + "\n    items: [{id: a, text: {ko: 가, en: A}}, {id: b, text: {ko: 나, en: B}}]\n",
        encoding="utf-8",
    )
    index = load_index(tmp_path / "lessons", tmp_path / "exercises")
    (lesson,) = index.lessons
    assert (lesson.slug, lesson.number, lesson.title.ko, lesson.minutes) == ("first", 1, "제목", 10)
    assert [(step.id, step.title.ko, step.title.en) for step in lesson.steps] == [("step", "ko", "en")]
    assert [question.kind for question in lesson.questions] == ["order"]
    assert index.exercises[one.id].kind == "write"
    assert index.lesson("first") is lesson


def test_a_kept_index_is_used_until_a_file_changes(tmp_path: Path) -> None:
    write_exercise(tmp_path, *written())
    lessons, exercises, cache = tmp_path / "lessons", tmp_path / "exercises", tmp_path / "cache"
    first = load_index(lessons, exercises, cache)
    (kept,) = cache.iterdir()
    assert load_index(lessons, exercises, cache) == first
    kept.write_text("{", encoding="utf-8")
    assert load_index(lessons, exercises, cache) == first
    (lessons / "01-first" / "01-step.ko.md").write_text("# 새 제목\n", encoding="utf-8")
    assert load_index(lessons, exercises, cache).lessons[0].steps[0].title.ko == "새 제목"
    assert len(list(cache.iterdir())) == 1


def test_a_carried_index_is_read_as_it_stands(tmp_path: Path) -> None:
    write_exercise(tmp_path, *written())
    built = build_index(tmp_path / "lessons", tmp_path / "exercises")
    (tmp_path / INDEX_FILE).write_text(index_text(built), encoding="utf-8")
    (tmp_path / "lessons" / "01-first" / "lesson.yaml").unlink()
    assert load_index(tmp_path / "lessons", tmp_path / "exercises") == built


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    write_exercise(tmp_path, "kind: [", {})
    index = load_index(tmp_path / "lessons", tmp_path / "exercises")
    assert len(index.lessons) == 1
    assert index.exercises == {}


def test_a_cache_that_cannot_be_written_costs_nothing(tmp_path: Path) -> None:
    write_exercise(tmp_path, *written())
    (tmp_path / "cache").write_text("in the way", encoding="utf-8")
    assert load_index(tmp_path / "lessons", tmp_path / "exercises", tmp_path / "cache").lessons


def test_reading_an_index_loads_neither_yaml_nor_models(tmp_path: Path) -> None:
    write_exercise(tmp_path, *written())
    load_index(tmp_path / "lessons", tmp_path / "exercises", tmp_path / "cache")
    program = (
        "import sys; from pathlib import Path; from iamtutor.course import load_index, MESSAGES; import iamtutor.quiz;"
        f"root = Path({str(tmp_path)!r}); load_index(root / 'lessons', root / 'exercises', root / 'cache');"
        "print(sorted({'yaml', 'pydantic', 'markdown_it', 'textual', 'rich'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
