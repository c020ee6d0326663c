"""order: items into the order of the file."""

from __future__ import annotations

from random import Random

from iamtutor.course.question_shape import OrderQuestion
from iamtutor.quiz.kinds.kind import Answer, Judgement, Mode, Option, Presented, shuffled


class Order:
    """The file lists the items in the right order; they are put in any other."""

    def present(self, question: OrderQuestion, random: Random) -> Presented:
        """The items, shuffled until they are out of order."""
        options = tuple(Option(item.id, item.text) for item in question.items)
        mixed = shuffled(options, random)
        return Presented(Mode.SEQUENCE, "quiz.put-in-order", mixed if mixed != options else (*options[1:], options[0]))

    def judge(self, question: OrderQuestion, answer: Answer) -> Judgement:
        """Every item must stand in its place."""
        right = tuple(item.id for item in question.items)
        return Judgement(answer == right, right)
