"""From a YAML value to a world, or to everything that is wrong with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path as File
from typing import TYPE_CHECKING, Final

from iamtutor.access import NamedPolicy
from iamtutor.cloud import identifiers
from iamtutor.cloud.aws_documents import ADMINISTRATOR_ARN, administrator_access, default_endpoint_policy
from iamtutor.cloud.build_account import AccountBuilder
from iamtutor.cloud.build_organization import OrganizationBuilder
from iamtutor.cloud.check_principals import check_principals
from iamtutor.cloud.entities import Account, Endpoint, EntityKind, Organization, Session, SessionKind
from iamtutor.cloud.places import ContentError, Json, KeyPath, Places
from iamtutor.cloud.policy_values import Complaints
from iamtutor.cloud.quotas import quotas
from iamtutor.cloud.references import Directory, UnknownReferenceError, find, listing
from iamtutor.cloud.shape_findings import validated
from iamtutor.cloud.world import World
from iamtutor.cloud.yaml_source import load_yaml
from iamtutor.policy import PolicyKind
from iamtutor.policy.arn import is_account_id
from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.cloud.shape import SessionShape, WorldShape

DEFAULT_NOW: Final = datetime(2026, 1, 15, 9, 0, tzinfo=UTC)
"""The clock of worlds that set none: fixed, so that a decision never depends on when it is made."""
_AWS_POLICY_PREFIX: Final = "arn:aws:iam::aws:policy/"


class WorldError(ContentError):
    """A world that cannot be used; its findings name file, line and key."""


def load_world(file: File, name: str | None = None) -> World:
    """The world of a YAML file; `name` is how people know the file. Raises ContentError."""
    value, places = load_yaml(file, name)
    return read_world(value, places)


def read_world(value: Json, places: Places | None = None) -> World:
    """The world of a YAML value. Raises ContentError (a WorldError) with everything that is wrong with it."""
    from iamtutor.cloud.shape import WORLD

    places = places or Places.nowhere()
    try:
        shape = validated(WORLD, value, places)
    except ContentError as error:
        raise WorldError(error.findings) from None
    return _Builder(shape, places).build()


class _Builder:
    """Builds a world part by part; complains about all of it before it gives up."""

    def __init__(self, shape: WorldShape, places: Places) -> None:
        self.shape = shape
        self.complaints = Complaints(places)
        self.seed = shape.seed if shape.seed is not None else shape.id or ""

    def build(self) -> World:
        shape = self.shape
        if not identifiers.REGION.fullmatch(shape.region):
            self.complaints.say("cloud.region", ("region",), region=shape.region)
        self._check_quotas()
        aws_policies = self._aws_policies()
        accounts = self._accounts(aws_policies)
        world = World(
            shape.id,
            Bilingual(shape.title.ko, shape.title.en) if shape.title is not None else None,
            self._instant(shape.now, ("now",)) or DEFAULT_NOW,
            accounts,
            aws_policies,
            {},
            self._organization(accounts),
            self._endpoints(),
            Directory.of(accounts.values()),
            shape.region,
            self.seed,
            quotas=dict(shape.quotas),
        )
        sessions = {name: found for name, part in shape.sessions.items() if (found := self._session(world, name, part))}
        check_principals(world, shape, self.complaints)
        if self.complaints.findings:
            raise WorldError(sorted(self.complaints.findings, key=lambda finding: finding.span or (0, 0)))
        return replace(world, sessions=sessions)

    def _check_quotas(self) -> None:
        """A world can have other quotas than AWS gives at first, up to what AWS raises them to."""
        known = quotas()
        for name, value in self.shape.quotas.items():
            path = ("quotas", name)
            if name not in known:
                self.complaints.say("cloud.unknown-quota", path, at_key=True, name=name, known=listing(known))
            elif not 0 <= value <= (known[name].max or known[name].default):
                most = known[name].max or known[name].default
                self.complaints.say("cloud.quota-too-high", path, name=name, limit=most)

    def _aws_policies(self) -> dict[str, NamedPolicy]:
        found = {ADMINISTRATOR_ARN: administrator_access()}
        for arn, document in self.shape.aws_policies.items():
            path = ("aws_policies", arn)
            if not arn.startswith(_AWS_POLICY_PREFIX) or arn == _AWS_POLICY_PREFIX:
                self.complaints.say("cloud.wrong-aws-policy-arn", path, at_key=True, arn=arn)
            name = arn.rpartition("/")[2]
            found[arn] = self.complaints.policy(document, path, PolicyKind.IDENTITY, name, arn)
        return found

    def _accounts(self, aws_policies: dict[str, NamedPolicy]) -> dict[str, Account]:
        found: dict[str, Account] = {}
        ids: dict[str, str] = {}
        arns: dict[str, KeyPath] = {}
        for name, shape in self.shape.accounts.items():
            path = ("accounts", name)
            if not identifiers.LABEL.fullmatch(name):
                self.complaints.say("cloud.label", path, at_key=True, name=name)
            other = ids.setdefault(shape.id, name)
            if other != name:
                self.complaints.say("cloud.same-account-id", (*path, "id"), value=shape.id, other=other)
            found[name] = AccountBuilder(
                name, shape, self.complaints, aws_policies, self.shape.region, self.seed
            ).build()
            self._once(found[name], arns)
        return found

    def _once(self, account: Account, arns: dict[str, KeyPath]) -> None:
        """Bucket names are unique in all of AWS, and so is every ARN."""
        for kind in (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE):
            for name, resource in account.entities(kind).items():
                path = ("accounts", account.name, f"{kind.value}s", name)
                other = arns.setdefault(resource.arn, path)
                if other != path:
                    other_name = ".".join(map(str, other[1:]))
                    self.complaints.say("cloud.same-arn", path, at_key=True, arn=resource.arn, other=other_name)

    def _organization(self, accounts: dict[str, Account]) -> Organization | None:
        shape = self.shape.organization
        return OrganizationBuilder(shape, accounts, self.complaints).build() if shape is not None else None

    def _endpoints(self) -> dict[str, Endpoint]:
        found = {}
        for name, shape in self.shape.endpoints.items():
            path = ("endpoints", name)
            if not identifiers.ENDPOINT_ID.fullmatch(name):
                self.complaints.say("cloud.endpoint-id", path, at_key=True, name=name)
            policy = default_endpoint_policy(name)
            if shape is not None and shape.policy is not None:
                policy = self.complaints.policy(shape.policy, (*path, "policy"), PolicyKind.ENDPOINT, name)
            found[name] = Endpoint(name, policy, shape.vpc if shape is not None else None)
        return found

    def _session(self, world: World, name: str, shape: SessionShape) -> Session | None:
        path = ("sessions", name)
        if not identifiers.LABEL.fullmatch(name):
            self.complaints.say("cloud.label", path, at_key=True, name=name)
        if (shape.role is None) == (shape.user is None):
            self.complaints.say("cloud.session-of", path, at_key=True, name=name)
            return None
        kind = SessionKind.ROLE if shape.role is not None else SessionKind.FEDERATION
        if shape.user is not None and shape.name is None:
            kind = SessionKind.TOKEN
        return self._session_of(world, name, shape, kind)

    def _session_of(self, world: World, name: str, shape: SessionShape, kind: SessionKind) -> Session | None:
        path = ("sessions", name)
        is_role = kind is SessionKind.ROLE
        wanted = EntityKind.ROLE if is_role else EntityKind.USER
        reference = (shape.role if is_role else shape.user) or ""
        reference = reference if "/" in reference else f"{wanted.value}/{reference}"
        try:
            of = find(world, reference, (wanted,))
        except UnknownReferenceError as error:
            self.complaints.say(error.finding.code, (*path, wanted.value), error.finding.arguments)
            return None
        session_name = shape.name or name
        longest = 64 if is_role else 32
        is_named = kind is not SessionKind.TOKEN
        if is_named and (len(session_name) > longest or not identifiers.SESSION_NAME.fullmatch(session_name)):
            self.complaints.say("cloud.session-name", (*path, "name"), name=session_name, limit=longest)
        if kind is SessionKind.TOKEN and (shape.policies or shape.tags):
            self.complaints.say("cloud.token-session", path, at_key=True, name=name)
        shown = f"session/{name}"
        several = len(shape.policies) > 1
        policies = tuple(
            self.complaints.policy(
                document, (*path, "policies", index), PolicyKind.SESSION, f"{shown}/{index + 1}" if several else shown
            )
            for index, document in enumerate(shape.policies)
        )
        for index, key in enumerate(shape.transitive):
            if key.lower() not in (tag.lower() for tag in shape.tags):
                self.complaints.say("cloud.transitive-tag", (*path, "transitive", index), name=key)
        issued = self._instant(shape.issued, (*path, "issued"))
        account = world.accounts[of.account].id
        return Session(
            name,
            kind,
            of,
            session_name,
            policies,
            dict(shape.tags),
            shape.mfa,
            issued,
            shape.source_identity,
            (issued or world.now) + timedelta(seconds=shape.duration) if shape.duration is not None else None,
            tuple(shape.transitive),
            key_id=identifiers.access_key_id("ASIA", account, f"{self.seed}/{name}") if is_account_id(account) else "",
        )

    def _instant(self, text: str | None, path: KeyPath) -> datetime | None:
        """A moment in UTC: `2026-01-15T09:00:00Z`."""
        if text is None:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            self.complaints.say("cloud.instant", path, value=text)
            return None
        return moment.astimezone(UTC) if moment.tzinfo is not None else moment.replace(tzinfo=UTC)
