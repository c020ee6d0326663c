"""What a world is made of: accounts, identities, resources, sessions and the organisation. All of it immutable.

Managed policies are named by their ARN; the documents themselves stand once, in their account (or with the world's
AWS managed policies), so that a new version reaches everyone to whom the policy is attached.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from iamtutor.access import NamedPolicy
from iamtutor.cloud.belongings import (
    AccessKey,
    InstanceProfile,
    OidcProvider,
    PublicAccessBlock,
    SamlProvider,
    Versions,
)
from iamtutor.policy import PolicyKind
from iamtutor.words import Bilingual

Policies = Mapping[str, NamedPolicy]
Tags = Mapping[str, str]


class EntityKind(StrEnum):
    """What a reference can name besides an ARN; the values are the words before the slash."""

    USER = "user"
    GROUP = "group"
    ROLE = "role"
    BUCKET = "bucket"
    KEY = "key"
    RESOURCE = "resource"


class Address(NamedTuple):
    """Where an entity lives: the account's name in the world, its kind and its name."""

    account: str
    kind: EntityKind
    name: str

    @property
    def reference(self) -> str:
        """The reference without the account: `user/dev`."""
        return f"{self.kind.value}/{self.name}"


@dataclass(frozen=True, slots=True, eq=False)
class Group:
    """A group: its policies count for its members, and it can never be a principal."""

    name: str
    arn: str
    inline: Policies
    managed: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class User:
    """An IAM user; `managed` and `boundary` are ARNs, `groups` names of its account."""

    name: str
    arn: str
    unique_id: str
    inline: Policies
    managed: tuple[str, ...]
    groups: tuple[str, ...] = ()
    boundary: str | None = None
    tags: Tags = field(default_factory=dict)
    access_keys: tuple[AccessKey, ...] = ()
    mfa: tuple[str, ...] = ()
    console: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Role:
    """An IAM role with its trust policy; `max_session` is in seconds."""

    name: str
    arn: str
    unique_id: str
    trust: NamedPolicy
    inline: Policies
    managed: tuple[str, ...]
    boundary: str | None = None
    tags: Tags = field(default_factory=dict)
    service_linked: bool = False
    max_session: int = 3600


@dataclass(frozen=True, slots=True, eq=False)
class Bucket:
    """An S3 bucket; `objects` are those with tags worth naming, any other key may be asked for as well.

    `block_public_access` is what decides requests (RestrictPublicBuckets); `settings` are the four in single, where
    they were set one by one.
    """

    name: str
    arn: str
    region: str
    policy: NamedPolicy | None = None
    tags: Tags = field(default_factory=dict)
    objects: Mapping[str, Tags] = field(default_factory=dict)
    block_public_access: bool = False
    abac: bool = False
    settings: PublicAccessBlock | None = None
    ownership: str = "BucketOwnerEnforced"

    @property
    def public_access(self) -> PublicAccessBlock:
        """The four settings of Block Public Access."""
        return self.settings or PublicAccessBlock(*[self.block_public_access] * 4)


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """A KMS key; it always has a key policy."""

    name: str
    arn: str
    policy: NamedPolicy
    tags: Tags = field(default_factory=dict)
    aws_managed: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Resource:
    """Any other resource: a queue, a topic, a function, a secret."""

    name: str
    arn: str
    policy: NamedPolicy | None = None
    tags: Tags = field(default_factory=dict)


Entity = User | Group | Role | Bucket | Key | Resource


@dataclass(frozen=True, slots=True, eq=False)
class Account:
    """An account; `name` is what the world calls it, `policies` are its customer managed policies.

    `providers` are by ARN. `versions` holds what is known of a managed policy beside the document of its default
    version; a policy that is not in it has the one version v1.
    """

    name: str
    id: str
    title: Bilingual | None
    users: Mapping[str, User]
    groups: Mapping[str, Group]
    roles: Mapping[str, Role]
    policies: Policies
    buckets: Mapping[str, Bucket]
    keys: Mapping[str, Key]
    resources: Mapping[str, Resource]
    profiles: Mapping[str, InstanceProfile] = field(default_factory=dict)
    providers: Mapping[str, OidcProvider | SamlProvider] = field(default_factory=dict)
    versions: Mapping[str, Versions] = field(default_factory=dict)

    def entities(self, kind: EntityKind) -> Mapping[str, Entity]:
        """The entities of one kind, by name."""
        found: Mapping[str, Entity] = getattr(self, f"{kind.value}s")
        return found

    def with_entity(self, kind: EntityKind, name: str, changed: Entity) -> Account:
        """The account with another entity under a name."""
        change: dict[str, Any] = {f"{kind.value}s": {**self.entities(kind), name: changed}}
        return replace(self, **change)


class SessionKind(StrEnum):
    """How temporary credentials came about."""

    ROLE = "role"
    FEDERATION = "federation"
    TOKEN = "token"


@dataclass(frozen=True, slots=True, eq=False)
class Session:
    """Temporary credentials: of a role, of a user by GetFederationToken, or of a user by GetSessionToken.

    `name` is what the world calls it, `session_name` the RoleSessionName or the federated name; `of` the role or user.
    `transitive` are the keys of tags that go on in a chain; `facts` are condition keys that the sign-in left behind
    (aws:FederatedProvider …); `key_id` is the access key ID (ASIA…). Without `expires` it never ends.
    """

    name: str
    kind: SessionKind
    of: Address
    session_name: str
    policies: tuple[NamedPolicy, ...] = ()
    tags: Tags = field(default_factory=dict)
    mfa: bool = False
    issued: datetime | None = None
    source_identity: str | None = None
    expires: datetime | None = None
    transitive: tuple[str, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    key_id: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Controls:
    """The SCPs and RCPs attached at one place of an organisation."""

    scp: Policies
    rcp: Policies


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """The root of an organisation or an organisational unit; `accounts` are names of the world."""

    name: str
    id: str
    controls: Controls
    accounts: tuple[str, ...] = ()
    units: Mapping[str, Unit] = field(default_factory=dict)

    def walk(self) -> Iterator[Unit]:
        """This unit and all below it."""
        yield self
        for unit in self.units.values():
            yield from unit.walk()


@dataclass(frozen=True, slots=True, eq=False)
class ControlPolicy:
    """An SCP or RCP of the organisation, attached or not; `kind` is SCP or RCP."""

    id: str
    kind: PolicyKind
    policy: NamedPolicy
    description: str = ""
    tags: Tags = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Organization:
    """An organisation: its tree, and the control policies attached to single accounts.

    `policies` are those that its API made, by ID; what a world attaches in place need not be among them.
    """

    id: str
    management: str
    root: Unit
    attached: Mapping[str, Controls]
    policies: Mapping[str, ControlPolicy] = field(default_factory=dict)

    def line_of(self, account: str) -> tuple[Unit, ...]:
        """The units from the root down to the one that holds the account; empty where it is no member."""
        return _line(self.root, account)

    def levels(self, account: str) -> tuple[Controls, ...]:
        """What is attached from the root down to the account itself; empty where it is no member."""
        line = self.line_of(account)
        return (*(unit.controls for unit in line), self.attached[account]) if line else ()

    def path_of(self, account: str) -> str:
        """The entity path of the account's parent, as aws:PrincipalOrgPaths has it: `o-…/r-…/ou-…/`."""
        return "/".join((self.id, *(unit.id for unit in self.line_of(account)), ""))


def _line(unit: Unit, account: str) -> tuple[Unit, ...]:
    if account in unit.accounts:
        return (unit,)
    for below in unit.units.values():
        line = _line(below, account)
        if line:
            return (unit, *line)
    return ()


@dataclass(frozen=True, slots=True, eq=False)
class Endpoint:
    """A VPC endpoint and its policy."""

    name: str
    policy: NamedPolicy
    vpc: str | None = None
