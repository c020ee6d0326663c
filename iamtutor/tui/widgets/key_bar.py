"""The footer: the keys that work here and now, in the language chosen, each to be clicked as well."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from iamtutor.tui.commands import BY_ID, Command
from iamtutor.tui.speaking import say


class KeyBar(Widget):
    """One line, one widget: entries leave by rank when the line is too short; help, palette and the way out never do."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; background: $panel; color: $dim; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._places: list[tuple[int, int, Command]] = []
        self._labels: dict[str, str] = {}
        self._entries: list[tuple[Command, bool]] = []
        self._preferred: tuple[str, ...] = ()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._repaint, init=False)
        self.screen.bindings_updated_signal.subscribe(self, self._on_bindings)

    def _repaint(self) -> None:
        self.refresh()

    def _on_bindings(self, screen: Screen[object]) -> None:
        if screen is self.screen:
            self.refresh()

    def relabel(self, **labels: str) -> None:
        """Give some commands another label than their own, such as how many hints are left; an empty one hides it here."""
        if labels != self._labels:
            self._labels = labels
            self.refresh()

    def prefer(self, *commands: str) -> None:
        """Let these commands have their room before the others: what the reader of this page needs first."""
        if commands != self._preferred:
            self._preferred = commands
            self.refresh()

    def _commands(self) -> list[tuple[Command, bool]]:
        if (
            self.app.screen is not self.screen and self._entries
        ):  # below a dialog nothing changes; bindings there are the dialog's
            return self._entries
        found: dict[str, tuple[Command, bool]] = {}
        for active in self.screen.active_bindings.values():
            command = BY_ID.get(active.binding.id or "")
            if command is not None and command.rank > 0 and self._label(command):
                found.setdefault(command.id, (command, active.enabled))
        self._entries = sorted(found.values(), key=lambda entry: entry[0].rank)
        return self._entries

    def _label(self, command: Command) -> str:
        own = self._labels.get(command.id)
        return say(self, command.label) if own is None else own

    def _chosen(self, width: int) -> list[tuple[Command, bool]]:
        entries = self._commands()
        last = [entry for entry in entries if entry[0].id in ("help", "palette")]
        always = [*last, *(entry for entry in entries if entry[0].keys == "escape")]
        room = width - sum(self._width(entry[0]) for entry in always)
        kept = list(always)
        for entry in sorted(entries, key=lambda entry: entry[0].id not in self._preferred):
            needed = self._width(entry[0])
            if entry not in always and needed <= room:
                kept.append(entry)
                room -= needed
        return [entry for entry in entries if entry in kept and entry not in last] + last

    def _width(self, command: Command) -> int:
        return cell_len(command.key_shown) + cell_len(self._label(command)) + 3

    def render(self) -> Content:
        """The line; remembers where each entry stands for the mouse."""
        self._places = []
        parts: list[tuple[str, str]] = []
        x = 0
        for command, enabled in self._chosen(self.size.width + 2):
            label = self._label(command)
            parts.append((command.key_shown, "$accent bold" if enabled else "$faint"))
            parts.append((f" {label}", "$foreground 80%" if enabled else "$faint"))
            end = x + cell_len(command.key_shown) + 1 + cell_len(label)
            self._places.append((x, end, command))
            parts.append(("  ", ""))
            x = end + 2
        return Content.assemble(*parts)

    def _command_at(self, x: int) -> Command | None:
        return next((command for start, end, command in self._places if start <= x < end), None)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What lies under the pointer stands out."""
        command = self._command_at(event.get_content_offset_capture(self).x)
        self.tooltip = say(self, command.about) if command else None

    async def on_click(self, event: events.Click) -> None:
        """A click does what Enter does."""
        command = self._command_at(event.get_content_offset_capture(self).x)
        if command is not None:
            await self.screen.run_action(command.action)
