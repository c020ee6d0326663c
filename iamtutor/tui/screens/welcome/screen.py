"""The first minutes: a handful of pages on which the learner does things. Escape ends them at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol, cast

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.command import CommandPalette
from textual.containers import Vertical
from textual.screen import Screen
from textual.widgets import Button

from iamtutor.tui.commands import WELCOME, bindings
from iamtutor.tui.screens.home.outline import Outline
from iamtutor.tui.screens.welcome.page import Page
from iamtutor.tui.screens.welcome.pages import BeginPage, KeysPage, LanguagePage, PanesPage
from iamtutor.tui.speaking import say
from iamtutor.tui.stop import Playground, Stop
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from iamtutor.tui.guide import Guide
    from iamtutor.tui.screens.welcome.trial import Trial

PAGES = 6


class Host(Protocol):
    """What this screen asks of the app."""

    guide: Guide

    def choose(self, key: str, value: str) -> None:
        """Apply a setting at once, and keep it."""
        ...


class WelcomeScreen(Screen[Stop]):
    """Dismissed with where to begin; with None where the learner wants to look around."""

    CSS_PATH = "welcome.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(WELCOME)
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual reads it from the class

    def __init__(self, outline: Outline) -> None:
        super().__init__()
        self._outline = outline
        self._number = 0
        self._made: Trial | None = None

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        with Vertical(id="page"):
            yield LanguagePage()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)
        self._warm_up()

    @work(description="beside", thread=True)
    def _warm_up(self) -> None:
        """Import what the later pages need while the first one is read."""
        import iamtutor.tui.screens.welcome.writing  # noqa: F401

    def _say_all(self) -> None:
        dots = "●" * (self._number + 1) + "○" * (PAGES - self._number - 1)
        self.query_one(TopLine).show(
            ("iamtutor", "bold $accent"),
            (f"  {say(self, 'tui.welcome-title')}", "$dim"),
            right=f"{self._number + 1}/{PAGES}  {dots}",
        )

    @property
    def page(self) -> Page:
        """The page in view."""
        return self.query_one(Page)

    @property
    def _trial(self) -> Trial:
        if self._made is None:
            from iamtutor.tui.screens.welcome.trial import Trial

            self._made = Trial()
        return self._made

    def _page(self, number: int) -> Page:
        if number in (2, 3):
            from iamtutor.tui.screens.welcome.writing import WhyPage, WritePage

            return (WritePage if number == 2 else WhyPage)(self._trial)
        return (LanguagePage, PanesPage, Page, Page, KeysPage)[number]() if number < 5 else BeginPage(self._outline)

    async def _go_to(self, number: int) -> None:
        self._number = number
        holder = self.query_one("#page", Vertical)
        self.set_focus(None)
        with self.app.batch_update():
            await holder.remove_children()
            await holder.mount(self._page(number))
        self._say_all()
        self.refresh_bindings()

    @on(Page.Done)
    async def _done(self, event: Page.Done) -> None:
        if isinstance(self.page, LanguagePage):
            cast("Host", self.app).choose("language", event.key)
            await self._go_to(1)
        else:
            self.dismiss(self._stop(event.key))

    def _stop(self, key: str) -> Stop | None:
        if key == "lesson":
            return cast("Host", self.app).guide.lesson_stop(self._outline.lessons[0].id)
        if key == "exercise":
            return Stop(exercise=self._outline.exercises[0].id)
        return Stop(playground=Playground()) if key == "playground" else None

    @on(Button.Pressed, "#on")
    async def _on(self) -> None:
        await self.action_next()

    def on_screen_suspend(self) -> None:
        """Something was opened over this: on the page of keys that is what is to be tried."""
        page = next(iter(self.query(KeysPage)), None)
        if page is None:
            return
        from iamtutor.tui.screens.help import HelpScreen

        if isinstance(self.app.screen, HelpScreen):
            page.try_out("help")
        elif isinstance(self.app.screen, CommandPalette):
            page.try_out("palette")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is nothing before the first page and nothing after the last."""
        if action == "back":
            return self._number > 0
        if action == "next":
            return self._number < PAGES - 1
        return action != "panes" or self._number in (1, 2, 3)

    async def action_next(self) -> None:
        """The next page."""
        if self._number < PAGES - 1:
            await self._go_to(self._number + 1)

    async def action_back(self) -> None:
        """The page before."""
        if self._number > 0:
            await self._go_to(self._number - 1)

    def action_panes(self) -> None:
        """The next pane of this page."""
        self.page.move_on()

    def action_skip(self) -> None:
        """End the first minutes."""
        self.dismiss(None)

    def on_policy_editor_left(self) -> None:
        """Escape leaves the editor, as on the workbench; once more ends the first minutes."""
        self.query_one("#on").focus()
