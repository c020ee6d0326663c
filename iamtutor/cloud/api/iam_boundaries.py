"""Permissions boundaries: one managed policy for a user or role; putting one replaces the one before.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
"""

from __future__ import annotations

from dataclasses import replace

from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import with_entity
from iamtutor.cloud.api.errors import no_such_entity
from iamtutor.cloud.api.iam_find import changeable_role, entity_arn, user_of
from iamtutor.cloud.context import Context
from iamtutor.cloud.entities import Account, EntityKind
from iamtutor.cloud.world import World


def boundary_key(boundary: str | None) -> Context:
    """iam:PermissionsBoundary, where the request names a boundary."""
    return {"iam:PermissionsBoundary": boundary} if boundary is not None else {}


def checked_boundary(world: World, account: Account, arn: str | None) -> str | None:
    """The ARN of a boundary. Raises AwsError where there is no such managed policy."""
    if arn is None:
        return None
    policy = world.managed_policy(arn)
    if policy is None or not (arn in world.aws_policies or account.policies.get(policy.name) is policy):
        raise no_such_entity(f"Scope ARN: {arn} does not exist or is not attachable.", arn)
    return arn


def put_user_permissions_boundary(
    world: World, who: Who, user_name: str, permissions_boundary: str
) -> tuple[World, None]:
    """Sets the boundary of a user."""
    return _put(world, who, EntityKind.USER, user_name, permissions_boundary)


def put_role_permissions_boundary(
    world: World, who: Who, role_name: str, permissions_boundary: str
) -> tuple[World, None]:
    """Sets the boundary of a role."""
    return _put(world, who, EntityKind.ROLE, role_name, permissions_boundary)


def delete_user_permissions_boundary(world: World, who: Who, user_name: str) -> tuple[World, None]:
    """Takes the boundary of a user away. iam:PermissionsBoundary is the present one."""
    return _delete(world, who, EntityKind.USER, user_name)


def delete_role_permissions_boundary(world: World, who: Who, role_name: str) -> tuple[World, None]:
    """Takes the boundary of a role away. iam:PermissionsBoundary is the present one."""
    return _delete(world, who, EntityKind.ROLE, role_name)


def _put(world: World, who: Who, kind: EntityKind, name: str, arn: str) -> tuple[World, None]:
    calling = identify(world, who, "iam")
    account = calling.account
    action = f"iam:Put{kind.value.title()}PermissionsBoundary"
    permit(world, calling, action, entity_arn(account, kind, name), boundary_key(arn))
    holder = user_of(account, name) if kind is EntityKind.USER else changeable_role(account, name)
    changed = replace(holder, boundary=checked_boundary(world, account, arn))
    return with_entity(world, account.name, kind, changed), None


def _delete(world: World, who: Who, kind: EntityKind, name: str) -> tuple[World, None]:
    calling = identify(world, who, "iam")
    account = calling.account
    known = account.users.get(name) if kind is EntityKind.USER else account.roles.get(name)
    present = boundary_key(known.boundary if known is not None else None)
    action = f"iam:Delete{kind.value.title()}PermissionsBoundary"
    permit(world, calling, action, entity_arn(account, kind, name), present)
    holder = user_of(account, name) if kind is EntityKind.USER else changeable_role(account, name)
    return with_entity(world, account.name, kind, replace(holder, boundary=None)), None
