"""A learner's `answer.yaml`, read for the exercise that it answers."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter

from iamtutor.course.answer_shape import Answer
from iamtutor.course.authored import Authored, read_file
from iamtutor.course.kinds import KINDS


def read_answer(file: Path, kind: str) -> Authored[Answer]:
    """Reads the answer to an exercise of a kind that is answered so. ValueError for kinds that write policies."""
    model = KINDS[kind].answer_model
    if model is None:
        raise ValueError(f"{kind} is answered by policies")
    return read_file(file, TypeAdapter(model))
