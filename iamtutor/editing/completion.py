"""Completion: what could be written at the cursor, in the order in which it is offered."""

from __future__ import annotations

from dataclasses import dataclass

from iamtutor.editing.candidate import Candidate, CandidateKind
from iamtutor.editing.edit import Edit, edit_of
from iamtutor.editing.offers import OFFERS
from iamtutor.editing.place import Place, place_at
from iamtutor.editing.ranking import ranked
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import Reading


@dataclass(frozen=True)
class Completion:
    """What is offered at a place of a text; never empty."""

    text: str
    place: Place
    candidates: tuple[Candidate, ...]

    def edit(self, candidate: Candidate) -> Edit:
        """What accepting one changes."""
        return edit_of(self.text, self.place, candidate)

    @property
    def is_complete(self) -> bool:
        """Whether what is written is one of the candidates already and nothing goes on from it."""
        first = self.candidates[0]
        written = self.text[self.place.span.start : self.place.span.end]
        return first.text == written and not first.goes_on and first.kind is not CandidateKind.PATTERN


def complete(reading: Reading, offset: int, vocabulary: Vocabulary, *, bare: bool = False) -> Completion | None:
    """What could be written at an offset of a text, or None; `bare` also where no string has been begun.

    May open the catalogue: not for where somebody waits for a character.
    """
    place = place_at(reading, offset, bare=bare)
    if place is None:
        return None
    candidates = ranked(OFFERS[place.part](place, vocabulary), place.before)
    return Completion(reading.text, place, candidates) if candidates else None
