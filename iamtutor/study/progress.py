"""How far a learner has come: steps read, exercises attempted and solved, the place to go on from."""

from datetime import date, datetime
from sqlite3 import Connection
from typing import NamedTuple

from iamtutor.study.clock import Clock, restored, stored
from iamtutor.study.standing import Standing
from iamtutor.study.store import Store


class Spot(NamedTuple):
    """How far down a step the learner stood: by block, so that another width or language changes nothing.

    `mark` tells the block apart where the step's text has changed since; `position` is the share of the block that
    lay above the top of the page (0 its beginning).
    """

    block: int = 0
    mark: str = ""
    position: float = 0.0


TOP = Spot()


class Place(NamedTuple):
    """Where the learner was: a lesson's step, or an exercise (then lesson and step are empty)."""

    visited_at: datetime
    lesson: str = ""
    step: str = ""
    spot: Spot = TOP
    exercise: str = ""


class Attempt(NamedTuple):
    """One submission of an exercise."""

    exercise: str
    made_at: datetime
    passed: bool
    score: float
    hints: int
    seconds: float


class ExerciseRecord(NamedTuple):
    """What is known of one exercise: None where it has not happened."""

    opened_at: datetime
    solved_at: datetime | None
    solution_seen_at: datetime | None
    hints: int
    """How many hints have been opened."""


class Progress:
    """Reading and practice, by the stable ids of lessons, steps and exercises."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def visit_step(self, lesson: str, step: str, spot: Spot | None = None) -> None:
        """Remember that the learner is at this step; without a spot, where they stood in it before.

        Of two apps that read one step the last to move says where it is gone on from.
        """
        with self._store.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO step (lesson, step) VALUES (?, ?)", (lesson, step))
            if spot is not None:
                connection.execute(
                    "UPDATE step SET block = ?, mark = ?, position = ? WHERE lesson = ? AND step = ?",
                    (spot.block, spot.mark, spot.position, lesson, step),
                )
            self._visit(connection, lesson=lesson, step=step)

    def spot(self, lesson: str, step: str) -> Spot:
        """Return where the learner stood in a step; its top where they never were in it."""
        sql = "SELECT block, mark, position FROM step WHERE lesson = ? AND step = ?"
        for block, mark, position in self._store.query(sql, (lesson, step)):
            return Spot(block, mark, position)
        return TOP

    def read_step(self, lesson: str, step: str) -> None:
        """Remember that the learner has read this step to its end; the first time counts."""
        with self._store.transaction() as connection:
            now = self._active(connection)
            connection.execute(
                "INSERT INTO step (lesson, step, read_at) VALUES (?, ?, ?) "
                "ON CONFLICT DO UPDATE SET read_at = coalesce(read_at, excluded.read_at)",
                (lesson, step, now),
            )

    def open_exercise(self, exercise: str) -> None:
        """Remember that the learner is at this exercise."""
        with self._store.transaction() as connection:
            self._know(connection, exercise)
            self._visit(connection, exercise=exercise)

    def open_hints(self, exercise: str, count: int) -> None:
        """Remember that this many hints of an exercise are open; the number never falls."""
        with self._store.transaction() as connection:
            self._know(connection, exercise)
            connection.execute("UPDATE exercise SET hints = max(hints, ?) WHERE id = ?", (count, exercise))

    def see_solution(self, exercise: str) -> None:
        """Remember that the learner has seen the solution; the first time counts."""
        with self._store.transaction() as connection:
            now = self._know(connection, exercise)
            sql = "UPDATE exercise SET solution_seen_at = coalesce(solution_seen_at, ?) WHERE id = ?"
            connection.execute(sql, (now, exercise))

    def record_attempt(self, exercise: str, *, passed: bool, score: float, hints: int, seconds: float) -> Attempt:
        """Record one submission; one that passed marks the exercise solved, for good."""
        moment = self._clock()
        with self._store.transaction() as connection:
            now = self._know(connection, exercise)
            self._active(connection)
            connection.execute(
                "INSERT INTO attempt (exercise, made_at, passed, score, hints, seconds) VALUES (?, ?, ?, ?, ?, ?)",
                (exercise, stored(moment), passed, score, hints, seconds),
            )
            if passed:
                sql = "UPDATE exercise SET solved_at = coalesce(solved_at, ?) WHERE id = ?"
                connection.execute(sql, (now, exercise))
        return Attempt(exercise, moment, passed, score, hints, seconds)

    def attempts(self, exercise: str) -> tuple[Attempt, ...]:
        """Return every submission of an exercise, the oldest first."""
        sql = "SELECT made_at, passed, score, hints, seconds FROM attempt WHERE exercise = ? ORDER BY id"
        return tuple(
            Attempt(exercise, restored(made_at), bool(passed), score, hints, seconds)
            for made_at, passed, score, hints, seconds in self._store.query(sql, (exercise,))
        )

    def exercise(self, exercise: str) -> ExerciseRecord | None:
        """Return what is known of an exercise; None when it was never opened."""
        sql = "SELECT opened_at, solved_at, solution_seen_at, hints FROM exercise WHERE id = ?"
        for opened_at, solved_at, seen_at, hints in self._store.query(sql, (exercise,)):
            return ExerciseRecord(restored(opened_at), _perhaps(solved_at), _perhaps(seen_at), hints)
        return None

    def continue_at(self) -> Place | None:
        """Return the place the learner was at last, of all lessons and exercises."""
        return self._place("1 = 1", ())

    def continue_lesson_at(self, lesson: str) -> Place | None:
        """Return the step of this lesson that the learner was at last."""
        return self._place("visit.lesson = ?", (lesson,))

    def standing(self) -> Standing:
        """Return where the learner stands, all at once, for a home screen."""
        steps = self._store.query("SELECT lesson, step FROM step WHERE read_at IS NOT NULL")
        exercises = self._store.query("SELECT id, solved_at IS NOT NULL FROM exercise")
        days = self._store.query("SELECT day FROM active_day ORDER BY day")
        return Standing(
            read=frozenset((lesson, step) for lesson, step in steps),
            opened=frozenset(exercise for exercise, _ in exercises),
            solved=frozenset(exercise for exercise, solved in exercises if solved),
            days=tuple(date.fromisoformat(day) for (day,) in days),
        )

    def _place(self, condition: str, arguments: tuple[str, ...]) -> Place | None:
        rows = self._store.query(
            "SELECT visit.lesson, visit.step, coalesce(step.block, 0), coalesce(step.mark, ''), "
            "coalesce(step.position, 0), visit.exercise, visit.visited_at FROM visit "
            "LEFT JOIN step ON step.lesson = visit.lesson AND step.step = visit.step "
            f"WHERE {condition} ORDER BY visit.sequence DESC LIMIT 1",
            arguments,
        )
        for lesson, step, block, mark, position, exercise, visited_at in rows:
            return Place(restored(visited_at), lesson, step, Spot(block, mark, position), exercise)
        return None

    def _visit(self, connection: Connection, *, lesson: str = "", step: str = "", exercise: str = "") -> None:
        connection.execute(
            "INSERT OR REPLACE INTO visit (lesson, step, exercise, visited_at) VALUES (?, ?, ?, ?)",
            (lesson, step, exercise, self._active(connection)),
        )

    def _know(self, connection: Connection, exercise: str) -> str:
        now = stored(self._clock())
        connection.execute("INSERT OR IGNORE INTO exercise (id, opened_at) VALUES (?, ?)", (exercise, now))
        return now

    def _active(self, connection: Connection) -> str:
        now = self._clock()
        connection.execute("INSERT OR IGNORE INTO active_day (day) VALUES (?)", (now.date().isoformat(),))
        return stored(now)


def _perhaps(moment: str | None) -> datetime | None:
    return None if moment is None else restored(moment)
