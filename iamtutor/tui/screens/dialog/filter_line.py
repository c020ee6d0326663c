"""The line in which the filter is typed. The keys that mean nothing in it move the list below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.message import Message

from iamtutor.tui.screens.dialog.finder import FinderInput


class FilterLine(FinderInput):
    """Up and down go through the list; in the empty line, left and right turn its part and Backspace goes back."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("up", "list(-1)", show=False),
        Binding("down", "list(1)", show=False),
        Binding("pageup", "list(-10)", show=False),
        Binding("pagedown", "list(10)", show=False),
    ]

    @dataclass
    class Moved(Message):
        """The cursor of the list is to move by so many rows."""

        by: int

    @dataclass
    class Turned(Message):
        """Another part is wanted: the next (1) or the one before (-1)."""

        by: int

    class Emptied(Message):
        """Backspace in the empty line."""

    def __init__(self) -> None:
        super().__init__(select_on_focus=False)

    def action_list(self, by: int) -> None:
        """Move in the list."""
        self.post_message(self.Moved(by))

    def action_cursor_left(self, select: bool = False) -> None:
        """Left: in the empty line, the part before."""
        if self.value:
            super().action_cursor_left(select)
        else:
            self.post_message(self.Turned(-1))

    def action_cursor_right(self, select: bool = False) -> None:
        """Right: in the empty line, the next part."""
        if self.value:
            super().action_cursor_right(select)
        else:
            self.post_message(self.Turned(1))

    def action_delete_left(self) -> None:
        """Backspace: in the empty line, the way back."""
        if self.value:
            super().action_delete_left()
        else:
            self.post_message(self.Emptied())
