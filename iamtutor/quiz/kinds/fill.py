"""fill: one blank in a template."""

from __future__ import annotations

import unicodedata
from random import Random

from iamtutor.course.question_shape import FillQuestion
from iamtutor.quiz.kinds.kind import Answer, Judgement, Mode, Option, Presented, shuffled
from iamtutor.words import Bilingual

_SAME_WORDS = (("암시적", "묵시적"),)
"""Words that AWS's Korean pages use for one thing; any of them may be answered."""


class Fill:
    """Case, white space and spellings of one word do not matter."""

    def present(self, question: FillQuestion, random: Random) -> Presented:
        """The template, with what may be picked from where the question says so."""
        blank = question.blank if isinstance(question.blank, Bilingual) else Bilingual(question.blank, question.blank)
        options = tuple(Option(choice, Bilingual(choice, choice), is_code=True) for choice in question.choices)
        if options:
            return Presented(Mode.ONE, "quiz.pick-one", shuffled(options, random), blank=blank)
        return Presented(Mode.TEXT, "quiz.type-answer", blank=blank)

    def judge(self, question: FillQuestion, answer: Answer) -> Judgement:
        """Any accepted filling is right."""
        accepted = {folded(text) for text in question.accept}
        correct = len(answer) == 1 and folded(answer[0]) in accepted
        return Judgement(correct, question.accept[:1])


def folded(text: str) -> str:
    """A text without the differences that do not count."""
    text = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    for word, standard in _SAME_WORDS:
        text = text.replace(word, standard)
    return text
