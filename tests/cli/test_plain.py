"""Lessons, exercises and quizzes as text, and what is kept of them."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest

from iamtutor.study import Profile, system_clock
from tests.cli.conftest import Call
from tests.cli.course_files import SOLUTION, START


def test_a_lesson_in_a_pipe_is_written_whole(call: Call, course: Path) -> None:
    called = call("learn", "first-steps", "--plain")
    assert called.status == 0
    lines = called.out.splitlines()
    assert lines[0] == "# The beginning"
    assert "Policy: inline policy Reader of user/dev" in lines
    at = lines.index("user/dev s3:PutObject arn:aws:s3:::reports/a")
    assert lines[at + 1] == "    ✓ Allowed · statement 1 allows"
    assert "[Summary]" in lines
    assert lines[-1] == "Exercises of this lesson: basics/read-one"


def test_a_lesson_speaks_korean(call: Call, course: Path) -> None:
    called = call("learn", "01-first-steps", "--plain", "--lang", "ko")
    assert called.out.startswith("# 시작\n")
    assert "정책: user/dev의 인라인 정책 Reader" in called.out


def test_a_lesson_is_found_by_its_path(call: Call, course: Path) -> None:
    assert call("learn", str(course / "lessons/01-first-steps"), "--plain").status == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["learn", "first-stepz"], "there is no lesson first-stepz; first-steps is probably meant"),
        (["learn", "first-steps", "--step", "2"], "--step 2: this lesson has 1 step"),
        (["practice", "basics/none"], "there is no exercise basics/none"),
        (["practice", "--hint", "1"], "name an exercise"),
        (["practice", "basics/pick", "--hint", "4"], "invalid choice: 4"),
        (["quiz", "--count", "0"], "--count 0: must be at least 1"),
        (["quiz", "--lesson", "none"], "there is no lesson none"),
    ],
)
def test_what_is_not_there_is_said(call: Call, course: Path, arguments: list[str], words: str) -> None:
    called = call(*arguments, "--plain")
    assert called.status == 2
    assert words in called.err


def test_lists_show_what_is_done(call: Call, course: Path, tmp_path: Path) -> None:
    assert call("learn", "--plain").out == "· 01 first-steps — First steps (steps 0/1 · exercises 0/1)\n"
    answer = tmp_path / "a.json"
    answer.write_text(SOLUTION)
    assert call("practice", "basics/read-one", "--answer", str(answer)).status == 0
    assert call("learn", "--plain").out == "· 01 first-steps — First steps (steps 0/1 · exercises 1/1)\n"
    assert "✓ basics/read-one — Only one (write)" in call("practice", "--plain").out


def test_an_exercise_shows_brief_files_and_requests(call: Call, course: Path) -> None:
    called = call("practice", "basics/read-one", "--plain")
    assert called.status == 0
    assert "Let dev write one object." in called.out
    assert "one.json — inline policy One of user/dev" in called.out
    assert START in called.out
    assert "identity-based policy: Team\n{" in called.out
    assert "identity-based policy: One" not in called.out
    assert "s3:DeleteObject" not in called.out
    assert "To hand in: iamtutor practice basics/read-one --answer one.json" in called.out


def test_a_choice_shows_its_options_and_not_its_answer(call: Call, course: Path) -> None:
    out = call("practice", "basics/pick", "--plain").out
    assert "- yes-it-is: Yes" in out
    assert "What you choose: choice: id" in out
    assert "right" not in out


def test_hints_solution_and_attempts_are_kept(call: Call, course: Path, home: Path, tmp_path: Path) -> None:
    answer = tmp_path / "a.json"
    answer.write_text(START)
    assert call("practice", "basics/read-one", "--hint", "2").out == "1. hint one\n2. hint two\n"
    wrong = call("practice", "basics/read-one", "--answer", str(answer))
    assert wrong.status == 1
    assert "Well done." not in wrong.out
    answer.write_text(SOLUTION)
    assert "Well done." in call("practice", "basics/read-one", "--answer", str(answer)).out
    assert SOLUTION in call("practice", "basics/read-one", "--solution").out
    with Profile.open(home, system_clock) as profile:
        record = profile.progress.exercise("basics/read-one")
        attempts = profile.progress.attempts("basics/read-one")
    assert record is not None
    assert record.hints == 2
    assert record.solved_at is not None
    assert record.solution_seen_at is not None
    assert [(attempt.passed, attempt.hints) for attempt in attempts] == [(False, 2), (True, 2)]


def test_an_answer_as_json(call: Call, course: Path, tmp_path: Path) -> None:
    answer = tmp_path / "a.json"
    answer.write_text(START)
    called = call("practice", "basics/read-one", "--answer", str(answer), "--json")
    assert called.status == 1
    assert json.loads(called.out)["passed"] is False


def quiz_answers(call: Call, *wrong: str) -> str:
    """Right answers to the questions in the order of seed 1, but for the ids that are to be wrong."""
    rights = {"What if there is no policy?": ("denied", "allowed"), "Fill in the blank.": ("Deny", "Allow")}
    out = call("quiz", "--plain", "--seed", "1", stdin="\n" * 3).out
    answers = []
    for block in out.split("\n\n"):
        lines = block.splitlines()
        if len(lines) < 2:
            continue
        numbers = {line.split(". ", 1)[1]: line.split(".")[0].strip() for line in lines if line[2:4] in ("1.", "2.")}
        if lines[1] in rights:
            right, other = rights[lines[1]]
            pick = other if lines[1] in wrong else right
            answers.append(numbers.get(pick, pick))
        elif lines[1] == "Put them in order.":
            answers.append(f"{numbers['look for a deny']} {numbers['look for an allow']}")
    return "\n".join(answers) + "\n"


def test_a_quiz_on_a_pipe_asks_judges_and_keeps(
    call: Call, course: Path, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IAMTUTOR_HOME", str(tmp_path / "scratch"))
    stdin = quiz_answers(call, "Fill in the blank.")
    monkeypatch.setenv("IAMTUTOR_HOME", str(home))
    called = call("quiz", "--plain", "--seed", "1", stdin=stdin)
    assert called.status == 1
    assert "2 of 3 right (66%)" in called.out
    assert "The answer: Deny" in called.out
    assert "Deny wins." in called.out
    assert "To look at again: explicit-deny" in called.out
    with Profile.open(home, system_clock) as profile:
        assert {key: answer.correct for key, answer in profile.answers.last().items()} == {
            "first-answer": True,
            "the-word": False,
            "the-order": True,
        }
    # What was wrong comes first the next time.
    assert call("quiz", "--plain", "--count", "1", stdin="Deny\n").status == 0


def test_a_quiz_ends_where_the_input_does(call: Call, course: Path) -> None:
    called = call("quiz", "--plain", "--lang", "ko", "--lesson", "first-steps", stdin="")
    assert called.status == 1
    assert "3개가 남았습니다" in called.out


def test_a_quiz_as_json_keeps_standard_output_clean(call: Call, course: Path) -> None:
    called = call("quiz", "--json", "--seed", "7", stdin="q\n")
    result = json.loads(called.out)
    assert (result["seed"], result["total"], result["answered"]) == (7, 3, 0)
    assert "[1/3]" in called.err


def test_an_answer_on_a_pipe_that_cannot_be_understood_is_wrong(call: Call, course: Path) -> None:
    called = call("quiz", "--json", "--seed", "1", stdin="99\n99\n99\n")
    assert [answer["correct"] for answer in json.loads(called.out)["answers"]] == [False, False, False]


def test_progress_counts_what_the_course_has(call: Call, course: Path, tmp_path: Path) -> None:
    answer = tmp_path / "a.json"
    answer.write_text(SOLUTION)
    call("practice", "basics/read-one", "--answer", str(answer))
    report = json.loads(call("progress", "--json").out)
    assert report["steps"] == {"read": 0, "of": 1}
    assert report["exercises"] == {"solved": 1, "of": 2}
    assert report["questions"] == {"right": 0, "answered": 0, "of": 3}
    assert report["streak"] == 1
    assert "푼 연습: 1/2" in call("progress", "--lang", "ko").out


def test_without_a_terminal_the_app_says_what_else_there_is(call: Call, course: Path) -> None:
    called = call("--lang", "ko")
    assert called.status == 2
    assert "--plain" in called.err


def test_lessons_and_exercises_as_json(call: Call, course: Path) -> None:
    (lesson,) = json.loads(call("learn", "--json", "--lang", "en").out)
    assert (lesson["lesson"], lesson["read"], lesson["steps"]) == ("first-steps", 0, 1)
    rows = json.loads(call("practice", "--json", "--lang", "en").out)
    assert {row["exercise"] for row in rows} >= {"basics/pick", "basics/read-one"}
    assert not any(row["solved"] for row in rows)
    told = json.loads(call("learn", "first-steps", "--json", "--lang", "en").out)
    assert told["lesson"] == "first-steps"
    assert told["steps"][0]["text"].startswith("# ")


def test_the_command_to_hand_in_works_as_printed(call: Call, course: Path, tmp_path: Path) -> None:
    own = tmp_path / "my class/exercises/class/upload"
    shutil.copytree(course / "exercises/basics/read-one", own)
    (answer := tmp_path / "one.json").write_text(SOLUTION)
    printed = next(line for line in call("practice", str(own), "--plain").out.splitlines() if "To hand in" in line)
    command = shlex.split(printed.partition("iamtutor ")[2].partition(" · ")[0])
    assert command[-1] == "one.json"
    assert call(*command[:-1], str(answer)).status == 0
    watched = call("watch", str(own), str(answer), "--until-passed").out.splitlines()[-1]
    assert call(*shlex.split(watched.partition("iamtutor ")[2])).status == 0
