"""`iamtutor catalog`: every kind of name, in both languages, and what is said of an unknown one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iamtutor.words.cells import cells
from tests.cli.conftest import Call

NAMES = (
    "s3:GetObject",
    "s3:Get*",
    "iam:*Role*",
    "aws:SourceIp",
    "aws:*",
    "s3:prefix",
    "s3:bucket",
    "token.actions.githubusercontent.com:sub",
    "sqs",
    "s3*",
    "ecs-tasks.amazonaws.com",
    "ap-northeast-2",
    "aws-cn",
)


def found(call: Call, *names: str) -> list[dict[str, Any]]:
    """What is found by each name, from the JSON."""
    called = call("catalog", "--json", *names)
    assert called.status == 0, called.err
    asked: list[dict[str, Any]] = json.loads(called.out)["names"]
    return asked


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_both_languages(call: Call, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    english, korean = call("catalog", name), call("catalog", name, "--lang", "ko")
    assert (english.status, korean.status) == (0, 0)
    assert english.err == korean.err == ""
    assert any("가" <= char <= "힣" for char in korean.out)
    assert not any("가" <= char <= "힣" for char in english.out)
    for line in (*english.out.split("\n"), *korean.out.split("\n")):
        assert cells(line) <= 80 or "https://" in line or "arn:" in line, line
        assert line == line.rstrip()


def test_an_action_in_full(call: Call) -> None:
    lines = call("catalog", "S3:putobject").out.split("\n")
    assert lines[0] == "s3:PutObject · action of Amazon S3 · Write"
    assert "    object  arn:${Partition}:s3:::${BucketName}/${ObjectName}" in lines
    assert any(line.split() == ["s3:object-lock-remaining-retention-days", "Numeric"] for line in lines)
    assert any("iamtutor catalog 'aws:*'" in line for line in lines)


def test_an_action_that_takes_no_resource(call: Call) -> None:
    assert "  Resources       only *" in call("catalog", "s3:ListAllMyBuckets").out


def test_a_pattern_lists_what_each_action_needs(call: Call) -> None:
    out = call("catalog", "sqs:*Tag*").out
    said = "  AWS says        Grants permission to add tags to the specified SQS queue\n"
    assert f"sqs:TagQueue · Tagging\n{said}  Resources       queue*\n" in out
    assert "aws:TagKeys" in out


def test_what_an_action_means_is_said_in_korean_and_what_is_english_is_named_so(call: Call) -> None:
    lines = call("catalog", "sqs:SendMessage", "--lang", "ko").out.split("\n")
    assert "  뜻              대기열에 메시지를 보냅니다." in lines
    assert any(line.startswith("  AWS 설명(영어)  Grants permission to deliver") for line in lines)
    briefly = call("catalog", "sqs:*Tag*", "--lang", "ko").out
    assert "대기열에 태그를 붙입니다." in briefly
    assert "Grants" not in briefly
    assert "  AWS 설명(영어)  Grants" in call("catalog", "a4b:GetRoom", "--lang", "ko").out
    assert found(call, "kms:ViaService")[0]["found"][0]["meaning"]["ko"].startswith("보안 주체를 대신해")
    assert found(call, "a4b:GetRoom")[0]["found"][0]["meaning"]["ko"] is None


def test_very_many_actions_take_a_line_each(call: Call) -> None:
    called = call("catalog", "ec2:*")
    assert called.out.count("\n") > 700
    assert all(line.startswith("ec2:") for line in called.out.splitlines())
    assert "actions" in called.err


@pytest.mark.parametrize(
    ("name", "kind", "some"),
    [
        ("s3:GetObject", "action", {"service": "s3", "access_level": "Read"}),
        ("s3:prefix", "condition-key", {"type": "String", "multivalued": False}),
        ("aws:TagKeys", "global-condition-key", {"type": "String", "multivalued": True, "section": "request"}),
        ("s3:bucket", "resource-type", {"arn": "arn:${Partition}:s3:::${BucketName}"}),
        ("sqs", "service", {"title": "Amazon SQS"}),
        ("ecs-tasks.amazonaws.com", "service-principal", {"service": "ecs"}),
        ("ap-northeast-2", "region", {"partition": "aws"}),
        ("aws-cn", "partition", {"suffix": "amazonaws.com.cn"}),
    ],
)
def test_as_json(call: Call, name: str, kind: str, some: dict[str, object]) -> None:
    ((row,),) = (asked["found"] for asked in found(call, name))
    assert row["kind"] == kind
    assert some.items() <= row.items()


def test_an_actions_keys_have_their_types(call: Call) -> None:
    (asked,) = found(call, "s3:ListBucket")
    keys = {key["name"]: key["type"] for key in asked["found"][0]["keys"]}
    assert keys["s3:max-keys"] == "Numeric"


def test_several_names_at_once(call: Call) -> None:
    assert [asked["name"] for asked in found(call, "s3", "sqs:SendMessage")] == ["s3", "sqs:SendMessage"]


@pytest.mark.parametrize("name", ["AmazonS3ReadOnlyAccess", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"])
def test_an_aws_managed_policy(call: Call, name: str) -> None:
    pytest.importorskip("moto", reason="moto comes with the extra `managed`")
    out = call("catalog", name).out
    assert out.startswith("AmazonS3ReadOnlyAccess · AWS managed policy\n")
    assert out.index('"Version"') < out.index('"Effect"') < out.index('"Action"')
    ((row,),) = (asked["found"] for asked in found(call, name))
    assert row["document"]["Statement"]


def test_without_the_extra_how_to_get_it(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iamtutor.catalog.managed.find_spec", lambda name: None)
    for lang in ("en", "ko"):
        called = call("catalog", "AmazonS3ReadOnlyAccess", "--lang", lang)
        assert (called.status, called.out) == (1, "")
        assert '-m pip install "moto' in called.err
    assert "managed" not in call("catalog", "s3:GetObjekt").err


def test_without_the_data_one_line(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("iamtutor.catalog.source.find_spec", lambda name: None)
    called = call("catalog", "s3")
    assert (called.status, called.out, called.err.count("\n")) == (2, "", 1)


def test_an_unknown_name_ends_with_what_was_probably_meant(call: Call) -> None:
    called = call("catalog", "s3:GetObjekt")
    assert (called.status, called.out) == (1, "")
    assert called.err == "the catalogue does not know s3:GetObjekt; near to it: s3:GetObject\n"
    assert "s3:GetObjekt는 카탈로그에 없습니다" in call("catalog", "s3:GetObjekt", "--lang", "ko").err


def test_what_is_known_is_shown_beside_what_is_not(call: Call) -> None:
    called = call("catalog", "s3:GetObject", "zzz:Zzz", "sqs")
    assert called.status == 1
    assert called.out.startswith("s3:GetObject · ")
    assert "\nsqs · service" in called.out
    assert "zzz:Zzz" in called.err


def test_an_unknown_name_as_json(call: Call) -> None:
    called = call("catalog", "s3:GetObjekt", "--json")
    assert called.status == 1
    assert json.loads(called.out)["names"] == [{"name": "s3:GetObjekt", "found": [], "suggestions": ["s3:GetObject"]}]


@pytest.mark.parametrize("name", ["", " ", "a\nb", "a\x1b[31m", "s3:" + "x" * 300, "a\0b", "\ud800"])
def test_what_is_no_name_is_refused(call: Call, name: str) -> None:
    called = call("catalog", name)
    assert (called.status, called.out) == (2, "")
    assert called.err.count("\n") == 1
    assert called.err.isprintable() or called.err.rstrip("\n").isprintable()


@pytest.mark.parametrize("name", ["../../etc/passwd", "s3:../x", "서비스:작업", "s３", "${x}:y", "--", "%s"])
def test_odd_names_are_unknown(call: Call, name: str) -> None:
    called = call("catalog", "--", name)
    assert (called.status, called.out) == (1, "")
