"""Reading on the workbench: the place in a step is kept as one reads, and come back to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from textual import on, work

from iamtutor.study import Spot, StoreError
from iamtutor.tui.screens.dialog.write_answer import WriteAnswer
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.exercising import Exercising
from iamtutor.tui.screens.workbench.reading_place import place_of, spot_at
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.page import Policy
from iamtutor.tui.widgets.text_pane import TextPane

if TYPE_CHECKING:
    from iamtutor.quiz import Judgement


class ReadingOn(Exercising):
    """The part of the workbench that the text is read with."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._kept_place = (0, 0.0)
        self._spot = Spot()
        self._page_read: TextPane | None = None  # known also when the screen is being taken down

    def action_trace(self, toggle: bool = True) -> None:
        """Show how the request in hand was decided."""
        raise NotImplementedError

    def terms_on_screen(self) -> list[str]:
        """The glossary's terms that are in view."""
        return self.text.terms_seen() if self.text.region else []

    def read_from(self, spot: Spot) -> None:
        """Show the page where it was left."""
        assert self.desk is not None
        self._kept_place = place_of(self.desk.sheet.blocks, spot)
        self._page_read = self.text
        self._page_read.show(self.desk.blocks(), place=self._kept_place)

    def save(self) -> None:
        """Write what waits to be written, beside the screen; also where the reader stands, once they moved."""
        super().save()
        moved = self._moved()
        if moved is not None:
            self._write_spot(*moved)

    def flush(self) -> None:
        """Write what was typed, and where the reader stands, now."""
        super().flush()
        moved = self._moved()
        if moved is None:
            return
        try:
            self._keep_spot(*moved)
        except StoreError as error:
            self.complain(error)

    @on(TextPane.Load)
    def _load(self, event: TextPane.Load) -> None:
        block = next((each for each in self.text.blocks if isinstance(each, Policy) and each.key == event.key), None)
        if block is None or event.key not in {editor.slot for editor in self.editors}:
            return
        self.go_to_slot(event.key)
        editor = self.editor
        if editor is not None and editor.text != block.text:
            editor.replace_all(block.text)
        self.go_to_pane("editor", focus=True)

    @on(TextPane.Traced)
    def _trace_request(self, event: TextPane.Traced) -> None:
        """Take a request of the page into the hand, and show how it is decided."""
        ids = [row.id for row in self.requests.entries]
        if event.request not in ids:
            return
        self.requests.cursor = ids.index(event.request)
        self.action_trace(toggle=False)
        if not self.requests.region:  # the text stands in front of it
            self.go_to_pane("results", focus=True)

    @on(TextPane.Picked)
    def _picked(self, event: TextPane.Picked) -> None:
        if self.desk is not None:
            questions = self.desk.questions
            picked = questions.pick(event.key, event.option) if event.option else questions.confirm(event.key)
            self._show_answer(event.key, picked)

    @on(TextPane.Wrote)
    def _write_answer(self, event: TextPane.Wrote) -> None:
        self.app.push_screen(WriteAnswer(), partial(self._written_answer, event.key))

    def _written_answer(self, key: str, text: str | None) -> None:
        if self.desk is not None and text:
            self._show_answer(key, self.desk.questions.write(key, text))

    def _show_answer(self, key: str, judgement: Judgement | None) -> None:
        assert self.desk is not None
        self.text.show(self.desk.blocks(), keep_place=True)
        if judgement is not None:
            self.text.show_end_of(key)
            self._record_answer(key, judgement.correct)

    @work(description="beside", thread=True, group="answers")
    def _record_answer(self, question: str, correct: bool) -> None:
        try:
            self.surroundings.profile.answers.record(question, correct=correct)
        except StoreError as error:
            self.post_message(self.NotSaved(error))

    def _moved(self) -> tuple[Desk, Spot] | None:
        """Where the reader has moved to since that was last kept. Who does not move overwrites no other app's place."""
        if (
            self.desk is None
            or not self.desk.sheet.step
            or self._page_read is None
            or self._page_read.place == self._kept_place
        ):
            return None
        place = self._page_read.place
        self._kept_place = place
        self._spot = spot_at(self.desk.sheet.blocks, *place)
        return self.desk, self._spot

    @work(description="beside", thread=True, group="spot")
    def _write_spot(self, desk: Desk, spot: Spot) -> None:
        if spot is not self._spot:  # the reader has moved on, or left
            return
        try:
            self._keep_spot(desk, spot)
        except StoreError as error:
            self.post_message(self.NotSaved(error))

    def _keep_spot(self, desk: Desk, spot: Spot) -> None:
        self.surroundings.profile.progress.visit_step(desk.sheet.lesson, desk.sheet.step, spot)
