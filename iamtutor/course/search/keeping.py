"""The search index in the cache: each file's passages under its size and time, so that only what changed is read anew."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from iamtutor.course.folders import EXERCISE_FILE, exercise_folders, lesson_folders
from iamtutor.course.search.finding import SearchIndex
from iamtutor.course.search.passage import Passage, PlaceKind, Weight

FORMAT: Final = 1
Rows = list[list[Any]]


def load_search_index(lessons: Path, exercises: Path, cache: Path | None = None) -> SearchIndex:
    """The index of two content folders; `cache` is a folder to keep it in, None keeps nothing.

    The first time it takes as long as reading all files (about a second); it belongs beside the screen.
    """
    kept = None if cache is None else cache / f"search-{_roots(lessons, exercises)}.json"
    before = _read(kept)
    now: dict[str, list[Any]] = {}
    passages: list[Passage] = []
    for file in _files(lessons, exercises):
        try:
            stat = file.stat()
            stamp = [stat.st_mtime_ns, stat.st_size]
            rows, found = _known(before.get(str(file)), stamp)
            if found is None:
                found = _extract(file)
                rows = [list(passage) for passage in found]
        except OSError:
            continue
        now[str(file)] = [*stamp, rows]
        passages.extend(found)
    if kept is not None and now != before:
        _keep(now, kept)
    return SearchIndex(passages)


def _extract(file: Path) -> list[Passage]:
    from iamtutor.course.search.extract import passages_of

    return list(passages_of(file))


def _files(lessons: Path, exercises: Path) -> Iterator[Path]:
    """The files of the course, in its order."""
    for folder in lesson_folders(lessons):
        yield from sorted(each for each in folder.iterdir() if each.suffix in (".yaml", ".md"))
    for folder in exercise_folders(exercises):
        yield folder / EXERCISE_FILE


def _known(value: Any, stamp: list[int]) -> tuple[Rows, list[Passage] | None]:
    """What was kept of a file, where that has not changed since."""
    try:
        *kept, rows = value
        if kept != stamp:
            return [], None
        passages = [
            Passage(PlaceKind(kind), str(id_), "en" if lang == "en" else "ko", Weight(weight), int(block), str(text))
            for kind, id_, lang, weight, block, text in rows
        ]
    except (TypeError, ValueError):
        return [], None
    return rows, passages


def _read(file: Path | None) -> dict[str, Any]:
    if file is None:
        return {}
    try:
        value = json.loads(file.read_bytes())
        files = value["files"]
        return files if value["format"] == FORMAT and isinstance(files, dict) else {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return {}


def _keep(files: dict[str, list[Any]], file: Path) -> None:
    """Keeps the passages; nothing is lost where the folder cannot be written."""
    text = json.dumps({"format": FORMAT, "files": files}, ensure_ascii=False, separators=(",", ":"))
    fresh = file.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)


def _roots(lessons: Path, exercises: Path) -> str:
    return hashlib.sha256(f"{lessons}\0{exercises}".encode()).hexdigest()[:12]
