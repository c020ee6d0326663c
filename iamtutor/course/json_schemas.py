"""The JSON Schemas of the content formats, for editors that complete and check while one writes."""

from __future__ import annotations

from typing import Any

from iamtutor.cloud.shape import WorldShape
from iamtutor.course.exercise_shape import ExerciseShape
from iamtutor.course.glossary_shape import GlossaryShape
from iamtutor.course.lesson_shape import LessonShape
from iamtutor.course.question_shape import QuizShape


def schemas() -> dict[str, dict[str, Any]]:
    """The schemas of lesson.yaml, exercise.yaml, quiz.yaml, worlds and glossary.yaml, by name."""
    return {
        "lesson": LessonShape.model_json_schema(),
        "exercise": ExerciseShape.model_json_schema(),
        "quiz": QuizShape.model_json_schema(),
        "world": WorldShape.model_json_schema(),
        "glossary": GlossaryShape.model_json_schema(),
    }
