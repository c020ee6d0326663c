"""Conditions that are to keep strangers out of a resource and do not.

VARIABLE_USAGE_TOO_PERMISSIVE, WILDCARD_USAGE_TOO_PERMISSIVE, UNTRUSTWORTHY_CONDITION_KEY and
IRRELEVANT_CONDITION_KEY_IN_POLICY. In a sensitive key nothing may be left open; in another key that guards at least six
characters must stand before what is open, and in aws:userid it must not reach over the colon.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.analyzer.validation.finding import ValidationFinding, found
from iamtutor.analyzer.validation.subject import Item, KeyTest, Stated, Subject
from iamtutor.catalog import GLOBAL_KEYS
from iamtutor.policy.pattern import is_wild

CODES = (
    "VARIABLE_USAGE_TOO_PERMISSIVE",
    "WILDCARD_USAGE_TOO_PERMISSIVE",
    "UNTRUSTWORTHY_CONDITION_KEY",
    "IRRELEVANT_CONDITION_KEY_IN_POLICY",
)
SENSITIVE: Final = frozenset(key.name.lower() for key in GLOBAL_KEYS.values() if key.sensitive)
_LEAST: Final = 6
_USER_ID: Final = "aws:userid"
_UNTRUSTWORTHY: Final = ("aws:referer", "aws:useragent")
_IRRELEVANT: Final = ("s3:resourceaccount",)


def check(subject: Subject) -> Iterator[ValidationFinding]:
    """Every condition of a resource-based Allow on which nothing can rest."""
    if not subject.is_resource:
        return
    from iamtutor.access.public_access import FIXING_KEYS  # loads the evaluator, which other policies do not need

    for statement in subject.statements:
        for test in statement.tests_of(*_IRRELEVANT):
            yield found("IRRELEVANT_CONDITION_KEY_IN_POLICY", test.key_place, key=test.key)
        if not statement.allows:
            continue
        for test in statement.tests:
            if test.lower in SENSITIVE or test.lower in FIXING_KEYS:
                yield from _open(test)
        yield from _untrustworthy(statement)


def _open(test: KeyTest) -> Iterator[ValidationFinding]:
    operator = test.operator
    if operator is None or operator.is_null or operator.base.negated:
        return
    for item in test.items:
        if "${" in item.text and _is_too_open(test, item, item.text.index("${")):
            yield found("VARIABLE_USAGE_TOO_PERMISSIVE", item.place, key=test.key, value=item.text)
        elif operator.base.wildcards and is_wild(item.text) and "${" not in item.text:
            first = min(at for mark in "*?" if (at := item.text.find(mark)) >= 0)
            if _is_too_open(test, item, first):
                yield found("WILDCARD_USAGE_TOO_PERMISSIVE", item.place, key=test.key, value=item.text)


def _is_too_open(test: KeyTest, item: Item, first: int) -> bool:
    """Whether what is open, from `first` on, lets in more than the key can guard."""
    if test.lower in SENSITIVE:
        return True
    if test.lower == _USER_ID:
        colon = item.text.find(":")
        return first < _LEAST or colon < 0 or first < colon
    return first < _LEAST


def _untrustworthy(statement: Stated) -> Iterator[ValidationFinding]:
    """What the caller can set at will, where nothing else is asked and anyone may come."""
    anyone = any(named.item.text == "*" and named.type in ("*", "AWS") for named in statement.principals)
    if anyone and statement.tests and all(test.lower in _UNTRUSTWORTHY for test in statement.tests):
        for test in statement.tests:
            yield found("UNTRUSTWORTHY_CONDITION_KEY", test.key_place, key=test.key)
