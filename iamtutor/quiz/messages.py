"""What a quiz says around its questions, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

MESSAGES: Mapping[str, Mapping[str, str]] = {
    "quiz.pick-one": {"ko": "하나를 고르세요.", "en": "Pick one."},
    "quiz.pick-several": {"ko": "맞는 것을 모두 고르세요.", "en": "Pick all that are right."},
    "quiz.put-in-order": {"ko": "순서대로 늘어놓으세요.", "en": "Put these in order."},
    "quiz.type-answer": {"ko": "빈칸에 들어갈 말을 쓰세요.", "en": "Type what belongs in the blank."},
    "quiz.pick-decision": {"ko": "어떤 결정이 나올까요?", "en": "What is the decision?"},
    "quiz.pick-layer": {"ko": "어느 정책에서 결정될까요?", "en": "Which kind of policy decides?"},
    "quiz.pick-statement": {"ko": "결정한 문을 고르세요.", "en": "Pick the statement that decided."},
    "quiz.right": {"ko": "맞습니다.", "en": "Right."},
    "quiz.wrong": {"ko": "아닙니다.", "en": "Not right."},
    "quiz.score": {
        "ko": "{answered}문제 가운데 {correct}문제를 맞혔습니다.",
        "en": "{correct} of {answered:question|questions} right.",
    },
}
