"""Users: made, found, tagged, deleted.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import forgotten, numbered, same_name, with_entity, without_entity
from iamtutor.cloud.api.errors import already_exists, delete_conflict
from iamtutor.cloud.api.iam_boundaries import boundary_key, checked_boundary
from iamtutor.cloud.api.iam_find import entity_arn, own_name, user_of
from iamtutor.cloud.api.parameters import (
    check_name,
    check_number_of_tags,
    check_path,
    check_quota,
    check_tags,
    request_tags,
)
from iamtutor.cloud.entities import EntityKind, User
from iamtutor.cloud.identifiers import iam_arn, unique_id
from iamtutor.cloud.world import World

_MUST_GO: Final = (
    ("managed", "must detach all policies first", "policies"),
    ("inline", "must delete policies first", "inline"),
    ("groups", "must remove users from group first", "groups"),
    ("access_keys", "must delete access keys first", "access-keys"),
    ("mfa", "must delete MFA device first", "mfa"),
    ("console", "must delete login profile first", "login"),
)
"""What a user has that must go before the user: https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteUser.html"""


def create_user(
    world: World,
    who: Who,
    user_name: str,
    *,
    path: str = "/",
    permissions_boundary: str | None = None,
    tags: Mapping[str, str] | None = None,
) -> tuple[World, User]:
    """A new user, who can do nothing yet."""
    tags = tags or {}
    check_name(user_name, "userName", "user_name_length")
    check_path(path)
    check_tags(tags)
    check_number_of_tags(world, tags)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "user", path, user_name)
    permit(world, calling, "iam:CreateUser", arn, {**boundary_key(permissions_boundary), **request_tags(tags)})
    if tags:
        permit(world, calling, "iam:TagUser", arn, request_tags(tags))
    if same_name(account.users, user_name) is not None:
        raise already_exists(f"User with name {user_name} already exists.", user_name)
    check_quota(world, "users_per_account", len(account.users))
    boundary = checked_boundary(world, account, permissions_boundary)
    world, seed = numbered(world)
    user = User(user_name, arn, unique_id("AIDA", seed), {}, (), boundary=boundary, tags=dict(tags))
    return with_entity(world, account.name, EntityKind.USER, user), user


def get_user(world: World, who: Who, user_name: str | None = None) -> tuple[World, User]:
    """A user; without a name the caller."""
    calling = identify(world, who, "iam")
    account = calling.account
    name = user_name if user_name is not None else own_name(calling)
    permit(world, calling, "iam:GetUser", entity_arn(account, EntityKind.USER, name))
    return world, user_of(account, name)


def list_users(world: World, who: Who, *, path_prefix: str = "/") -> tuple[World, tuple[User, ...]]:
    """The users of the caller's account whose path begins so."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:ListUsers", iam_arn(account.id, "user", path_prefix, ""))
    prefix = iam_arn(account.id, "user", path_prefix, "")
    return world, tuple(user for user in account.users.values() if user.arn.startswith(prefix))


def delete_user(world: World, who: Who, user_name: str) -> tuple[World, None]:
    """Deletes a user who has nothing left. Policies that name it keep its unique ID, and name nobody any more."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:DeleteUser", entity_arn(account, EntityKind.USER, user_name))
    user = user_of(account, user_name)
    for field, must, what in _MUST_GO:
        if getattr(user, field):
            message = f"Cannot delete entity, {must}."
            raise delete_conflict(message, f"cloud.api-must-go-{what}", name=user_name)
    world = without_entity(world, account.name, EntityKind.USER, user_name)
    return forgotten(world, user.arn, user.unique_id), None
