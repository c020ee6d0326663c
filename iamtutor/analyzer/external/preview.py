"""What a changed policy would open and close, before it is put in place.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-access-preview.html; what AWS shows as a change of
status to Resolved is a kind of its own here, and `CHANGED` says that more or less of the same access is given.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from iamtutor.analyzer.external.results import Analysis, ExternalFinding


class ChangeType(StrEnum):
    """What becomes of a finding."""

    NEW = "NEW"
    CHANGED = "CHANGED"
    UNCHANGED = "UNCHANGED"
    RESOLVED = "RESOLVED"


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
