"""Tags on users, roles, customer managed policies and instance profiles.

https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from iamtutor.cloud.api.calling import Context, Who, identify, permit
from iamtutor.cloud.api.changes import with_account, with_entity
from iamtutor.cloud.api.iam_find import changeable_role, customer_policy, entity_arn, profile_of, user_of
from iamtutor.cloud.api.iam_policies import versions_of
from iamtutor.cloud.api.parameters import check_number_of_tags, check_tags, merged, request_tags, without
from iamtutor.cloud.entities import EntityKind, Role, User
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.cloud.world import World


def tag_user(world: World, who: Who, user_name: str, tags: Mapping[str, str]) -> tuple[World, None]:
    """Puts tags on a user. A key in another case is the same tag."""
    return _tag_entity(world, who, EntityKind.USER, user_name, "iam:TagUser", tags)


def untag_user(world: World, who: Who, user_name: str, tag_keys: Sequence[str]) -> tuple[World, None]:
    """Takes tags off a user."""
    return _untag_entity(world, who, EntityKind.USER, user_name, "iam:UntagUser", tag_keys)


def tag_role(world: World, who: Who, role_name: str, tags: Mapping[str, str]) -> tuple[World, None]:
    """Puts tags on a role."""
    return _tag_entity(world, who, EntityKind.ROLE, role_name, "iam:TagRole", tags)


def untag_role(world: World, who: Who, role_name: str, tag_keys: Sequence[str]) -> tuple[World, None]:
    """Takes tags off a role."""
    return _untag_entity(world, who, EntityKind.ROLE, role_name, "iam:UntagRole", tag_keys)


def tag_policy(world: World, who: Who, policy_arn: str, tags: Mapping[str, str]) -> tuple[World, None]:
    """Puts tags on a customer managed policy."""
    check_tags(tags)
    return _retag_policy(world, who, policy_arn, "iam:TagPolicy", request_tags(tags), tags, ())


def untag_policy(world: World, who: Who, policy_arn: str, tag_keys: Sequence[str]) -> tuple[World, None]:
    """Takes tags off a customer managed policy."""
    return _retag_policy(world, who, policy_arn, "iam:UntagPolicy", {"aws:TagKeys": tuple(tag_keys)}, {}, tag_keys)


def tag_instance_profile(
    world: World, who: Who, instance_profile_name: str, tags: Mapping[str, str]
) -> tuple[World, None]:
    """Puts tags on an instance profile."""
    check_tags(tags)
    calling = identify(world, who, "iam")
    account = calling.account
    found = account.profiles.get(instance_profile_name)
    arn = found.arn if found is not None else iam_arn(account.id, "instance-profile", "/", instance_profile_name)
    permit(world, calling, "iam:TagInstanceProfile", arn, request_tags(tags))
    profile = profile_of(account, instance_profile_name)
    every = merged(profile.tags, tags)
    check_number_of_tags(world, every)
    profiles = {**account.profiles, profile.name: replace(profile, tags=every)}
    return with_account(world, replace(account, profiles=profiles)), None


def _tag_entity(
    world: World, who: Who, kind: EntityKind, name: str, action: str, tags: Mapping[str, str]
) -> tuple[World, None]:
    check_tags(tags)
    account, found = _entity(world, who, kind, name, action, request_tags(tags))
    every = merged(found.tags, tags)
    check_number_of_tags(world, every)
    return with_entity(world, account, kind, replace(found, tags=every)), None


def _untag_entity(
    world: World, who: Who, kind: EntityKind, name: str, action: str, keys: Sequence[str]
) -> tuple[World, None]:
    account, found = _entity(world, who, kind, name, action, {"aws:TagKeys": tuple(keys)})
    return with_entity(world, account, kind, replace(found, tags=without(found.tags, tuple(keys)))), None


def _entity(
    world: World, who: Who, kind: EntityKind, name: str, action: str, context: Context
) -> tuple[str, User | Role]:
    calling = identify(world, who, "iam")
    account = calling.account
    permit(world, calling, action, entity_arn(account, kind, name), context)
    return account.name, user_of(account, name) if kind is EntityKind.USER else changeable_role(account, name)


def _retag_policy(
    world: World,
    who: Who,
    arn: str,
    action: str,
    context: Context,
    added: Mapping[str, str],
    removed: Sequence[str],
) -> tuple[World, None]:
    calling = identify(world, who, "iam")
    account = calling.account
    known = account.versions.get(arn.rpartition("/")[2])
    present = {f"aws:ResourceTag/{key}": value for key, value in known.tags.items()} if known is not None else {}
    permit(world, calling, action, arn, {**present, **context})
    policy = customer_policy(account, arn)
    versions = versions_of(account, policy.name)
    every = merged(without(versions.tags, tuple(removed)), added)
    check_number_of_tags(world, every)
    changed = {**account.versions, policy.name: replace(versions, tags=every)}
    return with_account(world, replace(account, versions=changed)), None
