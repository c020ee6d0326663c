"""Condition operators, value by value.

By https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html; rows marked
"open" are what the page leaves open, where this evaluator takes no match and says so in the trace.
"""

from __future__ import annotations

import pytest

from iamtutor.access.condition import ConditionTest, Reason
from iamtutor.policy.document import Condition, Text
from iamtutor.policy.finding import Span
from iamtutor.policy.operators import OPERATORS, Qualifier, parse_operator

NOWHERE = Span(0, 0)
Value = str | tuple[str, ...] | None


def compiled(operator: str, *values: str, version: bool = True) -> ConditionTest:
    texts = tuple(Text(value, NOWHERE) for value in values)
    return ConditionTest(Condition(operator, "key", texts, NOWHERE, NOWHERE), substitutes=version)


def holds(operator: str, wants: str | tuple[str, ...], has: Value, **context: str) -> bool:
    condition = compiled(operator, *((wants,) if isinstance(wants, str) else wants))
    found = ({} if has is None else {"key": has}) | context
    answer = condition.holds(found)
    assert condition.outcome(found).holds is answer, "the answer and its explanation must agree"
    return answer


@pytest.mark.parametrize(
    ("operator", "wants", "has", "expected"),
    [
        ("StringEquals", "a", "a", True), ("StringEquals", "a", "A", False), ("StringEquals", "a*", "ab", False),
        ("StringEquals", "a*", "a*", True), ("StringEquals", "", "", True), ("StringEquals", ("a", "b"), "b", True),
        ("StringNotEquals", "a", "b", True), ("StringNotEquals", ("a", "b"), "b", False),
        ("StringNotEquals", "a", None, True), ("StringEquals", "a", None, False),
        ("StringEqualsIgnoreCase", "Team", "tEAM", True), ("StringEqualsIgnoreCase", "Team", "Teams", False),
        ("StringNotEqualsIgnoreCase", "Team", "tEAM", False), ("StringNotEqualsIgnoreCase", "Team", None, True),
        ("StringLike", "a*c", "abc", True), ("StringLike", "a*c", "a\nc", True), ("StringLike", "a?c", "abbc", False),
        ("StringLike", "A*", "abc", False), ("StringNotLike", "a*", "abc", False), ("StringNotLike", "a*", "b", True),
        ("NumericEquals", "10", "10.0", True), ("NumericEquals", "10", "10abc", False),
        ("NumericNotEquals", "10", "11", True), ("NumericNotEquals", "10", None, True),
        ("NumericLessThan", "10", "9.99", True), ("NumericLessThan", "10", "10", False),
        ("NumericLessThanEquals", "10", "10", True), ("NumericGreaterThan", "-1", "0", True),
        ("NumericGreaterThanEquals", "0.1", "0.10", True), ("NumericEquals", "1e3", "1000", False),
        ("NumericEquals", "9007199254740993", "9007199254740992", False),
        ("DateEquals", "2026-01-01T00:00:00Z", "2026-01-01T09:00:00+09:00", True),
        ("DateEquals", "2026-01-01", "1767225600", True), ("DateEquals", "2026", "2026-01-01T00:00:00Z", True),
        ("DateLessThan", "2026-01-01T00:00:00.5Z", "2026-01-01T00:00:00.25Z", True),
        ("DateGreaterThan", "2026-01-01T00:00:00", "2026-01-01T00:00:01Z", True),
        ("DateNotEquals", "2026-01-01", "2026-01-02", True), ("DateEquals", "2026-02-30", "2026-03-02", False),
        ("DateLessThanEquals", "2026-01-01", "2026-01-01", True), ("DateGreaterThanEquals", "2026-01-02", "2026-01-01", False),
        ("Bool", "true", "TRUE", True), ("Bool", "false", "true", False), ("Bool", "true", None, False),
        ("Bool", "true", "yes", False), ("BinaryEquals", "QmluYXJ5", "QmluYXJ5", True), ("BinaryEquals", "QmluYXJ5", "qmluYXJ5", False),
        ("IpAddress", "203.0.113.0/24", "203.0.113.7", True), ("IpAddress", "203.0.113.0/24", "203.0.114.7", False),
        ("IpAddress", "203.0.113.7", "203.0.113.7", True), ("IpAddress", "0.0.0.0/0", "198.51.100.1", True),
        ("IpAddress", "0.0.0.0/0", "2001:db8::1", False), ("IpAddress", "2001:db8::/32", "2001:DB8:0:0::1", True),
        ("IpAddress", "203.0.113.9/24", "203.0.113.7", True), ("NotIpAddress", "203.0.113.0/24", "198.51.100.1", True),
        ("NotIpAddress", "203.0.113.0/24", "2001:db8::1", True), ("NotIpAddress", "203.0.113.0/24", None, True),
        ("ArnLike", "arn:aws:iam::*:role/app*", "arn:aws:iam::111122223333:role/app/x:y", True),
        ("ArnEquals", "arn:aws:iam::*:role/app*", "arn:aws:iam::111122223333:role/app1", True),
        ("ArnLike", "arn:aws:*:role/app", "arn:aws:iam::111122223333:role/app", False),
        ("ArnNotLike", "arn:aws:iam::*:role/app", "arn:aws:iam::111122223333:user/app", True),
        ("ArnNotEquals", "arn:aws:iam::*:role/app", None, True), ("ArnLike", "arn:aws:iam::*:role/app", "app", False),
        ("Null", "true", None, True), ("Null", "true", "x", False), ("Null", "false", "x", True),
        ("Null", "false", None, False), ("Null", "false", "", True), ("Null", ("true", "false"), None, True),
    ],
)  # fmt: skip
def test_one_value(operator: str, wants: str | tuple[str, ...], has: Value, expected: bool) -> None:
    assert holds(operator, wants, has) is expected


@pytest.mark.parametrize(
    ("operator", "wants", "has", "expected"),
    [
        ("StringEqualsIfExists", "a", None, True), ("StringEqualsIfExists", "a", "b", False),
        ("StringNotEqualsIfExists", "a", None, True), ("BoolIfExists", "true", None, True),
        ("NumericLessThanIfExists", "10", None, True), ("ArnNotLikeIfExists", "arn:*", None, True),
        ("ForAllValues:StringEquals", "a", None, True), ("ForAllValues:StringEquals", "a", (), True),
        ("ForAllValues:StringEquals", "a", "", True), ("ForAllValues:StringEquals", "a", ("",), True),
        ("ForAllValues:StringEquals", ("a", "b"), ("b", "a"), True), ("ForAllValues:StringEquals", "a", ("a", "b"), False),
        ("ForAllValues:StringNotEquals", "a", ("b", "c"), True), ("ForAllValues:StringNotEquals", "a", ("a", "b"), False),
        ("ForAllValues:StringNotEquals", "a", None, True), ("ForAnyValue:StringEquals", "a", ("b", "a"), True),
        ("ForAnyValue:StringEquals", "a", None, False), ("ForAnyValue:StringEquals", "", ("",), False),
        ("ForAnyValue:StringNotEquals", "a", ("a", "b"), True), ("ForAnyValue:StringNotEquals", "a", ("a",), False),
        ("ForAnyValue:StringNotEquals", "a", None, False), ("ForAnyValue:StringLike", "a*", "abc", True),
        ("ForAnyValue:StringEqualsIfExists", "a", None, True), ("ForAllValues:StringEqualsIfExists", "a", ("b",), False),
    ],
)  # fmt: skip
def test_missing_keys_and_sets(operator: str, wants: str | tuple[str, ...], has: Value, expected: bool) -> None:
    assert holds(operator, wants, has) is expected


@pytest.mark.parametrize("operator", ["StringEquals", "StringNotEquals", "StringLike", "BoolIfExists", "ArnNotLike"])
def test_a_plain_operator_on_several_values_is_open(operator: str) -> None:
    outcome = compiled(operator, "a").outcome({"key": ("a", "b")})
    assert (outcome.holds, outcome.reason, outcome.undefined) == (False, Reason.MULTIVALUED, True)


@pytest.mark.parametrize(
    ("operator", "wants", "has"),
    [("NumericNotEquals", "10", "ten"), ("DateNotEquals", "2026-01-01", "soon"), ("NotIpAddress", "10.0.0.0/8", "here"),
     ("NumericNotEquals", "ten", "10"), ("NotIpAddress", "10.0.0.0/99", "10.0.0.1")],
)  # fmt: skip
def test_what_cannot_be_read_under_a_negated_operator_is_open(operator: str, wants: str, has: str) -> None:
    outcome = compiled(operator, wants).outcome({"key": has})
    assert (outcome.holds, outcome.reason, outcome.undefined) == (False, Reason.UNREADABLE, True)


def test_a_variable_without_a_value() -> None:
    """reference_policies_variables: the condition then matches nothing, so that a negated operator holds."""
    assert not holds("StringEquals", "${aws:username}", "alice")
    assert holds("StringNotEquals", "${aws:username}", "alice")
    assert holds("StringEquals", ("${aws:username}", "alice"), "alice")
    assert compiled("StringEquals", "${aws:username}").outcome({"key": "x"}).reason is Reason.UNRESOLVED


def test_what_a_variable_brings_in_is_literal() -> None:
    context = {"team": "*"}
    assert not holds("StringLike", "${team}", "red", **context)
    assert holds("StringLike", "${team}", "*", **context)
    assert holds("StringLike", "${*}", "*")
    assert not holds("StringLike", "${*}", "x")


def test_an_unknown_operator_never_holds_and_says_so() -> None:
    condition = compiled("StringMatches", "a")
    assert not condition.holds({"key": "a"})
    assert condition.outcome({"key": "a"}).reason is Reason.UNKNOWN_OPERATOR


@pytest.mark.parametrize(
    "written",
    ["Stringequals", "NullIfExists", "ForSomeValues:StringEquals", "StringEqualsIfexists", ":StringEquals", ""],
)
def test_operators_that_do_not_exist(written: str) -> None:
    assert parse_operator(written) is None


@pytest.mark.parametrize("name", sorted(OPERATORS))
def test_every_operator_can_be_qualified(name: str) -> None:
    for qualifier in Qualifier:
        found = parse_operator(f"{qualifier}:{name}")
        assert found is not None
        assert (found.base.name, found.qualifier, found.if_exists) == (name, qualifier, False)
    if name != "Null":
        found = parse_operator(f"{name}IfExists")
        assert found is not None
        assert found.if_exists


def test_the_operators_are_those_of_the_page() -> None:
    assert len(OPERATORS) == 6 + 6 + 6 + 1 + 1 + 2 + 4 + 1
