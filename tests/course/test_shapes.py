"""What is wrong with an authored file is named by file, line and key, in both languages."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from iamtutor import cloud, course
from iamtutor.course.authored import read_text
from iamtutor.course.exercise_shape import ExerciseShape
from iamtutor.course.lesson_shape import LessonShape
from iamtutor.course.question_shape import QuestionShape
from iamtutor.words import say
from tests.course.texts import EXERCISE_HEAD, LESSON, QUESTION_HEAD

WRITE = (
    "kind: write\nworld: acme\n"
    + EXERCISE_HEAD
    + """\
edit:
  guard: {type: inline, of: user/dev, name: Guard}
requests:
  - {id: read, as: user/dev, do: "s3:GetObject", on: "arn:aws:s3:::b/k", expect: allow}
"""
)
LESSON_HERE = "world: acme\n" + LESSON
CHOOSE = (
    QUESTION_HEAD
    + """\
kind: choose
options:
  - {id: a, correct: true, text: {ko: 가, en: A}, why: {ko: 가, en: A}}
  - {id: b, correct: false, text: {ko: 나, en: B}, why: {ko: 나, en: B}}
"""
)

WRONG = [
    (ExerciseShape, WRITE, "kind: write", "kind: guess", 1, ("kind",)),
    (ExerciseShape, WRITE, "title: {ko: 제목, en: Title}\n", "title: {ko: 제목}\n", 3, ("title",)),
    (ExerciseShape, WRITE, "difficulty: 1", "difficulty: 6", 12, ("difficulty",)),
    (ExerciseShape, WRITE, "difficulty: 1", 'difficulty: "1"', 12, ("difficulty",)),
    (ExerciseShape, WRITE, "  - {ko: 셋, en: Three}\n", "", 5, ("hints",)),
    (ExerciseShape, WRITE, "expect: allow", "expect: maybe", 20, ("requests", 0, "expect")),
    (ExerciseShape, WRITE, "expect: allow", "expected: allow", 20, ("requests", 0, "expected")),
    (ExerciseShape, WRITE, "expect: allow", "hidden: true", 20, ("requests", 0)),
    (ExerciseShape, WRITE, 'do: "s3:GetObject"', 'do: "s3:Get*"', 20, ("requests", 0, "do")),
    (ExerciseShape, WRITE, ", name: Guard", "", 18, ("edit", "guard")),
    (ExerciseShape, WRITE, "type: inline", "type: outline", 18, ("edit", "guard", "type")),
    (ExerciseShape, WRITE, "read: 2026-11-23", "read: yesterday", 16, ("source", "read")),
    (ExerciseShape, WRITE, "explicit-deny", "Explicit Deny", 11, ("concepts", 0)),
    (ExerciseShape, WRITE + "rules:\n  - {rule: no-star}\n", "", "", 22, ("rules", 0)),
    (ExerciseShape, WRITE + "rules:\n  - {rule: max-statements, slot: guard, n: 0}\n", "", "", 22, ("rules", 0, "n")),
    (LessonShape, LESSON_HERE, "minutes: 10", "minutes: long", 5, ("minutes",)),
    (LessonShape, LESSON_HERE, "world: acme", "world: Acme Corp", 1, ("world",)),
    (LessonShape, LESSON_HERE, "minutes: 10\n", "minutes: 10\nexercises: [deny-wins]\n", 6, ("exercises", 0)),
    (QuestionShape, CHOOSE, "kind: choose", "kind: guess", 1, ()),
    (QuestionShape, CHOOSE, "correct: true", "correct: yes", 12, ("options", 0, "correct")),
    (QuestionShape, CHOOSE, "explain: {ko: 이유, en: Reason}\n", "", 1, ()),
]


@pytest.mark.parametrize(
    ("model", "text"), [(ExerciseShape, WRITE), (LessonShape, LESSON_HERE), (QuestionShape, CHOOSE)]
)
def test_what_is_right_is_read(model: object, text: str) -> None:
    authored = read_text(text, TypeAdapter(model), "x.yaml")
    assert authored.findings == ()
    assert authored.value is not None


@pytest.mark.parametrize(("model", "text", "old", "new", "line", "path"), WRONG)
def test_a_mistake_names_file_line_and_key(
    model: object, text: str, old: str, new: str, line: int, path: tuple[str | int, ...]
) -> None:
    assert old in text
    authored = read_text(text.replace(old, new, 1) if old else text, TypeAdapter(model), "x.yaml")
    assert authored.value is None
    finding = authored.findings[0]
    assert (finding.source, finding.arguments["at"], finding.path) == ("x.yaml", line, path)
    messages = {**cloud.MESSAGES, **course.MESSAGES}
    said = {
        say(messages, finding.code, "ko", **finding.arguments),
        say(messages, finding.code, "en", **finding.arguments),
    }
    assert len(said) == 2


def test_yaml_in_a_fence_is_counted_from_its_own_line() -> None:
    authored = read_text("kind: [", TypeAdapter(QuestionShape), "01-a.ko.md", first_line=40)
    assert authored.findings[0].arguments["at"] == 40
