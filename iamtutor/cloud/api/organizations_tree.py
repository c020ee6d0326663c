"""The tree of an organisation: units made, deleted, and accounts moved between them.

Only the management account may do this (a world has no delegated administrators).
https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_ous.html
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from iamtutor.cloud.api.calling import Calling, Who, identify, permit
from iamtutor.cloud.api.changes import left, numbered
from iamtutor.cloud.api.errors import AwsError
from iamtutor.cloud.api.parameters import check_text
from iamtutor.cloud.aws_documents import full_access
from iamtutor.cloud.entities import Controls, Organization, Unit
from iamtutor.cloud.identifiers import short_id
from iamtutor.cloud.quotas import limit
from iamtutor.cloud.world import World
from iamtutor.policy import PolicyKind


def managing(world: World, who: Who, action: str, target: str = "*") -> tuple[Calling, Organization]:
    """The organisation, for a caller who may manage it. Raises AwsError."""
    calling = identify(world, who, "organizations")
    organization = world.organization
    if organization is None or not organization.line_of(calling.account.name):
        message = "Your account is not a member of an organization."
        raise AwsError("AWSOrganizationsNotInUseException", 400, message, "cloud.api-no-organization")
    if calling.account.name != organization.management:
        message = "You don't have permissions to access this resource."
        raise AwsError("AccessDeniedException", 400, message, "cloud.api-not-management")
    permit(world, calling, action, target)
    return calling, organization


def constraint(reason: str, sentence: str, why: str, limit: int | str) -> AwsError:
    """A limit of Organizations: AWS gives its reason.

    https://docs.aws.amazon.com/organizations/latest/APIReference/API_AttachPolicy.html (ConstraintViolationException)
    """
    return AwsError("ConstraintViolationException", 400, f"{reason}: {sentence}", why, None, limit=limit)


def create_organizational_unit(world: World, who: Who, parent_id: str, name: str) -> tuple[World, Unit]:
    """A new unit, with FullAWSAccess attached as AWS does."""
    check_text(name, "name", 1, 128)
    _, organization = managing(world, who, "organizations:CreateOrganizationalUnit", arn_of(world, parent_id))
    parent = unit_of(organization, parent_id)
    if parent is None:
        message = "We can't find a root or OU with the ParentId that you specified."
        raise AwsError("ParentNotFoundException", 400, message, "cloud.api-no-target", None, name=parent_id)
    if any(unit.name == name for unit in organization.root.walk() if unit is not organization.root):
        message = "An OU with the same name already exists."
        raise AwsError(
            "DuplicateOrganizationalUnitException", 400, message, "cloud.api-already-exists", None, name=name
        )
    deepest = limit(world, "ou_depth")
    if _depth(organization.root, parent) >= deepest:
        sentence = "You attempted to create an OU tree that is too many levels deep."
        raise constraint("OU_DEPTH_LIMIT_EXCEEDED", sentence, "cloud.api-ou-depth", deepest)
    most = limit(world, "ous_per_organization")
    if sum(1 for _ in organization.root.walk()) > most:
        sentence = "You attempted to exceed the number of OUs that you can have in an organization."
        raise constraint("OU_NUMBER_LIMIT_EXCEEDED", sentence, "cloud.api-limit", most)
    world, seed = numbered(world)
    unit_id = f"ou-{organization.root.id.removeprefix('r-')}-{short_id(seed, 8)}"
    unit = Unit(name, unit_id, Controls({"FullAWSAccess": full_access(PolicyKind.SCP)}, {}))
    changed = changed_unit(organization, parent.id, lambda it: replace(it, units={**it.units, name: unit}))
    return replace(world, organization=changed), unit


def delete_organizational_unit(world: World, who: Who, organizational_unit_id: str) -> tuple[World, None]:
    """Deletes an empty unit."""
    _, organization = managing(
        world, who, "organizations:DeleteOrganizationalUnit", arn_of(world, organizational_unit_id)
    )
    unit = unit_of(organization, organizational_unit_id)
    if unit is None or unit is organization.root:
        message = "You specified an organizational unit that doesn't exist."
        raise AwsError(
            "OrganizationalUnitNotFoundException",
            400,
            message,
            "cloud.api-no-target",
            None,
            name=organizational_unit_id,
        )
    if unit.accounts or unit.units:
        message = "You can't delete an OU that isn't empty: move its accounts and delete its OUs first."
        raise AwsError(
            "OrganizationalUnitNotEmptyException", 400, message, "cloud.api-ou-not-empty", None, name=unit.name
        )
    above = next(it for it in organization.root.walk() if unit.name in it.units)
    changed = changed_unit(organization, above.id, lambda it: replace(it, units=left(it.units, unit.name)))
    return replace(world, organization=changed), None


def move_account(
    world: World, who: Who, account_id: str, source_parent_id: str, destination_parent_id: str
) -> tuple[World, None]:
    """Moves an account to another unit: from now on the SCPs and RCPs on its new way down count.

    https://docs.aws.amazon.com/organizations/latest/APIReference/API_MoveAccount.html
    """
    _, organization = managing(world, who, "organizations:MoveAccount", arn_of(world, account_id))
    name = world.directory.accounts_by_id.get(account_id)
    line = organization.line_of(name) if name is not None else ()
    if name is None or not line:
        message = "You specified an account that doesn't exist."
        raise AwsError("AccountNotFoundException", 400, message, "cloud.api-no-target", None, name=account_id)
    source, destination = line[-1], unit_of(organization, destination_parent_id)
    if source.id != source_parent_id:
        message = "We can't find a source root or OU with the ParentId that you specified."
        raise AwsError(
            "SourceParentNotFoundException", 400, message, "cloud.api-no-target", None, name=source_parent_id
        )
    if destination is None:
        message = "We can't find the destination container (a root or OU) with the ParentId that you specified."
        raise AwsError(
            "DestinationParentNotFoundException", 400, message, "cloud.api-no-target", None, name=destination_parent_id
        )
    if destination.id == source.id:
        message = "That account is already present in the specified destination."
        raise AwsError("DuplicateAccountException", 400, message, "cloud.api-already-there", None, name=account_id)
    without = changed_unit(
        organization, source.id, lambda it: replace(it, accounts=tuple(other for other in it.accounts if other != name))
    )
    changed = changed_unit(without, destination.id, lambda it: replace(it, accounts=(*it.accounts, name)))
    return replace(world, organization=changed), None


def unit_of(organization: Organization, unit_id: str) -> Unit | None:
    """The root or unit of an ID."""
    return next((unit for unit in organization.root.walk() if unit.id == unit_id), None)


def changed_unit(organization: Organization, unit_id: str, change: Callable[[Unit], Unit]) -> Organization:
    """The organisation with the root or a unit changed."""
    return replace(organization, root=_changed(organization.root, unit_id, change))


def _changed(unit: Unit, unit_id: str, change: Callable[[Unit], Unit]) -> Unit:
    if unit.id == unit_id:
        return change(unit)
    return replace(unit, units={name: _changed(below, unit_id, change) for name, below in unit.units.items()})


def _depth(root: Unit, wanted: Unit) -> int:
    """How many levels of units lie between the root and a unit; the root itself is on level 0."""
    if root.id == wanted.id:
        return 0
    return 1 + next(_depth(below, wanted) for below in root.units.values() if wanted in below.walk())


def arn_of(world: World, target: str) -> str:
    """The ARN of a root, unit, account or policy by its ID, as policies about Organizations name it.

    https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsorganizations.html
    """
    organization = world.organization
    if organization is None:
        return "*"
    kind = {"r": "root", "o": "ou", "p": "policy"}.get(target.partition("-")[0][:1], "account")
    home = world.accounts[organization.management].id
    if kind == "policy":
        known = organization.policies.get(target)
        if known is not None and known.policy.arn is not None:
            return known.policy.arn
    return f"arn:aws:organizations::{home}:{kind}/{organization.id}/{target}"
