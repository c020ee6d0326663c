"""The proof beside the requests: sample requests can be satisfied by a wrong policy, the proof cannot."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from iamtutor.course import Library, content_root, grade_json
from iamtutor.course.exercise import Exercise
from iamtutor.course.proof import ProofVerdict
from iamtutor.course.proof.narration import verdict_said, way_said
from tests.course.content import DENY, READ, exercise, policy, written

LIBRARY = Library(*content_root())


@pytest.fixture
def task(tmp_path: Path) -> Exercise:
    return exercise(tmp_path, *written())


def proof_of(task: Exercise, *statements: Any) -> Any:
    proof = task.attempt().with_text("guard", policy(*statements)).prove()
    assert proof is not None
    return proof


def test_the_solution_is_proved_equal(task: Exercise) -> None:
    proof = task.solved().prove()
    assert proof is not None
    assert proof.verdict is ProofVerdict.EQUAL
    assert (proof.missing.holds, proof.excess.holds) == (True, True)
    assert list(way_said(proof.missing, excess=False)) == []


def test_what_no_request_asks_for_is_found(task: Exercise) -> None:
    """A second statement that no sample request meets fails the answer, with the request that shows it."""
    extra = {"Sid": "More", "Effect": "Allow", "Action": "dynamodb:DeleteTable", "Resource": "*"}
    attempt = task.attempt().with_text("guard", policy(READ, DENY, extra))
    grade = attempt.grade()
    assert all(result.ok for result in grade.requests)
    assert not grade.passed
    assert grade.proof is not None
    assert grade.proof.verdict is ProofVerdict.TOO_BROAD
    difference = grade.proof.excess.difference
    assert difference is not None
    assert difference.witness.request.action == "dynamodb:DeleteTable"
    assert difference.witness.allowed.allowed
    assert not difference.witness.refused.allowed
    assert difference.fault is not None
    assert (difference.fault.sid, difference.fault.denies) == ("More", False)
    words = [said.text("en") for said in way_said(grade.proof.excess, excess=True)]
    assert words[0].startswith(f"Your policy also lets {difference.caller} do dynamodb:DeleteTable on ")
    assert "More" in words[-1]


def test_missing_and_excess_together_are_wrong(task: Exercise) -> None:
    other = {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"}
    proof = proof_of(task, other)
    assert proof.verdict is ProofVerdict.WRONG
    assert verdict_said(proof, exact=True).id == "course.proof.wrong"
    assert proof.missing.difference.fault.element == "Action"


def test_half_a_policy_is_not_proved(task: Exercise) -> None:
    assert task.attempt().with_text("guard", "{").prove() is None
    assert task.attempt().with_text("guard", "{").grade().proof is None


def test_the_json_names_request_and_statement(task: Exercise) -> None:
    extra = {
        "Effect": "Allow",
        "Action": "s3:DeleteObject",
        "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    grade = task.attempt().with_text("guard", policy(READ, DENY, extra)).grade()
    row = json.loads(json.dumps(grade_json(grade, "ko"), ensure_ascii=False))["proof"]
    assert row["verdict"] == "too-broad"
    assert row["missing"] == {"proved": True, "request": None, "fault": None, "unknown": None, "words": ""}
    assert row["excess"]["request"]["context"] == {"aws:SecureTransport": "false"}
    assert row["excess"]["fault"] == {
        "slot": "guard",
        "index": 2,
        "sid": None,
        "element": row["excess"]["fault"]["element"],
        "denies": False,
    }
    assert "과제에는 없는 권한입니다" in row["excess"]["words"]


def test_closing_the_way_without_tls_is_not_too_tight(tmp_path: Path, task: Exercise) -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html asks for just this."""
    plain = {
        "Effect": "Deny",
        "Action": "s3:*",
        "Resource": "*",
        "Condition": {"Bool": {"aws:SecureTransport": "false"}},
    }
    assert proof_of(task, READ, DENY, plain).verdict is ProofVerdict.EQUAL
    secure = {"Bool": {"aws:SecureTransport": "true"}}
    assert proof_of(task, {**READ, "Condition": secure}, DENY).verdict is ProofVerdict.EQUAL
    assert proof_of(task, READ, DENY, {**plain, "Condition": secure}).verdict is ProofVerdict.TOO_TIGHT
    files = written(more="goal: {floor: {guard: http.json}, ceiling: {guard: http.json}}\n")
    spoken = {**READ, "Condition": {"Bool": {"aws:SecureTransport": ["true", "false"]}}}
    files[1]["http.json"] = policy(spoken, DENY)
    assert proof_of(exercise(tmp_path / "spoken", *files), READ, DENY, plain).verdict is ProofVerdict.TOO_TIGHT


def test_each_side_alone_stays_below_its_ceiling() -> None:
    """Access across accounts is the intersection: one side no excuse for a wide one opposite."""
    task = LIBRARY.exercise("cross-account/both-must-say-yes").exercise
    assert task is not None
    document = json.loads(task.solution["identity"])
    document["Statement"][1]["Action"] = ["s3:PutObject", "s3:DeleteObject"]
    grade = task.solved().with_text("identity", json.dumps(document)).grade()
    assert all(result.ok for result in grade.requests)
    assert grade.proof is not None
    assert grade.proof.verdict is ProofVerdict.TOO_BROAD
    difference = grade.proof.excess.difference
    assert difference is not None
    assert difference.alone == "identity"
    assert difference.witness.request.action == "s3:DeleteObject"
    assert difference.fault is not None
    assert (difference.fault.slot, difference.fault.sid) == ("identity", "UploadSummaries")
    assert grade_json(grade, "ko")["proof"]["excess"]["alone"] == "identity"
    assert "다른 쪽 정책이 막고 있을 뿐" in grade_json(grade, "ko")["proof"]["excess"]["words"]


def test_floor_and_ceiling_leave_room_between(tmp_path: Path) -> None:
    """With a ceiling of its own an answer may allow more than the solution, up to there."""
    files = written(more="goal: {ceiling: {guard: wider.json}}\n")
    files[1]["wider.json"] = policy(
        {"Effect": "Allow", "Action": "s3:Get*", "Resource": "arn:aws:s3:::reports/*"}, DENY
    )
    task = exercise(tmp_path, *files)
    wider = {"Effect": "Allow", "Action": ["s3:GetObject", "s3:GetObjectVersion"], "Resource": "arn:aws:s3:::reports/*"}
    assert proof_of(task, wider, DENY).verdict is ProofVerdict.EQUAL
    assert proof_of(task, {**wider, "Action": "s3:*"}, DENY).verdict is ProofVerdict.TOO_BROAD


@pytest.mark.parametrize("name", LIBRARY.exercise_ids())
def test_every_solution_is_proved_and_every_start_is_refuted(name: str) -> None:
    exercise = LIBRARY.exercise(name).exercise
    assert exercise is not None
    if exercise.task.goal is None:
        return
    proof = exercise.solved().prove()
    assert proof is not None
    assert proof.verdict is ProofVerdict.EQUAL
    start = exercise.attempt().prove()
    assert start is None or start.refutes


def test_a_wildcard_that_will_cover_more_one_day_is_said_and_passes(tmp_path: Path) -> None:
    """`s3:PutBucketT*` against the actions that it matches today: equal, with a hint."""
    today = ["s3:PutBucketTagging"]
    goal = policy({"Effect": "Allow", "Action": today, "Resource": "arn:aws:s3:::reports"})
    one = exercise(tmp_path, *written(solution=goal))
    proof = proof_of(one, {"Effect": "Allow", "Action": "s3:PutBucketT*", "Resource": "arn:aws:s3:::reports"})
    assert proof.verdict is ProofVerdict.EQUAL
    assert proof.tomorrow == "s3:PutBucketT*"
    assert proof_of(one, {"Effect": "Allow", "Action": today, "Resource": "arn:aws:s3:::reports"}).tomorrow is None


def test_a_goal_that_the_solution_does_not_meet_is_found_by_the_pack_check(tmp_path: Path) -> None:
    files = written(more="goal: {floor: {guard: more.json}, ceiling: {guard: less.json}}\n")
    files[1]["more.json"] = policy(READ, DENY, {"Effect": "Allow", "Action": "sqs:SendMessage", "Resource": "*"})
    files[1]["less.json"] = policy(DENY)
    task = exercise(tmp_path, *files)
    codes = {problem.code for problem in task.kind.problems(task)}
    assert codes == {"course.solution-missing", "course.solution-excess"}


def test_a_goal_that_cannot_be_decided_is_found_by_the_pack_check(tmp_path: Path) -> None:
    """Text and number operators on one key leave an open question, which is said and never guessed."""
    mixed = {"StringLike": {"s3:max-keys": "1*"}, "NumericLessThan": {"s3:max-keys": "5"}}
    listing = {"Effect": "Allow", "Action": "s3:ListBucket", "Resource": "*"}
    start = policy(READ, DENY, {**listing, "Condition": {"NumericEquals": {"s3:max-keys": "1"}}})
    task = exercise(tmp_path, *written(start=start, solution=policy(READ, DENY, {**listing, "Condition": mixed})))
    proof = task.attempt().prove()
    assert proof is not None
    assert proof.verdict is ProofVerdict.OPEN
    assert [said.text("en") for said in way_said(proof.excess, excess=True)] == [
        "the condition key s3:max-keys is compared by operators of several types, which is beyond a proof"
    ]
    assert "course.goal-undecided" in {problem.code for problem in task.kind.problems(task)}


def test_a_submission_tells_how_near_it_comes_to_the_least_privilege(task: Exercise) -> None:
    """100 only where it is proved equal; it falls with what is in excess, and is no part of the score."""
    assert task.solved().grade().privilege.score == 100  # type: ignore[union-attr]
    near = task.attempt().with_text(
        "guard", policy(READ, DENY, {**READ, "Sid": "Tags", "Action": "s3:GetObjectTagging"})
    )
    far = task.attempt().with_text("guard", policy({"Effect": "Allow", "Action": "*", "Resource": "*"}))
    scores = [attempt.grade().privilege.score for attempt in (near, far)]  # type: ignore[union-attr]
    assert 100 > scores[0] > scores[1] >= 0
    assert near.grade(hidden=False).privilege is None
    assert grade_json(near.grade(), "en")["least_privilege"] == scores[0]
