"""Pairs of policies to compare: goals of the size of an exercise, each with the usual wrong answers and rewritings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from iamtutor.policy import PolicyDocument, PolicyKind, read

Statement = dict[str, Any]
Statements = list[Statement]
Pair = tuple[PolicyDocument, PolicyDocument]

BUCKET, OBJECTS = "arn:aws:s3:::acme-reports", "arn:aws:s3:::acme-reports/*"
MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
OFFICE = {"IpAddress": {"aws:SourceIp": ["203.0.113.0/24", "198.51.100.0/24"]}}


def _allow(action: str | list[str], resource: str | list[str] = "*", **more: Any) -> Statement:
    return {"Effect": "Allow", "Action": action, "Resource": resource, **more}


def _deny(action: str | list[str], resource: str | list[str] = "*", **more: Any) -> Statement:
    return {"Effect": "Deny", "Action": action, "Resource": resource, **more}


GOALS: tuple[Statements, ...] = (
    [_allow("s3:GetObject", OBJECTS)],
    [_allow(["s3:GetObject", "s3:PutObject"], OBJECTS), _allow("s3:ListBucket", BUCKET)],
    [_allow("s3:ListBucket", BUCKET, Condition={"StringLike": {"s3:prefix": ["", "home/*", "home/${aws:username}/*"]}})],
    [_allow("s3:*", [BUCKET, f"{BUCKET}/home/${{aws:username}}/*"])],
    [_allow("s3:*"), _deny("s3:DeleteBucket")],
    [_allow("*"), _deny("*", Condition={"BoolIfExists": {"aws:MultiFactorAuthPresent": "false"}})],
    [_allow("ec2:*", Condition={"StringEquals": {"aws:RequestedRegion": ["ap-northeast-2", "us-east-1"]}})],
    [_allow(["ec2:StartInstances", "ec2:StopInstances"], "arn:aws:ec2:*:111122223333:instance/*",
            Condition={"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}})],
    [_allow("ec2:Describe*"), _allow("ec2:RunInstances", ["arn:aws:ec2:*:*:instance/*", "arn:aws:ec2:*::image/ami-*"])],
    [_allow(["dynamodb:GetItem", "dynamodb:Query"], "arn:aws:dynamodb:us-east-1:111122223333:table/Orders",
            Condition={"ForAllValues:StringEquals": {"dynamodb:LeadingKeys": ["${aws:username}"]}})],
    [_allow("iam:PassRole", "arn:aws:iam::111122223333:role/app-*",
            Condition={"StringEquals": {"iam:PassedToService": "ec2.amazonaws.com"}})],
    [_allow("lambda:InvokeFunction", "arn:aws:lambda:*:111122223333:function:billing-*", Condition=MFA)],
    [_allow("sts:AssumeRole", "arn:aws:iam::222233334444:role/audit")],
    [_allow("kms:Decrypt", "arn:aws:kms:us-east-1:111122223333:key/*",
            Condition={"StringEquals": {"kms:ViaService": "s3.us-east-1.amazonaws.com"}})],
    [_allow("s3:GetObject", OBJECTS, Condition=OFFICE), _deny("s3:*", f"{BUCKET}/pay/*")],
    [_allow("sqs:SendMessage", "arn:aws:sqs:us-east-1:111122223333:orders",
            Condition={"DateLessThan": {"aws:CurrentTime": "2027-01-01T00:00:00Z"}})],
    [{"Effect": "Allow", "NotAction": ["iam:*", "organizations:*"], "Resource": "*"}],
    [_deny("s3:*", Condition={"Bool": {"aws:SecureTransport": "false"}}), _allow("s3:Get*", [BUCKET, OBJECTS])],
)  # fmt: skip


def mutations(goal: Statements) -> Iterator[Statements]:
    """What learners write instead: too broad, too tight, confused, or the same in another way."""
    yield deepcopy(goal)
    yield deepcopy(goal[::-1])
    for number in range(len(goal)):
        if len(goal) > 1:
            yield [each for place, each in enumerate(goal) if place != number]
        for change in _changes(goal[number]):
            yield [change if place == number else each for place, each in enumerate(goal)]
        for parts in _split(goal[number]):
            yield [*goal[:number], *parts, *goal[number + 1 :]]
    yield [*goal, _deny("s3:GetObject", f"{BUCKET}/pay/*")]
    yield [*goal, _allow("s3:GetObject", f"{BUCKET}*")]
    yield [*goal, _allow("iam:PassRole")]


def _changes(statement: Statement) -> Iterator[Statement]:
    action = "NotAction" if "NotAction" in statement else "Action"
    first = statement[action][0] if isinstance(statement[action], list) else statement[action]
    service, _, name = first.partition(":")
    for actions in (f"{service}:*", f"{service}:{name[:3]}*", "*", [first], f"{service}:{name.upper()}"):
        yield {**statement, action: actions}
    resources = statement["Resource"] if isinstance(statement["Resource"], list) else [statement["Resource"]]
    for changed in (
        "*",
        [f"{each}*" for each in resources],
        resources[:1],
        [f"{each}/x" for each in resources],
        OBJECTS,
    ):
        yield {**statement, "Resource": changed}
    if "Condition" in statement:
        yield {key: value for key, value in statement.items() if key != "Condition"}
        ((operator, keys),) = statement["Condition"].items()
        yield {**statement, "Condition": {f"{operator}IfExists": keys}}
        yield {**statement, "Condition": {operator: {key: _first(values) for key, values in keys.items()}}}
        yield {**statement, "Condition": {**statement["Condition"], "Null": {"aws:PrincipalTag/team": "false"}}}
    else:
        yield {**statement, "Condition": MFA}
        yield {**statement, "Condition": OFFICE}
    yield {**statement, "Effect": "Deny" if statement["Effect"] == "Allow" else "Allow"}


def _first(values: str | list[str]) -> str:
    return values[0] if isinstance(values, list) else values


def _split(statement: Statement) -> Iterator[Statements]:
    for element in ("Action", "Resource"):
        values = statement.get(element)
        if isinstance(values, list) and len(values) > 1:
            yield [{**statement, element: value} for value in values]


def exercise_pairs() -> list[Pair]:
    """Each goal against each of its mutations, and against the next goal."""
    pairs: list[Pair] = []
    for number, goal in enumerate(GOALS):
        document = _document(goal)
        pairs += [(_document(answer), document) for answer in mutations(goal)]
        pairs.append((_document(GOALS[number - 1]), document))
    return pairs


def adversarial_pairs() -> dict[str, Pair]:
    """Policies made to be hard: many stars, patterns that nearly cover each other, many conditions on one key."""
    stars = "*a*b*c*d*e*f*g*h*"
    overlapping = [f"arn:aws:s3:::{'?' * n}*{chr(97 + n)}*" for n in range(20)]
    combs = [f"arn:aws:s3:::*{'a?' * n}*b" for n in range(1, 16)]
    keys = {"StringLike": {f"aws:RequestTag/k{n}": f"*{n}*" for n in range(12)}}
    denies = [_deny("s3:*", each, Condition={"StringNotLike": {f"aws:RequestTag/k{n}": f"{n}*"}})
              for n, each in enumerate(overlapping[:12])]  # fmt: skip
    variables = [f"arn:aws:s3:::${{aws:PrincipalTag/a{n}}}-*-${{aws:PrincipalTag/a{n + 1}}}/*" for n in range(6)]
    nested = "arn:aws:s3:::" + "*?" * 60
    return {
        "many stars": (_document([_allow("s3:*", f"arn:aws:s3:::{stars}")]), _document([_allow("s3:*", combs)])),
        "nearly covering": (_document([_allow("s3:*", combs)]), _document([_allow("s3:*", overlapping)])),
        "keys by denies": (_document([_allow("s3:*", Condition=keys), *denies]), _document([_allow("s3:*"), *denies])),
        "variables": (_document([_allow("s3:*", variables)]), _document([_allow("s3:*", variables[1:])])),
        "stars and marks": (_document([_allow("s3:*", nested)]), _document([_allow("s3:*", f"{nested}x")])),
    }


def _document(statements: Statements) -> PolicyDocument:
    text = json.dumps({"Version": "2012-10-17", "Statement": statements})
    document = read(text, PolicyKind.IDENTITY).document
    if document is None or len(document.statements) != len(statements):
        raise ValueError(text)
    return document
