"""`lesson.yaml`, key by key."""

from typing import Annotated

from pydantic import Field

from iamtutor.course.exercise_shape import WorldShape
from iamtutor.course.shape import Count, ExercisePath, Kebab, Many, Shape, SourceShape, Text


class LessonShape(Shape):
    """A lesson as its file has it; the steps are the Markdown files beside it."""

    title: Text
    summary: Text
    concepts: Annotated[Many[Kebab], Count(1)]
    minutes: Annotated[int, Field(ge=1, le=60)]
    sources: Annotated[Many[SourceShape], Count(1)]
    world: WorldShape
    exercises: Many[ExercisePath] = ()
