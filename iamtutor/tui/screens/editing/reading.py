"""Reading what is typed, after it was painted: a short text at once, a long one beside the screen.

The worker posts messages and touches no widget. A reading is of one text: where that has gone on since, it is read again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from textual import on, work
from textual.message import Message

from iamtutor.policy import Reading
from iamtutor.tui.screens.editing.checking import Checking
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.validation import read_findings
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.policy_paint import colours_of

PAUSE: Final = 0.02
"""Seconds after a keystroke in which nothing else is done: one tick of the screen and its way to the terminal."""
LONG: Final = 12_000
"""Characters that are read at once in a few milliseconds. A longer text is longer than any policy that IAM takes."""


class ReadingScreen(Checking):
    """Knows which editors hold something that has not been read yet."""

    @dataclass
    class WasRead(Message):
        """A long text was read."""

        editor: PolicyEditor
        reading: Reading

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._behind: set[PolicyEditor] = set()
        self._is_reading = False

    @property
    def is_behind(self) -> bool:
        """Whether something was typed that has not been read yet."""
        return bool(self._behind)

    def read_soon(self, editor: PolicyEditor) -> None:
        """Something was typed."""
        if not self._behind:
            self.set_timer(PAUSE, self._read_on)
        self._behind.add(editor)

    def catch_up(self) -> None:
        """Read what was typed, now."""
        behind, self._behind = self._behind, set()
        self.take_up(behind, {})

    def take_up(self, editors: Collection[PolicyEditor], read: Mapping[PolicyEditor, Reading]) -> None:
        """Take what stands in these editors, and show how it reads; `read` holds what was read beside the screen."""
        raise NotImplementedError

    def reading_of(self, slot: str, text: str) -> Reading:
        """How a text would read in a slot. Runs beside the screen."""
        raise NotImplementedError

    def _read_on(self) -> None:
        """The character is on the screen by now: it waits for nothing."""
        long = {each for each in self._behind if each.is_attached and each.notation == "json" and _is_long(each)}
        if not long:
            self.catch_up()
            return
        short, self._behind = self._behind - long, long
        if short:
            self.take_up(short, {})
        if not self._is_reading:
            self._is_reading = True
            editor = next(iter(long))
            self._read_beside(editor, editor.text)

    @work(description="beside", thread=True, group="reading")
    def _read_beside(self, editor: PolicyEditor, text: str) -> None:
        reading = self.reading_of(editor.slot, text)
        colours_of(reading)
        read_findings(reading)
        self.post_message(self.WasRead(editor, reading))

    @on(WasRead)
    def _was_read(self, event: WasRead) -> None:
        self._is_reading = False
        editor = event.editor
        if editor in self._behind and editor.is_attached and event.reading.text == editor.text:
            self._behind.discard(editor)
            self.take_up([editor], {editor: event.reading})
        if self._behind:
            self._read_on()


def _is_long(editor: PolicyEditor) -> bool:
    return sum(map(len, editor.document.lines)) > LONG
