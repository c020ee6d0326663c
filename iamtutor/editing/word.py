"""The word under the cursor, explained."""

from __future__ import annotations

from iamtutor.catalog import REGIONS
from iamtutor.editing.candidate import Said
from iamtutor.editing.offers.condition_keys import actions_of
from iamtutor.editing.place import Part, Place, place_at
from iamtutor.editing.telling import actions, arns, elements, keys, operators
from iamtutor.editing.telling.explained import Explained
from iamtutor.editing.vocabulary import Vocabulary
from iamtutor.policy import Reading
from iamtutor.policy.elements import POLICY_ELEMENTS, STATEMENT_ELEMENTS


def explain(reading: Reading, offset: int, vocabulary: Vocabulary) -> Explained | None:
    """What is to be said of the word at an offset; where none stands there, of the element around it.

    May open the catalogue: not for where somebody waits for a character.
    """
    for near in (offset, offset + 1, offset - 1):
        place = place_at(reading, near)
        if place is not None:
            explained = _explained(reading, place, vocabulary)
            return explained or elements.element(place.element)
    return _around(reading, offset)


def _around(reading: Reading, offset: int) -> Explained | None:
    for step in reversed(reading.path_at(offset)):
        if step in POLICY_ELEMENTS or step in STATEMENT_ELEMENTS:
            return elements.element(str(step))
    return None


def _explained(reading: Reading, place: Place, vocabulary: Vocabulary) -> Explained | None:
    assert place.string is not None
    start, end = place.string.inner
    word = reading.text[start:end]
    spoken = actions_of(place)
    match place.part:
        case Part.POLICY_ELEMENT | Part.STATEMENT_ELEMENT:
            return elements.element(word)
        case Part.VERSION:
            return elements.version(word)
        case Part.EFFECT:
            return elements.effect(word)
        case Part.ACTION:
            return actions.action(word, vocabulary)
        case Part.RESOURCE:
            return arns.resource(word, spoken, vocabulary) if word else None
        case Part.PRINCIPAL_TYPE:
            return elements.principal_type(word)
        case Part.PRINCIPAL:
            return arns.principal(word, place.principal_type, vocabulary)
        case Part.OPERATOR:
            return operators.operator(word)
        case Part.CONDITION_KEY:
            return keys.condition_key(word, spoken, vocabulary)
        case Part.CONDITION_VALUE:
            return _value(word, place, spoken, vocabulary)
        case Part.VARIABLE:
            close = reading.text.find("}", place.span.start, end)
            return keys.variable(reading.text[place.span.start : close if close >= 0 else end], spoken, vocabulary)


def _value(word: str, place: Place, spoken: tuple[str, ...], vocabulary: Vocabulary) -> Explained | None:
    """A value by itself where it is a name of something, else the key that is compared with it."""
    region = REGIONS.get(word)
    if region is not None:
        return Explained(word, (Said("editing.word-region"),), (region.title,))
    if word.startswith("arn:"):
        return arns.resource(word, (), vocabulary)
    return keys.condition_key(place.key, spoken, vocabulary)
