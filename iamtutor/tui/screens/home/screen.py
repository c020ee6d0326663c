"""The home screen: what it shows is an `Outline`; opening things is said to the app by a message."""

from __future__ import annotations

from typing import ClassVar, Protocol, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from iamtutor.tui.commands import HOME, bindings
from iamtutor.tui.screens.home.about import about, going_on
from iamtutor.tui.screens.home.course_map import CourseMap
from iamtutor.tui.screens.home.outline import Entry, LessonEntry, Outline
from iamtutor.tui.screens.home.tools import TOOLS, Tools
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.card import Card
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.top_line import TopLine, meter


class Opener(Protocol):
    """What the home screen asks of the app."""

    def outline(self) -> Outline:
        """The course and how far the learner is."""
        ...

    def open_lesson(self, lesson: str) -> None:
        """Open a lesson where the learner was in it."""
        ...

    def open_exercise(self, exercise: str) -> None:
        """Open an exercise."""
        ...

    def open_quiz(self, lesson: str) -> None:
        """Open the quiz of a lesson."""
        ...

    def read_settings(self) -> None:
        """Take over what another app that shares the profile has chosen since."""
        ...


class HomeScreen(Screen[None]):
    """Map at the left; at the right what to continue with, and what the row in hand is about."""

    CSS_PATH = "home.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(HOME)
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual reads it from the class
    VERTICAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-short"), (30, "-tall")]  # noqa: RUF012 - Textual reads it from the class

    def __init__(self) -> None:
        super().__init__()
        self._outline = Outline(())

    @property
    def _opener(self) -> Opener:
        return cast("Opener", self.app)

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        with Horizontal(id="body"):
            yield CourseMap(id="map")
            with Vertical(id="side"):
                yield Card(id="continue")
                yield Static(id="about")
                yield Tools()
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all, init=False)
        self.query_one(KeyBar).relabel(**{each.id: "" for each in TOOLS})
        self.query_one(CourseMap).focus()

    def on_screen_resume(self) -> None:
        """Come back to what may have changed meanwhile."""
        self._opener.read_settings()
        self.read_progress()

    def read_progress(self) -> None:
        """Read how far the learner is, and show it."""
        self._outline = self._opener.outline()
        self.query_one(CourseMap).show(self._outline)
        self._say_all()

    def _say_all(self) -> None:
        outline = self._outline
        course_map = self.query_one(CourseMap)
        course_map.border_title = say(self, "tui.home-course")
        course_map.border_subtitle = say(self, "tui.home-open-hint")
        course_map.refresh()
        total = len(outline.exercises)
        summary = say(self, "tui.home-summary", solved=outline.solved, total=total)
        if outline.streak > 1:
            summary = f"{say(self, 'tui.home-streak', days=outline.streak)} · {summary}"
        right = Content.assemble((f"{summary}  ", "$dim"), meter(outline.solved, total))
        self.query_one(TopLine).show(("iamtutor", "bold $accent"), ("  " + say(self, "tui.title"), "$dim"), right=right)
        card = self.query_one("#continue", Card)
        begun = outline.here is not None or outline.solved > 0
        card.border_title = say(self, "tui.home-continue" if begun else "tui.home-begin")
        card.border_subtitle = "c ⏎"
        card.update(going_on(self, outline))
        self._show_about()

    def _show_about(self) -> None:
        panel = self.query_one("#about", Static)
        panel.border_title = say(self, "tui.home-about")
        entry = self.query_one(CourseMap).entry
        if entry is None:
            panel.update(say(self, "tui.home-empty"))
        else:
            panel.update(about(self, entry, self._outline.lesson_of(entry)))

    @on(CourseMap.Moved)
    def _moved(self) -> None:
        self._show_about()

    @on(CourseMap.Chosen)
    def _chosen(self, event: CourseMap.Chosen) -> None:
        self._open(self.query_one(CourseMap).entry_at(event.index))

    @on(Card.Pressed)
    def _pressed(self) -> None:
        self.action_continue()

    def _open(self, entry: Entry) -> None:
        if isinstance(entry, LessonEntry):
            self._opener.open_lesson(entry.id)
        else:
            self._opener.open_exercise(entry.id)

    def action_continue(self) -> None:
        """Open what to go on with."""
        entry = self._outline.go_on
        if entry is not None:
            self._open(entry)

    def action_quiz(self) -> None:
        """Open the quiz of the lesson in hand."""
        entry = self.query_one(CourseMap).entry
        lesson = self._outline.lesson_of(entry) if entry is not None else None
        if lesson is None or not lesson.questions:
            self.notify(say(self, "tui.quiz-none"))
            return
        self._opener.open_quiz(lesson.id)
