"""Instance profiles: how an EC2 instance gets a role, one at most.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from iamtutor.cloud.api.calling import Calling, Who, identify, permit
from iamtutor.cloud.api.changes import left, numbered, same_name, with_account
from iamtutor.cloud.api.errors import already_exists, delete_conflict, no_such_entity
from iamtutor.cloud.api.iam_find import changeable_role, profile_of
from iamtutor.cloud.api.parameters import (
    check_name,
    check_number_of_tags,
    check_path,
    check_quota,
    check_tags,
    request_tags,
)
from iamtutor.cloud.api.sts import AssumedRole, assume_role_as_service
from iamtutor.cloud.belongings import InstanceProfile
from iamtutor.cloud.entities import Account
from iamtutor.cloud.identifiers import iam_arn, unique_id
from iamtutor.cloud.world import World


def create_instance_profile(
    world: World, who: Who, instance_profile_name: str, *, path: str = "/", tags: Mapping[str, str] | None = None
) -> tuple[World, InstanceProfile]:
    """A new, empty instance profile."""
    tags = tags or {}
    check_name(instance_profile_name, "instanceProfileName", "instance_profile_name_length")
    check_path(path)
    check_tags(tags)
    check_number_of_tags(world, tags)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "instance-profile", path, instance_profile_name)
    permit(world, calling, "iam:CreateInstanceProfile", arn, request_tags(tags))
    if tags:
        permit(world, calling, "iam:TagInstanceProfile", arn, request_tags(tags))
    if same_name(account.profiles, instance_profile_name) is not None:
        raise already_exists(f"Instance Profile {instance_profile_name} already exists.", instance_profile_name)
    check_quota(world, "instance_profiles_per_account", len(account.profiles))
    world, seed = numbered(world)
    profile = InstanceProfile(instance_profile_name, arn, unique_id("AIPA", seed), tags=dict(tags))
    return _with_profile(world, account, profile), profile


def add_role_to_instance_profile(
    world: World, who: Who, instance_profile_name: str, role_name: str
) -> tuple[World, None]:
    """Puts the one role into a profile. The caller needs iam:PassRole for it as well.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_AddRoleToInstanceProfile.html
    """
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:AddRoleToInstanceProfile", _arn(account, instance_profile_name))
    profile = profile_of(account, instance_profile_name)
    role = changeable_role(account, role_name)
    pass_role(world, calling, role.arn)
    check_quota(world, "roles_per_instance_profile", 0 if profile.role is None else 1)
    return _with_profile(world, account, replace(profile, role=role_name)), None


def remove_role_from_instance_profile(
    world: World, who: Who, instance_profile_name: str, role_name: str
) -> tuple[World, None]:
    """Takes the role out of a profile."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:RemoveRoleFromInstanceProfile", _arn(account, instance_profile_name))
    profile = profile_of(account, instance_profile_name)
    changeable_role(account, role_name)
    if profile.role != role_name:
        message = f"Role {role_name} in Instance Profile {instance_profile_name} cannot be found."
        raise no_such_entity(message, role_name)
    return _with_profile(world, account, replace(profile, role=None)), None


def delete_instance_profile(world: World, who: Who, instance_profile_name: str) -> tuple[World, None]:
    """Deletes a profile without a role."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:DeleteInstanceProfile", _arn(account, instance_profile_name))
    if profile_of(account, instance_profile_name).role is not None:
        message = "Cannot delete entity, must remove roles from instance profile first."
        raise delete_conflict(message, "cloud.api-must-go-profile", name=instance_profile_name)
    return with_account(world, replace(account, profiles=left(account.profiles, instance_profile_name))), None


def instance_session(
    world: World, account: str, instance_profile_name: str, instance_id: str
) -> tuple[World, AssumedRole]:
    """The credentials that an instance with this profile finds in its metadata; the session is named after it.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2.html
    """
    home = world.accounts[account]
    profile = profile_of(home, instance_profile_name)
    if profile.role is None:
        message = f"Instance Profile {instance_profile_name} has no role."
        raise no_such_entity(message, instance_profile_name)
    return assume_role_as_service(world, "ec2.amazonaws.com", home.roles[profile.role].arn, instance_id)


def pass_role(world: World, calling: Calling, role_arn: str, service: str | None = None) -> None:
    """Raises AwsError where the caller may not hand a role to a service. Nothing is logged and nothing is changed.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
    """
    context = {"iam:PassedToService": service} if service is not None else {}
    permit(world, calling, "iam:PassRole", role_arn, context)


def _arn(account: Account, name: str) -> str:
    found = account.profiles.get(name)
    return found.arn if found is not None else iam_arn(account.id, "instance-profile", "/", name)


def _with_profile(world: World, account: Account, profile: InstanceProfile) -> World:
    return with_account(world, replace(account, profiles={**account.profiles, profile.name: profile}))
