"""A learner's profile on SQLite: drafts, progress, quiz answers, settings.

Names are imported when they are first used: a command that only asks for the language need not load it all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iamtutor.lazy import lazily
from iamtutor.study.messages import MESSAGES

if TYPE_CHECKING:
    from iamtutor.study.answers import Answer, AnswerCount, Answers, due_order
    from iamtutor.study.clock import Clock, system_clock
    from iamtutor.study.drafts import Draft, Drafts, fingerprint
    from iamtutor.study.home import data_home
    from iamtutor.study.problem import Notice, StoreError
    from iamtutor.study.profile import Profile
    from iamtutor.study.progress import Attempt, ExerciseRecord, Place, Progress, Spot
    from iamtutor.study.settings import Language, Marking, Reading, Settings
    from iamtutor.study.standing import LessonCount, Standing, streak

_HOMES: Final = {
    "Answer": "answers",
    "AnswerCount": "answers",
    "Answers": "answers",
    "Attempt": "progress",
    "Clock": "clock",
    "Draft": "drafts",
    "Drafts": "drafts",
    "ExerciseRecord": "progress",
    "Language": "settings",
    "LessonCount": "standing",
    "Marking": "settings",
    "Notice": "problem",
    "Place": "progress",
    "Profile": "profile",
    "Progress": "progress",
    "Reading": "settings",
    "Settings": "settings",
    "Spot": "progress",
    "Standing": "standing",
    "StoreError": "problem",
    "data_home": "home",
    "due_order": "answers",
    "fingerprint": "drafts",
    "streak": "standing",
    "system_clock": "clock",
}

__all__ = [
    "MESSAGES",
    "Answer",
    "AnswerCount",
    "Answers",
    "Attempt",
    "Clock",
    "Draft",
    "Drafts",
    "ExerciseRecord",
    "Language",
    "LessonCount",
    "Marking",
    "Notice",
    "Place",
    "Profile",
    "Progress",
    "Reading",
    "Settings",
    "Spot",
    "Standing",
    "StoreError",
    "data_home",
    "due_order",
    "fingerprint",
    "streak",
    "system_clock",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
