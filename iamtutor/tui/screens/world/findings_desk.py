"""External access of the world that is looked at, without a screen: what was found, its status, what changes.

The rows are those of `iamtutor findings`: the same analysis, the same state file, the same words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from iamtutor.analyzer.external.analysis import analyze
from iamtutor.analyzer.external.guards import closed_by_blocking, held_back
from iamtutor.analyzer.external.preview import ChangeType, changes
from iamtutor.analyzer.external.results import Analysis, ExternalFinding
from iamtutor.analyzer.external.state import State, Status, marked, updated
from iamtutor.analyzer.external.state_file import StateFileError, save_state, state_in_zone
from iamtutor.analyzer.external.telling import Row
from iamtutor.analyzer.external.zone import ZoneKind, zones
from iamtutor.reason.actions import Actions
from iamtutor.tui.screens.dialog.policy_files import FileProblem, read_file
from iamtutor.tui.screens.world.looking import Looked


@dataclass(frozen=True)
class Found:
    """The answer for one zone of trust.

    `rows` are the findings (in a preview each with what becomes of it), `held` what RCPs and Block Public Access keep
    closed, `blocking` whether Block Public Access would close a finding of a bucket that has it off, by id.
    """

    zone: ZoneKind
    analysis: Analysis
    rows: tuple[Row, ...]
    state: State
    held: tuple[ExternalFinding, ...] = ()
    blocking: dict[str, bool] | None = None

    @property
    def active(self) -> tuple[Row, ...]:
        """The rows whose access is there and not put away."""
        return tuple(row for row in self.rows if row.is_active)


def find(looked: Looked, zone: ZoneKind, actions: Actions, state: State, cancelled: Callable[[], bool]) -> Found | None:
    """Analyse beside the screen; None where nobody wants it any more. Raises NoOrganizationError."""
    analysis = analyze(looked.world, zone, actions)
    if cancelled():
        return None
    accounts = tuple(account.id for account, _ in zones(looked.world, zone))
    if looked.before is None:
        now = updated(state, analysis, (), accounts)
        rows = tuple(Row(finding, now[finding.id]) for finding in analysis.findings)
    else:
        before = analyze(looked.before, zone, actions)
        now = updated(state, before, (), accounts)
        would_be = updated(now, analysis, (), accounts)
        rows = tuple(
            Row(change.finding, would_be[change.finding.id], change.type) for change in changes(before, analysis)
        )
        now = would_be
    if cancelled():
        return None
    held = held_back(looked.world, zone, actions, analysis)
    blocking: dict[str, bool] = {}
    for finding in analysis.findings:
        if cancelled():
            return None
        closed = closed_by_blocking(looked.world, zone, actions, finding)
        if closed is not None:
            blocking[finding.id] = closed
    return Found(zone, analysis, rows, now, held, blocking)


def with_status(found: Found, identifier: str, status: Status) -> Found:
    """The answer with one finding archived or active again. Raises UnknownFindingError."""
    state = marked(found.state, identifier, status)
    rows = tuple(replace(row, kept=state[row.finding.id]) for row in found.rows)
    return replace(found, state=state, rows=rows)


def can_be_marked(row: Row) -> bool:
    """Whether there is access to put away."""
    return row.change is not ChangeType.RESOLVED and row.kept.status is not Status.RESOLVED


@dataclass(frozen=True)
class StateFile:
    """Where the status of a world's findings is kept for one zone; without a path it is kept nowhere."""

    path: Path | None
    zone: ZoneKind

    @classmethod
    def of(cls, looked: Looked, zone: ZoneKind, home: Path | None) -> StateFile:
        """The file of a world; none for an exercise, a preview, or a profile that is in memory only."""
        kept = home is not None and looked.key and looked.before is None
        return cls(home / "findings" / f"{looked.key}-{zone.value}.json" if kept and home is not None else None, zone)

    def read(self) -> State:
        """The state; empty where there is none yet. Raises StateFileError and FileProblem."""
        if self.path is None or not self.path.exists():
            return {}
        return state_in_zone(read_file(str(self.path)), str(self.path), self.zone)

    def write(self, state: State) -> None:
        """Keep the state. Raises OSError."""
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            save_state(self.path, state, self.zone)


__all__ = ["FileProblem", "Found", "StateFile", "StateFileError", "can_be_marked", "find", "with_status"]
