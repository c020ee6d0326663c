"""What stands in a window too small for anything else."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from iamtutor.tui.speaking import say


class TooSmall(ModalScreen[None]):
    """Covers the screen below, which stays as it is, until the window is large enough."""

    CSS: ClassVar[str] = """
    TooSmall { align: center middle; background: $background; }
    TooSmall Static { width: 100%; height: auto; text-align: center; }
    """
    AUTO_FOCUS = None

    def __init__(self, columns: int, rows: int) -> None:
        super().__init__()
        self._least = columns, rows

    def compose(self) -> ComposeResult:
        """One text in the middle."""
        yield Static()

    def on_mount(self) -> None:
        """Say it, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)

    def on_resize(self) -> None:
        """How large it is now."""
        self._say_all()

    def _say_all(self) -> None:
        size = self.app.size
        now = say(
            self,
            "tui.too-small-now",
            columns=size.width,
            rows=size.height,
            least_columns=self._least[0],
            least_rows=self._least[1],
        )
        lines = [
            Content(say(self, "tui.too-small")).stylize("bold $accent"),
            Content(now),
            Content(say(self, "tui.too-small-quit")).stylize("$dim"),
        ]
        self.query_one(Static).update(Content("\n").join(lines))
