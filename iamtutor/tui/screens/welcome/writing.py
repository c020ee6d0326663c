"""The pages on which a policy is written and its decisions are read: the editor, table and trace of the workbench."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button, Static, TextArea

from iamtutor.tui.screens.welcome.page import Page
from iamtutor.tui.screens.welcome.trial import GAP, OFFERED, START, Trial
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.request_table import RequestTable
from iamtutor.tui.widgets.rows import Rows
from iamtutor.tui.widgets.trace_view import TraceView


class WritePage(Page):
    """One Action is written; two requests change with it."""

    TITLE = "tui.welcome-write"
    TASK = "tui.welcome-write-do"

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self.trial = trial
        self.is_done = trial.is_solved

    def body(self) -> ComposeResult:
        """Editor, what can be put in by a click, and the requests."""
        yield PolicyEditor("policy", self.trial.text)
        with Horizontal(classes="offered"):
            yield Static(classes="try")
            for number, action in enumerate(OFFERED):
                yield Button(action, id=f"offer-{number}")
        yield RequestTable(id="requests")

    def panes(self) -> Sequence[Widget]:
        """Editor and requests."""
        return [*self.query(PolicyEditor), *self.query(RequestTable)]

    def begin(self) -> None:
        """The cursor stands where the Action is to be written."""
        super().begin()
        editor = self.query_one(PolicyEditor)
        editor.cursor_blink = self.app.animation_level != "none"
        editor.show_reading(self.trial.reading)
        if self.trial.text == START:
            editor.move_cursor(GAP)

    def told(self) -> str:
        """What to try next."""
        return say(self, "tui.welcome-write-done")

    def show_done(self) -> None:
        """That it was done; before all that it allows too much now."""
        if self.trial.is_too_wide:
            words = Content.assemble(("✗ ", "bold $deny"), say(self, "tui.welcome-write-wide"))
            self.query_one(".told", Static).update(words)
        else:
            super().show_done()

    def say_body(self) -> None:
        """The names of things."""
        editor = self.query_one(PolicyEditor)
        editor.entitle("policy.json")
        editor.show_status()
        self.query_one(".try", Static).update(say(self, "tui.welcome-write-try"))
        self.query_one(RequestTable).show(self.trial.rows(lang_of(self)))

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        if event.text_area.text == self.trial.text:
            return
        reading = self.trial.write(event.text_area.text)
        self.query_one(PolicyEditor).show_reading(reading)
        self.query_one(RequestTable).show(self.trial.rows(lang_of(self)))
        self.is_done = self.is_done or self.trial.is_solved
        self.show_done()

    @on(Button.Pressed, ".offered Button")
    def _put_in(self, event: Button.Pressed) -> None:
        event.stop()
        editor = self.query_one(PolicyEditor)
        editor.replace_all(self.trial.with_action(str(event.button.label)))
        editor.move_cursor((GAP[0], GAP[1] + len(str(event.button.label))))
        editor.focus()


class WhyPage(Page):
    """How each request was decided."""

    TITLE = "tui.welcome-why"
    TASK = "tui.welcome-why-do"

    def __init__(self, trial: Trial) -> None:
        super().__init__()
        self.trial = trial
        if not trial.stands:  # nothing was written yet, or not to its end: then there is nothing to give reasons for
            self.trial = Trial()
            self.trial.write(self.trial.with_action(OFFERED[0]))
        self._seen: set[str] = set()

    def body(self) -> ComposeResult:
        """Requests above, the trace below."""
        yield RequestTable(id="requests")
        yield TraceView(id="trace")

    def panes(self) -> Sequence[Widget]:
        """Requests and trace."""
        return [*self.query(RequestTable), *self.query(TraceView)]

    def say_body(self) -> None:
        """The requests, and the trace of the one in hand."""
        self.query_one(RequestTable).show(self.trial.rows(lang_of(self)))
        self._show_trace()

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._show_trace()

    def _show_trace(self) -> None:
        table = self.query_one(RequestTable)
        if not 0 <= table.cursor < len(table.entries):
            return
        name = table.entries[table.cursor].id
        self._seen.add(name)
        self.query_one(TraceView).show(self.trial.decisions[name])
        self.is_done = len(self._seen) == len(table.entries)
        self.show_done()
