"""`answer.yaml`: what a person answers where there is no policy to write, and the file's four forms."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, RootModel

from iamtutor.course.shape import Kebab, Many, Shape

DecisionName = Literal["Allowed", "ExplicitlyDenied", "ImplicitlyDenied"]
LayerName = Literal["identity", "boundary", "session", "resource", "scp", "rcp", "endpoint", "service", "root", "none"]


class Prediction(Shape):
    """What a person expects of one request; `layer` where the exercise asks for it."""

    decision: DecisionName
    layer: LayerName | None = None


class PredictAnswer(RootModel[Mapping[Kebab, Prediction]]):
    """A prediction for each request, by its id."""


class StatementPlace(Shape):
    """A statement by its policy's name and its place in it, from 0."""

    policy: Annotated[str, Field(min_length=1)]
    index: Annotated[int, Field(ge=0)]


class FindAnswer(Shape):
    """The statement that decided."""

    statement: StatementPlace


class ChooseAnswer(Shape):
    """The chosen option."""

    choice: Kebab


class ArrangeAnswer(Shape):
    """All items, in the order that the person gave them."""

    order: Many[Kebab]


Answer = PredictAnswer | FindAnswer | ChooseAnswer | ArrangeAnswer
