"""`iamtutor explain`: one decision in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Call, Called


@pytest.fixture
def ask(call: Call, course: Path) -> Call:
    def explain(key: str, *more: str, action: str = "s3:GetObject") -> Called:
        return call("explain", "tiny", "--as", "user/dev", "--do", action, "--on", f"bucket/reports/{key}", *more)

    return explain


def test_allowed_names_the_statement_and_its_line(ask: Call, course: Path) -> None:
    called = ask("a.csv")
    assert called.status == 0
    lines = called.out.splitlines()
    assert lines[0] == "✓ Allowed · ReadAll allows"
    assert "  │ identity-based policy          Team" in lines
    assert "  ▼ s3:GetObject" in lines
    assert "        ✓ Allow · ReadAll: matches" in lines
    world = course / "exercises/worlds/tiny.yaml"
    line = next(number for number, text in enumerate(world.read_text().splitlines(), 1) if "Sid: ReadAll" in text)
    assert lines[-1] == f"  {world}:{line}  Team ReadAll"


def test_denied_shows_both_sides_the_missing_key_and_the_sentence_of_aws(ask: Call) -> None:
    called = ask("pay/1")
    assert called.status == 1
    assert called.out.startswith("✗ Explicit deny · NoPay denies\n")
    assert "StringNotEquals aws:PrincipalTag/team: wants hr · the request has no such key" in called.out
    assert "Condition keys that the request does not carry: aws:PrincipalTag/team" in called.out
    assert 'is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::reports/pay/1"' in called.out
    assert "with an explicit deny in an identity-based policy" in called.out


def test_the_layers_stand_in_the_order_of_evaluation(ask: Call) -> None:
    out = ask("a.csv", "--lang", "ko").out
    layers = ["명시적 거부", "리소스 제어 정책", "서비스 제어 정책", "VPC 엔드포인트", "리소스 기반", "ID 기반 정책:"]
    assert sorted(layers, key=lambda layer: out.index(layer, out.index("평가 순서대로"))) == layers
    assert out.startswith("✓ 허용 · ReadAll 허용\n")


def test_context_counts_and_several_values_make_a_list(ask: Call) -> None:
    assert ask("pay/1", "--context", "aws:PrincipalTag/team=hr").status == 0
    out = ask("a", "--context", "aws:TagKeys=a", "--context", "aws:TagKeys=b", "--context", 'x=["c", "d"]').out
    assert "  aws:TagKeys = [a, b]" in out
    assert "  x = [c, d]" in out


def test_json_holds_request_decision_trace_and_words(ask: Call) -> None:
    called = ask("pay/1", "--json")
    row = json.loads(called.out)
    assert called.status == 1
    assert row["decision"] == "ExplicitlyDenied"
    assert row["request"]["context"]["aws:PrincipalAccount"] == "111122223333"
    assert row["statements"][0]["line"] > 1
    assert row["trace"]["verdict"] == "ExplicitlyDenied"
    assert row["words"][0] == "NoPay of Team (identity-based policy) denies it explicitly."


def test_a_request_that_the_service_answers_asks_no_policy(call: Call, course: Path) -> None:
    called = call("explain", "tiny", "--as", "user/dev", "--do", "sts:GetCallerIdentity", "--on", "*")
    assert called.status == 0
    assert "✓ the service itself" in called.out


def test_names_that_nobody_has_are_said(call: Call, course: Path) -> None:
    asked = ("explain", "tiny", "--as", "user/dev", "--do", "s3:GetObjekt", "--on", "arn:aws:s3:::nowhere/x")
    called = call(*asked)
    assert "s3:GetObject is probably meant" in called.err
    assert "this world has no arn:aws:s3:::nowhere/x" in called.err
    notes = json.loads(call(*asked, "--json").out)["notes"]
    assert [note["code"] for note in notes] == ["unknown-action"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["tiny", "--as", "user/nobody", "--do", "s3:GetObject", "--on", "*"], "There is no user/nobody"),
        (["tiny", "--as", "user/dev", "--do", "read", "--on", "*"], "--do read: an action is written service:action"),
        (["tiny", "--as", "user/dev", "--do", "s3:GetObject", "--on", "*", "--context", "x"], "expected key=value"),
        (["nowhere", "--as", "user/dev", "--do", "s3:GetObject", "--on", "*"], "there is no world nowhere"),
        (["no/such.yaml", "--as", "user/dev", "--do", "s3:GetObject", "--on", "*"], "no/such.yaml:1: There is no such"),
        (["tiny", "--do", "s3:GetObject", "--on", "*"], "the following arguments are required: --as"),
    ],
)
def test_what_cannot_be_explained_is_one_line(call: Call, course: Path, arguments: list[str], words: str) -> None:
    called = call("explain", *arguments)
    assert (called.status, called.out) == (2, "")
    assert words in called.err
    assert called.err.count("\n") == 1


def test_a_broken_world_names_file_and_line(call: Call, tmp_path: Path) -> None:
    world = tmp_path / "w.yaml"
    world.write_text('accounts:\n  acme:\n    id: "1"\n', encoding="utf-8")
    called = call("explain", str(world), "--as", "user/dev", "--do", "s3:GetObject", "--on", "*")
    assert called.status == 2
    assert called.err.startswith(f"iamtutor: {world}:3 accounts.acme.id: ")


SAME_NAMES = """
accounts:
  one:
    id: "111122223333"
    users:
      dev: {groups: [team], inline: {Read: {Version: "2012-10-17", Statement: [
        {Sid: OfDev, Effect: Allow, Action: "s3:GetObject", Resource: "*"}]}}}
      ops: {inline: {Read: {Version: "2012-10-17", Statement: [
        {Sid: OfOps, Effect: Allow, Action: "s3:*", Resource: "*"}]}}}
    groups:
      team: {inline: {Both: {Version: "2012-10-17", Statement: [
        {Sid: OfTeam, Effect: Allow, Action: "s3:ListBucket", Resource: "*"}]}}}
      others: {inline: {Both: {Version: "2012-10-17", Statement: [
        {Sid: OfOthers, Effect: Allow, Action: "s3:*", Resource: "*"}]}}}
"""


@pytest.mark.parametrize(
    ("who", "action", "sid"),
    [("dev", "s3:GetObject", "OfDev"), ("ops", "s3:GetObject", "OfOps"), ("dev", "s3:ListBucket", "OfTeam")],
)
def test_of_policies_with_one_name_the_callers_is_shown(
    call: Call, tmp_path: Path, who: str, action: str, sid: str
) -> None:
    world = tmp_path / "world.yaml"
    world.write_text(SAME_NAMES, encoding="utf-8")
    called = call("explain", str(world), "--as", f"user/{who}", "--do", action, "--on", "arn:aws:s3:::a", "--json")
    line = next(number for number, text in enumerate(SAME_NAMES.splitlines(), 1) if sid in text)
    assert [(each["sid"], each["line"]) for each in json.loads(called.out)["statements"]] == [(sid, line)]


def test_the_picture_ends_at_the_deny(ask: Call) -> None:
    called = ask("pay/1", "--draw")
    assert called.status == 1
    assert "NoPay ◀ decides" in called.out
    assert called.out.index("✗ Explicit deny ═") < called.out.index("Identity-based policy")
    assert all(len(line) <= 110 for line in called.out.splitlines())
    assert "허용" in ask("a.csv", "--draw", "--lang", "ko").out
