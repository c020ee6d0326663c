"""Random but meaningful cases of the decide contract: few names, near the request, so that things match, miss and overlap."""

from __future__ import annotations

from typing import Any, NamedTuple

from hypothesis import strategies as st

from tests.access.cases import FEDERATED, KEY, OTHER_ROLE, ROLE, ROOT, SESSION, USER, A, B

Json = Any
ACCOUNT = f"arn:aws:iam::{A}:root"
LINKED = f"arn:aws:iam::{A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
SERVICE: Json = {"service": "ec2.amazonaws.com"}
PROVIDER: Json = {"federated": "accounts.google.com"}
CALLERS: list[Json] = [
    USER,
    USER,
    ROLE,
    SESSION,
    SESSION,
    FEDERATED,
    FEDERATED,
    ROOT,
    LINKED,
    "anonymous",
    SERVICE,
    PROVIDER,
]
NAMED: list[Json] = ["*", {"AWS": "*"}, {"AWS": USER}, {"AWS": ROLE}, {"AWS": SESSION}, {"AWS": FEDERATED},
                     {"AWS": [ACCOUNT, f"arn:aws:iam::{B}:root"]}, {"AWS": A}, {"Service": "ec2.amazonaws.com"},
                     {"Federated": "accounts.google.com"}, {"AWS": [USER, ACCOUNT]}, {"AWS": [SESSION, ROLE, ACCOUNT]}]  # fmt: skip


class Target(NamedTuple):
    """What is asked for, and what statements near it speak of."""

    action: str
    resource: str
    actions: tuple[str, ...]
    resources: tuple[str, ...]


TARGETS = [
    Target("s3:GetObject", "arn:aws:s3:::reports/dev.csv", ("s3:*", "s3:Get*", "S3:getobject", "s3:Put*"),
           ("arn:aws:s3:::reports/*", "arn:aws:s3:::reports*", "arn:aws:s3:::reports/${aws:username}.csv")),
    Target("s3:DeleteBucketPolicy", "arn:aws:s3:::reports", ("s3:*", "s3:Delete*", "s3:Get*"), ("arn:aws:s3:::reports*",)),
    Target("kms:Decrypt", KEY, ("kms:*", "kms:Decrypt", "kms:Encrypt"), (KEY, "arn:aws:kms:*:*:key/*")),
    Target("sts:AssumeRole", OTHER_ROLE, ("sts:*", "sts:AssumeRole"), (OTHER_ROLE, "arn:aws:iam::*:role/*")),
    Target("sns:Publish", f"arn:aws:sns:us-east-1:{A}:topic", ("sns:*", "sns:Publish"), ("arn:aws:sns:*:*:topic",)),
]  # fmt: skip
ANYWHERE_ACTIONS = ("*", "*", "iam:*")
ANYWHERE_RESOURCES = ("*", "*", "arn:aws:iam::*:user/${aws:username}")
CONDITIONS: list[Json] = [
    {"StringEquals": {"aws:PrincipalTag/team": ["red", "blue"]}},
    {"StringNotEquals": {"aws:PrincipalTag/team": ["red", "${aws:PrincipalTag/squad}"]}},
    {"StringLikeIfExists": {"aws:PrincipalTag/team": "r*"}},
    {"StringEquals": {"aws:PrincipalTag/team": "${aws:PrincipalTag/squad, 'red'}"}},
    {"ForAllValues:StringEquals": {"aws:TagKeys": ["team", "env"]}},
    {"ForAnyValue:StringLike": {"aws:TagKeys": ["t*", "e*"]}},
    {"ForAnyValue:StringNotEquals": {"aws:TagKeys": "team"}},
    {"Bool": {"aws:SecureTransport": "true"}, "IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "2001:db8::/32"]}},
    {"NotIpAddress": {"aws:SourceIp": ["203.0.113.0/24"]}},
    {"NumericLessThanIfExists": {"aws:MultiFactorAuthAge": "3600"}},
    {"DateGreaterThanEquals": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}},
    {"Null": {"aws:TagKeys": "true"}},
    {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{A}:*"}},
    {"StringEquals": {"aws:TagKeys": "team"}},
]
CONTEXTS = st.fixed_dictionaries(
    {},
    optional={
        "aws:PrincipalTag/team": st.sampled_from(["red", "red", "blue", "*"]),
        "aws:TagKeys": st.lists(st.sampled_from(["team", "env", "cost"]), max_size=3, unique=True),
        "aws:SecureTransport": st.sampled_from(["true", "false"]),
        "aws:SourceIp": st.sampled_from(["203.0.113.7", "198.51.100.1", "2001:db8::1"]),
        "aws:MultiFactorAuthAge": st.sampled_from(["60", "7200"]),
        "aws:CurrentTime": st.sampled_from(["2026-06-01T00:00:00Z", "2025-06-01T00:00:00Z"]),
    },
)
SETTINGS: list[Json] = [{}, {}, {"block_public_access": True}, {"management_account": A}, {"management_account": B},
                        {"aws_managed_key": True}]  # fmt: skip


_ONE_IN = {count: st.sampled_from([*[False] * (count - 1), True]) for count in range(2, 10)}
"""Chances; numbers drawn by hypothesis would favour small ones."""


@st.composite
def statements(
    draw: st.DrawFn, target: Target, *, effect: str | None = None, principals: bool = False, trust: bool = False
) -> Json:
    """A statement that more often than not speaks of the target."""
    found: Json = {"Effect": effect or draw(st.sampled_from(["Allow", "Allow", "Allow", "Deny"]))}
    negated = draw(_ONE_IN[8])
    found["NotAction" if negated else "Action"] = draw(_one_or_more([*target.actions, *ANYWHERE_ACTIONS]))
    if not trust:
        negated = draw(_ONE_IN[8])
        found["NotResource" if negated else "Resource"] = draw(_one_or_more([*target.resources, *ANYWHERE_RESOURCES]))
    if principals:
        negated = found["Effect"] == "Deny" and draw(_ONE_IN[3])
        found["NotPrincipal" if negated else "Principal"] = draw(st.sampled_from(NAMED))
    if draw(_ONE_IN[3]):
        found["Condition"] = draw(st.sampled_from(CONDITIONS))
    return found


def _one_or_more(choices: list[str]) -> st.SearchStrategy[Json]:
    several = st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique=True)
    return st.one_of(st.sampled_from(choices), several)


def _documents(target: Target, *, principals: bool, trust: bool) -> st.SearchStrategy[Json]:
    listed = st.lists(statements(target, principals=principals, trust=trust), min_size=1, max_size=2)
    version = st.sampled_from(["2012-10-17", "2012-10-17", "2008-10-17"])
    return st.builds(lambda written, all_: {"Version": written, "Statement": all_}, version, listed)


def policies(
    target: Target, name: str = "p", *, principals: bool = False, trust: bool = False
) -> st.SearchStrategy[Json]:
    """A policy of one or two statements near the target."""
    documents = _documents(target, principals=principals, trust=trust)
    return documents.map(lambda document: {"name": name, "document": document})


@st.composite
def cases(draw: st.DrawFn) -> Json:
    """One line of the contract."""
    target = draw(st.sampled_from(TARGETS))
    trust = target.resource == OTHER_ROLE

    def one_in(count: int) -> bool:
        return draw(_ONE_IN[count])

    layers: Json = {"identity": draw(st.lists(policies(target, "own"), max_size=2))}
    if not one_in(3):
        layers["resource"] = draw(policies(target, "resource", principals=True, trust=trust))
    if one_in(4):
        layers["boundary"] = draw(policies(target, "boundary"))
    if one_in(3):
        layers["session"] = draw(st.lists(policies(target, "session"), min_size=1, max_size=2))
    if one_in(5):
        layers["scp"] = draw(st.lists(st.lists(policies(target, "scp"), max_size=2), min_size=1, max_size=2))
    if one_in(5):
        layers["rcp"] = [[draw(policies(target, "rcp", principals=True))]]
    if one_in(8):
        layers["endpoint"] = [draw(policies(target, "endpoint", principals=True))]
    return {
        "id": "generated",
        "request": {
            "principal": draw(st.sampled_from(CALLERS)), "action": target.action, "resource": target.resource,
            "resource_account": draw(st.sampled_from([A, A, A, B])), "context": draw(CONTEXTS),
        },
        "policies": layers,
        "settings": draw(st.sampled_from(SETTINGS)),
    }  # fmt: skip


def target_of(case: Json) -> Target:
    """The target of a generated case."""
    return next(each for each in TARGETS if each.action == case["request"]["action"])
