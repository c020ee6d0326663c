"""Something that could be written at a place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from iamtutor.policy import Argument
from iamtutor.words import Bilingual, Lang, say


class Said(NamedTuple):
    """A message of this room and its arguments."""

    message: str
    arguments: Mapping[str, Argument | Bilingual] = {}


Words = Said | Bilingual | str
"""What is said to people: a message, a text in both languages, or a name."""


class CandidateKind(StrEnum):
    """What a candidate is."""

    ELEMENT = "element"
    VALUE = "value"
    SERVICE = "service"
    ACTION = "action"
    PATTERN = "pattern"
    OPERATOR = "operator"
    KEY = "key"
    RESOURCE = "resource"
    PRINCIPAL_TYPE = "principal-type"
    PRINCIPAL = "principal"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that could be written. `text` is what is written, without quotation marks.

    `note` is a word beside it in the list, `about` a sentence; where that is empty the catalogue knows one. `is_here`
    says that it is a thing of this world; `goes_on` that more has to follow in the same string.
    """

    kind: CandidateKind
    text: str
    note: Words = ""
    about: Words = ""
    is_here: bool = False
    goes_on: bool = False


def told_in_other(words: Words, lang: Lang) -> str:
    """The words in the other language, for who reads both; empty where they are not a text in two languages."""
    return words.text("en" if lang == "ko" else "ko") if isinstance(words, Bilingual) else ""


def told(words: Words, lang: Lang) -> str:
    """The words in a language."""
    from iamtutor.editing.messages import MESSAGES

    match words:
        case Said(message, arguments):
            return say(MESSAGES, message, lang, **arguments)
        case Bilingual():
            return words.text(lang)
        case _:
            return words
