"""choose and choose-several: options, each with its reason."""

from __future__ import annotations

from random import Random

from iamtutor.course.question_shape import ChooseQuestion, ChooseSeveralQuestion
from iamtutor.quiz.kinds.kind import Answer, Judgement, Mode, Option, Presented, shuffled


class Choose:
    """Right are exactly the options that are marked correct."""

    def __init__(self, mode: Mode) -> None:
        self._mode = mode

    def present(self, question: ChooseQuestion | ChooseSeveralQuestion, random: Random) -> Presented:
        """The options, shuffled."""
        options = tuple(Option(option.id, option.text) for option in question.options)
        ask = "quiz.pick-one" if self._mode is Mode.ONE else "quiz.pick-several"
        return Presented(self._mode, ask, shuffled(options, random))

    def judge(self, question: ChooseQuestion | ChooseSeveralQuestion, answer: Answer) -> Judgement:
        """Compares sets; every option comes with its reason."""
        right = tuple(option.id for option in question.options if option.correct)
        reasons = tuple((option.id, option.why) for option in question.options)
        return Judgement(len(set(answer)) == len(answer) and set(answer) == set(right), right, reasons)
