"""Managed policies attached to users, groups and roles, and detached.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html
"""

from __future__ import annotations

from dataclasses import replace

from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import with_entity
from iamtutor.cloud.api.errors import AwsError, no_such_entity
from iamtutor.cloud.api.iam_find import attachable_policy, changeable_role, entity_arn, holder_of
from iamtutor.cloud.api.parameters import check_quota
from iamtutor.cloud.entities import EntityKind, Role
from iamtutor.cloud.world import World

_SERVICE_ROLE_POLICIES = "arn:aws:iam::aws:policy/aws-service-role/"


def attach_user_policy(world: World, who: Who, user_name: str, policy_arn: str) -> tuple[World, None]:
    """Attaches a managed policy to a user; once more does nothing."""
    return _attach(world, who, EntityKind.USER, user_name, policy_arn)


def attach_group_policy(world: World, who: Who, group_name: str, policy_arn: str) -> tuple[World, None]:
    """Attaches a managed policy to a group; once more does nothing."""
    return _attach(world, who, EntityKind.GROUP, group_name, policy_arn)


def attach_role_policy(world: World, who: Who, role_name: str, policy_arn: str) -> tuple[World, None]:
    """Attaches a managed policy to a role; once more does nothing."""
    return _attach(world, who, EntityKind.ROLE, role_name, policy_arn)


def detach_user_policy(world: World, who: Who, user_name: str, policy_arn: str) -> tuple[World, None]:
    """Detaches a managed policy from a user."""
    return _detach(world, who, EntityKind.USER, user_name, policy_arn)


def detach_group_policy(world: World, who: Who, group_name: str, policy_arn: str) -> tuple[World, None]:
    """Detaches a managed policy from a group."""
    return _detach(world, who, EntityKind.GROUP, group_name, policy_arn)


def detach_role_policy(world: World, who: Who, role_name: str, policy_arn: str) -> tuple[World, None]:
    """Detaches a managed policy from a role."""
    return _detach(world, who, EntityKind.ROLE, role_name, policy_arn)


def _attach(world: World, who: Who, kind: EntityKind, name: str, arn: str) -> tuple[World, None]:
    calling = identify(world, who, "iam")
    account = calling.account
    action = f"iam:Attach{kind.value.title()}Policy"
    permit(world, calling, action, entity_arn(account, kind, name), {"iam:PolicyARN": arn})
    holder = changeable_role(account, name) if kind is EntityKind.ROLE else holder_of(account, kind, name)
    attachable_policy(world, account, arn)
    if arn.startswith(_SERVICE_ROLE_POLICIES) and not (isinstance(holder, Role) and holder.service_linked):
        message = "Cannot attach a Service Role Policy to a Customer Role."
        raise AwsError("PolicyNotAttachable", 400, message, "cloud.api-service-role-policy", None, policy=arn)
    if arn in holder.managed:
        return world, None
    check_quota(world, f"policies_per_{kind.value}", len(holder.managed))
    return with_entity(world, account.name, kind, replace(holder, managed=(*holder.managed, arn))), None


def _detach(world: World, who: Who, kind: EntityKind, name: str, arn: str) -> tuple[World, None]:
    calling = identify(world, who, "iam")
    account = calling.account
    action = f"iam:Detach{kind.value.title()}Policy"
    permit(world, calling, action, entity_arn(account, kind, name), {"iam:PolicyARN": arn})
    holder = changeable_role(account, name) if kind is EntityKind.ROLE else holder_of(account, kind, name)
    if arn not in holder.managed:
        raise no_such_entity(f"Policy {arn} was not found.", arn)
    changed = replace(holder, managed=tuple(other for other in holder.managed if other != arn))
    return with_entity(world, account.name, kind, changed), None
