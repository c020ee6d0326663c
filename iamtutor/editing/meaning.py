"""The one line that says what a candidate means."""

from __future__ import annotations

from iamtutor.catalog import GlobalKey, UnknownNameError
from iamtutor.editing.candidate import Candidate, CandidateKind, Words
from iamtutor.editing.key_texts import holding
from iamtutor.editing.vocabulary import Vocabulary


def meaning_of(candidate: Candidate, vocabulary: Vocabulary) -> Words:
    """What to say beside the candidate in hand; empty where nothing is known. May open a service of the catalogue."""
    if candidate.about:
        return candidate.about
    try:
        if candidate.kind is CandidateKind.ACTION:
            return vocabulary.catalog.action(candidate.text).description
        if candidate.kind in (CandidateKind.KEY, CandidateKind.VARIABLE):
            key = vocabulary.catalog.condition_key(candidate.text)
            return (holding(key) or key.when) if isinstance(key, GlobalKey) else key.description
    except UnknownNameError:
        pass
    return ""
