"""What lies on the workbench: a step of a lesson or an exercise, seen alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from iamtutor.course import Exercise, Task, TaskSlot
from iamtutor.tui.widgets.page import Block
from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.course.question_shape import QuestionShape


@dataclass(frozen=True)
class Sheet:
    """`place` is the name under which drafts are kept; `crumb` leads to the title; `exercise` None for a step.

    `questions` are those that stand on the page, by id.
    """

    place: str
    title: Bilingual
    crumb: Bilingual
    number: int
    total: int
    blocks: tuple[Block, ...]
    task: Task
    exercise: Exercise | None = None
    lesson: str = ""
    step: str = ""
    questions: Mapping[str, QuestionShape] = field(default_factory=dict)


def holds_attachments(slot: TaskSlot) -> bool:
    """Whether a slot says who has which policy, in YAML, and holds no policy itself."""
    return slot.place.type == "attachments"


def file_name(slot: TaskSlot) -> str:
    """The name under which a slot is shown: that of its file in an answer."""
    return f"{slot.key}.yaml" if holds_attachments(slot) else f"{slot.key}.json"
