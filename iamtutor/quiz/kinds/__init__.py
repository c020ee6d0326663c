"""The registry of kinds of question: one kind a file, one line here."""

from __future__ import annotations

from collections.abc import Mapping

from iamtutor.quiz.kinds.choose import Choose
from iamtutor.quiz.kinds.fill import Fill
from iamtutor.quiz.kinds.find import Find
from iamtutor.quiz.kinds.kind import Answer, Judgement, Mode, Option, Presented, QuestionKind
from iamtutor.quiz.kinds.order import Order
from iamtutor.quiz.kinds.predict import Predict

KINDS: Mapping[str, QuestionKind] = {
    "choose": Choose(Mode.ONE),
    "choose-several": Choose(Mode.SEVERAL),
    "predict": Predict(),
    "find": Find(),
    "order": Order(),
    "fill": Fill(),
}

__all__ = ["KINDS", "Answer", "Judgement", "Mode", "Option", "Presented", "QuestionKind"]
