"""A question at run time: put with a seed, answered, judged."""

from __future__ import annotations

from random import Random

from iamtutor.course.question_shape import QuestionShape
from iamtutor.quiz.kinds import KINDS, Answer, Judgement, Presented


def present(question: QuestionShape, seed: int | str) -> Presented:
    """The question as it is put; the same seed gives the same order of options, on every machine."""
    return KINDS[question.kind].present(question, Random(f"{seed}:{question.id}"))


def judge(question: QuestionShape, answer: Answer) -> Judgement:
    """Judges an answer."""
    return KINDS[question.kind].judge(question, answer)
