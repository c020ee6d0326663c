"""Random but meaningful cases of the decide contract: few names, so that patterns overlap, match and just miss."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random
from typing import Any, TypeVar

Json = Any
T = TypeVar("T")

A, B, MANAGEMENT = "111122223333", "444455556666", "999988887777"
USER = f"arn:aws:iam::{A}:user/alice"
ROLE = f"arn:aws:iam::{A}:role/app"
SESSION = f"arn:aws:sts::{A}:assumed-role/app/ci"
FEDERATED = f"arn:aws:sts::{A}:federated-user/alice"
ROOT = f"arn:aws:iam::{A}:root"
LINKED = f"arn:aws:iam::{A}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS"
SERVICE = "ec2.amazonaws.com"
PROVIDER = "accounts.google.com"
TARGET_ROLE = f"arn:aws:iam::{A}:role/target"
KEY = f"arn:aws:kms:us-east-1:{A}:key/1234abcd-12ab-34cd-56ef-1234567890ab"

CALLERS: Sequence[tuple[Json, int]] = [
    (USER, 8), (ROLE, 4), (SESSION, 8), (FEDERATED, 3), (ROOT, 2), (LINKED, 1), ("anonymous", 2),
    ({"service": SERVICE}, 2), ({"federated": PROVIDER}, 1),
]  # fmt: skip
TARGETS: Sequence[tuple[str, str]] = [
    ("s3:GetObject", "arn:aws:s3:::reports/2026/q3.csv"),
    ("s3:GetObject", "arn:aws:s3:::reports/alice/notes.txt"),
    ("s3:PutObject", "arn:aws:s3:::reports-archive/q3.csv"),
    ("s3:ListBucket", "arn:aws:s3:::reports"),
    ("s3:DeleteBucketPolicy", "arn:aws:s3:::reports"),
    ("dynamodb:GetItem", f"arn:aws:dynamodb:us-east-1:{A}:table/orders"),
    ("sqs:SendMessage", f"arn:aws:sqs:us-east-1:{A}:alice-queue"),
    ("sns:Publish", f"arn:aws:sns:us-east-1:{A}:topic"),
    ("lambda:InvokeFunction", f"arn:aws:lambda:us-east-1:{A}:function:report"),
    ("secretsmanager:GetSecretValue", f"arn:aws:secretsmanager:us-east-1:{A}:secret:db-AbCdEf"),
    ("ec2:StartInstances", f"arn:aws:ec2:us-east-1:{A}:instance/i-0123456789abcdef0"),
    ("iam:GetUser", USER),
    ("kms:Decrypt", KEY),
    ("kms:RetireGrant", KEY),
    ("sts:AssumeRole", TARGET_ROLE),
    ("sts:GetCallerIdentity", "*"),
]
NAMED: Sequence[Json] = [
    "*", {"AWS": "*"}, {"AWS": USER}, {"AWS": ROLE}, {"AWS": SESSION}, {"AWS": FEDERATED}, {"AWS": A}, {"AWS": ROOT},
    {"AWS": B}, {"AWS": [USER, ROLE]}, {"AWS": [USER, ROOT]}, {"AWS": [SESSION, ROLE, ROOT]}, {"Service": SERVICE},
    {"Service": "s3.amazonaws.com"}, {"Federated": PROVIDER}, {"AWS": f"arn:aws:iam::{A}:user/bob"},
    {"AWS": f"arn:aws:iam::{A}:user/Alice"}, {"AWS": USER, "Service": SERVICE},
]  # fmt: skip
VARIABLES = [
    "${aws:username}",
    "${aws:PrincipalTag/team}",
    "${aws:PrincipalAccount}",
    "${aws:PrincipalTag/none, 'red'}",
]


def case(number: int, seed: int) -> Json:
    """Case `number` of a seed; each is made by itself, so that one can be made again alone."""
    return _Maker(Random(f"{seed}/{number}")).case(f"{seed}/{number}")


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random

    def one(self, choices: Sequence[T]) -> T:
        return self.random.choice(choices)

    def chance(self, of: float) -> bool:
        return self.random.random() < of

    def some(self, make: Callable[[], T], least: int, most: int) -> list[T]:
        return [make() for _ in range(self.random.randint(least, most))]

    def case(self, identifier: str) -> Json:
        callers, weights = zip(*CALLERS, strict=True)
        caller = self.random.choices(callers, weights)[0]
        self.action, self.resource = self.one(TARGETS if isinstance(caller, str) and ":" in caller else TARGETS[:-1])
        owner = A if self.resource == TARGET_ROLE or self.chance(0.65) else B
        self.context = self.make_context(caller)
        policies: Json = {"identity": self.some(lambda: self.policy("own"), 0, 2)}
        # A key or a role is never without its policy.
        if self.resource in (KEY, TARGET_ROLE) or self.chance(0.5):
            policies["resource"] = self.policy("resource", principals=True, trust=self.resource == TARGET_ROLE)
        if self.chance(0.25):
            policies["boundary"] = self.policy("boundary")
        if self.chance(0.3):
            policies["session"] = [self.policy("session")]
        if self.chance(0.25):
            policies["scp"] = self.some(self.scp_level, 1, 3)
        if self.chance(0.2):
            policies["rcp"] = self.some(self.rcp_level, 1, 2)
        if self.chance(0.12):
            policies["endpoint"] = [self.policy("endpoint", principals=True)]
        request = {"principal": caller, "action": self.action, "resource": self.resource, "resource_account": owner,
                   "context": self.context}  # fmt: skip
        settings: Json = {}
        if self.chance(0.1):
            settings["block_public_access"] = True
        if self.chance(0.1):
            settings["management_account"] = self.one([A, B, MANAGEMENT])
        return {"id": identifier, "request": request, "policies": policies, "settings": settings}

    def scp_level(self) -> Json:
        full = {"name": "FullAWSAccess", "document": _document([{"Effect": "Allow", "Action": "*", "Resource": "*"}])}
        level = [full] if self.chance(0.6) else []
        return level + self.some(lambda: self.policy("scp"), 0 if level else 1, 2)

    def rcp_level(self) -> Json:
        return self.some(lambda: self.policy("rcp", principals=True, everyone=True, effect="Deny"), 1, 2)

    def policy(self, name: str, **kind: Any) -> Json:
        statements = self.some(lambda: self.statement(**kind), 1, 3)
        version = "2008-10-17" if self.chance(0.04) else "2012-10-17"
        return {"name": name, "document": _document(statements, version)}

    def statement(
        self, *, principals: bool = False, trust: bool = False, everyone: bool = False, effect: str | None = None
    ) -> Json:
        found: Json = {"Effect": effect or ("Deny" if self.chance(0.22) else "Allow")}
        if principals:
            named = "*" if everyone else self.one(NAMED)
            negated = not everyone and found["Effect"] == "Deny" and self.chance(0.25)
            found["NotPrincipal" if negated else "Principal"] = named
        negated = self.chance(0.1)
        found["NotAction" if negated else "Action"] = self.listed(self.action_pattern)
        if not trust:
            negated = self.chance(0.1)
            found["NotResource" if negated else "Resource"] = self.listed(self.resource_pattern)
        if self.chance(0.45):
            found["Condition"] = self.condition_block()
        return found

    def listed(self, make: Callable[[], str]) -> Json:
        return make() if self.chance(0.7) else self.some(make, 1, 3)

    def action_pattern(self) -> str:
        service, name = self.action.split(":")
        return self.one(
            ["*", f"{service}:*", self.action, self.action.upper(), f"{service}:{name[:3]}*", f"{service}:*{name[-4:]}",
             f"{service}:?{name[1:]}", f"{service}:*{name[1:3]}*", "ec2:*", "s3:GetObject"]
        )  # fmt: skip

    def resource_pattern(self) -> str:
        arn = self.resource
        if arn == "*":
            return "*"
        prefix, _, last = arn.rpartition(":")
        cut = self.random.randint(0, len(last))
        return self.one(
            ["*", "*", arn, f"{prefix}:*", f"{prefix}:{last[:cut]}*", f"{prefix}:*{last[cut:]}", f"{prefix}:{'?' * len(last)}",
             "arn:aws:s3:::reports/${aws:username}/*", f"arn:aws:*:*:*:{last}", arn[:-1] + "?", arn + "x",
             arn.replace("alice", "${aws:username}"), arn.upper()]
        )  # fmt: skip

    def condition_block(self) -> Json:
        block: Json = {}
        for _ in range(1 if self.chance(0.75) else 2):
            operator, key, values = self.condition()
            block.setdefault(operator, {})[key] = values
        return block

    def condition(self) -> tuple[str, str, Json]:
        family = self.one(list(CONDITIONS))
        keys, operators, values = CONDITIONS[family]
        key = self.one(keys)
        operator = self.one(operators)
        if family == "null":
            return operator, key, self.one(values)
        if (key in MULTIVALUED and self.chance(0.95)) or self.chance(0.06):
            operator = self.one(["ForAllValues:", "ForAnyValue:"]) + operator
        if not operator.startswith("ForAnyValue") and self.chance(0.15):
            operator += "IfExists"
        listed = [self.one(values)] if self.chance(0.65) else self.some(lambda: self.one(values), 1, 3)
        return operator, key if self.chance(0.95) else key.upper(), listed[0] if len(listed) == 1 else listed

    def make_context(self, caller: Json) -> Json:
        context: Json = dict(principal_keys(caller))
        for key, values in CONTEXT.items():
            if self.chance(0.6):
                context[key] = self.one(values)
        for key, values in MULTIVALUED.items():
            if self.chance(0.6):
                context[key] = sorted({self.one(values) for _ in range(self.random.randint(0, 3))})
        return context


def principal_keys(caller: Json) -> Json:
    """The context keys that follow from the caller, given to both evaluators alike."""
    if isinstance(caller, dict):
        return {"aws:PrincipalIsAWSService": "true" if "service" in caller else "false"}
    if caller == "anonymous":
        return {"aws:PrincipalIsAWSService": "false", "aws:PrincipalType": "Anonymous"}
    keys = {"aws:PrincipalIsAWSService": "false", "aws:PrincipalAccount": A}
    keys["aws:PrincipalArn"] = ROLE if caller == SESSION else caller
    if caller == USER:
        keys |= {"aws:username": "alice", "aws:PrincipalType": "User"}
    return keys


def _document(statements: list[Json], version: str = "2012-10-17") -> Json:
    return {"Version": version, "Statement": statements if len(statements) > 1 else statements[0]}


CONTEXT: dict[str, Sequence[str]] = {
    "aws:PrincipalTag/team": ["red", "blue", "Red", ""],
    "aws:ResourceTag/team": ["red", "blue"],
    "aws:SourceIp": ["203.0.113.7", "198.51.100.1", "2001:db8::1"],
    "aws:SecureTransport": ["true", "false"],
    "aws:MultiFactorAuthPresent": ["true", "false"],
    "aws:MultiFactorAuthAge": ["100", "3600", "7200"],
    "aws:CurrentTime": ["2026-06-01T12:00:00Z", "2026-12-24T00:00:00Z"],
    "aws:EpochTime": ["1780315200", "1798070400"],
    "aws:SourceArn": ["arn:aws:cloudtrail:us-east-1:111122223333:trail/main", "arn:aws:s3:::reports"],
    "s3:prefix": ["", "home/", "home/alice/", "home/*"],
    "s3:max-keys": ["10", "100", "10.5"],
    "aws:RequestedRegion": ["us-east-1", "ap-northeast-2"],
    "ec2:UserDataHash": ["QmluYXJ5", "b3RoZXI="],
}
MULTIVALUED: dict[str, Sequence[str]] = {
    "aws:TagKeys": ["team", "env", "cost", ""],
    "aws:PrincipalOrgPaths": ["o-acme/r-1/ou-a/", "o-acme/r-1/ou-b/ou-c/"],
}
_STRINGS = ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
            "StringNotLike"]  # fmt: skip
_COMPARE = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
CONDITIONS: dict[str, tuple[Sequence[str], Sequence[str], Sequence[str]]] = {
    "string": (
        ["aws:PrincipalTag/team", "aws:ResourceTag/team", "s3:prefix", "aws:RequestedRegion", "aws:username"],
        _STRINGS,
        ["red", "blue", "r*", "?ed", "*", "", "home/", "home/${aws:username}/", "home/*", "us-east-1", "alice", "ALICE",
         *VARIABLES, "${*}", "${aws:PrincipalTag/team}*"],
    ),
    "set": (
        list(MULTIVALUED),
        _STRINGS,
        ["team", "env", "e*", "TEAM", "o-acme/*", "o-acme/r-1/ou-a/", "*"],
    ),
    "numeric": (["s3:max-keys", "aws:MultiFactorAuthAge"], ["Numeric" + each for each in _COMPARE], ["10", "100", "3600", "10.50", "0"]),
    "date": (
        ["aws:CurrentTime", "aws:EpochTime"],
        ["Date" + each for each in _COMPARE],
        ["2026-06-01T12:00:00Z", "2026-12-25T00:00:00Z", "2026-06-01T21:00:00+09:00", "2026-01-01"],
    ),
    "bool": (["aws:SecureTransport", "aws:MultiFactorAuthPresent", "aws:PrincipalIsAWSService"], ["Bool"], ["true", "false", "TRUE"]),
    "binary": (["ec2:UserDataHash"], ["BinaryEquals"], ["QmluYXJ5", "b3RoZXI="]),
    "ip": (
        ["aws:SourceIp"],
        ["IpAddress", "NotIpAddress"],
        ["203.0.113.0/24", "198.51.100.1", "0.0.0.0/0", "2001:db8::/32", "203.0.113.7/32"],
    ),
    "arn": (
        ["aws:PrincipalArn", "aws:SourceArn"],
        ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
        [USER, ROLE, f"arn:aws:iam::{A}:role/*", "arn:aws:iam::*:user/a*", "arn:aws:*:*:*:*", "arn:aws:s3:::rep*",
         f"arn:aws:iam::{A}:user/${{aws:username}}", "arn:aws:cloudtrail:*:111122223333:trail/*"],
    ),
    "null": (
        ["aws:PrincipalTag/team", "aws:MultiFactorAuthAge", "aws:TagKeys", "aws:username"], ["Null"], ["true", "false"],
    ),
}  # fmt: skip
