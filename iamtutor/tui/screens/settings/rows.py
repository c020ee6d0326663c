"""The rows of the settings: a choice with its values, something to do, or a place."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message

from iamtutor.tui.commands import BY_ID
from iamtutor.tui.settings import Setting
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit, shorten_middle
from iamtutor.tui.widgets.rows import Rows

_GAP = 2


@dataclass(frozen=True)
class Deed:
    """Something to do, or a place that is shown: `text` stands at its right, `is_message` where it is a message id."""

    key: str
    text: str
    is_message: bool = False

    @property
    def name(self) -> str:
        """The message id of the name."""
        return f"tui.set-{self.key}"

    @property
    def about(self) -> str:
        """The message id of what it does."""
        return f"tui.set-{self.key}-about"


class SettingRows(Rows):
    """Left and right change the value in hand, and so does a click on a value."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("left,h,ㅗ", "change(-1)", show=False),
        BY_ID["set-change"].binding(),
        Binding("l,ㅣ", "change(1)", show=False),
    ]

    @dataclass
    class Changed(Message):
        """Another value was chosen."""

        setting: Setting
        value: str

    def __init__(self, entries: tuple[Setting | Deed, ...], value_of: Callable[[Setting], str]) -> None:
        super().__init__(id="settings")
        self._entries = entries
        self._value_of = value_of

    @property
    def entry(self) -> Setting | Deed:
        """The row in hand."""
        return self._entries[max(self.cursor, 0)]

    def entry_at(self, index: int) -> Setting | Deed:
        """The entry of a row."""
        return self._entries[index]

    def row_count(self) -> int:
        """How many there are."""
        return len(self._entries)

    @property
    def _column(self) -> int:
        return max(cell_len(say(self, each.name)) for each in self._entries) + 4

    def row(self, index: int, width: int) -> Content:
        """Name and values, the chosen one marked; or name and place."""
        entry = self._entries[index]
        column = self._column
        name = (f" {fit(say(self, entry.name), column - 1)}", "bold" if index == self.cursor else "")
        if isinstance(entry, Deed):
            text = say(self, entry.text) if entry.is_message else shorten_middle(entry.text, width - column - 1)
            return Content.assemble(name, (text, "$primary" if entry.is_message else "$dim"))
        parts: list[tuple[str, str]] = [name]
        chosen = self._value_of(entry)
        for value, _, words in self._places(entry):
            mine = value == chosen
            parts.append((words, "bold $accent" if mine else "$dim"))
            parts.append((" " * _GAP, ""))
        return Content.assemble(*parts)

    def _places(self, setting: Setting) -> list[tuple[str, int, str]]:
        """Each value, the cell in which it begins, and its words with the mark."""
        found = []
        x = self._column
        chosen = self._value_of(setting)
        for value in setting.values:
            words = f"{'●' if value == chosen else '○'} {say(self, setting.shown(value))}"
            found.append((value, x, words))
            x += cell_len(words) + _GAP
        return found

    def action_change(self, by: int) -> None:
        """The next value or the one before."""
        entry = self.entry
        if isinstance(entry, Setting):
            self.post_message(self.Changed(entry, entry.after(self._value_of(entry), by)))

    def click_within(self, index: int, x: int) -> bool:
        """A click on a value takes it; one beside the values only stands there."""
        entry = self._entries[index]
        if isinstance(entry, Deed):
            return False
        for value, start, words in self._places(entry):
            if start <= x < start + cell_len(words):
                self.post_message(self.Changed(entry, value))
        return True
