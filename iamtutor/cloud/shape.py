"""The YAML form of a world, key by key. What the keys mean together is checked where the world is built.

This is the only module of the room that imports pydantic at once; import it only where a world is read. What is
needed is built when it is first used, from annotations that pydantic need not evaluate.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

Document = dict[str, Any]
Tags = dict[str, str]
Names = list[str]
Controls = dict[str, Document | None]
"""Control policies by name; nothing after `FullAWSAccess:` stands for AWS's own document."""


class Shape(BaseModel):
    """A mapping that somebody wrote: unknown keys are refused, nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class TextShape(Shape):
    """A text in both languages."""

    ko: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


class GroupShape(Shape):
    """A group of users."""

    path: str = "/"
    inline: dict[str, Document] = {}
    managed: Names = []


class EntityShape(GroupShape):
    """What users and roles share."""

    boundary: str | None = None
    tags: Tags = {}
    unique_id: str | None = None


class UserShape(EntityShape):
    """An IAM user. Access keys are given by their state, MFA devices by name; `console`: it has a password."""

    groups: Names = []
    access_keys: list[Literal["active", "inactive"]] = []
    mfa: Names = []
    console: bool = False


class RoleShape(EntityShape):
    """An IAM role."""

    trust: Document
    service_linked: bool = False
    max_session: int = 3600


class ProfileShape(Shape):
    """An instance profile; it holds at most one role."""

    path: str = "/"
    role: str | None = None
    tags: Tags = {}


class OidcShape(Shape):
    """An OpenID Connect provider, by its URL without https://."""

    client_ids: Names = []
    tags: Tags = {}


class SamlShape(Shape):
    """A SAML provider; `issuer` is the entity ID of its metadata."""

    issuer: str = ""
    tags: Tags = {}


class ProvidersShape(Shape):
    """The identity providers that an account trusts. Where they are given, trust policies can name no others."""

    oidc: dict[str, OidcShape | None] = {}
    saml: dict[str, SamlShape | None] = {}


class ManagedShape(Shape):
    """A customer managed policy: the document of its default version."""

    path: str = "/"
    document: Document


class ObjectShape(Shape):
    """An S3 object."""

    tags: Tags = {}


class BucketShape(Shape):
    """An S3 general purpose bucket. `abac`: its tags count in policies (off unless it is turned on)."""

    policy: Document | None = None
    tags: Tags = {}
    region: str | None = None
    block_public_access: bool = False
    ownership: Literal["BucketOwnerEnforced", "BucketOwnerPreferred", "ObjectWriter"] = "BucketOwnerEnforced"
    abac: bool = False
    objects: dict[str, ObjectShape | None] = {}


class KeyShape(Shape):
    """A KMS key; without `policy` it has the default key policy, which names the account."""

    id: str | None = None
    region: str | None = None
    policy: Document | None = None
    tags: Tags = {}
    aws_managed: bool = False


class ResourceShape(Shape):
    """Any other resource, with or without a policy of its own."""

    arn: str
    policy: Document | None = None
    tags: Tags = {}


class AccountShape(Shape):
    """An AWS account and what is in it."""

    id: str
    title: TextShape | None = None
    users: dict[str, UserShape | None] = {}
    groups: dict[str, GroupShape | None] = {}
    roles: dict[str, RoleShape] = {}
    policies: dict[str, ManagedShape] = {}
    buckets: dict[str, BucketShape | None] = {}
    keys: dict[str, KeyShape | None] = {}
    resources: dict[str, ResourceShape] = {}
    instance_profiles: dict[str, ProfileShape | None] = {}
    providers: ProvidersShape | None = None


class SessionShape(Shape):
    """Temporary credentials: of a role, or of a user (GetFederationToken with `name`, GetSessionToken without).

    Without `duration` (in seconds) they do not expire.
    """

    role: str | None = None
    user: str | None = None
    name: str | None = None
    policies: list[Document] = []
    tags: Tags = {}
    mfa: bool = False
    issued: str | None = None
    source_identity: str | None = None
    transitive: Names = []
    duration: int | None = None


class ControlsShape(Shape):
    """Control policies; a missing `scp` means that only FullAWSAccess is attached, as AWS does by itself."""

    scp: Controls | None = None
    rcp: Controls | None = None


class UnitShape(ControlsShape):
    """An organisational unit."""

    id: str | None = None
    accounts: Names = []
    ous: dict[str, "UnitShape | None"] = {}


class OrganizationShape(Shape):
    """An organisation: its management account, its tree, and what is attached to single accounts."""

    id: str
    management: str
    root: Annotated[UnitShape, Field(default_factory=UnitShape)]
    accounts: dict[str, ControlsShape] = {}


class EndpointShape(Shape):
    """A VPC endpoint; without `policy` it has the default endpoint policy, which allows everything."""

    policy: Document | None = None
    vpc: str | None = None


class WorldShape(Shape):
    """A whole world."""

    id: str | None = None
    title: TextShape | None = None
    now: str | None = None
    region: str = "ap-northeast-2"
    seed: str | None = None
    quotas: dict[str, int] = {}
    accounts: Annotated[dict[str, AccountShape], Field(min_length=1)]
    aws_policies: dict[str, Document] = {}
    sessions: dict[str, SessionShape] = {}
    organization: OrganizationShape | None = None
    endpoints: dict[str, EndpointShape | None] = {}
    sandbox: dict[str, Any] | None = None
    """What a learner's own sandbox adds: `edit` and `requests`, as in exercise.yaml. The course reads it."""


class HolderShape(Shape):
    """In an attachments text: what one user, group or role has; what is left out stays as it is."""

    managed: Names | None = None
    groups: Names | None = None


WORLD: TypeAdapter[WorldShape] = TypeAdapter(WorldShape)
ATTACHMENTS: TypeAdapter[dict[str, HolderShape]] = TypeAdapter(dict[str, HolderShape])
