"""`iamtutor findings`: external access, from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import iamtutor
from iamtutor.catalog import Catalog, CatalogError
from iamtutor.words.cells import cells
from tests.cli.conftest import Call, Called

WORLD = """\
accounts:
  acme:
    id: "111122223333"
    roles:
      reader:
        trust:
          Version: "2012-10-17"
          Statement:
            - Sid: Partner
              Effect: Allow
              Principal: {AWS: "444455556666"}
              Action: sts:AssumeRole
    buckets:
      reports:
        policy:
          Version: "2012-10-17"
          Statement:
            - Sid: Everybody
              Effect: Allow
              Principal: "*"
              Action: s3:GetObject
              Resource: arn:aws:s3:::reports/*
            - Sid: NoDrafts
              Effect: Deny
              Principal: "*"
              Action: s3:*
              Resource: arn:aws:s3:::reports/drafts/*
  partner: {id: "444455556666"}
"""
RULES = '- name: partner\n  filter:\n    principal.AWS: {eq: ["444455556666"]}\n'
PUBLIC = """\
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "Everybody",
      "Effect": "Allow",
      "Principal": "*",
      "Action": "s3:GetObject",
      "Resource": "arn:aws:s3:::acme-site/*"
    }
  ]
}
"""
CLOSED = PUBLIC.replace('"*"', '{"AWS": "111122223333"}')


@pytest.fixture(autouse=True)
def _files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    try:
        _ = Catalog.installed({}).index.names
    except CatalogError:
        pytest.skip("the catalogue is not installed")
    texts = {"world.yaml": WORLD, "rules.yaml": RULES, "public.json": PUBLIC, "closed.json": CLOSED}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def findings(call: Call) -> Call:
    def run(*arguments: str) -> Called:
        return call("findings", *arguments)

    return run


def line_of(text: str, wanted: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if wanted in line)


def test_each_finding_is_in_the_picture_the_table_and_the_evidence(findings: Call) -> None:
    called = findings("world.yaml")
    assert called.status == 1
    assert called.out.startswith("✗ 2 active findings (1 public, 1 shared)\n")
    assert "everybody (*) ══ public ═▶│ acme:bucket/reports" in called.out
    assert "444455556666  ── shared ─▶│ acme:role/reader" in called.out
    rows = [line.split() for line in called.out.splitlines() if line.startswith("active")]
    assert [row[2:6] for row in rows] == [
        ["shared", "acme:role/reader", "444455556666", "sts:AssumeRole"],
        ["public", "acme:bucket/reports", "everybody", "(*)"],
    ]
    assert f"allowed by world.yaml:{line_of(WORLD, 'Sid: Everybody')} (bucket/reports Everybody)" in called.out
    assert f"the Deny world.yaml:{line_of(WORLD, 'Sid: NoDrafts')} (bucket/reports NoDrafts)" in called.out
    assert "an anonymous caller → s3:GetObject arn:aws:s3:::reports/" in called.out


def test_in_korean(findings: Call) -> None:
    called = findings("world.yaml", "--lang", "ko")
    assert called.out.startswith("✗ 활성 조사 결과 2개 (퍼블릭 1개, 공유 1개)\n")
    assert "신뢰 영역: 계정 111122223333" in called.out
    assert "허용되는 요청: 익명 호출자 → s3:GetObject arn:aws:s3:::reports/" in called.out


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("columns", [40, 60, 95, 96, 100, 120])
def test_no_line_is_wider_than_the_terminal(
    findings: Call, monkeypatch: pytest.MonkeyPatch, lang: str, columns: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = findings("world.yaml", "--lang", lang).out
    assert [line for line in out.splitlines() if cells(line) > columns] == []


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_columns_stand_below_each_other(findings: Call, lang: str) -> None:
    lines = findings("world.yaml", "--lang", lang).out.splitlines()
    boxes = {cells(line) for line in lines if line.endswith(("│", "┐", "┘"))}
    assert len(boxes) == 1
    rows = [line for line in lines if "acme:" in line and "│" not in line]
    assert len(rows) == 2
    assert len({cells(row[: row.index("acme:")]) for row in rows}) == 1


def test_json_has_aws_names_and_a_request_that_decide_takes(findings: Call, call: Call, tmp_path: Path) -> None:
    called = findings("world.yaml", "--json")
    answer = json.loads(called.out)
    assert called.status == 1
    assert (answer["zone"], answer["open"]) == ("account", [])
    shared, public = answer["findings"]
    assert (public["resourceType"], public["resourceOwnerAccount"]) == ("AWS::S3::Bucket", "111122223333")
    assert (public["isPublic"], public["principal"], public["action"]) == (True, {"AWS": "*"}, ["s3:GetObject"])
    assert (shared["isPublic"], shared["status"], shared["openness"]) == (False, "ACTIVE", "account")
    assert public["statements"][0]["line"] == line_of(WORLD, "Sid: Everybody")
    assert public["denies"][0]["sid"] == "NoDrafts"
    case = {
        "request": public["request"],
        "policies": {"resource": {"document": json.loads(PUBLIC)}},
        "expect": "Allowed",
    }
    text = json.dumps(case).replace("acme-site", "reports")
    (tmp_path / "case.jsonl").write_text(text, encoding="utf-8")
    assert call("decide", "case.jsonl").status == 0


def test_rules_archive_and_the_status_is_kept(findings: Call, tmp_path: Path) -> None:
    called = findings("world.yaml", "--rules", "rules.yaml", "--state", "state.json")
    assert called.out.startswith("✗ 1 active finding (1 public, 0 shared)")
    assert "1 archived, 0 resolved · --all shows them" in called.out
    assert "archived by the rule partner" in findings("world.yaml", "--state", "state.json", "--all").out
    kept = json.loads((tmp_path / "state.json").read_text("utf-8"))["findings"]
    active = next(identifier for identifier, row in kept.items() if row["status"] == "ACTIVE")
    assert findings("archive", active[:6], "--state", "state.json") == (0, f"{active}: archived\n", "")
    assert findings("world.yaml", "--state", "state.json").status == 0
    assert findings("unarchive", active, "--state", "state.json").out == f"{active}: active again\n"
    assert findings("world.yaml", "--state", "state.json").status == 1
    (tmp_path / "world.yaml").write_text(WORLD.replace('Principal: "*"', 'Principal: {AWS: "111122223333"}'), "utf-8")
    called = findings("world.yaml", "--state", "state.json", "--all")
    assert called.status == 0
    assert f"{active}  resolved  arn:aws:s3:::reports ← *" in called.out
    assert list(tmp_path.glob(".*")) == []


def test_a_preview_changes_nothing_that_is_kept(findings: Call, tmp_path: Path) -> None:
    findings("world.yaml", "--state", "state.json")
    before = (tmp_path / "state.json").read_bytes()
    new = PUBLIC.replace("acme-site", "reports").replace('"Principal": "*"', '"Principal": {"AWS": "777788889999"}')
    (tmp_path / "new.json").write_text(new, encoding="utf-8")
    called = findings("world.yaml", "--preview", "bucket/reports=new.json", "--state", "state.json")
    assert called.status == 1
    assert called.out.startswith("Preview: 1 new, 0 changed, 1 unchanged, 1 resolved\n")
    assert f"allowed by new.json:{line_of(new, 'Sid') - 1} (bucket/reports Everybody)" in called.out
    assert (tmp_path / "state.json").read_bytes() == before
    rows = json.loads(findings("world.yaml", "--preview", "bucket/reports=new.json", "--json").out)["findings"]
    assert sorted(row["changeType"] for row in rows) == ["NEW", "RESOLVED", "UNCHANGED"]


def test_one_policy_alone(findings: Call) -> None:
    called = findings("public.json")
    assert called.status == 1
    assert "arn:aws:s3:::acme-site" in called.out
    assert "allowed by public.json:4 (bucket/acme-site Everybody)" in called.out
    assert findings("public.json", "--block-public-access").status == 0
    closed = findings("closed.json")
    assert (closed.status, closed.out) == (
        0,
        "✓ nothing can be reached from outside the zone of trust (proved)\n",
    )
    assert findings("closed.json", "--account", "777788889999").status == 1
    assert findings("closed.json", "--preview", "public.json").out.startswith("Preview: 1 new")


@pytest.mark.parametrize(
    ("statement", "wanted"),
    [
        ({"Action": "sts:AssumeRole"}, "AWS::IAM::Role"),
        ({"Action": "kms:Decrypt", "Resource": "*"}, "AWS::KMS::Key"),
        ({"Action": "sns:Publish", "Resource": "arn:aws:sns:eu-west-1:111122223333:news"}, "AWS::SNS::Topic"),
        ({"Action": "sqs:SendMessage", "Resource": "*"}, "AWS::SQS::Queue"),
    ],
)
def test_the_policy_tells_its_resource(findings: Call, tmp_path: Path, statement: dict[str, str], wanted: str) -> None:
    whole = {
        "Version": "2012-10-17",
        "Statement": {"Effect": "Allow", "Principal": {"AWS": "444455556666"}, **statement},
    }
    (tmp_path / "one.json").write_text(json.dumps(whole), encoding="utf-8")
    (finding,) = json.loads(findings("one.json", "--json").out)["findings"]
    assert (finding["resourceType"], finding["resourceOwnerAccount"]) == (wanted, "111122223333")


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_help_in_both_languages(findings: Call, lang: str) -> None:
    called = findings("--help", "--lang", lang)
    assert called.status == 0
    assert ("신뢰 영역" if lang == "ko" else "zone of trust") in called.out


BAD = {
    "no such world": (["nowhere.yaml"], ["nowhere.yaml", "no such file"]),
    "no such policy": (["nowhere.json"], ["nowhere.json: no such file"]),
    "a broken policy": (["broken.json"], ["broken.json:3 "]),
    "no organisation": (["world.yaml", "--zone", "organization"], ["world.yaml", "there is no organization"]),
    "an unknown zone": (["world.yaml", "--zone", "moon"], ["--zone", "moon"]),
    "an unknown account": (["world.yaml", "--account", "moon"], ["--account moon", "acme, partner"]),
    "a bad account": (["public.json", "--account", "12"], ["--account 12", "twelve digits"]),
    "a type for a world": (["world.yaml", "--resource-type", "AWS::SQS::Queue"], ["--resource-type"]),
    "blocking for a world": (["world.yaml", "--block-public-access"], ["--block-public-access"]),
    "blocking for a queue": (
        ["public.json", "--resource-type", "AWS::SQS::Queue", "--block-public-access"],
        ["AWS::SQS::Queue"],
    ),
    "a policy of nothing known": (["odd.json"], ["odd.json", "--resource-type"]),
    "a preview without a file": (["world.yaml", "--preview", "bucket/reports"], ["expected RESOURCE=FILE"]),
    "a preview of nothing": (["world.yaml", "--preview", "bucket/moon=public.json"], ["moon"]),
    "a broken preview": (["world.yaml", "--preview", "bucket/reports=broken.json"], ["broken.json:3 "]),
    "rules that are none": (["world.yaml", "--rules", "bad.yaml"], ["bad.yaml:3", "colour", "resourceType"]),
    "a state that is none": (["world.yaml", "--state", "broken.json"], ["broken.json:3"]),
    "a state of another kind": (["world.yaml", "--state", "public.json"], ["public.json", "version"]),
    "archive without a state": (["archive", "abc"], ["archive", "--state"]),
    "archive without an ID": (["archive", "--state", "state.json"], ["archive"]),
    "archive without its file": (["archive", "abc", "--state", "nowhere.json"], ["nowhere.json: no such file"]),
    "an unknown ID": (["archive", "abc", "--state", "empty.json"], ["abc", "empty.json"]),
    "IDs behind a world": (["world.yaml", "abc"], ["abc"]),
    "a state of another zone": (["world.yaml", "--state", "other.json"], ["organization", "account"]),
}


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_used_is_said_in_one_line(findings: Call, tmp_path: Path, name: str, lang: str) -> None:
    odd = PUBLIC.replace("s3:GetObject", "moon:Land").replace("arn:aws:s3:::acme-site/*", "*")
    empty = '{"version": 1, "zone": "account", "findings": {}}'
    texts = {
        "broken.json": '{\n  "Version": "2012-10-17",\n  "Statement": nothing\n}\n',
        "bad.yaml": "- name: a\n  filter:\n    colour: {eq: [red]}\n",
        "odd.json": odd,
        "empty.json": empty,
        "other.json": empty.replace("account", "organization"),
    }
    for file, text in texts.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    arguments, wanted = BAD[name]
    called = findings(*arguments, "--lang", lang)
    assert (called.status, called.out) == (2, "")
    assert called.err.startswith("iamtutor")
    assert called.err.count("\n") == 1
    if lang == "en":
        assert [text for text in wanted if text not in called.err] == []


@pytest.mark.parametrize(("file", "lang"), [("README.md", "en"), ("README.ko.md", "ko")])
def test_the_example_of_the_readme_is_real(
    findings: Call, monkeypatch: pytest.MonkeyPatch, file: str, lang: str
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    text = (Path(iamtutor.__file__).parents[1] / file).read_text("utf-8")
    shown = text[text.index("iamtutor findings archive") :].split("```text\n")[1].split("```")[0]
    out = findings("two-accounts", "--lang", lang).out
    assert [line for line in shown.splitlines() if line not in out] == []
    assert "710bdc0d16cc" in out
