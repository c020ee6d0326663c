"""Comparing what policies allow, by proof: equal, or a concrete request that shows the difference. Knows no world."""

from typing import TYPE_CHECKING

from iamtutor.lazy import lazily

if TYPE_CHECKING:
    from iamtutor.reason.actions import Actions, actions_of
    from iamtutor.reason.budget import Budget, CancelledError
    from iamtutor.reason.difference import Scope, first_only
    from iamtutor.reason.documents import Comparison, OneWay, Relation, compare, only_in_first
    from iamtutor.reason.domain import Domain, Hints, KeyDomain
    from iamtutor.reason.unknown import Reason, UndecidedError
    from iamtutor.reason.witness import Witness

__all__ = [
    "Actions",
    "Budget",
    "CancelledError",
    "Comparison",
    "Domain",
    "Hints",
    "KeyDomain",
    "OneWay",
    "Reason",
    "Relation",
    "Scope",
    "UndecidedError",
    "Witness",
    "actions_of",
    "compare",
    "first_only",
    "only_in_first",
]

__getattr__ = lazily(
    __name__,
    {
        "Actions": "actions",
        "Budget": "budget",
        "CancelledError": "budget",
        "Comparison": "documents",
        "Domain": "domain",
        "Hints": "domain",
        "KeyDomain": "domain",
        "OneWay": "documents",
        "Reason": "unknown",
        "Relation": "documents",
        "Scope": "difference",
        "UndecidedError": "unknown",
        "Witness": "witness",
        "actions_of": "actions",
        "compare": "documents",
        "first_only": "difference",
        "only_in_first": "documents",
    },
)
