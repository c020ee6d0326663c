"""How much a policy allows: which actions of which services and levels, which statements give them, what to remove first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from iamtutor.catalog import AccessLevel
from iamtutor.policy import Effect, PolicyDocument, PolicyKind, Statement
from iamtutor.reason.actions import Actions
from iamtutor.reason.documents import settings_for
from iamtutor.reason.shares import LEVELS, Share, Shares, shares_of


@dataclass(frozen=True, slots=True)
class Removal:
    """What goes if a statement, or one pattern of its Action element, is taken away.

    `lost` are the actions that are no longer granted at all (as bits), `narrowed` those that reach less; `freed` says
    how much goes level by level, the gravest first.
    """

    statement: Statement
    pattern: str | None
    lost: int
    narrowed: int
    freed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """How much one policy allows.

    `statements` holds each Allow with what hangs on it alone, in the order of the text; `removals` what could be taken
    away, first what frees most of the gravest level.
    """

    shares: Shares
    statements: tuple[Removal, ...]
    removals: tuple[Removal, ...]
    actions: Actions

    @property
    def count(self) -> int:
        """The number of actions of the catalogue with which something is allowed."""
        return self.shares.granted.bit_count()

    @property
    def levels(self) -> Mapping[AccessLevel, Mapping[Share, int]]:
        """How many actions of each level have each share."""
        return {level: self._counts(self.actions.by_level[level]) for level in AccessLevel}

    @property
    def services(self) -> Mapping[str, Mapping[AccessLevel, int]]:
        """How many actions of each level, by the prefixes of the services of which some action is granted."""
        granted = self.shares.granted
        found: dict[str, Mapping[AccessLevel, int]] = {}
        for service in self.actions.catalog.services:
            bits = granted & self.actions.matching(f"{service}:*")
            if bits:
                found[service] = {level: (bits & self.actions.by_level[level]).bit_count() for level in AccessLevel}
        return found

    def _counts(self, among: int) -> Mapping[Share, int]:
        return {share: (bits & among).bit_count() for share, bits in self.shares.by_share.items()}


def granted(document: PolicyDocument, kind: PolicyKind, actions: Actions) -> Shares:
    """The actions of the catalogue that a document of a kind grants, on resources of their own types."""
    return shares_of(document, settings_for(kind, (document,), actions), actions, actions.every)


def measure(document: PolicyDocument, kind: PolicyKind, actions: Actions) -> Measure:
    """How much a document of a kind allows. An RCP allows nothing by itself: it has no measure."""
    settings = tuple(settings_for(kind, (document,), actions))
    shares = shares_of(document, settings, actions, actions.every)
    removals: list[Removal] = []
    statements: list[Removal] = []
    speaking = [(each, _spoken(each, actions)) for each in document.statements]
    for statement, spoken in speaking:
        if statement.effect is Effect.DENY:
            continue
        beside = tuple(each for each, of in speaking if each is not statement and of & spoken)
        rest = replace(document, statements=beside)
        without = shares_of(rest, settings, actions, spoken)
        whole = _removal(statement, None, spoken, (shares, without), actions)
        statements.append(whole)
        patterns = [*_own_patterns(statement, actions)]
        if len(patterns) > 1:
            removals += (_removal(statement, name, own, (shares, without), actions) for name, own in patterns)
        else:
            removals.append(whole)
    gravest = sorted((each for each in removals if any(each.freed)), key=lambda each: each.freed, reverse=True)
    return Measure(shares, tuple(statements), tuple(gravest), actions)


def _removal(
    statement: Statement, pattern: str | None, among: int, shares: tuple[Shares, Shares], actions: Actions
) -> Removal:
    before, after = shares
    freed = tuple(
        left - right for left, right in zip(before.weights(actions, among), after.weights(actions, among), strict=True)
    )
    lost = before.granted & among & ~after.granted
    moved = 0
    for share, bits in before.by_share.items():
        moved |= bits & among & ~after.by_share[share]
    return Removal(statement, pattern, lost, moved & ~lost, freed)


def _spoken(statement: Statement, actions: Actions) -> int:
    """The actions that a statement speaks of."""
    found = 0
    for text in statement.action.patterns:
        found |= actions.matching(text.value.lower())
    return actions.every & ~found if statement.action.negated else found


def _own_patterns(statement: Statement, actions: Actions) -> Iterator[tuple[str, int]]:
    """Each pattern of an Action element with the actions that no other pattern of it matches."""
    if statement.action.negated:
        return
    matched = [(text.value, actions.matching(text.value.lower())) for text in statement.action.patterns]
    once = several = 0
    for _, bits in matched:
        several |= once & bits
        once |= bits
    yield from ((name, bits & ~several) for name, bits in matched)


def level_counts(bits: int, actions: Actions) -> Mapping[AccessLevel, int]:
    """How many actions of a set are of each level, the gravest first."""
    return {level: (bits & actions.by_level[level]).bit_count() for level in LEVELS}
