"""Where a text differs from another: from the one it began with, and from the solution once that was seen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from iamtutor.tui.commands import DIFFERENCES, bindings
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.compared import Compared, Text
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.tab_line import TabLine


class Differences(ModalScreen[None]):
    """One comparison at a time; Tab turns to the other, N goes from change to change, Esc closes."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIFFERENCES),
        Binding("d,ㅇ,q,ㅂ", "close", show=False),
    ]

    def __init__(self, file: str, comparisons: Sequence[tuple[Text, Text]]) -> None:
        """Each comparison names its left and its right text; the one that is not the learner's names it."""
        super().__init__()
        self._file = file
        self._comparisons = comparisons
        self._at = 0

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog wide"):
            if len(self._comparisons) > 1:
                yield TabLine(id="comparisons")
            yield Compared(*self._comparisons[0])
            yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)
        self._compared.focus()

    @property
    def _compared(self) -> Compared:
        return self.query_one(Compared)

    def _say_all(self) -> None:
        self.query_one(".dialog").border_title = say(self, "tui.diff-title", file=self._file)
        gone, new = self._compared.counts
        same = f"✓ {say(self, 'tui.diff-same')}"
        self.query_one(".dialog").border_subtitle = (
            say(self, "tui.diff-count", gone=gone, new=new) if gone or new else same
        )
        self._compared.lines_changed()
        for tabs in self.query(TabLine):
            names = (next(title for title, _ in pair if title != "tui.diff-mine") for pair in self._comparisons)
            tabs.show([(str(number), say(self, name)) for number, name in enumerate(names)], str(self._at))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There may be but one comparison, or no change."""
        if action == "other":
            return len(self._comparisons) > 1
        return True

    @on(TabLine.Chosen)
    def _chosen(self, event: TabLine.Chosen) -> None:
        self._turn_to(int(event.key))

    def action_other(self) -> None:
        """Turn to the other comparison."""
        self._turn_to((self._at + 1) % len(self._comparisons))

    def _turn_to(self, number: int) -> None:
        self._at = number
        self._compared.compare(*self._comparisons[number])
        self._say_all()

    def action_next_change(self) -> None:
        """Go to the next change."""
        self._compared.next_change()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
