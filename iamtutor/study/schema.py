"""The tables of a profile, and how an older profile becomes one of today."""

import sqlite3
from typing import Final

_FIRST: Final = (
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE draft (
        generation INTEGER PRIMARY KEY AUTOINCREMENT,
        place TEXT NOT NULL,
        slot TEXT NOT NULL,
        text TEXT NOT NULL,
        start TEXT NOT NULL,
        revision INTEGER NOT NULL,
        touched INTEGER NOT NULL,
        saved_at TEXT NOT NULL
    )""",
    "CREATE INDEX draft_by_place ON draft (place, slot, touched)",
    """CREATE TABLE step (
        lesson TEXT NOT NULL,
        step TEXT NOT NULL,
        position REAL NOT NULL DEFAULT 0,
        read_at TEXT,
        PRIMARY KEY (lesson, step)
    ) WITHOUT ROWID""",
    """CREATE TABLE exercise (
        id TEXT PRIMARY KEY,
        opened_at TEXT NOT NULL,
        solved_at TEXT,
        solution_seen_at TEXT,
        hints INTEGER NOT NULL DEFAULT 0
    ) WITHOUT ROWID""",
    """CREATE TABLE visit (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        lesson TEXT NOT NULL,
        step TEXT NOT NULL,
        exercise TEXT NOT NULL,
        visited_at TEXT NOT NULL,
        UNIQUE (lesson, exercise)
    )""",
    """CREATE TABLE attempt (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        exercise TEXT NOT NULL,
        made_at TEXT NOT NULL,
        passed INTEGER NOT NULL,
        score REAL NOT NULL,
        hints INTEGER NOT NULL,
        seconds REAL NOT NULL
    )""",
    "CREATE INDEX attempt_by_exercise ON attempt (exercise)",
    """CREATE TABLE answer (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        question TEXT NOT NULL,
        correct INTEGER NOT NULL,
        given_at TEXT NOT NULL
    )""",
    "CREATE INDEX answer_by_question ON answer (question)",
    "CREATE TABLE active_day (day TEXT PRIMARY KEY) WITHOUT ROWID",
)

_READING_PLACE: Final = (
    # `position` was never more than 0: from here on it is the share of the block that lies above.
    "ALTER TABLE step ADD COLUMN block INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE step ADD COLUMN mark TEXT NOT NULL DEFAULT ''",
    "UPDATE step SET position = 0",
)

MIGRATIONS: Final[tuple[tuple[str, ...], ...]] = (_FIRST, _READING_PLACE)
"""What makes each version out of the one before it. Never change one that was released: add the next."""


def version(connection: sqlite3.Connection) -> int:
    """Return the version of the tables; 0 in a file that has none yet."""
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to today's version, all or nothing, also where two apps start at once."""
    if version(connection) == len(MIGRATIONS):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for statements in MIGRATIONS[version(connection) :]:
            for statement in statements:
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    except sqlite3.Error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
