"""What a caller can reach, group of actions by group."""

from __future__ import annotations

import json
from typing import Any

import pytest

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, decide
from iamtutor.catalog import Catalog, CatalogError
from iamtutor.policy import PolicyKind, read
from iamtutor.reason import Budget, Domain, Reason, Scope, actions_of
from iamtutor.reason.actions import Actions
from iamtutor.reason.reachable import reached_groups

USER = Principal.parse("arn:aws:iam::111122223333:user/dev")


@pytest.fixture(scope="module")
def actions() -> Actions:
    try:
        return actions_of(Catalog.installed({}))
    except CatalogError:
        pytest.skip("the catalogue is not installed")


def identity(*statements: Any) -> EffectivePolicies:
    text = json.dumps({"Version": "2012-10-17", "Statement": list(statements)})
    document = read(text, PolicyKind.IDENTITY).document
    assert document is not None
    return EffectivePolicies(identity=[NamedPolicy("own", document)])


def statement(effect: str, action: Any, resource: str = "*", **more: Any) -> Any:
    return {"Effect": effect, "Action": action, "Resource": resource, **more}


def test_each_group_that_is_open_has_a_request_that_goes_through(actions: Actions) -> None:
    policies = identity(
        statement("Allow", ["s3:GetObject", "sqs:*"]), statement("Deny", "sqs:DeleteQueue"), statement("Deny", "sns:*")
    )
    scope = Scope(USER, Domain("111122223333"), actions)
    found = list(reached_groups(policies, scope, Budget()))
    assert all(each.witness is not None and decide(each.witness.request, policies).allowed for each in found)
    reached = {each.witness.request.action for each in found if each.witness is not None}
    assert "s3:GetObject" in reached
    assert any(action.startswith("sqs:") for action in reached)
    assert "sqs:DeleteQueue" not in reached


def test_what_no_request_can_be_is_not_reached(actions: Actions) -> None:
    """s3:ListBucket works on buckets, never on objects."""
    scope = Scope(USER, Domain("111122223333"), actions)
    assert (
        list(reached_groups(identity(statement("Allow", "s3:ListBucket", "arn:aws:s3:::box/*")), scope, Budget())) == []
    )


def test_a_pattern_narrows_the_question(actions: Actions) -> None:
    scope = Scope(USER, Domain("111122223333"), actions)
    policies = identity(statement("Allow", ["s3:Get*", "sqs:SendMessage"]))
    found = list(reached_groups(policies, scope, Budget(), "SQS:Send*"))
    assert [each.witness.request.action for each in found if each.witness is not None] == ["sqs:SendMessage"]


def test_an_action_that_the_catalogue_does_not_have_is_reached(actions: Actions) -> None:
    scope = Scope(USER, Domain("111122223333"), actions)
    found = list(reached_groups(identity(statement("Allow", "s3:MakeCoffee")), scope, Budget(), "s3:MakeCoffee"))
    assert [each.witness.request.action for each in found if each.witness is not None] == ["s3:MakeCoffee"]


def test_what_the_steps_do_not_suffice_for_stays_open(actions: Actions) -> None:
    condition = {"StringLike": {"aws:PrincipalTag/a": "*a*b*c*"}, "StringNotLike": {"aws:PrincipalTag/a": "*b*"}}
    scope = Scope(USER, Domain("111122223333"), actions)
    policies = identity(statement("Allow", "s3:GetObject", Condition=condition))
    assert [each.unknown for each in reached_groups(policies, scope, Budget(2))] == [Reason.BUDGET]
