"""The state of the playground without a screen: two texts, how they read, and what was found out about them.

The screen hands in texts and comparisons and paints what the pair says; nothing here waits or knows a widget.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from iamtutor.policy import PolicyDocument, PolicyKind, Reading, Statement, read
from iamtutor.reason import Comparison, OneWay
from iamtutor.tui.screens.playground.kinds import guessed_kind

Side = Literal["a", "b"]
SIDES: Final[tuple[Side, Side]] = ("a", "b")


def other_side(side: Side) -> Side:
    """The side that is not `side`."""
    return "b" if side == "a" else "a"


@dataclass(frozen=True)
class Question:
    """Two documents to be compared, as they stood at a revision."""

    revision: int
    documents: tuple[PolicyDocument, PolicyDocument]
    kind: PolicyKind


@dataclass(frozen=True)
class Answer:
    """What was found out, and the readings that it speaks of."""

    question: Question
    comparison: Comparison
    readings: Mapping[Side, Reading]

    def only(self, side: Side) -> OneWay:
        """What this side allows and the other does not."""
        return self.comparison.only_first if side == "a" else self.comparison.only_second

    def line_of(self, side: Side, statement: Statement) -> int | None:
        """The line, from 1, at which a statement of a side begins; None for a statement that is not of its text."""
        reading = self.readings[side]
        statements = reading.document.statements if reading.document is not None else ()
        found = any(each is statement for each in statements)
        return reading.position(statement.span.start).line if found else None


class Pair:
    """Two policies of one kind. `revision` goes up with every change; comparisons of an older one are refused."""

    def __init__(self, texts: Mapping[Side, str], chosen: PolicyKind | None = None) -> None:
        self.revision = 0
        self.answer: Answer | None = None
        self._chosen = chosen
        self._guessed = PolicyKind.IDENTITY
        self._readings = {side: read(texts[side], self.kind) for side in SIDES}
        self._read_again()

    @property
    def kind(self) -> PolicyKind:
        """What the policies are used for."""
        return self._chosen or self._guessed

    @property
    def is_guessed(self) -> bool:
        """Whether nobody has chosen the kind."""
        return self._chosen is None

    @property
    def readings(self) -> Mapping[Side, Reading]:
        """How both texts read."""
        return self._readings

    def text(self, side: Side) -> str:
        """What is written on a side."""
        return self._readings[side].text

    def reading_of(self, side: Side, text: str) -> Reading:
        """How a text would read on a side, as a policy of the kind that it would make of the two."""
        reading = read(text, self.kind)
        kind = self._chosen or guessed_kind((reading, self._readings[other_side(side)])) or self._guessed
        return reading if reading.kind is kind else read(text, kind)

    def write(self, side: Side, text: str, reading: Reading | None = None) -> None:
        """Another text on a side, and how it reads where that is known."""
        self._readings[side] = reading or read(text, self.kind)
        self.revision += 1
        self._read_again()

    def choose(self, kind: PolicyKind | None) -> None:
        """Say what the policies are used for; None leaves it to their texts."""
        self._chosen = kind
        self.revision += 1
        self._read_again()

    def _read_again(self) -> None:
        self._guessed = guessed_kind(self._readings.values()) or self._guessed
        for side, reading in self._readings.items():
            if reading.kind is not self.kind:
                self._readings[side] = read(reading.text, self.kind)

    @property
    def unreadable(self) -> tuple[Side, ...]:
        """The sides that AWS would not take as they are."""
        return tuple(side for side in SIDES if not self._readings[side].ok)

    @property
    def question(self) -> Question | None:
        """What is to be compared now; None while a side cannot be read."""
        first, second = (self._readings[side].document for side in SIDES)
        if self.unreadable or first is None or second is None:
            return None
        return Question(self.revision, (first, second), self.kind)

    def take(self, question: Question, comparison: Comparison) -> bool:
        """A comparison that was worked out; False, and nothing taken, when a text has gone on since."""
        if question.revision != self.revision:
            return False
        self.answer = Answer(question, comparison, dict(self._readings))
        return True

    @property
    def is_current(self) -> bool:
        """Whether the answer speaks of the texts as they are now."""
        return self.answer is not None and self.answer.question.revision == self.revision
