"""A small window in which the answer to a question is written."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.screens.dialog.finder import FinderInput
from iamtutor.tui.speaking import say


class WriteAnswer(ModalScreen[str]):
    """Dismissed with what was written; with None where nothing is to be answered yet."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(DIALOG)

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog"):
            yield Static(Content(say(self, "tui.quiz-fill-in")), classes="question")
            yield FinderInput()
            yield Static(Content(say(self, "tui.write-note")), classes="note")

    def on_mount(self) -> None:
        """The line waits for the answer."""
        line = self.query_one(FinderInput)
        line.cursor_blink = self.app.animation_level != "none"
        line.focus()

    @on(Input.Submitted)
    def _written(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.dismiss(event.value.strip())

    def action_close(self) -> None:
        """Escape answers nothing."""
        self.dismiss(None)
