"""The screen of one decision: the picture, and beside it the what-if."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical

from iamtutor.tui.commands import TRACE, bindings
from iamtutor.tui.screens.trace.case import Case
from iamtutor.tui.screens.trace.outcome import Outcome, verdict
from iamtutor.tui.screens.trace.picture_view import PictureView
from iamtutor.tui.screens.trace.rows import WhatIfRows
from iamtutor.tui.screens.trace.trying import Trying, headline
from iamtutor.tui.speaking import lang_of, say, tell
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.top_line import TopLine


class TraceScreen(Trying):
    """Dismissed with the place of a statement that is to be shown in its editor, else with None."""

    CSS_PATH = "trace.tcss"
    AUTO_FOCUS = "#picture"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(TRACE),
        Binding("f3", "close", show=False),
        Binding("delete,backspace", "take", show=False),
        Binding("tab,ctrl+t", "try", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide"), (150, "-roomy")]  # noqa: RUF012 - Textual reads it from the class
    HELP_NOTES: ClassVar[tuple[tuple[str, str], ...]] = (("tui.trace-signs", "tui.trace-signs-text"),)

    def __init__(self, surroundings: Surroundings, case: Case) -> None:
        super().__init__(surroundings, case)
        self._at = "picture"

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        yield TabLine(id="tabs")
        with Horizontal(id="decision"):
            yield PictureView()
            with Vertical(id="what-if"):
                yield Outcome()
                yield WhatIfRows()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self.show_decision, init=False)
        self.set_class(not self.can_try, "-alone")
        self._go_to("what-if" if self.case.is_new else "picture")
        self.show_decision()
        self.look_for_flips()

    @property
    def picture(self) -> PictureView:
        """The picture."""
        return self.query_one(PictureView)

    def show_decision(self) -> None:
        """Paint the decision as it is now."""
        case, lang = self.case, lang_of(self)
        caller = self.now.caller if self.now is not None else case.name
        title = f"{say(self, 'tui.trace-title')}  "
        self.query_one(TopLine).show(
            (title, "$dim"),
            (headline(self.decision, caller).strip(), "bold $accent"),
            right=verdict(self.decision, lang),
        )
        given = self.now.context if self.now is not None else self.decision.request.written
        notes = [] if self.is_varied else [tell(self, note) for note in case.notes]
        self.picture.border_title = say(self, "tui.trace-picture")
        self.picture.show(self.decision, case.place_of, given, notes)
        self.query_one("#what-if").border_title = say(self, "tui.what-if")
        self.query_one(Outcome).show(case.decision, self.decision, varied=self.is_varied)
        self.show_entries()
        self._show_tabs()
        self.refresh_bindings()

    # panes

    def _show_tabs(self) -> None:
        tabs = [("picture", say(self, "tui.trace-picture")), ("what-if", say(self, "tui.what-if"))]
        self.query_one("#tabs", TabLine).show(tabs, self._at)

    def _go_to(self, pane: str) -> None:
        self._at = pane
        for each in ("picture", "what-if"):
            self.set_class(each == pane, f"-at-{each}")
        self._show_tabs()
        self.call_after_refresh((self.picture if pane == "picture" else self.fields).focus)

    @on(TabLine.Chosen)
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self._go_to(event.key)

    @on(events.DescendantFocus)
    def _focus_moved(self, event: events.DescendantFocus) -> None:
        pane = "picture" if event.widget is self.picture else "what-if"
        if pane != self._at:
            self._go_to(pane)
        self.refresh_bindings()

    def action_try(self) -> None:
        """From the picture to the what-if, and back."""
        if self.can_try:
            self._go_to("what-if" if self._at == "picture" else "picture")

    # commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        if action in ("try", "add"):
            return self.can_try
        if action == "keep":
            return self.case.keep is not None
        if action == "keep_instead":
            return self.case.keep is not None and not self.case.is_new and self.is_varied
        if action == "reset":
            return self.can_try and self.is_varied
        if action == "take":
            return self.can_try and self._at == "what-if"
        if action in ("seek", "fold_all"):
            return self._at == "picture"
        return True

    def action_seek(self) -> None:
        """To the statement in hand, in its editor."""
        self.picture.seek()

    def action_fold_all(self) -> None:
        """Open every box, or fold them all."""
        self.picture.fold_all()

    def action_keep(self) -> None:
        """Keep the request as it is varied as one more of the requests below."""
        if self.case.keep is not None and self.now is not None:
            self.case.keep(self.now, "new")
            self.dismiss(None)

    def action_keep_instead(self) -> None:
        """Keep it in place of the request that was asked."""
        if self.case.keep is not None and self.now is not None:
            self.case.keep(self.now, "instead")
            self.dismiss(None)

    @on(PictureView.Sought)
    def _sought(self, event: PictureView.Sought) -> None:
        self.dismiss(event.place)

    def action_close(self) -> None:
        """Back to where one came from."""
        self.dismiss(None)
