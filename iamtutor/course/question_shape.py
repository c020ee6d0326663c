"""`quiz.yaml` and the `question` fences of lessons: one model for each kind of question."""

from typing import Annotated, Literal

from pydantic import Field

from iamtutor.course.answer_shape import Prediction, StatementPlace
from iamtutor.course.exercise_shape import ItemShape, OptionShape, WorldShape
from iamtutor.course.request_shape import AskedShape
from iamtutor.course.shape import Count, Difficulty, Kebab, Many, Shape, SourceShape, Text
from iamtutor.course.slot_shape import PlacedPolicyShape

BLANK = "____"


class ScenarioShape(Shape):
    """A world, the policies that are put into it, and one request: what the evaluator decides a question by."""

    world: WorldShape
    policies: Many[PlacedPolicyShape] = ()
    request: AskedShape


class CorrectOptionShape(OptionShape):
    """An option that says whether it is right."""

    correct: bool


class Question(Shape):
    """What every kind of question has; `explain` is shown after any answer."""

    id: Kebab
    concepts: Annotated[Many[Kebab], Count(1)]
    difficulty: Difficulty
    prompt: Text
    explain: Text
    source: SourceShape
    scenario: ScenarioShape | None = None


class ChooseQuestion(Question):
    """One right option of several."""

    kind: Literal["choose"]
    options: Annotated[Many[CorrectOptionShape], Count(2)]


class ChooseSeveralQuestion(Question):
    """Any number of right options."""

    kind: Literal["choose-several"]
    options: Annotated[Many[CorrectOptionShape], Count(2)]


class PredictQuestion(Question):
    """The decision on the scenario's request; with `layer`, the deciding layer too."""

    kind: Literal["predict"]
    scenario: ScenarioShape
    answer: Prediction


class FindQuestion(Question):
    """The statement that decided the scenario's request."""

    kind: Literal["find"]
    scenario: ScenarioShape
    answer: StatementPlace


class OrderQuestion(Question):
    """Items that the file lists in the right order."""

    kind: Literal["order"]
    items: Annotated[Many[ItemShape], Count(2)]


class FillQuestion(Question):
    """A template with one `____`; `accept` lists every right filling, `choices` what may be picked from."""

    kind: Literal["fill"]
    blank: Annotated[str, Field(pattern=r"^[^_]*____[^_]*$")] | Text
    accept: Annotated[Many[str], Count(1)]
    choices: Many[str] = ()


QuestionShape = Annotated[
    ChooseQuestion | ChooseSeveralQuestion | PredictQuestion | FindQuestion | OrderQuestion | FillQuestion,
    Field(discriminator="kind"),
]


class QuizShape(Shape):
    """A lesson's quiz.yaml."""

    questions: Annotated[Many[QuestionShape], Count(1)]
