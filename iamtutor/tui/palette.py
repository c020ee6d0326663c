"""The palette: every command of the screen and every place of the course, by name, in the language chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.types import IgnoreReturnCallbackType

from iamtutor.tui.commands import BY_ID
from iamtutor.tui.speaking import say, tell

if TYPE_CHECKING:
    from iamtutor.tui.app import TutorApp

Offer = tuple[str, str, IgnoreReturnCallbackType]
"""A name, a line of help, and what to do."""

SITTING = 10
"""How many questions of the whole course one sitting asks."""


class _Offers(Provider):
    """A provider that knows all that it offers."""

    def offers(self) -> Iterator[Offer]:
        """What is offered now."""
        raise NotImplementedError

    async def discover(self) -> Hits:
        """What is offered before anything is typed."""
        for name, about, call in self.offers():
            yield DiscoveryHit(name, call, help=about)

    async def search(self, query: str) -> Hits:
        """What matches what was typed."""
        matcher = self.matcher(query)
        for name, about, call in self.offers():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), call, help=about)


class CommandProvider(_Offers):
    """The commands that work on the screen below."""

    def offers(self) -> Iterator[Offer]:
        """What is offered now."""
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            command = BY_ID.get(active.binding.id or "")
            if command is None or command.label in seen or command.id in ("palette", "find", "pick", "playground"):
                continue
            seen.add(command.label)
            name = f"{say(self.screen, command.label)}  {command.key_shown}"
            yield (
                name,
                say(self.screen, command.about),
                cast("Callable[[], None]", partial(self.screen.run_action, command.action)),
            )


class CourseProvider(_Offers):
    """The playground, lessons and exercises."""

    def offers(self) -> Iterator[Offer]:
        """What is offered now."""
        app = cast("TutorApp", self.app)
        everything = f"{say(app, 'tui.quiz-title')}: {say(app, 'tui.quiz-all')}"
        yield everything, say(app, "tui.palette-quiz"), partial(app.open_quiz, count=SITTING)
        yield say(app, "tui.play-title"), say(app, "tui.about-playground"), app.action_open_playground
        for lesson in app.outline().lessons:
            title = f"{lesson.number}  {tell(app, lesson.title)}"
            yield title, say(app, "tui.palette-lesson"), partial(app.open_lesson, lesson.id)
            for exercise in lesson.exercises:
                yield (
                    tell(app, exercise.title),
                    f"{say(app, 'tui.palette-exercise')} · {exercise.id}",
                    partial(app.open_exercise, exercise.id),
                )
