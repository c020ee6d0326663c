"""Allow and Deny."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.editing.candidate import Candidate, CandidateKind, Said
from iamtutor.editing.place import Place
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import Effect, PolicyKind


def effects(place: Place, vocabulary: Vocabulary) -> Iterator[Candidate]:
    """Both effects; in an RCP, where AWS takes Allow for its own policy alone, Deny first."""
    order = (Effect.DENY, Effect.ALLOW) if place.kind is PolicyKind.RCP else (Effect.ALLOW, Effect.DENY)
    for effect in order:
        yield Candidate(CandidateKind.VALUE, effect.value, about=Said(f"editing.effect-{effect.value}"))
