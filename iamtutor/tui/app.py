"""The app: it wires screens, themes and language together and does nothing else."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from textual.binding import Binding

from iamtutor.study import StoreError
from iamtutor.study.messages import MESSAGES as STUDY_MESSAGES
from iamtutor.tui.commands import APP, bindings
from iamtutor.tui.guide import CatalogPlace, Guide, Playground, Quiz, Stop, WorldPlace
from iamtutor.tui.over import open_catalog, open_search
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.home.outline import Outline
from iamtutor.tui.speaking import SpeakingApp, say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.theme import NIGHT, THEMES, other
from iamtutor.tui.undo_memory import UndoMemory
from iamtutor.words import Lang
from iamtutor.words import say as say_in


@runtime_checkable
class ShowsWorld(Protocol):
    """A screen that has a world of its own."""

    def world_place(self) -> WorldPlace | None:
        """The world as it stands there; None where there is none now."""
        ...


class TutorApp(SpeakingApp):
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
        for theme in THEMES:
            self.register_theme(theme)
        chosen = surroundings.profile.settings.theme
        self.theme = chosen if chosen in {theme.name for theme in THEMES} else NIGHT.name

    def on_ready(self) -> None:
        """Show the home screen, tell what there is to tell of the profile, and open what was asked for.

        A screen that is there before the app is ready would be laid out and painted twice, the first time for nothing.
        """
        self.push_screen(HomeScreen())
        for notice in self.surroundings.profile.notices:
            self.notify(say_in(STUDY_MESSAGES, notice.message, self.lang, **notice.arguments), severity="warning")
        if self._opening is not None:
            self.open_stop(self._opening)

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
        if stop.quiz is not None:
            from iamtutor.tui.screens.quiz import QuizScreen

            self.push_screen(QuizScreen(self.surroundings, self.guide, stop.quiz))
            return
        from iamtutor.tui.screens.workbench import WorkbenchScreen

        if isinstance(self.screen, WorkbenchScreen):
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

    def action_open_world(self) -> None:
        """Look at a world: that of the exercise on the workbench, else the one that was looked at last."""
        below = self.screen
        place = below.world_place() if isinstance(below, ShowsWorld) else None
        self.open_stop(Stop(world=place or WorldPlace()))

    def action_switch_language(self) -> None:
        """Korean or English, from the next paint on."""
        self.speak("en" if self.lang == "ko" else "ko")

    def speak(self, lang: Lang) -> None:
        """Speak a language from now on."""
        self.lang = lang
        self.keep("language", lang)

    def action_switch_theme(self) -> None:
        """Dark or light."""
        self.paint(other(self.theme))

    def paint(self, theme: str) -> None:
        """Wear a theme from now on."""
        self.theme = theme
        self.keep("theme", theme)

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
            self.push_screen(GlossaryScreen(self.guide, here(), term), self._go_to)

    def _go_to(self, stop: Stop | None) -> None:
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

        from iamtutor.tui.palette import PROVIDERS

        if not isinstance(self.screen, CommandPalette):
            placeholder = say(self, "tui.palette-placeholder")
            self.push_screen(CommandPalette(PROVIDERS, placeholder=placeholder))
