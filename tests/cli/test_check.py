"""`iamtutor check`: its formats, its exit status, and what it says about input that it cannot use.

The schema of SARIF is that of OASIS, version 2.1.0 (rtm.5), as SchemaStore publishes it and the npm package
@microsoft/jest-sarif 1.0.0-beta.0 (MIT) carries it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.analyzer.checks import CHECKS, TRUST, kind_of, text_of
from tests.cli.conftest import Call

POLICY = """{
  "Version": "2012-10-17",
  "Statement": [
    {"Effect": "Allow", "Action": ["s3:GetObjekt", "s3:PutObject"], "Resource": "*",
     "Condition": {"StringLike": {"aws:ResourceTag/team": "*"}}}
  ]
}
"""
CLEAN = '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}'
SARIF = json.loads(Path(__file__).parents[1].joinpath("data/sarif-2.1.0-rtm.5.json").read_text("utf-8"))


def policy(folder: Path, text: str = POLICY, name: str = "policy.json") -> str:
    place = folder / name
    place.write_text(text, "utf-8")
    return str(place)


def test_a_finding_a_line(call: Call, tmp_path: Path) -> None:
    answer = call("check", policy(tmp_path), "--lang", "en")
    assert answer.status == 1
    assert answer.out.splitlines() == [
        "4:36 ERROR INVALID_ACTION There is no action s3:GetObjekt; s3:GetObject is probably meant.",
        "5:59 SUGGESTION EQUIVALENT_TO_NULL_FALSE StringLike against a single asterisk only asks whether"
        " aws:ResourceTag/team is there.",
    ]
    assert answer.err == "2 findings\n"


def test_in_korean_with_reasons(call: Call, tmp_path: Path) -> None:
    answer = call("check", policy(tmp_path), "--explain", "--lang", "ko")
    assert "4:36 ERROR INVALID_ACTION s3:GetObjekt라는 작업은 없습니다." in answer.out
    assert len(answer.out.splitlines()) == 6


def test_nothing_to_say(call: Call, tmp_path: Path) -> None:
    answer = call("check", policy(tmp_path, CLEAN), "--lang", "en")
    assert (answer.status, answer.out) == (0, "")


def test_the_contract_of_json(call: Call, tmp_path: Path) -> None:
    answer = call("check", policy(tmp_path), "--json", "--lang", "en")
    rows = json.loads(answer.out)
    assert [set(row) for row in rows] == [{"code", "severity", "path", "line", "column", "message"}] * 2
    assert rows[0]["path"] == [{"value": "Statement"}, {"index": 0}, {"value": "Action"}, {"index": 0}]
    assert (rows[0]["line"], rows[0]["column"], rows[0]["severity"]) == (4, 36, "ERROR")
    assert rows[1]["path"][-1] == {"value": "aws:ResourceTag/team"}
    assert json.loads(call("check", policy(tmp_path, CLEAN), "--json").out) == []


def test_several_files_name_themselves(call: Call, tmp_path: Path) -> None:
    first, second = policy(tmp_path), policy(tmp_path, CLEAN, "clean.json")
    answer = call("check", first, second)
    assert all(line.startswith(f"{first}:") for line in answer.out.splitlines())
    rows = json.loads(call("check", second, first, "--json").out)
    assert {row["file"] for row in rows} == {first}


def test_standard_input(call: Call) -> None:
    assert call("check", "-", "--lang", "en", stdin=POLICY).out.startswith("4:36 ERROR INVALID_ACTION")


@pytest.mark.parametrize(
    ("severity", "status"),
    [("error", 1), ("security-warning", 1), ("warning", 1), ("suggestion", 1), ("never", 0)],
)
def test_an_error_fails_from_every_severity_on(call: Call, tmp_path: Path, severity: str, status: int) -> None:
    assert call("check", policy(tmp_path), "--fail-on", severity).status == status


@pytest.mark.parametrize(("severity", "status"), [("error", 0), ("warning", 0), ("suggestion", 1)])
def test_a_suggestion_fails_only_where_asked(call: Call, tmp_path: Path, severity: str, status: int) -> None:
    text = POLICY.replace("s3:GetObjekt", "s3:GetObject")
    assert call("check", policy(tmp_path, text), "--fail-on", severity).status == status


def test_github_workflow_commands(call: Call, tmp_path: Path) -> None:
    lines = call("check", policy(tmp_path), "--format", "github", "--lang", "en").out.splitlines()
    assert lines[0].startswith("::error file=")
    assert ",line=4,endLine=4,col=36,endColumn=50,title=INVALID_ACTION (ERROR)::There is no action" in lines[0]
    assert lines[1].startswith("::notice ")


def test_a_hundred_per_cent_is_escaped_for_github(call: Call, tmp_path: Path) -> None:
    text = POLICY.replace("s3:GetObjekt", "s3:Get100%")
    out = call("check", policy(tmp_path, text, "a,b.json"), "--format", "github").out
    assert "s3:Get100%25" in out
    assert "a%2Cb.json" in out


@pytest.mark.parametrize("code", CHECKS)
def test_sarif_is_valid(call: Call, tmp_path: Path, code: str) -> None:
    check = CHECKS[code]
    kind = kind_of(check).value
    given = check.get("resource_type")
    extra = ("--resource-type", given) if given and given != TRUST else ()
    name = policy(tmp_path, text_of(check))
    value: dict[str, Any] = json.loads(call("check", name, "--kind", kind, *extra, "--format", "sarif").out)
    jsonschema.Draft4Validator(SARIF).validate(value)
    (run,) = value["runs"]
    assert code in {result["ruleId"] for result in run["results"]}
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_of_nothing_is_valid(call: Call, tmp_path: Path) -> None:
    value = json.loads(call("check", policy(tmp_path, CLEAN), "--format", "sarif").out)
    jsonschema.Draft4Validator(SARIF).validate(value)
    assert value["runs"][0]["results"] == []


def test_a_resource_type_means_a_resource_based_policy(call: Call, tmp_path: Path) -> None:
    text = POLICY.replace("s3:GetObjekt", "kms:Decrypt")
    out = call("check", policy(tmp_path, text), "--resource-type", "AWS::S3::Bucket").out
    assert "UNSUPPORTED_ACTION_IN_POLICY" in out
    assert "MISSING_PRINCIPAL" in out


def test_the_resource_type_of_trust_policies(call: Call, tmp_path: Path) -> None:
    text = text_of(CHECKS["ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE"])
    out = call("check", policy(tmp_path, text), "--kind", "resource", "--resource-type", TRUST).out
    assert "ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE" in out
    assert "MISSING_" not in out


def test_opinions_are_off_by_default(call: Call, tmp_path: Path) -> None:
    name = policy(tmp_path, CLEAN.replace("Deny", "Allow"))
    assert "opinion." not in call("check", name).out
    answer = call("check", name, "--opinions", "--lang", "en")
    assert "SUGGESTION opinion.allow-everything Every action is allowed" in answer.out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.json",), "missing.json: no such file"),
        ((".",), ": this is a folder"),
        (("latin.json",), "latin.json:1: not UTF-8"),
        (("policy.json", "--kind", "iam"), "--kind"),
        (("policy.json", "--resource-type", "bucket"), "is no resource type"),
        (("policy.json", "--resource-type", "AWS::S3::Bukket"), "AWS::S3::Bucket is probably meant"),
        (("policy.json", "--resource-type", "aws::sqs::queue"), "AWS::SQS::Queue is probably meant"),
        (("policy.json", "--kind", "scp", "--resource-type", "AWS::S3::Bucket"), "--kind resource"),
        ((), "POLICY.json"),
    ],
)
def test_what_cannot_be_used(
    call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], said: str
) -> None:
    policy(tmp_path)
    tmp_path.joinpath("latin.json").write_bytes(b'{"Id": "\xe9"}')
    monkeypatch.chdir(tmp_path)
    answer = call("check", *arguments, "--lang", "en")
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert len(answer.err.splitlines()) == 1


def test_the_hooks_for_pre_commit_call_the_command(call: Call, tmp_path: Path) -> None:
    hooks = yaml.safe_load(Path(__file__).parents[2].joinpath(".pre-commit-hooks.yaml").read_text("utf-8"))
    for hook in hooks:
        program, *arguments = hook["entry"].split()
        assert program == "iamtutor"
        assert call(*arguments, policy(tmp_path, "{")).status == 1


def test_a_type_without_checks_of_its_own_is_said(tmp_path: Path, call: Call) -> None:
    text = '{"Version": "2012-10-17", "Statement": []}'
    assert "AWS::Glue::Job" in call("check", policy(tmp_path, text), "--resource-type", "AWS::Glue::Job").err
    assert "AWS::KMS::Key" not in call("check", policy(tmp_path, text), "--resource-type", "AWS::KMS::Key").err
