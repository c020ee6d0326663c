"""Groups of users. A group holds users only, is no principal, and its policies count for its members.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_groups.html
"""

from __future__ import annotations

from dataclasses import replace

from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import same_name, with_entity, without_entity
from iamtutor.cloud.api.errors import already_exists, delete_conflict
from iamtutor.cloud.api.iam_find import entity_arn, group_of, user_of
from iamtutor.cloud.api.parameters import check_name, check_path, check_quota
from iamtutor.cloud.entities import EntityKind, Group, User
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.cloud.world import World


def create_group(world: World, who: Who, group_name: str, *, path: str = "/") -> tuple[World, Group]:
    """A new, empty group."""
    check_name(group_name, "groupName", "group_name_length")
    check_path(path)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "group", path, group_name)
    permit(world, calling, "iam:CreateGroup", arn)
    if same_name(account.groups, group_name) is not None:
        raise already_exists(f"Group with name {group_name} already exists.", group_name)
    check_quota(world, "groups_per_account", len(account.groups))
    group = Group(group_name, arn, {}, ())
    return with_entity(world, account.name, EntityKind.GROUP, group), group


def get_group(world: World, who: Who, group_name: str) -> tuple[World, tuple[User, ...]]:
    """The members of a group."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:GetGroup", entity_arn(account, EntityKind.GROUP, group_name))
    group_of(account, group_name)
    return world, tuple(user for user in account.users.values() if group_name in user.groups)


def delete_group(world: World, who: Who, group_name: str) -> tuple[World, None]:
    """Deletes a group without members and policies: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteGroup.html"""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:DeleteGroup", entity_arn(account, EntityKind.GROUP, group_name))
    group = group_of(account, group_name)
    if any(group_name in user.groups for user in account.users.values()):
        message = "Cannot delete entity, must remove users from group first."
        raise delete_conflict(message, "cloud.api-must-go-members", name=group_name)
    if group.managed:
        message = "Cannot delete entity, must detach all policies first."
        raise delete_conflict(message, "cloud.api-must-go-policies", name=group_name)
    if group.inline:
        message = "Cannot delete entity, must delete policies first."
        raise delete_conflict(message, "cloud.api-must-go-inline", name=group_name)
    return without_entity(world, account.name, EntityKind.GROUP, group_name), None


def add_user_to_group(world: World, who: Who, group_name: str, user_name: str) -> tuple[World, None]:
    """Puts a user into a group; there is no way to put a group or role into one."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:AddUserToGroup", entity_arn(account, EntityKind.GROUP, group_name))
    group_of(account, group_name)
    user = user_of(account, user_name)
    if group_name in user.groups:
        return world, None
    check_quota(world, "groups_per_user", len(user.groups))
    changed = replace(user, groups=(*user.groups, group_name))
    return with_entity(world, account.name, EntityKind.USER, changed), None


def remove_user_from_group(world: World, who: Who, group_name: str, user_name: str) -> tuple[World, None]:
    """Takes a user out of a group."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:RemoveUserFromGroup", entity_arn(account, EntityKind.GROUP, group_name))
    group_of(account, group_name)
    user = user_of(account, user_name)
    changed = replace(user, groups=tuple(name for name in user.groups if name != group_name))
    return with_entity(world, account.name, EntityKind.USER, changed), None
