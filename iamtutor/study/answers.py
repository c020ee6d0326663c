"""Answers to quiz questions, and the order in which questions come back."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import NamedTuple

from iamtutor.study.clock import Clock, restored, stored
from iamtutor.study.store import Store


class Answer(NamedTuple):
    """One answer to a question."""

    question: str
    correct: bool
    given_at: datetime


class AnswerCount(NamedTuple):
    """Of some questions: how many were ever answered, and how many were right the last time."""

    questions: int
    answered: int
    right: int


class Answers:
    """Answers by the stable ids of questions."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def record(self, question: str, *, correct: bool) -> Answer:
        """Record one answer."""
        moment = self._clock()
        with self._store.transaction() as connection:
            sql = "INSERT INTO answer (question, correct, given_at) VALUES (?, ?, ?)"
            connection.execute(sql, (question, correct, stored(moment)))
            connection.execute("INSERT OR IGNORE INTO active_day (day) VALUES (?)", (moment.date().isoformat(),))
        return Answer(question, correct, moment)

    def last(self) -> dict[str, Answer]:
        """Return the last answer to every question that was ever answered."""
        sql = (
            "SELECT question, correct, given_at FROM answer WHERE id IN (SELECT max(id) FROM answer GROUP BY question)"
        )
        return {
            question: Answer(question, bool(correct), restored(given_at))
            for question, correct, given_at in self._store.query(sql)
        }

    def history(self, question: str) -> tuple[Answer, ...]:
        """Return every answer to a question, the oldest first."""
        sql = "SELECT correct, given_at FROM answer WHERE question = ? ORDER BY id"
        return tuple(
            Answer(question, bool(correct), restored(given_at))
            for correct, given_at in self._store.query(sql, (question,))
        )

    def count(self, questions: Iterable[str]) -> AnswerCount:
        """Count some questions by their last answers."""
        asked, last = frozenset(questions), self.last()
        answered = [last[question] for question in asked if question in last]
        return AnswerCount(len(asked), len(answered), sum(answer.correct for answer in answered))

    def due_order(self, questions: Iterable[str], seed: int | str) -> list[str]:
        """Order questions for a session: see the function `due_order`."""
        return due_order(questions, {question: answer.correct for question, answer in self.last().items()}, seed)


def due_order(questions: Iterable[str], last_correct: Mapping[str, bool], seed: int | str) -> list[str]:
    """Put what was wrong the last time first, then what was never asked, then what was right.

    Inside each group the order is shuffled by the seed, the same on every machine and for any order of the questions.
    """
    from random import Random

    shuffled = sorted(frozenset(questions))
    Random(seed).shuffle(shuffled)
    rank = {False: 0, None: 1, True: 2}
    return sorted(shuffled, key=lambda question: rank[last_correct.get(question)])
