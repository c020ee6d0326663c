"""The editor's commands on a screen: a screen says which editor is in hand, and the rest is the same everywhere."""

from __future__ import annotations

import os
from functools import partial

from textual import on, work
from textual.app import SuspendNotSupported
from textual.message import Message
from textual.widgets import TextArea

from iamtutor.editing import Cleaning, Spot, Unreadable, cleaning, nearest, pattern_of, places
from iamtutor.editing.line_state import string_at
from iamtutor.policy import POLICY_MESSAGES
from iamtutor.tui.completing import CompletingScreen
from iamtutor.tui.screens.editing.find_line import FindLine
from iamtutor.tui.screens.editing.offer_line import Offer, OfferLine
from iamtutor.tui.screens.editing.own_editor import OwnEditorProblem, command_of, edited
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.writing_area import WritingArea, composed
from iamtutor.words import say as say_in

_NEED_EDITOR = frozenset({"find_text", "format", "move_lines", "duplicate_lines", "copy_policy", "own_editor"})


class Editing(CompletingScreen):
    """Its FindLine and its OfferLine stand under the editors; workers post messages and touch no widget."""

    class Cleaned(Message):
        """What was pasted could be cleaned."""

        def __init__(self, editor: WritingArea, start: Spot, text: str, cleaned: Cleaning) -> None:
            super().__init__()
            self.editor = editor
            self.start = start
            self.text = text
            self.cleaned = cleaned

    @property
    def hand(self) -> PolicyEditor | None:
        """The editor that commands speak of."""
        raise NotImplementedError

    def file_in_hand(self) -> str:
        """What the text in hand is called as a file."""
        raise NotImplementedError

    def to_hand(self, *, focus: bool = True) -> None:
        """Bring the editor in hand into view, and the focus into it."""
        raise NotImplementedError

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        if action in _NEED_EDITOR:
            return self.hand is not None
        if action == "accept":
            return self.is_mounted and self.query_one(OfferLine).offer is not None
        return True

    # finding

    def action_find_text(self) -> None:
        """Look for something in the text, for what is selected to begin with."""
        editor = self.hand
        if editor is not None:
            chosen = editor.selected_text
            self.to_hand(focus=False)
            self.query_one(FindLine).open(chosen if "\n" not in chosen else "")

    @on(FindLine.Sought)
    def _seek(self, event: FindLine.Sought) -> None:
        if self.hand is not None:
            self.hand.seek(pattern_of(composed(event.text)))
            self._choose(0)

    @on(FindLine.Stepped)
    def _step(self, event: FindLine.Stepped) -> None:
        self.action_find_step(event.by)

    def action_find_step(self, by: int) -> None:
        """The next place of what is looked for, or the one before."""
        self._choose(by)

    def _choose(self, by: int) -> None:
        editor, line = self.hand, self.query_one(FindLine)
        if editor is None or editor.sought is None:
            line.show(None, 0)
            return
        found = places(editor.document.lines, editor.sought)
        number = nearest(found, Spot(*min(editor.selection.start, editor.selection.end)), by)
        if number is not None:
            editor.choose(*found[number])
            self.call_after_refresh(
                line.input.place_cursor
            )  # a text area takes the terminal's cursor whenever its own moves
        line.show(number, len(found))

    @on(FindLine.Closed)
    def action_find_close(self) -> None:
        """Back into the text."""
        self.put_find_away()
        if self.hand is not None:
            self.hand.focus()

    def put_find_away(self) -> None:
        """Look for nothing any more."""
        self.query_one(FindLine).close()
        for editor in self.query(PolicyEditor):
            editor.seek(None)

    # layout, lines, clipboard

    def action_format(self) -> None:
        """Lay the text out, or say where it cannot be read."""
        editor = self.hand
        if editor is None or editor.read_only:
            return
        if editor.notation != "json":
            self.notify(say(self, "tui.format-json-only"))
            return
        done = editor.lay_out()
        if isinstance(done, Unreadable):
            problem = say_in(POLICY_MESSAGES, done.code, lang_of(self), **done.arguments)
            at = done.position
            self.notify(say(self, "tui.format-not", line=at.line, column=at.column, problem=problem), timeout=8)
            editor.move_cursor((at.line - 1, at.column - 1), center=True)
        else:
            self.notify(say(self, "tui.formatted" if done else "tui.formatted-already"))

    def action_move_lines(self, by: int) -> None:
        """The lines in hand up or down."""
        if self.hand is not None:
            self.hand.move_lines(by)

    def action_duplicate_lines(self) -> None:
        """The lines in hand once more."""
        if self.hand is not None:
            self.hand.duplicate_lines()

    def action_copy_policy(self) -> None:
        """Copy the whole text, by the terminal (OSC 52)."""
        if self.hand is not None:
            self.app.copy_to_clipboard(self.hand.text)
            self.notify(say(self, "tui.copied", size=len(self.hand.text)))

    # offers

    @on(WritingArea.Pasted)
    def _pasted(self, event: WritingArea.Pasted) -> None:
        editor = event.editor
        line = editor.document.get_line(event.start.row)
        if editor.notation == "json" and string_at(line, event.start.column) is None:
            self._look_at(editor, event.start, event.text)

    @work(description="beside", thread=True, exclusive=True, group="cleaning")
    def _look_at(self, editor: WritingArea, start: Spot, text: str) -> None:
        cleaned = cleaning(text)
        if cleaned is not None:
            self.post_message(self.Cleaned(editor, start, text, cleaned))

    @on(Cleaned)
    def _offer_cleaning(self, event: Cleaned) -> None:
        editor, start, text, cleaned = event.editor, event.start, event.text, event.cleaned
        holds = partial(_holds, editor, start, text)
        if not holds():
            return

        def words() -> str:
            kinds = (say(self, f"tui.clean-{kind}", count=count) for kind, count in cleaned.found.items())
            return say(self, "tui.offer-pasted", found=", ".join(kinds))

        def do() -> None:
            editor.swap(start, text, cleaned.text)
            editor.focus()

        self.make_offer(Offer(words, "tui.offer-clean", "tui.offer-keep", do, holds))

    def make_offer(self, offer: Offer | None) -> None:
        """Offer something under the editor, or nothing any more."""
        line = self.query_one(OfferLine)
        if offer is not line.offer:
            line.show(offer)
            self.refresh_bindings()

    def refuse(self) -> bool:
        """Leave all as it is; whether anything was offered."""
        offered = self.query_one(OfferLine).offer is not None
        self.make_offer(None)
        return offered

    @on(OfferLine.Refused)
    def _refused(self) -> None:
        self.refuse()

    @on(OfferLine.Taken)
    def action_accept(self) -> None:
        """Do what is offered."""
        offer = self.query_one(OfferLine).offer
        self.make_offer(None)
        if offer is not None and offer.holds():
            offer.do()

    @on(TextArea.Changed)
    def _offer_may_be_gone(self) -> None:
        offer = self.query_one(OfferLine).offer
        if offer is not None and not offer.holds():
            self.make_offer(None)

    # one's own editor

    def action_own_editor(self) -> None:
        """Make way for the learner's own editor, and take back what was saved there."""
        editor = self.hand
        if editor is None:
            return
        try:
            command = command_of(os.environ)
            with self.app.suspend():
                text = edited(command, self.file_in_hand(), editor.text)
        except OwnEditorProblem as problem:
            self.notify(say(self, problem.message, **problem.arguments), severity="warning", timeout=8)
            return
        except SuspendNotSupported:
            self.notify(say(self, "tui.own-no-terminal"), severity="warning")
            return
        self.to_hand()
        if composed(text) == editor.text:
            self.notify(say(self, "tui.own-same"), timeout=8)
        else:
            editor.replace_all(text)
            self.notify(say(self, "tui.own-taken"))


def _holds(editor: WritingArea, start: Spot, text: str) -> bool:
    return editor.is_attached and editor.holds(start, text)
