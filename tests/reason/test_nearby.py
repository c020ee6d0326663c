"""Which actions some patterns on resources can be about: none that they reach is left out."""

from __future__ import annotations

import pytest

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, Request
from iamtutor.access.outline import outline
from iamtutor.reason.arn_template import example_of
from iamtutor.reason.domain import Domain
from iamtutor.reason.nearby import actions_near
from iamtutor.reason.terms import side_of
from tests.reason.policies import allow, deny, installed_actions, policy

CALLER = Principal.parse("arn:aws:iam::111122223333:user/dev")


def near(*resources: str) -> int | None:
    policies = EffectivePolicies([NamedPolicy("p", policy(*(allow("*", each) for each in resources), deny("s3:Put*")))])
    request = Request(CALLER, "sqs:SendMessage", "arn:aws:none:::example")
    return actions_near(side_of(outline(request, policies)), Domain("111122223333"), installed_actions())


@pytest.mark.parametrize(
    ("resource", "inside", "outside"),
    [
        ("arn:aws:s3:::b/*", "s3:GetObject", "ec2:RunInstances"),
        ("arn:aws:s3:::b/*", "s3:ListBucket", "s3:ListAllMyBuckets"),
        ("arn:aws:sqs:*:*:${aws:username}", "sqs:SendMessage", "sns:Publish"),
    ],
)
def test_actions_of_the_services_that_a_pattern_names(resource: str, inside: str, outside: str) -> None:
    found, actions = near(resource), installed_actions()
    assert found is not None
    numbers = [actions.number(name) for name in (inside, outside)]
    assert [found >> number & 1 for number in numbers if number is not None] == [1, 0]


@pytest.mark.parametrize(
    "other", ["*", "arn:aws:*:::b/*", "arn:aws:s?s:*:*:queue", "arn:*:lambda:*:*:*", "ar?:aws:s3:::b", "*:table/*"]
)
def test_where_some_pattern_may_be_about_any_service_all_are_near(other: str) -> None:
    assert near("arn:aws:s3:::b/*", other) is None


@pytest.mark.parametrize("resource", ["arn:aws:iam::*:role/*", "arn:aws:lambda:us-east-1:*:*", "arn:aws:ec2:*:*:*"])
def test_no_action_whose_resource_matches_is_left_out(resource: str) -> None:
    found, actions = near(resource), installed_actions()
    assert found is not None
    statement = NamedPolicy("p", policy(allow("*", resource))).compiled(principals=False).statements[0]
    matched = 0
    for number, name in enumerate(actions.names):
        for template in actions.resources(number) or ("*",):
            example = template if template == "*" else example_of(template)
            if statement.covers_resource(Request(CALLER, "sqs:SendMessage", example)):
                matched += 1
                assert found >> number & 1, name
    assert matched > 10


def test_every_action_is_under_some_service_or_none() -> None:
    actions = installed_actions()
    total = 0
    for bits in actions.by_arn_service.values():
        total |= bits
    assert total == actions.every
