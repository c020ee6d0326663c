"""A line of names to choose from: the panes on a narrow screen, the slots of an exercise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

Tabs = tuple[tuple[str, str], ...]
FRAME = 5
"""Cells around a name."""


class TabLine(Widget):
    """One line, one widget; the chosen name stands out by weight and by a mark, not by colour alone."""

    DEFAULT_CSS = """
    TabLine { height: 1; background: $background; padding: 0 1; color: $dim; pointer: pointer; }
    """

    active: reactive[str] = reactive("")

    @dataclass
    class Chosen(Message):
        """A name was clicked."""

        tabs: TabLine
        key: str

        @property
        def control(self) -> TabLine:
            """The line that sent this."""
            return self.tabs

    def __init__(self, *, id: str | None = None, marks: tuple[str, str] = ("●", "○")) -> None:  # noqa: A002 - Textual's name
        """`marks` stand before the chosen name and before the others."""
        super().__init__(id=id)
        self._marks = marks
        self._long: Tabs = ()
        self._short: Tabs = ()

    def show(self, tabs: Sequence[tuple[str, str]], active: str, shorter: Sequence[tuple[str, str]] = ()) -> None:
        """Show these (key, name) pairs, or the shorter ones where those do not all fit."""
        self._long = tuple(tabs)
        self._short = tuple(shorter) or self._long
        self.active = active
        self.refresh()

    @property
    def _tabs(self) -> Tabs:
        width = sum(cell_len(name) + FRAME for _, name in self._long)
        return self._long if width <= self.size.width else self._short

    def render(self) -> Content:
        """The names."""
        parts: list[tuple[str, str]] = []
        for key, name in self._tabs:
            chosen = key == self.active
            parts.append((f" {self._marks[not chosen]} {name} ", "bold $accent on $panel" if chosen else "$dim"))
            parts.append((" ", ""))
        return Content.assemble(*parts)

    def on_click(self, event: events.Click) -> None:
        """A click does what Enter does."""
        x = event.get_content_offset_capture(self).x
        for key, name in self._tabs:
            width = cell_len(name) + FRAME
            if x < width:
                self.post_message(self.Chosen(self, key))
                return
            x -= width
