"""Small windows over the workbench: a question before something is replaced, and two texts side by side."""

from __future__ import annotations

import difflib
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.policy_paint import painted


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
        left, right = _marked(self._left[1], self._right[1])
        with Vertical(classes="dialog wide"):
            yield Static(Content(say(self, self._title)), classes="question")
            if self._note:
                yield Static(Content(say(self, self._note)), classes="note")
            with VerticalScroll(classes="texts"), Horizontal(classes="columns"):
                yield self._column(self._left[0], left)
                yield self._column(self._right[0], right)
            with Horizontal(classes="buttons"):
                yield Button(say(self, self._keep), id="keep")
                yield Button(say(self, self._take), id="take")

    def _column(self, title: str, text: Content) -> Static:
        column = Static(text, classes="column")
        column.border_title = say(self, title)
        return column

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.query_one("#keep").focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id == "take")

    def action_close(self) -> None:
        """Escape keeps what is."""
        self.dismiss(False)


def _marked(left: str, right: str) -> tuple[Content, Content]:
    """Both texts with `-` and `+` before the lines that only one of them has, aligned."""
    first, second = left.splitlines(), right.splitlines()
    colours = (painted(left), painted(right))
    columns: tuple[list[Content], list[Content]] = ([], [])
    for tag, a, b, c, d in difflib.SequenceMatcher(None, first, second, autojunk=False).get_opcodes():
        for step in range(max(b - a, d - c)):
            for column, start, end, paint, mark in ((0, a, b, colours[0], "-"), (1, c, d, colours[1], "+")):
                index = start + step
                if index >= end:
                    columns[column].append(Content())
                    continue
                lead = Content("  ") if tag == "equal" else Content(f"{mark} ").stylize("bold $accent")
                columns[column].append(lead + paint[index])
    return Content("\n").join(columns[0]), Content("\n").join(columns[1])
