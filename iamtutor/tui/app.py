"""The app: it wires screens, themes and language together and does nothing else."""

from __future__ import annotations

import gc
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from textual import constants, events
from textual.binding import Binding

from iamtutor.study import StoreError
from iamtutor.study.messages import MESSAGES as STUDY_MESSAGES
from iamtutor.tui.ahead import Ahead
from iamtutor.tui.calm import CalmApp
from iamtutor.tui.commands import APP, bindings
from iamtutor.tui.forgetting import forget_gone
from iamtutor.tui.guide import Guide
from iamtutor.tui.leaving import end_with_terminal
from iamtutor.tui.outside import is_way_out
from iamtutor.tui.over import open_catalog, open_sandbox, open_search
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.home.outline import Outline
from iamtutor.tui.settings import BY_KEY
from iamtutor.tui.speaking import SpeakingApp, say
from iamtutor.tui.stop import CatalogPlace, Playground, Quiz, SandboxPlace, Stop, WorldPlace
from iamtutor.tui.stylesheet import KeptStylesheet
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.theme import NIGHT, THEMES, other
from iamtutor.tui.undo_memory import UndoMemory
from iamtutor.words import Lang
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from pathlib import Path

    from textual.geometry import Size

    from iamtutor.tui.report import Fault

WELCOMED = "welcomed"
"""The key under which the profile keeps that the first minutes were shown."""
TIDY_EVERY = 10.0
"""Seconds after which screens that were left are let go."""
LEAST = (60, 15)
"""Columns and rows below which nothing can be laid out."""


@runtime_checkable
class ShowsWorld(Protocol):
    """A screen that has a world of its own."""

    def world_place(self) -> WorldPlace | None:
        """The world as it stands there; None where there is none now."""
        ...


class TutorApp(CalmApp):
    """iamtutor on the screen. `opening` is a stop to open at once, on top of the home screen."""

    CSS_PATH = "app.tcss"
    TITLE = "iamtutor"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(APP)

    def __init__(self, surroundings: Surroundings, lang: Lang, opening: Stop | None = None) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.guide = Guide(surroundings)
        self.set_reactive(SpeakingApp.lang, surroundings.profile.settings.language or lang)
        self._opening = opening
        self.undo_memory = UndoMemory()
        self.ahead = Ahead(self)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = NIGHT.name
        self._read = {key: surroundings.profile.settings.get(key) for key in BY_KEY}
        for key in ("theme", "animations"):
            self._apply(key, self.chosen(key))
        self.stylesheet = KeptStylesheet(variables=self.get_css_variables())

    def on_ready(self) -> None:
        """Show the home screen, tell what there is to tell of the profile, and open what was asked for.

        A screen that is there before the app is ready would be laid out and painted twice, the first time for nothing.
        """
        if not self.is_headless:
            end_with_terminal(self)
        self.push_screen(HomeScreen())
        for notice in self.surroundings.profile.notices:
            self.notify(say_in(STUDY_MESSAGES, notice.message, self.lang, **notice.arguments), severity="warning")
        if self._opening is not None:
            self.open_stop(self._opening)
        elif self._is_new_here():
            self.action_welcome()
        self._fit(self.size)
        self.call_after_refresh(self._settle)
        self.set_interval(TIDY_EVERY, partial(forget_gone, self))

    def _settle(self) -> None:
        """After the first paint: look for garbage again, but never among what is there now; then read ahead."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        if not self.is_headless and self._opening is None:
            self.ahead.begin_soon()

    async def on_event(self, event: events.Event) -> None:
        """Whatever the learner does comes before what is read ahead."""
        if isinstance(event, events.Key | events.MouseDown | events.Paste):
            self.ahead.end()
        await super().on_event(event)

    def _is_new_here(self) -> bool:
        profile = self.surroundings.profile
        return profile.settings.get(WELCOMED) is None and profile.progress.continue_at() is None

    # the window

    def on_resize(self, event: events.Resize) -> None:
        """A window in which nothing fits says so, and goes on once it is larger."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        from iamtutor.tui.screens.small import TooSmall

        fits = size.width >= LEAST[0] and size.height >= LEAST[1]
        if isinstance(self.screen, TooSmall):
            if fits:
                self.pop_screen()
        elif not fits and len(self.screen_stack) > 1:
            self.push_screen(TooSmall(*LEAST))

    async def on_click(self, event: events.Click) -> None:
        """A click beside a dialog closes it, as Escape does."""
        if is_way_out(self.screen, event):
            await self.screen.run_action("screen.close")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a window too small nothing but leaving is offered; not every terminal can be left for a while."""
        if action == "suspend_process":
            return self._driver is not None and self._driver.can_suspend
        if len(self.screen_stack) > 1 and action != "quit":
            from iamtutor.tui.screens.small import TooSmall

            return not isinstance(self.screen, TooSmall)
        return True

    def on_driver_signal_resume(self) -> None:
        """Back from the shell: everything is painted anew, for the terminal has shown something else meanwhile."""
        self.refresh(layout=True)
        self.read_settings()

    # settings

    def chosen(self, key: str) -> str:
        """The value of a setting that counts now."""
        setting = BY_KEY[key]
        kept = self.surroundings.profile.settings.get(key)
        if key in ("language", "theme") and self.is_running:
            return self.lang if key == "language" else self.theme
        if kept in setting.values:
            return kept
        return self.lang if key == "reading" else setting.values[0]

    def choose(self, key: str, value: str) -> None:
        """Give a setting another value: it counts at once, on every open screen, and is kept."""
        self._apply(key, value)
        self.keep(key, value)
        self._read[key] = value

    def read_settings(self) -> None:
        """Take over what another app that shares the profile has chosen since."""
        try:
            found = {key: self.surroundings.profile.settings.get(key) for key in self._read}
        except StoreError:  # it is told where something is to be kept
            return
        for key, value in found.items():
            if value != self._read[key] and value in BY_KEY[key].values:
                self._apply(key, value)
        self._read = found

    def on_app_focus(self) -> None:
        """The learner comes back to this terminal."""
        self.read_settings()

    def _apply(self, key: str, value: str) -> None:
        if key == "language":
            self.lang = "ko" if value == "ko" else "en"
        elif key == "theme" and value in self.available_themes:
            self.theme = value
        elif key == "animations":
            self.animation_level = "none" if value == "off" else constants.TEXTUAL_ANIMATIONS
        for screen in self.screen_stack:
            wear = getattr(screen, "apply_setting", None)
            if wear is not None:
                wear(key, value)

    def write_report(self, fault: Fault) -> Path | None:
        """Leave a report beside the profile; without a profile on disk there is no place for one."""
        from iamtutor.tui.report import FOLDER, write_report

        profile = self.surroundings.profile
        if profile.path is None:
            return None
        folder = profile.path.parent / FOLDER
        return write_report(fault, folder, self.surroundings.clock(), with_texts=self.chosen("report") == "full")

    def outline(self) -> Outline:
        """The course and how far the learner is."""
        return self.guide.outline()

    def open_lesson(self, lesson: str) -> None:
        """Open a lesson where the learner was in it."""
        self.open_stop(self.guide.lesson_stop(lesson))

    def open_exercise(self, exercise: str) -> None:
        """Open an exercise."""
        self.open_stop(Stop(exercise=exercise))

    def open_quiz(self, lesson: str = "", count: int | None = None) -> None:
        """Open the quiz of a lesson, or one across the course; so many questions, or all."""
        self.open_stop(Stop(quiz=Quiz(lesson, count)))

    def open_stop(self, stop: Stop) -> None:
        """Open a step or an exercise on the workbench, a quiz, the playground, a world or the catalogue."""
        if stop.catalog is not None:
            open_catalog(self, stop.catalog)
            return
        if stop.playground is not None:
            self._open_playground(stop.playground)
            return
        if stop.world is not None:
            from iamtutor.tui.screens.world import WorldScreen

            self.push_screen(WorldScreen(self.surroundings, stop.world))
            return
        if stop.sandbox is not None:
            open_sandbox(self, stop)
            return
        if stop.quiz is not None:
            from iamtutor.tui.screens.quiz import QuizScreen

            self.push_screen(QuizScreen(self.surroundings, self.guide, stop.quiz))
            return
        from iamtutor.tui.screens.workbench import WorkbenchScreen

        if isinstance(self.screen, WorkbenchScreen) and self.screen.takes(stop):
            self.screen.open(stop)
        else:
            self.push_screen(WorkbenchScreen(self.surroundings, self.guide, stop))

    def _open_playground(self, playground: Playground) -> None:
        """There is one playground, for there is one draft of each side: one that lies below is come back to."""
        from iamtutor.tui.screens.playground import PlaygroundScreen

        if any(isinstance(screen, PlaygroundScreen) for screen in self.screen_stack):
            while not isinstance(self.screen, PlaygroundScreen):
                self.pop_screen()
            for file in playground.files[:1]:
                self.screen.take(file)
        else:
            self.push_screen(PlaygroundScreen(self.surroundings, playground))

    def action_open_catalog(self) -> None:
        """Look through what AWS knows by name."""
        self.open_stop(Stop(catalog=CatalogPlace()))

    def action_search(self) -> None:
        """Search everything."""
        open_search(self)

    def action_open_playground(self) -> None:
        """Compare two policies."""
        self.open_stop(Stop(playground=Playground()))

    def action_open_sandbox(self) -> None:
        """Write policies in a world of one's own choice."""
        self.open_stop(Stop(sandbox=SandboxPlace()))

    def action_open_world(self) -> None:
        """Look at a world: that of the exercise on the workbench, else the one that was looked at last."""
        below = self.screen
        place = below.world_place() if isinstance(below, ShowsWorld) else None
        self.open_stop(Stop(world=place or WorldPlace()))

    def action_switch_language(self) -> None:
        """Korean or English, from the next paint on."""
        self.choose("language", "en" if self.lang == "ko" else "ko")

    def action_switch_theme(self) -> None:
        """Dark or light."""
        self.choose("theme", other(self.theme))

    def keep(self, key: str, value: str) -> None:
        """Keep a setting in the profile."""
        try:
            self.surroundings.profile.settings.put(key, value)
        except StoreError as error:
            self.notify(say_in(STUDY_MESSAGES, error.notice.message, self.lang, **error.notice.arguments))

    def action_open_glossary(self, term: str = "") -> None:
        """Look a term up, or any: those on the screen first."""
        from iamtutor.tui.screens.glossary import GlossaryScreen

        if not isinstance(self.screen, GlossaryScreen):
            here = getattr(self.screen, "terms_on_screen", list)
            self.push_screen(GlossaryScreen(self.guide, here(), term), self._begin)

    def action_settings(self) -> None:
        """Show the settings."""
        from iamtutor.tui.screens.settings import SettingsScreen

        if not isinstance(self.screen, SettingsScreen):
            self.push_screen(SettingsScreen(self.surroundings.profile))

    def action_welcome(self) -> None:
        """Show the first minutes; from then on they are shown only when asked for."""
        from iamtutor.tui.screens.welcome import WelcomeScreen

        if not isinstance(self.screen, WelcomeScreen):
            self.keep(WELCOMED, "yes")
            self.push_screen(WelcomeScreen(self.outline()), self._begin)

    def _begin(self, stop: Stop | None) -> None:
        if stop is not None:
            self.open_stop(stop)

    def action_help(self) -> None:
        """Show the keys of the screen below."""
        from iamtutor.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_command_palette(self) -> None:
        """Find commands, lessons and exercises."""
        from textual.command import CommandPalette

        from iamtutor.tui.palette import Everything

        if not isinstance(self.screen, CommandPalette):
            placeholder = say(self, "tui.palette-placeholder")
            self.push_screen(CommandPalette([Everything], placeholder=placeholder))
