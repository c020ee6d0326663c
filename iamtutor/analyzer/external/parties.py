"""Parties outside the zone of trust: the callers for whom a principal of a policy can stand.

One party of each kind that the policies tell apart is enough, because whatever else tells callers apart is a condition
key, and keys are searched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from iamtutor.access.effective import EffectivePolicies
from iamtutor.access.principal import Principal, PrincipalKind, UnknownPrincipalError
from iamtutor.analyzer.external.telling_apart import (
    ORGANIZATION_KEYS,
    SOURCE_KEYS,
    Told,
    accounts_told_apart,
    conditions_in,
    organizations_told_apart,
)
from iamtutor.analyzer.external.zone import Zone, ZoneKind, is_member
from iamtutor.cloud import World
from iamtutor.policy import PrincipalEntry, PrincipalType
from iamtutor.policy.arn import Arn, is_account_id
from iamtutor.policy.pattern import is_wild
from iamtutor.reason.mentioned import mentioned_in

_OF_KIND_KEYS: Final = frozenset({"aws:principalarn", "aws:principaltype", "aws:userid", "aws:username"})
"""Keys by which a root user or a federated user is told from users and roles."""
_UNSIGNED: Final = frozenset({"s3", "sqs", "sns", "lambda", "secretsmanager", "execute-api"})
"""Services for which a caller who signs nothing makes the plainest example."""


@dataclass(frozen=True, slots=True)
class Party:
    """A caller outside the zone, or an example of many.

    With `stands_for_many` its name may be any other of its kind but those of `apart`. `organization` is None for
    accounts that are in none, `path` the organisation path where the world knows it. `source` is the account on whose
    resource's behalf a service calls, `source_organization` that account's. `unnamed`: an account and an organisation
    that no policy writes out.
    """

    principal: Principal
    organization: str | None = None
    path: str | None = None
    stands_for_many: bool = False
    apart: tuple[str, ...] = ()
    source: str | None = None
    source_organization: str | None = None
    unnamed: bool = False


class Outside:
    """What lies outside a zone of trust, as far as some policies tell it apart."""

    def __init__(self, world: World, zone: Zone, policies: EffectivePolicies, service: str) -> None:
        self._world = world
        self._zone = zone
        self._service = service
        self._known = frozenset(world.directory.accounts_by_id)
        self._tests = conditions_in(policies)
        self._keys = frozenset(mentioned_in((policies,)).keys)
        self._entries = tuple(_entries(policies))
        self._named = tuple(dict.fromkeys(self._callers_named()))

    def for_entry(self, entry: PrincipalEntry) -> Iterator[Party]:
        """The parties that an entry of a Principal element reaches, those whom nobody names first.

        Raises UndecidedError.
        """
        if entry.type is PrincipalType.FEDERATED:
            yield Party(Principal.provider(entry.value))
        elif entry.value == "*":
            yield from self._everybody()
        elif entry.type is PrincipalType.AWS:
            account = account_of(entry.value)
            if account is not None:
                if account not in self._zone.accounts:
                    yield from self._of_account(account, unnamed=False)
                return
            for principal in _identities(entry.value):
                if principal.account not in self._zone.accounts:
                    yield from self._in_organizations(Party(principal), unnamed=False)

    def _everybody(self) -> Iterator[Party]:
        told = accounts_told_apart(self._tests, self._accounts_named(), self._zone.accounts, self._known)
        signed = [party for account in told.new for party in self._of_account(account, unnamed=True)]
        unsigned = Party(Principal.anonymous(), unnamed=True)
        yield from (unsigned, *signed) if self._service in _UNSIGNED else (*signed, unsigned)
        services = tuple(self._services()) if self._keys & SOURCE_KEYS else ()
        yield from (party for party in services if party.unnamed)
        for account in told.named:
            yield from self._of_account(account, unnamed=False)
        for account in told.new:
            yield from self._of_account(account, unnamed=False)
        yield replace(unsigned, unnamed=False)
        yield from (replace(party, unnamed=False) for party in services)

    def _of_account(self, account: str, *, unnamed: bool) -> Iterator[Party]:
        named = [principal for principal in self._named if principal.account == account]
        apart = tuple(arn for each in named if (arn := each.role_arn or each.arn) is not None)
        for principal in self._examples(account):
            party = Party(principal, stands_for_many=principal.kind is not PrincipalKind.ROOT, apart=apart)
            yield from self._in_organizations(party, unnamed=unnamed)
        if not unnamed:
            for principal in named:
                yield from self._in_organizations(Party(principal), unnamed=False)

    def _examples(self, account: str) -> Iterator[Principal]:
        iam, sts = f"arn:aws:iam::{account}", f"arn:aws:sts::{account}"
        names = {each.name for each in self._named}
        name = next(
            name
            for name in ("someone", *(f"someone{number}" for number in range(2, len(names) + 3)))
            if name not in names
        )
        yield Principal.parse(f"{iam}:user/{name}")
        yield Principal.parse(f"{iam}:role/{name}")
        if self._keys & _OF_KIND_KEYS:
            yield Principal.parse(f"{iam}:root")
            yield Principal.parse(f"{sts}:federated-user/{name}")

    def _in_organizations(self, party: Party, *, unnamed: bool) -> Iterator[Party]:
        """The party in each organisation in which it may be; what the world knows of its account is settled."""
        world, account = self._world, party.principal.account
        known = world.directory.accounts_by_id.get(account or "")
        if known is not None:
            organization = world.organization
            if organization is not None and is_member(world, world.accounts[known]):
                yield replace(party, organization=organization.id, path=organization.path_of(known))
            else:
                yield party
            return
        if not self._keys & ORGANIZATION_KEYS:
            yield replace(party, unnamed=unnamed)
            return
        told = self._organizations(of_source=False)
        for organization_id in (None, *told.new):
            yield replace(party, organization=organization_id, unnamed=unnamed)
        if not unnamed:
            yield from (replace(party, organization=organization_id) for organization_id in told.named)

    def _organizations(self, *, of_source: bool) -> Told:
        """In a zone of one account the others of its own organisation are outside too."""
        own = self._world.organization.id if self._world.organization is not None else None
        whole = self._zone.kind is ZoneKind.ORGANIZATION
        barred = {own} if own is not None else set()
        told = organizations_told_apart(self._tests, barred, of_source=of_source)
        return Told((*told.named, own), told.new) if own is not None and not whole else told

    def _services(self) -> Iterator[Party]:
        """A service that calls on behalf of somebody else's resource: the confused deputy.

        https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
        """
        principal = Principal.service(f"{self._calling_service()}.amazonaws.com")
        told = accounts_told_apart(self._tests, (), self._zone.accounts, self._known, of_source=True)
        organizations: tuple[str | None, ...] = (None,)
        new: tuple[str, ...] = ()
        if self._keys & {"aws:sourceorgid", "aws:sourceorgpaths"}:
            orgs = self._organizations(of_source=True)
            new, organizations = orgs.new, (None, *orgs.new, *orgs.named)
        for account in (*told.new, *told.named):
            known = self._world.directory.accounts_by_id.get(account)
            if known is not None:
                yield Party(principal, source=account, source_organization=self._organization_of(known))
                continue
            for organization in organizations:
                unnamed = account in told.new and (organization is None or organization in new)
                yield Party(principal, source=account, source_organization=organization, unnamed=unnamed)

    def _organization_of(self, account: str) -> str | None:
        own = self._world.organization
        return own.id if own is not None and is_member(self._world, self._world.accounts[account]) else None

    def _calling_service(self) -> str:
        """The service in the first ARN of a source that is written, else SNS."""
        for test in self._tests:
            if test.key == "aws:sourcearn":
                for text in test.condition.values:
                    parts = Arn.parse(text.value)
                    if parts is not None and parts.service.isalnum():
                        return parts.service
        return "sns"

    def _accounts_named(self) -> Iterator[str]:
        """Accounts in Principal elements, and where organisations count those whose organisation the world knows."""
        if self._keys & ORGANIZATION_KEYS:
            yield from (account.id for account in self._world.accounts.values())
        for entry in self._entries:
            account = account_of(entry.value)
            if account is not None:
                yield account
        yield from (each.account for each in self._named if each.account is not None)

    def _callers_named(self) -> Iterator[Principal]:
        """Users, roles and sessions that Principal elements tell apart by name."""
        for entry in self._entries:
            if entry.type is PrincipalType.AWS and entry.value != "*" and account_of(entry.value) is None:
                yield from _identities(entry.value)


def _entries(policies: EffectivePolicies) -> Iterator[PrincipalEntry]:
    for compiled in mentioned_in((policies,)).statements:
        element = compiled.statement.principal
        if element is not None:
            yield from element.entries


def account_of(value: str) -> str | None:
    """The account for which an entry stands as a whole; None for every other entry."""
    if is_account_id(value):
        return value
    parts = Arn.parse(value)
    return parts.account if parts is not None and parts.service == "iam" and parts.resource == "root" else None


def _identities(value: str) -> Iterable[Principal]:
    """The callers of a principal's ARN: itself, and for a user also its federated sessions.

    A wildcard in a part of it names nobody.
    """
    if is_wild(value):
        return ()
    try:
        principal = Principal.parse(value)
    except UnknownPrincipalError:
        return ()
    if principal.kind is not PrincipalKind.USER:
        return (principal,)
    federated = f"arn:{principal.partition}:sts::{principal.account}:federated-user/{principal.name}"
    return (principal, Principal.parse(federated, user_arn=value))
