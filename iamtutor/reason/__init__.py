"""Comparing what policies allow, by proof: equal, or a concrete request that shows the difference. Knows no world."""

from typing import TYPE_CHECKING

from iamtutor.lazy import lazily

if TYPE_CHECKING:
    from iamtutor.reason.actions import Actions, actions_of
    from iamtutor.reason.budget import Budget, CancelledError
    from iamtutor.reason.custom_checks import (
        Access,
        Checked,
        CheckResult,
        Ground,
        access_not_granted,
        no_new_access,
        no_public_access,
    )
    from iamtutor.reason.difference import Scope, first_only
    from iamtutor.reason.documents import Comparison, OneWay, Relation, compare, only_in_first
    from iamtutor.reason.domain import Domain, Hints, KeyDomain
    from iamtutor.reason.measurement import Measure, Removal, granted, measure
    from iamtutor.reason.privilege_score import LeastPrivilege, Pair, least_privilege, least_privilege_of
    from iamtutor.reason.reaching import Reach, reach
    from iamtutor.reason.shares import Share, Shares
    from iamtutor.reason.unknown import Reason, UndecidedError
    from iamtutor.reason.why import Because, because
    from iamtutor.reason.witness import Witness

__all__ = [
    "Access",
    "Actions",
    "Because",
    "Budget",
    "CancelledError",
    "CheckResult",
    "Checked",
    "Comparison",
    "Domain",
    "Ground",
    "Hints",
    "KeyDomain",
    "LeastPrivilege",
    "Measure",
    "OneWay",
    "Pair",
    "Reach",
    "Reason",
    "Relation",
    "Removal",
    "Scope",
    "Share",
    "Shares",
    "UndecidedError",
    "Witness",
    "access_not_granted",
    "actions_of",
    "because",
    "compare",
    "first_only",
    "granted",
    "least_privilege",
    "least_privilege_of",
    "measure",
    "no_new_access",
    "no_public_access",
    "only_in_first",
    "reach",
]

__getattr__ = lazily(
    __name__,
    {
        "LeastPrivilege": "privilege_score",
        "Pair": "privilege_score",
        "least_privilege_of": "privilege_score",
        "least_privilege": "privilege_score",
        "Measure": "measurement",
        "Removal": "measurement",
        "granted": "measurement",
        "measure": "measurement",
        "Reach": "reaching",
        "reach": "reaching",
        "Share": "shares",
        "Shares": "shares",
        "Access": "custom_checks",
        "Because": "why",
        "CheckResult": "custom_checks",
        "Checked": "custom_checks",
        "Ground": "custom_checks",
        "access_not_granted": "custom_checks",
        "because": "why",
        "no_new_access": "custom_checks",
        "no_public_access": "custom_checks",
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
