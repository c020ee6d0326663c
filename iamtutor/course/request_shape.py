"""A request as lessons, exercises and quizzes write it: `{id, as, do, on, context, expect, …}`."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from iamtutor.course.shape import Kebab, Many, Shape, Text

Expectation = Literal["allow", "deny"]


def _as_text(value: object) -> object:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value) if isinstance(value, int | float) else value


def _as_texts(value: object) -> object:
    return [_as_text(item) for item in value] if isinstance(value, list) else _as_text(value)


if TYPE_CHECKING:
    ContextValue = str | tuple[str, ...]
else:
    Written = str | bool | int | float
    ContextValue = Annotated[
        str | Many[str], BeforeValidator(_as_texts, json_schema_input_type=Written | list[Written])
    ]
"""One value, or several for a multivalued key; YAML numbers and booleans count as their text."""


class AskedShape(Shape):
    """Who asks to do what on which resource: the part that every request has."""

    caller: Annotated[str, Field(alias="as", min_length=1)]
    action: Annotated[str, Field(alias="do", pattern=r"^[a-zA-Z0-9-]+:[a-zA-Z0-9]+$")]
    resource: Annotated[str, Field(alias="on", min_length=1)]
    context: Mapping[str, ContextValue] = {}
    expect: Expectation | None = None


class RequestShape(AskedShape):
    """One request of a lesson or an exercise.

    A hidden one is run only when an answer is submitted, and is then shown by its category and nudge alone.
    """

    id: Kebab
    hidden: bool = False
    why: Text | None = None
    category: Text | None = None
    nudge: Text | None = None

    @model_validator(mode="after")
    def _hidden_ones_say_what_they_are_about(self) -> Self:
        if self.hidden and (self.category is None or self.nudge is None):
            raise PydanticCustomError("course.hidden-request-silent", "a hidden request needs category and nudge")
        return self
