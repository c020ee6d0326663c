"""Whole trails: whose calls count, what is kept out, what is told."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iamtutor.access import Principal, Request, decide
from iamtutor.analyzer import Level, Options, Scope, ScopeError, generate, moment
from iamtutor.analyzer.generation.policy_document import without_covered
from iamtutor.analyzer.generation.proof import policies_of, prove
from iamtutor.analyzer.generation.replay_log import ReplayLog
from iamtutor.analyzer.generation.resource_set import Origin
from iamtutor.policy import read_value
from tests.analyzer.trails import (
    ACCOUNT,
    ROLE,
    SESSION,
    USER,
    catalog,
    document,
    generated,
    pairs,
    record,
    session,
    trail_file,
    user,
)


def get(key: str = "1", **more: Any) -> dict[str, Any]:
    return record("s3", "GetObject", {"bucketName": "reports", "key": key}, **more)


@pytest.mark.parametrize(
    ("identity", "principal", "counts"),
    [
        (session(), ROLE, True),
        (session(), SESSION, True),
        (session(f"arn:aws:sts::{ACCOUNT}:assumed-role/deploy/other"), SESSION, False),
        (session(role=f"arn:aws:iam::{ACCOUNT}:role/deploy"), ROLE, False),
        ({"type": "AssumedRole", "arn": SESSION}, ROLE, True),
        (user(), USER, True),
        (user(f"arn:aws:iam::{ACCOUNT}:user/team/dev"), USER, False),
        ({"type": "IAMUser", "userName": "dev", "accountId": ACCOUNT}, USER, True),
        ({"type": "FederatedUser", "arn": f"arn:aws:sts::{ACCOUNT}:federated-user/x", "sessionContext": {"sessionIssuer": {"arn": USER}}}, USER, True),
        ({"type": "Root", "arn": f"arn:aws:iam::{ACCOUNT}:root", "accountId": ACCOUNT}, USER, False),
        ({"type": "AWSService", "invokedBy": "ec2.amazonaws.com"}, ROLE, False),
        ({"type": "WebIdentityUser", "userName": "dev", "identityProvider": "accounts.google.com"}, USER, False),
        ({"type": "AWSAccount", "principalId": "AROAEXAMPLE:ci-1", "accountId": "444455556666"}, ROLE, False),
        (None, USER, False),
    ],
)  # fmt: skip
def test_whose_calls_count(identity: Any, principal: str, counts: bool) -> None:
    found = generated(get(userIdentity=identity), principal=principal)
    assert found.counts.matched == counts
    assert pairs(found) == ({("s3:GetObject", "arn:aws:s3:::reports/1")} if counts else set())


@pytest.mark.parametrize(
    "arn", ["", "dev", "arn:aws:iam::111122223333:group/x", "arn:aws:s3:::b", "arn:aws:iam::1:user/x"]
)
def test_no_policy_for_what_is_no_principal(arn: str) -> None:
    with pytest.raises(ScopeError):
        Scope.parse(arn)
    with pytest.raises(ScopeError, match="root"):
        Scope.parse(f"arn:aws:iam::{ACCOUNT}:root")


@pytest.mark.parametrize("code", ["AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "Client.UnauthorizedOperation", "KMSAccessDeniedException", "NotAuthorized"])  # fmt: skip
def test_denied_calls_are_set_apart(code: str) -> None:
    found = generated(get("1"), get("2", errorCode=code))
    assert pairs(found) == {("s3:GetObject", "arn:aws:s3:::reports/1")}
    assert found.denied["s3:GetObject"].count == 1
    assert found.counts.denied == 1


def test_calls_that_failed_otherwise_count_where_that_is_asked() -> None:
    failing = record("s3", "HeadObject", {"bucketName": "reports", "key": "gone"}, errorCode="NoSuchKey")
    assert generated(failing).policy is None
    assert list(generated(failing).failed) == ["s3:GetObject"]
    assert generated(failing, with_failed=True).counts.used == 1
    assert pairs(generated(failing, with_failed=True)) == {("s3:GetObject", "arn:aws:s3:::reports/gone")}


def test_what_cannot_be_mapped_is_told_with_its_place() -> None:
    found = generated(
        get(), record("brandnew", "DoThing"), record("brandnew", "DoThing"), record("sts", "GetCallerIdentity")
    )
    assert [(each.source, each.events, each.place.number) for each in found.unmapped] == [
        ("brandnew.amazonaws.com", 2, 2)
    ]
    assert [each.name for each in found.free] == ["GetCallerIdentity"]


def test_the_period_is_kept() -> None:
    events = [get(str(day), eventTime=f"2026-01-{day}T12:00:00Z") for day in (10, 11, 12)]
    found = generated(*events, since=moment("2026-01-11"), until=moment("2026-01-11", end=True))
    assert pairs(found) == {("s3:GetObject", "arn:aws:s3:::reports/11")}
    assert moment("2026-01-11T09:00:00+09:00") == "2026-01-11T00:00:00Z"
    undated = generated(get(eventTime=None), since=moment("2026-01-11"))
    assert undated.policy is None
    assert "generation.limit-undated" in [limit.code for limit in undated.limits]


def test_actions_alone_or_with_their_resources() -> None:
    found = generated(get(), record("s3", "ListBuckets"), level=Level.ACTION)
    assert found.policy is not None
    assert found.policy["Statement"] == [
        {"Effect": "Allow", "Action": ["s3:GetObject", "s3:ListAllMyBuckets"], "Resource": "*"}
    ]
    assert found.proof is not None
    assert found.proof.holds


def test_actions_with_the_same_resources_share_a_statement() -> None:
    acl = record("s3", "GetObjectAcl", {"bucketName": "reports", "key": "1"})
    found = generated(get(), acl, record("s3", "ListObjects", {"bucketName": "reports"}))
    assert found.policy is not None
    assert [statement["Action"] for statement in found.policy["Statement"]] == [
        ["s3:GetObject", "s3:GetObjectAcl"],
        "s3:ListBucket",
    ]


def test_a_pattern_that_another_covers_is_not_written_but_one_always_stays() -> None:
    assert without_covered(["x/a", "x/*", "y"]) == ("x/*", "y")
    assert without_covered(["x/?-*", "x/*-*"]) == ("x/*-*",)
    assert without_covered(["x/a?", "x/ab"]) == ("x/a?", "x/ab")


def test_every_event_counts_in_the_proof() -> None:
    found = generated(
        get(), get(), get("2"), record("s3", "CopyObject", {"bucketName": "b", "key": "k", "x-amz-copy-source": "b/k"})
    )
    assert found.proof is not None
    assert (found.proof.events, found.proof.requests) == (5, 4)
    assert found.uses["s3:GetObject"].count == 4


def test_a_region_that_is_none_leaves_the_resource_open() -> None:
    found = generated(record("dynamodb", "Query", {"tableName": "orders"}, awsRegion="*"))
    assert [each.origin for each in found.uses["dynamodb:Query"].resources()] == [Origin.OPEN]


def test_wildcards_stand_only_where_they_allow_nothing_more() -> None:
    used = [action.partition(":")[2] for action in catalog().expand("ec2:DescribeSecurityGroup*")]
    found = generated(
        *(record("ec2", name) for name in ("CreateSecurityGroup", *used)), grouped=True, level=Level.ACTION
    )
    assert found.policy is not None
    actions = found.policy["Statement"][0]["Action"]
    assert actions[0] == "ec2:CreateSecurityGroup"
    assert actions[1].endswith("*")
    assert set(catalog().expand(actions[1])) == {f"ec2:{name}" for name in used}
    assert found.proof is not None
    assert found.proof.holds
    assert pairs(generated(record("ec2", used[0]), grouped=True, level=Level.ACTION)) == {(f"ec2:{used[0]}", "*")}


def test_conditions_come_from_what_never_changed() -> None:
    same = [get("1"), get("2", sourceIPAddress="203.0.113.8"), record("s3", "ListBuckets", awsRegion="us-east-1")]
    found = generated(*same, conditions=True)
    assert found.policy is not None
    conditions = {statement["Action"]: statement["Condition"] for statement in found.policy["Statement"]}
    assert conditions == {
        "s3:GetObject": {"StringEquals": {"aws:RequestedRegion": "ap-northeast-2"}},
        "s3:ListAllMyBuckets": {
            "IpAddress": {"aws:SourceIp": "203.0.113.7/32"},
            "StringEquals": {"aws:RequestedRegion": "us-east-1"},
        },
    }
    assert found.proof is not None
    assert found.proof.holds


@pytest.mark.parametrize(
    ("more", "condition"),
    [
        (
            {"vpcEndpointId": "vpce-0abc", "sourceIPAddress": "10.0.0.5"},
            {"StringEquals": {"aws:SourceVpce": "vpce-0abc"}},
        ),
        ({"sourceIPAddress": "2001:DB8::1"}, {"IpAddress": {"aws:SourceIp": "2001:db8::1/128"}}),
        ({"sourceIPAddress": "athena.amazonaws.com"}, {}),
        ({"sourceIPAddress": None}, {}),
    ],
)
def test_conditions_on_the_network(more: dict[str, Any], condition: dict[str, Any]) -> None:
    found = generated(get(awsRegion=None, **more), conditions=True)
    assert found.policy is not None
    assert found.policy["Statement"][0].get("Condition", {}) == condition
    assert found.proof is not None
    assert found.proof.holds


def test_too_many_resources_are_written_as_what_they_have_in_common_whatever_their_order() -> None:
    events = [get(f"2026/{n}/x.csv") for n in range(12)]
    forth, back = (generated(*listed, most_resources=5) for listed in (events, events[::-1]))
    assert pairs(forth) == pairs(back) == {("s3:GetObject", "arn:aws:s3:::reports/*")}
    assert [each.origin for each in forth.uses["s3:GetObject"].resources()] == [Origin.SHORTENED]
    below = generated(*(get(f"2026/01/{n}") for n in range(12)), most_resources=5)
    assert pairs(below) == {("s3:GetObject", "arn:aws:s3:::reports/2026/01/*")}
    buckets = [record("s3", "GetObject", {"bucketName": f"b{n}", "key": "k"}) for n in range(12)]
    assert pairs(generated(*buckets, most_resources=5)) == {("s3:GetObject", "arn:aws:s3:::*")}


def test_a_proof_notices_what_is_missing_and_what_is_too_much() -> None:
    wrong = {
        "Effect": "Allow",
        "Action": ["s3:GetObject", "s3:PutObject"],
        "Resource": ["arn:aws:s3:::reports/1", "arn:aws:s3:::other/*"],
    }
    policy = read_value({"Version": "2012-10-17", "Statement": [wrong]}).document
    assert policy is not None
    with ReplayLog(with_context=False) as log:
        files = [trail_file(document([get("1"), get("2")]))]
        found = generate(files, Scope.parse(ROLE), catalog(), Options())
        assert found.proof is not None
        assert found.proof.holds
        from iamtutor.analyzer.generation.event import Place, read_event
        from iamtutor.analyzer.generation.events import Mapper
        from iamtutor.analyzer.generation.needs import Needs

        for number, value in enumerate((get("1"), get("2"))):
            event = read_event(value, Place("t", 1, number))
            assert event is not None
            mapped = Mapper(catalog()).mapped(event.source, event.name)
            assert mapped is not None
            for need in Needs(catalog(), Scope.parse(ROLE)).of(event, mapped):
                log.write(event, need)
        proof = prove(policy, log.replays(), Scope.parse(ROLE), catalog())
    assert [each.resource for each in proof.refused] == ["arn:aws:s3:::reports/2"]
    assert set(proof.unwitnessed) == {
        ("s3:GetObject", "arn:aws:s3:::other/*"),
        ("s3:PutObject", "arn:aws:s3:::reports/1"),
        ("s3:PutObject", "arn:aws:s3:::other/*"),
    }
    assert proof.unseen == ("s3:PutObject",)
    assert not proof.holds


def test_a_policy_across_accounts_and_for_keys_is_proven_on_the_callers_side() -> None:
    key = "arn:aws:kms:ap-northeast-2:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab"
    found = generated(
        record("kms", "Decrypt", None, resources=[{"ARN": key}]), record("sts", "AssumeRole", {"roleArn": ROLE})
    )
    assert found.proof is not None
    assert found.proof.holds
    policy = read_value(found.policy).document
    assert policy is not None
    other = Request(Principal.parse(ROLE), "kms:Encrypt", key)
    assert not decide(other, policies_of(policy, Scope.parse(ROLE))).allowed


def test_a_policy_for_a_federated_user_is_proven_as_its_session_policy() -> None:
    arn = f"arn:aws:sts::{ACCOUNT}:federated-user/guest"
    found = generated(get(userIdentity={"type": "FederatedUser", "arn": arn, "accountId": ACCOUNT}), principal=arn)
    assert pairs(found) == {("s3:GetObject", "arn:aws:s3:::reports/1")}
    assert found.proof is not None
    assert found.proof.holds


def test_what_the_trail_cannot_show_is_said() -> None:
    create = record(
        "lambda", "CreateFunction20150331", {"functionName": "f", "role": f"arn:aws:iam::{ACCOUNT}:role/app"}
    )
    grant = record("kms", "CreateGrant", {"granteePrincipal": ROLE, "keyId": "1234abcd-12ab-34cd-56ef-1234567890ab"})
    run = record("ec2", "RunInstances", {"iamInstanceProfile": {"name": "app-profile"}})
    assert [each.role for each in generated(run, grant).passed_roles] == ["app-profile"]
    found = generated(create, get(), get(userIdentity={"type": "AWSAccount", "accountId": "444455556666"}))
    codes = {limit.code: limit for limit in found.limits}
    assert codes["generation.limit-data"].names == ("lambda",)
    assert codes["generation.limit-pass-role"].names == (f"arn:aws:iam::{ACCOUNT}:role/app",)
    assert codes["generation.limit-other-accounts"].number == 1
    named = record("s3", "GetBucketTagging", {"bucketName": "reports"})
    assert silent_services(named) == ("s3",)
    assert silent_services(named, get(managementEvent=False)) == ()


def silent_services(*records: dict[str, Any]) -> tuple[str, ...]:
    limits = {limit.code: limit.names for limit in generated(*records).limits}
    return limits.get("generation.limit-data", ())


@pytest.mark.parametrize(
    "more",
    [{}, {"errorCode": "AccessDenied"}, {"userIdentity": user(f"arn:aws:iam::{ACCOUNT}:user/somebody")}],
)
def test_a_trail_that_holds_a_data_event_logs_them(more: dict[str, Any]) -> None:
    """logging-data-events-with-cloudtrail: GetObject and Invoke are recorded only where data events are logged."""
    named = record("s3", "GetBucketTagging", {"bucketName": "reports"})
    function = record("lambda", "GetFunction20150331v2", {"functionName": "f"})
    assert silent_services(named, function) == ("lambda", "s3")
    invoke = record("lambda", "Invoke", {"functionName": "f"}, **more)
    assert silent_services(named, function, get(**more), invoke) == ()


def test_a_call_on_several_resources_is_one_call() -> None:
    """RunInstances needs the image, the subnet and more: one call all the same (list_amazonec2.html)."""
    parameters = {"instancesSet": {"items": [{"imageId": "ami-0abc", "minCount": 1}]}, "subnetId": "subnet-0abc"}
    run = record("ec2", "RunInstances", parameters, errorCode="Client.UnauthorizedOperation")
    use = generated(run).denied["ec2:RunInstances"]
    assert use.count == 1
    assert len(use.resources()) > 1


def test_records_in_envelopes_are_read() -> None:
    inner = json.dumps(get("1"))
    events = [
        {"EventId": "x", "CloudTrailEvent": inner},
        {"message": inner},
        {"version": "0", "detail-type": "AWS API Call via CloudTrail", "detail": get("1")},
    ]
    assert generated(*events).counts.matched == 3


def test_broken_records_and_other_objects_are_told_and_the_rest_counts() -> None:
    text = "\n".join(
        [json.dumps(get("1")), '{"eventVersion": oops}', '{"hello": 1}', '{"message": "{"}', json.dumps(get("2"))]
    )
    found = generate([trail_file(text, "t.jsonl")], Scope.parse(ROLE), catalog())
    assert pairs(found) == {("s3:GetObject", f"arn:aws:s3:::reports/{n}") for n in (1, 2)}
    told = [(finding.code, finding.source, finding.arguments["at"]) for finding in found.problems]
    assert told == [
        ("generation.not-json", "t.jsonl", 2),
        ("generation.no-record", "t.jsonl", 3),
        ("generation.no-record", "t.jsonl", 4),
    ]
