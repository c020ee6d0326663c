"""The one line with which a command ends that could not do its work."""

from __future__ import annotations

from iamtutor.cli.findings import table_of, words_of
from iamtutor.cli.messages import MESSAGES
from iamtutor.cli.problem import Problem
from iamtutor.policy.finding import Finding
from iamtutor.words import Lang, say


def complaint(error: Exception, lang: Lang) -> str:
    """Say what went wrong, in one line."""
    return f"iamtutor: {words_for(error, lang)}"


def words_for(error: Exception, lang: Lang) -> str:
    """The same without the program's name."""
    return " ".join(_words(error, lang).split())


def _words(error: Exception, lang: Lang) -> str:
    if isinstance(error, Problem):
        return error.text(lang)
    if isinstance(error, OSError):
        return say(MESSAGES, "cli.system", lang, detail=error.strerror or str(error), file=error.filename or "")
    from iamtutor.cloud import ContentError, UnknownReferenceError
    from iamtutor.study import StoreError

    if isinstance(error, ContentError):
        return _first_of(error.findings, lang)
    if isinstance(error, UnknownReferenceError):
        return words_of(error.finding, lang)
    if isinstance(error, StoreError):
        notice = error.notice
        return say(table_of(notice.message), notice.message, lang, **notice.arguments)
    return say(MESSAGES, "cli.unexpected", lang, kind=type(error).__name__, detail=str(error))


def _first_of(findings: tuple[Finding, ...], lang: Lang) -> str:
    from iamtutor.cloud import where

    first = findings[0]
    line = f"{where(first)}: {words_of(first, lang)}"
    more = len(findings) - 1
    return f"{line} {say(MESSAGES, 'cli.and-more', lang, count=more)}" if more else line
