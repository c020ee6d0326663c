"""Lessons and exercises: formats, loading, attempts and grades. Knows no screen.

Names are imported when they are first used: reading the index must not cost YAML and the models.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from iamtutor.course.content_root import content_root
from iamtutor.course.index import ExerciseEntry, Index, LessonEntry, QuestionEntry, StepEntry, load_index
from iamtutor.course.messages import MESSAGES

if TYPE_CHECKING:
    from iamtutor.course.answer_file import read_answer
    from iamtutor.course.attempt import Attempt, Checked, Decided, Parsed, Stage
    from iamtutor.course.exercise import Exercise, ExerciseReading
    from iamtutor.course.grade import Grade, Versions
    from iamtutor.course.json_schemas import schemas
    from iamtutor.course.lesson import Lesson, LessonReading, Step
    from iamtutor.course.library import Library, UnknownContentError
    from iamtutor.course.pack_check import check_content
    from iamtutor.course.results import AnswerResult, HiddenResult, RequestResult, RuleResult
    from iamtutor.course.results_json import grade_json
    from iamtutor.course.step import StepText, read_step
    from iamtutor.course.task import Task, TaskRequest, TaskSlot

_HOMES = {
    "AnswerResult": "results",
    "Attempt": "attempt",
    "Checked": "attempt",
    "Decided": "attempt",
    "Exercise": "exercise",
    "ExerciseReading": "exercise",
    "Grade": "grade",
    "HiddenResult": "results",
    "Lesson": "lesson",
    "LessonReading": "lesson",
    "Library": "library",
    "Parsed": "attempt",
    "RequestResult": "results",
    "RuleResult": "results",
    "Stage": "attempt",
    "Step": "lesson",
    "StepText": "step",
    "Task": "task",
    "TaskRequest": "task",
    "TaskSlot": "task",
    "UnknownContentError": "library",
    "Versions": "grade",
    "check_content": "pack_check",
    "grade_json": "results_json",
    "read_answer": "answer_file",
    "read_step": "step",
    "schemas": "json_schemas",
}

__all__ = [
    "MESSAGES",
    "AnswerResult",
    "Attempt",
    "Checked",
    "Decided",
    "Exercise",
    "ExerciseEntry",
    "ExerciseReading",
    "Grade",
    "HiddenResult",
    "Index",
    "Lesson",
    "LessonEntry",
    "LessonReading",
    "Library",
    "Parsed",
    "QuestionEntry",
    "RequestResult",
    "RuleResult",
    "Stage",
    "Step",
    "StepEntry",
    "StepText",
    "Task",
    "TaskRequest",
    "TaskSlot",
    "UnknownContentError",
    "Versions",
    "check_content",
    "content_root",
    "grade_json",
    "load_index",
    "read_answer",
    "read_step",
    "schemas",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(name)
    return getattr(import_module(f"iamtutor.course.{home}"), name)
