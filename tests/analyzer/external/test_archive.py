"""Archive rules, the status from run to run, and previews."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from iamtutor.analyzer.external import Analysis, ExternalFinding, OpenQuestion, OpenReason, ZoneKind
from iamtutor.analyzer.external.archive_rules import ArchiveRule, Criterion
from iamtutor.analyzer.external.preview import ChangeType, changes
from iamtutor.analyzer.external.read_rules import read_rules
from iamtutor.analyzer.external.state import State, Status, UnknownFindingError, known_id, marked, updated
from iamtutor.analyzer.external.state_json import StateError, read_state, state_json
from iamtutor.cloud import ContentError, load_yaml
from tests.analyzer.external.worlds import ACME, BOX, PARTNER, Json, allow, analysed, found, with_bucket, with_role

PUBLIC = allow("*", condition={"StringEquals": {"aws:PrincipalTag/team": "data"}})
SHARED = allow({"AWS": f"arn:aws:iam::{PARTNER}:root"})


def run(state: State, *statements: Json, rules: tuple[ArchiveRule, ...] = ()) -> State:
    return updated(state, analysed(with_bucket(*statements)), rules, [ACME])


def statuses(state: State) -> list[Status]:
    return [kept.status for kept in state.values()]


def rule(**criteria: Criterion) -> ArchiveRule:
    return ArchiveRule("rule", {key.replace("_", "."): each for key, each in criteria.items()})


@pytest.mark.parametrize(
    ("key", "criterion", "takes"),
    [
        ("principal.AWS", Criterion(eq=(PARTNER,)), True),
        ("principal.AWS", Criterion(eq=(f"arn:aws:iam::{PARTNER}:root",)), True),
        ("principal.AWS", Criterion(neq=(PARTNER,)), False),
        ("principal.Federated", Criterion(exists=False), True),
        ("principal.Federated", Criterion(exists=True), False),
        ("principal.Federated", Criterion(neq=("x",)), True),
        ("resource", Criterion(contains=("nowhere", ":box")), True),
        ("resource", Criterion(eq=("arn:aws:s3:::other",)), False),
        ("resourceType", Criterion(eq=("AWS::IAM::Role", "AWS::S3::Bucket")), True),
        ("resourceOwnerAccount", Criterion(eq=(ACME,)), True),
        ("isPublic", Criterion(eq=("true",)), False),
        ("isPublic", Criterion(eq=("false",)), True),
        ("condition.aws:SourceIp", Criterion(exists=False), True),
        ("condition.aws:PrincipalTag/team", Criterion(eq=("data",)), False),
    ],
)
def test_a_criterion(key: str, criterion: Criterion, takes: bool) -> None:
    (finding,) = found(with_bucket(SHARED))
    assert ArchiveRule("rule", {key: criterion}).takes(finding) is takes


def test_a_condition_is_asked_whatever_the_case_of_its_key() -> None:
    (finding,) = found(with_bucket(PUBLIC))
    assert rule(**{"condition.AWS:principaltag/TEAM": Criterion(eq=("data",))}).takes(finding)


def test_every_criterion_must_hold() -> None:
    (finding,) = found(with_bucket(SHARED))
    good, bad = Criterion(eq=("false",)), Criterion(eq=("AWS::IAM::Role",))
    assert not rule(isPublic=good, resourceType=bad).takes(finding)


def test_rules_archive_and_access_that_goes_is_resolved_and_comes_back_active() -> None:
    partner = rule(principal_AWS=Criterion(eq=(PARTNER,)))
    first = run({}, PUBLIC, SHARED, rules=(partner,))
    assert statuses(first) == [Status.ACTIVE, Status.ARCHIVED]
    assert [kept.rule for kept in first.values()] == [None, "rule"]
    assert statuses(run(first, PUBLIC, SHARED)) == [Status.ACTIVE, Status.ARCHIVED]
    gone = run(first, SHARED)
    assert sorted(statuses(gone)) == [Status.ARCHIVED, Status.RESOLVED]
    assert sorted(statuses(run(gone, PUBLIC, SHARED))) == [Status.ACTIVE, Status.ARCHIVED]


def test_what_a_person_says_holds_against_rules_until_the_access_is_gone() -> None:
    partner = rule(principal_AWS=Criterion(eq=(PARTNER,)))
    state = run({}, SHARED, rules=(partner,))
    (identifier,) = state
    state = marked(state, identifier[:5], Status.ACTIVE)
    state = run(state, SHARED, rules=(partner,))
    assert statuses(state) == [Status.ACTIVE]
    state = run(state, rules=(partner,))
    assert statuses(state) == [Status.RESOLVED]
    with pytest.raises(UnknownFindingError):
        marked(state, identifier, Status.ARCHIVED)
    assert statuses(run(state, SHARED, rules=(partner,))) == [Status.ARCHIVED]


def test_only_what_was_looked_at_is_resolved() -> None:
    state = run({}, SHARED)
    assert statuses(updated(state, Analysis(()), (), ["999999999999"])) == [Status.ACTIVE]
    (finding,) = found(with_bucket(SHARED))
    unproved = OpenQuestion(BOX, finding.principal, finding.statements[0], OpenReason.BUDGET)
    assert statuses(updated(state, Analysis((), (unproved,)), (), [ACME])) == [Status.ACTIVE]


def test_a_beginning_must_be_of_one_id_only() -> None:
    state = run({}, PUBLIC, SHARED)
    with pytest.raises(UnknownFindingError) as refused:
        known_id({"ab": next(iter(state.values())), "ac": next(iter(state.values()))}, "a")
    assert refused.value.several == ("ab", "ac")
    with pytest.raises(UnknownFindingError):
        known_id(state, "")


def test_the_state_survives_its_file() -> None:
    state = run({}, PUBLIC, SHARED, rules=(rule(principal_AWS=Criterion(eq=(PARTNER,))),))
    state = marked(state, next(iter(state)), Status.ARCHIVED)
    value = json.loads(json.dumps(state_json(state, ZoneKind.ORGANIZATION)))
    assert read_state(value) == (ZoneKind.ORGANIZATION, state)


@pytest.mark.parametrize(
    ("value", "part"),
    [
        ([], "version"),
        ({"version": 2}, "version"),
        ({"version": 1, "zone": "moon"}, "zone"),
        ({"version": 1, "zone": "account", "findings": []}, "findings"),
        ({"version": 1, "zone": "account", "findings": {"a": 1}}, "findings.a"),
        ({"version": 1, "zone": "account", "findings": {"a": {"status": "ACTIVE"}}}, "findings.a"),
        (
            {
                "version": 1,
                "zone": "account",
                "findings": {
                    "a": {"status": "GONE", "resource": "r", "resourceOwnerAccount": "1", "principal": {"AWS": "*"}}
                },
            },
            "findings.a",
        ),
    ],
)
def test_what_is_no_state_is_refused(value: Json, part: str) -> None:
    with pytest.raises(StateError, match=part):
        read_state(value)


def read_text(tmp_path: Path, text: str) -> tuple[ArchiveRule, ...]:
    file = tmp_path / "rules.yaml"
    file.write_text(text, encoding="utf-8")
    return read_rules(*load_yaml(file))


def test_rules_are_read(tmp_path: Path) -> None:
    text = "- name: partner\n  filter:\n    principal.AWS: {eq: ['444455556666']}\n    isPublic: {neq: ['true']}\n"
    (one,) = read_text(tmp_path, text)
    assert one == ArchiveRule(
        "partner", {"principal.AWS": Criterion(eq=(PARTNER,)), "isPublic": Criterion(neq=("true",))}
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("- name: a\n  filter:\n    colour: {eq: [red]}\n", "external.unknown-criterion", 3),
        ("- name: a\n  filter:\n    resource: {}\n", "external.empty-criterion", 3),
        (
            "- name: a\n  filter: {resource: {exists: true}}\n- name: a\n  filter: {resource: {exists: true}}\n",
            "external.rule-twice",
            3,
        ),
        ("- name: a\n  filter:\n    resource: {like: [x]}\n", "cloud.shape-unknown-key", 3),
        ("- name: a\n", "cloud.shape-missing", 1),
        ("- name: a\n  filter:\n    resource: {eq: []}\n", "cloud.shape-too-few", 3),
    ],
)
def test_rules_that_are_wrong_say_where(tmp_path: Path, text: str, code: str, line: int) -> None:
    with pytest.raises(ContentError) as refused:
        read_text(tmp_path, text)
    finding = refused.value.findings[0]
    assert finding.code.startswith(code)
    assert finding.arguments["at"] == line


def test_a_preview_tells_new_changed_unchanged_and_resolved() -> None:
    before = analysed(with_bucket(PUBLIC, SHARED, allow({"AWS": f"arn:aws:iam::{PARTNER}:user/kim"})))
    more = allow({"AWS": f"arn:aws:iam::{PARTNER}:root"}, ["s3:GetObject", "s3:PutObject"])
    after = analysed(with_bucket(PUBLIC, more, allow({"AWS": f"arn:aws:iam::{PARTNER}:role/app"})))
    found_changes = {(change.finding.principal.value, change.type) for change in changes(before, after)}
    assert found_changes == {
        ("*", ChangeType.UNCHANGED),
        (f"arn:aws:iam::{PARTNER}:root", ChangeType.CHANGED),
        (f"arn:aws:iam::{PARTNER}:role/app", ChangeType.NEW),
        (f"arn:aws:iam::{PARTNER}:user/kim", ChangeType.RESOLVED),
    }


def test_public_where_it_was_shared_is_a_change() -> None:
    shared, public = with_bucket(allow("*"), {**DENY_OUTSIDE}), with_bucket(allow("*"))
    (change,) = changes(analysed(shared), analysed(public))
    assert (change.type, change.before is not None and change.before.public, change.finding.public) == (
        ChangeType.CHANGED,
        False,
        True,
    )


DENY_OUTSIDE: Json = {
    "Effect": "Deny",
    "Principal": "*",
    "Action": "s3:*",
    "Resource": [BOX, f"{BOX}/*"],
    "Condition": {"StringNotEquals": {"aws:PrincipalAccount": PARTNER}},
}


def test_a_finding_of_another_resource_has_another_id() -> None:
    trust = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{PARTNER}:root"}, "Action": "sts:AssumeRole"}
    findings: tuple[ExternalFinding, ...] = (*found(with_bucket(SHARED)), *found(with_role(trust)))
    assert len({finding.id for finding in findings}) == 2
