"""Units, accounts that move, and control policies within their limits.

https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies.html
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

import pytest

from iamtutor.cloud.api import Client, Cloud, iam_inline, s3, sts
from iamtutor.cloud.api import organizations_policies as policies
from iamtutor.cloud.api import organizations_tree as tree
from tests.cloud.api.scene import ACME, IAM, MGMT, PARTNER, WORLD, admin, allow, refusal, said, scene
from tests.cloud.worlds import world_of

ROOT, WORK, LAB = "r-ab12", "ou-ab12-11111111", "ou-ab12-22222222"
Type = Literal["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"]
SCP: Type = "SERVICE_CONTROL_POLICY"
RCP: Type = "RESOURCE_CONTROL_POLICY"
NO_S3 = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "s3:*", "Resource": "*"}]}
NO_S3_FOR_ALL = {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}  # fmt: skip


def _boss(cloud: Cloud | None = None) -> Client:
    return (cloud or scene()).client("user/boss")


def _reads(cloud: Cloud) -> bool:
    try:
        admin(cloud).call(s3.list_buckets)
    except Exception:
        return False
    return True


def test_moving_an_account_changes_what_binds_it() -> None:
    """https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html"""
    cloud = scene()
    boss = _boss(cloud)
    policy = boss.call(policies.create_policy, "NoS3", NO_S3, SCP)
    boss.call(policies.attach_policy, policy.id, LAB)
    assert _reads(cloud)
    boss.call(tree.move_account, ACME, WORK, LAB)
    error = refusal(lambda: admin(cloud).call(s3.list_buckets))
    assert error.message.endswith("with an explicit deny in a service control policy")
    assert error.why == "cloud.api-denied-explicit-scp"
    boss.call(tree.move_account, ACME, LAB, ROOT)
    assert _reads(cloud)


def test_an_scp_does_not_bind_the_management_account() -> None:
    cloud = scene()
    boss = _boss(cloud)
    policy = boss.call(policies.create_policy, "NoS3", NO_S3, SCP)
    boss.call(policies.attach_policy, policy.id, ROOT)
    assert not _reads(cloud)
    assert boss.call(s3.list_buckets) == ()


def test_an_rcp_binds_the_resources_of_member_accounts() -> None:
    """https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html"""
    cloud = scene()
    boss = _boss(cloud)
    policy = boss.call(policies.create_policy, "NoS3", NO_S3_FOR_ALL, RCP)
    boss.call(policies.attach_policy, policy.id, ACME)
    error = refusal(lambda: admin(cloud).call(s3.list_objects, "acme-open"))
    assert error.why == "cloud.api-denied-explicit-rcp"
    boss.call(policies.detach_policy, policy.id, ACME)
    assert admin(cloud).call(s3.list_objects, "acme-open")
    boss.call(policies.delete_policy, policy.id)


def test_listing_what_is_attached() -> None:
    boss = _boss()
    assert [each.name for each in boss.call(policies.list_policies_for_target, WORK, SCP)] == ["FullAWSAccess"]
    assert [each.name for each in boss.call(policies.list_policies_for_target, WORK, RCP)] == ["RCPFullAWSAccess"]


def test_without_an_allow_at_a_level_nothing_is_allowed() -> None:
    cloud = scene()
    boss = _boss(cloud)
    policy = boss.call(policies.create_policy, "OnlySqs", allow("sqs:*"), SCP)
    boss.call(policies.attach_policy, policy.id, WORK)
    assert _reads(cloud)
    boss.call(policies.detach_policy, "p-FullAWSAccess", WORK)
    assert refusal(lambda: admin(cloud).call(s3.list_buckets)).why == "cloud.api-denied-implicit-scp"
    boss.call(policies.attach_policy, "p-FullAWSAccess", WORK)
    assert _reads(cloud)


def test_a_new_unit_has_full_access_attached() -> None:
    cloud = scene()
    boss = _boss(cloud)
    unit = boss.call(tree.create_organizational_unit, LAB, "Inner")
    assert unit.id.startswith("ou-ab12-")
    boss.call(tree.move_account, ACME, WORK, unit.id)
    assert _reads(cloud)
    error = refusal(lambda: boss.call(tree.delete_organizational_unit, unit.id))
    assert error.code == "OrganizationalUnitNotEmptyException"
    boss.call(tree.move_account, ACME, unit.id, WORK)
    boss.call(tree.delete_organizational_unit, unit.id)


def test_five_levels_of_units() -> None:
    """https://docs.aws.amazon.com/organizations/latest/userguide/orgs_reference_limits.html"""
    boss = _boss()
    parent = ROOT
    for level in range(1, 6):
        parent = boss.call(tree.create_organizational_unit, parent, f"Level{level}").id
    error = refusal(lambda: boss.call(tree.create_organizational_unit, parent, "Level6"))
    assert error.code == "ConstraintViolationException"
    assert error.message.startswith("OU_DEPTH_LIMIT_EXCEEDED")


WRONG: list[tuple[Callable[..., Any], tuple[Any, ...], str]] = [
    (tree.create_organizational_unit, ("ou-ab12-99999999", "New"), "ParentNotFoundException"),
    (tree.create_organizational_unit, (ROOT, "Work"), "DuplicateOrganizationalUnitException"),
    (tree.create_organizational_unit, (ROOT, ""), "ValidationError"),
    (tree.delete_organizational_unit, (ROOT,), "OrganizationalUnitNotFoundException"),
    (tree.delete_organizational_unit, (WORK,), "OrganizationalUnitNotEmptyException"),
    (tree.move_account, (PARTNER, WORK, LAB), "AccountNotFoundException"),
    (tree.move_account, (ACME, LAB, ROOT), "SourceParentNotFoundException"),
    (tree.move_account, (ACME, WORK, "ou-ab12-99999999"), "DestinationParentNotFoundException"),
    (tree.move_account, (ACME, WORK, WORK), "DuplicateAccountException"),
    (policies.create_policy, ("New", "{", SCP), "MalformedPolicyDocumentException"),
    (policies.create_policy, ("New", NO_S3, RCP), "MalformedPolicyDocumentException"),
    (policies.create_policy, ("New", {**NO_S3_FOR_ALL, "Statement": [{**NO_S3_FOR_ALL["Statement"][0], "Effect": "Allow"}]}, RCP), "MalformedPolicyDocumentException"),  # type: ignore[dict-item]
    (policies.attach_policy, ("p-00000000", WORK), "PolicyNotFoundException"),
    (policies.attach_policy, ("p-FullAWSAccess", WORK), "DuplicatePolicyAttachmentException"),
    (policies.attach_policy, ("p-FullAWSAccess", "ou-ab12-99999999"), "TargetNotFoundException"),
    (policies.attach_policy, ("p-FullAWSAccess", PARTNER), "TargetNotFoundException"),
    (policies.detach_policy, ("p-FullAWSAccess", WORK), "ConstraintViolationException"),
    (policies.detach_policy, ("p-RCPFullAWSAccess", WORK), "ConstraintViolationException"),
]  # fmt: skip


@pytest.mark.parametrize(("act", "given_", "code"), WRONG, ids=[f"{row[2]}-{n}" for n, row in enumerate(WRONG)])
def test_what_organizations_refuses(act: Callable[..., Any], given_: tuple[Any, ...], code: str) -> None:
    """https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html and its neighbours"""
    error = refusal(lambda: _boss().call(act, *given_))
    assert (error.code, error.status) == (code, 400)
    assert refusal(lambda: scene().console("mgmt").call(act, *given_)).code == code


def test_names_and_use_of_policies() -> None:
    boss = _boss()
    policy = boss.call(policies.create_policy, "NoS3", NO_S3, SCP)
    assert policy.policy.arn == f"arn:aws:organizations::{MGMT}:policy/o-sceneorg000/service_control_policy/{policy.id}"
    assert refusal(lambda: boss.call(policies.create_policy, "NoS3", NO_S3, SCP)).code == "DuplicatePolicyException"
    boss.call(policies.attach_policy, policy.id, WORK)
    assert (
        refusal(lambda: boss.call(policies.attach_policy, policy.id, WORK)).code == "DuplicatePolicyAttachmentException"
    )
    assert refusal(lambda: boss.call(policies.delete_policy, policy.id)).code == "PolicyInUseException"
    assert refusal(lambda: boss.call(policies.detach_policy, policy.id, LAB)).code == "PolicyNotAttachedException"


@pytest.mark.parametrize(("kind", "most"), [(SCP, 10240), (RCP, 5120)])
def test_sizes_count_every_character(kind: Type, most: int) -> None:
    document = json.dumps(NO_S3 if kind == SCP else NO_S3_FOR_ALL)
    boss = _boss()
    boss.call(policies.create_policy, "Fits", document + " " * (most - len(document)), kind)
    error = refusal(lambda: boss.call(policies.create_policy, "Not", document + " " * (most + 1 - len(document)), kind))
    assert error.message.startswith("POLICY_CONTENT_LIMIT_EXCEEDED")


@pytest.mark.parametrize(("kind", "most"), [(SCP, 10), (RCP, 5)])
def test_policies_on_one_target(kind: Type, most: int) -> None:
    boss = _boss()
    document = NO_S3 if kind == SCP else NO_S3_FOR_ALL
    present = 1 if kind == SCP else 0
    made = [boss.call(policies.create_policy, f"P{number}", document, kind).id for number in range(most)]
    for policy in made[: most - present]:
        boss.call(policies.attach_policy, policy, LAB)
    if present:
        error = refusal(lambda: boss.call(policies.attach_policy, made[-1], LAB))
    else:
        one_more = boss.call(policies.create_policy, "More", document, kind).id
        error = refusal(lambda: boss.call(policies.attach_policy, one_more, LAB))
    assert error.message.startswith("MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED")


def test_members_cannot_manage_the_organization() -> None:
    error = refusal(lambda: admin().call(tree.move_account, ACME, WORK, LAB))
    assert said(error) == ("AccessDeniedException", 400, "You don't have permissions to access this resource.")
    error = refusal(lambda: scene().client("user/kim").call(tree.move_account, ACME, WORK, LAB))
    assert said(error)[0] == "AWSOrganizationsNotInUseException"
    alone = Cloud(world_of(WORLD.partition("organization:")[0]))
    assert (
        refusal(lambda: _boss(alone).call(tree.create_organizational_unit, ROOT, "x")).code
        == "AWSOrganizationsNotInUseException"
    )
    cloud = scene()
    cloud.console("mgmt").call(iam_inline.put_user_policy, "boss", "No", {**NO_S3, "Statement": [{"Effect": "Deny", "Action": "organizations:MoveAccount", "Resource": "*"}]})  # fmt: skip
    error = refusal(lambda: _boss(cloud).call(tree.move_account, ACME, WORK, LAB))
    assert error.message.startswith(
        f"User: arn:aws:iam::{MGMT}:user/boss is not authorized to perform: organizations:MoveAccount"
    )


def test_policies_that_a_world_attaches_in_place_can_be_detached() -> None:
    text = WORLD.replace(
        "Lab: {id: ou-ab12-22222222}",
        "Lab: {id: ou-ab12-22222222, scp: {FullAWSAccess: , Own: " + json.dumps(NO_S3) + "}}",
    )
    cloud = Cloud(world_of(text))
    boss = _boss(cloud)
    own = next(each for each in boss.call(policies.list_policies_for_target, LAB, SCP) if each.name == "Own")
    assert own.arn is not None
    boss.call(policies.detach_policy, own.arn.rpartition("/")[2], LAB)
    assert len(boss.call(policies.list_policies_for_target, LAB, SCP)) == 1


def test_an_scp_binds_sessions_too() -> None:
    cloud = scene()
    session = cloud.client(admin(cloud).call(sts.assume_role, f"{IAM}:role/open", "work").credentials)
    boss = _boss(cloud)
    policy = boss.call(policies.create_policy, "NoS3", NO_S3, SCP)
    boss.call(policies.attach_policy, policy.id, ACME)
    assert refusal(lambda: session.call(s3.list_buckets)).why == "cloud.api-denied-explicit-scp"
