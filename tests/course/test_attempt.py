"""An attempt: what it finds out, what it reuses, and that it can be stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from iamtutor.course import (
    Attempt,
    Checked,
    Decided,
    Exercise,
    HiddenResult,
    Library,
    Parsed,
    Proved,
    RequestResult,
    grade_json,
)
from tests.course.content import ALL, DENY, READ, exercise, policy, written


@pytest.fixture
def task(tmp_path: Path) -> Exercise:
    return exercise(tmp_path, *written(more="rules:\n  - {rule: max-statements, slot: guard, n: 2}\n"))


def results(attempt: Attempt, *, hidden: bool = False) -> list[RequestResult | HiddenResult]:
    stages = list(attempt.stages(hidden=hidden))
    assert [type(stage) for stage in stages] == [Parsed, Decided, Checked, Proved]
    decided = stages[1]
    assert isinstance(decided, Decided)
    return list(decided.requests)


def test_the_start_fails_and_the_solution_passes(task: Exercise) -> None:
    assert not task.attempt().grade().passed
    grade = task.solved().grade()
    assert (grade.passed, grade.score) == (True, 100)
    assert all(isinstance(result, RequestResult) for result in grade.requests)


def test_the_score_is_the_share_of_what_is_right(task: Exercise) -> None:
    # read is denied, so that something is missing; pay, write, other, the rule and the other way of the proof are right
    nothing = task.attempt().with_text("guard", policy(DENY))
    assert nothing.grade().score == 71
    assert nothing.grade(hidden=False).score == 60
    assert task.attempt().with_text("guard", policy(ALL)).grade().score == 42


def test_requests_are_shown_with_their_reason_and_trace(task: Exercise) -> None:
    read, pay = results(task.solved())
    assert isinstance(read, RequestResult)
    assert isinstance(pay, RequestResult)
    assert read.decision.allowed
    assert read.ok
    assert "Read" in read.why.text("en")
    assert pay.decision.trace.verdict == "ExplicitlyDenied"
    assert read.why.text("ko") != read.why.text("en")


def test_a_hidden_request_shows_its_category_alone(task: Exercise) -> None:
    shown = results(task.attempt().with_text("guard", policy(ALL)), hidden=True)
    hidden = [result for result in shown if isinstance(result, HiddenResult)]
    assert [(each.category.en, each.ok) for each in hidden] == [("Writing", False), ("Another bucket", False)]
    grade = task.attempt().with_text("guard", policy(ALL)).grade()
    text = str(grade_json(grade, "en"))
    assert "Writing" in text
    assert "PutObject" not in text
    assert "'write'" not in text


def test_other_texts_keep_the_reading_of_what_did_not_change(tmp_path: Path) -> None:
    text, files = written()
    two = text.replace("edit:\n", "edit:\n  first: {type: inline, of: user/dev, name: First}\n")
    files |= {"start/first.json": policy(READ), "solution/first.json": policy(READ)}
    start = exercise(tmp_path, two, files).attempt()
    changed = start.with_text("guard", policy(ALL))
    assert changed.readings["first"] is start.readings["first"]
    assert changed.readings["guard"] is not start.readings["guard"]
    assert changed.world(1) is start.world(1)
    assert changed.world(2) is not start.world(2)
    assert start.with_text("guard", start.text("guard")) is start
    assert start.text("guard") == policy(DENY)


def test_a_policy_that_does_not_read_still_decides_but_never_passes(task: Exercise) -> None:
    broken = policy(READ, DENY)[:-1] + ",}"
    attempt = task.attempt().with_text("guard", broken)
    assert not attempt.readings["guard"].ok
    read, _ = results(attempt)
    assert isinstance(read, RequestResult)
    assert (read.decision.allowed, read.provisional, read.ok) == (True, True, False)
    assert not attempt.grade().passed


def test_an_empty_inline_slot_means_no_policy(task: Exercise) -> None:
    attempt = task.attempt().with_text("guard", " \n")
    read, pay = results(attempt)
    assert isinstance(read, RequestResult)
    assert not read.provisional
    assert pay.ok


def test_stages_stop_between_and_within(task: Exercise) -> None:
    for limit in range(5):
        calls = iter(range(100))
        stages = list(
            task.solved().stages(hidden=True, cancelled=lambda calls=calls, limit=limit: next(calls) >= limit)
        )
        assert len(stages) == (0 if limit == 0 else 1)
    assert list(task.solved().stages(cancelled=lambda: True)) == []


def test_an_unknown_slot_is_refused(task: Exercise) -> None:
    with pytest.raises(KeyError):
        task.attempt().with_text("nothing", "{}")


def test_a_grade_names_its_versions(task: Exercise) -> None:
    versions = task.solved().grade().versions
    assert versions.iamtutor
    assert versions.evaluator
    assert len(versions.content) == 12


def test_attachments_are_written_as_yaml(tmp_path: Path) -> None:
    text, _ = written()
    slot = "edit:\n  who: {type: attachments}\n"
    text = text.replace("edit:\n  guard: {type: inline, of: user/dev, name: Guard}\n", slot)
    text = text.replace('reports/pay/1", expect: deny', 'reports/pay/1", expect: allow')
    files = {"start/who.yaml": "{}\n", "solution/who.yaml": "user/dev: {managed: [Reading]}\n"}
    one = exercise(
        tmp_path,
        text.replace("on: arn:aws:s3:::other/q3\n    expect: deny", "on: arn:aws:s3:::other/q3\n    expect: allow"),
        files,
    )
    assert not one.attempt().grade().passed
    assert one.solved().grade().passed
    wrong = one.attempt().with_text("who", "user/dev: {managed: [Writing]}\n")
    assert [finding.code for finding in wrong.readings["who"].findings] == ["cloud.unknown-managed-policy"]
    assert not wrong.grade().passed


def test_a_step_runs_its_requests_between_its_policies(tmp_path: Path) -> None:
    library_task = exercise(tmp_path, *written())
    folder = library_task.folder.parents[2] / "lessons" / "01-first"
    fence = "```iam-policy slot=a type=inline of=user/dev name=A\n{}\n```\n"
    ask = "```iam-request\n{{id: {id}, as: user/dev, do: 's3:GetObject', on: 'arn:aws:s3:::reports/q', expect: {expect}}}\n```\n"
    body = "# t\n\n" + ask.format(id="one", expect="deny") + fence.replace("{}", policy(READ))
    body += (
        ask.format(id="two", expect="allow") + fence.replace("{}", policy(DENY)) + ask.format(id="three", expect="deny")
    )
    for lang in ("ko", "en"):
        (folder / f"01-step.{lang}.md").write_text(body, encoding="utf-8")
    lesson = Library(folder.parent, library_task.folder.parents[1]).lesson("first").lesson
    assert lesson is not None
    attempt = Attempt.start(lesson.steps[0].task(lesson.world))
    assert [result.ok for result in attempt.decide_all()] == [True, True, True]
    assert list(attempt.readings) == ["a", "a#2"]
    closed = attempt.with_text("a", policy(DENY))
    assert [result.ok for result in closed.decide_all()] == [True, False, True]
