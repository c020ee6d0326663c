"""`exercise.yaml`, key by key."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, JsonValue

from iamtutor.course.request_shape import RequestShape
from iamtutor.course.rules import RuleShape
from iamtutor.course.shape import Count, Difficulty, Kebab, Many, Shape, SourceShape, Text
from iamtutor.course.slot_shape import PlacedPolicyShape, SlotShape
from iamtutor.words import Bilingual

KindName = Literal["write", "repair", "tighten", "predict", "find", "choose", "arrange"]
WorldShape = Kebab | Mapping[str, JsonValue]
"""The id of a shared world, or a world written in place (checked by `cloud`)."""


class GoalShape(Shape):
    """Effective access must lie between `floor` and `ceiling`: for each slot a file beside exercise.yaml.

    A slot that is not named takes the solution's policy. `for` names the callers that are compared. With `each-alone` every
    slot must stay below the ceiling even where the other slots allow everything: where access is an intersection, one
    side is no excuse for a wide one opposite. `when-missing` and
    `when-excess` are what an author has to say to that kind of wrong, beside the request that shows it.
    """

    floor: Mapping[Kebab, str] = {}
    ceiling: Mapping[Kebab, str] = {}
    callers: Annotated[Many[str], Field(alias="for")] = ()
    each_alone: Annotated[bool, Field(alias="each-alone")] = False
    when_missing: Annotated[Text | None, Field(alias="when-missing")] = None
    when_excess: Annotated[Text | None, Field(alias="when-excess")] = None

    def nudge(self, *, excess: bool) -> Bilingual | None:
        """What the author says to something missing, or in excess."""
        return self.when_excess if excess else self.when_missing


class OptionShape(Shape):
    """One option of a choice, and why it is right or wrong."""

    id: Kebab
    text: Text
    why: Text


class ItemShape(Shape):
    """One item to be put in order."""

    id: Kebab
    text: Text


class ExerciseShape(Shape):
    """An exercise as its file has it; what the kinds ask beyond this, they check themselves."""

    kind: KindName
    title: Text
    brief: Text
    hints: Annotated[Many[Text], Count(3, 3)]
    debrief: Text
    lesson: Kebab
    concepts: Annotated[Many[Kebab], Count(1)]
    difficulty: Difficulty
    source: SourceShape
    world: WorldShape
    policies: Many[PlacedPolicyShape] = ()
    edit: Mapping[Kebab, SlotShape] = {}
    requests: Many[RequestShape] = ()
    request: Kebab | None = None
    choices: Many[OptionShape] = ()
    items: Many[ItemShape] = ()
    goal: GoalShape = GoalShape()
    rules: Many[RuleShape] = ()
    vary: Mapping[str, Many[str]] = {}
