"""Where a learner stands: counts for each lesson, and the days of learning."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple


class LessonCount(NamedTuple):
    """How much of a lesson is done, of what it has today."""

    read: int
    steps: int
    solved: int
    exercises: int

    @property
    def done(self) -> bool:
        """Whether everything is read and solved."""
        return self.read == self.steps and self.solved == self.exercises

    @property
    def begun(self) -> bool:
        """Whether anything is read or solved."""
        return self.read + self.solved > 0


class Standing(NamedTuple):
    """A learner's progress at one moment."""

    read: frozenset[tuple[str, str]] = frozenset()
    """Steps that were read, as (lesson, step)."""
    opened: frozenset[str] = frozenset()
    solved: frozenset[str] = frozenset()
    days: tuple[date, ...] = ()
    """Days with reading or practice, in order."""

    def lesson(self, lesson: str, steps: Iterable[str], exercises: Iterable[str]) -> LessonCount:
        """Count one lesson. What was read or solved and is no longer in the course does not count."""
        steps, exercises = frozenset(steps), frozenset(exercises)
        read = sum((lesson, step) in self.read for step in steps)
        return LessonCount(read, len(steps), len(exercises & self.solved), len(exercises))

    def streak(self, today: date) -> int:
        """Count the days in a row up to today; a day not yet used does not break it."""
        return streak(self.days, today)


def streak(days: Sequence[date], today: date) -> int:
    """Count consecutive days that end today or yesterday."""
    active = frozenset(days)
    day = today if today in active else today - timedelta(days=1)
    count = 0
    while day in active:
        count += 1
        day -= timedelta(days=1)
    return count
