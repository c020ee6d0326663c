"""What all authored files share: strict models, text in both languages, ids, sources.

A YAML sequence becomes a tuple, so that what was read can be shared and never changes. The models build what they need
when they are first used, and their modules do not postpone annotations: pydantic would have to evaluate each again.
"""

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from iamtutor.words import Bilingual

Item = TypeVar("Item")


class Shape(BaseModel):
    """A mapping that somebody wrote: unknown keys are refused and nothing is coerced."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, populate_by_name=False, defer_build=True)


class BilingualShape(Shape):
    """`{ko: …, en: …}`, neither of them empty."""

    ko: Annotated[str, Field(min_length=1)]
    en: Annotated[str, Field(min_length=1)]


def _bilingual(shape: BilingualShape) -> Bilingual:
    return Bilingual(shape.ko.strip(), shape.en.strip())


def _day(value: object) -> object:
    """Exactly `YYYY-MM-DD`; Python would take other forms of ISO 8601 as well."""
    try:
        if isinstance(value, str) and len(value) == len("2026-11-23"):
            return dt.date.fromisoformat(value)
    except ValueError:
        pass
    raise PydanticCustomError("cloud.shape-wanted-date", "a date is wanted")


if TYPE_CHECKING:
    Text = Bilingual
    Many = tuple[Item, ...]
else:
    Text = Annotated[BilingualShape, AfterValidator(_bilingual)]
    Many = Annotated[tuple[Item, ...], Field(strict=False)]


@dataclass(frozen=True, slots=True)
class Count:
    """How many items a list has. Asked once all items are right: a wrong item is not also a missing one."""

    least: int
    most: int | None = None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._counted, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        counts = {"minItems": self.least} | ({} if self.most is None else {"maxItems": self.most})
        return {**handler(schema), **counts}

    def _counted(self, items: tuple[Any, ...]) -> tuple[Any, ...]:
        if len(items) < self.least:
            raise PydanticCustomError("cloud.shape-too-few", "too few", {"limit": self.least})
        if self.most is not None and len(items) > self.most:
            raise PydanticCustomError("cloud.shape-too-many", "too many", {"limit": self.most})
        return items


Kebab = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
"""An id: lower-case words and digits joined by hyphens."""

ExercisePath = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
"""An exercise's id: `track/slug`."""

Day = Annotated[dt.date, BeforeValidator(_day)]
"""A calendar day, written `2026-11-23`."""

Difficulty = Annotated[int, Field(ge=1, le=5)]


class SourceShape(Shape):
    """The page that a text follows, and when somebody last read it."""

    url: Annotated[str, Field(pattern=r"^https://\S+$")]
    title: Text
    read: Day
