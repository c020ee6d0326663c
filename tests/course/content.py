"""Writes small lessons and exercises into a folder, for tests that read them back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from iamtutor.course import Exercise, Library
from tests.course.texts import EXERCISE_HEAD, LESSON, WORLD

READ = {"Sid": "Read", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*"}
DENY = {"Sid": "NoPay", "Effect": "Deny", "Action": "s3:*", "Resource": "arn:aws:s3:::reports/pay/*"}
ALL = {"Sid": "All", "Effect": "Allow", "Action": "s3:*", "Resource": "*"}

REQUESTS = """\
requests:
  - {id: read, as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::reports/q3", expect: allow}
  - {id: pay, as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::reports/pay/1", expect: deny}
  - id: write
    as: user/dev
    do: s3:PutObject
    on: arn:aws:s3:::reports/q3
    expect: deny
    hidden: true
    category: {ko: 쓰기, en: Writing}
    nudge: {ko: 읽기만, en: Reading only}
  - id: other
    as: user/dev
    do: s3:GetObject
    on: arn:aws:s3:::other/q3
    expect: deny
    hidden: true
    category: {ko: 다른 버킷, en: Another bucket}
    nudge: {ko: 범위, en: Scope}
"""
SLOT = "edit:\n  guard: {type: inline, of: user/dev, name: Guard}\n"


def policy(*statements: object) -> str:
    """A policy's text."""
    return json.dumps({"Version": "2012-10-17", "Statement": list(statements)}, indent=2)


def write_exercise(root: Path, text: str, files: Mapping[str, str], name: str = "track/one") -> Library:
    """A library with one lesson and one exercise in it."""
    lesson = root / "lessons" / "01-first"
    lesson.mkdir(parents=True, exist_ok=True)
    (lesson / "lesson.yaml").write_text(LESSON + WORLD, encoding="utf-8")
    for lang in ("ko", "en"):
        (lesson / f"01-step.{lang}.md").write_text(f"# {lang}\n\ntext\n", encoding="utf-8")
    folder = root / "exercises" / name
    for file, content in {"exercise.yaml": text, **files}.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Library(root / "lessons", root / "exercises")


def written(
    kind: str = "write", more: str = "", start: str | None = None, solution: str | None = None
) -> tuple[str, dict[str, str]]:
    """The files of an exercise in which a policy is written."""
    files = {
        "start/guard.json": policy(DENY) if start is None else start,
        "solution/guard.json": policy(READ, DENY) if solution is None else solution,
    }
    return f"kind: {kind}\n" + EXERCISE_HEAD + WORLD + SLOT + REQUESTS + more, files


def answered(kind: str, text: str, answer: str) -> tuple[str, dict[str, str]]:
    """The files of an exercise that is answered in answer.yaml."""
    return f"kind: {kind}\n" + EXERCISE_HEAD + WORLD + text, {"solution/answer.yaml": answer}


def exercise(root: Path, text: str, files: Mapping[str, str]) -> Exercise:
    """The exercise of these files."""
    reading = write_exercise(root, text, files).exercise("track/one")
    assert reading.findings == ()
    assert reading.exercise is not None
    return reading.exercise
