"""What a changed policy would open and close, before it is put in place.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-access-preview.html; what AWS shows as a change of
status to Resolved is a kind of its own here, and `CHANGED` says that more or less of the same access is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from iamtutor.analyzer.external.results import Analysis, ExternalFinding
from iamtutor.cloud import EntityKind, Slot, SlotType, World
from iamtutor.cloud.references import find


class ChangeType(StrEnum):
    """What becomes of a finding."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    RESOLVED = "RESOLVED"


_SLOTS: Final = {
    EntityKind.BUCKET: SlotType.BUCKET,
    EntityKind.ROLE: SlotType.TRUST,
    EntityKind.KEY: SlotType.RESOURCE,
    EntityKind.RESOURCE: SlotType.RESOURCE,
}


def slot_of_resource(world: World, reference: str) -> Slot | None:
    """Where the policy of a resource belongs; None for what can have none. Raises UnknownReferenceError."""
    kind = find(world, reference).kind
    return Slot(_SLOTS[kind], reference) if kind in _SLOTS else None


@dataclass(frozen=True, slots=True)
class Change:
    """A finding as it would be (of a resolved one: as it was), and as it was before where it was there."""

    type: ChangeType
    finding: ExternalFinding
    before: ExternalFinding | None = None


def changes(before: Analysis, after: Analysis) -> tuple[Change, ...]:
    """Every finding of either, those of `after` first."""
    return tuple(_changes(before, after))


def _changes(before: Analysis, after: Analysis) -> Iterator[Change]:
    known = {finding.id: finding for finding in before.findings}
    for finding in after.findings:
        other = known.pop(finding.id, None)
        if other is None:
            yield Change(ChangeType.NEW, finding)
        else:
            same = _access(finding) == _access(other)
            yield Change(ChangeType.UNCHANGED if same else ChangeType.CHANGED, finding, other)
    for finding in known.values():
        yield Change(ChangeType.RESOLVED, finding, finding)


def _access(finding: ExternalFinding) -> tuple[frozenset[str], frozenset[str], str]:
    return frozenset(finding.actions), frozenset(finding.excepted), finding.openness.value
