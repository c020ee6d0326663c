"""What belongs to an account or an entity besides policies: keys, profiles, providers, versions, settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from iamtutor.access import NamedPolicy


class AccessKey(NamedTuple):
    """A long-lived access key of a user; its ID encodes the account."""

    id: str
    active: bool = True


class PublicAccessBlock(NamedTuple):
    """The four settings of S3 Block Public Access.

    https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
    """

    block_public_acls: bool = True
    ignore_public_acls: bool = True
    block_public_policy: bool = True
    restrict_public_buckets: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class InstanceProfile:
    """The container that hands one role to an EC2 instance.

    https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_switch-role-ec2_instance-profiles.html
    """

    name: str
    arn: str
    unique_id: str
    role: str | None = None
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class OidcProvider:
    """An OpenID Connect provider that the account trusts; `url` without `https://`, `client_ids` the audiences."""

    arn: str
    url: str
    client_ids: tuple[str, ...] = ()
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class SamlProvider:
    """A SAML 2.0 provider that the account trusts; `issuer` is the entity ID of its metadata."""

    arn: str
    name: str
    issuer: str = ""
    tags: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Versions:
    """The versions of a customer managed policy beside the default one, whose document the account holds.

    `next` is the number that the next version gets: numbers are never used again.
    https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-versioning.html
    """

    default: str = "v1"
    next: int = 2
    others: Mapping[str, NamedPolicy] = field(default_factory=dict)
    tags: Mapping[str, str] = field(default_factory=dict)
    description: str = ""
