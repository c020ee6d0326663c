"""Who has which managed policies, and who is in which group: what an attachments text says.

user/dev: {managed: [ReadReports], groups: [developers]}
group/developers: {managed: [arn:aws:iam::aws:policy/ReadOnlyAccess]}
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from iamtutor.cloud.entities import Account, Address, EntityKind, Group, Role, User
from iamtutor.cloud.places import ContentError, Json, KeyPath, Places
from iamtutor.cloud.references import UnknownReferenceError, entity, find, listing
from iamtutor.cloud.shape_findings import validated
from iamtutor.cloud.slots import with_entity
from iamtutor.policy import Finding

if TYPE_CHECKING:
    from iamtutor.cloud.shape import HolderShape
    from iamtutor.cloud.world import World

HOLDERS = (EntityKind.USER, EntityKind.GROUP, EntityKind.ROLE)


def attachments(world: World) -> dict[str, dict[str, list[str]]]:
    """The world's attachments; a reference names its account where the name alone would not do."""
    found: dict[str, dict[str, list[str]]] = {}
    for account in world.accounts.values():
        for kind in HOLDERS:
            for name, holder in account.entities(kind).items():
                assert isinstance(holder, User | Group | Role)
                several = len(world.directory.by_name[kind, name]) > 1
                reference = f"{account.name}:{kind.value}/{name}" if several else f"{kind.value}/{name}"
                found[reference] = {"managed": [_shown(world, account, arn) for arn in holder.managed]}
                if isinstance(holder, User):
                    found[reference]["groups"] = list(holder.groups)
    return found


def _shown(world: World, account: Account, arn: str) -> str:
    """A customer managed policy of the account by its name, any other by its ARN."""
    policy = world.managed_policy(arn)
    return policy.name if policy is not None and account.policies.get(policy.name) is policy else arn


def with_attachments(world: World, value: Json, places: Places) -> World:
    """The world with what `value` says. Raises ContentError."""
    from iamtutor.cloud.shape import ATTACHMENTS

    findings: list[Finding] = []
    for reference, shape in validated(ATTACHMENTS, value if value is not None else {}, places).items():
        try:
            address = find(world, reference, HOLDERS)
        except UnknownReferenceError as error:
            findings.append(places.finding(error.finding.code, (reference,), error.finding.arguments, at_key=True))
        else:
            world = _attached(world, address, shape, places, (reference,), findings)
    if findings:
        raise ContentError(findings)
    return world


def _attached(
    world: World, address: Address, shape: HolderShape, places: Places, path: KeyPath, findings: list[Finding]
) -> World:
    account = world.accounts[address.account]
    holder = entity(world, address)
    assert isinstance(holder, User | Group | Role)
    if shape.managed is not None:
        arns = []
        for index, name in enumerate(shape.managed):
            arn = managed_arn(account, name)
            if arn is None or world.managed_policy(arn) is None:
                known = listing([*account.policies, *world.aws_policies])
                arguments = {"policy": name, "known": known}
                findings.append(places.finding("cloud.unknown-managed-policy", (*path, "managed", index), arguments))
            else:
                arns.append(arn)
        holder = replace(holder, managed=tuple(arns))
    if shape.groups is not None:
        if not isinstance(holder, User):
            findings.append(places.finding("cloud.only-users-have-groups", (*path, "groups"), at_key=True))
            return world
        for index, name in enumerate(shape.groups):
            if name not in account.groups:
                arguments = {"group": name, "known": listing(account.groups)}
                findings.append(places.finding("cloud.unknown-group", (*path, "groups", index), arguments))
        holder = replace(holder, groups=tuple(name for name in shape.groups if name in account.groups))
    return with_entity(world, address, holder)


def managed_arn(account: Account, name: str) -> str | None:
    """The ARN of a managed policy that an account's entities name: by its name, or by its ARN."""
    if name.startswith("arn:"):
        return name
    policy = account.policies.get(name)
    return policy.arn if policy is not None else None
