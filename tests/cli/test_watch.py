"""`iamtutor watch`: grades whenever a file is saved."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cli.course_files import SOLUTION, START


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Instead of waiting, what happens to the files meanwhile; then the watch is interrupted."""

    def arrange(*happenings: Callable[[], object]) -> None:
        waiting: Iterator[Callable[[], object]] = iter(happenings)

        def wait(_: float) -> None:
            happening = next(waiting, None)
            if happening is None:
                raise KeyboardInterrupt
            happening()

        monkeypatch.setattr("iamtutor.cli.commands.watch.time.sleep", wait)

    return arrange


def test_it_grades_at_every_save_and_not_between(
    call: Call, course: Path, tmp_path: Path, between: Callable[..., None]
) -> None:
    file = tmp_path / "answer.json"
    file.write_text(START)
    between(lambda: None, lambda: file.write_text(SOLUTION), lambda: None)
    called = call("watch", "basics/read-one", str(file), "--json")
    grades = [json.loads(line) for line in called.out.splitlines()]
    assert [grade["passed"] for grade in grades] == [False, True]
    assert called.status == 0


def test_hidden_requests_wait_for_the_submission(
    call: Call, course: Path, tmp_path: Path, between: Callable[..., None]
) -> None:
    file = tmp_path / "answer.json"
    file.write_text(START)
    between()
    called = call("watch", "basics/read-one", str(file))
    assert called.status == 1
    assert "hidden" not in called.out
    assert "/100" not in called.out, "a score is of everything"
    assert called.err == "grading basics/read-one at every save; Ctrl+C to stop\n"


def test_it_can_stop_by_itself_once_it_passes(call: Call, course: Path, tmp_path: Path) -> None:
    file = tmp_path / "answer.json"
    file.write_text(SOLUTION)
    called = call("watch", "basics/read-one", str(file), "--until-passed")
    assert called.status == 0
    assert "✓ 5 of 5 visible right" in called.out.splitlines()
    assert "passed" not in called.out, "the hidden requests were not run"
    assert f"For the hidden requests: iamtutor practice basics/read-one --answer {file}" in called.out


def test_a_file_that_is_away_for_a_moment_is_waited_for(
    call: Call, course: Path, tmp_path: Path, between: Callable[..., None]
) -> None:
    file = tmp_path / "answer.json"
    between(lambda: file.write_text(SOLUTION), lambda: None)
    called = call("watch", "basics/read-one", str(file))
    assert called.status == 0
    assert f"{file}: no such file" in called.err


def test_a_save_in_two_writes_is_graded_once(
    call: Call, course: Path, tmp_path: Path, between: Callable[..., None]
) -> None:
    file = tmp_path / "answer.json"
    file.write_text(START)
    between(lambda: file.write_text(""), lambda: file.write_text(SOLUTION), lambda: None)
    called = call("watch", "basics/read-one", str(file), "--json")
    assert [json.loads(line)["passed"] for line in called.out.splitlines()] == [False, True]


def test_a_file_saved_by_renaming_another_is_followed_and_one_that_is_gone_waited_for(
    call: Call, course: Path, tmp_path: Path, between: Callable[..., None]
) -> None:
    file, beside = tmp_path / "answer.json", tmp_path / "beside"
    file.write_text(START)

    def rename() -> None:
        beside.write_text(SOLUTION)
        beside.replace(file)

    between(file.unlink, lambda: None, rename, lambda: None)
    called = call("watch", "basics/read-one", str(file), "--json")
    assert [json.loads(line)["passed"] for line in called.out.splitlines()] == [False, True]
    assert called.err.count("no such file") == 1
    assert called.status == 0


def test_of_what_is_no_json_one_line_is_said(
    call: Call, course: Path, tmp_path: Path, between: Callable[..., None]
) -> None:
    file = tmp_path / "answer.json"
    file.write_text('{\n  "Version": "2012-10-17",\n}')
    between()
    called = call("watch", "basics/read-one", str(file))
    _, line = called.out.splitlines()
    assert line.startswith(f"✗ {file}:2:26 ")
    assert called.status == 1


def test_a_file_that_is_no_slot_is_refused(call: Call, course: Path, tmp_path: Path) -> None:
    called = call("watch", "basics/read-one", "a.json", "b.json")
    assert called.status == 2
    assert "a.json: this does not say which slot it answers" in called.err
