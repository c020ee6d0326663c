"""A decision before any statement is matched: what it would hang on, statement by statement.

For a caller, an action and what is fixed about the resource, this is the whole decision as and, or and not over the
statements that speak of it. It asks `Evaluation` and the composition, as `decide` does, so that what reasons about
decisions and what makes them cannot drift apart.
"""

from __future__ import annotations

from typing import NamedTuple

from iamtutor.access import public_access
from iamtutor.access.compose import Grant
from iamtutor.access.decide import Evaluation
from iamtutor.access.effective import EffectivePolicies, Level, Placed
from iamtutor.access.layer import Layer
from iamtutor.access.naming import Naming
from iamtutor.access.request import Request

Statements = tuple[Placed, ...]


class Outline(NamedTuple):
    """Allowed if no statement of `denies` matches, of each of `filters` one does, and one of `grants` is whole.

    A grant is whole if of each of its needs some statement matches. `settled` is the answer where it hangs on no
    statement; then the rest is empty.
    """

    settled: bool | None
    denies: Statements = ()
    filters: tuple[Statements, ...] = ()
    grants: tuple[tuple[Statements, ...], ...] = ()


ALWAYS, NEVER = Outline(True), Outline(False)


def outline(request: Request, policies: EffectivePolicies) -> Outline:
    """The outline for the request's caller and action; its context is not looked at.

    Of its resource only the account counts and what the service itself hangs on (`service_rules.hinges`).
    """
    by_service = request.by_service
    if by_service.allowed_at_once:
        return ALWAYS
    refused = by_service.refused_at_once is not None or by_service.refused is not None
    if refused or (policies.settings.block_public_access and public_access.is_blocked(request, policies)):
        return NEVER
    evaluation = Evaluation(request, policies)
    grants = tuple(
        needs
        for grant in evaluation.composition.grants
        if (needs := _needs(evaluation, grant)) is not None and all(needs)
    )
    if not grants:
        return NEVER
    filters = tuple(level for layer in evaluation.composition.filters for level in _filters(evaluation, layer))
    if not all(filters):
        return NEVER
    return Outline(None, _denies(evaluation), filters, grants)


def _denies(evaluation: Evaluation) -> Statements:
    request = evaluation.request
    return tuple(
        (policy, statement)
        for layer, level in evaluation.policies.denying
        if evaluation.denies_count(layer)
        for policy, statement in level.denies.speaking_of(request.action_key)
        if evaluation.names_caller(statement, None)
    )


def _filters(evaluation: Evaluation, layer: Layer) -> tuple[Statements, ...]:
    return tuple(_allows(evaluation, level, None) for level in evaluation.filtering(layer))


def _needs(evaluation: Evaluation, grant: Grant) -> tuple[Statements, ...] | None:
    """What each need of a grant can be met by; None where the grant can never be whole."""
    if grant.impossible is not None:
        return None
    found: list[Statements] = []
    for need in grant.needs:
        levels = evaluation.policies.levels(need.layer)
        if levels:
            found.append(_allows(evaluation, levels[0], need.namings))
        elif not need.limits:
            return None
    return tuple(found)


def _allows(evaluation: Evaluation, level: Level, namings: frozenset[Naming] | None) -> Statements:
    speaking = level.allows.speaking_of(evaluation.request.action_key)
    return tuple(placed for placed in speaking if evaluation.names_caller(placed[1], namings))
