"""Prints what a fixed list of comparisons finds; run as a program, in the order that the first argument shuffles."""

from __future__ import annotations

import sys
from random import Random

from iamtutor.policy import PolicyKind
from iamtutor.reason import OneWay, only_in_first
from tests.reason.written import Json, actions, document

STEPS = (60, 300, 400_000)

CONDITIONS: list[Json] = [
    {"StringEquals": {"aws:PrincipalTag/a": ["x", "y"]}},
    {"StringLike": {"aws:PrincipalTag/b": ["p*", "q*", "r"]}},
    {"NumericLessThan": {"s3:signatureAge": "50"}},
    {"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "192.0.2.0/24"]}},
    {"Bool": {"aws:SecureTransport": "true"}},
    {"StringEquals": {"aws:PrincipalTag/c": ["${aws:username}", "z"]}},
    {"ForAnyValue:StringEquals": {"aws:CalledVia": ["a", "b"]}},
]
RESOURCES = ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*", "arn:aws:s3:::a/x*", "*", "arn:aws:s3:::*/${aws:username}/*",
             "arn:aws:s3:::c"]  # fmt: skip
ACTIONS = ["s3:GetObject", "s3:PutObject", "s3:*", "s3:Get*", "s3:ListBucket"]


def some_statement(random: Random) -> Json:
    found: Json = {
        "Effect": random.choice(["Allow", "Allow", "Deny"]),
        "Action": random.sample(ACTIONS, random.randint(1, 2)),
        "Resource": random.sample(RESOURCES, random.randint(1, 3)),
    }
    block: Json = {}
    for condition in random.sample(CONDITIONS, random.randint(0, 3)):
        for operator, keys in condition.items():
            block.setdefault(operator, {}).update(keys)
    return found | ({"Condition": block} if block else {})


def told(found: OneWay) -> str:
    if found.witness is None:
        return str(found.unknown or "none")
    request = found.witness.request
    return f"{request.action} {request.resource} {sorted(found.witness.context.items())}"


def pairs(count: int) -> list[tuple[list[Json], list[Json]]]:
    random = Random(5)
    return [
        tuple([some_statement(random) for _ in range(random.randint(2, 5))] for _ in range(2))
        for _ in range(count)  # type: ignore[misc]
    ]


def main() -> None:
    order = sys.argv[1]
    numbered = [(f"{number:02} {steps:6}", pair, steps) for number, pair in enumerate(pairs(40)) for steps in STEPS]
    if order != "straight":
        Random(order).shuffle(numbered)
    answers: dict[str, str] = {}
    for name, (first, second), steps in numbered:
        one, other = document(*first), document(*second)
        answers[name] = told(only_in_first(one, other, PolicyKind.IDENTITY, actions(), steps=steps))
    for name in sorted(answers):
        print(name, answers[name])


if __name__ == "__main__":
    main()
