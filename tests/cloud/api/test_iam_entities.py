"""Users, groups, roles and profiles: names, what must go before they do, and who may.

https://docs.aws.amazon.com/IAM/latest/APIReference/API_Operations.html
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from iamtutor.cloud.api import (
    Cloud,
    iam_attachments,
    iam_boundaries,
    iam_groups,
    iam_inline,
    iam_keys,
    iam_policies,
    iam_profiles,
    iam_providers,
    iam_roles,
    iam_tags,
    iam_users,
    mfa,
    sts,
)
from tests.cloud.api.scene import ACME, ADMIN, IAM, admin, allow, constraint, refusal, said, scene, trust
from tests.cloud.worlds import world_of

ROOT = {"AWS": f"{IAM}:root"}
TRUST = trust(ROOT)

MADE: list[tuple[Callable[..., Any], tuple[Any, ...], int, str]] = [
    (iam_users.create_user, (), 64, "userName"),
    (iam_groups.create_group, (), 128, "groupName"),
    (iam_roles.create_role, (TRUST,), 64, "roleName"),
    (iam_policies.create_policy, (allow("s3:*"),), 128, "policyName"),
    (iam_profiles.create_instance_profile, (), 128, "instanceProfileName"),
]
IDS = [row[0].__name__ for row in MADE]


@pytest.mark.parametrize(("make", "more", "longest", "at"), MADE, ids=IDS)
def test_names(make: Callable[..., Any], more: tuple[Any, ...], longest: int, at: str) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (IAM name requirements)"""
    assert admin().call(make, "x" * longest, *more)
    assert admin().call(make, "a+=,.@-_Z", *more)
    too_long = "x" * (longest + 1)
    assert said(refusal(lambda: admin().call(make, too_long, *more))) == constraint(
        too_long, at, f"have length less than or equal to {longest}"
    )
    assert refusal(lambda: admin().call(make, "", *more)).why == "cloud.api-too-short"
    for name in ("a b", "a/b", "가", "a*"):
        error = refusal(lambda name=name: admin().call(make, name, *more))  # type: ignore[misc]
        assert error.message == (
            f"The specified value for {at} is invalid. It must contain only alphanumeric characters and/or the "
            "following: +=,.@_-"
        )


@pytest.mark.parametrize(("make", "more", "longest", "at"), MADE, ids=IDS)
def test_names_that_differ_in_case_only(make: Callable[..., Any], more: tuple[Any, ...], longest: int, at: str) -> None:
    client = admin()
    client.call(make, "Thing", *more)
    error = refusal(lambda: client.call(make, "tHING", *more))
    assert (error.code, error.status) == ("EntityAlreadyExists", 409)
    assert "already exists" in error.message


@pytest.mark.parametrize("path", ["team", "/team", "team/", "//", "/a b/"])
@pytest.mark.parametrize(("make", "more", "longest", "at"), MADE, ids=IDS)
def test_paths(make: Callable[..., Any], more: tuple[Any, ...], longest: int, at: str, path: str) -> None:
    error = refusal(lambda: admin().call(make, "thing", *more, path=path))
    assert error.message.startswith("The specified value for path is invalid. It must begin and end with /")


@pytest.mark.parametrize(("make", "more", "longest", "at"), MADE, ids=IDS)
def test_only_those_whose_policies_allow_it(
    make: Callable[..., Any], more: tuple[Any, ...], longest: int, at: str
) -> None:
    error = refusal(lambda: scene().client("acme:user/nobody").call(make, "thing", *more))
    assert (error.code, error.status) == ("AccessDenied", 403)
    assert error.message.startswith(f"User: {IAM}:user/nobody is not authorized to perform: iam:Create")
    assert error.message.endswith(" action")
    assert " because no identity-based policy allows the iam:Create" in error.message
    assert scene().console("acme").call(make, "thing", *more)


def test_new_things_have_the_right_arn_and_prefix() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html"""
    client = admin()
    user = client.call(iam_users.create_user, "ann", path="/team/")
    assert (user.arn, user.unique_id[:4], len(user.unique_id)) == (f"{IAM}:user/team/ann", "AIDA", 21)
    role = client.call(iam_roles.create_role, "ann", TRUST)
    assert (role.arn, role.unique_id[:4]) == (f"{IAM}:role/ann", "AROA")
    profile = client.call(iam_profiles.create_instance_profile, "ann")
    assert (profile.arn, profile.unique_id[:4]) == (f"{IAM}:instance-profile/ann", "AIPA")
    key = client.call(iam_keys.create_access_key, "ann")
    assert key.access_key_id[:4] == "AKIA"
    assert key.session_token is None
    assert client.call(iam_policies.create_policy, "ann", allow("s3:*")) == f"{IAM}:policy/ann"


GONE: list[tuple[Callable[..., Any], tuple[Any, ...], str]] = [
    (iam_users.get_user, ("x",), "The user with name x cannot be found."),
    (iam_users.delete_user, ("x",), "The user with name x cannot be found."),
    (iam_groups.get_group, ("x",), "The group with name x cannot be found."),
    (iam_groups.delete_group, ("x",), "The group with name x cannot be found."),
    (iam_groups.add_user_to_group, ("x", "dev"), "The group with name x cannot be found."),
    (iam_groups.add_user_to_group, ("empty", "x"), "The user with name x cannot be found."),
    (iam_groups.remove_user_from_group, ("empty", "x"), "The user with name x cannot be found."),
    (iam_roles.get_role, ("x",), "The role with name x cannot be found."),
    (iam_roles.delete_role, ("x",), "The role with name x cannot be found."),
    (iam_roles.update_assume_role_policy, ("x", TRUST), "The role with name x cannot be found."),
    (iam_inline.get_user_policy, ("dev", "x"), "The user policy with name x cannot be found."),
    (iam_inline.delete_group_policy, ("empty", "x"), "The group policy with name x cannot be found."),
    (iam_inline.get_role_policy, ("open", "x"), "The role policy with name x cannot be found."),
    (iam_attachments.attach_user_policy, ("dev", f"{IAM}:policy/x"), f"Policy {IAM}:policy/x does not exist or is not attachable."),
    (iam_attachments.attach_user_policy, ("dev", "arn:aws:iam::444455556666:policy/Theirs"), "Policy arn:aws:iam::444455556666:policy/Theirs does not exist or is not attachable."),
    (iam_attachments.detach_user_policy, ("dev", ADMIN), f"Policy {ADMIN} was not found."),
    (iam_policies.delete_policy, (f"{IAM}:policy/x",), f"Policy {IAM}:policy/x was not found."),
    (iam_policies.get_policy_version, (f"{IAM}:policy/Limit", "v9"), f"Policy {IAM}:policy/Limit version v9 does not exist or is not attachable."),
    (iam_boundaries.put_user_permissions_boundary, ("dev", f"{IAM}:policy/x"), f"Scope ARN: {IAM}:policy/x does not exist or is not attachable."),
    (iam_profiles.delete_instance_profile, ("x",), "Instance Profile x cannot be found."),
    (iam_profiles.add_role_to_instance_profile, ("spare", "x"), "The role with name x cannot be found."),
    (iam_profiles.remove_role_from_instance_profile, ("spare", "web"), "Role web in Instance Profile spare cannot be found."),
    (iam_keys.delete_access_key, ("AKIA0", "dev"), "The Access Key with id AKIA0 cannot be found."),
    (iam_keys.delete_login_profile, ("nobody",), "Login Profile for User nobody cannot be found."),
    (iam_keys.deactivate_mfa_device, ("nobody", f"{IAM}:mfa/x"), f"MFA Device invalid for user.: {IAM}:mfa/x"),
    (iam_providers.delete_saml_provider, (f"{IAM}:saml-provider/x",), f"Manifest not found for arn {IAM}:saml-provider/x"),
    (iam_tags.tag_instance_profile, ("x", {"a": "b"}), "Instance Profile x cannot be found."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("act", "given_", "message"), GONE, ids=[f"{row[0].__name__}-{n}" for n, row in enumerate(GONE)]
)
def test_what_is_not_there(act: Callable[..., Any], given_: tuple[Any, ...], message: str) -> None:
    assert said(refusal(lambda: admin().call(act, *given_))) == ("NoSuchEntity", 404, message)


def test_a_user_goes_once_nothing_is_left() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html"""
    cloud = scene()
    client = admin(cloud)
    client.call(iam_attachments.attach_user_policy, "dev", ADMIN)
    client.call(iam_inline.put_user_policy, "dev", "Own", allow("s3:*"))
    key = cloud.world.accounts["acme"].users["dev"].access_keys[0].id
    steps: list[tuple[str, Callable[..., Any], tuple[Any, ...]]] = [
        ("must detach all policies first", iam_attachments.detach_user_policy, ("dev", ADMIN)),
        ("must delete policies first", iam_inline.delete_user_policy, ("dev", "Own")),
        ("must remove users from group first", iam_groups.remove_user_from_group, ("readers", "dev")),
        ("must delete access keys first", iam_keys.delete_access_key, (key, "dev")),
        ("must delete MFA device first", iam_keys.deactivate_mfa_device, ("dev", f"{IAM}:mfa/dev-phone")),
        ("must delete login profile first", iam_keys.delete_login_profile, ("dev",)),
    ]
    for must, act, given_ in steps:
        error = refusal(lambda: client.call(iam_users.delete_user, "dev"))
        assert said(error) == ("DeleteConflict", 409, f"Cannot delete entity, {must}.")
        client.call(act, *given_)
    client.call(iam_users.delete_user, "dev")
    assert refusal(lambda: client.call(iam_users.get_user, "dev")).code == "NoSuchEntity"


def test_a_group_goes_once_nothing_is_left() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html"""
    client = admin()
    client.call(iam_inline.put_group_policy, "readers", "Own", allow("s3:*"))
    steps: list[tuple[str, Callable[..., Any], tuple[Any, ...]]] = [
        ("must remove users from group first", iam_groups.remove_user_from_group, ("readers", "dev")),
        ("must detach all policies first", iam_attachments.detach_group_policy, ("readers", f"{IAM}:policy/ReadOnly")),
        ("must delete policies first", iam_inline.delete_group_policy, ("readers", "Own")),
    ]
    for must, act, given_ in steps:
        error = refusal(lambda: client.call(iam_groups.delete_group, "readers"))
        assert said(error) == ("DeleteConflict", 409, f"Cannot delete entity, {must}.")
        client.call(act, *given_)
    client.call(iam_groups.delete_group, "readers")


def test_a_role_goes_once_nothing_is_left() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html"""
    client = admin()
    client.call(iam_attachments.attach_role_policy, "web", ADMIN)
    client.call(iam_inline.put_role_policy, "web", "Own", allow("s3:*"))
    steps: list[tuple[str, Callable[..., Any], tuple[Any, ...]]] = [
        (
            "must remove roles from instance profile first",
            iam_profiles.remove_role_from_instance_profile,
            ("web", "web"),
        ),
        ("must detach all policies first", iam_attachments.detach_role_policy, ("web", ADMIN)),
        ("must delete policies first", iam_inline.delete_role_policy, ("web", "Own")),
    ]
    for must, act, given_ in steps:
        error = refusal(lambda: client.call(iam_roles.delete_role, "web"))
        assert said(error) == ("DeleteConflict", 409, f"Cannot delete entity, {must}.")
        client.call(act, *given_)
    client.call(iam_roles.delete_role, "web")


def test_a_deleted_user_who_comes_back_is_somebody_else() -> None:
    """The trust policy holds the old unique ID: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-users"""
    cloud = scene()
    client, role = admin(cloud), f"{IAM}:role/named"
    old = client.call(iam_users.get_user, "nobody")
    assert cloud.client("acme:user/nobody").call(sts.assume_role, role, "work")
    client.call(iam_keys.delete_access_key, old.access_keys[0].id, "nobody")
    client.call(iam_users.delete_user, "nobody")
    client.call(iam_users.create_user, "nobody")
    error = refusal(lambda: cloud.client("acme:user/nobody").call(sts.assume_role, role, "work"))
    assert error.code == "AccessDenied"
    element = client.call(iam_roles.get_role, "named").trust.document.statements[0].principal
    assert element is not None
    assert [entry.value for entry in element.entries] == [old.unique_id]
    client.call(iam_roles.update_assume_role_policy, "named", trust({"AWS": f"{IAM}:user/nobody"}))
    assert cloud.client("acme:user/nobody").call(sts.assume_role, role, "work")


TRUSTS: list[tuple[Any, str]] = [
    ("{", "Syntax errors in policy."),
    (trust(ROOT, Resource="*"), "Has prohibited field Resource"),
    (trust(ROOT, "s3:GetObject"), "AssumeRole policy may only specify STS AssumeRole actions."),
    (trust({"AWS": f"{IAM}:user/gone"}), f'Invalid principal in policy: "AWS":"{IAM}:user/gone"'),
    (trust({"AWS": f"{IAM}:group/readers"}), f'Invalid principal in policy: "AWS":"{IAM}:group/readers"'),
    (trust({"AWS": "dev"}), 'Invalid principal in policy: "AWS":"dev"'),
    (trust({"Service": "ec2"}), 'Invalid principal in policy: "SERVICE":"ec2"'),
    ({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole"}]}, "Missing required field Principal"),
    (trust({"Federated": f"{IAM}:oidc-provider/token.actions.githubusercontent.com"}, "sts:AssumeRoleWithWebIdentity"), "Trust policies for token.actions"),
    (trust({"Federated": f"{IAM}:oidc-provider/token.actions.githubusercontent.com"}, "sts:AssumeRoleWithWebIdentity", Condition={"StringLike": {"token.actions.githubusercontent.com:sub": "*"}}), "Trust policies for token.actions"),
]  # fmt: skip


@pytest.mark.parametrize(("document", "message"), TRUSTS, ids=[str(n) for n in range(len(TRUSTS))])
def test_trust_policies_that_iam_does_not_take(document: Any, message: str) -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAssumeRolePolicy.html"""
    for act in (iam_roles.create_role, iam_roles.update_assume_role_policy):
        name = "new" if act is iam_roles.create_role else "open"
        error = refusal(lambda act=act, name=name: admin().call(act, name, document))  # type: ignore[misc]
        assert (error.code, error.status) == ("MalformedPolicyDocument", 400)
        assert error.message.startswith(message)


TRUSTED: list[Any] = [
    "*",
    {"AWS": "*"},
    {"AWS": "444455556666"},
    {"AWS": f"{IAM}:role/web"},
    {"Service": "ec2.amazonaws.com"},
    {"Federated": "accounts.google.com"},
    {"AWS": "arn:aws:iam::555566667777:user/of-an-account-unknown-here"},
]


@pytest.mark.parametrize("principal", TRUSTED, ids=str)
def test_trust_policies_that_iam_takes(principal: Any) -> None:
    assert admin().call(iam_roles.create_role, "new", trust(principal)).name == "new"


@pytest.mark.parametrize(
    ("seconds", "must"),
    [(3599, "have value greater than or equal to 3600"), (43201, "have value less than or equal to 43200")],
)
def test_the_maximum_session_duration_of_a_role(seconds: int, must: str) -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html"""
    expected = constraint(seconds, "maxSessionDuration", must)
    client = admin()
    assert (
        said(refusal(lambda: client.call(iam_roles.create_role, "r", TRUST, max_session_duration=seconds))) == expected
    )
    assert said(refusal(lambda: client.call(iam_roles.update_role, "open", max_session_duration=seconds))) == expected
    client.call(iam_roles.update_role, "open", max_session_duration=7200)
    assert client.call(sts.assume_role, f"{IAM}:role/open", "work", duration_seconds=7200)


PROTECTED = "Cannot perform the operation on the protected role 'linked' - this role is only modifiable by AWS"
ON_LINKED: list[tuple[Callable[..., Any], tuple[Any, ...]]] = [
    (iam_roles.delete_role, ("linked",)),
    (iam_roles.update_assume_role_policy, ("linked", TRUST)),
    (iam_inline.put_role_policy, ("linked", "Own", allow("s3:*"))),
    (iam_attachments.attach_role_policy, ("linked", ADMIN)),
    (iam_boundaries.put_role_permissions_boundary, ("linked", ADMIN)),
]


@pytest.mark.parametrize(("act", "given_"), ON_LINKED, ids=[row[0].__name__ for row in ON_LINKED])
def test_service_linked_roles_are_not_for_customers(act: Callable[..., Any], given_: tuple[Any, ...]) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html"""
    for client in (admin(), scene().console("acme")):
        error = refusal(lambda client=client: client.call(act, *given_))  # type: ignore[misc]
        assert said(error) == ("UnmodifiableEntity", 400, PROTECTED)


def test_service_linked_roles_come_and_go() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html"""
    client = admin()
    role = client.call(iam_roles.create_service_linked_role, "autoscaling.amazonaws.com")
    assert role.arn == f"{IAM}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoscaling"
    error = refusal(lambda: client.call(iam_roles.create_service_linked_role, "autoscaling.amazonaws.com"))
    assert error.code == "InvalidInput"
    assert refusal(lambda: client.call(iam_roles.delete_service_linked_role, "web")).code == "InvalidInput"
    client.call(iam_roles.delete_service_linked_role, role.name)


def test_an_instance_profile_holds_one_role_and_needs_pass_role() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html"""
    cloud = scene()
    error = refusal(lambda: admin(cloud).call(iam_profiles.add_role_to_instance_profile, "web", "open"))
    assert said(error) == ("LimitExceeded", 409, "Cannot exceed quota for InstanceSessionsPerInstanceProfile: 1")
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", allow("iam:AddRoleToInstanceProfile"))
    nobody = cloud.client("acme:user/nobody")
    error = refusal(lambda: nobody.call(iam_profiles.add_role_to_instance_profile, "spare", "open"))
    assert error.message.startswith(
        f"User: {IAM}:user/nobody is not authorized to perform: iam:PassRole on resource: {IAM}:role/open"
    )
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "Q", allow("iam:PassRole", f"{IAM}:role/open"))
    nobody.call(iam_profiles.add_role_to_instance_profile, "spare", "open")
    error = refusal(lambda: admin(cloud).call(iam_profiles.delete_instance_profile, "spare"))
    assert said(error) == (
        "DeleteConflict",
        409,
        "Cannot delete entity, must remove roles from instance profile first.",
    )


def test_an_instance_finds_the_credentials_of_its_profile() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html"""
    cloud = scene()
    answer = cloud.unsigned(iam_profiles.instance_session, "acme", "web", "i-0abc")
    assert answer.arn == f"arn:aws:sts::{ACME}:assumed-role/web/i-0abc"
    assert (
        refusal(lambda: cloud.unsigned(iam_profiles.instance_session, "acme", "spare", "i-0abc")).code == "NoSuchEntity"
    )


def test_a_boundary_is_replaced_and_taken_away() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"""
    cloud = scene()
    client = admin(cloud)
    client.call(iam_boundaries.put_user_permissions_boundary, "dev", ADMIN)
    assert client.call(iam_users.get_user, "dev").boundary == ADMIN
    client.call(iam_boundaries.delete_user_permissions_boundary, "dev")
    assert client.call(iam_users.get_user, "dev").boundary is None
    client.call(iam_boundaries.put_role_permissions_boundary, "web", ADMIN)
    client.call(iam_boundaries.delete_role_permissions_boundary, "web")


def test_an_administrator_can_be_kept_to_giving_boundaries() -> None:
    """The documented delegation: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate"""
    cloud = scene()
    limit = f"{IAM}:policy/Limit"
    only = allow("iam:CreateUser", "*", Condition={"StringEquals": {"iam:PermissionsBoundary": limit}})
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", only)
    nobody = cloud.client("acme:user/nobody")
    assert refusal(lambda: nobody.call(iam_users.create_user, "x")).code == "AccessDenied"
    assert refusal(lambda: nobody.call(iam_users.create_user, "x", permissions_boundary=ADMIN)).code == "AccessDenied"
    assert nobody.call(iam_users.create_user, "x", permissions_boundary=limit).boundary == limit


def test_tags() -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html"""
    client = admin()
    client.call(iam_tags.tag_user, "dev", {"Team": "blue", "x": ""})
    assert client.call(iam_users.get_user, "dev").tags == {"Team": "blue", "x": ""}
    client.call(iam_tags.untag_user, "dev", ["TEAM"])
    assert client.call(iam_users.get_user, "dev").tags == {"x": ""}
    client.call(iam_tags.tag_role, "web", {"a": "b"})
    client.call(iam_tags.untag_role, "web", ["a"])
    client.call(iam_tags.tag_policy, f"{IAM}:policy/Limit", {"a": "b"})
    client.call(iam_tags.untag_policy, f"{IAM}:policy/Limit", ["a"])
    client.call(iam_tags.tag_instance_profile, "web", {"a": "b"})
    for tags, code in (
        ({"aws:x": "y"}, "InvalidInput"),
        ({"a": "1", "A": "2"}, "InvalidInput"),
        ({"k" * 129: ""}, "ValidationError"),
        ({"": ""}, "ValidationError"),
        ({f"k{n}": "" for n in range(50)}, "LimitExceeded"),
    ):
        assert refusal(lambda tags=tags: client.call(iam_tags.tag_user, "dev", tags)).code == code  # type: ignore[misc]


def test_tags_decide_who_may_tag() -> None:
    cloud = scene()
    only = allow(
        "iam:TagUser", "*", Condition={"StringEquals": {"aws:RequestTag/team": "red", "iam:ResourceTag/team": "red"}}
    )
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", only)
    nobody = cloud.client("acme:user/nobody")
    nobody.call(iam_tags.tag_user, "dev", {"team": "red"})
    assert refusal(lambda: nobody.call(iam_tags.tag_user, "dev", {"team": "blue"})).code == "AccessDenied"
    assert refusal(lambda: nobody.call(iam_tags.tag_user, "free", {"team": "red"})).code == "AccessDenied"


def test_creating_with_tags_needs_both_permissions() -> None:
    cloud = scene()
    cloud.console("acme").call(iam_inline.put_user_policy, "nobody", "P", allow("iam:CreateUser"))
    error = refusal(lambda: cloud.client("acme:user/nobody").call(iam_users.create_user, "x", tags={"a": "b"}))
    assert "iam:TagUser" in error.message


def test_access_keys() -> None:
    """Two at most; an inactive one opens nothing. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"""
    cloud = scene()
    client = admin(cloud)
    error = refusal(lambda: client.call(iam_keys.create_access_key, "admin"))
    assert said(error) == ("LimitExceeded", 409, "Cannot exceed quota for AccessKeysPerUser: 2")
    own = cloud.client(client.call(iam_keys.create_access_key, "nobody"))
    client.call(iam_inline.put_user_policy, "nobody", "P", allow("iam:*AccessKey*", f"{IAM}:user/${{aws:username}}"))
    assert len(own.call(iam_keys.list_access_keys)) == 2
    client.call(iam_keys.update_access_key, own.who.access_key_id, "Inactive", "nobody")  # type: ignore[union-attr]
    assert refusal(lambda: own.call(iam_keys.list_access_keys)).code == "InvalidClientTokenId"
    client.call(iam_keys.update_access_key, own.who.access_key_id, "Active", "nobody")  # type: ignore[union-attr]
    assert own.call(iam_keys.list_access_keys)


def test_mfa_devices_and_passwords() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_EnableMFADevice.html"""
    cloud = scene()
    client = admin(cloud)
    serial = client.call(iam_keys.create_virtual_mfa_device, "tablet")
    now, before = mfa.token_code(cloud.world, serial), mfa.token_code(cloud.world, serial, 1)
    error = refusal(lambda: client.call(iam_keys.enable_mfa_device, "nobody", serial, now, before))
    assert said(error) == ("InvalidAuthenticationCode", 403, "Authentication code for device is not valid.")
    client.call(iam_keys.enable_mfa_device, "nobody", serial, before, now)
    assert (
        refusal(lambda: client.call(iam_keys.enable_mfa_device, "nobody", serial, before, now)).code
        == "EntityAlreadyExists"
    )
    assert refusal(lambda: client.call(iam_keys.create_virtual_mfa_device, "tablet")).code == "EntityAlreadyExists"
    client.call(iam_keys.create_login_profile, "nobody")
    error = refusal(lambda: client.call(iam_keys.create_login_profile, "nobody"))
    assert said(error) == ("EntityAlreadyExists", 409, "Login Profile for user nobody already exists.")


def test_identity_providers() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateOpenIDConnectProvider.html"""
    client = admin()
    arn = client.call(iam_providers.create_open_id_connect_provider, "https://idp.example.com/a", ["app"])
    assert arn == f"{IAM}:oidc-provider/idp.example.com/a"
    error = refusal(lambda: client.call(iam_providers.create_open_id_connect_provider, "https://idp.example.com/a"))
    assert error.code == "EntityAlreadyExists"
    error = refusal(lambda: client.call(iam_providers.create_open_id_connect_provider, "idp.example.com"))
    assert said(error) == ("ValidationError", 400, "Invalid Open ID Connect Provider URL")
    many = [f"client-{n}" for n in range(101)]
    error = refusal(lambda: client.call(iam_providers.create_open_id_connect_provider, "https://b.example", many))
    assert error.message == "Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100"
    client.call(iam_providers.delete_open_id_connect_provider, arn)
    assert client.call(iam_providers.create_saml_provider, "Entra", "https://e") == f"{IAM}:saml-provider/Entra"
    assert (
        refusal(lambda: client.call(iam_providers.create_saml_provider, "Entra", "https://e")).code
        == "EntityAlreadyExists"
    )
    client.call(iam_providers.delete_saml_provider, f"{IAM}:saml-provider/Entra")


def test_without_a_name_the_calling_user_is_meant() -> None:
    """https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetUser.html"""
    cloud = scene()
    assert admin(cloud).call(iam_users.get_user).name == "admin"
    session = cloud.client(admin(cloud).call(sts.assume_role, f"{IAM}:role/open", "work").credentials)
    expected = ("ValidationError", 400, "Must specify userName when calling with non-User credentials")
    assert said(refusal(lambda: session.call(iam_users.get_user))) == expected
    assert said(refusal(lambda: session.call(iam_keys.create_access_key))) == expected


def test_lists() -> None:
    client = admin()
    client.call(iam_users.create_user, "ann", path="/team/")
    assert [user.name for user in client.call(iam_users.list_users, path_prefix="/team/")] == ["ann"]
    assert len(client.call(iam_users.list_users)) == 5
    assert "open" in [role.name for role in client.call(iam_roles.list_roles)]
    assert [user.name for user in client.call(iam_groups.get_group, "readers")] == ["dev"]
    client.call(iam_groups.add_user_to_group, "readers", "ann")
    client.call(iam_groups.add_user_to_group, "readers", "ann")
    assert [user.name for user in client.call(iam_groups.get_group, "readers")] == ["dev", "ann"]


SMALL = {
    "users_per_account": (iam_users.create_user, ("x",), "UsersPerAccount"),
    "groups_per_account": (iam_groups.create_group, ("x",), "GroupsPerAccount"),
    "roles_per_account": (iam_roles.create_role, ("x", TRUST), "RolesPerAccount"),
    "policies_per_account": (iam_policies.create_policy, ("x", allow("s3:*")), "PoliciesPerAccount"),
    "instance_profiles_per_account": (iam_profiles.create_instance_profile, ("x",), "InstanceProfilesPerAccount"),
    "policies_per_user": (iam_attachments.attach_user_policy, ("dev", ADMIN), "PoliciesPerUser"),
    "policies_per_group": (iam_attachments.attach_group_policy, ("empty", ADMIN), "PoliciesPerGroup"),
    "policies_per_role": (iam_attachments.attach_role_policy, ("web", ADMIN), "PoliciesPerRole"),
    "groups_per_user": (iam_groups.add_user_to_group, ("empty", "nobody"), "GroupsPerUser"),
    "trust_policy_size": (iam_roles.create_role, ("x", TRUST), "ACLSizePerRole"),
    "policy_size": (iam_policies.create_policy, ("x", allow("s3:*")), "PolicySize"),
    "oidc_providers_per_account": (iam_providers.create_open_id_connect_provider, ("https://x.example",), "OpenIdConnectProvidersPerAccount"),
    "saml_providers_per_account": (iam_providers.create_saml_provider, ("x", "y"), "SAMLProvidersPerAccount"),
}  # fmt: skip


@pytest.mark.parametrize("quota", SMALL)
def test_quotas(quota: str) -> None:
    """https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"""
    from tests.cloud.api.scene import WORLD

    act, given_, name = SMALL[quota]
    small: Any = act
    cloud = Cloud(world_of(f"quotas: {{{quota}: 0}}\n{WORLD}"))
    error = refusal(lambda: admin(cloud).call(small, *given_))
    assert said(error) == ("LimitExceeded", 409, f"Cannot exceed quota for {name}: 0")
    assert refusal(lambda: cloud.console("acme").call(small, *given_)).code == "LimitExceeded"
    admin().call(small, *given_)
