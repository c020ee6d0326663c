"""z3 answers the same questions: no disagreement on small random pairs, of which the second is nearly the first."""

from __future__ import annotations

import copy
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal
from iamtutor.catalog import KeyType
from iamtutor.reason import Budget, Domain, KeyDomain, Scope, UndecidedError, first_only
from tests.conftest import EVERYTHING
from tests.reason.written import actions, document

z3 = pytest.importorskip("z3", reason="z3-solver is not installed: install the extra `test`")

Json = Any
CHUNK = 40
CHUNKS = 12 if EVERYTHING else 1
MILLISECONDS = 2_000
ACTIONS = ["s3:GetObject", "s3:PutObject"]
RESOURCES = ["a", "a*", "*a", "*", "a/*", "a/?", "*/b", "a*b", "?", "??*", "b", "a/b"]
TEXTS = ["a", "A", "b", "ab", "", "a*", "?", "*b", "*"]
CONDITIONS: list[tuple[str, list[str], list[str]]] = [
    ("aws:PrincipalTag/t", ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase",
                            "StringLike", "StringNotLike"], TEXTS),
    ("aws:PrincipalTag/u", ["StringEquals", "StringNotLike", "StringLike"], TEXTS),
    ("aws:TagKeys", ["StringEquals", "StringNotEquals", "StringLike", "StringNotLike"], ["a", "b", "a*", "ab", "*"]),
    ("s3:max-keys", ["NumericEquals", "NumericNotEquals", "NumericLessThan", "NumericLessThanEquals", "NumericGreaterThan",
                     "NumericGreaterThanEquals"], ["0", "1", "2", "9"]),
    ("aws:SourceIp", ["IpAddress", "NotIpAddress"], ["10.0.0.0/8", "10.1.0.0/16", "10.0.0.1", "0.0.0.0/0", "11.0.0.0/8"]),
]  # fmt: skip


def keys(key: str, _action: str | None) -> KeyDomain:
    if key == "s3:max-keys":
        return KeyDomain(multivalued=False, kinds=frozenset({KeyType.NUMERIC}), whole=True)
    if key == "aws:sourceip":
        return KeyDomain(multivalued=False, kinds=frozenset({KeyType.IP}))
    return KeyDomain(multivalued=True) if key == "aws:tagkeys" else KeyDomain(multivalued=False)


def condition(random: Random) -> tuple[str, str, Json]:
    key, operators, values = random.choice(CONDITIONS)
    if random.random() < 0.15:
        return "Null", key, random.choice(["true", "false"])
    operator = random.choice(operators)
    if (key == "aws:TagKeys" and random.random() < 0.9) or random.random() < 0.1:
        operator = random.choice(["ForAllValues:", "ForAnyValue:"]) + operator
    if not operator.startswith("ForAny") and random.random() < 0.2:
        operator += "IfExists"
    return operator, key, random.sample(values, random.randint(1, 2))


def statement(random: Random) -> Json:
    found: Json = {"Effect": random.choice(["Allow", "Allow", "Deny"])}
    found["NotAction" if random.random() < 0.1 else "Action"] = random.choice([ACTIONS, ACTIONS[:1], ACTIONS[1:]])
    found["NotResource" if random.random() < 0.2 else "Resource"] = random.sample(RESOURCES, random.randint(1, 2))
    block: Json = {}
    for _ in range(random.choice([0, 1, 1, 2])):
        operator, key, values = condition(random)
        block.setdefault(operator, {})[key] = values
    return found | ({"Condition": block} if block else {})


def pair(random: Random) -> tuple[list[Json], list[Json]]:
    first = [statement(random) for _ in range(random.randint(1, 3))]
    second = copy.deepcopy(first)
    for _ in range(random.choice([0, 1, 1, 2])):
        one = random.choice(second)
        match random.randrange(5):
            case 0:
                second.append(statement(random))
            case 1 if len(second) > 1:
                second.remove(one)
            case 2:
                one["Effect"] = "Deny" if one["Effect"] == "Allow" else "Allow"
            case 3:
                other = statement(random)
                for element in ("Condition", "Resource", "NotResource"):
                    one.pop(element, None)
                    one.update({element: other[element]} if element in other else {})
            case _:
                other = statement(random)
                one.pop("Condition", None)
                one.update({"Condition": other["Condition"]} if "Condition" in other else {})
    return first, second


def ours(first: list[Json], second: list[Json]) -> bool | None:
    sides = [EffectivePolicies([NamedPolicy("p", document(*each))]) for each in (first, second)]
    caller = Principal.parse("arn:aws:iam::111122223333:user/dev")
    domain = Domain("111122223333", keys, real=False, services=frozenset({"s3"}))
    try:
        return first_only(*sides, Scope(caller, domain, actions()), Budget()) is not None
    except UndecidedError:
        return None


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_agrees_with_z3(chunk: int, random_seed: int, record_property: Callable[[str, object], None]) -> None:
    from tests.reason.solver import only_in_first

    # NotAction reaches every other action of the service too: one that no statement names stands for them.
    asked = [*ACTIONS, "s3:DeleteObject"]
    counts: Counter[str] = Counter()
    for number in range(chunk * CHUNK, (chunk + 1) * CHUNK):
        first, second = pair(Random(f"{random_seed}/{number}"))
        for one, other in ((first, second), (second, first)):
            theirs = only_in_first(one, other, asked, MILLISECONDS)
            mine = ours(one, other)
            if theirs is None or mine is None:
                counts["z3 timed out" if theirs is None else "undecided"] += 1
                continue
            assert mine is theirs, f"{random_seed}/{number}: z3 says {theirs} of {one} and not {other}"
            counts["sat" if mine else "unsat"] += 1
    record_property("solver", dict(counts))
