"""The one line that says what a candidate means."""

from __future__ import annotations

from iamtutor.catalog import GlobalKey, Meaning, UnknownNameError
from iamtutor.editing.candidate import Candidate, CandidateKind, Said, Words
from iamtutor.editing.key_texts import holding
from iamtutor.editing.vocabulary import Vocabulary


def meaning_of(candidate: Candidate, vocabulary: Vocabulary) -> Words:
    """What to say beside the candidate in hand; empty where nothing is known. May open a service of the catalogue."""
    if candidate.about:
        return candidate.about
    catalog = vocabulary.catalog
    try:
        if candidate.kind is CandidateKind.ACTION:
            return in_words(catalog.meaning(catalog.action(candidate.text)))
        if candidate.kind in (CandidateKind.KEY, CandidateKind.VARIABLE):
            key = catalog.condition_key(candidate.text)
            return (holding(key) or key.when) if isinstance(key, GlobalKey) else in_words(catalog.meaning(key))
    except UnknownNameError:
        pass
    return ""


def in_words(meaning: Meaning) -> Words:
    """A meaning from the catalogue; where there is no Korean one, a Korean reader is told that it is English."""
    return meaning.bilingual or Said("editing.in-english", {"text": meaning.english})
