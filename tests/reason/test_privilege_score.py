"""The least-privilege score: exact numbers on small pairs, and 100 exactly where the proof says so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.policy import PolicyKind
from iamtutor.reason import LeastPrivilege, Relation, compare, least_privilege_of
from tests.reason.policies import allow, deny, installed_actions, policy
from tests.reason.test_measurement import MFA, STATEMENTS

GOAL = allow("s3:GetObject", "arn:aws:s3:::b/*")
THREE = [f"arn:aws:s3:::{name}/*" for name in ("a", "b", "c")]
IDENTITY = PolicyKind.IDENTITY


def scored(answer: list[dict[str, Any]], goal: list[dict[str, Any]], kind: PolicyKind = IDENTITY) -> LeastPrivilege:
    actions = installed_actions()
    pair = policy(*answer, kind=kind), policy(*goal, kind=kind)
    equal = compare(*pair, kind, actions).relation is Relation.EQUIVALENT
    return least_privilege_of(*pair, kind, actions, equal=equal)


@pytest.mark.parametrize(
    ("answer", "score", "shared", "excess", "missing"),
    [
        ([GOAL], 100, 2, 0, 0),
        # All other objects count as much as those of the goal; a Read weighs 2.
        ([allow("s3:GetObject")], 50, 2, 2, 0),
        ([allow("s3:GetObject", "arn:aws:s3:::b*")], 50, 2, 2, 0),
        ([allow("s3:GetObject", "arn:aws:s3:::b/pay/*")], 50, 2, 0, 2),
        ([GOAL, allow("iam:PassRole")], 33, 2, 4, 0),  # a Write weighs 4
        ([GOAL, allow("s3:PutBucketPolicy")], 20, 2, 8, 0),  # managing permissions 8
        ([GOAL, deny("s3:GetObject", Condition=MFA)], 50, 2, 0, 2),
        ([allow("s3:PutObject")], 0, 0, 4, 2),
    ],
)  # fmt: skip
def test_scores(answer: list[dict[str, Any]], score: int, shared: int, excess: int, missing: int) -> None:
    found = scored(answer, [GOAL])
    assert (found.score, found.shared, found.excess, found.missing) == (score, shared, excess, missing)


def test_all_actions_are_far_off() -> None:
    ladder = [
        scored([allow(actions, resources)], [GOAL]).score
        for actions, resources in (
            ("*", "*"), ("s3:*", "*"), ("s3:Get*", "*"), ("s3:GetObject", "*"), ("s3:GetObject", "arn:aws:s3:::b/*"),
        )
    ]  # fmt: skip
    assert ladder == sorted(ladder)
    assert (ladder[0], ladder[-1]) == (0, 100)


@pytest.mark.parametrize(("covered", "score"), [(3, 100), (2, 66), (1, 33)])
def test_each_resource_of_the_goal_counts(covered: int, score: int) -> None:
    assert scored([allow("s3:GetObject", THREE[:covered])], [allow("s3:GetObject", THREE)]).score == score


def test_the_rest_of_the_world_counts_as_much_as_all_that_is_named() -> None:
    assert scored([allow("s3:GetObject")], [allow("s3:GetObject", THREE)]).score == 50


def test_another_way_to_write_the_same_is_full() -> None:
    goal = [allow(["s3:GetObject", "s3:GetObjectAcl"], THREE)]
    answer = [allow(action, THREE[::-1]) for action in ("s3:GetObjectAcl", "s3:getobject")]
    assert scored(answer, goal).score == 100


def test_a_trust_policy_is_scored_over_its_callers() -> None:
    def trust(*accounts: str) -> list[dict[str, Any]]:
        return [{"Effect": "Allow", "Principal": {"AWS": list(accounts)}, "Action": "sts:AssumeRole"}]

    assert scored(trust("111122223333"), trust("111122223333", "555566667777"), PolicyKind.TRUST).score == 50


def test_without_a_proof_it_is_never_full() -> None:
    pair = policy(GOAL), policy(GOAL)
    found = least_privilege_of(*pair, IDENTITY, installed_actions(), equal=False)
    assert found.score == 99


def test_nothing_against_something_is_nothing() -> None:
    assert scored([deny("*")], [GOAL]).score == 0


@given(st.lists(STATEMENTS, min_size=1, max_size=3), st.lists(STATEMENTS, min_size=1, max_size=3))
def test_full_exactly_by_proof_and_the_same_for_any_order(
    answer: list[dict[str, Any]], goal: list[dict[str, Any]]
) -> None:
    actions = installed_actions()
    pair = policy(*answer), policy(*goal)
    comparison = compare(*pair, IDENTITY, actions)
    found = scored(answer, goal)
    assert (found.score == 100) is (comparison.relation is Relation.EQUIVALENT)
    if comparison.relation is Relation.EQUIVALENT:
        assert found.excess == found.missing == 0 or _needs_a_key_that_no_action_has(answer, goal)
    turned = scored(goal, answer)
    assert (turned.shared, turned.excess, turned.missing) == (found.shared, found.missing, found.excess)
    assert scored(answer[::-1], goal[::-1]) == found


def _needs_a_key_that_no_action_has(*sides: list[dict[str, Any]]) -> bool:
    """Cells take a group's actions together: a key that only some of them have may tell cells apart that never occur."""
    return any("s3:prefix" in str(statement) for side in sides for statement in side)
