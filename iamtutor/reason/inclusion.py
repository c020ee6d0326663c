"""Whether one glob lies wholly within another, and whether two can meet: quick answers before any search."""

from __future__ import annotations

from functools import lru_cache

from iamtutor.reason.glob import ANYTHING, EVERYTHING, Glob


@lru_cache(maxsize=16384)
def within(inner: Glob, outer: Glob) -> bool:
    """Whether every text that `inner` matches is matched by `outer`, as far as can be seen without a search.

    True is certain; False may be a question left open (where only a union of ways through `outer` covers `inner`).
    """
    if inner is outer or outer is EVERYTHING:
        return True
    if inner.literal:
        return outer.matches(inner.stem)
    if outer.literal:
        return False
    common = min(len(inner.stem), len(outer.stem))
    if inner.stem[:common] != outer.stem[:common]:
        return False
    if len(outer.places) == len(outer.stem) + 1 and outer.places[-1] == ANYTHING:
        return inner.stem.startswith(outer.stem)
    return _walked(inner, outer)


def _walked(inner: Glob, outer: Glob) -> bool:
    """Let `outer` read the places of `inner` as if they were characters; a run is read by a run alone."""
    places = outer.places
    states = outer.closed(1)
    for chars, loop in inner.places:
        following = 0
        for number in range(len(places)):
            if not states >> number & 1:
                continue
            place = places[number]
            if not chars.within(place.chars):
                continue
            if place.loop:
                following |= 1 << number
            elif not loop:
                following |= 1 << (number + 1)
        states = outer.closed(following)
        if not states:
            return False
    return bool(states >> len(places) & 1)


@lru_cache(maxsize=16384)
def apart(left: Glob, right: Glob) -> bool:
    """Whether no text matches both, as far as the literal beginnings and ends show. True is certain."""
    if left.literal:
        return not right.matches(left.stem)
    if right.literal:
        return not left.matches(right.stem)
    for one, other in zip(left.places, right.places, strict=False):
        if one.loop or other.loop:
            break
        if not one.chars.meets(other.chars):
            return True
    for one, other in zip(reversed(left.places), reversed(right.places), strict=False):
        if one.loop or other.loop:
            break
        if not one.chars.meets(other.chars):
            return True
    return False
