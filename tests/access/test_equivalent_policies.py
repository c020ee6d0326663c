"""Policies that say the same decide the same: order, splitting, merging, lists of one, case of actions and keys."""

from __future__ import annotations

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.access import Decision, decide
from iamtutor.access.wire import read_case
from tests.access.generated import cases
from tests.access.rewrites import groups_of, listed, merged, recased, rewritten, shuffled, split, unlisted

Json = Any


def decided(case: Json) -> Decision:
    return decide(*read_case(case))


def assert_same(case: Json, other: Json) -> None:
    """The same verdict, for the same reasons."""
    before, after = decided(case), decided(other)
    assert (after.verdict, after.layer, after.blocked_by) == (before.verdict, before.layer, before.blocked_by)
    assert after.refusal is before.refusal


def with_documents(case: Json, change: Any) -> Json:
    found = rewritten(case, list)
    for group in groups_of(found):
        for policy in group:
            policy["document"] = change(policy["document"])
    return found


@given(cases(), st.randoms(use_true_random=False))
def test_order_changes_nothing(case: Json, random: Random) -> None:
    assert_same(case, shuffled(case, random))


@given(cases())
def test_splitting_statements_changes_nothing(case: Json) -> None:
    assert_same(case, rewritten(case, lambda found: [part for each in found for part in split(each)]))


@given(cases())
def test_merging_policies_changes_nothing(case: Json) -> None:
    assert_same(case, merged(case))


@given(cases())
def test_a_list_of_one_is_its_only_value(case: Json) -> None:
    assert_same(case, with_documents(case, listed))
    assert_same(case, with_documents(case, unlisted))


@given(cases(), st.randoms(use_true_random=False))
def test_the_case_of_actions_and_of_key_names_changes_nothing(case: Json, random: Random) -> None:
    other = recased(case, random)
    assert_same(case, other)
    named = [(ref.layer, ref.policy, ref.index) for ref in decided(case).statements]
    assert [(ref.layer, ref.policy, ref.index) for ref in decided(other).statements] == named


def test_a_statement_with_two_of_everything_becomes_several() -> None:
    """So that the test above splits at all."""
    whole = {
        "Effect": "Allow", "Action": ["a:b", "a:c"], "Resource": ["*", "arn:aws:a:::b"], "Principal": {"AWS": ["1", "2"]},
        "Condition": {"StringEquals": {"x:y": ["1", "2"]}, "StringNotEquals": {"x:z": ["1", "2"]}},
    }  # fmt: skip
    parts = split(whole)
    assert len(parts) == 16
    assert parts[0]["Condition"] == {"StringEquals": {"x:y": "1"}, "StringNotEquals": {"x:z": ["1", "2"]}}
