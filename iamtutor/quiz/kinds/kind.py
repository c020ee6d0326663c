"""What a kind of question is: how it is put, and how an answer is judged."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Any, Protocol

from iamtutor.words import Bilingual

Answer = tuple[str, ...]
"""What a person answered: ids of options (in the order given, where that counts), or one typed text."""


class Mode(StrEnum):
    """How an answer is given."""

    ONE = "one"
    SEVERAL = "several"
    SEQUENCE = "sequence"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Option:
    """Something to pick: an id that an answer names, and its label. `is_code` where the label is to keep its form."""

    id: str
    label: Bilingual
    is_code: bool = False


@dataclass(frozen=True, slots=True)
class Presented:
    """A question as it is put: options in their shuffled order; `ask` is the message that says what to do.

    `second` holds the options of a second question, asked with the first (predict: the deciding layer); the answer
    then has two ids.
    """

    mode: Mode
    ask: str
    options: tuple[Option, ...] = ()
    second: tuple[Option, ...] = ()
    blank: Bilingual | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether an answer is right, the right answer, and a reason for each option that has one."""

    correct: bool
    right: Answer
    reasons: tuple[tuple[str, Bilingual], ...] = ()


class QuestionKind(Protocol):
    """One kind of question. `question` is the model of that kind."""

    def present(self, question: Any, random: Random) -> Presented:
        """The question as it is put; the same random state gives the same order."""

    def judge(self, question: Any, answer: Answer) -> Judgement:
        """Judges an answer; one that names nothing known is wrong, never an error."""


def shuffled(options: tuple[Option, ...], random: Random) -> tuple[Option, ...]:
    """The options in a random order."""
    mixed = list(options)
    random.shuffle(mixed)
    return tuple(mixed)
