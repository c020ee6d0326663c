"""A list of one-line rows under an optional heading that stays in place: the base of tables and maps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.style import Style

from iamtutor.tui.widgets.selecting import Selecting


class Rows(Selecting, can_focus=True):
    """Draws only what is in view, so that a hundred rows cost as much as ten.

    A subclass says how many rows there are and how one looks; `cursor` is the row in hand (-1: none).
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--cursor", "rows--hover", "rows--heading"}
    DEFAULT_CSS = """
    Rows { overflow-x: hidden; scrollbar-size: 0 1; scrollbar-gutter: stable; }
    Rows > .rows--cursor { background: $block-cursor-blurred-background; }
    Rows:focus > .rows--cursor { background: $block-cursor-background; }
    Rows > .rows--hover { background: $block-hover-background; }
    Rows > .rows--heading { color: $dim; }
    """
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("up,k,ㅏ", "move(-1)", show=False),
        Binding("down,j,ㅓ", "move(1)", show=False),
        Binding("pageup", "move(-10)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("home", "move(-10000)", show=False),
        Binding("end", "move(10000)", show=False),
        Binding("enter,space", "choose", show=False),
    ]

    cursor: reactive[int] = reactive(-1)
    hovered: reactive[int] = reactive(-1)

    @dataclass
    class Moved(Message):
        """The cursor stands on another row."""

        rows: Rows
        index: int

        @property
        def control(self) -> Rows:
            """The list that sent this."""
            return self.rows

    @dataclass
    class Chosen(Message):
        """A row was chosen by Enter or by a click."""

        rows: Rows
        index: int

        @property
        def control(self) -> Rows:
            """The list that sent this."""
            return self.rows

    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    def row(self, index: int, width: int) -> Content:
        """One row, at most `width` cells."""
        raise NotImplementedError

    def heading(self, width: int) -> Content | None:
        """The line that stays on top."""
        return None

    def can_stand(self, index: int) -> bool:
        """Whether the cursor may stop on this row."""
        return True

    @property
    def line_width(self) -> int:
        """Cells of a row: without the scrollbar, whose place is kept free so that its coming moves nothing."""
        return self.scrollable_content_region.width

    @property
    def _heading_height(self) -> int:
        return 0 if self.heading(max(self.line_width, 1)) is None else 1

    def rows_changed(self) -> None:
        """To be called when the rows are others: measures and paints again, keeps the cursor where it can stay."""
        count = self.row_count()
        height = count + self._heading_height
        if self.virtual_size != Size(self.line_width, height):
            self.virtual_size = Size(self.line_width, height)
        if self.cursor >= count:
            self.cursor = count - 1
        self.refresh()

    def on_resize(self) -> None:
        """Set anew for the new size."""
        self.rows_changed()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows."""
        return self.row_count() + (0 if self.heading(width) is None else 1)

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        width = self.line_width
        top = self._heading_height
        if y < top:
            return self._strip(self.heading(width) or Content(), self.get_visual_style("rows--heading"), width, 0)
        index = y - top + self.scroll_offset.y
        if not 0 <= index < self.row_count():
            return Strip.blank(width, self.rich_style)
        style = self.visual_style
        if index == self.cursor:
            style = self.get_visual_style("rows--cursor")
        elif index == self.hovered:
            style = self.get_visual_style("rows--hover")
        return self._strip(self.row(index, width), style, width, index + top)

    def _strip(self, content: Content, style: Style, width: int, number: int) -> Strip:
        segments = [Segment(text, part.rich_style) for text, part in self.marked(content, number).render(style, end="")]
        return self.placed(Strip(segments).adjust_cell_length(width, style.rich_style).simplify(), number)

    def text_lines(self) -> Iterator[str]:
        """The heading and every row."""
        width = max(self.line_width, 1)
        heading = self.heading(width)
        if heading is not None:
            yield heading.plain
        for index in range(self.row_count()):
            yield self.row(index, width).plain

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep the cursor in view, and tell."""
        self.refresh()
        if new >= 0 and self.is_mounted:
            self.scroll_to_region(Region(0, new, 1, 1 + self._heading_height), animate=False, force=True)
            self.post_message(self.Moved(self, new))

    def watch_hovered(self) -> None:
        """Paint the row under the pointer."""
        self.refresh()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many rows, to the next one where it may stand."""
        last = self.row_count() - 1
        if last < 0:
            return
        step = 1 if by > 0 else -1
        target = max(0, min(last, self.cursor + by))
        while 0 <= target <= last and not self.can_stand(target):
            target += step
        if 0 <= target <= last:
            self.cursor = target

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if 0 <= self.cursor < self.row_count():
            self.post_message(self.Chosen(self, self.cursor))

    def _index_at(self, event: events.MouseEvent) -> int:
        y = event.get_content_offset_capture(self).y
        index = y - self._heading_height + self.scroll_offset.y
        inside = y >= self._heading_height and 0 <= index < self.row_count()
        return index if inside and self.can_stand(index) else -1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What lies under the pointer stands out."""
        self.hovered = self._index_at(event)

    def on_leave(self) -> None:
        """Nothing lies under the pointer now."""
        self.hovered = -1

    def on_click(self, event: events.Click) -> None:
        """A click does what Enter does."""
        index = self._index_at(event)
        if index >= 0 and not self.is_selected:
            self.cursor = index
            if not self.click_within(index, event.get_content_offset_capture(self).x):
                self.post_message(self.Chosen(self, index))

    def click_within(self, index: int, x: int) -> bool:
        """Whether a click at this column of a row means something else than choosing it, and has been dealt with."""
        return False
