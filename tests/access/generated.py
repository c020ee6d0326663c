"""Random but meaningful cases of the decide contract: few names, so that things match, miss and overlap."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.access.cases import FEDERATED, KEY, OTHER_ROLE, ROLE, ROOT, SESSION, USER, A, B

Json = Any
ACCOUNT = f"arn:aws:iam::{A}:root"
CALLERS: list[Json] = [USER, ROLE, SESSION, FEDERATED, ROOT, "anonymous", {"service": "ec2.amazonaws.com"},
                       {"federated": "accounts.google.com"}]  # fmt: skip
NAMED: list[Json] = ["*", {"AWS": "*"}, {"AWS": USER}, {"AWS": ROLE}, {"AWS": SESSION}, {"AWS": FEDERATED},
                     {"AWS": [ACCOUNT, f"arn:aws:iam::{B}:root"]}, {"AWS": A}, {"Service": "ec2.amazonaws.com"},
                     {"Federated": "accounts.google.com"}, {"AWS": [USER, ACCOUNT]}]  # fmt: skip
TARGETS = [
    ("s3:GetObject", "arn:aws:s3:::reports/q3.csv"),
    ("s3:DeleteBucketPolicy", "arn:aws:s3:::reports"),
    ("kms:Decrypt", KEY),
    ("sts:AssumeRole", OTHER_ROLE),
    ("sns:Publish", f"arn:aws:sns:us-east-1:{A}:topic"),
]
ACTIONS = ["*", "s3:*", "s3:Get*", "S3:getobject", "kms:Decrypt", "sts:AssumeRole", "sns:Publish", "iam:*"]
RESOURCES = ["*", "arn:aws:s3:::reports/*", "arn:aws:s3:::reports*", "arn:aws:s3:::${aws:username}/*", KEY, OTHER_ROLE]
CONDITIONS: list[Json] = [
    {"StringEquals": {"aws:PrincipalTag/team": "red"}},
    {"StringNotEquals": {"aws:PrincipalTag/team": ["red", "${aws:PrincipalTag/squad}"]}},
    {"StringLikeIfExists": {"aws:PrincipalTag/team": "r*"}},
    {"ForAllValues:StringEquals": {"aws:TagKeys": ["team", "env"]}},
    {"ForAnyValue:StringNotEquals": {"aws:TagKeys": "team"}},
    {"Bool": {"aws:SecureTransport": "true"}, "IpAddress": {"aws:SourceIp": "203.0.113.0/24"}},
    {"Null": {"aws:TagKeys": "true"}},
    {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{A}:*"}},
    {"StringEquals": {"aws:TagKeys": "team"}},
]
CONTEXTS = st.fixed_dictionaries(
    {},
    optional={
        "aws:PrincipalTag/team": st.sampled_from(["red", "blue", "*"]),
        "aws:TagKeys": st.lists(st.sampled_from(["team", "env", "cost"]), max_size=3, unique=True),
        "aws:SecureTransport": st.sampled_from(["true", "false"]),
        "aws:SourceIp": st.sampled_from(["203.0.113.7", "198.51.100.1", "2001:db8::1"]),
    },
)


@st.composite
def statements(draw: st.DrawFn, *, effect: str | None = None, principals: bool = False, trust: bool = False) -> Json:
    found: Json = {"Effect": effect or draw(st.sampled_from(["Allow", "Allow", "Deny"]))}
    negated = draw(st.integers(0, 5)) == 0
    found["NotAction" if negated else "Action"] = draw(st.sampled_from(ACTIONS))
    if not trust:
        negated = draw(st.integers(0, 5)) == 0
        found["NotResource" if negated else "Resource"] = draw(
            st.lists(st.sampled_from(RESOURCES), min_size=1, max_size=2, unique=True)
        )
    if principals:
        negated = found["Effect"] == "Deny" and draw(st.integers(0, 3)) == 0
        found["NotPrincipal" if negated else "Principal"] = draw(st.sampled_from(NAMED))
    if draw(st.booleans()):
        found["Condition"] = draw(st.sampled_from(CONDITIONS))
    return found


@st.composite
def policies(draw: st.DrawFn, name: str = "p", *, principals: bool = False, trust: bool = False) -> Json:
    listed = draw(st.lists(statements(principals=principals, trust=trust), min_size=1, max_size=3))
    return {"name": name, "document": {"Version": "2012-10-17", "Statement": listed}}


@st.composite
def cases(draw: st.DrawFn) -> Json:
    """One line of the contract."""
    action, resource = draw(st.sampled_from(TARGETS))
    trust = resource == OTHER_ROLE
    maybe = st.booleans()
    layers: Json = {"identity": draw(st.lists(policies("own"), max_size=2))}
    if draw(maybe):
        layers["resource"] = draw(policies("resource", principals=True, trust=trust))
    if draw(st.integers(0, 2)) == 0:
        layers["boundary"] = draw(policies("boundary"))
    if draw(st.integers(0, 2)) == 0:
        layers["session"] = [draw(policies("session"))]
    if draw(st.integers(0, 3)) == 0:
        layers["scp"] = draw(st.lists(st.lists(policies("scp"), max_size=2), min_size=1, max_size=2))
    if draw(st.integers(0, 3)) == 0:
        layers["rcp"] = [[draw(policies("rcp", principals=True))]]
    if draw(st.integers(0, 5)) == 0:
        layers["endpoint"] = [draw(policies("endpoint", principals=True))]
    return {
        "id": "generated",
        "request": {
            "principal": draw(st.sampled_from(CALLERS)), "action": action, "resource": resource,
            "resource_account": draw(st.sampled_from([A, A, B])), "context": draw(CONTEXTS),
        },
        "policies": layers,
        "settings": draw(
            st.sampled_from([{}, {"block_public_access": True}, {"management_account": A}, {"management_account": B}])
        ),
    }  # fmt: skip
