"""Proofs of the exercises' answers as a learner types them: both directions, for every caller of the exercise's world."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator

from iamtutor.catalog import Catalog
from iamtutor.course import Attempt, Exercise, Library, content_root


def answers(exercise: Exercise) -> Iterator[Attempt]:
    """The start, the solution, and the solution with each statement taken out or opened to everything."""
    yield exercise.attempt()
    yield exercise.solved()
    for slot, text in exercise.solution.items():
        if exercise.shape.edit[slot].type == "attachments" or not text.strip():
            continue
        document = json.loads(text)
        for number, statement in enumerate(document["Statement"]):
            others = [each for index, each in enumerate(document["Statement"]) if index != number]
            opened = {key: value for key, value in statement.items() if key != "Condition"} | {"Action": "*"}
            for statements in (others, [*others, opened]):
                if statements:
                    yield exercise.solved().with_text(slot, json.dumps({**document, "Statement": statements}))


def main() -> None:
    """Print median, p99 and maximum, in milliseconds of processor time: the first time, and again."""
    catalog = Catalog.installed(os.environ)
    library = Library(*content_root(), lambda: catalog)
    times: tuple[list[float], list[float]] = ([], [])
    for name in library.exercise_ids():
        exercise = library.exercise(name).exercise
        if exercise is None or exercise.task.goal is None:
            continue
        exercise.solved().prove()
        for attempt in answers(exercise):
            for measured in times:
                begun = time.process_time()
                if attempt.prove() is not None:
                    measured.append((time.process_time() - begun) * 1000)
    for name, measured in zip(("first", "again"), times, strict=True):
        measured.sort()
        median, p99 = measured[len(measured) // 2], measured[int(len(measured) * 0.99)]
        shown = f"median {median:.1f} ms, p99 {p99:.1f} ms, max {measured[-1]:.1f} ms"
        print(f"{len(measured)} answers, each proved both ways, {name}: {shown}")
