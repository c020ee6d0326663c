"""What a caller can reach at a place, group of actions by group: where some request is allowed, and where that is open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iamtutor.access.effective import EffectivePolicies
from iamtutor.policy.pattern import pattern
from iamtutor.reason.budget import Budget, ExhaustedError
from iamtutor.reason.difference import Scope, allowed_in
from iamtutor.reason.groups import groups
from iamtutor.reason.mentioned import mentioned_in
from iamtutor.reason.unknown import Reason, UndecidedError
from iamtutor.reason.witness import Witness


class ReachedGroup(NamedTuple):
    """A group of actions that the policies do not tell apart: a request that is allowed, or why that stays open."""

    witness: Witness | None
    unknown: Reason | None = None
    about: str = ""


def reached_groups(
    policies: EffectivePolicies, scope: Scope, budget: Budget, among: str = "*"
) -> Iterator[ReachedGroup]:
    """Every group of actions for which some request is allowed, with one; what is proved to be out of reach is left out.

    Of the actions only those count that the pattern `among` matches. What the budget does not suffice for stays open.
    Raises CancelledError.
    """
    mentioned = mentioned_in((policies,))
    matches = pattern(among.lower())
    for whole in groups(mentioned, scope.domain, scope.actions):
        group = tuple(action for action in whole if matches(action.name.lower()))
        if not group:
            continue
        try:
            witness = allowed_in(group, policies, scope, budget, mentioned)
        except ExhaustedError:
            yield ReachedGroup(None, Reason.BUDGET)
            return
        except UndecidedError as error:
            yield ReachedGroup(None, error.reason, error.about)
            continue
        if witness is not None:
            yield ReachedGroup(witness)
