"""Large and crooked policies: every comparison ends, by an answer or by its budget, and soon."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import product

import pytest

from iamtutor.policy import PolicyKind
from iamtutor.policy.pattern import Piece
from iamtutor.reason import Budget, CancelledError, Reason, compare
from iamtutor.reason.budget import ExhaustedError
from iamtutor.reason.glob import plain_glob
from iamtutor.reason.word_search import find_word
from tests.reason.written import NOTHING, Json, actions, allow, compared, deny, document

SECONDS = 8.0
"""Far above what it takes here (about one second), for machines that are slow or busy."""


def starry(number: int) -> str:
    return "arn:aws:s3:::*" + "*".join(f"{char}{number % 7}" for char in "abcdefgh") + "*"


def many_keys(number: int) -> Json:
    return {
        "StringLike": {f"aws:PrincipalTag/k{number % 12}": [f"*{number}*x*", f"y{number}*"]},
        "NumericLessThan": {"s3:signatureAge": str(number)},
        "StringNotEqualsIfExists": {f"aws:PrincipalTag/k{(number + 5) % 12}": [f"a{number}", "b"]},
    }


SHAPES: dict[str, tuple[list[Json], list[Json]]] = {
    "stars": ([allow(resource=[starry(n) for n in range(40)])], [allow(resource=[starry(n) for n in range(1, 41)][::-1])]),
    "question marks": (
        [allow(resource="arn:aws:s3:::b/" + "?" * 60 + "*")],
        [allow(resource=[f"arn:aws:s3:::b/{'?' * n}a*" for n in range(60)])],
    ),
    "denied stars": ([allow(), *(deny(resource=f"arn:aws:s3:::*{n}*{n + 1}*{n + 2}*") for n in range(60))], [NOTHING]),
    "conditions": (
        [allow(Condition=many_keys(n)) for n in range(100)],
        [allow(Condition=many_keys(n)) for n in range(1, 100)] + [deny(Condition=many_keys(7))],
    ),
    "denied conditions": (
        [allow(), *(deny(Condition=many_keys(n)) for n in range(100))],
        [allow(), *(deny(Condition=many_keys(n)) for n in range(1, 101))],
    ),
    "unions": (
        [allow(resource=[f"arn:aws:s3:::{a}*{b}*{c}*" for a, b, c in product("abcd", repeat=3)])],
        [allow(resource=[f"arn:aws:s3:::{a}*{b}*{c}" for a, b, c in product("abcd", repeat=3)])],
    ),
    "elsewhere": ([allow("*", "arn:aws:nothing:::x*")], [NOTHING]),
    "no arn": ([allow("*", "x")], [NOTHING]),
    "not actions": (
        [{"Effect": "Allow", "NotAction": f"{s}:*", "Resource": f"arn:aws:{s}:::*"} for s in ("s3", "ec2", "iam", "sns", "kms")],
        [NOTHING],
    ),
    "statements": (
        [allow(f"s3:{a}*", f"arn:aws:s3:::b{n}/*") for n in range(150) for a in ("Get", "Put", "List")],
        [allow(f"s3:{a}*", f"arn:aws:s3:::b{n}/*") for n in range(1, 150) for a in ("Get", "Put", "List")],
    ),
    "variables": (
        [allow(resource=[f"arn:aws:s3:::b/${{aws:PrincipalTag/k{n}}}/${{aws:PrincipalTag/k{n + 1}}}*" for n in range(20)])],
        [allow(resource=[f"arn:aws:s3:::b/${{aws:PrincipalTag/k{n}}}*/${{aws:PrincipalTag/k{n + 1}}}" for n in range(20)])],
    ),
    "sets": (
        [allow(Condition={"ForAllValues:StringLike": {"aws:TagKeys": [f"*{n}*{n + 1}*" for n in range(40)]}})],
        [allow(Condition={"ForAnyValue:StringNotLike": {"aws:TagKeys": [f"*{n}*{n + 1}*" for n in range(40)]}})],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_every_comparison_ends(shape: str) -> None:
    first, second = SHAPES[shape]
    began = time.process_time()
    found = compared(first, second)
    assert time.process_time() - began < SECONDS, found.relation


def test_a_search_for_a_word_ends_by_its_budget() -> None:
    globs = [plain_glob((Piece("*" + "*".join(f"{c}{n}" for c in "abcdef") + "*", literal=False),)) for n in range(12)]
    negatives = [plain_glob((Piece(f"*{'?' * n}z*", literal=False),)) for n in range(20)]
    with pytest.raises(ExhaustedError):
        find_word(globs, negatives, Budget(2_000))


def counting(after: int) -> Callable[[], bool]:
    looks = 0

    def cancelled() -> bool:
        nonlocal looks
        looks += 1
        return looks > after

    return cancelled


@pytest.mark.parametrize("after", [0, 1])
def test_a_comparison_that_nobody_wants_stops(after: int) -> None:
    first, second = SHAPES["denied stars"]
    began = time.process_time()
    with pytest.raises(CancelledError):
        compare(document(*first), document(*second), PolicyKind.IDENTITY, actions(), cancelled=counting(after))
    assert time.process_time() - began < 2.0


def test_a_budget_of_nothing_says_so() -> None:
    first, second = SHAPES["unions"]
    found = compare(document(*first), document(*second), PolicyKind.IDENTITY, actions(), steps=0)
    assert found.only_first.unknown is Reason.BUDGET
    assert not found.only_first.none
