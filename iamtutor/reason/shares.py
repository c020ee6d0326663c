"""What share of the resources each granted action reaches, and how much that weighs.

An action reaches everything (all its resources, whatever the context), what patterns match, what is named one by one, or
something only under conditions. A Deny with conditions counts as if it always held, so that the first three are certain.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from iamtutor.access import NamedPolicy
from iamtutor.catalog import AccessLevel
from iamtutor.policy import Effect, PolicyDocument, Statement
from iamtutor.policy.pattern import is_wild
from iamtutor.reason.actions import Actions
from iamtutor.reason.difference import Scope
from iamtutor.reason.documents import Setting
from iamtutor.reason.reaching import Reach, reach


class Share(StrEnum):
    """How much of its resources an action reaches, the most first."""

    EVERYTHING = "everything"
    PATTERN = "pattern"
    NAMED = "named"
    CONDITIONAL = "conditional"


LEVELS: Final = (
    AccessLevel.PERMISSIONS_MANAGEMENT, AccessLevel.WRITE, AccessLevel.TAGGING, AccessLevel.READ, AccessLevel.LIST,
)  # fmt: skip
"""The access levels, the gravest first."""
LEVEL_WEIGHT: Final[Mapping[AccessLevel, int]] = dict(zip(LEVELS, (8, 4, 2, 2, 1), strict=True))
SHARE_WEIGHT: Final[Mapping[Share, int]] = dict(zip(Share, (8, 4, 2, 1), strict=True))


@dataclass(frozen=True, slots=True)
class Shares:
    """The granted actions by their share, as bits; `unproved` are counted where they would be if they reached less."""

    by_share: Mapping[Share, int]
    unproved: int = 0

    @property
    def granted(self) -> int:
        """All granted actions."""
        found = 0
        for bits in self.by_share.values():
            found |= bits
        return found

    def weights(self, actions: Actions, among: int = -1) -> tuple[int, ...]:
        """How much is granted, level by level, the gravest first: actions times the weight of their share."""
        return tuple(
            sum(SHARE_WEIGHT[share] * (bits & level & among).bit_count() for share, bits in self.by_share.items())
            for level in (actions.by_level[each] for each in LEVELS)
        )

    def weight(self, actions: Actions) -> int:
        """How much is granted, as one number: levels weighed too. An Allow never lowers it, a Deny never raises it."""
        return sum(LEVEL_WEIGHT[level] * weight for level, weight in zip(LEVELS, self.weights(actions), strict=True))


def shares_of(document: PolicyDocument, settings: Iterable[Setting], actions: Actions, among: int) -> Shares:
    """The shares that a document gives of the actions `among`, to whichever of the callers it gives most."""
    settings = tuple(settings)
    whole = _reach(document, settings, actions, among)
    steady_document = _whatever_context(document)
    steady = whole if steady_document is document else _reach(steady_document, settings, actions, among)
    wild_document = _wildcards_only(steady_document)
    wild = steady if wild_document is steady_document else _reach(wild_document, settings, actions, among)
    everything, pattern = steady.everything, wild.something & ~steady.everything
    named = steady.something & ~everything & ~pattern
    by_share = dict(zip(Share, (everything, pattern, named, whole.something & ~steady.something), strict=True))
    return Shares(by_share, whole.unproved)


def _reach(document: PolicyDocument, settings: tuple[Setting, ...], actions: Actions, among: int) -> Reach:
    policy = NamedPolicy("measured", document)
    found = Reach()
    for setting in settings:
        found |= reach(setting.placed(policy), Scope(setting.principal, setting.domain, actions), among)
    return found


def _whatever_context(document: PolicyDocument) -> PolicyDocument:
    """What is left whatever the context: Allows with conditions left out, Denies with theirs taken for met."""
    if not any(each.conditions for each in document.statements):
        return document
    statements = (
        replace(each, conditions=())
        for each in document.statements
        if each.effect is Effect.DENY or not each.conditions
    )
    return replace(document, statements=tuple(statements))


def _wildcards_only(document: PolicyDocument) -> PolicyDocument:
    """Of the Allows only what patterns match."""
    narrowed = [(each, _wild(each)) for each in document.statements]
    if all(before is after for before, after in narrowed):
        return document
    return replace(document, statements=tuple(after for _, after in narrowed if after is not None))


def _wild(statement: Statement) -> Statement | None:
    element = statement.resource
    if statement.effect is Effect.DENY or element is None or element.negated:
        return statement
    patterns = tuple(text for text in element.patterns if is_wild(text.value) or "${" in text.value)
    if len(patterns) == len(element.patterns):
        return statement
    return replace(statement, resource=replace(element, patterns=patterns)) if patterns else None
