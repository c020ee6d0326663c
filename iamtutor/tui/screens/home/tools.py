"""What there is beside the course: each tool with its key, to be clicked as well."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from iamtutor.tui.commands import BY_ID, Command
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit

TOOLS: tuple[Command, ...] = tuple(
    BY_ID[each] for each in ("playground", "world", "catalog", "glossary", "settings", "welcome")
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

    def _column(self) -> int:
        return max(2 + cell_len(say(self, each.label)) for each in TOOLS) + _GAP

    def _columns(self, width: int) -> int:
        return max(1, min(len(TOOLS), (width + _GAP) // self._column()))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the columns need."""
        return -(-len(TOOLS) // self._columns(width))

    def render(self) -> Content:
        """A tool to a cell, line by line."""
        columns, column = self._columns(self.size.width), self._column()
        lines: list[Content] = []
        for start in range(0, len(TOOLS), columns):
            cells = (
                Content.assemble((each.key_shown or "·", "$accent bold"), fit(f" {say(self, each.label)}", column - 1))
                for each in TOOLS[start : start + columns]
            )
            lines.append(Content.assemble(*cells))
        return Content("\n").join(lines)

    def _tool_at(self, event: events.MouseEvent) -> Command | None:
        place = event.get_content_offset(self)
        if place is None:
            return None
        columns, column = self._columns(self.size.width), self._column()
        index = place.y * columns + place.x // column
        return TOOLS[index] if place.x // column < columns and index < len(TOOLS) else None

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What lies under the pointer says what it is."""
        tool = self._tool_at(event)
        self.tooltip = say(self, tool.about) if tool is not None else None

    async def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        tool = self._tool_at(event)
        if tool is not None:
            await self.screen.run_action(tool.action)
