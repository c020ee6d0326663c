"""Archive rules: which findings are put away by themselves, because the access is meant.

The criteria follow https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-filter-keys.html and the
operators https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_Criterion.html: every criterion of a rule
must hold; of several values one is enough.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from iamtutor.analyzer.external.parties import account_of
from iamtutor.analyzer.external.results import ExternalFinding
from iamtutor.policy import PrincipalType

_CONDITION: Final = "condition."


@dataclass(frozen=True, slots=True)
class Criterion:
    """What is asked of one property of a finding; an operator that is not used is None."""

    eq: tuple[str, ...] | None = None
    neq: tuple[str, ...] | None = None
    contains: tuple[str, ...] | None = None
    exists: bool | None = None

    def holds(self, values: tuple[str, ...]) -> bool:
        """Whether the property, with these values (none: it is not there), is as asked."""
        if self.exists is not None and self.exists is not bool(values):
            return False
        if self.eq is not None and not any(value in self.eq for value in values):
            return False
        if self.neq is not None and any(value in self.neq for value in values):
            return False
        return self.contains is None or any(part in value for part in self.contains for value in values)


@dataclass(frozen=True, slots=True)
class ArchiveRule:
    """A rule by its name, with a criterion for each property that it asks for."""

    name: str
    filter: Mapping[str, Criterion]

    def takes(self, finding: ExternalFinding) -> bool:
        """Whether the rule archives a finding."""
        return all(criterion.holds(values_of(finding, key)) for key, criterion in self.filter.items())


def rule_for(finding: ExternalFinding, rules: Iterable[ArchiveRule]) -> ArchiveRule | None:
    """The first rule that archives a finding."""
    return next((rule for rule in rules if rule.takes(finding)), None)


def is_criterion(key: str) -> bool:
    """Whether a finding has a property of that name."""
    return key in PROPERTIES or (key.startswith(_CONDITION) and len(key) > len(_CONDITION))


def values_of(finding: ExternalFinding, key: str) -> tuple[str, ...]:
    """The values of one property of a finding."""
    if key.startswith(_CONDITION):
        wanted = key.removeprefix(_CONDITION).lower()
        return tuple(value for each in finding.conditions if each.key.lower() == wanted for value in each.values)
    return PROPERTIES[key](finding)


def _principal(type_: PrincipalType) -> Callable[[ExternalFinding], tuple[str, ...]]:
    """The principal of a type; an account also by its ID where its root's ARN is written, and the other way round."""

    def values(finding: ExternalFinding) -> tuple[str, ...]:
        principal = finding.principal
        if principal.type is not type_:
            return ()
        account = account_of(principal.value) if type_ is PrincipalType.AWS else None
        if account is None:
            return (principal.value,)
        return tuple(dict.fromkeys((principal.value, account, f"arn:aws:iam::{account}:root")))

    return values


PROPERTIES: Final[Mapping[str, Callable[[ExternalFinding], tuple[str, ...]]]] = {
    "resource": lambda finding: (finding.resource,),
    "resourceType": lambda finding: (finding.resource_type,),
    "resourceOwnerAccount": lambda finding: (finding.account,),
    "isPublic": lambda finding: ("true" if finding.public else "false",),
    "principal.AWS": _principal(PrincipalType.AWS),
    "principal.Federated": _principal(PrincipalType.FEDERATED),
}
"""The properties by which a rule can ask, besides ``condition.<key>``."""
