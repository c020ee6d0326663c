"""The first line of a screen: where one is at the left, how far one is at the right."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from iamtutor.tui.widgets.cells import shorten


class TopLine(Widget):
    """One line, one widget; the left gives way when both do not fit."""

    DEFAULT_CSS = """
    TopLine { dock: top; height: 1; background: $panel; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._left: tuple[tuple[str, str], ...] = ()
        self._right = Content()

    def show(self, *left: tuple[str, str], right: Content | str = "") -> None:
        """Show pieces of text, each with its style, and something at the right end."""
        self._left = left
        self._right = Content(right) if isinstance(right, str) else right
        self.refresh()

    def say_right(self, words: str) -> None:
        """Say something else at the right end."""
        if self._right.plain != words:
            self._right = Content(words)
            self.refresh()

    def render(self) -> Content:
        """The line."""
        width = self.size.width
        room = max(0, width - self._right.cell_length - 2)
        parts: list[tuple[str, str]] = []
        for text, style in self._left:
            piece = shorten(text, room)
            parts.append((piece, style))
            room -= Content(piece).cell_length
        left = Content.assemble(*parts)
        return left.pad_right(max(1, width - left.cell_length - self._right.cell_length)) + self._right


def meter(done: int, total: int, cells: int = 12) -> Content:
    """A thin bar of so many cells, filled as far as `done` of `total`."""
    full = round(cells * done / total) if total else 0
    full = max(full, 1) if done else 0
    return Content.assemble(("━" * full, "$primary"), ("━" * (cells - full), "$line"))
