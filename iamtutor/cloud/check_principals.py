"""Whom the policies of a world name: AWS refuses to save a policy whose principal does not exist.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from iamtutor.cloud import identifiers
from iamtutor.cloud.places import Json, KeyPath
from iamtutor.cloud.policy_values import Complaints, principals_of
from iamtutor.cloud.references import listing
from iamtutor.policy.arn import Arn, is_account_id

if TYPE_CHECKING:
    from iamtutor.cloud.shape import AccountShape, WorldShape
    from iamtutor.cloud.world import World


def check_principals(world: World, shape: WorldShape, complaints: Complaints) -> None:
    """Complains about principals that are groups, that are no principals at all, or that the world's accounts lack."""
    for path, document in _resource_policies(shape):
        for inner, principal in principals_of(document, "AWS"):
            code = objection(world, principal)
            if code is not None:
                complaints.say(code, (*path, *inner), principal=principal)
    for name, account in shape.accounts.items():
        if account.providers is not None:
            _check_providers(world, name, account, complaints)


def _check_providers(world: World, name: str, shape: AccountShape, complaints: Complaints) -> None:
    """Where an account says which identity providers it has, its trust policies can name no others of its own."""
    known = world.accounts[name].providers
    for role, found in shape.roles.items():
        for inner, principal in principals_of(found.trust, "Federated"):
            if principal.startswith("arn:") and principal not in known:
                path = ("accounts", name, "roles", role, "trust", *inner)
                complaints.say("cloud.unknown-provider", path, principal=principal, known=listing(known))


def _resource_policies(shape: WorldShape) -> Iterator[tuple[KeyPath, Json]]:
    for name, account in shape.accounts.items():
        path: KeyPath = ("accounts", name)
        for role, found in account.roles.items():
            yield (*path, "roles", role, "trust"), found.trust
        for section in ("buckets", "keys", "resources"):
            for key, owner in getattr(account, section).items():
                if owner is not None and owner.policy is not None:
                    yield (*path, section, key, "policy"), owner.policy


def objection(world: World, principal: str) -> str | None:
    """What AWS has against a principal; None where it takes it."""
    if principal == "*" or is_account_id(principal) or identifiers.UNIQUE_ID.fullmatch(principal):
        return None
    arn = Arn.parse(principal)
    if arn is None:
        return "cloud.principal-form"
    if arn.resource_type == "group":
        return "cloud.group-as-principal"
    account = world.directory.accounts_by_id.get(arn.account)
    if account is None or arn.resource == "root":
        return None
    if arn.service == "iam" and arn.resource_type in ("user", "role"):
        return None if principal in world.directory.by_arn else "cloud.unknown-principal"
    if arn.service == "sts" and arn.resource_type == "assumed-role":
        role = arn.resource.split("/")[1]
        return None if role in world.accounts[account].roles else "cloud.unknown-principal"
    return None
