"""Lessons and exercises: formats, loading, attempts and grades. Knows no screen.

Names are imported when they are first used: reading the index must not cost YAML and the models.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from iamtutor.course.content_root import content_root
from iamtutor.course.messages import MESSAGES
from iamtutor.lazy import lazily

if TYPE_CHECKING:
    from iamtutor.course.answer_file import read_answer
    from iamtutor.course.attempt import Attempt, Checked, Decided, Parsed, Proved, Stage
    from iamtutor.course.exercise import Exercise, ExerciseReading
    from iamtutor.course.glossary import Glossary, Term, load_glossary
    from iamtutor.course.grade import Grade, Versions
    from iamtutor.course.index import ExerciseEntry, Index, LessonEntry, QuestionEntry, StepEntry, load_index
    from iamtutor.course.json_schemas import schemas
    from iamtutor.course.lesson import Lesson, LessonReading, Step
    from iamtutor.course.library import Library, UnknownContentError
    from iamtutor.course.pack_check import check_content
    from iamtutor.course.results import AnswerResult, HiddenResult, RequestResult, RuleResult
    from iamtutor.course.results_json import grade_json
    from iamtutor.course.step import StepText, read_step
    from iamtutor.course.task import Task, TaskRequest, TaskSlot

_HOMES: Final = {
    "AnswerResult": "results",
    "Attempt": "attempt",
    "Checked": "attempt",
    "Decided": "attempt",
    "Exercise": "exercise",
    "ExerciseEntry": "index",
    "ExerciseReading": "exercise",
    "Glossary": "glossary",
    "Grade": "grade",
    "HiddenResult": "results",
    "Index": "index",
    "Lesson": "lesson",
    "LessonEntry": "index",
    "LessonReading": "lesson",
    "Library": "library",
    "Parsed": "attempt",
    "Proved": "attempt",
    "QuestionEntry": "index",
    "RequestResult": "results",
    "RuleResult": "results",
    "Stage": "attempt",
    "Step": "lesson",
    "StepEntry": "index",
    "StepText": "step",
    "Task": "task",
    "TaskRequest": "task",
    "TaskSlot": "task",
    "Term": "glossary",
    "UnknownContentError": "library",
    "Versions": "grade",
    "check_content": "pack_check",
    "grade_json": "results_json",
    "load_glossary": "glossary",
    "load_index": "index",
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
    "Glossary",
    "Grade",
    "HiddenResult",
    "Index",
    "Lesson",
    "LessonEntry",
    "LessonReading",
    "Library",
    "Parsed",
    "Proved",
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
    "Term",
    "UnknownContentError",
    "Versions",
    "check_content",
    "content_root",
    "grade_json",
    "load_glossary",
    "load_index",
    "read_answer",
    "read_step",
    "schemas",
]

if not TYPE_CHECKING:
    __getattr__ = lazily(__name__, _HOMES)
