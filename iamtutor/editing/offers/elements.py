"""The elements of a policy and of a statement: those that its kind takes and that are not there yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.place import Place
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import PolicyKind
from iamtutor.policy.elements import POLICY_ELEMENTS, VERSIONS

_ORDER: Final = (
    "Effect",
    "Principal",
    "Action",
    "Resource",
    "Condition",
    "Sid",
    "NotAction",
    "NotResource",
    "NotPrincipal",
)
_OPPOSITES: Final = {
    **{name: f"Not{name}" for name in ("Principal", "Action", "Resource")},
    **{f"Not{name}": name for name in ("Principal", "Action", "Resource")},
}


def of_policy(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Version, Statement and Id."""
    for name in sorted(POLICY_ELEMENTS, key=("Version", "Statement", "Id").index):
        if name not in place.beside:
            yield element(name)


def of_statement(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """What a statement may still hold."""
    for name in _ORDER:
        if name not in place.beside and _OPPOSITES.get(name) not in place.beside and is_taken(name, place.kind):
            yield element(name)


def is_taken(name: str, kind: PolicyKind) -> bool:
    """Whether a statement of a policy of a kind takes an element.

    https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_rcps_syntax.html for RCPs.
    """
    if "Principal" in name:
        return kind.names_principals and not (kind is PolicyKind.RCP and name == "NotPrincipal")
    if "Resource" in name:
        return kind is not PolicyKind.TRUST
    return not (kind is PolicyKind.RCP and name == "NotAction")


def element(name: str) -> Candidate:
    """An element as a candidate."""
    return Candidate(CandidateKind.ELEMENT, name, about=Said(f"editing.element-{name}"))


def versions(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The versions of the policy language."""
    for version in VERSIONS:
        yield Candidate(CandidateKind.VALUE, version, about=Said(f"editing.version-{version}"))
