"""How near an answer comes to the least privilege that a goal asks for: a score from 0 to 100, held down by the proof.

The score is the share of the cells that both allow among those that either allows, weighed by access level. It is 100
only where it is proved that both allow the same, and always then; so it tells how far, never whether.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

from iamtutor.access import EffectivePolicies, NamedPolicy, decide
from iamtutor.policy import PolicyDocument, PolicyKind
from iamtutor.reason.actions import Actions
from iamtutor.reason.budget import DEFAULT_STEPS, Budget, ExhaustedError, never
from iamtutor.reason.cells import cells
from iamtutor.reason.difference import Scope
from iamtutor.reason.documents import settings_for

FULL = 100


class Pair(NamedTuple):
    """An answer and the goal, for one caller."""

    answer: EffectivePolicies
    goal: EffectivePolicies
    scope: Scope


@dataclass(frozen=True, slots=True)
class LeastPrivilege:
    """The score, and the weights of what both allow, what the answer allows beyond the goal, and what it lacks.

    `equal` says that both are proved to allow the same; `partial` that the steps did not suffice for all cells.
    """

    shared: int
    excess: int
    missing: int
    equal: bool
    partial: bool = False

    @property
    def score(self) -> int:
        """From 0 to 100; 100 only by proof."""
        if self.equal:
            return FULL
        total = self.shared + self.excess + self.missing
        return 0 if total == 0 else min(FULL - 1, FULL * self.shared // total)


def least_privilege(
    pairs: Iterable[Pair], *, equal: bool, steps: int = DEFAULT_STEPS, cancelled: Callable[[], bool] = never
) -> LeastPrivilege:
    """The score over every caller; `equal` is what the proof says of the same pairs. Raises CancelledError."""
    weights = {(True, True): 0, (True, False): 0, (False, True): 0, (False, False): 0}
    budget = Budget(steps, cancelled)
    partial = False
    for answer, goal, scope in pairs:
        try:
            for request, weight in cells(answer, goal, scope, budget):
                weights[decide(request, answer).allowed, decide(request, goal).allowed] += weight
        except ExhaustedError:
            partial = True
    return LeastPrivilege(weights[True, True], weights[True, False], weights[False, True], equal, partial)


def least_privilege_of(
    answer: PolicyDocument,
    goal: PolicyDocument,
    kind: PolicyKind,
    actions: Actions,
    *,
    equal: bool,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> LeastPrivilege:
    """The score of one document against another; `equal` is what `compare` says of them. Raises CancelledError."""
    named = NamedPolicy("answer", answer), NamedPolicy("goal", goal)
    pairs = (
        Pair(setting.placed(named[0]), setting.placed(named[1]), Scope(setting.principal, setting.domain, actions))
        for setting in settings_for(kind, (answer, goal), actions)
    )
    return least_privilege(pairs, equal=equal, steps=steps, cancelled=cancelled)
