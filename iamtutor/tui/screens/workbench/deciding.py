"""From the table of requests to how one was decided: beside it, on a screen of its own, and back to a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import on

from iamtutor.tui.screens.workbench.reading import ReadingOn
from iamtutor.tui.widgets.request_table import RequestTable
from iamtutor.tui.widgets.trace_view import Place, TraceView

if TYPE_CHECKING:
    from iamtutor.tui.screens.trace import Case


class Deciding(ReadingOn):
    """What the rows of the table and the trace lead to."""

    @on(RequestTable.Moved, "#requests")
    def _request_in_hand(self) -> None:
        self.show_trace()

    @on(RequestTable.Chosen, "#requests")
    def _request_chosen(self, event: RequestTable.Chosen) -> None:
        place = self.requests.entries[event.index].place
        if place is None:
            self.action_trace(toggle=False)
        else:
            self.go_to_line(*place)

    @on(RequestTable.Opened, "#requests")
    @on(TraceView.Opened)
    def _whole_trace_wanted(self) -> None:
        self.action_open_trace()

    def action_open_trace(self) -> None:
        """Show how the request in hand was decided on a screen of its own, where it can be varied."""
        from iamtutor.tui.screens.trace import TraceScreen

        self.catch_up()
        rows = self.requests.entries
        if self.desk is None or not 0 <= self.requests.cursor < len(rows):
            return
        row = rows[self.requests.cursor]
        case = self.case_of(row.id)
        if case is not None:
            self.app.push_screen(TraceScreen(self.surroundings, case), self.trace_left)
        elif row.place is not None:
            self.go_to_line(*row.place)

    def case_of(self, row: str) -> Case | None:
        """What a row of the table opens."""
        from iamtutor.tui.screens.workbench.tracing import case_of

        return case_of(self.desk, row, self.place_of_statement) if self.desk is not None else None

    def trace_left(self, place: Place | None) -> None:
        """Back from a screen of a decision: to the statement that was chosen there."""
        if place is not None:
            self.go_to_line(place.slot, place.line)

    @on(TraceView.Sought)
    def _statement_sought(self, event: TraceView.Sought) -> None:
        self.go_to_line(event.slot, event.line)
