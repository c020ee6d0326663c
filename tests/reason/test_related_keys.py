"""No witness contradicts itself: keys that say the same of a request agree, or the question stays open.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
"""

from __future__ import annotations

import pytest

from iamtutor.policy import PolicyKind
from iamtutor.reason import Reason
from tests.reason.written import Json, allow, deny, one_way

AGE, PRESENT = "aws:MultiFactorAuthAge", "aws:MultiFactorAuthPresent"
YOUNG: Json = {"NumericLessThan": {AGE: "3600"}}
SURE: Json = {"Bool": {PRESENT: "true"}}
A = "111122223333"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (allow(Condition=YOUNG), allow(Condition=YOUNG | SURE)),
        (
            allow(Condition={"DateLessThan": {"aws:CurrentTime": "2026-01-01T00:00:00Z"}}),
            allow(Condition={"DateLessThan": {"aws:EpochTime": "1767225600"}}),
        ),
        (
            allow(Condition={"ArnLike": {"aws:PrincipalArn": f"arn:aws:iam::{A}:user/*"}}),
            allow(Condition={"StringEquals": {"aws:PrincipalAccount": A}}),
        ),
        (
            allow(Condition={"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/dev"}}),
            allow(Condition={"StringEquals": {"aws:username": "dev"}}),
        ),
    ],
)
def test_what_contradicts_itself_is_not_shown(first: Json, second: Json) -> None:
    found = one_way([first], [second])
    assert found.witness is None
    assert found.unknown is Reason.RELATED_KEYS


def test_a_witness_is_made_to_agree_with_itself() -> None:
    both = one_way([allow(Condition=SURE)], [allow(Condition=SURE | YOUNG)]).witness
    assert both is not None
    assert both.context[PRESENT] == "true"
    assert int(str(both.context[AGE])) >= 3600

    tagged = {"StringEquals": {"aws:RequestTag/team": "red"}}
    only = {"ForAllValues:StringEquals": {"aws:TagKeys": "team"}}
    tags = one_way(
        [allow("ec2:CreateTags", Condition=tagged)], [allow("ec2:CreateTags", Condition=tagged | only)]
    ).witness
    assert tags is not None
    assert "team" in tags.context["aws:TagKeys"]
    assert len(tags.context["aws:TagKeys"]) == 2


def test_a_caller_of_another_account_has_an_arn_there() -> None:
    who = {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::444455556666:*"}}
    found = one_way(
        [allow(Principal="*", Condition=who)],
        [deny("s3:*", Principal="*", Condition={"StringEquals": {"aws:PrincipalAccount": A}})],
        PolicyKind.RESOURCE,
    ).witness
    assert found is not None
    assert found.request.context["aws:principalaccount"] == "444455556666"


@pytest.mark.parametrize("turned", [False, True])
def test_tags_and_their_keys_are_the_same_thing(turned: bool) -> None:
    """A request that brings a tag has its key in aws:TagKeys, and the other way round: the two conditions are equal."""
    by_tag = allow("ec2:CreateTags", Condition={"Null": {"aws:RequestTag/team": "false"}})
    by_key = allow("ec2:CreateTags", Condition={"ForAnyValue:StringEquals": {"aws:TagKeys": "team"}})
    first, second = (by_key, by_tag) if turned else (by_tag, by_key)
    assert one_way([first], [second]).none


def test_the_region_that_is_called_is_the_region_of_the_resource() -> None:
    by_key = allow("sqs:SendMessage", "*", Condition={"StringEquals": {"aws:RequestedRegion": "us-east-1"}})
    by_arn = allow("sqs:SendMessage", "arn:aws:sqs:us-east-1:*:*")
    assert one_way([by_key], [by_arn]).none
    assert one_way([by_arn], [by_key]).none
    other = allow("sqs:SendMessage", "arn:aws:sqs:us-*:*:*")
    witness = one_way([other], [by_key]).witness
    assert witness is not None
    assert ":us-east-1:" not in witness.request.resource
