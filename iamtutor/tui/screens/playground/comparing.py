"""Writing on the playground: what is typed is read after it was painted, compared beside the screen, and kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea
from textual.worker import get_current_worker

from iamtutor.policy import Reading, Statement
from iamtutor.reason import Comparison
from iamtutor.study import StoreError
from iamtutor.study.messages import MESSAGES as STUDY_MESSAGES
from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.screens.playground.kinds import LAYERS
from iamtutor.tui.screens.playground.pair import SIDES, Pair, Question, Side
from iamtutor.tui.screens.playground.panes import Panes, is_shown
from iamtutor.tui.screens.playground.result_table import ResultTable, Shown
from iamtutor.tui.screens.playground.told import told
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.trace_view import Place, PlaceOf
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog

PATIENCE = 0.3
"""Seconds for which the answer before stays as it is while the next one is worked out: most come sooner."""


class Comparing(Panes):
    """From a keystroke to the relation. Workers post messages and touch no widget."""

    @dataclass
    class Found(Message):
        """Two documents were compared."""

        question: Question
        comparison: Comparison

    @dataclass
    class Unavailable(Message):
        """Nothing can be compared here; in words."""

        reason: str

    @dataclass
    class NotSaved(Message):
        """The profile could not be written."""

        error: StoreError

    def __init__(self, surroundings: Surroundings, pair: Pair, keeper: DraftKeeper) -> None:
        super().__init__(surroundings)
        self.pair = pair
        self.keeper = keeper
        self._unavailable = ""
        self._complained = False
        self._waiting: Timer | None = None
        self._traced: object = None

    @property
    def catalog(self) -> Catalog:
        """The catalogue over whose actions policies are compared; opened beside the screen. Raises CatalogError."""
        return self.shared_catalog

    @property
    def policies(self) -> Mapping[str, Reading]:
        """How both sides read, as policies of the kind that is chosen or guessed."""
        return {str(side): reading for side, reading in self.pair.readings.items()}

    # writing

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        if isinstance(event.text_area, PolicyEditor):
            self.read_soon(event.text_area)

    def reading_of(self, slot: str, text: str) -> Reading:
        """How a text would read on a side."""
        return self.pair.reading_of("a" if slot == "a" else "b", text)

    def take_up(self, editors: Collection[PolicyEditor], read: Mapping[PolicyEditor, Reading]) -> None:
        """Take what was typed."""
        written = {side: editor for side in SIDES for editor in editors if editor.slot == side}
        changed = [side for side, editor in written.items() if editor.text != self.pair.text(side)]
        for side in changed:
            text = written[side].text
            self.pair.write(side, text, read.get(written[side]))
            self.keeper.note(side, text)
        if changed:
            self.show_readings()
            self.findings_changed()
        for side in changed:
            self.check_soon(self.editor(side))
        if editors:
            self.work_out()  # also where nothing changed in the end: what was under way has given up

    def show_readings(self) -> None:
        """Show how both sides read."""
        for side in SIDES:
            self.editor(side).show_reading(self.pair.readings[side])
        self.say_all()

    # comparing

    def work_out(self) -> None:
        """Compare what stands there, beside the screen; where one side cannot be read, say so."""
        question = self.pair.question
        if question is None or self._unavailable:
            self.show_result()
            return
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PATIENCE, self.show_result)
        self._compare(question)

    @work(description="beside", thread=True, exclusive=True, group="compare")
    def _compare(self, question: Question) -> None:
        from iamtutor.catalog import CatalogError
        from iamtutor.catalog.messages import MESSAGES as CATALOG_MESSAGES
        from iamtutor.reason import CancelledError, actions_of, compare

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled or self.pair.revision != question.revision or self.is_behind

        try:
            actions = actions_of(self.catalog)
            comparison = compare(*question.documents, question.kind, actions, cancelled=cancelled)
        except CancelledError:
            return
        except CatalogError as error:
            reason = say_in(CATALOG_MESSAGES, error.message, lang_of(self), **error.arguments)
            self.post_message(self.Unavailable(reason))
            return
        self.post_message(self.Found(question, comparison))

    @on(Found)
    def _found(self, event: Found) -> None:
        if self.pair.take(event.question, event.comparison):
            self.show_result()

    @on(Unavailable)
    def _not_available(self, event: Unavailable) -> None:
        self._unavailable = event.reason
        self.show_result()

    def show_result(self) -> None:
        """Paint the relation, and the traces where they are in view."""
        if self._waiting is not None:
            self._waiting.stop()
        pair = self.pair
        if self._unavailable:
            shown = Shown(state="unavailable", problem=self._unavailable)
        elif pair.unreadable:
            shown = Shown(pair.answer, "unreadable", pair.unreadable)
        else:
            shown = Shown(pair.answer, "current" if pair.is_current else "comparing")
        self.result.show(shown)
        self.set_class(shown.state != "current", "-old")
        self.show_trace()

    @on(ResultTable.Moved, "#result")
    def _row_in_hand(self) -> None:
        self.show_trace()

    @on(ResultTable.Chosen, "#result")
    def _row_chosen(self) -> None:
        self.action_trace(toggle=False)
        side = self.result.witness_side
        if side is not None:
            self.call_after_refresh(self.trace(side).focus)

    def show_trace(self) -> None:
        """Paint how either side decides the request in hand; it is worked out only where it is seen."""
        answer = self.pair.answer
        chosen = self.result.witness_side
        witness = answer.only(chosen).witness if answer is not None and chosen is not None else None
        notes: list[str] = []
        if witness is not None and self.result.is_cut:
            words = told(witness, lang_of(self))
            notes = [" · ".join(part for part in (words.caller, words.context) if part)]
        in_hand = self.result.side
        proved = answer is not None and answer.only(in_hand).none
        nothing = [say(self, "tui.play-no-request", side=in_hand.upper())] if proved else []
        traced = (answer, chosen, self.pair.is_current, lang_of(self), *notes, *nothing)
        if not is_shown(self.trace("a")) or traced == self._traced:
            return
        self._traced = traced
        for side in SIDES:
            trace = self.trace(side)
            if answer is None or witness is None:
                trace.show(None, notes=nothing)
            else:
                decision = witness.allowed if side == chosen else witness.refused
                trace.show(decision, self._places(side), notes, LAYERS[answer.question.kind])
            trace.border_title = say(self, "tui.play-trace", side=side.upper())

    def _places(self, side: Side) -> PlaceOf:
        """Where the statements of a side stand; nowhere once the text has gone on."""

        def place(statement: Statement) -> Place | None:
            answer = self.pair.answer
            line = answer.line_of(side, statement) if answer is not None and self.pair.is_current else None
            return Place(side, side.upper(), line) if line is not None else None

        return place

    # keeping

    def save_drafts(self) -> None:
        """Write what waits to be written, beside the screen."""
        if self.keeper.pending:
            self._write_drafts()

    @work(description="beside", thread=True, group="drafts")
    def _write_drafts(self) -> None:
        try:
            self.keeper.flush()
        except StoreError as error:
            self.post_message(self.NotSaved(error))

    def flush(self) -> None:
        """Write what was typed, now."""
        self.catch_up()
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
