"""The course at a glance: every title, without opening a lesson. Reads JSON only, for the first screen waits on it.

A wheel carries `index.json`, written when it is built. An editable install works the index out and keeps it in a cache,
under a key of the files' names, sizes and times.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from iamtutor.words import Bilingual

FORMAT = 1
INDEX_FILE = "index.json"


class StepEntry(NamedTuple):
    """A step: its id and title."""

    id: str
    title: Bilingual


class ExerciseEntry(NamedTuple):
    """An exercise as lists show it."""

    id: str
    title: Bilingual
    kind: str
    lesson: str
    difficulty: int
    concepts: tuple[str, ...]


class QuestionEntry(NamedTuple):
    """A quiz question: enough to choose by."""

    id: str
    kind: str
    difficulty: int
    concepts: tuple[str, ...]


class LessonEntry(NamedTuple):
    """A lesson as the map shows it; `exercises` are ids, in the lesson's order."""

    number: int
    slug: str
    title: Bilingual
    summary: Bilingual
    minutes: int
    concepts: tuple[str, ...]
    steps: tuple[StepEntry, ...]
    exercises: tuple[str, ...]
    questions: tuple[QuestionEntry, ...]


class Index(NamedTuple):
    """All lessons in the order of the course, and all exercises by id."""

    lessons: tuple[LessonEntry, ...]
    exercises: Mapping[str, ExerciseEntry]

    def lesson(self, slug: str) -> LessonEntry:
        """The lesson of that slug; KeyError where there is none."""
        for lesson in self.lessons:
            if lesson.slug == slug:
                return lesson
        raise KeyError(slug)


def load_index(lessons: Path, exercises: Path, cache: Path | None = None) -> Index:
    """The index of two content folders; `cache` is a folder to keep it in, None keeps nothing."""
    carried = _read(lessons.parent / INDEX_FILE)
    if carried is not None:
        return carried
    kept = None if cache is None else cache / f"index-{_fingerprint(lessons, exercises)}.json"
    found = None if kept is None else _read(kept)
    if found is not None:
        return found
    from iamtutor.course.indexing import build_index

    index = build_index(lessons, exercises)
    if kept is not None:
        _keep(index, kept)
    return index


def index_text(index: Index) -> str:
    """The index as its file has it."""
    return json.dumps({"format": FORMAT, **_plain(index)}, ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A value as JSON has it."""
    if isinstance(value, Bilingual):
        return {"ko": value.ko, "en": value.en}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(each) for name, each in value._asdict().items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return value


def _read(file: Path) -> Index | None:
    """The index in a file; None where there is none, or one that this version does not understand."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        return _index(value) if value["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _index(value: Any) -> Index:
    lessons = tuple(_lesson(each) for each in value["lessons"])
    exercises = (
        ExerciseEntry(**{**each, "title": Bilingual(**each["title"]), "concepts": tuple(each["concepts"])})
        for each in value["exercises"].values()
    )
    return Index(lessons, {each.id: each for each in exercises})


def _lesson(value: Any) -> LessonEntry:
    return LessonEntry(
        value["number"],
        value["slug"],
        Bilingual(**value["title"]),
        Bilingual(**value["summary"]),
        value["minutes"],
        tuple(value["concepts"]),
        tuple(StepEntry(step["id"], Bilingual(**step["title"])) for step in value["steps"]),
        tuple(value["exercises"]),
        tuple(QuestionEntry(**{**each, "concepts": tuple(each["concepts"])}) for each in value["questions"]),
    )


def _fingerprint(lessons: Path, exercises: Path) -> str:
    from hashlib import sha256  # not needed where the index was built with the wheel

    digest = sha256(str(FORMAT).encode())
    for root in (lessons, exercises):
        digest.update(str(root).encode())
        for path, stat in _files(root):
            digest.update(f"\0{path}\0{stat.st_mtime_ns}\0{stat.st_size}".encode())
    return digest.hexdigest()[:16]


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files that an index depends on, in a fixed order."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            yield from _files(Path(entry.path))
        elif entry.name.endswith((".yaml", ".md")):
            yield entry.path, entry.stat()


def _keep(index: Index, file: Path) -> None:
    """Keeps an index; older ones go. Nothing is lost where the folder cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        for old in file.parent.glob("index-*.json"):
            old.unlink(missing_ok=True)
        fresh = file.with_suffix(f".{os.getpid()}")
        fresh.write_text(index_text(index), encoding="utf-8")
        fresh.replace(file)
    except OSError:
        return
