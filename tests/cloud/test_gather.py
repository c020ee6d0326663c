"""Who asks for what: which policies apply, and which condition keys follow."""

from __future__ import annotations

import pytest

from iamtutor.access import EffectivePolicies, Layer, Request
from iamtutor.cloud import MESSAGES, UnknownReferenceError
from iamtutor.words import say
from tests.cloud.worlds import FULL, world_of

WORLD = world_of(FULL)
OBJECT = "arn:aws:s3:::acme-reports/q3.csv"
DEV = "acme:user/dev"
SCPS = [["FullAWSAccess"], ["FullAWSAccess", "NoLeaving"], ["Only"]]
DEV_IDENTITY = ["Own", "developers/Work", "ReadReports", "AdministratorAccess"]


def _asked(caller: str, resource: str, action: str, **context: str) -> tuple[Request, EffectivePolicies]:
    return WORLD.effective(caller, resource, action, {key.replace("_", ":"): value for key, value in context.items()})


def _names(policies: EffectivePolicies, layer: Layer) -> list[str]:
    return [compiled.policy.name for compiled in policies.policies(layer)]


IDENTITIES = [
    (DEV, DEV_IDENTITY, ["Limit"], []),
    ("user/plain", [], [], []),
    ("user/ops", [], ["Limit"], []),
    ("role/deploy", ["Ship"], [], []),
    ("session/ci", ["Ship"], [], ["session/ci"]),
    ("arn:aws:sts::111122223333:assumed-role/deploy/ci-1", ["Ship"], [], ["session/ci"]),
    ("arn:aws:sts::111122223333:assumed-role/deploy/other", ["Ship"], [], []),
    ("session/fed", DEV_IDENTITY, ["Limit"], ["session/fed/1", "session/fed/2"]),
    ("session/token", DEV_IDENTITY, ["Limit"], []),
    ("arn:aws:sts::111122223333:federated-user/dev", DEV_IDENTITY, ["Limit"], []),
    ("arn:aws:iam::111122223333:user/dev", DEV_IDENTITY, ["Limit"], []),
    ("root/acme", [], [], []),
    ("anonymous", [], [], []),
    ("service/ec2.amazonaws.com", [], [], []),
    ("provider/accounts.google.com", [], [], []),
    ("arn:aws:iam::555566667777:user/stranger", [], [], []),
]


@pytest.mark.parametrize(("caller", "identity", "boundary", "session"), IDENTITIES, ids=[row[0] for row in IDENTITIES])
def test_policies_of_the_caller(caller: str, identity: list[str], boundary: list[str], session: list[str]) -> None:
    _, policies = _asked(caller, OBJECT, "s3:GetObject")
    assert _names(policies, Layer.IDENTITY) == identity
    assert _names(policies, Layer.BOUNDARY) == boundary
    assert _names(policies, Layer.SESSION) == session


def test_managed_policies_carry_their_arn() -> None:
    _, policies = _asked(DEV, OBJECT, "s3:GetObject")
    arns = {compiled.policy.name: compiled.policy.arn for compiled in policies.policies(Layer.IDENTITY)}
    assert arns["ReadReports"] == "arn:aws:iam::111122223333:policy/read/ReadReports"
    assert arns["Own"] is None


RESOURCES = [
    (OBJECT, "s3:GetObject", ["bucket/acme-reports"]),
    ("arn:aws:s3:::acme-reports", "s3:ListBucket", ["bucket/acme-reports"]),
    ("bucket/acme-reports", "s3:ListBucket", ["bucket/acme-reports"]),
    ("bucket/acme-reports/q3.csv", "S3:GetObject", ["bucket/acme-reports"]),
    ("arn:aws:s3:::acme-reports-old/x", "s3:GetObject", []),
    ("arn:aws:s3:::acme-tagged/x", "s3:GetObject", []),
    ("role/deploy", "sts:AssumeRole", ["role/deploy"]),
    ("role/deploy", "sts:TagSession", ["role/deploy"]),
    ("role/deploy", "iam:PassRole", []),
    ("key/payroll", "kms:Decrypt", ["key/payroll"]),
    ("key/payroll", "tag:GetResources", []),
    ("resource/orders", "sqs:SendMessage", ["resource/orders"]),
    ("arn:aws:lambda:ap-northeast-2:111122223333:function:hook:live", "lambda:InvokeFunction", ["resource/hook"]),
    ("arn:aws:lambda:ap-northeast-2:111122223333:function:hooks", "lambda:InvokeFunction", []),
    ("acme:user/dev", "iam:GetUser", []),
    ("*", "s3:ListAllMyBuckets", []),
]


@pytest.mark.parametrize(("resource", "action", "names"), RESOURCES, ids=[f"{row[1]} {row[0]}" for row in RESOURCES])
def test_policy_of_the_resource(resource: str, action: str, names: list[str]) -> None:
    _, policies = _asked(DEV, resource, action)
    assert _names(policies, Layer.RESOURCE) == names


@pytest.mark.parametrize(
    ("caller", "resource", "scp", "rcp"),
    [
        (DEV, OBJECT, SCPS, ["Perimeter"]),
        ("partner:user/dev", OBJECT, [], ["Perimeter"]),
        ("anonymous", OBJECT, [], ["Perimeter"]),
        ("user/boss", OBJECT, [["FullAWSAccess"], ["FullAWSAccess"]], ["Perimeter"]),
        (DEV, "arn:aws:sqs:eu-west-1:444455556666:theirs", SCPS, []),
        (DEV, "arn:aws:s3:::unknown-bucket", SCPS, ["Perimeter"]),
    ],
)
def test_levels_of_the_organization(caller: str, resource: str, scp: list[list[str]], rcp: list[str]) -> None:
    _, policies = _asked(caller, resource, "s3:GetObject")
    assert [[compiled.policy.name for compiled in level.policies] for level in policies.levels(Layer.SCP)] == scp
    assert _names(policies, Layer.RCP) == rcp
    assert policies.settings.management_account == "999988887777"


def test_endpoint_and_settings() -> None:
    _, policies = _asked(DEV, OBJECT, "s3:GetObject")
    assert _names(policies, Layer.ENDPOINT) == []
    assert not policies.settings.block_public_access
    request, policies = _asked(DEV, "bucket/acme-tagged", "s3:ListBucket", AWS_sourcevpce="vpce-1")
    assert _names(policies, Layer.ENDPOINT) == ["vpce-1"]
    assert policies.settings.block_public_access
    assert request.context["aws:sourcevpc"] == "vpc-1"
    assert _names(_asked(DEV, OBJECT, "s3:GetObject", aws_SourceVpce="vpce-9")[1], Layer.ENDPOINT) == []
    assert _asked(DEV, "key/aws", "kms:Decrypt")[1].settings.aws_managed_key


ABSENT = None
KEYS: list[tuple[str, str, str, str, object]] = [
    # the caller
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalArn", "arn:aws:iam::111122223333:user/dev"),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalAccount", "111122223333"),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalType", "User"),
    (DEV, OBJECT, "s3:GetObject", "aws:username", "dev"),
    (DEV, OBJECT, "s3:GetObject", "aws:userid", "AIDAEXAMPLE123456789"),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalTag/team", "red"),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalTag/level", "1"),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalOrgID", "o-acmeexample"),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalOrgPaths", ("o-acmeexample/r-ab12/ou-ab12-11111111/",)),
    (DEV, OBJECT, "s3:GetObject", "aws:MultiFactorAuthPresent", ABSENT),
    (DEV, OBJECT, "s3:GetObject", "aws:TokenIssueTime", ABSENT),
    (DEV, OBJECT, "s3:GetObject", "aws:PrincipalIsAWSService", "false"),
    ("partner:user/dev", OBJECT, "s3:GetObject", "aws:PrincipalOrgID", ABSENT),
    ("user/boss", OBJECT, "s3:GetObject", "aws:PrincipalOrgPaths", ("o-acmeexample/r-ab12/",)),
    ("role/deploy", OBJECT, "s3:GetObject", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/ci/deploy"),
    ("role/deploy", OBJECT, "s3:GetObject", "aws:username", ABSENT),
    ("role/deploy", OBJECT, "s3:GetObject", "aws:userid", ABSENT),
    ("role/deploy", OBJECT, "s3:GetObject", "aws:MultiFactorAuthPresent", "false"),
    ("role/deploy", OBJECT, "s3:GetObject", "aws:PrincipalTag/team", "blue"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:PrincipalArn", "arn:aws:iam::111122223333:role/ci/deploy"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:PrincipalTag/team", "green"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:PrincipalTag/stage", "prod"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:MultiFactorAuthPresent", "true"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:MultiFactorAuthAge", "3600"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:TokenIssueTime", "2026-02-28T23:00:00Z"),
    ("session/ci", OBJECT, "s3:GetObject", "aws:SourceIdentity", "dev"),
    ("session/fed", OBJECT, "s3:GetObject", "aws:userid", "111122223333:dev-fed"),
    ("session/fed", OBJECT, "s3:GetObject", "aws:username", ABSENT),
    ("session/fed", OBJECT, "s3:GetObject", "aws:PrincipalType", "FederatedUser"),
    ("session/token", OBJECT, "s3:GetObject", "aws:username", "dev"),
    ("session/token", OBJECT, "s3:GetObject", "aws:MultiFactorAuthPresent", "true"),
    ("root/acme", OBJECT, "s3:GetObject", "aws:PrincipalType", "Account"),
    ("root/acme", OBJECT, "s3:GetObject", "aws:userid", "111122223333"),
    ("root/acme", OBJECT, "s3:GetObject", "aws:PrincipalOrgID", "o-acmeexample"),
    ("anonymous", OBJECT, "s3:GetObject", "aws:PrincipalArn", ABSENT),
    ("anonymous", OBJECT, "s3:GetObject", "aws:PrincipalOrgID", ABSENT),
    ("service/s3.amazonaws.com", OBJECT, "s3:GetObject", "aws:PrincipalIsAWSService", "true"),
    ("service/s3.amazonaws.com", OBJECT, "s3:GetObject", "aws:PrincipalServiceName", "s3.amazonaws.com"),
    # the resource
    (DEV, OBJECT, "s3:GetObject", "aws:ResourceAccount", "111122223333"),
    (DEV, OBJECT, "s3:GetObject", "s3:ResourceAccount", "111122223333"),
    ("partner:user/dev", OBJECT, "s3:GetObject", "aws:ResourceAccount", "111122223333"),
    ("partner:user/dev", OBJECT, "s3:GetObject", "aws:ResourceOrgID", "o-acmeexample"),
    (DEV, OBJECT, "s3:GetObject", "aws:ResourceOrgPaths", ("o-acmeexample/r-ab12/ou-ab12-11111111/",)),
    (DEV, OBJECT, "s3:GetObject", "s3:ExistingObjectTag/status", "final"),
    (DEV, OBJECT, "s3:PutObject", "s3:ExistingObjectTag/status", ABSENT),
    (DEV, OBJECT, "s3:DeleteObject", "s3:ExistingObjectTag/status", ABSENT),
    (DEV, OBJECT, "s3:GetObject", "aws:ResourceTag/status", ABSENT),
    (DEV, OBJECT, "s3:GetObject", "aws:ResourceTag/class", ABSENT),
    (DEV, "bucket/acme-reports", "s3:ListBucket", "aws:ResourceTag/class", ABSENT),
    (DEV, "bucket/acme-tagged", "s3:ListBucket", "aws:ResourceTag/class", "secret"),
    (DEV, "bucket/acme-tagged/x", "s3:GetObject", "s3:BucketTag/class", "secret"),
    (DEV, "key/payroll", "kms:Decrypt", "aws:ResourceTag/team", "red"),
    (DEV, "resource/box", "ec2:StartInstances", "aws:ResourceTag/team", "red"),
    (DEV, "resource/box", "ec2:StartInstances", "ec2:ResourceTag/team", "red"),
    (DEV, "resource/hook", "lambda:InvokeFunction", "lambda:ResourceTag/team", ABSENT),
    (DEV, "role/deploy", "sts:AssumeRole", "aws:ResourceTag/team", "blue"),
    (DEV, "role/deploy", "iam:PassRole", "iam:ResourceTag/team", "blue"),
    (DEV, "*", "s3:ListAllMyBuckets", "aws:ResourceAccount", "111122223333"),
    # the request
    (DEV, OBJECT, "s3:GetObject", "aws:SecureTransport", "true"),
    (DEV, OBJECT, "s3:GetObject", "aws:ViaAWSService", "false"),
    (DEV, OBJECT, "s3:GetObject", "aws:CurrentTime", "2026-03-01T00:00:00Z"),
    (DEV, OBJECT, "s3:GetObject", "aws:EpochTime", "1772323200"),
    (DEV, OBJECT, "s3:GetObject", "aws:SourceIp", ABSENT),
    (DEV, OBJECT, "s3:GetObject", "aws:RequestedRegion", "ap-northeast-2"),
    (DEV, "bucket/acme-tagged/x", "s3:GetObject", "aws:RequestedRegion", "us-west-2"),
    (DEV, "resource/orders", "sqs:SendMessage", "aws:RequestedRegion", "eu-west-1"),
    (DEV, "role/deploy", "iam:PassRole", "aws:RequestedRegion", "us-east-1"),
    (DEV, "role/deploy", "sts:AssumeRole", "aws:RequestedRegion", ABSENT),
]


@pytest.mark.parametrize(
    ("caller", "resource", "action", "key", "value"), KEYS, ids=[f"{row[0]} {row[2]} {row[3]}" for row in KEYS]
)
def test_condition_keys_that_follow(caller: str, resource: str, action: str, key: str, value: object) -> None:
    request, _ = _asked(caller, resource, action)
    assert request.context.get(key.lower()) == value


def test_what_the_request_says_stands() -> None:
    request, _ = WORLD.effective(
        DEV, OBJECT, "s3:GetObject", {"AWS:SECURETRANSPORT": "false", "aws:principaltag/TEAM": "x"}
    )
    assert request.context["aws:securetransport"] == "false"
    assert request.context["aws:principaltag/team"] == "x"


UNKNOWN = [
    ("user/nobody", OBJECT, "cloud.unknown-reference"),
    ("user/dev", OBJECT, "cloud.ambiguous-reference"),
    ("other:user/dev", OBJECT, "cloud.unknown-account"),
    ("group/developers", OBJECT, "cloud.group-as-caller"),
    ("acme:group/developers", OBJECT, "cloud.group-as-caller"),
    ("bucket/acme-reports", OBJECT, "cloud.reference-kind"),
    ("dev", OBJECT, "cloud.reference-form"),
    ("root/other", OBJECT, "cloud.unknown-account"),
    ("session/none", OBJECT, "cloud.unknown-reference"),
    ("arn:aws:iam::111122223333:user/nobody", OBJECT, "cloud.unknown-arn"),
    ("arn:aws:sts::111122223333:assumed-role/none/x", OBJECT, "cloud.unknown-arn"),
    ("arn:aws:s3:::acme-reports", OBJECT, "cloud.not-a-caller"),
    (DEV, "bucket/none", "cloud.unknown-reference"),
    (DEV, "reports", "cloud.reference-form"),
]


@pytest.mark.parametrize(("caller", "resource", "code"), UNKNOWN, ids=[f"{row[0]} {row[1]}" for row in UNKNOWN])
def test_unknown_references_are_said(caller: str, resource: str, code: str) -> None:
    with pytest.raises(UnknownReferenceError) as raised:
        WORLD.effective(caller, resource, "s3:GetObject")
    finding = raised.value.finding
    assert finding.code == code
    for lang in ("ko", "en"):
        assert say(MESSAGES, finding.code, lang, **finding.arguments)
