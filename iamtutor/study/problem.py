"""What can go wrong with a profile, as message ids and arguments."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the learner should know about the profile: a message of this room and its arguments."""

    message: str
    arguments: Mapping[str, str] = field(default_factory=dict)


class StoreError(Exception):
    """The profile could not be read or written; what was saved before is still there."""

    def __init__(self, message: str, detail: str) -> None:
        super().__init__(f"{message}: {detail}")
        self.notice: Final = Notice(message, {"detail": detail})


_MESSAGES: Final = {
    sqlite3.SQLITE_BUSY: "study.busy",
    sqlite3.SQLITE_LOCKED: "study.busy",
    sqlite3.SQLITE_FULL: "study.disk-full",
    sqlite3.SQLITE_CORRUPT: "study.corrupt",
    sqlite3.SQLITE_NOTADB: "study.corrupt",
    sqlite3.SQLITE_READONLY: "study.unwritable",
    sqlite3.SQLITE_CANTOPEN: "study.unwritable",
    sqlite3.SQLITE_PERM: "study.unwritable",
}


def store_error(error: sqlite3.Error) -> StoreError:
    """Turn SQLite's error into ours."""
    primary_code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return StoreError(_MESSAGES.get(primary_code, "study.failed"), str(error))
