"""Patterns with policy variables, compared whatever the variables hold."""

from __future__ import annotations

from functools import lru_cache

from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import Template
from iamtutor.reason.charset import ANY, CharSet
from iamtutor.reason.glob import Glob, Place, glob_of, joined_globs, plain_glob
from iamtutor.reason.inclusion import within

_FIRST_MARK = 0xF0000
"""The first of the characters that stand for variables: no text of AWS holds them."""


@lru_cache(maxsize=16384)
def lies_within(inner: Template, outer: Template) -> bool:
    """Whether whatever `inner` matches is matched by `outer`, for every value of every variable. True is certain.

    A variable without a value and without a default makes its pattern match nothing. So `outer` may only use variables
    that `inner` uses, and with a default only where what they stand for stays the same.
    """
    defaults: dict[str, set[str | None]] = {}
    for variable in inner.variables:
        defaults.setdefault(variable.key, set()).add(variable.default)
    for variable in outer.variables:
        used = defaults.get(variable.key)
        if used is None or (None not in used and used != {variable.default}):
            return False
    marks = {key: chr(_FIRST_MARK + number) for number, key in enumerate(sorted(defaults))}
    return within(_marked(inner, marks), _marked(outer, marks))


def _marked(template: Template, marks: dict[str, str]) -> Glob:
    """The pattern with each variable as one character of its own, which only itself and ``*`` match.

    A ``?`` must not match it: the variable's value may have any length.
    """
    unmarked = CharSet(frozenset(marks.values()), negated=True)
    places: list[Place] = []
    for part in template.parts:
        if not isinstance(part, Piece):
            places.append(Place(CharSet(frozenset(marks[part.key])), loop=False))
            continue
        for place in plain_glob((part,)).places:
            places.append(Place(unmarked, loop=False) if place.chars is ANY and not place.loop else place)
    return joined_globs((glob_of(tuple(places)),))
