"""Customer managed policies and their versions: five at most, one of them the default.

https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Calling, Context, Who, identify, permit
from iamtutor.cloud.api.changes import holders, left, same_name, with_account
from iamtutor.cloud.api.documents import Document, Given, read_policy
from iamtutor.cloud.api.errors import AwsError, delete_conflict, limit_exceeded, no_such_entity
from iamtutor.cloud.api.iam_find import customer_policy
from iamtutor.cloud.api.parameters import (
    check_name,
    check_number_of_tags,
    check_path,
    check_quota,
    check_tags,
    check_text,
    request_tags,
)
from iamtutor.cloud.belongings import Versions
from iamtutor.cloud.entities import Account, Role, User
from iamtutor.cloud.identifiers import iam_arn
from iamtutor.cloud.places import Json
from iamtutor.cloud.quotas import limit, quotas
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import as_json


@dataclass(frozen=True, slots=True)
class PolicyVersion:
    """One version of a managed policy."""

    version_id: str
    is_default_version: bool
    document: dict[str, Json]


def create_policy(
    world: World,
    who: Who,
    policy_name: str,
    policy_document: Document,
    *,
    path: str = "/",
    description: str = "",
    tags: Mapping[str, str] | None = None,
) -> tuple[World, str]:
    """A new customer managed policy, version v1; answers its ARN."""
    tags = tags or {}
    check_name(policy_name, "policyName", "policy_name_length")
    check_path(path)
    check_text(description, "description", 0, 1000)
    check_tags(tags)
    check_number_of_tags(world, tags)
    calling = identify(world, who, "iam")
    account = calling.account
    arn = iam_arn(account.id, "policy", path, policy_name)
    permit(world, calling, "iam:CreatePolicy", arn, request_tags(tags))
    if tags:
        permit(world, calling, "iam:TagPolicy", arn, request_tags(tags))
    if same_name(account.policies, policy_name) is not None:
        message = f"A policy called {policy_name} already exists. Duplicate names are not allowed."
        raise AwsError("EntityAlreadyExists", 409, message, "cloud.api-already-exists", None, name=policy_name)
    check_quota(world, "policies_per_account", len(account.policies))
    given = _read(world, policy_document)
    policies = {**account.policies, policy_name: NamedPolicy(policy_name, given.document, arn)}
    versions = {**account.versions, policy_name: Versions(tags=dict(tags), description=description)}
    return with_account(world, replace(account, policies=policies, versions=versions)), arn


def delete_policy(world: World, who: Who, policy_arn: str) -> tuple[World, None]:
    """Deletes a policy that nobody has and that has the default version only.

    https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeletePolicy.html
    """
    account, policy, versions = _found(world, who, "iam:DeletePolicy", policy_arn)
    if any(_has(holder, policy_arn) for holder in holders(account)):
        message = "Cannot delete a policy attached to entities."
        raise delete_conflict(message, "cloud.api-must-go-attachments", name=policy.name)
    if versions.others:
        message = (
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. "
            "The default version is deleted with the policy."
        )
        raise delete_conflict(message, "cloud.api-must-go-versions", name=policy.name)
    changed = replace(
        account, policies=left(account.policies, policy.name), versions=left(account.versions, policy.name)
    )
    return with_account(world, changed), None


def create_policy_version(
    world: World, who: Who, policy_arn: str, policy_document: Document, *, set_as_default: bool = False
) -> tuple[World, PolicyVersion]:
    """A new version of a policy. It counts for those who have the policy once it is the default."""
    account, policy, versions = _found(world, who, "iam:CreatePolicyVersion", policy_arn)
    most = limit(world, "policy_versions")
    if 1 + len(versions.others) >= most:
        message = (
            f"A managed policy can have up to {most} versions. Before you create a new version, you must delete an "
            "existing version."
        )
        raise limit_exceeded(message, most, why="cloud.api-versions", name=policy.name)
    given = _read(world, policy_document)
    number = f"v{versions.next}"
    new = NamedPolicy(policy.name, given.document, policy_arn)
    versions = replace(versions, next=versions.next + 1, others={**versions.others, number: new})
    changed = _with_versions(account, policy.name, versions)
    if set_as_default:
        changed = _defaulted(changed, policy.name, number)
    return with_account(world, changed), PolicyVersion(number, set_as_default, as_json(given.document))


def set_default_policy_version(world: World, who: Who, policy_arn: str, version_id: str) -> tuple[World, None]:
    """Makes another version the one that counts, for everyone who has the policy."""
    account, policy, versions = _found(world, who, "iam:SetDefaultPolicyVersion", policy_arn)
    if version_id == versions.default:
        return world, None
    _check_version(policy_arn, versions, version_id)
    return with_account(world, _defaulted(account, policy.name, version_id)), None


def delete_policy_version(world: World, who: Who, policy_arn: str, version_id: str) -> tuple[World, None]:
    """Deletes a version that is not the default one."""
    account, policy, versions = _found(world, who, "iam:DeletePolicyVersion", policy_arn)
    if version_id == versions.default:
        message = "Cannot delete the default version of a policy."
        raise delete_conflict(message, "cloud.api-default-version", name=version_id)
    _check_version(policy_arn, versions, version_id)
    versions = replace(versions, others=left(versions.others, version_id))
    return with_account(world, _with_versions(account, policy.name, versions)), None


def list_policy_versions(world: World, who: Who, policy_arn: str) -> tuple[World, tuple[PolicyVersion, ...]]:
    """All versions of a policy, the newest first."""
    _, policy, versions = _found(world, who, "iam:ListPolicyVersions", policy_arn)
    every = {**versions.others, versions.default: policy}
    order = sorted(every, key=lambda version: int(version[1:]), reverse=True)
    return world, tuple(
        PolicyVersion(version, version == versions.default, as_json(every[version].document)) for version in order
    )


def get_policy_version(world: World, who: Who, policy_arn: str, version_id: str) -> tuple[World, PolicyVersion]:
    """One version of a policy, with its document."""
    _, policy, versions = _found(world, who, "iam:GetPolicyVersion", policy_arn)
    is_default = version_id == versions.default
    if not is_default:
        _check_version(policy_arn, versions, version_id)
    found = policy if is_default else versions.others[version_id]
    return world, PolicyVersion(version_id, is_default, as_json(found.document))


def versions_of(account: Account, name: str) -> Versions:
    """What is known of a policy beside its default document."""
    return account.versions.get(name, Versions())


def _read(world: World, document: Document) -> Given:
    given = read_policy(document, PolicyKind.IDENTITY)
    most = limit(world, "policy_size")
    if given.size > most:
        message = f"Cannot exceed quota for {quotas()['policy_size'].aws_name}: {most}"
        raise limit_exceeded(message, most, why="cloud.api-policy-size", size=given.size)
    return given


def _found(world: World, who: Who, action: str, arn: str) -> tuple[Account, NamedPolicy, Versions]:
    """A customer managed policy that the caller may act on. Those of AWS cannot be changed by anybody."""
    calling = identify(world, who, "iam")
    permit(world, calling, action, arn, _tags(calling, arn))
    if arn in world.aws_policies and not action.startswith(("iam:Get", "iam:List")):
        message = (
            f"User: {calling.caller.principal.arn} is not authorized to perform: {action} on resource: policy {arn}"
        )
        raise AwsError("AccessDenied", 403, message, "cloud.api-refused-aws-managed-policy", None, action=action)
    if arn in world.aws_policies:
        return calling.account, world.aws_policies[arn], Versions()
    policy = customer_policy(calling.account, arn)
    return calling.account, policy, versions_of(calling.account, policy.name)


def _tags(calling: Calling, arn: str) -> Context:
    versions = calling.account.versions.get(arn.rpartition("/")[2])
    tags = versions.tags if versions is not None else {}
    return {f"aws:ResourceTag/{key}": value for key, value in tags.items()}


def _has(holder: object, arn: str) -> bool:
    """Whether a policy is attached to somebody, as a permissions policy or as the boundary."""
    if isinstance(holder, User | Role) and holder.boundary == arn:
        return True
    return arn in getattr(holder, "managed", ())


def _with_versions(account: Account, name: str, versions: Versions) -> Account:
    return replace(account, versions={**account.versions, name: versions})


def _defaulted(account: Account, name: str, version: str) -> Account:
    """The account with another version as the default one; the one before stays among the others."""
    versions = versions_of(account, name)
    others = {**left(versions.others, version), versions.default: account.policies[name]}
    policies = {**account.policies, name: versions.others[version]}
    return _with_versions(replace(account, policies=policies), name, replace(versions, default=version, others=others))


def _check_version(arn: str, versions: Versions, version: str) -> None:
    if version not in versions.others:
        raise no_such_entity(f"Policy {arn} version {version} does not exist or is not attachable.", version)
