"""Where a policy that somebody writes belongs: the keys of an `edit` slot, a fence and a scenario."""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import Field, JsonValue, model_validator
from pydantic_core import PydanticCustomError

from iamtutor.course.shape import Shape, Text

SlotType = Literal[
    "inline", "managed", "boundary", "trust", "bucket", "resource", "scp", "rcp", "session", "endpoint", "attachments"
]
NEEDS_NAME = frozenset({"inline", "managed"})
"""Slot types that hold one policy of several, told apart by name."""


class PlaceShape(Shape):
    """A place in the world that holds one policy."""

    type: SlotType
    of: Annotated[str | None, Field(min_length=1)] = None
    name: Annotated[str | None, Field(min_length=1)] = None

    @model_validator(mode="after")
    def _is_one_place(self) -> Self:
        if self.type in NEEDS_NAME and self.name is None:
            raise PydanticCustomError("course.slot-without-name", "a slot of this type needs name")
        if self.type not in ("managed", "attachments") and self.of is None:
            raise PydanticCustomError("course.slot-without-owner", "a slot of this type needs of")
        return self


class SlotShape(PlaceShape):
    """A place that the learner fills."""

    title: Text | None = None


class PlacedPolicyShape(PlaceShape):
    """A place together with the policy that stands there: what a scenario adds to its world."""

    document: Mapping[str, JsonValue]
