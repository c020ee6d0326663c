"""The custom policy checks: PASS by proof, FAIL with a request and the statements that grant."""

from __future__ import annotations

import json
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest

import iamtutor
from iamtutor.policy import PolicyDocument, PolicyKind, read_value
from iamtutor.reason import (
    Access,
    Checked,
    CheckResult,
    Reason,
    Relation,
    access_not_granted,
    compare,
    no_new_access,
    no_public_access,
)
from tests.reason.policies import allow, deny, installed_actions, policy

LABELS = Path(iamtutor.__file__).parent.parent.parent / "shared" / "data" / "no-new-access.json"
ANY_WEB_IDENTITY = (
    "aws-samples:resource-policies/role-trust-policies/allowlist-aws-service-principal.md#Candidate policy 2: PASS - "
    "allows AssumeRoleWithWebIdentity access to an OIDC provider. A check for AssumeRoleWithWebIdentity can be "
    "implemented separately, if needed."
)
"""The reference lets ``"Principal": "*"`` do all but sts:AssumeRole. AWS's label takes that to cover the identity
provider that the candidate names. Our evaluator does not: AWS's page on principals says that ``*`` stands for
everyone of AWS and anonymous callers, and an identity provider is let in only where a policy names it as Federated."""
BUCKET = "arn:aws:s3:::b/*"


def indexes(checked: Checked) -> list[int]:
    return [ground.statement.index for ground in checked.grounds]


def kind_of(*documents: dict[str, Any]) -> PolicyKind:
    statements = [each for document in documents for each in _statements(document)]
    if not any("Principal" in each or "NotPrincipal" in each for each in statements):
        return PolicyKind.IDENTITY
    speaks_of_resources = any("Resource" in each or "NotResource" in each for each in statements)
    return PolicyKind.RESOURCE if speaks_of_resources else PolicyKind.TRUST


def _statements(document: dict[str, Any]) -> list[dict[str, Any]]:
    listed = document["Statement"]
    return listed if isinstance(listed, list) else [listed]


@pytest.mark.skipif(not LABELS.exists(), reason="AWS's labelled pairs are not here")
def test_the_labels_of_aws_agree() -> None:
    pairs = json.loads(LABELS.read_text("utf-8"))["pairs"]
    differing = {}
    for pair in pairs:
        kind = kind_of(pair["candidate"], pair["reference"])
        documents = [read_value(pair[name], kind).document for name in ("reference", "candidate")]
        assert None not in documents
        reference, candidate = documents
        checked = no_new_access(reference, candidate, kind, installed_actions())  # type: ignore[arg-type]
        assert checked.way.unknown is None
        if checked.result.value != pair["expect_CheckNoNewAccess"]:
            differing[pair["id"]] = checked
    assert len(pairs) == 108
    assert differing.keys() == {ANY_WEB_IDENTITY}
    witness = differing[ANY_WEB_IDENTITY].way.witness
    assert witness is not None
    assert (witness.request.principal.kind, witness.request.action) == ("provider", "sts:AssumeRoleWithWebIdentity")


def test_new_access_names_every_statement_that_grants_it() -> None:
    reference = policy(allow("s3:Get*", BUCKET))
    candidate = policy(
        allow("s3:GetObject", BUCKET), allow("s3:PutObject", BUCKET), deny("s3:GetObject"), allow("s3:GetObject")
    )
    checked = no_new_access(reference, candidate, PolicyKind.IDENTITY, installed_actions())
    assert checked.result is CheckResult.FAIL
    assert indexes(checked) == [1]  # the third Allow is all denied


def test_no_new_access_passes_where_it_is_proved() -> None:
    checked = no_new_access(
        policy(allow("s3:*")), policy(allow("s3:Get*", BUCKET)), PolicyKind.IDENTITY, installed_actions()
    )
    assert (checked.result, checked.grounds) == (CheckResult.PASS, ())


def test_what_stays_open_fails() -> None:
    pair = policy(allow("s3:Get*", "arn:aws:s3:::*b*c*d/*")), policy(allow("s3:GetObject", "arn:aws:s3:::*c*b*/*"))
    checked = no_new_access(*pair, PolicyKind.IDENTITY, installed_actions(), steps=3)
    assert checked.way.unknown == "budget"
    assert checked.result is CheckResult.FAIL


@pytest.mark.parametrize(
    ("access", "result"),
    [
        (Access(("s3:PutObject",)), "PASS"),
        (Access(("s3:Put*", "s3:G*")), "FAIL"),
        (Access((), ("arn:aws:s3:::c/*",)), "PASS"),
        (Access((), ("arn:aws:s3:::c/*", "arn:aws:s3:::b/pay/*")), "PASS"),
        (Access((), ("arn:aws:s3:::b/1*",)), "FAIL"),
        (Access(("s3:GetObject",), ("arn:aws:s3:::b/1*",)), "FAIL"),
        (Access(("s3:PutObject",), ("arn:aws:s3:::b/1*",)), "PASS"),
        (Access(("s3:NoSuchActionYet",), ("arn:aws:s3:::b/1*",)), "PASS"),
    ],
)
def test_access_that_must_not_be_granted(access: Access, result: str) -> None:
    document = policy(allow("s3:Get*", BUCKET), deny("*", "arn:aws:s3:::b/pay/*"))
    checked = access_not_granted(document, access, PolicyKind.IDENTITY, installed_actions())
    assert checked.result.value == result
    if checked.way.witness is not None:
        assert indexes(checked) == [0]


def test_access_through_a_resource_policy_and_a_trust_policy() -> None:
    everyone = {"Principal": {"AWS": "111122223333"}}
    bucket = policy(allow("s3:GetObject", BUCKET, **everyone), kind=PolicyKind.RESOURCE)
    trust = policy({"Effect": "Allow", "Action": "sts:AssumeRole", **everyone}, kind=PolicyKind.TRUST)
    for document, kind, action in (
        (bucket, PolicyKind.RESOURCE, "s3:GetObject"),
        (trust, PolicyKind.TRUST, "sts:AssumeRole"),
    ):
        results = [
            access_not_granted(document, Access((each,)), kind, installed_actions()).result
            for each in (action, "sqs:SendMessage")
        ]
        assert results == ["FAIL", "PASS"]


def bucket_for(principal: Any, *more: dict[str, Any], **condition: Any) -> PolicyDocument:
    first = {"Sid": "A", **allow("s3:GetObject", BUCKET, Principal=principal)}
    if condition:
        first["Condition"] = condition
    return policy(first, *more, kind=PolicyKind.RESOURCE)


def deny_unless(**condition: Any) -> dict[str, Any]:
    return deny("s3:*", BUCKET, Principal="*", Condition=condition)


PUBLIC = [
    bucket_for("*"),
    bucket_for({"AWS": "*"}),
    bucket_for("*", StringLike={"aws:PrincipalOrgID": "o-*"}),
    bucket_for("*", StringEqualsIfExists={"aws:PrincipalOrgID": "o-a1b2c3d4e5"}),
    bucket_for("*", IpAddress={"aws:SourceIp": ["203.0.113.0/24", "0.0.0.0/1"]}),
    bucket_for("*", NotIpAddress={"aws:SourceIp": "203.0.113.0/24"}),
    bucket_for("*", StringNotEquals={"aws:SourceVpce": "vpce-1"}),
    bucket_for("*", ArnLike={"aws:PrincipalArn": "arn:aws:iam::*:role/admin"}),
    bucket_for("*", StringLike={"aws:PrincipalAccount": "1111*"}),
    bucket_for("*", ArnLike={"aws:SourceArn": "arn:aws:s3:::*"}),
    bucket_for("*", ArnLike={"aws:SourceArn": "arn:aws:sns:*:*:topic"}),
    bucket_for("*", StringEquals={"aws:PrincipalTag/team": "x"}),
    bucket_for("*", Bool={"aws:SecureTransport": "true"}),
    bucket_for(
        "*",
        allow("s3:GetObject", BUCKET, Principal={"Service": "sns.amazonaws.com"}),
        StringLike={"aws:PrincipalTag/team": "*"},
    ),
    bucket_for("*", StringLike={"aws:Referer": "https://example.com/*"}),
    bucket_for("*", **{"ForAllValues:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}}),
    bucket_for("*", deny_unless(Bool={"aws:SecureTransport": "false"})),
]
"""What the page on Block Public Access, or plain logic, calls public."""

PRIVATE = [
    bucket_for({"AWS": "111122223333"}),
    bucket_for({"Service": "sns.amazonaws.com"}),
    bucket_for("*", StringEquals={"aws:PrincipalOrgID": "o-a1b2c3d4e5"}),
    bucket_for("*", IpAddress={"aws:SourceIp": "203.0.113.0/24"}),
    bucket_for("*", StringEquals={"aws:SourceVpce": "vpce-1"}),
    bucket_for("*", ArnLike={"aws:PrincipalArn": "arn:aws:iam::111122223333:role/*"}),
    bucket_for("*", ArnLike={"aws:SourceArn": "arn:aws:sns:*:111122223333:*"}),
    bucket_for("*", StringLike={"aws:userid": "AROAEXAMPLEID:*"}),
    bucket_for("*", **{"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*"}}),
    bucket_for("*", deny_unless(StringNotEquals={"aws:PrincipalOrgID": "o-a1b2c3d4e5"})),
    bucket_for("*", deny("*", BUCKET, Principal="*")),
]
"""Wildcards that a fixed value, or a Deny, takes back."""


@pytest.mark.parametrize("document", PUBLIC)
def test_a_public_policy_fails_with_a_strangers_request(document: PolicyDocument) -> None:
    checked = no_public_access(document, PolicyKind.RESOURCE, installed_actions())
    assert checked.result is CheckResult.FAIL
    assert checked.way.witness is not None
    assert checked.way.witness.request.principal.account not in ("111122223333", "999988887777")
    assert indexes(checked) == [0]


@pytest.mark.parametrize("document", PRIVATE)
def test_a_policy_that_fixes_who_calls_passes(document: PolicyDocument) -> None:
    assert no_public_access(document, PolicyKind.RESOURCE, installed_actions()).result is CheckResult.PASS


def test_a_trust_policy_for_everyone_is_public_also_with_an_external_id() -> None:
    everyone = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}
    for more in ({}, {"Condition": {"StringEquals": {"sts:ExternalId": "x"}}}):
        checked = no_public_access(
            policy({**everyone, **more}, kind=PolicyKind.TRUST), PolicyKind.TRUST, installed_actions()
        )
        assert checked.way.witness is not None
        assert checked.way.witness.request.principal.name == "stranger"


def test_a_stranger_is_of_no_account_that_the_policy_names() -> None:
    named = bucket_for({"AWS": ["222233334444", "arn:aws:iam::333344445555:root"]})
    assert no_public_access(named, PolicyKind.RESOURCE, installed_actions()).result is CheckResult.PASS


ALL_BUT_DEV = {
    "Effect": "Allow",
    "NotPrincipal": {"AWS": "arn:aws:iam::111122223333:user/dev"},
    "Action": "s3:GetObject",
    "Resource": BUCKET,
}
DENY_ALL = deny("s3:*", Principal="*")


def resource_policy(*statements: dict[str, Any]) -> PolicyDocument:
    return policy(*statements, kind=PolicyKind.RESOURCE)


@pytest.mark.parametrize("more", [(), (allow("s3:ListBucket", Principal={"AWS": "111122223333"}),)])
def test_an_allow_with_not_principal_is_never_proved_to_be_closed(more: tuple[dict[str, Any], ...]) -> None:
    """AWS does not support it, and who it lets in is open: reference_policies_elements_notprincipal.html."""
    document = resource_policy(ALL_BUT_DEV, *more)
    asked = Access(actions=("s3:GetObject",))
    for checked in (
        no_public_access(document, PolicyKind.RESOURCE, installed_actions()),
        access_not_granted(document, asked, PolicyKind.RESOURCE, installed_actions()),
        no_new_access(resource_policy(*(more or (DENY_ALL,))), document, PolicyKind.RESOURCE, installed_actions()),
    ):
        assert checked.result is CheckResult.FAIL
        assert checked.way.witness is None
        assert checked.way.unknown is Reason.NOT_PRINCIPAL_ALLOW
        assert indexes(checked) == [0]


def test_an_allow_with_not_principal_below_a_deny_is_closed_however_it_is_read() -> None:
    document = resource_policy(ALL_BUT_DEV, DENY_ALL)
    assert no_public_access(document, PolicyKind.RESOURCE, installed_actions()).result is CheckResult.PASS


def test_a_request_that_goes_through_anyway_is_shown_beside_an_allow_with_not_principal() -> None:
    document = resource_policy(ALL_BUT_DEV, allow("s3:PutObject", BUCKET, Principal="*"))
    checked = no_public_access(document, PolicyKind.RESOURCE, installed_actions())
    assert checked.way.witness is not None
    assert checked.way.witness.request.action == "s3:PutObject"


def test_an_allow_with_not_principal_means_the_same_wherever_it_stands() -> None:
    """Compared with itself it hides nothing; with a Deny taken away it may."""
    documents = [resource_policy(ALL_BUT_DEV), resource_policy(DENY_ALL, ALL_BUT_DEV), resource_policy(DENY_ALL)]
    open_, closed, nothing = documents

    def relation(first: PolicyDocument, second: PolicyDocument) -> Relation:
        return compare(first, second, PolicyKind.RESOURCE, installed_actions()).relation

    assert relation(open_, open_) is Relation.EQUIVALENT
    assert relation(closed, nothing) is Relation.EQUIVALENT
    assert relation(open_, closed) is Relation.UNKNOWN
    assert relation(nothing, open_) is Relation.UNKNOWN


@pytest.mark.parametrize(
    ("operator", "asked", "arn"),
    [
        ("StringLike", {"aws:PrincipalArn": "arn:aws:iam::*:role/x"}, "arn:aws:iam::222233334444:role/x"),
        ("StringLike", {"aws:PrincipalArn": "arn:aws:iam::*:user/dev/*"}, None),
        ("StringEquals", {"aws:username": "kim"}, "arn:aws:iam::222233334444:user/kim"),
        (
            "StringLike",
            {"aws:PrincipalArn": "arn:aws:iam::*:user/dev/*", "aws:username": "kim"},
            "arn:aws:iam::222233334444:user/dev/kim",
        ),
    ],
)
def test_a_stranger_has_the_name_that_its_keys_say(operator: str, asked: dict[str, str], arn: str | None) -> None:
    """aws:PrincipalArn and aws:username follow from the caller: reference_policies_condition-keys.html."""
    document = bucket_for("*", **{operator: asked})
    witness = no_public_access(document, PolicyKind.RESOURCE, installed_actions()).way.witness
    assert witness is not None
    principal, context = witness.request.principal, witness.request.context
    assert context["aws:principalarn"] == principal.arn
    assert context.get("aws:username", principal.name) == principal.name
    assert principal.arn is not None
    assert principal.arn == (arn or principal.arn)
    assert principal.arn.split(":", 5)[5].count(":") == 0


@pytest.mark.parametrize("wide", ["0.0.0.0/1", "0.0.0.0/5", "8.0.0.0/7", "172.0.0.0/7", "128.0.0.0/1"])
def test_a_stranger_does_not_call_from_a_private_network(wide: str) -> None:
    """aws:SourceIp of a request from the internet is never private; PRIVATE_IP_ADDRESS says so of policies."""
    witness = no_public_access(
        bucket_for("*", IpAddress={"aws:SourceIp": wide}), PolicyKind.RESOURCE, installed_actions()
    ).way.witness
    assert witness is not None
    address = ip_address(str(witness.request.context["aws:sourceip"]))
    documentation = ("192.0.2.", "198.51.100.", "203.0.113.")
    assert address.is_global or str(address).startswith(documentation)


def test_a_comparison_names_the_caller_whom_its_keys_describe() -> None:
    named = resource_policy(
        allow("s3:GetObject", BUCKET, Principal="*", Condition={"StringEquals": {"aws:username": "kim"}})
    )
    way = compare(named, resource_policy(DENY_ALL), PolicyKind.RESOURCE, installed_actions()).only_first
    assert way.witness is not None
    assert way.witness.request.principal.name == "kim"
    assert "aws:username" not in way.witness.request.written
