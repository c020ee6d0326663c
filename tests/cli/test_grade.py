"""`iamtutor grade`: one answer and many, in every format."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cli.conftest import Call
from tests.cli.course_files import SOLUTION, START, allow, write_two_slots


@pytest.fixture
def files(course: Path, tmp_path: Path) -> dict[str, str]:
    """Answers by what they are."""
    texts = {"right": SOLUTION, "wrong": START, "broken": '{"Version": "2012-10-17"', "empty": ""}
    found = {}
    for name, text in texts.items():
        path = tmp_path / f"{name}.json"
        path.write_text(text, encoding="utf-8")
        found[name] = str(path)
    return found


def test_a_right_answer_passes(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["right"])
    assert called.status == 0
    lines = called.out.splitlines()
    assert lines[:2] == ["✓ user/dev s3:PutObject arn:aws:s3:::reports/a", "    allowed · Mine allows"]
    assert lines[-1] == "✓ passed · 100/100"


def test_a_wrong_answer_hides_the_hidden_requests(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["wrong"])
    assert called.status == 1
    assert "✗ hidden request · Another bucket: One bucket only." in called.out
    assert "s3:DeleteObject" not in called.out
    assert "    allowed · Mine allows · should be denied" in called.out
    assert "    one:7:17 No wildcard in the Action of an Allow statement: s3:*" in called.out
    assert called.out.endswith("✗ not yet · 28/100\n")


def test_a_policy_with_an_error_is_graded_and_named(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["broken"], "--lang", "ko")
    assert called.status == 1
    assert "✗ one:1:1 ERROR 여기서 연 괄호가 닫히지 않았습니다." in called.out
    assert "정책에 오류가 있어 인정되지 않음" in called.out


def test_nothing_written_gets_nothing_and_is_told_so(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["empty"])
    assert called.status == 1
    assert called.out.splitlines() == ["✗ Nothing is written: an empty answer gets no points.", "✗ not yet · 0/100"]
    grade = json.loads(call("grade", "basics/read-one", files["empty"], "--json").out)
    assert (grade["score"], grade["passed"], grade["unfit"], grade["proof"]) == (0, False, "blank", None)
    assert not any(each["ok"] for each in grade["requests"])


def test_an_empty_choice_is_no_choice(call: Call, course: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer.yaml"
    answer.write_text("\n", encoding="utf-8")
    called = call("grade", "basics/pick", str(answer))
    assert (called.status, called.out.splitlines()[-1]) == (1, "✗ not yet · 0/100")


def test_an_answer_with_an_error_gets_nothing_and_no_nudges(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["broken"])
    assert "hidden request · Another bucket · does not count: the policy has an error" in called.out
    assert "One bucket only." not in called.out
    assert called.out.endswith("✗ not yet · 0/100\n")
    report = call("grade", "basics/read-one", files["broken"], "--json").out
    assert "One bucket only." not in report
    assert json.loads(report)["unfit"] == "unreadable"


def test_a_class_reads_why_an_answer_counts_for_nothing(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["empty"], files["broken"], files["right"])
    assert called.out.splitlines() == [
        f"✗   0  {files['empty']}  0/7  Nothing is written: an empty answer gets no points.",
        f"✗   0  {files['broken']}  0/7  1:1 What is opened here is never closed; missing: }}",
        f"✓ 100  {files['right']}  7/7",
        "3 answers: 1 passed, 2 not · mean 33",
    ]


def test_many_answers_are_a_line_each_with_totals(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["right"], files["wrong"], "missing.json")
    assert called.status == 2
    assert called.out.splitlines() == [
        f"✓ 100  {files['right']}  7/7",
        f"✗  28  {files['wrong']}  2/7",
        "!   -  missing.json  missing.json: no such file",
        "3 answers: 1 passed, 1 not, 1 unreadable · mean 42, counting 0 for what cannot be read",
    ]


def test_json_of_one_answer_has_the_shape_of_the_contract(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["wrong"], "--json")
    grade = json.loads(called.out)
    assert called.status == 1
    assert {"exercise", "passed", "score", "requests", "proof", "rules", "versions"} <= grade.keys()
    assert (grade["exercise"], grade["passed"], grade["score"]) == ("basics/read-one", False, 28)


def test_json_of_many_answers(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["right"], "missing.json", "--json")
    report = json.loads(called.out)
    assert called.status == 2
    assert [each["answer"] for each in report["answers"]] == [files["right"], "missing.json"]
    assert report["answers"][1]["error"] == "missing.json: no such file"
    assert report["totals"] == {"answers": 2, "passed": 1, "failed": 0, "unreadable": 1, "mean": 50}


def test_junit_counts_what_it_holds(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["wrong"], files["broken"], "missing\x1b.json", "--format", "junit")
    root = ElementTree.fromstring(called.out)
    assert called.status == 2
    assert root.tag == "testsuites"
    assert len(root) == 3
    for suite in root:
        assert int(suite.attrib["tests"]) == len(suite.findall("testcase"))
        assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure"))
        assert int(suite.attrib["errors"]) == len(suite.findall("testcase/error"))
    assert int(root.attrib["tests"]) == len(root.findall("testsuite/testcase"))
    assert root[2].find("testcase/error") is not None
    assert (root[1].attrib["tests"], root[1].attrib["failures"]) == ("1", "1"), "one missing bracket is one failure"


def test_gradescope_takes_one_answer_and_always_gives_results(call: Call, files: dict[str, str]) -> None:
    called = call("grade", "basics/read-one", files["wrong"], "--format", "gradescope")
    results = json.loads(called.out)
    assert (called.status, results["score"]) == (1, 28)
    assert {test["status"] for test in results["tests"]} == {"passed", "failed"}
    called = call("grade", "basics/read-one", "missing.json", "--format", "gradescope")
    assert (called.status, json.loads(called.out)["score"]) == (2, 0)
    assert call("grade", "basics/read-one", files["wrong"], files["right"], "--format", "gradescope").status == 2


def test_an_answer_may_be_a_folder(call: Call, course: Path, tmp_path: Path) -> None:
    write_two_slots(course)
    solution = course / "exercises/basics/two/solution"
    assert call("grade", "basics/two", str(solution)).status == 0
    called = call("grade", "basics/two", str(solution / "one.json"))
    assert called.status == 2
    assert "name a folder that holds one.json, two.json" in called.err
    (tmp_path / "half").mkdir()
    (tmp_path / "half/one.json").write_text(SOLUTION)
    assert "two.json: no such file" in call("grade", "basics/two", str(tmp_path / "half")).err
    (tmp_path / "class/ann").mkdir(parents=True)
    called = call("grade", "basics/two", str(tmp_path / "class"))
    assert called.status == 2
    assert "name every answer: iamtutor grade basics/two" in called.err


def test_a_choice_is_graded_by_its_file(call: Call, course: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer.yaml"
    answer.write_text("choice: yes-it-is\n", encoding="utf-8")
    assert call("grade", "basics/pick", str(answer)).status == 0
    answer.write_text("choice: no-it-is-not\n", encoding="utf-8")
    assert call("grade", "basics/pick", str(answer)).status == 1
    answer.write_text("chioce: x\n", encoding="utf-8")
    called = call("grade", "basics/pick", str(answer))
    assert called.status == 2
    assert f"{answer}:1" in called.err


@pytest.mark.parametrize("content", [b"\xff\xfe{", b"\x00" * 100, b"[" * 200_000])
def test_a_hostile_answer_is_a_line_not_a_crash(call: Call, course: Path, tmp_path: Path, content: bytes) -> None:
    answer = tmp_path / "one.json"
    answer.write_bytes(content)
    called = call("grade", "basics/read-one", str(answer))
    assert called.status in (1, 2)
    assert "unexpected" not in called.err


def test_an_exercise_is_found_by_id_or_path(call: Call, course: Path, files: dict[str, str]) -> None:
    folder = course / "exercises/basics/read-one"
    for name in (str(folder), f"{folder}/", str(folder / "exercise.yaml")):
        assert call("grade", name, files["right"]).status == 0
    called = call("grade", "basics/read-onee", files["right"], "--lang", "ko")
    assert "basics/read-one을 뜻한 것 같습니다" in called.err


def test_a_slot_that_changes_nothing_fails_nothing_twice(call: Call, course: Path, tmp_path: Path) -> None:
    answer = tmp_path / "one.json"
    answer.write_text(allow("s3:PutObject", "arn:aws:s3:::reports/*"), encoding="utf-8")
    assert json.loads(call("grade", "basics/read-one", str(answer), "--json").out)["score"] == 71
