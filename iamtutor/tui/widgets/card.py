"""A framed text that can be pressed: by Enter when it has the focus, or by a click."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static


class Card(Static, can_focus=True):
    """A card with something behind it."""

    DEFAULT_CSS = """
    Card {
        height: auto; border: round $line; padding: 0 1; background: $surface; pointer: pointer;
        border-title-color: $dim; border-subtitle-color: $dim;
    }
    Card:hover { border: round $line-strong; }
    Card:focus { border: round $accent; border-title-color: $accent; }
    """
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("enter,space", "press", show=False)
    ]

    @dataclass
    class Pressed(Message):
        """The card was pressed."""

        card: Card

        @property
        def control(self) -> Card:
            """The card that sent this."""
            return self.card

    def action_press(self) -> None:
        """Press the card."""
        self.post_message(self.Pressed(self))

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.action_press()
