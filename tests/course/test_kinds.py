"""Every kind of exercise is graded right and wrong, and refuses an exercise that cannot work."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from iamtutor.course import check_content
from iamtutor.course.authored import read_text
from iamtutor.course.kinds import KINDS
from tests.course.content import ALL, DENY, READ, answered, exercise, policy, write_exercise, written

ASK = "requests:\n  - {id: pay, as: user/ops, do: 's3:GetObject', on: 'arn:aws:s3:::reports/pay/1'}\n"
TWO = ASK + "  - {id: read, as: user/ops, do: 's3:GetObject', on: 'arn:aws:s3:::reports/q'}\n"
CHOICES = """\
choices:
  - {id: role, text: {ko: 역할, en: Role}, why: {ko: 맞음, en: right}}
  - {id: user, text: {ko: 사용자, en: User}, why: {ko: 틀림, en: wrong}}
"""
ITEMS = """\
items:
  - {id: a, text: {ko: 가, en: A}}
  - {id: b, text: {ko: 나, en: B}}
  - {id: c, text: {ko: 다, en: C}}
"""
ANSWERED = {
    "predict": answered(
        "predict", TWO, "pay: {decision: ExplicitlyDenied, layer: identity}\nread: {decision: Allowed}\n"
    ),
    "find": answered("find", ASK + "request: pay\n", "statement: {policy: Own, index: 1}\n"),
    "choose": answered("choose", CHOICES, "choice: role\n"),
    "arrange": answered("arrange", ITEMS, "order: [b, a, c]\n"),
}
GRADED = [
    ("predict", "pay: {decision: ExplicitlyDenied, layer: identity}\nread: {decision: Allowed, layer: scp}\n", 100),
    ("predict", "pay: {decision: ExplicitlyDenied, layer: scp}\nread: {decision: Allowed}\n", 50),
    ("predict", "pay: {decision: ExplicitlyDenied}\n", 0),
    ("find", "statement: {policy: Own, index: 1}\n", 100),
    ("find", "statement: {policy: Own, index: 0}\n", 0),
    ("choose", "choice: role\n", 100),
    ("choose", "choice: user\n", 0),
    ("arrange", "order: [b, a, c]\n", 100),
    ("arrange", "order: [b, c, a]\n", 33),
    ("arrange", "order: [b, a]\n", 0),
]


@pytest.mark.parametrize(("kind", "answer", "score"), GRADED)
def test_answers_are_graded(tmp_path: Path, kind: str, answer: str, score: int) -> None:
    one = exercise(tmp_path, *ANSWERED[kind])
    model = KINDS[kind].answer_model
    assert model is not None
    given = read_text(answer, TypeAdapter(model), "answer.yaml").value
    assert given is not None
    grade = one.attempt().with_answer(given).grade()
    assert (grade.score, grade.passed) == (score, score == 100)


@pytest.mark.parametrize("kind", ANSWERED)
def test_no_answer_and_an_answer_of_another_kind_are_wrong(tmp_path: Path, kind: str) -> None:
    one = exercise(tmp_path, *ANSWERED[kind])
    assert one.solved().grade().passed
    assert not one.attempt().grade().passed
    other = exercise(tmp_path / "other", *ANSWERED["choose" if kind != "choose" else "arrange"])
    assert not one.attempt().with_answer(other.task.solution).grade().passed


def test_decisions_are_not_shown_where_they_are_asked_for(tmp_path: Path) -> None:
    names = [type(stage).__name__ for stage in exercise(tmp_path, *ANSWERED["predict"]).attempt().stages()]
    assert names == ["Parsed", "Checked"]


@pytest.mark.parametrize("kind", ["write", "repair", "tighten"])
def test_policies_are_graded(tmp_path: Path, kind: str) -> None:
    one = exercise(tmp_path, *written(kind, start=policy(ALL)))
    assert one.solved().grade().passed
    assert not one.attempt().grade().passed


GOOD = [*ANSWERED.values(), written(), written("repair", start="{"), written("tighten", start=policy(ALL))]


@pytest.mark.parametrize(("text", "files"), GOOD)
def test_a_good_exercise_has_no_finding(tmp_path: Path, text: str, files: dict[str, str]) -> None:
    assert list(check_content(write_exercise(tmp_path, text, files))) == []


def changed(kind: str, old: str, new: str) -> tuple[str, dict[str, str]]:
    text, files = ANSWERED[kind] if kind in ANSWERED else written(kind, start=policy(ALL))
    assert old in text + "".join(files.values())
    return text.replace(old, new), {name: content.replace(old, new) for name, content in files.items()}


BAD = [
    (written(start=policy(READ, DENY)), "course.start-passes"),
    (written(start="{"), "course.start-unreadable"),
    (written(solution=policy(ALL)), "course.solution-fails"),
    (written(solution="{"), "course.solution-unreadable"),
    (
        written(more="rules:\n  - {rule: uses-effect, slot: guard, effect: Deny}\n", solution=policy(READ)),
        "course.solution-breaks-rule",
    ),
    (written(more="rules:\n  - {rule: max-statements, slot: nothing, n: 1}\n"), "course.unknown-slot"),
    (written(more="goal: {floor: {guard: floor.json}}\n"), "course.file-missing"),
    (written("tighten", start=policy(DENY)), "course.start-too-tight"),
    (written("tighten", start=policy(READ, DENY)), "course.start-passes"),
    (changed("write", "hidden: true", "hidden: false"), "course.few-hidden"),
    (changed("write", "expect: deny", "expect: allow"), "course.one-sided-requests"),
    (changed("write", ", expect: allow", ""), "course.request-without-expect"),
    (changed("write", "id: pay", "id: read"), "course.duplicate-id"),
    (changed("write", "as: user/dev", "as: user/nobody"), "cloud.unknown-reference"),
    (changed("write", "of: user/dev", "of: user/nobody"), "cloud.unknown-reference"),
    (changed("write", "edit:", "choices: []\nedit:"), None),
    (changed("write", "lesson: first", "lesson: second"), "course.unknown-lesson"),
    (
        changed("predict", "'arn:aws:s3:::reports/q'", "'arn:aws:s3:::reports/q', expect: allow"),
        "course.predict-expects",
    ),
    (changed("predict", "ExplicitlyDenied", "Allowed"), "course.answer-not-confirmed"),
    (changed("predict", "read: {decision: Allowed}\n", ""), "course.answer-without"),
    (changed("predict", "read: {", "other: {"), "course.unknown-request"),
    (changed("find", "index: 1", "index: 0"), "course.statement-not-confirmed"),
    (changed("find", "request: pay", "request: other"), "course.unknown-request"),
    (changed("find", "request: pay\n", ""), "course.kind-needs"),
    (changed("choose", "choice: role", "choice: group"), "course.unknown-item"),
    (changed("arrange", "[b, a, c]", "[b, a]"), "course.order-not-whole"),
    (changed("arrange", "items:", "request: pay\nitems:"), "course.kind-has-no"),
    (answered("choose", "", "choice: role\n"), "course.kind-needs"),
    (answered("arrange", "", "order: []\n"), "course.kind-needs"),
    (answered("write", "", ""), "course.kind-needs"),
    ((ANSWERED["choose"][0], {}), "course.file-missing"),
    ((written()[0], {}), "course.file-missing"),
    (changed("write", "ko: 제목", "ko: \u1112\u1161\u11ab"), "course.not-nfc"),
]


@pytest.mark.parametrize(("content", "code"), BAD)
def test_what_is_wrong_with_an_exercise_is_found(
    tmp_path: Path, content: tuple[str, dict[str, str]], code: str | None
) -> None:
    found = list(check_content(write_exercise(tmp_path, *content)))
    assert code is None or code in {finding.code for finding in found}
    for finding in found:
        assert finding.source
        assert finding.arguments["at"]
