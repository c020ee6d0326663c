"""What became of findings from run to run: active, archived (by a rule or by a person), resolved.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings-archive.html and
https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-findings-remediate.html
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from iamtutor.analyzer.external.archive_rules import ArchiveRule, rule_for
from iamtutor.analyzer.external.results import Analysis, ExternalFinding, ShownPrincipal


class Status(StrEnum):
    """Where a finding stands, in AWS's words."""

    ACTIVE = "ACTIVE"
    ARCHIVED = "ARCHIVED"
    RESOLVED = "RESOLVED"


@dataclass(frozen=True, slots=True)
class Kept:
    """What is remembered of a finding. `rule` archived it, where a rule did.

    `by_hand`: a person archived or unarchived it, so that rules leave it alone.
    """

    status: Status
    resource: str
    account: str
    principal: ShownPrincipal
    rule: str | None = None
    by_hand: bool = False


State = Mapping[str, Kept]
"""What is remembered, by the ID of the finding."""


class UnknownFindingError(LookupError):
    """An ID that names no finding, or (`several`) the beginning of more than one."""

    def __init__(self, name: str, several: tuple[str, ...] = ()) -> None:
        super().__init__(name)
        self.name = name
        self.several = several


def updated(state: State, analysis: Analysis, rules: Iterable[ArchiveRule], accounts: Iterable[str]) -> State:
    """The state after an analysis of the resources of these accounts.

    Access that is gone is resolved, unless it stays open whether it is gone; access that comes back is active again.
    """
    listed = tuple(rules)
    analysed = frozenset(accounts)
    found = {finding.id: _kept(state.get(finding.id), finding, listed) for finding in analysis.findings}
    unproved = {(each.resource, each.principal) for each in analysis.open}
    for identifier, kept in state.items():
        if identifier not in found:
            gone = kept.account in analysed and (kept.resource, kept.principal) not in unproved
            found[identifier] = replace(kept, status=Status.RESOLVED, rule=None, by_hand=False) if gone else kept
    return found


def _kept(before: Kept | None, finding: ExternalFinding, rules: tuple[ArchiveRule, ...]) -> Kept:
    if before is not None and before.by_hand and before.status is not Status.RESOLVED:
        return before
    rule = rule_for(finding, rules)
    archived_before = before is not None and before.status is Status.ARCHIVED
    if rule is None and archived_before:
        assert before is not None
        return before
    status = Status.ARCHIVED if rule is not None else Status.ACTIVE
    name = rule.name if rule is not None else None
    return Kept(status, finding.resource, finding.account, finding.principal, name)


def marked(state: State, name: str, status: Status) -> State:
    """The state with one finding archived or made active by hand. Raises UnknownFindingError.

    A resolved finding stays resolved: there is no access left to say anything about.
    """
    identifier = known_id(state, name)
    kept = state[identifier]
    if kept.status is Status.RESOLVED:
        raise UnknownFindingError(name)
    return {**state, identifier: replace(kept, status=status, rule=None, by_hand=True)}


def known_id(state: State, name: str) -> str:
    """The ID that a name means: the whole of it, or a beginning that no other has. Raises UnknownFindingError."""
    if name in state:
        return name
    found = tuple(identifier for identifier in state if name and identifier.startswith(name))
    if len(found) != 1:
        raise UnknownFindingError(name, found)
    return found[0]
