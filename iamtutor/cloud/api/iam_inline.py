"""Inline policies: they live in one user, group or role, and die with it.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
"""

from __future__ import annotations

from dataclasses import replace

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Who, identify, permit
from iamtutor.cloud.api.changes import left, with_entity
from iamtutor.cloud.api.documents import Document, read_policy
from iamtutor.cloud.api.errors import limit_exceeded, no_such_entity
from iamtutor.cloud.api.iam_find import changeable_role, entity_arn, holder_of
from iamtutor.cloud.api.parameters import check_name
from iamtutor.cloud.entities import EntityKind, Group, Role, User
from iamtutor.cloud.places import Json
from iamtutor.cloud.quotas import limit
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import as_json, compact, length


def put_user_policy(
    world: World, who: Who, user_name: str, policy_name: str, policy_document: Document
) -> tuple[World, None]:
    """Puts an inline policy into a user, in the place of one of the same name."""
    return _put(world, who, EntityKind.USER, user_name, policy_name, policy_document)


def put_group_policy(
    world: World, who: Who, group_name: str, policy_name: str, policy_document: Document
) -> tuple[World, None]:
    """Puts an inline policy into a group, in the place of one of the same name."""
    return _put(world, who, EntityKind.GROUP, group_name, policy_name, policy_document)


def put_role_policy(
    world: World, who: Who, role_name: str, policy_name: str, policy_document: Document
) -> tuple[World, None]:
    """Puts an inline policy into a role, in the place of one of the same name."""
    return _put(world, who, EntityKind.ROLE, role_name, policy_name, policy_document)


def get_user_policy(world: World, who: Who, user_name: str, policy_name: str) -> tuple[World, dict[str, Json]]:
    """The document of a user's inline policy."""
    return _get(world, who, EntityKind.USER, user_name, policy_name)


def get_group_policy(world: World, who: Who, group_name: str, policy_name: str) -> tuple[World, dict[str, Json]]:
    """The document of a group's inline policy."""
    return _get(world, who, EntityKind.GROUP, group_name, policy_name)


def get_role_policy(world: World, who: Who, role_name: str, policy_name: str) -> tuple[World, dict[str, Json]]:
    """The document of a role's inline policy."""
    return _get(world, who, EntityKind.ROLE, role_name, policy_name)


def delete_user_policy(world: World, who: Who, user_name: str, policy_name: str) -> tuple[World, None]:
    """Deletes an inline policy of a user."""
    return _delete(world, who, EntityKind.USER, user_name, policy_name)


def delete_group_policy(world: World, who: Who, group_name: str, policy_name: str) -> tuple[World, None]:
    """Deletes an inline policy of a group."""
    return _delete(world, who, EntityKind.GROUP, group_name, policy_name)


def delete_role_policy(world: World, who: Who, role_name: str, policy_name: str) -> tuple[World, None]:
    """Deletes an inline policy of a role."""
    return _delete(world, who, EntityKind.ROLE, role_name, policy_name)


def _put(world: World, who: Who, kind: EntityKind, name: str, policy: str, document: Document) -> tuple[World, None]:
    check_name(policy, "policyName", "policy_name_length")
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, f"iam:Put{kind.value.title()}Policy", entity_arn(account, kind, name))
    holder = changeable_role(account, name) if kind is EntityKind.ROLE else holder_of(account, kind, name)
    given = read_policy(document, PolicyKind.IDENTITY)
    others = left(holder.inline, policy)
    _check_size(world, kind, holder, given.size + sum(length(compact(other.document)) for other in others.values()))
    shown = f"{name}/{policy}" if kind is EntityKind.GROUP else policy
    changed = replace(holder, inline={**holder.inline, policy: NamedPolicy(shown, given.document)})
    return with_entity(world, account.name, kind, changed), None


def _check_size(world: World, kind: EntityKind, holder: User | Group | Role, size: int) -> None:
    """The inline policies of an entity count together: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html"""
    most = limit(world, f"inline_size_{kind.value}")
    if size > most:
        message = f"Maximum policy size of {most} bytes exceeded for {kind.value} {holder.name}"
        raise limit_exceeded(message, most, why="cloud.api-inline-size", size=size)


def _found(
    world: World, who: Who, verb: str, kind: EntityKind, name: str, policy: str
) -> tuple[str, User | Group | Role]:
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, f"iam:{verb}{kind.value.title()}Policy", entity_arn(account, kind, name))
    reading = verb == "Get" or kind is not EntityKind.ROLE
    holder = holder_of(account, kind, name) if reading else changeable_role(account, name)
    if policy not in holder.inline:
        raise no_such_entity(f"The {kind.value} policy with name {policy} cannot be found.", policy)
    return account.name, holder


def _get(world: World, who: Who, kind: EntityKind, name: str, policy: str) -> tuple[World, dict[str, Json]]:
    return world, as_json(_found(world, who, "Get", kind, name, policy)[1].inline[policy].document)


def _delete(world: World, who: Who, kind: EntityKind, name: str, policy: str) -> tuple[World, None]:
    account, holder = _found(world, who, "Delete", kind, name, policy)
    changed = replace(holder, inline=left(holder.inline, policy))
    return with_entity(world, account, kind, changed), None
