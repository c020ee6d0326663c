"""The line under an editor in which something is looked for: how often it is there, and which of them is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.style import Style
from textual.widgets import Input, Static

from iamtutor.tui.screens.dialog.finder import FinderInput
from iamtutor.tui.speaking import say


class FindLine(Horizontal):
    """Enter and Down go on, Up goes back, Esc closes; each to be clicked as well. It posts what is wanted."""

    DEFAULT_CSS = """
    FindLine { display: none; height: 1; background: $panel; padding: 0 1; }
    FindLine.-open { display: block; }
    FindLine #find-prompt { width: auto; color: $accent; text-style: bold; margin-right: 1; }
    FindLine FinderInput {
        height: 1; width: 1fr; border: none; padding: 0; margin: 0; background: $surface;
    }
    FindLine FinderInput:focus { border: none; background: $surface; }
    FindLine #find-state { width: auto; color: $foreground 80%; margin-left: 1; link-style: none; link-color: $foreground; }
    """
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("escape", "close", show=False),
        Binding("down,f3,ctrl+f", "step(1)", show=False),
        Binding("up,shift+f3", "step(-1)", show=False),
    ]

    @dataclass
    class Sought(Message):
        """Something else is looked for."""

        text: str

    @dataclass
    class Stepped(Message):
        """The next one (1), or the one before (-1)."""

        by: int

    class Closed(Message):
        """Nothing is looked for any more."""

    def compose(self) -> ComposeResult:
        """The parts, in the order of the line."""
        yield Static(id="find-prompt")
        yield FinderInput(select_on_focus=False)
        yield Static(id="find-state")

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)
        self.input.cursor_blink = self.app.animation_level != "none"

    @property
    def input(self) -> FinderInput:
        """Where it is written."""
        return self.query_one(FinderInput)

    @property
    def is_open(self) -> bool:
        """Whether it is in view."""
        return self.has_class("-open")

    def open(self, text: str = "") -> None:
        """Come into view; `text` is looked for where something is given, else what was before."""
        self.add_class("-open")
        if text:
            self.input.value = text
        self.input.focus()
        self.input.select_all()
        self.post_message(self.Sought(self.input.value))
        self.set_timer(0.05, self.input.place_cursor)

    def close(self) -> None:
        """Go out of view."""
        self.remove_class("-open")

    def show(self, number: int | None, total: int) -> None:
        """Say which of how many is chosen."""
        self._number, self._total = number, total
        self._say_all()

    _number: int | None = None
    _total = 0

    def _say_all(self) -> None:
        self.query_one("#find-prompt", Static).update(say(self, "tui.find-prompt"))
        if not self.input.value:
            count = Content()
        elif not self._total:
            count = Content(f"✗ {say(self, 'tui.find-none')}").stylize("$deny")
        elif self._number is None:
            count = Content(say(self, "tui.find-count", total=self._total))
        else:
            count = Content(say(self, "tui.find-place", number=self._number + 1, total=self._total))
        parts = [count]
        for key, name, action in (
            ("↓", "next", "find_step(1)"),
            ("↑", "before", "find_step(-1)"),
            ("esc", "close", "find_close"),
        ):
            click = Style.from_meta({"@click": f"screen.{action}"})
            words = Content(f" {say(self, f'tui.find-{name}')}")
            parts.append((Content(key).stylize("$accent bold") + words).stylize(click))
        self.query_one("#find-state", Static).update(Content("  ").join(parts))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self.is_open:
            self.post_message(self.Sought(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_step(1)

    def action_step(self, by: int) -> None:
        """The next one or the one before."""
        self.post_message(self.Stepped(by))

    def action_close(self) -> None:
        """Back into the text."""
        self.post_message(self.Closed())
