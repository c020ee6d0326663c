"""Accounts and organisations that policies tell apart: those that they write out, and one of each kind that they do not.

Who a caller is shows in several condition keys at once (account, ARN, organisation …). They agree because each question
is asked for one account and one organisation; these are the ones worth asking for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final, NamedTuple

from iamtutor.access.condition import ConditionTest
from iamtutor.access.effective import EffectivePolicies
from iamtutor.policy.arn import is_account_id
from iamtutor.policy.pattern import Piece, is_wild
from iamtutor.reason.budget import Budget
from iamtutor.reason.charset import ANY, DIGITS
from iamtutor.reason.glob import Glob, class_glob, joined_globs, literal_glob, plain_glob, repeated_glob
from iamtutor.reason.mentioned import mentioned_in
from iamtutor.reason.unknown import Reason, UndecidedError
from iamtutor.reason.word_search import find_word

ACCOUNT_KEYS: Final = frozenset({"aws:principalaccount", "aws:principalarn", "kms:calleraccount"})
ORGANIZATION_KEYS: Final = frozenset({"aws:principalorgid", "aws:principalorgpaths"})
SOURCE_KEYS: Final = frozenset(
    {"aws:sourcearn", "aws:sourceaccount", "aws:sourceowner", "aws:sourceorgid", "aws:sourceorgpaths"}
)
ACCOUNT_SHAPE: Final = repeated_glob(DIGITS, 12)
ORGANIZATION_SHAPE: Final = joined_globs((literal_glob("o-"), class_glob(ANY)))
_ACCOUNTS: Final = ("222233334444", "777788889999", "333344445555", "888899990000")
_ORGANIZATIONS: Final = ("o-exampleorgid", "o-otherexample")
_TWELVE: Final = re.compile(r"(?<!\d)\d{12}(?!\d)")
_MOST_PATTERNS: Final = 6


class Told(NamedTuple):
    """Names that are written out, and new ones: one for each way in which the patterns with wildcards take a new name."""

    named: tuple[str, ...]
    new: tuple[str, ...]


def conditions_in(policies: EffectivePolicies) -> tuple[ConditionTest, ...]:
    """Every condition of every policy."""
    statements = mentioned_in((policies,)).statements
    return tuple(test for statement in statements for test in statement.conditions)


def accounts_told_apart(
    tests: Iterable[ConditionTest],
    also: Iterable[str],
    barred: Iterable[str],
    taken: Iterable[str],
    *,
    of_source: bool = False,
) -> Told:
    """The accounts of callers (`of_source`: of the resources on whose behalf a service calls); never `barred` ones.

    `also` are accounts that the policies name otherwise, `taken` those that are somebody's and so not new. Raises
    UndecidedError.
    """
    texts = list(_account_texts(tests, SOURCE_KEYS if of_source else ACCOUNT_KEYS))
    named = {*also, *(text for text in texts if is_account_id(text))}
    patterns = {text for text in texts if is_wild(text)}
    told = _told(named, patterns, {*barred, *taken}, ACCOUNT_SHAPE, _ACCOUNTS)
    return Told(tuple(sorted(named.difference(barred))), told.new)


def organizations_told_apart(tests: Iterable[ConditionTest], barred: Iterable[str], *, of_source: bool = False) -> Told:
    """The organisations of callers, or of the resources on whose behalf a service calls. Raises UndecidedError."""
    keys = ("aws:sourceorgid", "aws:sourceorgpaths") if of_source else tuple(ORGANIZATION_KEYS)
    texts = [value.partition("/")[0] for test in tests if test.key in keys for value in _values(test)]
    patterns = {text for text in texts if is_wild(text)}
    return _told(set(texts) - patterns, patterns, set(barred), ORGANIZATION_SHAPE, _ORGANIZATIONS)


def _account_texts(tests: Iterable[ConditionTest], keys: frozenset[str]) -> Iterator[str]:
    for test in tests:
        if test.key not in keys:
            continue
        for value in _values(test):
            if not test.key.endswith("arn"):
                yield value
                continue
            parts = value.split(":", 5)
            if len(parts) > 4:
                yield parts[4]
            yield from _TWELVE.findall(value)


def _values(test: ConditionTest) -> Iterator[str]:
    return (text.value for text in test.condition.values if "${" not in text.value)


def _told(named: set[str], patterns: set[str], barred: set[str], shape: Glob, hints: tuple[str, ...]) -> Told:
    if len(patterns) > _MOST_PATTERNS:
        raise UndecidedError(Reason.BUDGET, min(patterns))
    globs = [plain_glob((Piece(text, literal=False),)) for text in sorted(patterns)]
    known = [literal_glob(text) for text in sorted({*named, *barred})]
    new: list[str] = []
    for signs in product((False, True), repeat=len(globs)):
        inside = [glob for glob, sign in zip(globs, signs, strict=True) if sign]
        outside = [glob for glob, sign in zip(globs, signs, strict=True) if not sign]
        found = find_word([shape, *inside], [*known, *outside], Budget(), hints)
        if found is not None:
            new.append(found)
    return Told(tuple(sorted(named - barred)), tuple(new))
