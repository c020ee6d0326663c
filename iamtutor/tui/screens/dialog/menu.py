"""A small window with a few things to choose from, each with a line about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit, shorten
from iamtutor.tui.widgets.rows import Rows


@dataclass(frozen=True)
class Entry:
    """One thing to choose: its key, and the message ids of its name and of the line about it."""

    key: str
    name: str
    about: str


class Entries(Rows):
    """The things to choose from, by number, by arrow and Enter, or by a click."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding(str(number), f"choose_number({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, entries: Sequence[Entry], chosen: str) -> None:
        super().__init__(id="entries")
        self.entries = tuple(entries)
        self._chosen = chosen

    def row_count(self) -> int:
        """How many there are."""
        return len(self.entries)

    def row(self, index: int, width: int) -> Content:
        """Number, mark, name and the line about it."""
        entry = self.entries[index]
        column = max(cell_len(say(self, each.name)) for each in self.entries) + 2
        mine = entry.key == self._chosen
        mark = "" if not self._chosen else "● " if mine else "○ "
        return Content.assemble(
            (f" {index + 1} ", "bold $accent"),
            (mark, "$primary" if mine else "$faint"),
            (fit(say(self, entry.name), column), "bold" if mine else ""),
            (shorten(say(self, entry.about), width - column - 5), "$dim"),
        )

    def action_choose_number(self, number: int) -> None:
        """Choose by number."""
        if number <= len(self.entries):
            self.cursor = number - 1
            self.action_choose()


class Menu(ModalScreen[str]):
    """Dismissed with the key of what was chosen; with None where nothing is to change."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(DIALOG)

    def __init__(self, title: str, note: str, entries: Sequence[Entry], chosen: str = "") -> None:
        """`title` and `note` are message ids."""
        super().__init__()
        self._title = title
        self._note = note
        self._entries = entries
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog"):
            yield Static(classes="question")
            yield Entries(self._entries, self._chosen)
            yield Static(classes="note")

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)
        entries = self.query_one(Entries)
        entries.focus()
        entries.cursor = next((i for i, each in enumerate(self._entries) if each.key == self._chosen), 0)

    def _say_all(self) -> None:
        self.query_one(".question", Static).update(Content(say(self, self._title)))
        self.query_one(".note", Static).update(Content(say(self, self._note)))
        self.query_one(Entries).refresh()

    @on(Entries.Chosen)
    def _chosen_one(self, event: Entries.Chosen) -> None:
        self.dismiss(self._entries[event.index].key)

    def action_close(self) -> None:
        """Escape changes nothing."""
        self.dismiss(None)
