"""Whom a comparison asks: everybody whom the documents, or their conditions, can tell apart."""

from __future__ import annotations

import pytest

from iamtutor.access.principal import PrincipalKind
from iamtutor.policy import PolicyKind
from iamtutor.reason import Relation
from tests.reason.written import NOTHING, Json, allow, deny, one_way, relation

A = "111122223333"
ACCOUNT = {"AWS": f"arn:aws:iam::{A}:root"}
EVERYBODY = NOTHING | {"Principal": "*"}
ROOT_USERS = {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:root"}}


@pytest.mark.parametrize("pattern", [f"arn:aws:iam::{A}:role/Admin*", f"arn:aws:iam::{A}:user/team/*"])
def test_an_account_stands_for_all_its_users_and_roles(pattern: str) -> None:
    """An account as Principal means every identity in it; a condition on aws:PrincipalArn picks some of them.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
    """
    some = allow(Principal=ACCOUNT, Condition={"ArnLike": {"aws:PrincipalArn": pattern}})
    assert relation([some], [EVERYBODY], PolicyKind.RESOURCE) is Relation.BROADER


def test_whoever_is_found_in_an_account_belongs_to_it() -> None:
    others = {"StringNotEquals": {"aws:PrincipalAccount": A}}
    assert relation([allow(Principal=ACCOUNT, Condition=others)], [EVERYBODY], PolicyKind.RESOURCE) is (
        Relation.EQUIVALENT
    )
    elsewhere = {"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::999900001111:*"}}
    assert relation([allow(Principal=ACCOUNT, Condition=elsewhere)], [EVERYBODY], PolicyKind.RESOURCE) is (
        Relation.EQUIVALENT
    )


def test_an_account_has_a_root_user_too() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html"""
    but_root: Json = deny("s3:*", NotPrincipal=ACCOUNT)
    found = one_way([allow(Principal=ACCOUNT), but_root], [EVERYBODY], PolicyKind.RESOURCE)
    assert found.witness is not None
    assert found.witness.request.principal.kind is PrincipalKind.ROOT


@pytest.mark.parametrize(
    "condition",
    [ROOT_USERS, {"StringEquals": {"aws:PrincipalType": "Account"}}, {"StringLike": {"aws:PrincipalArn": "*:root"}}],
)
def test_service_control_policies_bind_root_users(condition: Json) -> None:
    """https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_examples_general.html

    (Prevent the root user from any action)
    """
    found = one_way([allow("*")], [allow("*"), deny(Condition=condition)], PolicyKind.SCP)
    assert found.witness is not None
    assert found.witness.request.principal.kind is PrincipalKind.ROOT


def test_resource_control_policies_bind_root_users() -> None:
    guard = deny("s3:*", Principal="*", Condition=ROOT_USERS)
    nothing = deny("sqs:AddPermission", Principal="*", Condition=ROOT_USERS)
    found = one_way([nothing], [nothing, guard], PolicyKind.RCP)
    assert found.witness is not None
    assert found.witness.request.principal.kind is PrincipalKind.ROOT


@pytest.mark.parametrize(
    ("condition", "kind"),
    [
        ({"Bool": {"aws:PrincipalIsAWSService": "true"}}, PrincipalKind.SERVICE),
        ({"StringEquals": {"aws:PrincipalType": "Anonymous"}}, PrincipalKind.ANONYMOUS),
    ],
)
@pytest.mark.parametrize("policy", [PolicyKind.RCP, PolicyKind.ENDPOINT])
def test_resource_control_and_endpoint_policies_bind_services_and_strangers(
    condition: Json, kind: PrincipalKind, policy: PolicyKind
) -> None:
    """https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_examples.html

    (Enforce controls on access of AWS services to your resources)
    """
    full = allow("*", Principal="*")
    guard = deny("s3:*", Principal="*", Condition=condition)
    nothing = deny("sqs:AddPermission", Principal="*")
    base = [full] if policy is PolicyKind.ENDPOINT else [nothing]
    found = one_way(base, [*base, guard], policy)
    assert found.witness is not None
    assert found.witness.request.principal.kind is kind


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        (
            {"StringLike": {"aws:PrincipalArn": ["arn:aws:iam::*", "arn:aws:sts::*"]}},
            {"Null": {"aws:PrincipalArn": "false"}},
        ),
        (
            {"StringLike": {"aws:PrincipalAccount": ["?" * 12, "anonymous"]}},
            {"Null": {"aws:PrincipalAccount": "false"}},
        ),
        ({"Null": {"aws:PrincipalServiceName": "false"}}, {"Bool": {"aws:PrincipalIsAWSService": "true"}}),
    ],
)
def test_no_caller_has_keys_that_none_of_its_kind_has(narrow: Json, wide: Json) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (Availability)"""
    some = [allow(Principal="*", Condition=narrow)]
    more = [allow(Principal="*", Condition=wide)]
    found = one_way(more, some, PolicyKind.RESOURCE)
    service = found.witness is not None and found.witness.request.principal.kind is PrincipalKind.SERVICE
    assert found.none or service, found


def test_a_service_stands_for_every_service() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html (aws:PrincipalServiceName)"""
    trails = {"StringEquals": {"aws:PrincipalServiceName": "cloudtrail.amazonaws.com"}}
    assert relation([allow(Principal="*", Condition=trails)], [EVERYBODY], PolicyKind.RESOURCE) is Relation.BROADER


def test_the_arn_of_a_user_names_its_federated_sessions() -> None:
    """They have no user name: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html"""
    user = {"AWS": f"arn:aws:iam::{A}:user/dev"}
    full = allow("*", Principal="*")
    nameless = deny("s3:*", Principal=user, Condition={"Null": {"aws:username": "true"}})
    found = one_way([full], [full, nameless], PolicyKind.ENDPOINT)
    assert found.witness is not None
    assert found.witness.request.principal.kind is PrincipalKind.FEDERATED_USER


def test_an_account_has_federated_sessions_too() -> None:
    federated = {"StringEquals": {"aws:PrincipalType": "FederatedUser"}}
    for principal in (ACCOUNT, "*"):
        some = [allow(Principal=principal, Condition=federated)]
        assert relation(some, [EVERYBODY], PolicyKind.RESOURCE) is Relation.BROADER, principal


def test_a_role_on_a_list_of_exceptions_is_not_yet_its_session() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html

    (the ARN of the session must be listed beside that of the role)
    """
    role = {"AWS": f"arn:aws:iam::{A}:role/app"}
    some = allow(Principal=role)
    others = deny("s3:*", NotPrincipal=role, Condition={"StringEquals": {"aws:PrincipalAccount": A}})
    found = one_way([some], [some, others], PolicyKind.RESOURCE)
    assert found.witness is not None
    assert found.witness.request.principal.kind is PrincipalKind.SESSION


@pytest.mark.parametrize("kind", [PolicyKind.RESOURCE, PolicyKind.TRUST])
def test_no_caller_belongs_to_the_account_that_owns_the_resources(kind: PolicyKind) -> None:
    """Whichever account a policy names, its callers come from outside, so that the policy alone decides."""
    for account in ("999988887777", "888877776666", "777766665555"):
        action = (
            {"Action": "sts:AssumeRole"} if kind is PolicyKind.TRUST else {"Action": "s3:GetObject", "Resource": "*"}
        )
        named = {"Effect": "Allow", "Principal": {"AWS": f"arn:aws:iam::{account}:role/dev"}, **action}
        other = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, **action}
        assert one_way([named], [other], kind).witness is not None
