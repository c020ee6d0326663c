"""A learner's profile on SQLite: drafts, progress, quiz answers, settings."""

from iamtutor.study.answers import Answer, AnswerCount, Answers, due_order
from iamtutor.study.clock import Clock, system_clock
from iamtutor.study.drafts import Draft, Drafts, fingerprint
from iamtutor.study.home import data_home
from iamtutor.study.messages import MESSAGES
from iamtutor.study.problem import Notice, StoreError
from iamtutor.study.profile import Profile
from iamtutor.study.progress import Attempt, ExerciseRecord, Place, Progress
from iamtutor.study.settings import Language, Reading, Settings
from iamtutor.study.standing import LessonCount, Standing, streak

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
    "Notice",
    "Place",
    "Profile",
    "Progress",
    "Reading",
    "Settings",
    "Standing",
    "StoreError",
    "data_home",
    "due_order",
    "fingerprint",
    "streak",
    "system_clock",
]
