"""Completion in an editor: when the list opens, which keys it takes, and what accepting does to the text.

The editor neither reads nor looks anything up: it asks the screen (`Wanted`), which answers with `offer`. While the list is
open, arrows move in it, Tab and Enter accept, Esc puts it away, and typing narrows it. Enter is left alone where the
list came by itself and nothing has been typed or moved since.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final, Literal

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.message import Message

from iamtutor.policy import Lines, Reading
from iamtutor.tui.commands import COMPLETION, bindings
from iamtutor.tui.speaking import lang_of
from iamtutor.tui.widgets.completion_list import CompletionList
from iamtutor.tui.widgets.writing_area import Notation, WritingArea

if TYPE_CHECKING:
    from iamtutor.editing.candidate import Candidate, Words
    from iamtutor.editing.completion import Completion

Occasion = Literal["typing", "following", "asking"]
"""Why the list opens: something was typed, a candidate was accepted that something follows, or the learner asks."""
_OPENERS: Final = '":/{$'
"""Beside letters and digits, what opens the list when it is typed: a string begins, or the next part of a name."""
_STEPS: Final = {"up": -1, "down": 1, "pageup": -6, "pagedown": 6}


class Completing(WritingArea):
    """A text area whose words can be completed."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(COMPLETION)

    @dataclass
    class Wanted(Message):
        """What could be written at the cursor?"""

        editor: Completing
        reading: Reading
        offset: int
        occasion: Occasion

    @dataclass
    class MeaningWanted(Message):
        """What does a candidate mean?"""

        editor: Completing
        candidate: Candidate

    def __init__(self, slot: str, text: str, notation: Notation = "json") -> None:
        super().__init__(slot, text, notation)
        self._completion: Completion | None = None
        self._list: CompletionList | None = None
        self._typed = ""
        self._goes_on = False
        self._takes_enter = False
        self._accepts_next = False

    @property
    def completion(self) -> Completion | None:
        """What is offered now; None while no list is shown."""
        return self._completion

    # asking

    def takes_key(self, event: events.Key) -> bool:
        """Whether a key belongs to the list; to be asked before anything else is made of it."""
        self._accepts_next = False
        if self._completion is None:
            self._typed = event.character or "" if event.is_printable else ""
            return False
        if event.key in _STEPS:
            self._takes_enter = True
            if self._list is not None:
                self._list.move(_STEPS[event.key])
        elif event.key == "escape":
            self.close_completion()
        elif event.key == "tab" or (event.key == "enter" and self._takes_enter):
            if self._completion.text == self.text:
                self.accept(self._list.rows.cursor if self._list is not None else 0)
            else:  # typed faster than it could be narrowed: the first of what comes
                self._accepts_next = True
        else:
            if event.key == "enter" or (event.is_printable and not (event.character or "").isascii()):
                self.close_completion()
            self._typed = event.character or "" if event.is_printable else ""
            self._takes_enter = self._takes_enter or event.is_printable
            return False
        event.prevent_default()
        event.stop()
        return True

    def reading_shown(self, reading: Reading) -> None:
        """The text was read: where something was typed in it, or the list is open, see what could go on."""
        typed, self._typed = self._typed, ""
        goes_on, self._goes_on = self._goes_on, False
        opens = typed.isascii() and (typed.isalnum() or typed in _OPENERS) if typed else False
        if self._completion is not None or opens or goes_on:
            self._want(reading, "following" if goes_on else "typing")

    def ask(self, reading: Reading) -> None:
        """The learner asks for the list."""
        self._takes_enter = True
        self._want(reading, "asking")

    def _want(self, reading: Reading, occasion: Occasion) -> None:
        if self.has_focus and not self.read_only and self.selection.is_empty:
            self.post_message(self.Wanted(self, reading, self.cursor_offset, occasion))

    @property
    def cursor_offset(self) -> int:
        """The cursor as an offset in the text."""
        row, column = self.cursor_location
        before = sum(len(self.document.get_line(line)) for line in range(row))
        return before + row * len(self.document.newline) + column

    # showing

    def offer(self, completion: Completion, occasion: Occasion) -> None:
        """Show what could be written; nothing where the text or the cursor has gone on since."""
        if completion.text != self.text or completion.place.offset != self.cursor_offset or not self.has_focus:
            return
        if occasion != "asking" and completion.is_complete:
            self.close_completion()
            return
        is_new = self._completion is None
        self._completion = completion
        if occasion != "typing" or (is_new and completion.place.before):
            self._takes_enter = True
        if self._accepts_next:
            self.accept(0)
            return
        if self._list is None:
            self._list = CompletionList(self.accept, self._moved)
            self.screen.mount(self._list)
            self.call_after_refresh(self._show)
        else:
            self._show()

    def _show(self) -> None:
        if self._list is not None and self._completion is not None and self._list.is_mounted:
            indent = cell_len(self._completion.place.before)
            within = self.scrollable_content_region
            self._list.open(self._completion.candidates, self.cursor_screen_offset, indent, within)

    def close_completion(self) -> None:
        """Put the list away."""
        self._completion = None
        self._takes_enter = self._accepts_next = False
        if self._list is not None:
            self._list.close()

    def _moved(self, index: int) -> None:
        """Another candidate is in hand: what it means is said at once where that is known, else looked up."""
        if self._completion is None or self._list is None:
            return
        candidate = self._completion.candidates[index]
        if candidate.about:
            self.show_meaning(candidate)
        else:
            self._list.explain("")
            self.post_message(self.MeaningWanted(self, candidate))

    def show_meaning(self, candidate: Candidate, meaning: Words = "", *, in_both: bool = False) -> None:
        """Say what a candidate means, if it is still the one in hand; where there is room, in both languages."""
        from iamtutor.editing.candidate import told, told_in_other

        if self._completion is None or self._list is None:
            return
        if self._completion.candidates[self._list.rows.cursor] is candidate:
            lang = lang_of(self)
            self._list.explain(told(meaning or candidate.about, lang), told_in_other(meaning, lang) if in_both else "")

    # accepting

    def accept(self, index: int) -> None:
        """Write a candidate; one Ctrl+Z takes it back."""
        completion = self._completion
        self.close_completion()
        if completion is None or completion.text != self.text:
            return
        edit = completion.edit(completion.candidates[index])
        start, end = (_location(completion.text, offset) for offset in (edit.start, edit.end))
        self._goes_on = True
        self.history.checkpoint()
        self.replace(edit.text, start, end)
        self.history.checkpoint()
        self.move_cursor(_location(self.text, edit.cursor))
        if self.text == completion.text:  # it stood there already
            self._goes_on = False

    def on_text_area_selection_changed(self) -> None:
        """The cursor went elsewhere without anything being written: the list has no place any more."""
        completion = self._completion
        if completion is not None and completion.text == self.text and self.cursor_offset != completion.place.offset:
            self.close_completion()

    def on_blur(self) -> None:
        """The list goes with the focus."""
        self.close_completion()

    def on_unmount(self) -> None:
        """And with the editor."""
        if self._list is not None and self._list.is_attached:
            self._list.remove()


def _location(text: str, offset: int) -> tuple[int, int]:
    """Row and column of an offset, from 0."""
    line, column = Lines(text).position(offset)
    return line - 1, column - 1
