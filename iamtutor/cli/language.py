"""The language of a call: what it says, else what the learner chose in the app, else what the system speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from iamtutor.words import Lang, default_lang


def language(arguments: Sequence[str], environ: Mapping[str, str]) -> Lang:
    """The language in which to speak, known before the arguments are parsed: help and errors speak it too."""
    return _called_for(arguments) or _chosen(environ) or default_lang(environ, _system())


def _called_for(arguments: Sequence[str]) -> Lang | None:
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == "--lang":
            return _lang(arguments[number + 1] if number + 1 < len(arguments) else "")
        if argument.startswith("--lang="):
            return _lang(argument.removeprefix("--lang="))
    return None


def _lang(text: str) -> Lang | None:
    return "ko" if text == "ko" else "en" if text == "en" else None


def _chosen(environ: Mapping[str, str]) -> Lang | None:
    """What the profile holds, read without changing anything; a profile that cannot be read chooses nothing."""
    from iamtutor.study.home import FILE_NAME, data_home

    try:
        path = data_home(environ) / FILE_NAME
        if not path.is_file():
            return None
    except (OSError, ValueError, RuntimeError):
        return None
    return _stored(path)


def _stored(path: Path) -> Lang | None:
    import sqlite3

    from iamtutor.study import Settings, StoreError
    from iamtutor.study.store import Store

    try:
        store = Store(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False))
        try:
            return Settings(store).language
        finally:
            store.close()
    except (OSError, ValueError, StoreError, sqlite3.Error):
        return None


def _system() -> str | None:
    """What Windows itself says; elsewhere the environment says it all."""
    import sys

    if sys.platform != "win32":
        return None
    import locale

    return locale.getlocale()[0]
