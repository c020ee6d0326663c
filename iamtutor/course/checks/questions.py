"""Whether a question can be asked and has a right answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from iamtutor.cloud import Places
from iamtutor.course.checks.scenario import check_scenario
from iamtutor.course.question_shape import (
    ChooseQuestion,
    ChooseSeveralQuestion,
    FillQuestion,
    OrderQuestion,
    QuestionShape,
)
from iamtutor.course.worlds import Worlds
from iamtutor.policy import Finding


def check_question(question: QuestionShape, places: Places, worlds: Worlds) -> Iterator[Finding]:
    """Everything wrong with one question; `places` are those of the question."""
    if isinstance(question, ChooseQuestion | ChooseSeveralQuestion):
        yield from _check_options(question, places)
        yield from check_ids((option.id for option in question.options), "options", places)
    elif isinstance(question, OrderQuestion):
        yield from check_ids((item.id for item in question.items), "items", places)
    elif isinstance(question, FillQuestion):
        yield from _check_choices(question, places)
    yield from check_scenario(question, places, worlds)


def check_ids(ids: Iterable[str], key: str, places: Places) -> Iterator[Finding]:
    """Each id of a list stands there once."""
    seen: dict[str, int] = {}
    for index, name in enumerate(ids):
        if name in seen:
            yield places.finding("course.duplicate-id", (key, index, "id"), name=name, other=f"{key}[{seen[name]}]")
        seen.setdefault(name, index)


def _check_options(question: ChooseQuestion | ChooseSeveralQuestion, places: Places) -> Iterator[Finding]:
    correct = sum(option.correct for option in question.options)
    if isinstance(question, ChooseQuestion) and correct != 1:
        yield places.finding("course.one-correct", ("options",))
    if isinstance(question, ChooseSeveralQuestion) and not 0 < correct < len(question.options):
        yield places.finding("course.some-correct", ("options",))


def _check_choices(question: FillQuestion, places: Places) -> Iterator[Finding]:
    for index, accepted in enumerate(question.accept):
        if question.choices and accepted not in question.choices:
            yield places.finding("course.accept-not-offered", ("accept", index), item=accepted)
