"""What keeps access closed that policies would open: resource control policies and S3 Block Public Access.

Follows https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps.html and
https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from __future__ import annotations

from dataclasses import replace

from iamtutor.analyzer.external.analysis import analyze
from iamtutor.analyzer.external.results import Analysis, ExternalFinding
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.cloud import Account, Bucket, Controls, Organization, Unit, World
from iamtutor.cloud.references import entity
from iamtutor.cloud.slots import with_entity
from iamtutor.reason.actions import Actions


def held_back(world: World, kind: ZoneKind, actions: Actions, found: Analysis) -> tuple[ExternalFinding, ...]:
    """The access that would be found without RCPs and without Block Public Access, and is not. Raises NoOrganizationError."""
    if not _has_guards(world):
        return ()
    known = {finding.id for finding in found.findings}
    without = analyze(_without_guards(world), kind, actions)
    return tuple(finding for finding in without.findings if finding.id not in known)


def closed_by_blocking(world: World, kind: ZoneKind, actions: Actions, finding: ExternalFinding) -> bool | None:
    """Whether Block Public Access would close an access; None where it is no bucket's, or it is on already."""
    bucket = entity(world, finding.address)
    if not isinstance(bucket, Bucket) or bucket.block_public_access:
        return None
    blocked = replace(bucket, block_public_access=True, settings=None)
    changed = with_entity(world, finding.address, blocked)
    found = analyze(changed, kind, actions, (finding.account,))
    return finding.id not in {each.id for each in found.findings}


def _has_guards(world: World) -> bool:
    blocks = any(
        bucket.block_public_access for account in world.accounts.values() for bucket in account.buckets.values()
    )
    organization = world.organization
    if organization is None:
        return blocks
    places = [*(unit.controls for unit in organization.root.walk()), *organization.attached.values()]
    return blocks or any(controls.rcp for controls in places)


def _without_guards(world: World) -> World:
    accounts = {name: _open(account) for name, account in world.accounts.items()}
    organization = world.organization
    return replace(world, accounts=accounts, organization=None if organization is None else _unguarded(organization))


def _open(account: Account) -> Account:
    buckets = {
        name: replace(bucket, block_public_access=False, settings=None) for name, bucket in account.buckets.items()
    }
    return replace(account, buckets=buckets)


def _unguarded(organization: Organization) -> Organization:
    attached = {name: _without_rcps(controls) for name, controls in organization.attached.items()}
    return replace(organization, root=_unit(organization.root), attached=attached)


def _unit(unit: Unit) -> Unit:
    units = {name: _unit(below) for name, below in unit.units.items()}
    return replace(unit, controls=_without_rcps(unit.controls), units=units)


def _without_rcps(controls: Controls) -> Controls:
    return replace(controls, rcp={})
