"""KMS keys and their policies.

https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from iamtutor.access import NamedPolicy
from iamtutor.cloud.api.calling import Calling, Context, Who, decision_on, identify, permit
from iamtutor.cloud.api.changes import numbered, with_entity
from iamtutor.cloud.api.documents import Document, Malformed, check_named, read_policy
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.parameters import check_tags, request_tags
from iamtutor.cloud.aws_documents import default_key_policy
from iamtutor.cloud.entities import EntityKind, Key
from iamtutor.cloud.identifiers import key_id
from iamtutor.cloud.places import Json
from iamtutor.cloud.references import UnknownReferenceError, find, resource_arn
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind
from iamtutor.policy.writing import as_json

_MALFORMED: Final = Malformed(
    "MalformedPolicyDocumentException", 400, None, "Policy contains a statement with one or more invalid principals."
)


def create_key(
    world: World,
    who: Who,
    *,
    name: str | None = None,
    policy: Document | None = None,
    tags: Mapping[str, str] | None = None,
    bypass_policy_lockout_safety_check: bool = False,
) -> tuple[World, Key]:
    """A new key in the world's Region. Without a policy it gets the default one, which lets the account's IAM decide.

    `name` is only what the world calls it (`key/payroll`); its ID is made up.
    """
    calling = identify(world, who, "kms")
    account = calling.account
    permit(world, calling, "kms:CreateKey", "*", request_tags(tags or {}))
    world, seed = numbered(world)
    made_up = key_id(seed)
    name = name or made_up
    arn = f"arn:aws:kms:{world.region}:{account.id}:key/{made_up}"
    key = Key(name, arn, default_key_policy(account.id, f"key/{name}"), dict(tags or {}))
    if policy is not None:
        key = replace(key, policy=_read(world, name, policy))
    changed = with_entity(world, account.name, EntityKind.KEY, key)
    if not bypass_policy_lockout_safety_check:
        _check_lockout(changed, calling, arn)
    return changed, key


def put_key_policy(
    world: World, who: Who, key: str, policy: Document, *, bypass_policy_lockout_safety_check: bool = False
) -> tuple[World, None]:
    """Puts another key policy in the place of the key's, unless the caller would lock itself out.

    https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
    """
    calling, found, account = _key(world, who, "kms:PutKeyPolicy", key)
    changed = replace(found, policy=_read(world, found.name, policy))
    changed_world = with_entity(world, account, EntityKind.KEY, changed)
    if not bypass_policy_lockout_safety_check:
        _check_lockout(changed_world, calling, found.arn)
    return changed_world, None


def get_key_policy(world: World, who: Who, key: str) -> tuple[World, dict[str, Json]]:
    """The key policy."""
    return world, as_json(_key(world, who, "kms:GetKeyPolicy", key)[1].policy.document)


def tag_resource(world: World, who: Who, key: str, tags: Mapping[str, str]) -> tuple[World, None]:
    """Puts tags on a key; they decide at once where policies ask for aws:ResourceTag.

    https://docs.aws.amazon.com/kms/latest/developerguide/tag-authorization.html
    """
    check_tags(tags, ignore_case=False)
    _, found, account = _key(world, who, "kms:TagResource", key, request_tags(tags))
    changed = replace(found, tags={**found.tags, **tags})
    return with_entity(world, account, EntityKind.KEY, changed), None


def untag_resource(world: World, who: Who, key: str, tag_keys: Sequence[str]) -> tuple[World, None]:
    """Takes tags off a key."""
    _, found, account = _key(world, who, "kms:UntagResource", key, {"aws:TagKeys": tuple(tag_keys)})
    kept = {name: value for name, value in found.tags.items() if name not in tag_keys}
    return with_entity(world, account, EntityKind.KEY, replace(found, tags=kept)), None


def _key(world: World, who: Who, action: str, key: str, context: Context | None = None) -> tuple[Calling, Key, str]:
    calling = identify(world, who, "kms")
    try:
        arn = resource_arn(world, key)
        address = find(world, arn, (EntityKind.KEY,))
    except UnknownReferenceError:
        message = f"Key '{key}' does not exist"
        raise AwsError("NotFoundException", 400, message, "cloud.api-no-target", None, name=key) from None
    permit(world, calling, action, arn, context)
    return calling, world.accounts[address.account].keys[address.name], address.account


def _read(world: World, name: str, policy: Document) -> NamedPolicy:
    document = read_policy(policy, PolicyKind.RESOURCE, _MALFORMED).document
    check_named(world, document, _MALFORMED)
    return NamedPolicy(f"key/{name}", document)


def _check_lockout(world: World, calling: Calling, arn: str) -> None:
    """https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html#prevent-unmanageable-key"""
    if not decision_on(world, calling, "kms:PutKeyPolicy", arn).allowed:
        message = "The new key policy will not allow you to update the key policy in the future."
        raise _MALFORMED.error(message, "cloud.api-key-lockout")
