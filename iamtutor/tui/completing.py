"""A screen that answers its editors: what could be written at the cursor, what a candidate or a word means.

All of it is looked up beside the screen. Workers post messages and touch no widget.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.screen import Screen
from textual.worker import get_current_worker

from iamtutor.editing.place import place_at
from iamtutor.study import StoreError
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.completing import Completing, Occasion
from iamtutor.tui.widgets.policy_editor import PolicyEditor

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog
    from iamtutor.cloud import Slot, World
    from iamtutor.editing.candidate import Candidate, Words
    from iamtutor.editing.completion import Completion
    from iamtutor.editing.telling.explained import Explained
    from iamtutor.editing.vocabulary import Vocabulary
    from iamtutor.policy import Reading


class CompletingScreen(Screen[None]):
    """Knows the catalogue, and for each editor the world that its policy belongs to."""

    @dataclass
    class Completed(Message):
        """What could be written; None where there is nothing."""

        editor: Completing
        completion: Completion | None
        occasion: Occasion

    @dataclass
    class Meant(Message):
        """What a candidate means."""

        editor: Completing
        candidate: Candidate
        meaning: Words

    @dataclass
    class Told(Message):
        """A word explained; None where there is none."""

        explained: Explained | None

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self._vocabularies: dict[str, tuple[World | None, Vocabulary]] = {}

    def catch_up(self) -> None:
        """Read what was typed."""
        raise NotImplementedError

    def complain(self, error: StoreError) -> None:
        """Say that something could not be saved."""
        raise NotImplementedError

    def place_of(self, slot: str) -> tuple[World | None, Slot | None]:
        """The world of a slot's policy and its place there; nothing where a policy stands alone."""
        return None, None

    def focused_editor(self) -> PolicyEditor | None:
        """The editor with the focus."""
        return self.focused if isinstance(self.focused, PolicyEditor) else None

    @cached_property
    def shared_catalog(self) -> Catalog:
        """The catalogue, opened beside the screen. Raises CatalogError."""
        if self.surroundings.catalog is not None:
            return self.surroundings.catalog()
        from iamtutor.catalog import Catalog, Source

        return Catalog(Source.installed())

    def _vocabulary(self, slot: str, world: World | None, place: Slot | None) -> Vocabulary:
        """What can be named in a slot; opened anew when another world lies on the bench."""
        from iamtutor.editing.vocabulary import Vocabulary

        known = self._vocabularies.get(slot)
        if known is None or known[0] is not world:
            known = self._vocabularies[slot] = (world, Vocabulary(self.shared_catalog, world, place))
        return known[1]

    # completing

    @on(Completing.Wanted)
    def _completion_wanted(self, event: Completing.Wanted) -> None:
        editor = event.editor
        if not isinstance(editor, PolicyEditor) or editor.notation != "json":
            return
        if event.occasion == "typing" and place_at(event.reading, event.offset) is None:
            editor.close_completion()
        elif event.occasion != "typing" or editor.completion is not None or self.completes_by_itself:
            self._complete(editor, event, *self.place_of(editor.slot))

    @work(description="beside", thread=True, exclusive=True, group="completion")
    def _complete(
        self, editor: PolicyEditor, wanted: Completing.Wanted, world: World | None, place: Slot | None
    ) -> None:
        from iamtutor.catalog import CatalogError
        from iamtutor.editing.completion import complete

        worker = get_current_worker()
        try:
            vocabulary = self._vocabulary(editor.slot, world, place)
            completion = complete(wanted.reading, wanted.offset, vocabulary, bare=wanted.occasion == "asking")
        except CatalogError:
            completion = None
        if not worker.is_cancelled:
            self.post_message(self.Completed(editor, completion, wanted.occasion))

    @on(Completed)
    def _completed(self, event: Completed) -> None:
        if not event.editor.is_attached:
            return
        if event.completion is not None:
            event.editor.offer(event.completion, event.occasion)
        else:
            event.editor.close_completion()
            if event.occasion == "asking":
                self.notify(say(self, "tui.completion-none"))

    @on(Completing.MeaningWanted)
    def _meaning_wanted(self, event: Completing.MeaningWanted) -> None:
        if isinstance(event.editor, PolicyEditor):
            self._look_up(event.editor, event.candidate, *self.place_of(event.editor.slot))

    @work(description="beside", thread=True, exclusive=True, group="meaning")
    def _look_up(self, editor: PolicyEditor, candidate: Candidate, world: World | None, place: Slot | None) -> None:
        from iamtutor.catalog import CatalogError
        from iamtutor.editing.meaning import meaning_of

        worker = get_current_worker()
        try:
            meaning = meaning_of(candidate, self._vocabulary(editor.slot, world, place))
        except CatalogError:
            return
        if not worker.is_cancelled:
            self.post_message(self.Meant(editor, candidate, meaning))

    @on(Meant)
    def _meant(self, event: Meant) -> None:
        if event.editor.is_attached:
            event.editor.show_meaning(event.candidate, event.meaning, in_both=self.reads_both)

    def action_complete(self) -> None:
        """Show what could be written at the cursor."""
        editor = self.focused_editor()
        if editor is None:
            return
        self.catch_up()
        if editor.reading is not None and editor.reading.text == editor.text:
            editor.ask(editor.reading)

    # explaining

    def action_word(self) -> None:
        """Say what the word at the cursor is."""
        editor = self.focused_editor()
        if editor is None:
            return
        self.catch_up()
        if editor.reading is not None and editor.notation == "json":
            self._explain(editor, editor.reading, editor.cursor_offset, *self.place_of(editor.slot))

    @work(description="beside", thread=True, exclusive=True, group="word")
    def _explain(
        self, editor: PolicyEditor, reading: Reading, offset: int, world: World | None, place: Slot | None
    ) -> None:
        from iamtutor.catalog import CatalogError
        from iamtutor.editing.word import explain

        worker = get_current_worker()
        try:
            explained = explain(reading, offset, self._vocabulary(editor.slot, world, place))
        except CatalogError:
            explained = None
        if not worker.is_cancelled:
            self.post_message(self.Told(explained))

    @on(Told)
    def _told(self, event: Told) -> None:
        if event.explained is None:
            self.notify(say(self, "tui.word-none"))
        elif self.is_current:
            from iamtutor.tui.screens.word import WordScreen

            self.app.push_screen(WordScreen(event.explained, in_both=self.reads_both))

    @property
    def reads_both(self) -> bool:
        """Whether the learner reads in both languages side by side."""
        return self.surroundings.profile.settings.reading == "both"

    # the choice whether the list opens by itself

    @property
    def completes_by_itself(self) -> bool:
        """Whether the list opens while somebody types."""
        return self.surroundings.profile.settings.completion != "asked"

    def action_complete_when(self) -> None:
        """Let the list open by itself, or only when it is asked for."""
        by_itself = not self.completes_by_itself
        try:
            self.surroundings.profile.settings.completion = "auto" if by_itself else "asked"
        except StoreError as error:
            self.complain(error)
        self.notify(say(self, "tui.completes-by-itself" if by_itself else "tui.completes-when-asked"))
