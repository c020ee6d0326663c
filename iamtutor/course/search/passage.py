"""A passage: the smallest piece of the course that a search finds."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import NamedTuple

from iamtutor.words import Lang


class PlaceKind(StrEnum):
    """What kind of place a passage stands in; in this order equally good finds are told."""

    LESSON = "lesson"
    STEP = "step"
    EXERCISE = "exercise"
    QUIZ = "quiz"


class Weight(IntEnum):
    """What a passage is within its place: a word in a title counts more than one in a heading, then text, then fences."""

    CODE = 0
    TEXT = 1
    HEADING = 2
    TITLE = 3


class Passage(NamedTuple):
    """`id` is a lesson's slug (of a quiz too), `slug/step` or an exercise's id; `block` counts the blocks of a step.

    `text` is plain: no Markdown, and single blanks.
    """

    kind: PlaceKind
    id: str
    lang: Lang
    weight: Weight
    block: int
    text: str
