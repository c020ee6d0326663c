"""`iamtutor measure` and `iamtutor compare --measure`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call

BROAD = """{
  "Version": "2012-10-17",
  "Statement": [
    {"Sid": "Reports", "Effect": "Allow", "Action": ["s3:GetObject", "s3:ListBucket"],
     "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"]},
    {"Sid": "Broad", "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutBucketPolicy"], "Resource": "*"}
  ]
}
"""
GOAL = """{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in {
        "broad": BROAD,
        "goal": GOAL,
        "rcp": GOAL.replace('"Effect"', '"Principal": "*", "Effect"'),
    }.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    return tmp_path


def test_the_measure_in_words(call: Call, files: Path) -> None:
    called = call("measure", "broad.json")
    assert called.status == 0
    lines = called.out.splitlines()
    assert lines[0].startswith("broad.json grants 3 of the catalogue's ")
    assert lines[0].endswith(" actions, of 1 service")
    assert "  Permissions management           1          ·           ·                 ·" in lines
    assert "  List                             ·          ·           1                 ·" in lines
    assert "  s3  Permissions management 1, Read 1, List 1" in lines
    assert "  broad.json:4 Reports: 1 action no longer granted (List 1)" in lines
    first = lines[lines.index("Remove first") + 1]
    assert first == (
        "  1. s3:PutBucketPolicy · broad.json:6 Broad: 1 action no longer granted (Permissions management 1)"
    )
    assert lines[-2] == "  2. s3:GetObject · broad.json:6 Broad: 1 reach less"


def test_the_same_in_korean(call: Call, files: Path) -> None:
    out = call("measure", "goal.json", "--lang", "ko").out
    assert out.startswith("goal.json은 카탈로그의 작업 ")
    assert "가운데 1개를 허용합니다 (서비스 1개)\n정책 유형: ID 기반 정책" in out
    assert "  읽기     1     ·            ·           ·" in out
    assert "1. goal.json:1 1번째 문: 작업 1개가 빠짐 (읽기 1)" in out


def test_the_measure_as_json(call: Call, files: Path) -> None:
    found = json.loads(call("measure", "broad.json", "--json").out)
    assert (found["actions"], found["unproved"], found["kind"]) == (3, 0, "identity")
    assert found["levels"]["Read"] == {"everything": 1, "pattern": 0, "named": 0, "conditional": 0}
    assert found["services"] == {"s3": {"List": 1, "Read": 1, "Permissions management": 1}}
    assert found["remove_first"][0] == {
        "file": "broad.json", "line": 6, "sid": "Broad", "index": 1, "action": "s3:PutBucketPolicy",
        "lost": 1, "narrowed": 0, "levels": {"Permissions management": 1},
    }  # fmt: skip
    assert found["weight"] == 8 * 8 + 2 * 8 + 1 * 2


def test_compare_measures_too(call: Call, files: Path) -> None:
    called = call("compare", "broad.json", "goal.json", "--measure")
    assert called.out.endswith(
        "How much they allow\n"
        "  broad.json: 3 actions of the catalogue\n"
        "  goal.json: 1 action of the catalogue\n"
        "  how near broad.json comes to goal.json: 30 of 100\n"
        "  broad.json allows everything that goal.json does; the points are lost for what it allows beyond\n"
    )
    narrower = call("compare", "goal.json", "broad.json", "--measure").out
    assert narrower.endswith(
        "  goal.json allows nothing beyond broad.json; the points are lost for what it does not allow\n"
    )
    assert "100점 만점에 100점" in call("compare", "goal.json", "goal.json", "--measure", "--lang", "ko").out
    found = json.loads(call("compare", "broad.json", "goal.json", "--measure", "--json").out)
    assert (found["actions_a"], found["actions_b"], found["least_privilege"]["score"]) == (3, 1, 30)


def test_an_rcp_has_no_measure(call: Call, files: Path) -> None:
    for arguments in (["measure", "rcp.json"], ["compare", "rcp.json", "rcp.json", "--measure"]):
        (files / "rcp.json").write_text(
            '{"Version": "2012-10-17", "Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}}',
            encoding="utf-8",
        )
        called = call(*arguments, "--kind", "rcp")
        assert (called.status, called.out) == (2, "")
        assert (
            called.err
            == "iamtutor: rcp.json: an RCP grants nothing by itself, so there is nothing to ask or to measure\n"
        )
