"""Condition keys: those that the statement's actions take, and the global ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from iamtutor.catalog import KeyType
from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.offers.operators import family
from iamtutor.editing.place import Place, texts_of, value_of
from iamtutor.editing.vocabulary import Known, Vocabulary
from iamtutor.policy.operators import parse_operator

PLACEHOLDER: Final = re.compile(r"\$\{[^}]*\}|<[^>]*>")
_FAMILIAR: Final = (
    "aws:PrincipalOrgID", "aws:PrincipalTag/${TagKey}", "aws:ResourceTag/${TagKey}", "aws:SourceIp", "aws:SecureTransport",
    "aws:PrincipalArn", "aws:MultiFactorAuthPresent", "aws:RequestedRegion", "aws:SourceAccount", "aws:SourceArn",
    "aws:SourceVpce", "aws:PrincipalAccount", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:username", "aws:ViaAWSService",
)  # fmt: skip


def condition_keys(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The keys that suit the operator above them, those that it is made for first."""
    found = vocabulary.keys_of(actions_of(place))
    operator = parse_operator(place.operator)
    if operator is not None:
        types = family(operator.base.name)
        if types:
            found = tuple(each for each in found if each.type in types or is_tag(each.name))
        several = operator.qualifier is not None
        if several:  # a set operator on a key with one value says something else than people think
            found = tuple(each for each in found if each.multivalued) or found
        found = tuple(sorted(found, key=lambda each: _order(each, types, several=several)))
    else:
        found = tuple(sorted(found, key=lambda each: _order(each, (), several=False)))
    for each in found:
        for candidate in _named(each, vocabulary):
            if candidate.text not in place.beside:
                yield candidate


def actions_of(place: Place) -> tuple[str, ...]:
    """The action patterns of the statement; none where it names none, or says which it does not speak of."""
    return tuple(text for text in texts_of(value_of(place.statement, "Action")) if text)


def is_tag(name: str) -> bool:
    """Whether a key holds the value of a tag, which is text that may look like anything."""
    return "/" in name and name.partition("/")[0].lower().endswith("tag")


def _order(key: Known, types: tuple[KeyType, ...], *, several: bool) -> tuple[object, ...]:
    familiar = _FAMILIAR.index(key.name) if key.name in _FAMILIAR else len(_FAMILIAR)
    return key.multivalued != several, bool(types) and key.type is not types[0], key.is_global, familiar


def _named(key: Known, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """The key; where its name holds the key of a tag, first with those tags that the world has."""
    note: Said | str = Said("editing.key-several", {"type": key.type}) if key.multivalued else str(key.type)
    at = PLACEHOLDER.search(key.name)
    if at is None:
        yield Candidate(CandidateKind.KEY, key.name, note)
        return
    stem, rest = key.name[: at.start()], key.name[at.end() :]
    for tag in tags_for(key.name, vocabulary):
        yield Candidate(CandidateKind.KEY, f"{stem}{tag}{rest}", note, is_here=True)
    yield Candidate(CandidateKind.KEY, stem, note, Said("editing.key-with-tag"), goes_on=True)


def tags_for(key: str, vocabulary: Vocabulary) -> Mapping[str, tuple[str, ...]]:
    """The tags of the world that a key could speak of, with their values."""
    stem, slash, _ = key.lower().partition("/")
    things = vocabulary.things
    if not slash:
        return {}
    if stem == "aws:principaltag":
        return things.principal_tags
    if stem in ("s3:existingobjecttag", "s3:requestobjecttag"):
        return things.object_tags
    if stem == "s3:buckettag" or stem.endswith(":resourcetag"):
        return things.resource_tags
    return things.tags if stem == "aws:requesttag" else {}
