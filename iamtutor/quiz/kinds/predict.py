"""predict: which decision, and where the question asks for it, which layer."""

from __future__ import annotations

from random import Random

from iamtutor.access import Layer, Verdict
from iamtutor.access.narration import layer_name, verdict_name
from iamtutor.course.question_shape import PredictQuestion
from iamtutor.quiz.kinds.kind import Answer, Judgement, Mode, Option, Presented

_LAYERS = tuple(Option(layer.value, layer_name(layer)) for layer in Layer if layer is not Layer.NONE)


class Predict:
    """The three decisions always stand in the same order, and so do the layers: a table that one gets to know."""

    def present(self, question: PredictQuestion, random: Random) -> Presented:
        """The decisions, and the layers where one is asked for."""
        decisions = tuple(Option(verdict.value, verdict_name(verdict)) for verdict in Verdict)
        return Presented(Mode.ONE, "quiz.pick-decision", decisions, _LAYERS if question.answer.layer else ())

    def judge(self, question: PredictQuestion, answer: Answer) -> Judgement:
        """The decision must be right, and the layer where it is asked for."""
        wanted = question.answer
        right = (wanted.decision, *((wanted.layer,) if wanted.layer else ()))
        return Judgement(answer == right, right)
