"""The palette: every command of the screen and every place of the course, by name, in the language chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from iamtutor.tui.offering import SEARCH, commands_on
from iamtutor.tui.settings import SETTINGS
from iamtutor.tui.speaking import say, tell
from iamtutor.tui.stop import Stop

if TYPE_CHECKING:
    from iamtutor.tui.app import TutorApp

Offer = tuple[str, str, IgnoreReturnCallbackType]
"""A name, a line of help, and what to do."""

SITTING = 10
"""How many questions of the whole course one sitting asks."""


class _Offers(Provider):
    """A provider that knows all that it offers."""

    def offers(self) -> Iterator[Offer]:
        """What is offered before anything is typed, and by name."""
        return iter(())

    def within(self) -> Iterator[Offer]:
        """What would be too much before anything is typed."""
        return iter(())

    @cached_property
    def _everything(self) -> tuple[Offer, ...]:
        """All that can be found, worked out once: nothing changes below while the palette is open."""
        return (*self.offers(), *self.within())

    async def discover(self) -> Hits:
        """What is offered before anything is typed."""
        for name, about, call in self.offers():
            yield DiscoveryHit(name, call, help=about)

    async def search(self, query: str) -> Hits:
        """What matches what was typed."""
        matcher = self.matcher(query)
        for name, about, call in self._everything:
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), call, help=about)


class CommandProvider(_Offers):
    """The commands that work on the screen below, also where an editor takes their key for a letter."""

    def offers(self) -> Iterator[Offer]:
        """What is offered now."""
        for command in (SEARCH, *commands_on(self.screen)):
            name = f"{say(self.screen, command.label)}  {command.key_shown}".rstrip()
            yield (
                name,
                say(self.screen, command.about),
                cast("Callable[[], None]", partial(self.screen.run_action, command.action)),
            )


class CourseProvider(_Offers):
    """Lessons and exercises, and what lies within a lesson where it is asked for by name."""

    def offers(self) -> Iterator[Offer]:
        """What is offered now."""
        app = cast("TutorApp", self.app)
        everything = f"{say(app, 'tui.quiz-title')}: {say(app, 'tui.quiz-all')}"
        yield everything, say(app, "tui.palette-quiz"), partial(app.open_quiz, count=SITTING)
        for lesson in app.outline().lessons:
            title = f"{lesson.number}  {tell(app, lesson.title)}"
            yield title, say(app, "tui.palette-lesson"), partial(app.open_lesson, lesson.id)
            for exercise in lesson.exercises:
                yield (
                    tell(app, exercise.title),
                    f"{say(app, 'tui.palette-exercise')} · {exercise.id}",
                    partial(app.open_exercise, exercise.id),
                )

    def within(self) -> Iterator[Offer]:
        """Steps, the quizzes of lessons, and exercises that stand in none."""
        app = cast("TutorApp", self.app)
        listed = {each for lesson in app.guide.index.lessons for each in lesson.exercises}
        for exercise in app.guide.index.exercises.values():
            if exercise.id not in listed:
                about = f"{say(app, 'tui.palette-exercise')} · {exercise.id}"
                yield tell(app, exercise.title), about, partial(app.open_exercise, exercise.id)
        for lesson in app.guide.index.lessons:
            title = tell(app, lesson.title)
            for step in lesson.steps:
                about = f"{say(app, 'tui.palette-step')} · {lesson.number}  {title}"
                yield tell(app, step.title), about, partial(app.open_stop, Stop(lesson.slug, step.id))
            if lesson.questions:
                name = say(app, "tui.palette-quiz-of", title=title)
                yield name, say(app, "tui.palette-quiz-lesson"), partial(app.open_quiz, lesson.slug)


class SettingProvider(_Offers):
    """Every value of every setting, each by its own name; the one chosen now says so."""

    def within(self) -> Iterator[Offer]:
        """What is offered where it is asked for by name."""
        app = cast("TutorApp", self.app)
        for setting in SETTINGS:
            now = app.chosen(setting.key)
            for value in setting.values:
                about = f"● {say(app, 'tui.palette-now')}" if value == now else say(app, setting.about)
                name = f"{say(app, setting.name)}: {say(app, setting.shown(value))}"
                yield name, about, partial(app.choose, setting.key, value)


class Everything(_Offers):
    """All of them, in this order: Textual asks several providers in any order."""

    def offers(self) -> Iterator[Offer]:
        """What is offered before anything is typed, and by name."""
        for provider in (CommandProvider, CourseProvider, SettingProvider):
            yield from provider(self.screen).offers()

    def within(self) -> Iterator[Offer]:
        """What would be too much before anything is typed."""
        for provider in (CommandProvider, CourseProvider, SettingProvider):
            yield from provider(self.screen).within()
