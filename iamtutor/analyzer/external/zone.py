"""The zone of trust: whose access to a resource is nothing to report.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings.html
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from iamtutor.cloud import Account, World


class ZoneKind(StrEnum):
    """What an analyser trusts: the account of each resource, or every member of the organisation."""

    ACCOUNT = "account"
    ORGANIZATION = "organization"


class NoOrganizationError(ValueError):
    """The zone of trust is to be the organisation, and the world has none."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The accounts (IDs) that are trusted, and with them the organisation where it is the whole of one."""

    kind: ZoneKind
    accounts: frozenset[str]
    organization: str | None = None


def zones(world: World, kind: ZoneKind) -> Iterator[tuple[Account, Zone]]:
    """Each account whose resources are analysed, with its zone. Raises NoOrganizationError."""
    if kind is ZoneKind.ACCOUNT:
        yield from ((account, Zone(kind, frozenset({account.id}))) for account in world.accounts.values())
        return
    organization = world.organization
    if organization is None:
        raise NoOrganizationError
    members = [account for account in world.accounts.values() if is_member(world, account)]
    zone = Zone(kind, frozenset(account.id for account in members), organization.id)
    yield from ((account, zone) for account in members)


def is_member(world: World, account: Account) -> bool:
    """Whether an account belongs to the world's organisation."""
    return world.organization is not None and bool(world.organization.line_of(account.name))
