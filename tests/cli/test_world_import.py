"""`iamtutor world import` on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call
from tests.cloud.importing.test_import_world import ACCOUNT

DETAILS = str(ACCOUNT / "authorization-details.json")
ALL = (DETAILS, "--buckets", str(ACCOUNT / "buckets"), "--resources", str(ACCOUNT / "resources.json"), "--scps", str(ACCOUNT / "scps"))  # fmt: skip


def test_the_world_is_written_checked_and_explained(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "world.yaml"
    called = call("world", "import", *ALL, "-o", str(file))
    assert (called.status, called.out) == (1, "")
    assert called.err.startswith(
        "imported 2 accounts, 9 IAM entities and policies, 2 buckets, 2 other resources, 5 control policies\n"
        "2 things were left out or must be looked at; the rest is there:\n"
    )
    assert f"{DETAILS}:128 accounts.account-111122223333.roles.app.inline.Broken.Statement[0].Effect: " in called.err
    assert call("world", "check", str(file)).status == 0
    asked = ("--do", "s3:GetObject", "--on", "bucket/acme-reports/q3.csv", "--context", "aws:RequestedRegion=ap-northeast-2", "--context", "aws:PrincipalOrgID=o-exampleorgid")  # fmt: skip
    explained = call("explain", str(file), "--as", "user/dev", *asked)
    assert explained.status == 0
    assert "ReadReports" in explained.out
    assert f"{file}:" in explained.out


def test_the_world_goes_to_standard_output_and_what_is_said_beside(call: Call) -> None:
    called = call("world", "import", DETAILS, "--lang", "ko")
    assert called.out.startswith("accounts:\n  account-111122223333:\n")
    assert "계정 1개, IAM 엔터티와 정책 9개" in called.err
    assert "다음 1가지를 빼거나 확인해야 합니다" in called.err


def test_json_holds_the_world_and_what_was_left_out(call: Call) -> None:
    row = json.loads(call("world", "import", DETAILS, "--json").out)
    assert list(row["world"]["accounts"]) == ["account-111122223333"]
    assert [each["line"] for each in row["findings"]] == [128]


def test_a_masked_world_can_be_used_and_names_nobody(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "masked.yaml"
    assert call("world", "import", *ALL, "--mask", "-o", str(file)).status == 1
    assert call("world", "check", str(file)).status == 0
    text = file.read_text()
    assert "acme" not in text
    assert "111122223333" not in text


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("import", "none.json"), "none.json: no such file"),
        (("import", DETAILS, "--buckets", "none"), "none: no such file"),
        (("import", DETAILS, "-o", "."), ".: this is a folder"),
        (("import", __file__), ": This is not valid JSON."),
        (("import", str(ACCOUNT / "resources.json")), "resources.json:1: This is not what aws iam get-account-authorization-details"),
        (("check", "x.yaml", "--buckets", "."), "--buckets is for import only"),
        (("show", "x.yaml", "--mask"), "--mask is for import only"),
    ],
)  # fmt: skip
def test_a_call_that_cannot_be_used_is_one_line(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], line: str) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    called = call("world", *arguments)
    assert (called.status, called.out) == (2, "")
    assert line in called.err
    assert called.err.count("\n") == 1


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_help_is_whole(call: Call, lang: str) -> None:
    called = call("world", "--help", "--lang", lang)
    for option in ("--buckets", "--resources", "--scps", "--mask", "--output", '{"ARN"'):
        assert option in called.out
