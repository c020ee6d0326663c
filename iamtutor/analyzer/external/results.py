"""What an analysis finds, as data: words are made at the edge.

The fields follow https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_ExternalAccessDetails.html
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from iamtutor.access import Decision, Request, StatementRef
from iamtutor.cloud import Address
from iamtutor.policy import PrincipalType


class ShownPrincipal(NamedTuple):
    """A principal as the policy writes it; `type` is AWS or Federated (the bare ``"*"`` is AWS's)."""

    type: PrincipalType
    value: str


class Narrowing(NamedTuple):
    """One condition of the statements that allow: who meets it gets through, nobody else."""

    operator: str
    key: str
    values: tuple[str, ...]


class Openness(StrEnum):
    """Why a finding is public, or only shared.

    `EVERYBODY`: anybody at all; `ACCOUNT`: everyone in one account; `IDENTITY`: one user, role or session;
    `PROVIDER`: whom an identity provider vouches for; `NARROWED`: those whom conditions let through, which nobody can
    choose to meet.
    """

    EVERYBODY = "everybody"
    ACCOUNT = "account"
    IDENTITY = "identity"
    PROVIDER = "provider"
    NARROWED = "narrowed"


@dataclass(frozen=True, slots=True)
class Shown:
    """A request from outside that goes through, replayed in the evaluator.

    The caller's own account is taken to allow everything: nobody in the zone of trust can prevent it. `public` says
    that the caller is one whom nobody names.
    """

    request: Request
    decision: Decision
    public: bool


@dataclass(frozen=True, slots=True)
class ExternalFinding:
    """A principal outside the zone of trust that can reach a resource, by one set of conditions.

    `actions` are the policy's own patterns by which something is allowed, without those of `excepted` (NotAction).
    `statements` allow, `denies` take some of it away again.
    """

    id: str
    resource: str
    resource_type: str
    account: str
    address: Address
    principal: ShownPrincipal
    actions: tuple[str, ...]
    excepted: tuple[str, ...]
    conditions: tuple[Narrowing, ...]
    openness: Openness
    shown: Shown
    statements: tuple[StatementRef, ...]
    denies: tuple[StatementRef, ...]

    @property
    def public(self) -> bool:
        """Whether anybody at all gets through."""
        return self.openness is Openness.EVERYBODY


class OpenReason(StrEnum):
    """Why something stays open: the first are those of the proof."""

    BUDGET = "budget"
    VARIABLES = "variables"
    MIXED_OPERATORS = "mixed-operators"
    RELATED_KEYS = "related-keys"
    MISMATCH = "mismatch"
    CANONICAL_USER = "canonical-user"
    NOT_PRINCIPAL_ALLOW = "not-principal-allow"


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """Access of which it is not proved whether it leaves the zone of trust: never left out in silence."""

    resource: str
    principal: ShownPrincipal
    statement: StatementRef
    reason: OpenReason
    about: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """All findings, in the order of the world, and what stays open."""

    findings: tuple[ExternalFinding, ...]
    open: tuple[OpenQuestion, ...] = ()
