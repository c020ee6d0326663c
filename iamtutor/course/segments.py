"""What a lesson's step is made of: typed segments, in the order of the page.

`line` is where a segment begins in its file, from 1; for what stands in a fence, the first line of the content.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iamtutor.cloud import Places
    from iamtutor.course.question_shape import QuestionShape
    from iamtutor.course.request_shape import RequestShape
    from iamtutor.course.slot_shape import PlaceShape


class BoxKind(StrEnum):
    """The boxes that a blockquote can be."""

    BELIEF = "BELIEF"
    NOTE = "NOTE"
    TIP = "TIP"
    WARNING = "WARNING"
    SUMMARY = "SUMMARY"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `text` is Markdown without the marks in front."""

    level: int
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Prose:
    """Markdown between the other segments: paragraphs, lists, tables, plain quotes."""

    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class Box:
    """A quote that begins with `[!KIND]`."""

    kind: BoxKind
    markdown: str
    line: int


@dataclass(frozen=True, slots=True)
class PolicyBlock:
    """A policy to open in the editor.

    `key` tells the step's policies apart; `place` is None where neither the fence nor a request after it says
    where the policy belongs. A `broken` one is meant not to read. `invitation` says what to try with it.
    """

    key: str
    slot: str
    place: PlaceShape | None
    text: str
    line: int
    broken: bool = False
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class RequestBlock:
    """Requests to run against the policies placed before them; `invitation` says what to try with them."""

    requests: tuple[RequestShape, ...]
    text: str
    line: int
    invitation: str = ""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing in text, line by line."""

    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class QuestionBlock:
    """A quiz question in the middle of the page."""

    question: QuestionShape
    places: Places
    line: int


@dataclass(frozen=True, slots=True)
class Code:
    """Any other fence: to be looked at, not to be run."""

    language: str
    text: str
    line: int


Segment = Heading | Prose | Box | PolicyBlock | RequestBlock | Diagram | QuestionBlock | Code
