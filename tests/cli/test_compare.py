"""`iamtutor compare` and `iamtutor check-access`: words and JSON in both languages, statuses, and bad input in one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import iamtutor
from tests.cli.conftest import Call, Called

GOAL = """{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "ReadReports",
      "Effect": "Allow",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::exam-reports/*"
    }
  ]
}
"""
BROAD = GOAL.replace("exam-reports/*", "exam-reports*").replace('      "Sid": "ReadReports",\n', "")
DENIES = GOAL.replace(
    "    }\n", '    },\n    {"Effect": "Deny", "Action": "*", "Resource": "arn:aws:s3:::exam-reports/pay/*"}\n'
)
PUBLIC = GOAL.replace('"Effect"', '"Principal": "*", "Effect"')
TRUST = """{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
"Action": "sts:AssumeRole"}}"""


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to stand in, with a few policies."""
    monkeypatch.chdir(tmp_path)
    texts = {"goal": GOAL, "broad": BROAD, "denies": DENIES, "public": PUBLIC, "trust": TRUST, "broken": GOAL + "{"}
    for name, text in texts.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    return tmp_path


def row(called: Called) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(called.out)
    return found


def test_equal_policies(call: Call, files: Path) -> None:
    called = call("compare", "goal.json", "-", stdin=GOAL.replace('"s3:GetObject"', '["s3:GetObject", "s3:getobject"]'))
    assert called.status == 0
    assert called.out.startswith("✓ equivalent · goal.json and - allow the same\n")
    assert called.out.count("nothing (proved)") == 2


def test_the_witness_in_words(call: Call, files: Path) -> None:
    called = call("compare", "broad.json", "goal.json")
    assert called.status == 1
    lines = called.out.splitlines()
    assert lines[:2] == [
        "✗ broader · broad.json allows more than goal.json",
        "Kind: identity-based policy, guessed from the documents (--kind chooses another)",
    ]
    assert "Only broad.json allows" in lines
    assert "  does  s3:GetObject" in lines
    assert "  ✓ broad.json:4 statement 1 allows it" in lines
    assert "  ✗ goal.json:4 ReadReports comes nearest, but does not match" in lines
    assert any("Resource does not match: policy arn:aws:s3:::exam-reports/* · request arn" in line for line in lines)
    assert lines[-2:] == ["Only goal.json allows", "  · nothing (proved)"]


def test_the_same_in_korean(call: Call, files: Path) -> None:
    out = call("compare", "denies.json", "goal.json", "--kind", "scp", "--lang", "ko").out
    assert out.startswith("✗ 더 좁음 · denies.json이 goal.json보다 덜 허용합니다\n정책 유형: 서비스 제어 정책(SCP)\n")
    assert "goal.json:4 ReadReports에서 허용합니다" in out
    assert "denies.json:10 2번째 문에서 명시적으로 거부합니다" in out
    assert "없습니다 (증명됨)" in out


def test_json_holds_a_request_that_decide_takes(call: Call, files: Path) -> None:
    called = call("compare", "goal.json", "denies.json", "--json")
    found = row(called)
    assert (called.status, found["relation"], found["only_b"], found["reason"]) == (1, "broader", None, None)
    assert found["why_a"]["allowed_by"] == {"file": "goal.json", "line": 4, "sid": "ReadReports", "index": 0}
    assert found["why_a"]["denied_by"]["line"] == 10
    decided = []
    for text in (GOAL, DENIES):
        line = {"request": found["only_a"], "policies": {"identity": [{"document": json.loads(text)}]}}
        decided.append(row(call("decide", "-", stdin=json.dumps(line)))["decision"])
    assert decided == ["Allowed", "ExplicitlyDenied"]


def test_what_stays_open_says_why(call: Call, files: Path) -> None:
    for name, key in (("a", "${aws:username}"), ("b", "?*")):
        (files / f"{name}.json").write_text(GOAL.replace("reports/*", f"reports/{key}/*"), encoding="utf-8")
    called = call("compare", "a.json", "b.json")
    assert called.status == 1
    assert called.out.startswith("· unknown · whether a.json and b.json allow the same could not be proved\n")
    assert "it hangs on what the policy variable aws:username holds" in called.out
    assert "✓ b.json:4 ReadReports allows it" in called.out  # the other way there is a witness all the same
    found = row(call("compare", "a.json", "b.json", "--json", "--lang", "ko"))
    assert (found["relation"], found["reason_code"], found["only_a"]) == ("unknown", "variables", None)
    assert found["reason"].startswith("정책 변수 aws:username에 ")
    assert found["only_b"]["action"] == "s3:GetObject"
    check = call("check-access", "no-new-access", "b.json", "a.json")
    assert check.status == 1
    assert check.out.startswith(
        "✗ FAIL · a.json may grant access that b.json does not: the opposite could not be proved"
    )


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [("goal", "broad", "identity"), ("public", "public", "resource"), ("trust", "trust", "trust")],
)
def test_the_kind_is_guessed(call: Call, files: Path, first: str, second: str, kind: str) -> None:
    found = row(call("compare", f"{first}.json", f"{second}.json", "--json"))
    assert (found["kind"], found["kind_guessed"]) == (kind, True)


def test_aws_managed_policies_by_name_and_arn(call: Call, files: Path) -> None:
    pytest.importorskip("moto")
    called = call("compare", "goal.json", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess")
    assert called.status == 1
    assert called.out.startswith("✗ narrower · goal.json allows less than AmazonS3ReadOnlyAccess\n")
    assert "✓ AmazonS3ReadOnlyAccess statement 1 allows it" in called.out
    assert "AmazonS3ReadOnlyAccess is probably meant" in call("compare", "AmazonS3ReadOnlyAcces", "goal.json").err


def test_of_very_many_patterns_the_likest_are_shown(call: Call, home: Path) -> None:
    pytest.importorskip("moto")
    out = call("compare", "ReadOnlyAccess", "SecurityAudit").out
    assert "… (+" in out
    assert max(map(len, out.splitlines())) < 400


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["compare", "goal.json"], "the following arguments are required: B"),
        (["compare", "goal.json", "none.json"], "none.json: no such file"),
        (["compare", "goal.json", "Nowhere"], "Nowhere: neither a file nor an AWS managed policy"),
        (["compare", "-", "-"], "standard input (-) can be named only once"),
        (["compare", "broken.json", "goal.json"], "broken.json:12:1: "),
        (["compare", "goal.json", "public.json"], "goal.json:4:5: This statement has neither Principal"),
        (["compare", "goal.json", "goal.json", "--kind", "user"], "argument --kind: invalid choice"),
        (["compare", "goal.json", "-"], "-:1:1: "),
        (["check-access", "no-new-access", "goal.json"], "no-new-access takes two policies"),
        (["check-access", "no-public-access", "goal.json", "goal.json"], "no-public-access takes one policy (2 given)"),
        (["check-access", "no-public-access", "goal.json"], "this is read as identity-based policy"),
        (["check-access", "no-public-access", "public.json", "--action", "s3:*"], "belong to access-not-granted"),
        (["check-access", "access-not-granted", "goal.json"], "needs at least one --action or --resource"),
        (
            ["check-access", "access-not-granted", "goal.json", "--action", "s3:GetObjekt"],
            "s3:GetObject is probably meant",
        ),
        (["check-access", "access-not-granted", "goal.json", "--action", "s3:Foo*"], "nothing to check"),
        (["check-access", "access-not-granted", "trust.json", "--resource", "*"], "a trust policy names no resources"),
        (["check-access", "access-not-granted", "public.json", "--action", "s3:*", "--kind", "rcp"], "public.json:"),
    ],
)
def test_what_cannot_be_used_is_one_line(call: Call, files: Path, arguments: list[str], words: str) -> None:
    called = call(*arguments)
    assert (called.status, called.out) == (2, "")
    assert words in called.err
    assert called.err.count("\n") == 1
    korean = call(*arguments, "--lang", "ko")
    assert korean.status == 2
    assert korean.err != called.err


def test_without_the_extra_a_name_says_what_to_install(
    call: Call, files: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iamtutor.catalog.managed.find_spec", lambda _name: None)
    called = call("compare", "goal.json", "ReadOnlyAccess")
    assert called.status == 2
    assert called.err.startswith("iamtutor: ReadOnlyAccess: no such file; ")
    assert '-m pip install "moto' in called.err


def test_new_access(call: Call, files: Path) -> None:
    called = call("check-access", "no-new-access", "goal.json", "broad.json")
    assert called.status == 1
    assert called.out.startswith("✗ FAIL · broad.json grants access that goal.json does not\n")
    assert "Because of\n  broad.json:4 statement 1: s3:GetObject on arn:aws:s3:::exam-reports" in called.out
    passed = call("check-access", "no-new-access", "broad.json", "goal.json", "--lang", "ko")
    assert passed.status == 0
    assert passed.out.startswith("✓ PASS · goal.json은 broad.json보다 더 허용하는 것이 없습니다\n")


def test_access_not_granted(call: Call, files: Path) -> None:
    check = ("check-access", "access-not-granted", "denies.json", "--resource", "arn:aws:s3:::exam-reports/pay/*")
    assert call(*check).status == 0
    called = call(*check, "--resource", "arn:aws:s3:::exam-reports/q*", "--action", "s3:*", "--json")
    found = row(called)
    assert (called.status, found["result"]) == (1, "FAIL")
    assert [(each["statementIndex"], each["statementId"], each["line"]) for each in found["reasons"]] == [
        (0, "ReadReports", 4)
    ]
    assert found["request"]["resource"].startswith("arn:aws:s3:::exam-reports/q")


def test_no_public_access(call: Call, files: Path) -> None:
    called = call("check-access", "no-public-access", "public.json", "--lang", "ko")
    assert called.status == 1
    assert called.out.startswith("✗ FAIL · public.json은 퍼블릭 액세스를 허용합니다\n")
    assert "보안 주체  익명 호출자" in called.out
    assert row(call("check-access", "no-public-access", "trust.json", "--json"))["result"] == "PASS"


@pytest.mark.parametrize(("readme", "lang"), [("README.md", "en"), ("README.ko.md", "ko")])
def test_the_example_of_the_readme_is_real(call: Call, files: Path, readme: str, lang: str) -> None:
    text = (Path(iamtutor.__file__).parent.parent / readme).read_text("utf-8")
    shown = text.partition("$ iamtutor compare answer.json goal.json\n")[2].partition("```")[0]
    for name, policy in {"answer": BROAD, "goal": GOAL}.items():
        (files / f"{name}.json").write_text(policy.replace("exam-reports", "acme-reports"), encoding="utf-8")
    assert call("compare", "answer.json", "goal.json", "--lang", lang).out == shown
