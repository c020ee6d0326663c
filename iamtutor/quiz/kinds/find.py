"""find: the statement that decided."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random
from typing import Any

from iamtutor.course.placing import policy_name
from iamtutor.course.question_shape import FindQuestion
from iamtutor.quiz.kinds.kind import Answer, Judgement, Mode, Option, Presented
from iamtutor.words import Bilingual


class Find:
    """The options are the statements of the scenario's own policies, in their order; ids are `policy#index`."""

    def present(self, question: FindQuestion, random: Random) -> Presented:
        """Every statement, as JSON."""
        return Presented(Mode.ONE, "quiz.pick-statement", tuple(_options(question)))

    def judge(self, question: FindQuestion, answer: Answer) -> Judgement:
        """Right is the statement that the answer names."""
        right = (statement_id(question.answer.policy, question.answer.index),)
        return Judgement(answer == right, right)


def statement_id(policy: str, index: int) -> str:
    """The id of a statement as an option."""
    return f"{policy}#{index}"


def _options(question: FindQuestion) -> Iterator[Option]:
    for placed in question.scenario.policies:
        name = policy_name(placed)
        for index, statement in enumerate(_statements(placed.document.get("Statement"))):
            text = json.dumps(statement, ensure_ascii=False, indent=2)
            yield Option(statement_id(name, index), Bilingual(text, text), is_code=True)


def _statements(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
