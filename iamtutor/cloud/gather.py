"""What applies to a request: the policies of the caller, of the resource, of the organisation and of the endpoint.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from iamtutor.access import EffectivePolicies, NamedPolicy, Request, Settings
from iamtutor.cloud.callers import Caller, caller
from iamtutor.cloud.context import Value, follow
from iamtutor.cloud.entities import Account, Address, Bucket, Controls, Entity, Group, Key, Role, User
from iamtutor.cloud.references import entity, owner_of, resource_arn

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


Several = tuple[NamedPolicy, ...]


def effective(
    world: World, who: str, resource: str, action: str, context: Mapping[str, Value] | None = None
) -> tuple[Request, EffectivePolicies]:
    """The request as AWS would see it, and everything that decides it. Raises UnknownReferenceError."""
    calling = caller(world, who)
    arn = resource_arn(world, resource)
    owner = owner_of(world, arn)
    given = context or {}
    request = Request(
        calling.principal,
        action,
        arn,
        world.accounts[owner.account].id if owner is not None else None,
        follow(world, calling, owner, action, arn, given),
    )
    policies = policies_at(world, calling, owner, request.resource_account, request.service, given)
    return request, policies


def policies_at(
    world: World,
    calling: Caller,
    owner: Address | None,
    account: str | None,
    service: str,
    given: Mapping[str, Value],
    assumed: Several = (),
) -> EffectivePolicies:
    """Everything that decides for a caller about what `owner` (None: nothing that the world knows) has in an account.

    `service` is the prefix of the action, in lower case; of the context only the endpoint counts. `assumed` are the
    identity policies of a caller whose account the world does not have.
    """
    owning = entity(world, owner) if owner is not None else None
    holder = world.directory.accounts_by_id.get(account or "")
    endpoint = world.endpoint_in(given)
    return _assembled(
        identity_policies(world, calling) if calling.account is not None else assumed,
        boundary_of(world, calling),
        calling.session.policies if calling.session is not None else (),
        resource_policy(owning, service) if owning is not None else None,
        tuple(tuple(level.scp.values()) for level in _levels(world, calling.account)),
        tuple(
            tuple(level.rcp.values())
            for level in _levels(world, world.accounts[holder] if holder is not None else None)
        ),
        (endpoint.policy,) if endpoint is not None else (),
        _settings(world, owning),
    )


@lru_cache(maxsize=128)
def _assembled(
    identity: Several,
    boundary: NamedPolicy | None,
    session: Several,
    resource: NamedPolicy | None,
    scp: tuple[Several, ...],
    rcp: tuple[Several, ...],
    endpoint: Several,
    settings: Settings,
) -> EffectivePolicies:
    """The same policies are put together once, for all the requests and all the worlds that share them."""
    return EffectivePolicies(identity, boundary, session, resource, scp, rcp, endpoint, settings)


def identity_policies(world: World, calling: Caller) -> tuple[NamedPolicy, ...]:
    """The caller's inline and managed policies, then those of its groups; a managed policy counts once.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
    """
    holder = calling.entity
    if holder is None or calling.account is None:
        return ()
    found = [*holder.inline.values()]
    arns = dict.fromkeys(holder.managed)
    for group in groups_of(holder, calling.account):
        found += group.inline.values()
        arns.update(dict.fromkeys(group.managed))
    found += (policy for arn in arns if (policy := world.managed_policy(arn)) is not None)
    return tuple(found)


def groups_of(holder: User | Role, account: Account) -> list[Group]:
    """The groups of a user; a role is in none."""
    return [account.groups[name] for name in holder.groups] if isinstance(holder, User) else []


def boundary_of(world: World, calling: Caller) -> NamedPolicy | None:
    """The managed policy that is the permissions boundary of the caller's user or role.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
    """
    arn = calling.entity.boundary if calling.entity is not None else None
    return world.managed_policy(arn) if arn is not None else None


def resource_policy(owner: Entity, service: str) -> NamedPolicy | None:
    """The policy of the resource, where the action is one that it decides: the actions of the resource's own service.

    A role's own policy is its trust policy, and it decides about the sts actions only
    (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html).
    """
    if isinstance(owner, Role):
        return owner.trust if service == "sts" else None
    if isinstance(owner, User | Group):
        return None
    return owner.policy if owner.arn.split(":", 3)[2] == service else None


def _levels(world: World, account: Account | None) -> tuple[Controls, ...]:
    """What the organisation attaches from its root down to the account; empty for accounts that are no members.

    https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_scps_evaluation.html
    """
    if account is None or world.organization is None:
        return ()
    return world.organization.levels(account.name)


def _settings(world: World, owner: Entity | None) -> Settings:
    organization = world.organization
    return Settings(
        block_public_access=isinstance(owner, Bucket) and owner.block_public_access,
        management_account=None if organization is None else world.accounts[organization.management].id,
        aws_managed_key=isinstance(owner, Key) and owner.aws_managed,
    )
