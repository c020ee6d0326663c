"""Quizzes: questions of every kind, put, answered and judged; sittings with them. Knows no screen.

Names are imported when they are first used: the questions' models cost pydantic.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iamtutor.lazy import lazily
from iamtutor.quiz.messages import MESSAGES

if TYPE_CHECKING:
    from iamtutor.quiz.kinds import Answer, Judgement, Mode, Option, Presented
    from iamtutor.quiz.question import judge, present
    from iamtutor.quiz.session import Answered, QuizSession, Summary

_HOMES: Final = {
    "Answer": "kinds",
    "Answered": "session",
    "Judgement": "kinds",
    "Mode": "kinds",
    "Option": "kinds",
    "Presented": "kinds",
    "QuizSession": "session",
    "Summary": "session",
    "judge": "question",
    "present": "question",
}

__all__ = [
    "MESSAGES",
    "Answer",
    "Answered",
    "Judgement",
    "Mode",
    "Option",
    "Presented",
    "QuizSession",
    "Summary",
    "judge",
    "present",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
