"""Who makes a request.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from iamtutor.policy.arn import Arn, is_account_id


class PrincipalKind(StrEnum):
    """The kinds of callers that the evaluation tells apart."""

    USER = "user"
    ROLE = "role"
    SESSION = "session"
    FEDERATED_USER = "federated-user"
    ROOT = "root"
    ANONYMOUS = "anonymous"
    SERVICE = "service"
    PROVIDER = "provider"


class UnknownPrincipalError(ValueError):
    """The text names no caller that can make a request."""


@dataclass(frozen=True, slots=True)
class Principal:
    """A caller. `ROLE` means some session of the role; its session ARN is not known.

    `arn` is the caller's own ARN (of the session for a session; None for anonymous, services, providers);
    `role_arn` the role of a session, with its path where that is known; `user_arn` the IAM user (of a federated
    session: who called GetFederationToken); `name` the user, role, service or provider.
    """

    kind: PrincipalKind
    name: str = ""
    arn: str | None = None
    account: str | None = None
    role_arn: str | None = None
    user_arn: str | None = None
    partition: str = "aws"

    @property
    def has_identity(self) -> bool:
        """Whether identity policies, boundary and session policy exist for such a caller."""
        return self.kind not in (PrincipalKind.ANONYMOUS, PrincipalKind.SERVICE, PrincipalKind.PROVIDER)

    @property
    def account_arn(self) -> str:
        """The ARN that stands for the caller's account in a policy."""
        return f"arn:{self.partition}:iam::{self.account}:root"

    @property
    def is_service_linked(self) -> bool:
        """Whether the caller is a service-linked role, which SCPs and RCPs do not bind."""
        return self.role_arn is not None and (
            ":role/aws-service-role/" in self.role_arn or self.name.startswith("AWSServiceRoleFor")
        )

    @classmethod
    def anonymous(cls) -> Principal:
        """A caller who did not sign the request."""
        return cls(PrincipalKind.ANONYMOUS)

    @classmethod
    def service(cls, name: str) -> Principal:
        """An AWS service acting as itself (``ec2.amazonaws.com``)."""
        return cls(PrincipalKind.SERVICE, name)

    @classmethod
    def provider(cls, name: str) -> Principal:
        """An external identity provider (``accounts.google.com`` or the ARN of a SAML or OIDC provider)."""
        return cls(PrincipalKind.PROVIDER, name)

    @classmethod
    def parse(
        cls, value: str | Mapping[str, str], *, role_arn: str | None = None, user_arn: str | None = None
    ) -> Principal:
        """The caller of the `decide` contract: an ARN, ``"anonymous"``, ``{"service": …}`` or ``{"federated": …}``.

        `role_arn` gives a session's role where it has a path; `user_arn` the IAM user behind a federated session,
        by default the user of the same name. Raises UnknownPrincipalError.
        """
        if isinstance(value, Mapping):
            return _from_mapping(value)
        if value == "anonymous":
            return cls.anonymous()
        arn = Arn.parse(value)
        if arn is None or not is_account_id(arn.account):
            raise UnknownPrincipalError(value)
        kind, _, rest = arn.resource.partition("/")
        if arn.service == "iam":
            return _iam_principal(value, arn, kind, rest)
        if arn.service == "sts":
            return _sts_principal(value, arn, kind, rest, role_arn, user_arn)
        raise UnknownPrincipalError(value)


def _from_mapping(value: Mapping[str, str]) -> Principal:
    match dict(value):
        case {"service": str(name), **rest} if not rest:
            return Principal.service(name)
        case {"federated": str(name), **rest} if not rest:
            return Principal.provider(name)
    raise UnknownPrincipalError(str(dict(value)))


def _iam_principal(value: str, arn: Arn, kind: str, rest: str) -> Principal:
    name = rest.rpartition("/")[2]
    if arn.resource == "root":
        return Principal(PrincipalKind.ROOT, "root", value, arn.account, partition=arn.partition)
    if kind == "user" and name:
        return Principal(PrincipalKind.USER, name, value, arn.account, user_arn=value, partition=arn.partition)
    if kind == "role" and name:
        return Principal(PrincipalKind.ROLE, name, value, arn.account, role_arn=value, partition=arn.partition)
    raise UnknownPrincipalError(value)


def _sts_principal(value: str, arn: Arn, kind: str, rest: str, role_arn: str | None, user_arn: str | None) -> Principal:
    name, _, session = rest.partition("/")
    base = f"arn:{arn.partition}:iam::{arn.account}"
    if kind == "assumed-role" and name and session:
        role = role_arn or f"{base}:role/{name}"
        return Principal(PrincipalKind.SESSION, name, value, arn.account, role_arn=role, partition=arn.partition)
    if kind == "federated-user" and name and not session:
        user = user_arn or f"{base}:user/{name}"
        return Principal(PrincipalKind.FEDERATED_USER, name, value, arn.account, user_arn=user, partition=arn.partition)
    raise UnknownPrincipalError(value)
