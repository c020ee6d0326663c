"""The actions that a side's patterns on resources can be about: the others of the catalogue need no search.

A policy such as ``"Action": "*"`` on one bucket speaks of every action, but only some work on resources that its
patterns can match.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from iamtutor.policy.variables import Template
from iamtutor.reason.actions import Actions
from iamtutor.reason.domain import Domain
from iamtutor.reason.glob import text_of
from iamtutor.reason.terms import ResourceAtom, Side, Term
from iamtutor.reason.theory import widened_glob

_SERVICE: Final = 2
_NO_RESOURCE: Final = "*"


def actions_near(side: Side, domain: Domain, actions: Actions) -> int | None:
    """The actions with a resource that the side may allow; None where it may allow any. What is left out is certain."""
    needed = _needed(side) if domain.real else None
    if needed is None:
        return None
    globs = [widened_glob(template) for template in needed]
    patterns = [text_of(glob).split(":") for glob in globs]
    without_resource = any(glob.matches(_NO_RESOURCE) for glob in globs)
    found = 0
    for template, bits in actions.by_template.items():
        parts = template.split(":")
        if template == _NO_RESOURCE:
            found |= bits * without_resource
        elif not all(_of_other_services(parts, pattern) for pattern in patterns):
            found |= bits
    return found


def _of_other_services(template: list[str], pattern: list[str]) -> bool:
    """Whether two ARNs name different services, as far as their text shows."""
    if len(template) <= _SERVICE or len(pattern) <= _SERVICE:
        return False
    one, other = template[_SERVICE], pattern[_SERVICE]
    return one != other and not any(char in text for text in (*pattern[:_SERVICE], one, other) for char in "*?$")


def _needed(side: Side) -> list[Template] | None:
    """Patterns of which the resource must match one for the side to allow; None where that cannot be said."""
    for level in side.filters:
        found = _patterns(level)
        if found is not None:
            return found
    total: list[Template] = []
    for grant in side.grants:
        found = _first(_patterns(need) for need in grant)
        if found is None:
            return None
        total += found
    return None if side.settled is not None else total


def _first(several: Iterable[list[Template] | None]) -> list[Template] | None:
    return next((each for each in several if each is not None), None)


def _patterns(terms: frozenset[Term]) -> list[Template] | None:
    """The patterns of terms that all ask for a resource."""
    found: list[Template] = []
    for term in terms:
        atoms = [literal.atom for literal in term if literal.wanted and isinstance(literal.atom, ResourceAtom)]
        if not atoms:
            return None
        found += atoms[0].templates
    return found
