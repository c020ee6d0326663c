"""`iamtutor generate`: from a trail to a policy on the command line."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest

from iamtutor.cli.progress_bar import ProgressBar
from iamtutor.cli.terminal import Terminal
from tests.analyzer.trails import ROLE, document, record
from tests.cli.conftest import Call

GET = record("s3", "GetObject", {"bucketName": "reports", "key": "q3.csv"})
DENIED = record("s3", "PutObject", {"bucketName": "reports", "key": "q4.csv"}, errorCode="AccessDenied")
RUN = record("ec2", "RunInstances", {"instancesSet": {"items": [{"imageId": "ami-0abcdef12"}]}})


@pytest.fixture
def trail(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    (folder / "a.json").write_text(document([GET, DENIED]))
    (folder / "b.json.gz").write_bytes(gzip.compress(document([RUN, record("new", "Thing")]).encode()))
    return folder


def test_the_policy_goes_to_standard_output_and_the_report_beside(call: Call, trail: Path) -> None:
    called = call("generate", str(trail), "--principal", ROLE)
    assert called.status == 0
    policy = json.loads(called.out)
    assert {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/q3.csv"} in policy[
        "Statement"
    ]
    assert called.err.startswith("✓ proven: the 6 requests of the trail (made 6 times)")
    for part in (
        "4 records, 4 calls by the principal, 2 of them in the policy",
        f"s3:PutObject · 1 time · arn:aws:s3:::reports/q4.csv · {trail / 'a.json'}:1 #2",
        f"new.amazonaws.com Thing · 1 time · {trail / 'b.json.gz'}:1 #2",
        "ec2:RunInstances arn:aws:ec2:ap-northeast-2:111122223333:instance/*",
        "What the trail cannot show",
    ):
        assert part in called.err
    assert "\x1b" not in called.err


def test_korean(call: Call, trail: Path) -> None:
    called = call("generate", str(trail), "--principal", ROLE, "--lang", "ko")
    assert called.err.startswith("✓ 증명: 추적에 나온 요청 6개")
    assert "거부된 호출 (정책에 넣지 않음)" in called.err


def test_json_holds_both(call: Call, trail: Path) -> None:
    called = call("generate", str(trail), "--principal", ROLE, "--json")
    assert called.err == ""
    row = json.loads(called.out)
    assert row["proof"] == {
        "holds": True,
        "requests": 6,
        "made": 6,
        "pairs": 6,
        "refused": [],
        "unwitnessed": [],
        "unseen": [],
    }
    assert row["counts"]["denied"] == 1
    assert [each["name"] for each in row["unmapped"]] == ["Thing"]
    assert row["actions"][-1]["resources"] == [{"resource": "arn:aws:s3:::reports/q3.csv", "origin": "recorded"}]
    # The trail holds s3:GetObject, so that it logs data events.
    assert {limit["code"] for limit in row["limits"]} == {"generation.limit-always"}
    assert row["in_use"] is None


def test_a_stream_of_lines(call: Call) -> None:
    called = call("generate", "-", "--principal", ROLE, stdin=f"{json.dumps(GET)}\n{json.dumps(GET)}\n")
    assert called.status == 0
    assert "(made 2 times)" in called.err


def test_unused_permissions_of_a_policy_in_use(call: Call, trail: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.json"
    statements = [
        {"Sid": "Read", "Effect": "Allow", "Action": ["s3:GetObject", "s3:GetObjectAcl"], "Resource": ["arn:aws:s3:::reports/*", "arn:aws:s3:::old/*"]},
        {"Effect": "Allow", "Action": "sqs:*", "Resource": "*"},
    ]  # fmt: skip
    policy.write_text(json.dumps({"Version": "2012-10-17", "Statement": statements}))
    called = call("generate", str(trail), "--principal", ROLE, "--against", str(policy))
    assert called.status == 1
    assert "statement Read: 1 action not used: s3:GetObjectAcl" in called.err
    assert "statement Read: resources never touched: arn:aws:s3:::old/*" in called.err
    assert "statement [1]: never used" in called.err
    assert "it allows requests that the trail does not show, for example" in called.err
    assert "the generated policy" in called.err
    rows = json.loads(call("generate", str(trail), "--principal", ROLE, "--against", str(policy), "--json").out)
    assert rows["in_use"]["excess"]["principal"] == ROLE
    assert rows["in_use"]["undecided"] is None
    assert "ec2:RunInstances" in called.err.partition("does not speak of")[2]
    made = call("generate", str(trail), "--principal", ROLE).out
    policy.write_text(made)
    again = call("generate", str(trail), "--principal", ROLE, "--against", str(policy), "--lang", "ko")
    assert again.status == 0
    assert "더 허용하는 것이 없습니다 (증명됨)" in again.err


def test_a_principal_that_the_trail_does_not_show(call: Call, trail: Path) -> None:
    called = call("generate", str(trail), "--principal", "arn:aws:iam::111122223333:role/deploy")
    assert (called.status, called.out) == (1, "")
    assert f"callers that the trail shows: {ROLE}" in called.err


def test_what_could_not_be_read_is_told_and_the_rest_counts(call: Call, tmp_path: Path) -> None:
    file = tmp_path / "t.jsonl"
    file.write_text(f"{json.dumps(GET)}\n{{oops}}\n{json.dumps(GET)}\n")
    called = call("generate", str(file), "--principal", ROLE)
    assert called.status == 2
    assert json.loads(called.out)["Statement"][0]["Action"] == "s3:GetObject"
    assert f"  {file}:2: record 2 is not valid JSON; it is left out" in called.err


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("missing.json", "--principal", ROLE), "missing.json: no such file"),
        ((".", "--principal", ROLE), ".: a folder without log files"),
        (("-", "-", "--principal", ROLE), "standard input (-) can be named once only"),
        (("-", "--principal", "dev"), "--principal dev: expected the ARN of a user, role or session"),
        (("-", "--principal", "arn:aws:iam::111122223333:root"), "no policy can be attached to the root user"),
        (("-", "--principal", ROLE, "--since", "tomorrow"), "--since tomorrow: write 2026-01-15"),
        (("-", "--principal", ROLE, "--until", "9999-12-31"), "--until 9999-12-31: write 2026-01-15"),
        (("-", "--principal", ROLE, "--most-resources", "0"), "--most-resources 0: expected 1 or more"),
        (("-", "--principal", ROLE, "--against", "none.json"), "none.json: no such file"),
        (("-",), "--principal"),
    ],
)
def test_a_call_that_cannot_be_used_is_one_line(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], line: str) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    called = call("generate", *arguments)
    assert (called.status, called.out) == (2, "")
    assert line in called.err
    assert called.err.count("\n") == 1


def test_a_policy_in_use_that_cannot_be_read_is_one_line_with_its_place(call: Call, tmp_path: Path) -> None:
    policy = tmp_path / "p.json"
    policy.write_text(
        '{"Version": "2012-10-17",\n "Statement": [{"Effect": "allow", "Action": "s3:*", "Resource": "*"}]}'
    )
    called = call("generate", "-", "--principal", ROLE, "--against", str(policy))
    assert called.status == 2
    assert called.err.startswith(f"iamtutor: {policy}:2: not a policy that can be used:")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_help_is_whole(call: Call, lang: str) -> None:
    called = call("generate", "--help", "--lang", lang)
    assert called.status == 0
    for option in ("--principal", "--level", "--group", "--conditions", "--since", "--until", "--against", "--json"):
        assert option in called.out


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_is_drawn_on_a_terminal_only_and_goes_away() -> None:
    moments = iter([0.0, 1.0, 1.0, 1.05, 2.0, 2.0])
    screen = Screen()
    with ProgressBar(Terminal("en", io.StringIO(), io.StringIO(), screen, {}), 4_000_000, lambda: next(moments)) as bar:
        bar.add(1_000_000)
        bar.add(0)
        bar.add(1_000_000)
    drawn = screen.getvalue().split("\r\x1b[K")
    assert [text.strip() for text in drawn] == [
        "",
        "[######..................] reading 25% (1 MB)",
        "[############............] reading 50% (2 MB)",
        "",
    ]
    pipe = io.StringIO()
    with ProgressBar(Terminal("en", io.StringIO(), io.StringIO(), pipe, {}), None) as quiet:
        quiet.add(5_000_000)
    assert pipe.getvalue() == ""
