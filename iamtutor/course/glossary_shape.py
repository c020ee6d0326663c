"""`glossary.yaml`, key by key."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from iamtutor.course.shape import Kebab, Many, Shape, SourceShape, Text

StepPath = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$")]
"""A lesson's step: `lesson/step`."""
Name = Annotated[str, Field(min_length=1)]


class AlsoShape(Shape):
    """Other names of a term, in each language."""

    ko: Many[Name] = ()
    en: Many[Name] = ()


class TermShape(Shape):
    """A term; `source` is the key of one of the file's sources, `lesson` the step that teaches it."""

    id: Kebab
    name: Text
    also: AlsoShape = AlsoShape()
    means: Text
    source: Kebab
    lesson: StepPath | None = None


class GlossaryShape(Shape):
    """The whole file."""

    sources: Mapping[Kebab, SourceShape]
    terms: Many[TermShape]
