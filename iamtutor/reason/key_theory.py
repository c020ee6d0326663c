"""One condition key: a value, or its absence, under which some conditions hold and others do not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from iamtutor.policy.operators import Qualifier
from iamtutor.policy.variables import Context, ContextValue
from iamtutor.reason.budget import Budget
from iamtutor.reason.domain import KeyDomain
from iamtutor.reason.elements import Wanted, find_element


class Answer(NamedTuple):
    """What the key holds; with None it is absent."""

    value: ContextValue | None


ABSENT = Answer(None)


def find_value(
    key: str, wanted: Sequence[Wanted], domain: KeyDomain, context: Context, budget: Budget
) -> Answer | None:
    """What a key may hold so that each condition on it holds or not, as wanted; None where nothing will do.

    `context` holds the other keys that variables ask for. Absence is taken where it will do. Raises UndecidedError.
    """
    budget.spend()
    without = {name: value for name, value in context.items() if name != key}
    if domain.fixed is not None:
        return Answer(domain.fixed) if _holds_all(wanted, {**without, key: domain.fixed}) else None
    if domain.absent and _holds_all(wanted, without):
        return ABSENT
    if not domain.present:
        return None
    value: ContextValue | None = None
    if not domain.multivalued:
        value = _find_single(key, wanted, domain, without, budget)
    if value is None and domain.multivalued is not False and (domain.multivalued or _asks_sets(wanted)):
        value = _find_set(key, wanted, domain, without, budget)
    return None if value is None else Answer(value)


def _holds_all(wanted: Sequence[Wanted], context: Context) -> bool:
    return all(test.holds(context) is holds for test, holds in wanted)


def _asks_sets(wanted: Sequence[Wanted]) -> bool:
    return any(test.operator is not None and test.operator.qualifier is not None for test, _ in wanted)


def _once_present(wanted: Sequence[Wanted], key: str, value: ContextValue, context: Context) -> list[Wanted] | None:
    """What is left to ask of the value once the key is there: None where that alone already says no."""
    left: list[Wanted] = []
    for test, holds in wanted:
        if test.operator is None or test.operator.is_null:
            if test.holds({**context, key: value}) is not holds:
                return None
        else:
            left.append((test, holds))
    return left


def _find_single(key: str, wanted: Sequence[Wanted], domain: KeyDomain, context: Context, budget: Budget) -> str | None:
    left = _once_present(wanted, key, "x", context)
    if left is None:
        return None
    found = find_element(left, domain, context, budget)
    if found is not None:
        return found
    # An empty text is nothing to a set operator, and an ordinary text to the others.
    may_be_empty = domain.values is None and domain.takes("")
    return "" if may_be_empty and _holds_all(wanted, {**context, key: ""}) else None


def _find_set(
    key: str, wanted: Sequence[Wanted], domain: KeyDomain, context: Context, budget: Budget
) -> tuple[str, ...] | None:
    """Some values: all meet what all must, and for each condition that one must meet there is one that does."""
    left = _once_present(wanted, key, ("x",), context)
    if left is None:
        return None
    of_all: list[Wanted] = []
    of_one: list[Wanted] = []
    for test, holds in left:
        assert test.operator is not None
        qualifier = test.operator.qualifier
        if qualifier is None:
            if holds:
                return None  # a plain operator never holds of a list
        elif (qualifier is Qualifier.ALL) is holds:
            of_all.append((test, holds))
        else:
            of_one.append((test, holds))
    values = list(domain.required)
    if not all(_meets_all(value, of_all, context) for value in values):
        return None
    if values and not of_one:
        return tuple(values)
    for asked in [[*of_all, one] for one in of_one] or [of_all]:
        found = next((value for value in values if _meets_all(value, asked, context)), None)
        if found is None:
            found = find_element(asked, domain, context, budget)
        if found is None:
            return None
        values.append(found)
    return tuple(dict.fromkeys(values))


def _meets_all(value: str, asked: Sequence[Wanted], context: Context) -> bool:
    return all(test.meets(value, context) is met for test, met in asked)
