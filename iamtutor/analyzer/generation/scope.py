"""Whose calls count: a user, a role with all its sessions, or one session of a role.

https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-user-identity.html
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from iamtutor.access import Principal, PrincipalKind, UnknownPrincipalError
from iamtutor.analyzer.generation.event import Identity
from iamtutor.policy.arn import Arn


class ScopeProblem(StrEnum):
    """Why no policy can be generated for a principal."""

    NO_PRINCIPAL = "no-principal"
    ROOT = "root"


class ScopeError(ValueError):
    """No policy can be generated for such a principal; `problem` says why."""

    def __init__(self, problem: ScopeProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class Scope(NamedTuple):
    """The principal whose calls count, by its ARN; a session's ARN never holds the path of its role."""

    arn: str
    kind: PrincipalKind
    account: str
    name: str
    partition: str

    @classmethod
    def parse(cls, text: str) -> Scope:
        """The scope of an ARN: `user/…`, `role/…`, `assumed-role/role/session` or `federated-user/…`. Raises ScopeError."""
        try:
            principal = Principal.parse(text)
        except UnknownPrincipalError:
            raise ScopeError(ScopeProblem.NO_PRINCIPAL) from None
        if principal.kind is PrincipalKind.ROOT:
            raise ScopeError(ScopeProblem.ROOT)
        return cls(text, principal.kind, principal.account or "", principal.name, principal.partition)

    def covers(self, identity: Identity) -> bool:
        """Whether a call by this identity is a call of the scope.

        Calls that a service makes on the caller's behalf count: they need the caller's permissions. So do those of a
        user's federated sessions, which can do no more than the user.
        """
        if self.kind is PrincipalKind.ROLE:
            return self._is_of_role(identity)
        if self.kind is PrincipalKind.USER:
            return self._is_of_user(identity)
        return identity.arn == self.arn

    def _is_of_role(self, identity: Identity) -> bool:
        if identity.kind not in ("AssumedRole", "Role"):
            return False
        if identity.issuer:
            return identity.issuer == self.arn
        if identity.arn == self.arn:
            return True
        arn = Arn.parse(identity.arn)
        return arn is not None and arn.account == self.account and arn.resource.startswith(f"assumed-role/{self.name}/")

    def _is_of_user(self, identity: Identity) -> bool:
        if identity.kind == "FederatedUser":
            return identity.issuer == self.arn
        if identity.kind != "IAMUser":
            return False
        if identity.arn:
            return identity.arn == self.arn
        return identity.account == self.account and identity.name == self.name
