"""What is external, public or shared: each case names the page of AWS's documentation that it follows."""

from __future__ import annotations

import json
from typing import NamedTuple

import pytest

from iamtutor.analyzer.external import Openness, OpenReason, ZoneKind
from iamtutor.cloud import Slot, SlotType, World, read_world
from iamtutor.policy import PolicyKind, read
from tests.analyzer.external.worlds import (
    ACME,
    OTHER,
    OWN,
    PARTNER,
    SISTER,
    Json,
    allow,
    analysed,
    deny,
    found,
    policy,
    with_bucket,
    with_key,
    with_resource,
    with_role,
)

GUIDE = "https://docs.aws.amazon.com/IAM/latest/UserGuide/"
FINDINGS = f"{GUIDE}access-analyzer-findings.html"
RESOURCES = f"{GUIDE}access-analyzer-resources.html"
PRINCIPAL = f"{GUIDE}reference_policies_elements_principal.html"
NOT_PRINCIPAL = f"{GUIDE}reference_policies_elements_notprincipal.html"
KEYS = f"{GUIDE}reference_policies_condition-keys.html"
BLOCK = "https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html"
RCP = "https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html"
EXTERNAL_ID = f"{GUIDE}id_roles_common-scenarios_third-party.html"
OIDC = f"{GUIDE}id_roles_create_for-idp_oidc.html"
SAML = f"{GUIDE}id_roles_create_for-idp_saml.html"
KMS = "https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html"
DEPUTY = f"{GUIDE}confused-deputy.html"
LOGIC = f"{GUIDE}reference_policies_evaluation-logic_policy-eval-denyallow.html"
URL = "https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html"

EVERYBODY, NARROWED, ACCOUNT = Openness.EVERYBODY, Openness.NARROWED, Openness.ACCOUNT
IDENTITY, PROVIDER = Openness.IDENTITY, Openness.PROVIDER
GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"
SUB = "token.actions.githubusercontent.com:sub"
QUEUE = f"arn:aws:sqs:us-east-1:{ACME}:box"
TOPIC = f"arn:aws:sns:us-east-1:{ACME}:box"
FUNCTION = f"arn:aws:lambda:us-east-1:{ACME}:function:box"
SECRET = f"arn:aws:secretsmanager:us-east-1:{ACME}:secret:box-a1b2c3"
NOWHERE: list[Openness] = []


class Case(NamedTuple):
    page: str
    world: World
    account: list[Openness]
    """What each finding is with the account as the zone of trust."""
    organization: list[Openness]
    """And with the organisation."""


def same(page: str, made: World, *each: Openness) -> Case:
    return Case(page, made, list(each), list(each))


def equals(key: str, *values: str) -> Json:
    return {"StringEquals": {key: list(values)}}


def only_own_organization(principal: str = "*") -> Json:
    return deny(principal, condition={"StringNotEqualsIfExists": {"aws:PrincipalOrgID": OWN}})


CASES = {
    "public by the star": same(PRINCIPAL, with_bucket(allow("*")), EVERYBODY),
    "public by the star of AWS": same(PRINCIPAL, with_bucket(allow({"AWS": "*"})), EVERYBODY),
    "only those who sign nothing": same(
        PRINCIPAL, with_bucket(allow("*", condition={"Null": {"aws:PrincipalArn": "true"}})), EVERYBODY
    ),
    "closed by Block Public Access": same(BLOCK, with_bucket(allow("*"), block_public_access=True)),
    "one public statement closes the others too": same(
        BLOCK, with_bucket(allow("*"), allow({"AWS": PARTNER}), block_public_access=True)
    ),
    "Block Public Access leaves a policy that is not public": same(
        BLOCK, with_bucket(allow({"AWS": PARTNER}), block_public_access=True), ACCOUNT
    ),
    "own organisation": Case(
        KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalOrgID", OWN))), [NARROWED], NOWHERE
    ),
    "another organisation": same(
        KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalOrgID", OTHER))), NARROWED
    ),
    "any organisation": same(
        KEYS, with_bucket(allow("*", condition={"StringLike": {"aws:PrincipalOrgID": "o-*"}})), EVERYBODY
    ),
    "a path of the own organisation": Case(
        KEYS,
        with_bucket(allow("*", condition={"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": f"{OWN}/*"}})),
        [NARROWED],
        NOWHERE,
    ),
    "the organisation of the resource": Case(
        KEYS,
        with_bucket(allow("*", condition=equals("aws:PrincipalOrgID", "${aws:ResourceOrgID}"))),
        [NARROWED],
        NOWHERE,
    ),
    "the account of the resource": same(
        KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalAccount", "${aws:ResourceAccount}")))
    ),
    "a tag that anybody can set": same(
        KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalTag/team", "data"))), EVERYBODY
    ),
    "one VPC endpoint": same(
        RESOURCES, with_bucket(allow("*", condition=equals("aws:SourceVpce", "vpce-0abc"))), NARROWED
    ),
    "an endpoint of the world": same(
        RESOURCES, with_bucket(allow("*", condition=equals("aws:SourceVpce", "vpce-1"))), NARROWED
    ),
    "every address but one network": same(
        BLOCK, with_bucket(allow("*", condition={"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}})), EVERYBODY
    ),
    "a narrow network": same(
        BLOCK, with_bucket(allow("*", condition={"IpAddress": {"aws:SourceIp": "203.0.113.0/24"}})), NARROWED
    ),
    "a network of eight bits is narrow": same(
        BLOCK, with_bucket(allow("*", condition={"IpAddress": {"aws:SourceIp": "8.0.0.0/8"}})), NARROWED
    ),
    "half of all addresses": same(
        BLOCK, with_bucket(allow("*", condition={"IpAddress": {"aws:SourceIp": "0.0.0.0/1"}})), EVERYBODY
    ),
    "a network only where it shows": same(
        BLOCK, with_bucket(allow("*", condition={"IpAddressIfExists": {"aws:SourceIp": "203.0.113.0/24"}})), EVERYBODY
    ),
    "one account by condition": same(
        KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalAccount", PARTNER))), NARROWED
    ),
    "the own account by condition": same(KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalAccount", ACME)))),
    "another member by condition": Case(
        KEYS, with_bucket(allow("*", condition=equals("aws:PrincipalAccount", SISTER))), [NARROWED], NOWHERE
    ),
    "one role by its ARN": same(
        KEYS,
        with_bucket(allow("*", condition={"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{PARTNER}:role/app"}})),
        NARROWED,
    ),
    "a role of that name in any account": same(
        BLOCK,
        with_bucket(allow("*", condition={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}})),
        EVERYBODY,
    ),
    "account and ARN that never agree": same(
        KEYS,
        with_bucket(
            allow(
                "*",
                condition={
                    "StringEquals": {"aws:PrincipalAccount": PARTNER},
                    "ArnLike": {"aws:PrincipalArn": "arn:aws:iam::777788889999:role/*"},
                },
            )
        ),
    ),
    "a key that is there and is not": same(
        KEYS,
        with_bucket(
            allow("*", condition={"Null": {"aws:SourceVpce": "true"}, "StringLike": {"aws:SourceVpce": "vpce-*"}})
        ),
    ),
    "an account": same(FINDINGS, with_bucket(allow({"AWS": PARTNER})), ACCOUNT),
    "an account by its root": same(FINDINGS, with_bucket(allow({"AWS": f"arn:aws:iam::{PARTNER}:root"})), ACCOUNT),
    "a user": same(FINDINGS, with_bucket(allow({"AWS": f"arn:aws:iam::{PARTNER}:user/kim"})), IDENTITY),
    "a session": same(PRINCIPAL, with_bucket(allow({"AWS": f"arn:aws:sts::{PARTNER}:assumed-role/app/run"})), IDENTITY),
    "another member": Case(FINDINGS, with_bucket(allow({"AWS": SISTER})), [ACCOUNT], NOWHERE),
    "the own account and its user": same(
        FINDINGS, with_bucket(allow({"AWS": [ACME, f"arn:aws:iam::{ACME}:user/dev"]}))
    ),
    "services are silent": same(FINDINGS, with_bucket(allow({"Service": "logging.s3.amazonaws.com"}))),
    "two principals, two findings": same(
        FINDINGS,
        with_bucket(allow({"AWS": [PARTNER, "arn:aws:iam::777788889999:root"]})),
        ACCOUNT,
        ACCOUNT,
    ),
    "two statements, one finding": same(
        FINDINGS, with_bucket(allow({"AWS": PARTNER}), allow({"AWS": PARTNER}, "s3:ListBucket")), ACCOUNT
    ),
    "an action on no resource of its own": same(
        RESOURCES, with_bucket(allow({"AWS": PARTNER}, "s3:ListBucket", Resource="arn:aws:s3:::box/*"))
    ),
    "another bucket's ARN": same(RESOURCES, with_bucket(allow("*", Resource="arn:aws:s3:::other/*"))),
    "Deny takes all of it back": same(LOGIC, with_bucket(allow("*"), deny("*"))),
    "Deny takes some actions back": same(
        LOGIC, with_bucket(allow("*", ["s3:GetObject", "s3:PutObject"]), deny("*", "s3:PutObject")), EVERYBODY
    ),
    "Deny of everybody outside the organisation": Case(
        LOGIC, with_bucket(allow("*"), only_own_organization()), [NARROWED], NOWHERE
    ),
    "Deny outside one network": same(
        BLOCK,
        with_bucket(allow("*"), deny("*", condition={"NotIpAddress": {"aws:SourceIp": "203.0.113.0/24"}})),
        NARROWED,
    ),
    "Deny of one account leaves everybody else": same(
        LOGIC, with_bucket(allow("*"), deny({"AWS": PARTNER})), EVERYBODY
    ),
    "two users by condition, one of them denied": same(
        KEYS,
        with_bucket(
            allow("*", condition={"StringLike": {"aws:PrincipalArn": [f"arn:aws:iam::{PARTNER}:user/kim", "*/lee"]}}),
            deny({"AWS": f"arn:aws:iam::{PARTNER}:user/kim"}),
            deny("*", condition={"StringNotEquals": {"aws:PrincipalAccount": PARTNER}}),
        ),
        NARROWED,
    ),
    "Deny for all but one user": same(
        NOT_PRINCIPAL,
        with_bucket(
            allow("*"), deny({"AWS": [f"arn:aws:iam::{PARTNER}:user/kim", f"arn:aws:iam::{PARTNER}:root"]}, other=True)
        ),
        NARROWED,
    ),
    "Deny for all but one's own": same(
        NOT_PRINCIPAL,
        with_bucket(
            allow("*"), deny({"AWS": [f"arn:aws:iam::{ACME}:user/dev", f"arn:aws:iam::{ACME}:root"]}, other=True)
        ),
    ),
    "an RCP keeps the organisation to itself": Case(
        RCP, with_bucket(allow("*"), rcp=policy(only_own_organization() | {"Resource": "*"})), [NARROWED], NOWHERE
    ),
    "an RCP does not reach what it does not name": same(
        RCP, with_bucket(allow("*"), rcp=policy(deny("*", "sqs:*", Resource="*"))), EVERYBODY
    ),
    "trust of another account": same(RESOURCES, with_role(allow({"AWS": PARTNER}, "sts:AssumeRole")), ACCOUNT),
    "trust with an external ID": same(
        EXTERNAL_ID,
        with_role(allow({"AWS": PARTNER}, "sts:AssumeRole", equals("sts:ExternalId", "12345"))),
        ACCOUNT,
    ),
    "trust of everybody": same(RESOURCES, with_role(allow("*", "sts:AssumeRole")), EVERYBODY),
    "an external ID is no secret": same(
        EXTERNAL_ID, with_role(allow("*", "sts:AssumeRole", equals("sts:ExternalId", "12345"))), EVERYBODY
    ),
    "trust of a provider, whoever the subject": same(
        OIDC, with_role(allow({"Federated": GITHUB}, "sts:AssumeRoleWithWebIdentity")), PROVIDER
    ),
    "trust of a provider for one subject": same(
        OIDC,
        with_role(allow({"Federated": GITHUB}, "sts:AssumeRoleWithWebIdentity", {"StringLike": {SUB: "repo:acme/*"}})),
        NARROWED,
    ),
    "trust of a SAML provider": same(
        SAML,
        with_role(
            allow(
                {"Federated": f"arn:aws:iam::{ACME}:saml-provider/okta"},
                "sts:AssumeRoleWithSAML",
                equals("SAML:aud", "https://signin.aws.amazon.com/saml"),
            )
        ),
        PROVIDER,
    ),
    "trust of a service and of one's own": same(
        RESOURCES, with_role(allow({"Service": "ec2.amazonaws.com", "AWS": ACME}, "sts:AssumeRole"))
    ),
    "a key through a service": same(
        KMS,
        with_key(allow({"AWS": "*"}, "kms:Decrypt", equals("kms:ViaService", "s3.us-east-1.amazonaws.com"))),
        EVERYBODY,
    ),
    "a key through a service, for the own account": same(
        KMS,
        with_key(
            allow(
                {"AWS": "*"},
                "kms:Decrypt",
                {"StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com", "kms:CallerAccount": ACME}},
            )
        ),
    ),
    "a key for another account": same(
        KMS, with_key(allow({"AWS": "*"}, "kms:Decrypt", equals("kms:CallerAccount", PARTNER))), NARROWED
    ),
    "a key without guests": same(RESOURCES, with_key()),
    "a queue for a topic of the own account": same(
        DEPUTY, with_resource(QUEUE, allow("*", "sqs:SendMessage", {"ArnEquals": {"aws:SourceArn": TOPIC}}))
    ),
    "a queue for a topic of another account": same(
        DEPUTY,
        with_resource(
            QUEUE,
            allow("*", "sqs:SendMessage", {"ArnEquals": {"aws:SourceArn": f"arn:aws:sns:us-east-1:{PARTNER}:news"}}),
        ),
        NARROWED,
    ),
    "a queue for topics of another member": Case(
        DEPUTY,
        with_resource(QUEUE, allow("*", "sqs:SendMessage", equals("aws:SourceAccount", SISTER))),
        [NARROWED],
        NOWHERE,
    ),
    "a queue for a topic of any account": same(
        DEPUTY,
        with_resource(QUEUE, allow("*", "sqs:SendMessage", {"ArnLike": {"aws:SourceArn": "arn:aws:sns:*:*:news"}})),
        EVERYBODY,
    ),
    "a topic": same(RESOURCES, with_resource(TOPIC, allow("*", "sns:Subscribe")), EVERYBODY),
    "a function's URL": same(
        URL,
        with_resource(FUNCTION, allow("*", "lambda:InvokeFunctionUrl", equals("lambda:FunctionUrlAuthType", "NONE"))),
        EVERYBODY,
    ),
    "a secret": same(
        RESOURCES,
        with_resource(SECRET, allow({"AWS": f"arn:aws:iam::{PARTNER}:role/app"}, "secretsmanager:GetSecretValue")),
        IDENTITY,
    ),
}


@pytest.mark.parametrize("zone", ZoneKind)
@pytest.mark.parametrize("name", CASES)
def test_case(name: str, zone: ZoneKind) -> None:
    case = CASES[name]
    wanted = case.account if zone is ZoneKind.ACCOUNT else case.organization
    assert [finding.openness for finding in found(case.world, zone)] == wanted, case.page


def test_every_case_names_its_page() -> None:
    assert all(case.page.startswith("https://docs.aws.amazon.com/") for case in CASES.values())


def test_a_finding_says_what_is_open_and_where() -> None:
    made = with_bucket(
        allow({"AWS": PARTNER}, ["s3:Get*", "s3:DeleteBucket"], equals("aws:PrincipalTag/team", "data"), Sid="Share"),
        allow({"AWS": PARTNER}, "s3:PutObject", equals("aws:PrincipalTag/team", "data")),
        deny("*", "s3:Delete*", Sid="Keep"),
        deny("*", condition={"Bool": {"aws:SecureTransport": "false"}}, Sid="OnlyTls"),
    )
    (finding,) = found(made)
    assert (finding.resource, finding.resource_type, finding.account) == ("arn:aws:s3:::box", "AWS::S3::Bucket", ACME)
    assert finding.principal == ("AWS", PARTNER)
    assert finding.actions == ("s3:Get*", "s3:PutObject")
    assert [(each.key, each.values) for each in finding.conditions] == [("aws:PrincipalTag/team", ("data",))]
    assert [(ref.policy, ref.sid, ref.index) for ref in finding.statements] == [
        ("bucket/box", "Share", 0),
        ("bucket/box", None, 1),
    ]
    assert [ref.sid for ref in finding.denies] == ["OnlyTls"]
    assert finding.shown.request.context["aws:principaltag/team"] == "data"
    assert finding.shown.decision.allowed


def test_not_action_is_everything_but() -> None:
    statement = {key: value for key, value in allow({"AWS": PARTNER}).items() if key != "Action"}
    (finding,) = found(with_bucket(statement | {"NotAction": ["s3:Delete*"]}))
    assert (finding.actions, finding.excepted) == (("s3:*",), ("s3:Delete*",))
    assert not finding.shown.request.action.startswith("s3:Delete")


def test_the_id_stays_when_actions_change_and_not_when_conditions_do() -> None:
    (one,) = found(with_bucket(allow({"AWS": PARTNER})))
    (more,) = found(with_bucket(allow({"AWS": PARTNER}, "s3:*")))
    (narrowed,) = found(with_bucket(allow({"AWS": PARTNER}, condition=equals("aws:PrincipalTag/team", "data"))))
    assert one.id == more.id
    assert narrowed.id != one.id


def test_a_canonical_user_is_said_to_be_open() -> None:
    analysis = analysed(
        with_bucket(allow({"CanonicalUser": "79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be"}))
    )
    assert analysis.findings == ()
    assert [question.reason.value for question in analysis.open] == ["canonical-user"]


def test_an_allow_with_not_principal_is_said_to_be_open() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html (not supported)"""
    statement = {**allow("*"), "NotPrincipal": {"AWS": ACME}}
    del statement["Principal"]
    analysis = analysed(with_bucket(statement))
    assert analysis.findings == ()
    assert [question.reason for question in analysis.open] == [OpenReason.NOT_PRINCIPAL_ALLOW]
    assert analysed(with_bucket(statement, deny("*"))).open == ()


def test_a_wildcard_in_a_principal_names_nobody() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"""
    assert found(lone("arn:aws:iam::444455556666:user/*")) == ()
    (finding,) = found(lone("arn:aws:iam::444455556666:user/kim"))
    assert finding.principal.value.endswith("user/kim")


def test_a_stranger_is_of_no_account_of_the_world() -> None:
    """Whatever accounts the world has: nobody in them is a stranger."""
    taken = ("222233334444", "777788889999", "333344445555", "888899990000")
    bucket = {"policy": policy(allow("*", condition={"Null": {"aws:PrincipalAccount": "false"}}))}
    others = {f"other{account}": {"id": account} for account in taken}
    (finding,) = found(read_world({"accounts": {"acme": {"id": ACME, "buckets": {"box": bucket}}, **others}}))
    assert finding.public
    assert finding.shown.request.principal.account not in (None, ACME, *taken)


def test_what_stays_open_is_said_beside_what_is_shown() -> None:
    """Text and number operators on one key: whether a stranger can meet both is not decided."""
    condition = {
        "StringLike": {"aws:PrincipalTag/level": "1*"},
        "NumericLessThan": {"aws:PrincipalTag/level": "5"},
    }
    analysis = analysed(with_bucket(allow("*", condition=condition)))
    assert {question.reason for question in analysis.open} == {OpenReason.MIXED_OPERATORS}
    assert analysis.findings == ()


def lone(principal: str) -> World:
    """A world with one bucket, whose policy names principals that no check has seen."""
    text = json.dumps(policy(allow({"AWS": principal})))
    document = read(text, PolicyKind.RESOURCE).document
    assert document is not None
    return with_bucket().with_policy(Slot(SlotType.BUCKET, "bucket/box"), document)


def test_a_witness_is_of_one_piece() -> None:
    """The caller of the request is the one whom its keys describe."""
    condition = {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{PARTNER}:role/team/*"}}
    (finding,) = found(with_bucket(allow("*", condition=condition)))
    principal = finding.shown.request.principal
    assert principal.arn is not None
    assert principal.arn.startswith(f"arn:aws:iam::{PARTNER}:role/team/")
    assert finding.shown.request.context["aws:principalarn"] == principal.arn
