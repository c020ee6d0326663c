"""What one condition key may hold, against trying many values: what is found holds, what is not found is not there.

The meaning of the operators is the evaluator's own (`ConditionTest.holds`), whose tests name AWS's pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product
from random import Random

import pytest

from iamtutor.access.condition import ConditionTest
from iamtutor.catalog import KeyType
from iamtutor.policy.operators.date import instant
from iamtutor.policy.operators.ip import address
from iamtutor.policy.operators.numeric import number
from iamtutor.policy.variables import Context, ContextValue
from iamtutor.reason import Relation, UndecidedError
from iamtutor.reason.budget import Budget
from iamtutor.reason.charset import DIGITS
from iamtutor.reason.domain import FREE, KeyDomain
from iamtutor.reason.elements import Wanted
from iamtutor.reason.glob import repeated_glob
from iamtutor.reason.key_theory import find_value
from tests.conftest import EVERYTHING
from tests.reason.written import Json, allow, deny, document, one_way, relation

SYSTEMS = 6_000 if EVERYTHING else 500
KEY = "example:key"
COMPARE = ["Equals", "NotEquals", "LessThan", "LessThanEquals", "GreaterThan", "GreaterThanEquals"]
ARNS = ["arn:aws:iam::1:user/a", "arn:aws:iam::1:user/b", "arn:aws:iam:::a", "arn:a:b:c:d:e:f", "x", "arn:*:a"]
SHORT = ["".join(word) for length in range(4) for word in product("aB*", repeat=length)]

FAMILIES: dict[str, tuple[list[str], list[str], list[str]]] = {
    "string": (
        ["StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike",
         "StringNotLike"],
        ["a", "b", "A", "ab", "", "*", "?", "a*", "*b", "?b", "??", "**", "${example:var}", "${example:var}*",
         "${example:none, 'a'}", "${example:none}", "${*}"],
        [*SHORT, "b", "ab", "b*", "bb", "abb", "other"],
    ),
    "arn": (
        ["ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike"],
        ["arn:aws:iam::1:user/*", "arn:aws:iam::*:user/a", "arn:*:*:*:*:*", "arn:*", "*", "arn:aws:iam:::${example:var}",
         "arn:a:b:c:d:*f", "*:*:*:*:*:*"],
        [*ARNS, "a:b:c:d:e:f", "arn:aws:iam::2:user/a", "arn:aws:iam:::", "::::::", ":::::", "a:b:c:d:e", "arn:x"],
    ),
    "numeric": (
        [f"Numeric{each}" for each in COMPARE],
        ["0", "1", "2", "5", "2.5", "-1", "x", "+2"],
        ["0", "1", "2", "3", "4", "5", "6", "-1", "-2", "2.5", "2.4", "2.6", "1.5", "0.5", "4.5", "5.5", "x", "", "1e3"],
    ),
    "date": (
        [f"Date{each}" for each in COMPARE],
        ["2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "2026", "1767225602", "0999-05-05", "x",
         "2026-01-01T00:00:00.500Z"],
        ["2026-01-01T00:00:00Z", "1767225599", "1767225600", "1767225601", "1767225602", "1767225603", "1767225600.5",
         "1767225600.25", "1767225600.75", "0998-01-01", "0999-05-05", "1000-01-01", "2030", "x", ""],
    ),
    "ip": (
        ["IpAddress", "NotIpAddress"],
        ["203.0.113.0/24", "203.0.113.7", "203.0.113.0/25", "0.0.0.0/0", "0.0.0.0/1", "2001:db8::/32", "::/0", "x",
         "255.255.255.255"],
        ["203.0.113.7", "203.0.113.6", "203.0.113.127", "203.0.113.128", "203.0.114.0", "203.0.112.255", "0.0.0.0",
         "127.255.255.255", "128.0.0.0", "255.255.255.255", "255.255.255.254", "2001:db8::1", "2001:db9::1", "::", "x", ""],
    ),
    "bool": (["Bool"], ["true", "false", "TRUE", "x", "${example:var}"], ["true", "false", "True", "x", ""]),
    "binary": (["BinaryEquals"], ["QQ==", "Qg=="], ["QQ==", "Qg==", "x", ""]),
}  # fmt: skip


def condition(random: Random, family: str) -> ConditionTest:
    operators, values, _ = FAMILIES[family]
    operator, listed = random.choice(operators), random.sample(values, random.randint(1, min(3, len(values))))
    if random.random() < 0.12:
        operator, listed = "Null", [random.choice(["true", "false"])]
    else:
        if random.random() < 0.4:
            operator = random.choice(["ForAllValues:", "ForAnyValue:"]) + operator
        if not operator.startswith("ForAny") and random.random() < 0.2:
            operator += "IfExists"
    [found] = document(allow(Condition={operator: {KEY: listed}})).statements[0].conditions
    return ConditionTest(found, substitutes=True)


def values_to_try(family: str, domain: KeyDomain) -> Iterator[ContextValue | None]:
    if domain.absent:
        yield None
    if not domain.present:
        return
    singles = FAMILIES[family][2] if domain.values is None else domain.values
    singles = [value for value in singles if domain.takes(value) and _is_of_kind(family, value, domain)]
    if not domain.multivalued:
        yield from singles
    if domain.multivalued is not False:
        some = [value for value in singles if value]
        for size in (1, 2, 3) if len(some) < 25 else (1, 2):
            yield from combinations(some, size)


def _is_of_kind(family: str, value: str, domain: KeyDomain) -> bool:
    if not domain.kinds or family not in ("numeric", "date", "ip"):
        return True
    if family == "numeric":
        return number(value) is not None and not (domain.whole and ("." in value or value.startswith("-")))
    if family == "date":
        return instant(value) is not None and not (domain.whole and value.startswith("1767225600."))
    return address(value) is not None


def holds(wanted: list[Wanted], context: Context) -> bool:
    return all(test.holds(context) is expected for test, expected in wanted)


TYPED = frozenset({KeyType.NUMERIC, KeyType.DATE, KeyType.IP})
DOMAINS = [
    KeyDomain(kinds=TYPED, whole=True),
    KeyDomain(kinds=TYPED, multivalued=True),
    FREE,
    KeyDomain(multivalued=True),
    KeyDomain(multivalued=False),
    KeyDomain(absent=False),
    KeyDomain(absent=False, multivalued=False),
    KeyDomain(multivalued=False, values=("true", "false")),
    KeyDomain(shapes=(repeated_glob(DIGITS, 1),)),
]


@pytest.mark.parametrize("family", FAMILIES)
def test_values_are_found_where_there_are_any(family: str, random_seed: int) -> None:
    random = Random(f"{random_seed}/{family}")
    nothing = 0
    for _ in range(SYSTEMS):
        wanted = [(condition(random, family), random.random() < 0.5) for _ in range(random.randint(1, 4))]
        domain = random.choice(DOMAINS)
        context = {"example:var": random.choice(["a", "*", "", "B"])} if random.random() < 0.7 else {}
        try:
            found = find_value(KEY, wanted, domain, context, Budget())
        except UndecidedError:
            assert domain.shapes
            continue
        told = [
            (test.condition.operator, [v.value for v in test.condition.values], expected) for test, expected in wanted
        ]
        if found is None:
            nothing += 1
            for value in values_to_try(family, domain):
                filled = context if value is None else {**context, KEY: value}
                assert not holds(wanted, filled) or _is_open(wanted, value), (told, domain, context, value)
            continue
        filled = context if found.value is None else {**context, KEY: found.value}
        assert holds(wanted, filled), (told, domain, context, found)
        assert domain.absent or found.value is not None
        for each in (found.value,) if isinstance(found.value, str) else found.value or ():
            assert domain.takes(each)
            assert domain.values is None or each in domain.values
    assert nothing > SYSTEMS // 20


def _is_open(wanted: list[Wanted], value: ContextValue | None) -> bool:
    """A list under a plain operator only: AWS requires a set operator and does not say what happens without."""
    return isinstance(value, tuple) and not any(
        test.operator is not None and test.operator.qualifier is not None for test, _ in wanted
    )


@pytest.mark.parametrize(
    ("operator", "wide", "narrow"),
    [("NumericLessThan", "3", "2"), ("DateLessThan", "1767225602", "1767225601")],
)
def test_a_tag_need_not_hold_a_whole_number(operator: str, wide: str, narrow: str) -> None:
    """Tags hold text: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"""
    tag = "aws:PrincipalTag/level"
    some = [allow(Condition={operator + "Equals": {tag: narrow}})]
    assert relation([allow(Condition={operator: {tag: wide}})], some) is Relation.BROADER


def test_a_tag_need_not_hold_a_number_at_all() -> None:
    """Whether below or not: what is no number is neither."""
    tag = "aws:PrincipalTag/level"
    not_below = [allow(), deny(Condition={"NumericLessThanIfExists": {tag: "5"}})]
    above = [allow(Condition={"NumericGreaterThanEquals": {tag: "5"}})]
    found = one_way(not_below, above).witness
    assert found is not None
    assert number(str(found.context[tag])) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"Null": {"s3:max-keys": "false"}}, {"NumericGreaterThanEquals": {"s3:max-keys": "0"}}),
        ({"NumericLessThan": {"s3:max-keys": "3"}}, {"NumericLessThanEquals": {"s3:max-keys": "2.5"}}),
    ],
)
def test_counts_are_whole_and_not_below_zero(first: Json, second: Json) -> None:
    """https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html (max-keys)"""
    bucket = "s3:ListBucket"
    assert relation([allow(bucket, Condition=first)], [allow(bucket, Condition=second)]) is Relation.EQUIVALENT
