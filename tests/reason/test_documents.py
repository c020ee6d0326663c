"""Two documents of one kind, over every caller: "nothing" survives callers of all kinds, with the keys that they have."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, Request, decide
from iamtutor.policy import PolicyKind
from iamtutor.policy.variables import ContextValue
from iamtutor.reason import Reason, only_in_first
from tests.conftest import EVERYTHING
from tests.reason.written import Json, actions, allow, document

CHUNK = 60
CHUNKS = 6 if EVERYTHING else 1
SAMPLES = 600 if EVERYTHING else 150
A, B, OWNER = "111122223333", "444455556666", "999988887777"
ENTITIES = ["user/dev", "user/dev2", "user/team/dev", "role/app", "role/admin", "role/path/app", "root"]
CALLERS: list[Json] = [
    *(f"arn:aws:iam::{account}:{entity}" for account in (A, B) for entity in ENTITIES),
    f"arn:aws:sts::{A}:assumed-role/app/ci", f"arn:aws:sts::{B}:assumed-role/app/x", f"arn:aws:sts::{A}:assumed-role/admin/x",
    f"arn:aws:sts::{A}:federated-user/dev", "anonymous", {"service": "ec2.amazonaws.com"}, {"service": "x.amazonaws.com"},
    {"federated": "accounts.google.com"},
]  # fmt: skip
NAMED: list[Json] = [
    "*", {"AWS": "*"}, {"AWS": A}, {"AWS": f"arn:aws:iam::{A}:root"}, {"AWS": f"arn:aws:iam::{A}:user/dev"},
    {"AWS": f"arn:aws:iam::{A}:role/app"}, {"AWS": f"arn:aws:sts::{A}:assumed-role/app/ci"}, {"Service": "ec2.amazonaws.com"},
    {"Federated": "accounts.google.com"}, {"AWS": [A, B]}, {"AWS": [f"arn:aws:iam::{A}:role/app", A]},
    {"AWS": f"arn:aws:sts::{A}:federated-user/dev"},
]  # fmt: skip
CONDITIONS: list[Json] = [
    {"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{A}:role/*"}},
    {"ArnLike": {"aws:PrincipalArn": ["arn:aws:iam::*:root", "arn:aws:iam::*:user/dev*"]}},
    {"ArnNotLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/app"}},
    {"StringEquals": {"aws:PrincipalAccount": A}},
    {"StringNotEquals": {"aws:PrincipalAccount": [A, B]}},
    {"StringEquals": {"aws:PrincipalType": ["User", "Account"]}},
    {"StringLike": {"aws:username": "dev*"}},
    {"StringNotEqualsIfExists": {"aws:username": "dev"}},
    {"Null": {"aws:username": "true"}},
    {"Bool": {"aws:PrincipalIsAWSService": "true"}},
    {"BoolIfExists": {"aws:PrincipalIsAWSService": "false"}},
    {"StringLike": {"aws:PrincipalServiceName": "x*"}},
    {"StringEquals": {"aws:PrincipalOrgID": "o-1"}},
    {"Bool": {"aws:MultiFactorAuthPresent": "true"}},
    {"StringEquals": {"aws:PrincipalTag/t": "x"}},
    {"Null": {"aws:PrincipalArn": "false"}},
]
RESOURCES = ["*", "arn:aws:s3:::a/*", "arn:aws:s3:::a/${aws:username}/*", "arn:aws:s3:::a/dev/*", "arn:aws:s3:::*/x"]
CONTEXT = {
    "aws:PrincipalOrgID": ["o-1", "o-2"],
    "aws:MultiFactorAuthPresent": ["true", "false"],
    "aws:PrincipalTag/t": ["x", "y", ""],
}
KINDS = [PolicyKind.RESOURCE, PolicyKind.RESOURCE, PolicyKind.TRUST, PolicyKind.SCP, PolicyKind.RCP, PolicyKind.ENDPOINT,
         PolicyKind.IDENTITY, PolicyKind.BOUNDARY, PolicyKind.SESSION]  # fmt: skip


def statement(random: Random, kind: PolicyKind) -> Json:
    effect = random.choice(["Allow", "Allow", "Deny"]) if kind is not PolicyKind.RCP else "Deny"
    found: Json = {"Effect": effect}
    if kind is PolicyKind.RCP:
        found["Principal"] = "*"
    elif kind.names_principals:
        negated = effect == "Deny" and random.random() < 0.3
        found["NotPrincipal" if negated else "Principal"] = random.choice(NAMED)
    if kind is PolicyKind.TRUST:
        found["Action"] = random.choice(
            ["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", ["sts:AssumeRole", "sts:TagSession"]]
        )
    else:
        found["Action"] = random.choice(["s3:GetObject", "s3:*", ["s3:GetObject", "s3:PutObject"]])
        found["NotResource" if random.random() < 0.1 else "Resource"] = random.choice(RESOURCES)
    block: Json = {}
    for condition in random.sample(CONDITIONS, random.choice([0, 1, 1, 2])):
        for operator, keys in condition.items():
            block.setdefault(operator, {}).update(keys)
    return found | ({"Condition": block} if block else {})


def pair(random: Random, kind: PolicyKind) -> tuple[list[Json], list[Json]]:
    first = [statement(random, kind) for _ in range(random.randint(1, 2))]
    if kind in (PolicyKind.SCP, PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.ENDPOINT) and random.random() < 0.6:
        first.append(allow("*", **({"Principal": "*"} if kind.names_principals else {})))
    second = copy.deepcopy(first)
    match random.randrange(4):
        case 0:
            second.append(statement(random, kind))
        case 1 if len(second) > 1:
            second.pop(0)
        case 2:
            second[0] = statement(random, kind)
        case _:
            second[0].pop("Condition", None)
            second[0].update({"Condition": random.choice(CONDITIONS)})
    return first, second


FULL = NamedPolicy("full", document(allow("*")))
OPEN = NamedPolicy("open", document(allow("*", Principal="*"), kind=PolicyKind.RESOURCE))


def placed(kind: PolicyKind, statements: list[Json]) -> EffectivePolicies:
    """The document beside all that a request needs else, for any caller."""
    policy = NamedPolicy("p", document(*statements, kind=kind))
    match kind:
        case PolicyKind.RESOURCE | PolicyKind.TRUST:
            return EffectivePolicies([FULL], session=[FULL], resource=policy)
        case PolicyKind.SCP:
            return EffectivePolicies([FULL], scp=[[policy]])
        case PolicyKind.RCP:
            return EffectivePolicies([FULL], session=[FULL], rcp=[[policy]], resource=OPEN)
        case PolicyKind.ENDPOINT:
            return EffectivePolicies([FULL], session=[FULL], endpoint=[policy], resource=OPEN)
        case PolicyKind.BOUNDARY:
            return EffectivePolicies([FULL], boundary=policy)
        case PolicyKind.SESSION:
            return EffectivePolicies([FULL], session=[policy])
        case _:
            return EffectivePolicies([policy])


def request(random: Random, kind: PolicyKind) -> Request:
    written = random.choice(CALLERS)
    caller = Principal.parse(written)
    if kind is PolicyKind.SESSION and caller.role_arn is None:
        caller = Principal.parse(f"arn:aws:iam::{A}:role/app")
    context: dict[str, ContextValue] = {}
    if caller.has_identity:
        context = {key: random.choice(values) for key, values in CONTEXT.items() if random.random() < 0.6}
    if caller.account is None:
        context.pop("aws:PrincipalTag/t", None)
    if kind is PolicyKind.TRUST:
        action = random.choice(["sts:AssumeRole", "sts:AssumeRoleWithWebIdentity", "sts:TagSession"])
        return Request(caller, action, f"arn:aws:iam::{OWNER}:role/example", OWNER, context)
    owner = OWNER if kind is PolicyKind.RESOURCE else caller.account or A
    resource = random.choice(["arn:aws:s3:::a/x", "arn:aws:s3:::a/dev/x", "arn:aws:s3:::a/dev2/x", "arn:aws:s3:::b/y"])
    return Request(caller, random.choice(["s3:GetObject", "s3:PutObject"]), resource, owner, context)


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_nothing_is_nothing_for_every_caller(
    chunk: int, random_seed: int, record_property: Callable[[str, object], None]
) -> None:
    counts: Counter[str] = Counter()
    for number in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        counts.update(checked(f"{random_seed}/{number}"))
    assert counts["witness"] > CHUNK // 10
    record_property("comparisons", dict(counts))


def checked(name: str) -> list[str]:
    random = Random(name)
    kind = random.choice(KINDS)
    first, second = pair(random, kind)
    return [one_way(name, kind, one, other, random) for one, other in ((first, second), (second, first))]


def one_way(name: str, kind: PolicyKind, first: list[Json], second: list[Json], random: Random) -> str:
    found = only_in_first(document(*first, kind=kind), document(*second, kind=kind), kind, actions())
    told = f"{name} {kind}\n{json.dumps(first)}\n{json.dumps(second)}"
    assert found.unknown is not Reason.MISMATCH, f"{told}\n{found.about}"
    if not found.none:
        return "witness" if found.witness is not None else str(found.unknown)
    allowing, refusing = placed(kind, first), placed(kind, second)
    for _ in range(SAMPLES):
        asked = request(random, kind)
        if decide(asked, allowing).allowed:
            assert decide(asked, refusing).allowed, f"{told}\n{asked} {asked.context}"
    return "none"
