"""Policy variables: condition keys with one value, and the characters that would mean something else.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from iamtutor.catalog import KeyType
from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.offers.condition_keys import PLACEHOLDER, actions_of, tags_for
from iamtutor.editing.place import Place
from iamtutor.editing.vocabulary import Vocabulary

_FAMILIAR: Final = (
    "aws:username", "aws:PrincipalTag/${TagKey}", "aws:userid", "aws:PrincipalAccount", "aws:PrincipalOrgID",
    "aws:ResourceTag/${TagKey}", "aws:SourceIdentity", "aws:RequestTag/${TagKey}", "aws:PrincipalArn", "aws:ResourceAccount",
)  # fmt: skip
_TEXTS: Final = (KeyType.STRING, KeyType.ARN)
LITERALS: Final = ("*", "?", "$")


def variables(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The keys whose value can stand in a text."""
    keys = [key for key in vocabulary.keys_of(actions_of(place)) if not key.multivalued and key.type in _TEXTS]
    order = {name: number for number, name in enumerate(_FAMILIAR)}
    for key in sorted(keys, key=lambda each: order.get(each.name, len(order))):
        at = PLACEHOLDER.search(key.name)
        if at is None:
            yield Candidate(CandidateKind.VARIABLE, key.name)
            continue
        stem = key.name[: at.start()]
        for tag in tags_for(key.name, vocabulary):
            yield Candidate(CandidateKind.VARIABLE, f"{stem}{tag}")
        yield Candidate(CandidateKind.VARIABLE, stem, about=Said("editing.key-with-tag"), goes_on=True)
    for each in LITERALS:
        yield Candidate(CandidateKind.VARIABLE, each, about=Said("editing.literal", {"character": each}))
