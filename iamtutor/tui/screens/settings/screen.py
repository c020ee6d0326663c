"""The settings screen: it shows what is declared; the app applies and keeps what is changed."""

from __future__ import annotations

from typing import ClassVar, Protocol, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from iamtutor.study import Profile
from iamtutor.tui.commands import SETTINGS as COMMANDS
from iamtutor.tui.commands import bindings
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.report import FOLDER
from iamtutor.tui.screens.settings.rows import Deed, SettingRows
from iamtutor.tui.settings import SETTINGS, Setting
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.rows import Rows
from iamtutor.tui.widgets.top_line import TopLine


class Chooser(Protocol):
    """What the settings screen asks of the app."""

    def chosen(self, key: str) -> str:
        """The value that counts now."""
        ...

    def choose(self, key: str, value: str) -> None:
        """Apply another value at once, and keep it."""
        ...


class SettingsScreen(Screen[None]):
    """Rows at the top, below them what the row in hand is about."""

    CSS_PATH = "settings.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(COMMANDS[1:])

    def __init__(self, profile: Profile) -> None:
        super().__init__()
        deeds = [Deed("again", "tui.set-again-do", is_message=True)]
        if profile.path is None:
            deeds.append(Deed("place", "tui.settings-unsaved", is_message=True))
        else:
            deeds += [Deed("place", str(profile.path)), Deed("reports", str(profile.path.parent / FOLDER))]
        self._entries: tuple[Setting | Deed, ...] = (*SETTINGS, *deeds)

    @property
    def _chooser(self) -> Chooser:
        return cast("Chooser", self.app)

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        with Vertical(id="body"):
            yield SettingRows(self._entries, lambda setting: self._chooser.chosen(setting.key))
            yield Static(id="about")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all, init=False)
        rows = self.query_one(SettingRows)
        rows.focus()
        rows.cursor = 0
        self._say_all()

    def on_screen_resume(self) -> None:
        """Another app that shares the profile may have changed something."""
        self._say_all()

    def _say_all(self) -> None:
        self.query_one(TopLine).show(
            (say(self, "tui.settings-title"), "bold $accent"),
            right=Content(say(self, "tui.settings-now")).stylize("$dim"),
        )
        rows = self.query_one(SettingRows)
        rows.border_subtitle = say(self, "tui.settings-hint")
        rows.refresh()
        self._show_about()

    def _show_about(self) -> None:
        entry = self.query_one(SettingRows).entry
        lines = [Content(say(self, entry.name)).stylize("bold $primary"), Content(say(self, entry.about))]
        if isinstance(entry, Setting):
            value = self._chooser.chosen(entry.key)
            more = f"{entry.shown(value)}-about"
            if more in MESSAGES:
                name = say(self, entry.shown(value))
                lines.append(Content.assemble((f"● {name}  ", "$accent"), (say(self, more), "$dim")))
        elif not entry.is_message:
            lines.append(Content(entry.text).stylize("$dim"))
        self.query_one("#about", Static).update(Content("\n").join(lines))

    @on(Rows.Moved)
    def _moved(self) -> None:
        self._show_about()

    @on(SettingRows.Changed)
    def _changed(self, event: SettingRows.Changed) -> None:
        self._chooser.choose(event.setting.key, event.value)
        self._say_all()

    @on(Rows.Chosen)
    async def _chosen(self, event: Rows.Chosen) -> None:
        await self._do(self.query_one(SettingRows).entry_at(event.index))

    async def _do(self, entry: Setting | Deed) -> None:
        if isinstance(entry, Setting):
            self.query_one(SettingRows).action_change(1)
        elif entry.key == "again":
            await self.app.run_action("app.welcome")
        elif not entry.is_message:
            self.app.copy_to_clipboard(entry.text)
            self.notify(say(self, "tui.settings-copied", path=entry.text), markup=False)

    def action_change(self) -> None:
        """The next value of the setting in hand."""
        self.query_one(SettingRows).action_change(1)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss()
