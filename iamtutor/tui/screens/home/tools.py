"""What there is beside the course: each tool with its key, to be clicked as well."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from iamtutor.tui.commands import BY_ID, Command
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit

TOOLS: tuple[Command, ...] = tuple(
    BY_ID[each] for each in ("playground", "sandbox", "world", "catalog", "glossary", "settings", "welcome")
)
_GAP = 2


class Tools(Widget):
    """The tools in columns, as many as fit."""

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)

    def _say_all(self) -> None:
        self.border_title = say(self, "tui.home-tools")
        self.refresh(layout=True)

    def _columns(self, width: int) -> list[int]:
        """The widths of as many columns as fit side by side, each as wide as what stands in it."""
        cells = [2 + cell_len(say(self, each.label)) + _GAP for each in TOOLS]
        for count in range(len(TOOLS), 1, -1):
            columns = [max(cells[place::count]) for place in range(count)]
            if sum(columns) - _GAP <= width:
                return columns
        return [max(cells)]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the columns need."""
        return -(-len(TOOLS) // len(self._columns(width)))

    def render(self) -> Content:
        """A tool to a cell, line by line."""
        columns = self._columns(self.size.width)
        lines: list[Content] = []
        for start in range(0, len(TOOLS), len(columns)):
            cells = (
                Content.assemble((each.key_shown or "·", "$accent bold"), fit(f" {say(self, each.label)}", column - 1))
                for each, column in zip(TOOLS[start:], columns, strict=False)
            )
            lines.append(Content.assemble(*cells))
        return Content("\n").join(lines)

    def _tool_at(self, event: events.MouseEvent) -> Command | None:
        place = event.get_content_offset(self)
        if place is None:
            return None
        columns = self._columns(self.size.width)
        column = bisect_right(list(accumulate(columns)), place.x)
        index = place.y * len(columns) + column
        return TOOLS[index] if column < len(columns) and index < len(TOOLS) else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What lies under the pointer says what it is."""
        tool = self._tool_at(event)
        self.tooltip = say(self, tool.about) if tool is not None else None

    async def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        tool = self._tool_at(event)
        if tool is not None:
            await self.screen.run_action(tool.action)
