"""Policy variables: their form, and where they may stand.

MISSING_BRACE_IN_VARIABLE, EMPTY_VARIABLE, UNSUPPORTED_SPACE_IN_VARIABLE, MISSING_QUOTE_IN_VARIABLE,
VARIABLE_UNSUPPORTED_IN_ELEMENT and VARIABLE_UNSUPPORTED_IN_VERSION. ``${*}``, ``${?}`` and ``${$}`` are characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.edits import NEW_VERSION, with_new_version
from iamtutor.analyzer.validation.finding import QuickFix, ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, Stated, Subject

CODES = (
    "MISSING_BRACE_IN_VARIABLE",
    "EMPTY_VARIABLE",
    "UNSUPPORTED_SPACE_IN_VARIABLE",
    "MISSING_QUOTE_IN_VARIABLE",
    "VARIABLE_UNSUPPORTED_IN_ELEMENT",
    "VARIABLE_UNSUPPORTED_IN_VERSION",
)
_CHARACTERS: Final = ("*", "?", "$")


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every variable that is ill formed, or stands where none is replaced."""
    text = subject.reading.text
    if "${" not in text and "\\u" not in text:
        return
    document = subject.reading.document
    replaces = document is not None and document.version == NEW_VERSION
    newer = None if replaces else with_new_version(subject.reading)
    for statement in subject.statements:
        for item in _without_variables(statement):
            if "${" in item.text:
                yield found("VARIABLE_UNSUPPORTED_IN_ELEMENT", item.place, value=item.text)
        for item in (*statement.resources, *(item for test in statement.tests for item in test.items)):
            if "${" in item.text:
                yield from _variables(item, replaces, newer)


def _without_variables(statement: Stated) -> Iterator[Item]:
    yield from statement.actions
    yield from statement.strings("Sid")
    yield from statement.strings("Effect")
    yield from (named.item for named in statement.principals)


def _variables(item: Item, replaces: bool, newer: QuickFix | None) -> Iterator[ValidationFinding]:
    text = item.text
    start = text.find("${")
    while start >= 0:
        following = text.find("${", start + 2)
        end = text.find("}", start)
        if end < 0 or 0 <= following < end:
            stop = len(text) if following < 0 else following
            yield found("MISSING_BRACE_IN_VARIABLE", item.part(start, stop - start), variable=text[start:stop])
            start = following
            continue
        yield from _variable(item, start, end + 1, replaces, newer)
        start = text.find("${", end)


def _variable(item: Item, start: int, end: int, replaces: bool, newer: QuickFix | None) -> Iterator[ValidationFinding]:
    place = item.part(start, end - start)
    inner, written = item.text[start + 2 : end - 1], item.text[start:end]
    if inner in _CHARACTERS:
        return
    name, comma, default = inner.partition(",")
    default = default.strip()
    if not inner:
        yield found("EMPTY_VARIABLE", place)
    elif " " in name:
        fix = None if comma else QuickFix(place.span, written.replace(" ", ""))
        yield found("UNSUPPORTED_SPACE_IN_VARIABLE", place, fix=fix, variable=written)
    elif comma and not (len(default) > 1 and default[0] == default[-1] == "'"):
        yield found("MISSING_QUOTE_IN_VARIABLE", place, variable=written)
    elif not replaces:
        yield found("VARIABLE_UNSUPPORTED_IN_VERSION", place, fix=newer, variable=written)
