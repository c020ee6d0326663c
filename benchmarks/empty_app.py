"""The yardsticks: an empty Textual app, and one with a bare TextArea."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Static, TextArea


class EmptyApp(App[None]):
    """Paints one word."""

    def compose(self) -> ComposeResult:
        """One label."""
        yield Static("painted")


class BareTextArea(App[None]):
    """A TextArea with a text, the cursor at its start."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.text = text

    def compose(self) -> ComposeResult:
        """One TextArea, as wide as the app's editor."""
        yield TextArea(self.text, show_line_numbers=True)


if __name__ == "__main__":
    (BareTextArea(Path(sys.argv[1]).read_text("utf-8")) if len(sys.argv) > 1 else EmptyApp()).run()
