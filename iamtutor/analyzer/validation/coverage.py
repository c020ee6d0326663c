"""When one pattern of a policy covers another, and when patterns reach a given action or resource."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from iamtutor.policy.pattern import is_wild, pattern

_LAST = "\U0010ffff"


def covers(wide: str, narrow: str) -> bool:
    """Whether every string that `narrow` matches is matched by `wide` too."""
    matches = pattern(wide)
    if "?" not in wide or "*" not in narrow:
        return matches(narrow)
    runs = ("", "\0", "\0" * (len(wide) + 1))
    return all(matches(narrow.replace("*", run)) for run in runs)


def stem(text: str) -> str:
    """What stands before the first wildcard."""
    return text.partition("*")[0].partition("?")[0]


def redundant_groups(texts: Sequence[str]) -> list[tuple[int, list[int]]]:
    """The widest texts that cover others of the same list: each with the numbers of all that it makes redundant.

    Of texts that are equal the first counts as the widest. Takes time in proportion to the texts that begin alike.
    """
    is_repeated = len(set(texts)) < len(texts)
    wide = [number for number, text in enumerate(texts) if is_repeated or is_wild(text)]
    if not wide:
        return []
    order = sorted(range(len(texts)), key=lambda number: texts[number])
    ordered = [texts[number] for number in order]
    covered: dict[int, list[int]] = {}
    for number in wide:
        text = texts[number]
        begin = stem(text)
        first = bisect_left(ordered, begin)
        last = bisect_left(ordered, begin + _LAST, first) if begin != text else bisect_right(ordered, text, first)
        if last - first > 1:
            others = [order[at] for at in range(first, last) if order[at] != number and covers(text, ordered[at])]
            if others:
                covered[number] = sorted(others)
    below = {
        other
        for number, others in covered.items()
        for other in others
        if other > number or number not in covered.get(other, ())
    }
    return [(number, others) for number, others in sorted(covered.items()) if number not in below]


def reaches(patterns: Sequence[str], name: str) -> int | None:
    """The number of the first pattern that matches an action, which is given in small letters; None where none does."""
    return next((number for number, text in enumerate(patterns) if pattern(text.lower())(name)), None)
