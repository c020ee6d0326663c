"""How much a policy allows: exact numbers on small policies, and that more Allow is never less."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iamtutor.catalog import AccessLevel
from iamtutor.policy import PolicyDocument, PolicyKind
from iamtutor.reason import Measure, Share, granted, measure
from tests.reason.policies import allow, deny, installed_actions, policy

OBJECTS, BUCKET = "arn:aws:s3:::b/*", "arn:aws:s3:::b"
MFA = {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
IDENTITY = PolicyKind.IDENTITY
LIST, READ, WRITE = AccessLevel.LIST, AccessLevel.READ, AccessLevel.WRITE
PERMISSIONS = AccessLevel.PERMISSIONS_MANAGEMENT


def measured(*statements: dict[str, Any], kind: PolicyKind = IDENTITY) -> Measure:
    return measure(policy(*statements, kind=kind), kind, installed_actions())


def counts(found: Measure) -> dict[tuple[AccessLevel, Share], int]:
    return {(level, share): count for level, shares in found.levels.items() for share, count in shares.items() if count}


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([allow("s3:GetObject")], {(READ, Share.EVERYTHING): 1}),
        ([allow("s3:GetObject", "**")], {(READ, Share.EVERYTHING): 1}),
        ([allow("s3:GetObject", OBJECTS)], {(READ, Share.PATTERN): 1}),
        ([allow("s3:GetObject", "arn:aws:s3:::b/k")], {(READ, Share.NAMED): 1}),
        ([allow("s3:GetObject", OBJECTS, Condition=MFA)], {(READ, Share.CONDITIONAL): 1}),
        # A literal bucket beside a pattern on its objects: each action sees the one that is of its type.
        ([allow(["s3:GetObject", "s3:ListBucket"], [BUCKET, OBJECTS])],
         {(READ, Share.PATTERN): 1, (LIST, Share.NAMED): 1}),
        # No bucket has such a name, and no object is a bucket: nothing is granted.
        ([allow("s3:ListBucket", OBJECTS)], {}),
        ([allow("iam:GetUser", "arn:aws:iam::*:user/*")], {(READ, Share.EVERYTHING): 1}),
        ([allow("iam:GetUser", "arn:aws:iam::*:user/d*")], {(READ, Share.PATTERN): 1}),
        ([allow("s3:ListAllMyBuckets", BUCKET)], {}),
        # A Deny cuts, and one with a condition leaves nothing certain.
        ([allow("s3:GetObject"), deny("s3:*", "arn:aws:s3:::b/pay/*")], {(READ, Share.PATTERN): 1}),
        ([allow("s3:GetObject"), deny("*", Condition=MFA)], {(READ, Share.CONDITIONAL): 1}),
        ([allow("s3:GetObject"), deny("s3:Get*")], {}),
        # Allowed with or without MFA is allowed, but the two halves are not put together.
        ([allow("s3:GetObject", OBJECTS), allow("s3:GetObject", Condition=MFA)], {(READ, Share.PATTERN): 1}),
        ([allow("s3:GetObject", "arn:aws:s3:::b/${aws:username}/*")], {(READ, Share.PATTERN): 1}),
        # Needs no permission, so no policy grants it.
        ([allow("sts:GetCallerIdentity")], {}),
    ],
)  # fmt: skip
def test_levels_and_shares(statements: list[dict[str, Any]], expected: dict[tuple[AccessLevel, Share], int]) -> None:
    assert counts(measured(*statements)) == expected


def test_the_exact_number_is_that_of_the_catalogue() -> None:
    actions = installed_actions()
    found = measured(allow("s3:*"), deny("s3:Put*"))
    spoken = set(actions.catalog.expand("s3:*")) - set(actions.catalog.expand("s3:Put*"))
    assert found.count == len(spoken)
    assert {service: sum(levels.values()) for service, levels in found.services.items()} == {"s3": len(spoken)}
    assert measured(allow("*")).count == len(actions.names) - 2  # sts:GetCallerIdentity and sts:GetSessionToken


@pytest.mark.parametrize("kind", [PolicyKind.BOUNDARY, PolicyKind.SESSION, PolicyKind.SCP])
def test_policies_that_limit_are_measured_by_what_they_let_through(kind: PolicyKind) -> None:
    assert counts(measured(allow("s3:GetObject", OBJECTS), kind=kind)) == {(READ, Share.PATTERN): 1}


def test_a_trust_policy_grants_to_assume_its_role() -> None:
    trust = {"Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": ["sts:AssumeRole", "sts:TagSession"]}
    found = measured(trust, kind=PolicyKind.TRUST)
    assert found.count == 2
    assert counts(found) == {(WRITE, Share.EVERYTHING): 1, (AccessLevel.TAGGING, Share.EVERYTHING): 1}


def test_whichever_caller_gets_most_counts() -> None:
    team = allow("s3:GetObject", OBJECTS, Principal={"AWS": "111122223333"})
    partner = allow("s3:*", OBJECTS, Principal={"AWS": "222233334444"}, Condition=MFA)
    assert counts(measured(team, kind=PolicyKind.RESOURCE)) == {(READ, Share.PATTERN): 1}
    both = measured(team, partner, kind=PolicyKind.RESOURCE)
    assert both.levels[READ][Share.PATTERN] == 1
    assert both.levels[WRITE][Share.CONDITIONAL] > 0


def test_what_hangs_on_each_statement_alone() -> None:
    found = measured(allow(["s3:GetObject", "s3:PutObject"], OBJECTS), allow("s3:GetObject"), allow("s3:GetObject"))
    alone = [(each.lost.bit_count(), each.narrowed.bit_count()) for each in found.statements]
    assert alone == [(1, 0), (0, 0), (0, 0)]


def test_permissions_management_on_everything_goes_first() -> None:
    found = measured(allow(["ec2:Describe*", "s3:PutBucketPolicy"]), allow("iam:*", "arn:aws:iam::*:user/dev"))
    first, *others = found.removals
    assert (first.statement.index, first.pattern) == (1, None)
    assert [(each.statement.index, each.pattern) for each in others] == [
        (0, "s3:PutBucketPolicy"),
        (0, "ec2:Describe*"),
    ]
    one = measured(allow("ec2:*"), allow(["s3:PutBucketPolicy", "s3:Get*"])).removals[0]
    assert one.freed[0] > 0


def test_patterns_that_overlap_lose_only_their_own() -> None:
    found = measured(allow(["s3:Get*", "s3:GetObject", "s3:PutObject"]))
    lost = {each.pattern: each.lost.bit_count() for each in found.removals}
    every = len(installed_actions().catalog.expand("s3:Get*"))
    assert lost == {"s3:Get*": every - 1, "s3:PutObject": 1}  # s3:GetObject goes by neither pattern alone


ACTIONS = ["s3:GetObject", "s3:*", "s3:List*", "iam:Pass*", "sqs:SendMessage", "kms:Decrypt"]
RESOURCES = ["*", OBJECTS, BUCKET, "arn:aws:s3:::b/k", "arn:aws:iam::111122223333:role/*", "arn:aws:s3:::b/pay/*"]
CONDITIONS = [{}, {"Condition": MFA}, {"Condition": {"StringEquals": {"s3:prefix": "a"}}}]
STATEMENTS = st.builds(
    lambda effect, action, resource, more: {"Effect": effect, "Action": action, "Resource": resource, **more},
    st.sampled_from(["Allow", "Deny"]),
    st.sampled_from(ACTIONS),
    st.sampled_from(RESOURCES),
    st.sampled_from(CONDITIONS),
)


def _without_last(document: PolicyDocument) -> PolicyDocument:
    return replace(document, statements=document.statements[:-1])


@given(st.lists(STATEMENTS, min_size=1, max_size=5))
def test_an_allow_never_lowers_and_a_deny_never_raises(statements: list[dict[str, Any]]) -> None:
    actions = installed_actions()
    document = policy(*statements)
    more = granted(document, IDENTITY, actions)
    less = granted(_without_last(document), IDENTITY, actions)
    if statements[-1]["Effect"] == "Deny":
        more, less = less, more
    assert less.granted & ~more.granted == 0
    assert less.weight(actions) <= more.weight(actions)
    assert all(low <= high for low, high in zip(less.weights(actions), more.weights(actions), strict=True))
