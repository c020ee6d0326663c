"""What a learner has written and not handed in: kept as it is typed, never lost to a reset or a second window."""

from datetime import datetime
from sqlite3 import Connection
from typing import Final, NamedTuple

from iamtutor.study.clock import Clock, restored, stored
from iamtutor.study.store import Row, Store

KEPT_GENERATIONS: Final = 50
"""How many generations of one draft are kept; the oldest go first."""

_COLUMNS: Final = "generation, revision, text, start, saved_at"


class Draft(NamedTuple):
    """One generation of a text: what was typed on between two fresh beginnings (a reset, a shown solution)."""

    place: str
    slot: str
    text: str
    start: str
    """Fingerprint of the starting text it grew from."""
    saved_at: datetime
    generation: int

    def grew_from(self, start_text: str) -> bool:
        """Whether the course still has the starting text that this draft grew from."""
        return self.start == fingerprint(start_text)


class Drafts:
    """Drafts by place (an exercise's or a lesson step's id) and slot.

    Each window goes on writing its own generation. Where two windows have the same draft open, the second one to write
    begins a generation of its own, so neither overwrites what the other typed.
    """

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._mine: dict[tuple[str, str], tuple[int, int]] = {}  # generation and revision that this window last saw

    def save(self, place: str, slot: str, text: str, *, start: str, fresh: bool = False) -> Draft:
        """Keep a text. `start` is the starting text it grew from; `fresh` begins a new generation (before a reset,
        a restored draft or a solution replaces the text), so that the one before stays in the history.
        """
        text, mark, now = _storable(text), fingerprint(start), self._clock()
        with self._store.transaction() as connection:
            mine = None if fresh else self._open_generation(connection, place, slot, mark)
            if mine is None:
                seen = _insert(connection, (place, slot, text, mark, stored(now)))
                _prune(connection, place, slot)
            else:
                seen = _update(connection, mine, text, stored(now))
        self._mine[place, slot] = seen
        return Draft(place, slot, text, mark, now, seen[0])

    def load(self, place: str, slot: str) -> Draft | None:
        """Return the draft that was written last, to go on with."""
        newest = self._rows(place, slot, limit=1)
        if not newest:
            return None
        generation, revision, *_ = newest[0]
        self._mine[place, slot] = (generation, revision)
        return _draft(place, slot, newest[0])

    def history(self, place: str, slot: str) -> tuple[Draft, ...]:
        """Return every generation that is kept, the one written last first."""
        return tuple(_draft(place, slot, row) for row in self._rows(place, slot, limit=KEPT_GENERATIONS))

    def _rows(self, place: str, slot: str, *, limit: int) -> list[Row]:
        sql = f"SELECT {_COLUMNS} FROM draft WHERE place = ? AND slot = ? ORDER BY touched DESC LIMIT ?"
        return self._store.query(sql, (place, slot, limit))

    def _open_generation(self, connection: Connection, place: str, slot: str, mark: str) -> tuple[int, int] | None:
        """Return the generation this window may go on writing: nobody else wrote to it, and it has the same start."""
        seen = self._mine.get((place, slot))
        if seen is None:
            return None
        sql = "SELECT 1 FROM draft WHERE generation = ? AND revision = ? AND start = ?"
        return seen if connection.execute(sql, (*seen, mark)).fetchone() else None


def fingerprint(text: str) -> str:
    """Return a short fingerprint of a text, the same on every machine."""
    from hashlib import sha256  # the first screen needs no draft

    return sha256(_storable(text).encode()).hexdigest()[:16]


def _storable(text: str) -> str:
    """SQLite holds Unicode text; a stray surrogate from a broken paste is none."""
    return text.encode("utf-8", "replace").decode()


def _insert(connection: Connection, values: tuple[str, ...]) -> tuple[int, int]:
    sql = (
        "INSERT INTO draft (place, slot, text, start, saved_at, revision, touched) "
        "VALUES (?, ?, ?, ?, ?, 1, (SELECT coalesce(max(touched), 0) + 1 FROM draft WHERE place = ? AND slot = ?))"
    )
    generation = connection.execute(sql, (*values, *values[:2])).lastrowid
    assert generation is not None
    return generation, 1


def _update(connection: Connection, seen: tuple[int, int], text: str, saved_at: str) -> tuple[int, int]:
    generation, revision = seen
    connection.execute(
        "UPDATE draft SET text = ?, saved_at = ?, revision = revision + 1, touched = "
        "(SELECT max(other.touched) + 1 FROM draft AS other WHERE other.place = draft.place AND other.slot = draft.slot) "
        "WHERE generation = ?",
        (text, saved_at, generation),
    )
    return generation, revision + 1


def _prune(connection: Connection, place: str, slot: str) -> None:
    connection.execute(
        "DELETE FROM draft WHERE place = ? AND slot = ? AND generation NOT IN "
        "(SELECT generation FROM draft WHERE place = ? AND slot = ? ORDER BY touched DESC LIMIT ?)",
        (place, slot, place, slot, KEPT_GENERATIONS),
    )


def _draft(place: str, slot: str, row: Row) -> Draft:
    generation, _, text, start, saved_at = row
    return Draft(place, slot, text, start, restored(saved_at), generation)
