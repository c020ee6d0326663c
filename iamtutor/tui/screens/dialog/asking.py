"""Small windows over a screen: a question before something is replaced, and two texts side by side."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.compared import Compared


class Ask(ModalScreen[bool]):
    """A question with yes and no; no has the focus, so that Enter in haste changes nothing."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("y,ㅛ", "answer(True)", show=False),
        Binding("n,ㅜ", "answer(False)", show=False),
        Binding("left,right", "app.focus_next", show=False),
    ]

    def __init__(self, question: str, note: str) -> None:
        super().__init__()
        self._question = question
        self._note = note

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog"):
            yield Static(Content(say(self, self._question)), classes="question")
            yield Static(Content(say(self, self._note)), classes="note")
            with Horizontal(classes="buttons"):
                yield Button(f"{say(self, 'tui.no')} (n)", id="no")
                yield Button(f"{say(self, 'tui.yes')} (y)", id="yes")

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.query_one("#no").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """Answer by a letter."""
        self.dismiss(yes)

    def action_close(self) -> None:
        """Escape means no."""
        self.dismiss(False)


class SideBySide(ModalScreen[bool]):
    """Two texts beside each other, lines that differ marked; dismissed with True when the right one is to be used."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("left,right", "app.focus_next", show=False),
    ]

    def __init__(
        self, title: str, note: str, left: tuple[str, str], right: tuple[str, str], keep: str, take: str
    ) -> None:
        super().__init__()
        self._title = title
        self._note = note
        self._left = left
        self._right = right
        self._keep = keep
        self._take = take

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog wide"):
            yield Static(Content(say(self, self._title)), classes="question")
            if self._note:
                yield Static(Content(say(self, self._note)), classes="note")
            yield Compared(self._left, self._right)
            with Horizontal(classes="buttons"):
                yield Button(say(self, self._keep), id="keep")
                yield Button(say(self, self._take), id="take")

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.query_one("#keep").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "take")

    def action_close(self) -> None:
        """Escape keeps what is."""
        self.dismiss(False)
