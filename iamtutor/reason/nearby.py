"""The actions that a side's patterns on resources can be about: the others of the catalogue need no search.

A policy such as ``"Action": "*"`` on one bucket speaks of every action, but only some work on resources that its
patterns can match.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from iamtutor.policy.variables import Template
from iamtutor.reason.actions import Actions, arn_service
from iamtutor.reason.domain import Domain
from iamtutor.reason.glob import text_of
from iamtutor.reason.terms import ResourceAtom, Side, Term
from iamtutor.reason.theory import widened_glob

_NO_RESOURCE: Final = "*"


def actions_near(side: Side, domain: Domain, actions: Actions) -> int | None:
    """The actions with a resource that the side may allow; None where it may allow any. What is left out is certain."""
    needed = _needed(side) if domain.real else None
    if needed is None:
        return None
    found = actions.by_arn_service.get("", 0)
    for glob in dict.fromkeys(map(widened_glob, needed)):
        service = arn_service(text_of(glob))
        if service == "" or service == _NO_RESOURCE:
            return None
        found |= actions.by_arn_service.get(service, 0)
    return found


def _needed(side: Side) -> list[Template] | None:
    """Patterns of which the resource must match one for the side to allow; None where that cannot be said."""
    if side.settled is not None:
        return None
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
    return total


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
