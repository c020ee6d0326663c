"""A policy as the grammar has it: statements and their elements, each with its place in the text.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from iamtutor.policy.finding import Span


class PolicyKind(StrEnum):
    """What a policy document is used for; decides which elements it may hold."""

    IDENTITY = "identity"
    RESOURCE = "resource"
    TRUST = "trust"
    BOUNDARY = "boundary"
    SESSION = "session"
    SCP = "scp"
    RCP = "rcp"
    ENDPOINT = "endpoint"

    @property
    def names_principals(self) -> bool:
        """Whether statements of this kind carry a Principal element."""
        return self in (PolicyKind.RESOURCE, PolicyKind.TRUST, PolicyKind.RCP, PolicyKind.ENDPOINT)


class Effect(StrEnum):
    """The Effect element."""

    ALLOW = "Allow"
    DENY = "Deny"


class PrincipalType(StrEnum):
    """The keys of a Principal map; `ANY` stands for the bare `"*"`."""

    ANY = "*"
    AWS = "AWS"
    SERVICE = "Service"
    FEDERATED = "Federated"
    CANONICAL_USER = "CanonicalUser"


@dataclass(frozen=True, slots=True)
class Text:
    """One string value of the policy (a JSON number or boolean in a condition is given as its text)."""

    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class PrincipalEntry:
    """One named principal: its type and the value as written."""

    type: PrincipalType
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class PrincipalElement:
    """Principal, or NotPrincipal when `negated`."""

    negated: bool
    entries: tuple[PrincipalEntry, ...]
    span: Span

    @property
    def name(self) -> str:
        """The element's name in the policy."""
        return "NotPrincipal" if self.negated else "Principal"


@dataclass(frozen=True, slots=True)
class PatternElement:
    """Action or Resource, or NotAction or NotResource when `negated`; `name` is the element's name."""

    name: str
    negated: bool
    patterns: tuple[Text, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Condition:
    """One operator applied to one key: `{operator: {key: values}}`; the span covers key and values."""

    operator: str
    key: str
    values: tuple[Text, ...]
    operator_span: Span
    span: Span


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement; `index` counts from 0 in the text, also past statements that could not be read."""

    index: int
    sid: str | None
    effect: Effect
    principal: PrincipalElement | None
    action: PatternElement
    resource: PatternElement | None
    conditions: tuple[Condition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """What could be read of a policy: the statements that are whole, in the order of the text.

    `version` is None where the element is missing; variables are substituted only for "2012-10-17".
    """

    version: str | None
    id: str | None
    statements: tuple[Statement, ...]
    span: Span

    @property
    def substitutes_variables(self) -> bool:
        """Whether `${…}` is a policy variable in this document: only in Version 2012-10-17."""
        return self.version == "2012-10-17"
