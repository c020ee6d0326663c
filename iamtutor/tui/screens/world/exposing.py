"""External access on the world screen: the table of findings, the one in hand, the zone of trust, archiving."""

from __future__ import annotations

from textual import on

from iamtutor.analyzer.external.state import Status
from iamtutor.analyzer.external.telling import Row
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.tui.screens.world.finding_pane import FindingPane, FindingShown, Picture
from iamtutor.tui.screens.world.findings_desk import Found, StateFile, can_be_marked, with_status
from iamtutor.tui.screens.world.findings_table import FindingsTable
from iamtutor.tui.screens.world.mapping import Mapping
from iamtutor.tui.screens.world.working import Working
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.tab_line import TabLine


class Exposing(Mapping):
    """The part of the world screen that is about external access."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.zone = ZoneKind.ACCOUNT
        self.found: Found | None = None

    @property
    def table(self) -> FindingsTable:
        """The findings."""
        return self.query_one(FindingsTable)

    @on(Working.Analysed)
    def _analysed(self, event: Working.Analysed) -> None:
        if event.looked is not self.looked or event.zone is not self.zone:
            return
        if event.problem:
            self.notify(event.problem, severity="warning")
        self.found = event.found
        if event.found is not None and event.looked.before is None:
            self._keep(event.found, quietly=True)
        self._show_findings()
        self.say_all()

    @on(FindingsTable.Moved, "#findings")
    def _finding_in_hand(self) -> None:
        self._show_finding()

    @on(FindingsTable.Chosen, "#findings")
    def _finding_chosen(self) -> None:
        self.query_one(FindingPane).focus()

    def _show_findings(self) -> None:
        self.table.show(self.found, self.looked.world if self.looked is not None else None)
        self._show_finding()

    def _shown(self) -> FindingShown | None:
        if self.found is None or self.looked is None:
            return None
        path = StateFile.of(self.looked, self.zone, self.home).path
        return FindingShown(
            self.looked.world, self.found, self.table.in_hand, self.looked.place_of, str(path) if path else ""
        )

    def _show_finding(self) -> None:
        shown = self._shown()
        pane = self.query_one(FindingPane)
        pane.has_picture = self.has_class("-narrow")
        note = "tui.world-asked" if self._is_asked else "tui.world-analysing"
        pane.show(shown, "" if self._problem else note)
        self.query_one(Picture).show(shown)

    def _keep(self, found: Found, *, quietly: bool = False) -> None:
        assert self.looked is not None
        file = StateFile.of(self.looked, found.zone, self.home)
        if quietly and (file.path is None or (not found.state and not file.path.exists())):
            return
        try:
            file.write(found.state)
        except OSError as error:
            self.notify(say(self, "tui.world-state-unsaved", detail=error.strerror or str(error)), severity="warning")

    @property
    def _zones(self) -> tuple[ZoneKind, ...]:
        has_organization = self.looked is not None and self.looked.world.organization is not None
        return tuple(ZoneKind) if has_organization else (ZoneKind.ACCOUNT,)

    @on(TabLine.Chosen, "#zones")
    def _zone_chosen(self, event: TabLine.Chosen) -> None:
        self._to_zone(ZoneKind(event.key))

    def action_zone(self) -> None:
        """The other zone of trust."""
        if len(self._zones) == 1:
            self.notify(say(self, "tui.world-no-organization"))
            return
        self._to_zone(ZoneKind.ORGANIZATION if self.zone is ZoneKind.ACCOUNT else ZoneKind.ACCOUNT)

    def _to_zone(self, zone: ZoneKind) -> None:
        if zone is self.zone or self.looked is None or self.looked.is_asked:
            return
        self.zone = zone
        self.found = None
        self.say_all()
        self._show_findings()
        self.work_out_findings(self.looked, zone)

    def action_archive(self) -> None:
        """Archive the finding in hand, or make it active again."""
        row = self.table.in_hand
        if self.found is None or row is None:
            self.notify(say(self, "tui.world-archive-none"))
            return
        if not isinstance(row, Row) or not can_be_marked(row):
            self.notify(say(self, "tui.world-archive-gone"))
            return
        status = Status.ACTIVE if row.kept.status is Status.ARCHIVED else Status.ARCHIVED
        self.found = with_status(self.found, row.finding.id, status)
        self._keep(self.found)
        self._show_findings()
        self.say_all()
        self.notify(say(self, "tui.world-archived" if status is Status.ARCHIVED else "tui.world-unarchived"))
