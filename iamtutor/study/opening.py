"""Opening a profile whatever state its file and folder are in: a learner can always begin."""

import sqlite3
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from iamtutor.study.home import FILE_NAME
from iamtutor.study.problem import Notice
from iamtutor.study.schema import MIGRATIONS, migrate, version

_BUSY_SECONDS: Final = 5.0
_LOCK_TRIES: Final = 50
_LOCK_PAUSE: Final = 0.1
_DAMAGED: Final = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True, slots=True)
class Opened:
    """An open connection, whether it will outlive the app, and what the learner should know."""

    connection: sqlite3.Connection
    saved: bool
    notices: tuple[Notice, ...] = ()


def open_file(home: Path, now: datetime) -> Opened:
    """Open the profile in this folder, making both where they are missing.

    A damaged file is set aside under a new name and a fresh one begun. Where nothing can be written, or a newer app
    wrote the file, what can be read is held in memory and nothing is saved.
    """
    path = home / FILE_NAME
    try:
        home.mkdir(parents=True, exist_ok=True)
        return _open_or_set_aside(path, now)
    except _NewerError:
        return Opened(_copy_in_memory(path), False, (Notice("study.newer", {"path": str(path)}),))
    except (OSError, sqlite3.DatabaseError) as error:
        detail = str(error)
        notice = Notice("study.in-memory", {"home": str(home), "detail": detail})
        return Opened(_copy_in_memory(path), False, (notice,))


def open_in_memory() -> Opened:
    """Open an empty profile that is gone when it is closed."""
    return Opened(_empty_in_memory(), False)


class _NewerError(Exception):
    """A newer app wrote the file."""


class _DamagedError(Exception):
    """SQLite cannot read the file."""


def _open_or_set_aside(path: Path, now: datetime) -> Opened:
    identity = _identity(path)
    try:
        return Opened(_connect(path), True)
    except _DamagedError:
        kept = _set_aside(path, identity, now)
        notices = (Notice("study.set-aside", {"kept": str(kept)}),) if kept else ()
    try:
        return Opened(_connect(path), True, notices)
    except _DamagedError as error:
        raise OSError(str(error)) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        _prepare(connection)
    except BaseException as error:
        connection.close()
        if isinstance(error, sqlite3.DatabaseError) and _code(error) in _DAMAGED:
            raise _DamagedError(str(error)) from error
        raise
    return connection


def _prepare(connection: sqlite3.Connection) -> None:
    if version(connection) > len(MIGRATIONS):
        raise _NewerError
    fault = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if fault != "ok":
        raise _DamagedError(fault)
    _write_ahead(connection)
    connection.execute("PRAGMA synchronous = NORMAL")
    migrate(connection)


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Readers and the writer do not block each other. The busy timeout does not cover this switch, so try again."""
    for _ in range(_LOCK_TRIES):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if _code(error) not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise
            time.sleep(_LOCK_PAUSE)
        else:
            return
    # Another app holds the file open in the old mode, which is slower and no less safe.


def _set_aside(path: Path, identity: tuple[int, int] | None, now: datetime) -> Path | None:
    """Rename the damaged file; None when another app has already done so."""
    if _identity(path) != identity:
        return None
    kept = _free_name(path, now)
    # The file itself goes last: a log left behind would be replayed into the fresh file.
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.rename(kept.with_name(kept.name + suffix))
    return kept


def _free_name(path: Path, now: datetime) -> Path:
    stem = f"{path.stem}.damaged-{now:%Y%m%d-%H%M%S}"
    kept = path.with_name(stem + path.suffix)
    number = 2
    while kept.exists():
        kept = path.with_name(f"{stem}-{number}{path.suffix}")
        number += 1
    return kept


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _copy_in_memory(path: Path) -> sqlite3.Connection:
    """Hold in memory what the file says, as far as it can be read and understood."""
    connection = _empty_connection()
    try:
        source = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        try:
            source.backup(connection)
        finally:
            source.close()
        if version(connection) <= len(MIGRATIONS):
            migrate(connection)
            return connection
    except sqlite3.DatabaseError:
        pass  # nothing there that can be read
    connection.close()
    return _empty_in_memory()


def _empty_in_memory() -> sqlite3.Connection:
    connection = _empty_connection()
    migrate(connection)
    return connection


def _empty_connection() -> sqlite3.Connection:
    return sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
