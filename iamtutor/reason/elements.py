"""One value of a condition key: which text meets some conditions and not others.

Operators on texts become globs and are searched; numbers, dates and addresses are tried at and beside every bound that
a policy names, which leaves no interval out. What is tried is judged by the evaluator's own comparison.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from iamtutor.access.condition import ConditionTest
from iamtutor.catalog import KeyType
from iamtutor.policy.operators import arn, binary, boolean, date, ip, numeric, string
from iamtutor.policy.operators.boolean import truth
from iamtutor.policy.operators.operator import Operator
from iamtutor.policy.variables import Context, joined
from iamtutor.reason.bounds import addresses_beside, dates_beside, numbers_beside
from iamtutor.reason.budget import Budget
from iamtutor.reason.domain import KeyDomain
from iamtutor.reason.glob import EVERYTHING, NOT_EMPTY, Glob, arn_glob, caseless_glob, literal_glob, plain_glob
from iamtutor.reason.unknown import Reason, UndecidedError
from iamtutor.reason.word_search import find_word

Wanted = tuple[ConditionTest, bool]
"""A condition, and whether one value is to meet it."""

_TEXTUAL: Final = frozenset(operator.name for family in (string, arn, binary, boolean) for operator in family.OPERATORS)
_BESIDE: Final = (
    (frozenset(operator.name for operator in numeric.OPERATORS), KeyType.NUMERIC, numbers_beside),
    (frozenset(operator.name for operator in date.OPERATORS), KeyType.DATE, dates_beside),
    (frozenset(operator.name for operator in ip.OPERATORS), KeyType.IP, addresses_beside),
)
_READ: Final = frozenset(kind for _, kind, _ in _BESIDE)
_UNREADABLE: Final = "example"
"""No number, no date and no address: nothing is said to match it."""


def find_element(wanted: Sequence[Wanted], domain: KeyDomain, context: Context, budget: Budget) -> str | None:
    """One value, not an empty one, that meets each condition or not, as wanted; None where no value of the domain does.

    Raises UndecidedError where operators of several types on one key leave it open, and ExhaustedError.
    """
    budget.spend()
    if domain.values is not None:
        return next((value for value in domain.values if _fits(value, wanted, context)), None)
    bases = {test.operator.base for test, _ in wanted if test.operator is not None}
    names = {base.name for base in bases}
    if names <= _TEXTUAL and (names or not domain.kinds & _READ):
        return _find_text(wanted, domain, context, budget)
    for family, kind, beside in _BESIDE:
        if names <= family and (names or kind in domain.kinds):
            readable = kind in domain.kinds
            tried = (*domain.hints, *beside(_bounds(wanted), whole=readable and domain.whole))
            tried = tried if readable else (*tried, _UNREADABLE)
            for value in tried:
                if domain.takes(value) and _fits(value, wanted, context):
                    return value
            if domain.shapes:
                break  # between the bounds there may be one of these
            return None
    return _find_mixed(wanted, domain, context)


def _find_mixed(wanted: Sequence[Wanted], domain: KeyDomain, context: Context) -> str | None:
    """Operators of several types on one key: what is found is certain, what is not found is not."""
    bounds = tuple(_bounds(wanted))
    tried: Iterable[str] = (
        *domain.hints,
        *bounds,
        *(v for *_, b in _BESIDE for v in b(bounds, whole=False)),
        _UNREADABLE,
    )
    for value in tried:
        if domain.takes(value) and _fits(value, wanted, context):
            return value
    raise UndecidedError(Reason.MIXED_OPERATORS, wanted[0][0].condition.key)


def _bounds(wanted: Iterable[Wanted]) -> Iterator[str]:
    for test, _ in wanted:
        for text in test.condition.values:
            yield text.value


def _fits(value: str, wanted: Iterable[Wanted], context: Context) -> bool:
    return all(test.meets(value, context) is met for test, met in wanted)


def _find_text(wanted: Sequence[Wanted], domain: KeyDomain, context: Context, budget: Budget) -> str | None:
    negatives = [literal_glob(text) for text in domain.barred]
    alternatives: list[tuple[Glob, ...]] = [(NOT_EMPTY,), domain.shapes] if domain.shapes else [(NOT_EMPTY,)]
    for test, met in wanted:
        assert test.operator is not None
        globs = tuple(value_globs(test, context))
        if met is test.operator.base.negated:
            negatives += globs
        else:
            alternatives.append(globs)
    hints = (*domain.hints, *_literals(alternatives), "example")
    return find_in_all(alternatives, negatives, budget, hints)


def _literals(alternatives: Iterable[tuple[Glob, ...]]) -> Iterator[str]:
    return (glob.stem for globs in alternatives for glob in globs if glob.literal)


def find_in_all(
    alternatives: Sequence[tuple[Glob, ...]], negatives: Sequence[Glob], budget: Budget, hints: Sequence[str] = ()
) -> str | None:
    """A text that one glob of every row matches and none of `negatives`; None where there is none.

    A hint that fits is taken first. Hints are asked here once, not with every choice of one glob a row: those are many.
    """
    rows = sorted(alternatives, key=len)
    budget.spend(1 + len(hints) // 8)
    for hint in hints:
        fits = all(any(glob.matches(hint) for glob in row) for row in rows)
        if fits and not any(glob.matches(hint) for glob in negatives):
            return hint
    return _choose((), rows, negatives, budget)


def _choose(
    chosen: tuple[Glob, ...],
    rows: Sequence[tuple[Glob, ...]],
    negatives: Sequence[Glob],
    budget: Budget,
) -> str | None:
    if not rows:
        return find_word(chosen or (EVERYTHING,), negatives, budget)
    for glob in rows[0]:
        if len(rows) > 1 and chosen and find_word((*chosen, glob), (), budget) is None:
            continue
        word = _choose((*chosen, glob), rows[1:], negatives, budget)
        if word is not None:
            return word
    return None


def value_globs(test: ConditionTest, context: Context) -> Iterator[Glob]:
    """The values of a condition on texts as globs; a variable without a value equals nothing."""
    assert test.operator is not None
    base: Operator = test.operator.base
    for template in test.templates:
        pieces = template.resolve(context)
        if pieces is None:
            continue
        if base.name.startswith("Arn"):
            yield arn_glob(pieces)
        elif base.wildcards:
            yield plain_glob(pieces)
        elif base.name == "Bool":
            if truth(joined(pieces)) is not None:
                yield caseless_glob(joined(pieces).lower())
        elif base.name.endswith("IgnoreCase"):
            yield caseless_glob(joined(pieces))
        else:
            yield literal_glob(joined(pieces))
