"""A scrolling column of ready-made lines: one widget however long the text is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip

from iamtutor.tui.widgets.selecting import Selecting


class Lines(Selecting, can_focus=True):
    """A subclass sets its lines for a width; they are set again when width, language or matter change."""

    DEFAULT_CSS = """
    Lines { overflow-x: hidden; scrollbar-size: 0 1; scrollbar-gutter: stable; }
    """
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("up,k,ㅏ", "scroll_up", show=False),
        Binding("down,j,ㅓ", "scroll_down", show=False),
        Binding("pageup,b,ㅠ", "page_up", show=False),
        Binding("pagedown,space", "page_down", show=False),
        Binding("home", "scroll_home", show=False),
        Binding("end", "scroll_end", show=False),
    ]

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[Content] = ()
        self._set_for = -1

    def set_lines(self, width: int) -> Sequence[Content]:
        """All lines, none wider than `width` cells."""
        raise NotImplementedError

    @property
    def line_width(self) -> int:
        """Cells of a line: without the scrollbar, whose place is kept free so that its coming moves nothing."""
        return self.scrollable_content_region.width

    def lines_changed(self) -> None:
        """To be called when the matter is another: the lines are set again at the next paint."""
        self._set_for = -1
        width = self.line_width
        if width > 0:
            self._lines = self.set_lines(width)
            self._set_for = width
            self.virtual_size = Size(width, len(self._lines))
        self.refresh(layout=self.styles.is_auto_height)

    def on_resize(self) -> None:
        """Set anew for the new size."""
        if self._set_for != self.line_width:
            self.lines_changed()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The number of lines at that width."""
        return len(self.set_lines(width))

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        index = y + self.scroll_offset.y
        width = self.line_width
        style = self.visual_style
        if index >= len(self._lines):
            return Strip.blank(width, style.rich_style)
        line = self.marked(self._lines[index], index)
        segments = [Segment(text, part.rich_style) for text, part in line.render(style, end="")]
        return self.placed(Strip(segments).adjust_cell_length(width, style.rich_style), index)

    def text_lines(self) -> Iterable[str]:
        """The lines as they are set."""
        return (line.plain for line in self._lines)
