"""The texts of an exercise's slots, read as JSON values, and the document that allows everything in a slot."""

from __future__ import annotations

import json

from iamtutor.course import Exercise
from tests.grading.documents import Json, policy

ALL = {"Effect": "Allow", "Action": "*", "Resource": "*"}


def read_slot(text: str) -> Json:
    """A slot's text as a JSON value; None where it is left empty or does not read."""
    try:
        return json.loads(text) if text.strip() else None
    except ValueError:
        return None


def start_of(exercise: Exercise, slot: str) -> Json:
    return read_slot(exercise.task.slot(slot).start)


def whole_access(slot_type: str) -> Json:
    """A valid document of a slot's type that allows everything to everybody."""
    if slot_type == "trust":
        return policy({"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"})
    if slot_type == "bucket":
        return policy({"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*"})
    if slot_type in ("resource", "endpoint"):
        return policy({"Principal": "*", **ALL})
    if slot_type == "rcp":
        return policy({"Effect": "Allow", "Principal": "*", "Action": "*", "Resource": "*"})
    return policy(ALL)
