"""Writing on the workbench: what is typed is read after it was painted, worked out beside the screen, and kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from textual import on, work
from textual.message import Message
from textual.widgets import TextArea
from textual.worker import get_current_worker

from iamtutor.course import Stage
from iamtutor.policy import Reading, Statement, read
from iamtutor.study import StoreError
from iamtutor.study.messages import MESSAGES as STUDY_MESSAGES
from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.screens.workbench.answering import AnswerSheet, answer_of
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.panes import Panes
from iamtutor.tui.screens.workbench.sheet import file_name
from iamtutor.tui.speaking import lang_of, tell
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.trace_view import Place, TraceView
from iamtutor.words import say as say_in


class Writing(Panes):
    """From a keystroke to results. Workers post messages and touch no widget."""

    @dataclass
    class Found(Message):
        """A stage was worked out for a revision."""

        desk: Desk
        revision: int
        stage: Stage

    @dataclass
    class NotSaved(Message):
        """The profile could not be written."""

        error: StoreError

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._complained = False

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        editor = event.text_area
        if self.desk is None or not isinstance(editor, PolicyEditor):
            return
        self.read_soon(editor)

    def reading_of(self, slot: str, text: str) -> Reading:
        """How a text would read in a slot."""
        return read(text, self.policies[slot].kind)

    def take_up(self, editors: Collection[PolicyEditor], read: Mapping[PolicyEditor, Reading]) -> None:
        """Take what was typed."""
        for editor in editors:
            text = editor.text
            if self.desk is None or not editor.is_attached or text == self.desk.attempt.text(editor.slot):
                continue
            editor.show_reading(self.desk.write(editor.slot, text, read.get(editor)))
            if self.keeper is not None:
                self.keeper.note(editor.slot, text)
            self.findings_changed()
        if editors:
            self.work_out()
            self._mark_outcome()
        for editor in editors:
            self.check_soon(editor)

    @on(AnswerSheet.Answered)
    def _answered(self, event: AnswerSheet.Answered) -> None:
        if self.desk is not None and self.desk.sheet.exercise is not None:
            self.desk.answer(answer_of(self.desk.sheet.exercise, event.picked))
            self._mark_outcome()

    def _mark_outcome(self) -> None:
        """The result of a submission on the page is that of an earlier text from the first change on."""
        if self.desk is not None and self.desk.outcome_changes():
            self.text.show(self.desk.blocks(), keep_place=True)

    def work_out(self) -> None:
        """Work out what the texts now decide, beside the screen."""
        if self.desk is not None:
            self._stages(self.desk, self.desk.revision)

    @work(description="beside", thread=True, exclusive=True, group="stages")
    def _stages(self, desk: Desk, revision: int) -> None:
        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled or desk.revision != revision or self.is_behind

        for stage in desk.attempt.stages(cancelled=cancelled):
            self.post_message(self.Found(desk, revision, stage))

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.desk is self.desk and event.desk.take(event.revision, event.stage):
            self.show_results()

    def show_results(self) -> None:
        """Paint the requests, and the trace where it is in view."""
        if self.desk is None:
            return
        self.requests.show(self.desk.rows(lang_of(self)))
        if any(isinstance(block, page.Requests) for block in self.desk.sheet.blocks):
            self.text.show(self.desk.blocks(), keep_place=True)
        self.show_trace()

    def show_trace(self) -> None:
        """Paint the trace of the request in hand; it is worked out only where it is seen."""
        trace = self.query_one(TraceView)
        rows = self.requests.entries
        if self.desk is None or not trace.display or not 0 <= self.requests.cursor < len(rows):
            return
        shown = self.desk.shown(rows[self.requests.cursor].id)
        if shown is None:
            trace.show(None)
        else:
            trace.show(shown.decision, self.place_of_statement, [tell(self, note) for note in shown.notes])

    def place_of_statement(self, statement: Statement) -> Place | None:
        """Where a statement stands in what the learner writes: decisions are made on the very statements read there."""
        assert self.desk is not None
        for slot in self.desk.sheet.task.slots:
            reading = self.desk.attempt.readings[slot.key]
            for each in reading.document.statements if reading.document is not None else ():
                if each is statement:
                    return Place(slot.key, file_name(slot), reading.position(statement.span.start).line)
        return None

    # keeping

    def save(self) -> None:
        """Write what waits to be written, beside the screen."""
        if self.keeper is not None and self.keeper.pending:
            self._write_drafts(self.keeper)

    @work(description="beside", thread=True, group="drafts")
    def _write_drafts(self, keeper: DraftKeeper) -> None:
        try:
            keeper.flush()
        except StoreError as error:
            self.post_message(self.NotSaved(error))

    def flush(self) -> None:
        """Write what was typed, now."""
        self.catch_up()
        if self.keeper is not None:
            try:
                self.keeper.flush()
            except StoreError as error:
                self.complain(error)

    @on(NotSaved)
    def _not_saved(self, event: NotSaved) -> None:
        self.complain(event.error)

    def complain(self, error: StoreError) -> None:
        """Say once that nothing is saved, not at every keystroke."""
        if not self._complained:
            self._complained = True
            notice = error.notice
            words = say_in(STUDY_MESSAGES, notice.message, lang_of(self), **notice.arguments)
            self.notify(words, severity="error", timeout=12)
