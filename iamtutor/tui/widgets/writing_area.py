"""A text area that writes JSON as hands expect: pairs, indentation, lines that move, one layout, one undo for each step."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual import events
from textual.binding import Binding
from textual.document._document import Selection
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import TextArea

from iamtutor.editing import (
    SPECIAL,
    Change,
    Spot,
    Unreadable,
    duplicated,
    entered,
    erased,
    formatted,
    moved,
    partner,
    typed,
)
from iamtutor.tui.widgets.long_document import FlatDocument, LongDocument

if TYPE_CHECKING:
    from textual.document._document import Location

    from iamtutor.tui.undo_memory import UndoMemory

Notation = Literal["json", "yaml"]
_FREE_KEYS = {"f6", "f7", "home,ctrl+a"}
"""Keys of Textual's that screens use for something else, or that hands expect to do something else."""


class WritingArea(TextArea, inherit_bindings=False):
    """One slot's text. All that is loaded or pasted is composed (NFC), so that a column is a syllable as one sees it."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *(each for each in TextArea.BINDINGS if not (isinstance(each, Binding) and each.key in _FREE_KEYS)),
        Binding("home", "cursor_line_start", show=False),
        Binding("ctrl+a", "select_all", show=False),
        Binding("ctrl+home", "to_start", show=False),
        Binding("ctrl+end", "to_end", show=False),
        Binding("ctrl+shift+home", "to_start(True)", show=False),
        Binding("ctrl+shift+end", "to_end(True)", show=False),
    ]

    @dataclass
    class Pasted(Message):
        """A text was pasted outside a string; `start` is where."""

        editor: WritingArea
        start: Spot
        text: str

    def __init__(self, slot: str, text: str, notation: Notation = "json") -> None:
        super().__init__(composed(text), tab_behavior="indent", show_line_numbers=True, soft_wrap=False)
        self.slot = slot
        self.notation = notation
        self.indent_width = 2
        self.remembered_as = ""
        """The name under which the app remembers what can be undone; empty where it does not."""
        self.sought: re.Pattern[str] | None = None

    def _set_document(self, text: str, language: str | None) -> None:
        super()._set_document(text, language)
        self.document = LongDocument(text)
        self.wrapped_document = FlatDocument(self.document, tab_width=self.indent_width)
        self.navigator = DocumentNavigator(self.wrapped_document)

    # one text, one history

    @property
    def _memory(self) -> UndoMemory | None:
        return getattr(self.app, "undo_memory", None) if self.remembered_as else None

    def on_mount(self) -> None:
        """What was done to this text before can be undone still."""
        history = self._memory.recall(self.remembered_as, self.text) if self._memory is not None else None
        if history is not None:
            self.history = history
            self.history.checkpoint()

    def on_unmount(self) -> None:
        """What was done to this text can be undone when it is opened again."""
        if self._memory is not None:
            self._memory.keep(self.remembered_as, self.text, self.history)

    def replace_all(self, text: str) -> None:
        """Put another text in place of all; one Ctrl+Z brings the old one back."""
        self._put_whole(composed(text), Spot(0, 0))

    def _put_whole(self, text: str, cursor: Spot) -> None:
        self.history.checkpoint()
        self.replace(text, self.document.start, self.document.end)
        self.history.checkpoint()
        self.move_cursor(cursor)

    def make(self, change: Change) -> None:
        """Make a change and stand where it says."""
        if change.text or change.start != change.end:
            self.replace(change.text, change.start, change.end, maintain_selection_offset=False)
        self.move_cursor(change.anchor)
        if change.cursor != change.anchor:
            self.move_cursor(change.cursor, select=True)

    @property
    def _chosen(self) -> tuple[Spot, Spot]:
        return Spot(*self.selection.start), Spot(*self.selection.end)

    # keys

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """A letter with Alt comes from a terminal with its character, and is a command all the same."""
        return not key.startswith("alt+") and super().check_consume_key(key, character)

    async def on_key(self, event: events.Key) -> None:
        """Enter indents; brackets and quotation marks come and go in pairs."""
        if event.key.startswith("alt+"):
            event.prevent_default()
            return
        if self.read_only:
            return
        change = None
        if event.key == "enter":
            change = entered(self.document.lines, *self._chosen, colon_opens=self.notation == "yaml")
        elif event.character in SPECIAL and self.notation == "json":
            change = typed(self.document.lines, *self._chosen, event.character or "")
        if change is not None:
            event.prevent_default()
            event.stop()
            self.make(change)

    def action_to_start(self, select: bool = False) -> None:
        """To the beginning of the text."""
        self.move_cursor(self.document.start, select=select)

    def action_to_end(self, select: bool = False) -> None:
        """To the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def action_delete_left(self) -> None:
        """An empty pair goes whole, an indentation by one step; else one character, or what is selected."""
        if self.read_only:
            return
        lines = self.document.lines
        change = erased(lines, Spot(*self.cursor_location)) if self.selection.is_empty else None
        if change is None or (self.notation == "yaml" and change.start.column != 0 and lines[change.start.row].strip()):
            super().action_delete_left()
        else:
            self.make(change)

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """Brackets within strings belong to none."""
        return partner(self.document.lines, Spot(*search_from)) if bracket and bracket in "{}[]" else None

    # lines and layout

    def move_lines(self, by: int) -> None:
        """The lines of the cursor one up or down."""
        change = moved(self.document.lines, *self._chosen, by, commas=self.notation == "json")
        if change is not None and not self.read_only:
            self.make(change)

    def duplicate_lines(self) -> None:
        """The lines of the cursor once more below."""
        if not self.read_only:
            self.make(duplicated(self.document.lines, *self._chosen, commas=self.notation == "json"))

    def lay_out(self) -> Unreadable | bool:
        """Format the whole text, the cursor at its token: whether anything changed, or why it cannot be."""
        newline = self.document.newline
        text = "\n".join(self.document.lines) if newline != "\n" else self.text
        row, column = self.cursor_location
        cursor = sum(len(line) + 1 for line in self.document.lines[:row]) + column
        done = formatted(text, cursor)
        if isinstance(done, Unreadable):
            return done
        if done.text == text:
            return False
        before = done.text[: done.cursor]
        self._put_whole(done.text, Spot(before.count("\n"), len(before.rpartition("\n")[2])))
        return True

    # the clipboard

    async def on_paste(self, event: events.Paste) -> None:
        """What the terminal pastes."""
        if not self.read_only:
            event.prevent_default()
            event.stop()
            self.paste(event.text)
            self.focus()

    def action_paste(self) -> None:
        """What was copied or cut in the app."""
        if not self.read_only:
            self.paste(self.app.clipboard)

    def paste(self, text: str) -> None:
        """Put a text in place of the selection; whoever listens may offer to clean it."""
        text = composed(text).replace("\r\n", "\n").replace("\r", "\n")
        start = min(self._chosen)
        result = self.replace(text, *self.selection, maintain_selection_offset=False)
        self.move_cursor(result.end_location)
        self.post_message(self.Pasted(self, start, text))

    def holds(self, start: Spot, text: str) -> bool:
        """Whether a text that was put there is there still."""
        end = _end_of(start, text)
        lines = self.document.lines
        if end.row >= len(lines) or end.column > len(lines[end.row]) or start.column > len(lines[start.row]):
            return False
        return self.get_text_range(start, end).replace("\r\n", "\n") == text

    def swap(self, start: Spot, before: str, text: str) -> None:
        """Another text in place of one that was put there; one Ctrl+Z takes it back."""
        self.history.checkpoint()
        result = self.replace(text, start, _end_of(start, before), maintain_selection_offset=False)
        self.history.checkpoint()
        self.move_cursor(result.end_location)

    # finding

    def seek(self, pattern: re.Pattern[str] | None) -> None:
        """Mark every place of what is looked for; None marks nothing any more."""
        if pattern != self.sought:
            self.sought = pattern
            self.notify_style_update()
            self.refresh()

    def choose(self, start: Spot, end: Spot) -> None:
        """Select a piece of text and bring it into view."""
        self.selection = Selection(start, end)
        self.scroll_cursor_visible(center=True)

    def scroll_cursor_visible(self, center: bool = False, animate: bool = False) -> Offset:
        """Not while an undo has taken the cursor's line and not yet said where the cursor is: a scrollbar that goes
        away asks for it just then, and Textual would look behind the end of the text."""
        if self.cursor_location[0] >= self.document.line_count:
            return Offset(0, 0)
        return super().scroll_cursor_visible(center, animate)

    # the terminal's own cursor

    def on_focus(self) -> None:
        """An input method composes at the terminal's own cursor, which Textual moves only at the first key."""
        self.set_timer(0.05, self.place_cursor)

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where the painted one is."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset


def composed(text: str) -> str:
    """The text with its characters composed: a Hangul syllable is one, not two or three."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _end_of(start: Spot, text: str) -> Spot:
    rows = text.count("\n")
    last = len(text.rpartition("\n")[2])
    return Spot(start.row + rows, last if rows else start.column + last)
