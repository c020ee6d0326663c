"""Roles: made with a trust policy, changed, revoked, deleted; service-linked ones belong to their service.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import forgotten, numbered, same_name, with_entity, without_entity
from iamtutor.cloud.api.documents import Document, Given, read_trust
from iamtutor.cloud.api.errors import AwsError, already_exists, delete_conflict, limit_exceeded
from iamtutor.cloud.api.iam_boundaries import boundary_key, checked_boundary
from iamtutor.cloud.api.iam_find import changeable_role, entity_arn, role_of
from iamtutor.cloud.api.iam_inline import put_role_policy
from iamtutor.cloud.api.parameters import (
    check_name,
    check_number,
    check_number_of_tags,
    check_path,
    check_quota,
    check_tags,
    request_tags,
)
from iamtutor.cloud.context import instant
from iamtutor.cloud.entities import EntityKind, Role
from iamtutor.cloud.identifiers import iam_arn, unique_id
from iamtutor.cloud.quotas import limit, quotas
from iamtutor.cloud.world import World

REVOKE_POLICY: Final = "AWSRevokeOlderSessions"


def create_role(
    world: World,
    who: Who,
    role_name: str,
    assume_role_policy_document: Document,
    *,
    path: str = "/",
    max_session_duration: int = 3600,
    permissions_boundary: str | None = None,
    tags: Mapping[str, str] | None = None,
) -> tuple[World, Role]:
    """A new role that those may assume whom its trust policy names."""
    tags = tags or {}
    check_name(role_name, "roleName", "role_name_length")
    check_path(path)
    _check_max_session(max_session_duration)
    check_tags(tags)
    check_number_of_tags(world, tags)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "role", path, role_name)
    permit(world, calling, "iam:CreateRole", arn, {**boundary_key(permissions_boundary), **request_tags(tags)})
    if tags:
        permit(world, calling, "iam:TagRole", arn, request_tags(tags))
    _check_new(world, account.roles, role_name)
    trust = _trust(world, assume_role_policy_document)
    boundary = checked_boundary(world, account, permissions_boundary)
    world, seed = numbered(world)
    role = Role(
        role_name,
        arn,
        unique_id("AROA", seed),
        NamedPolicy(f"role/{role_name}", trust.document),
        {},
        (),
        boundary,
        dict(tags),
        max_session=max_session_duration,
    )
    return with_entity(world, account.name, EntityKind.ROLE, role), role


def get_role(world: World, who: Who, role_name: str) -> tuple[World, Role]:
    """A role."""
    calling = identify(world, who, "iam")
    permit(world, calling, "iam:GetRole", entity_arn(calling.account, EntityKind.ROLE, role_name))
    return world, role_of(calling.account, role_name)


def list_roles(world: World, who: Who, *, path_prefix: str = "/") -> tuple[World, tuple[Role, ...]]:
    """The roles of the caller's account whose path begins so."""
    calling = identify(world, who, "iam")
    prefix = iam_arn(calling.account.id, "role", path_prefix, "")
    permit(world, calling, "iam:ListRoles", prefix)
    return world, tuple(role for role in calling.account.roles.values() if role.arn.startswith(prefix))


def update_role(world: World, who: Who, role_name: str, *, max_session_duration: int) -> tuple[World, None]:
    """Changes how long sessions of a role may last; sessions that exist stay as they are."""
    _check_max_session(max_session_duration)
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:UpdateRole", entity_arn(account, EntityKind.ROLE, role_name))
    changed = replace(changeable_role(account, role_name), max_session=max_session_duration)
    return with_entity(world, account.name, EntityKind.ROLE, changed), None


def update_assume_role_policy(world: World, who: Who, role_name: str, policy_document: Document) -> tuple[World, None]:
    """Puts another trust policy in the place of the role's."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:UpdateAssumeRolePolicy", entity_arn(account, EntityKind.ROLE, role_name))
    role = changeable_role(account, role_name)
    trust = _trust(world, policy_document)
    changed = replace(role, trust=NamedPolicy(f"role/{role_name}", trust.document))
    return with_entity(world, account.name, EntityKind.ROLE, changed), None


def delete_role(world: World, who: Who, role_name: str) -> tuple[World, None]:
    """Deletes a role that has no policies and is in no instance profile. Its sessions lose everything at once.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteRole.html
    """
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:DeleteRole", entity_arn(account, EntityKind.ROLE, role_name))
    role = changeable_role(account, role_name)
    if any(profile.role == role_name for profile in account.profiles.values()):
        message = "Cannot delete entity, must remove roles from instance profile first."
        raise delete_conflict(message, "cloud.api-must-go-profile", name=role_name)
    if role.managed:
        message = "Cannot delete entity, must detach all policies first."
        raise delete_conflict(message, "cloud.api-must-go-policies", name=role_name)
    if role.inline:
        message = "Cannot delete entity, must delete policies first."
        raise delete_conflict(message, "cloud.api-must-go-inline", name=role_name)
    return _gone(world, account.name, role), None


def create_service_linked_role(world: World, who: Who, aws_service_name: str) -> tuple[World, Role]:
    """The role of a service of AWS's own, which trusts that service alone and which customers cannot change.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateServiceLinkedRole.html
    """
    calling = identify(world, who, "iam")
    account = calling.account
    name = service_linked_name(aws_service_name)
    arn = iam_arn(account.id, "role", f"/aws-service-role/{aws_service_name}/", name)
    permit(world, calling, "iam:CreateServiceLinkedRole", arn, {"iam:AWSServiceName": aws_service_name})
    if same_name(account.roles, name) is not None:
        message = f"Service role name {name} has been taken in this account, please try a different suffix."
        raise AwsError("InvalidInput", 400, message, "cloud.api-already-exists", None, name=name)
    check_quota(world, "roles_per_account", len(account.roles))
    statement = {"Effect": "Allow", "Principal": {"Service": aws_service_name}, "Action": "sts:AssumeRole"}
    trust = read_trust(world, {"Version": "2012-10-17", "Statement": [statement]})
    world, seed = numbered(world)
    policy = NamedPolicy(f"role/{name}", trust.document)
    role = Role(name, arn, unique_id("AROA", seed), policy, {}, (), service_linked=True)
    return with_entity(world, account.name, EntityKind.ROLE, role), role


def delete_service_linked_role(world: World, who: Who, role_name: str) -> tuple[World, None]:
    """Deletes a service-linked role; its service would refuse while it needs it, which a world does not know."""
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, "iam:DeleteServiceLinkedRole", entity_arn(account, EntityKind.ROLE, role_name))
    role = role_of(account, role_name)
    if not role.service_linked:
        message = f"The role {role_name} is not a service-linked role."
        raise AwsError("InvalidInput", 400, message, "cloud.api-not-service-linked", None, name=role_name)
    return _gone(world, account.name, role), None


def revoke_sessions(world: World, who: Who, role_name: str) -> tuple[World, None]:
    """What "Revoke active sessions" does: an inline policy that denies everything to sessions issued until now.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html
    """
    statement = {
        "Effect": "Deny",
        "Action": ["*"],
        "Resource": ["*"],
        "Condition": {"DateLessThan": {"aws:TokenIssueTime": instant(world.now)}},
    }
    document = {"Version": "2012-10-17", "Statement": [statement]}
    return put_role_policy(world, who, role_name, REVOKE_POLICY, document)


def service_linked_name(service: str) -> str:
    """The name of a service's role, for `autoscaling.amazonaws.com` AWSServiceRoleForAutoscaling.

    Services choose how they write their own name; a world writes it with one capital letter.
    """
    words = service.removesuffix(".amazonaws.com").replace("-", ".").split(".")
    return "AWSServiceRoleFor" + "".join(word.capitalize() for word in words)


def _gone(world: World, account: str, role: Role) -> World:
    return forgotten(without_entity(world, account, EntityKind.ROLE, role.name), role.arn, role.unique_id)


def _check_new(world: World, roles: Mapping[str, Role], name: str) -> None:
    if same_name(roles, name) is not None:
        raise already_exists(f"Role with name {name} already exists.", name)
    check_quota(world, "roles_per_account", len(roles))


def _check_max_session(seconds: int) -> None:
    known = quotas()
    check_number(seconds, "maxSessionDuration", known["max_session_least"].default, known["max_session_most"].default)


def _trust(world: World, document: Document) -> Given:
    found = read_trust(world, document)
    most = limit(world, "trust_policy_size")
    if found.size > most:
        raise limit_exceeded(f"Cannot exceed quota for {quotas()['trust_policy_size'].aws_name}: {most}", most)
    return found
