"""Whether an exercise can be solved, is not solved already, and says what is true."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from iamtutor.cloud import UnknownReferenceError
from iamtutor.course.checks.asking import objection_to
from iamtutor.course.checks.questions import check_ids
from iamtutor.course.exercise import Exercise
from iamtutor.course.library import Library
from iamtutor.policy import Finding

_KEYS_OF_KINDS = {
    "edit": ("write", "repair", "tighten"),
    "rules": ("write", "repair", "tighten"),
    "vary": ("write", "repair", "tighten"),
    "request": ("find",),
    "choices": ("choose",),
    "items": ("arrange",),
}

_SEEDS_TRIED = 5


def check_exercise(folder: Path, library: Library, lessons: Collection[str] = ()) -> Iterator[Finding]:
    """Everything wrong with the exercise in a folder; `lessons` are some beyond the library's, which it may belong to."""
    reading = library.exercise(str(folder))
    yield from reading.findings
    exercise = reading.exercise
    if exercise is None:
        return
    yield from _check_keys(exercise)
    yield from check_ids((request.id for request in exercise.shape.requests), "requests", exercise.places)
    yield from check_ids((option.id for option in exercise.shape.choices), "choices", exercise.places)
    yield from check_ids((item.id for item in exercise.shape.items), "items", exercise.places)
    if exercise.shape.lesson not in (*library.lesson_slugs(), *lessons):
        yield exercise.places.finding("course.unknown-lesson", ("lesson",), lesson=exercise.shape.lesson)
    blockers = tuple(_check_world(exercise))
    yield from blockers
    if blockers or reading.findings:
        return
    for problem in exercise.kind.problems(exercise):
        places = exercise.answer_places if problem.in_answer else exercise.places
        yield places.finding(problem.code, problem.path, problem.arguments)
    yield from _check_variations(exercise, library)


def _check_variations(exercise: Exercise, library: Library) -> Iterator[Finding]:
    """Some draws of other names: each must still have its solution, and not begin solved."""
    for seed in range(_SEEDS_TRIED) if exercise.shape.vary else ():
        drawn = library.exercise(str(exercise.folder), seed)
        yield from drawn.findings
        other = drawn.exercise
        if other is not None and (not other.solved().grade().passed or other.attempt().grade().passed):
            yield exercise.places.finding("course.variation-fails", ("vary",), seed=seed)


def _check_keys(exercise: Exercise) -> Iterator[Finding]:
    """Keys of another kind; slots and files of the goal that are not there."""
    shape = exercise.shape
    for key, kinds in _KEYS_OF_KINDS.items():
        if getattr(shape, key) and shape.kind not in kinds:
            yield exercise.places.finding("course.kind-has-no", (key,), at_key=True, kind=shape.kind, name=key)
    if shape.goal.each_alone and any(slot.type == "attachments" for slot in shape.edit.values()):
        yield exercise.places.finding("course.alone-attachments", ("goal", "each-alone"))
    for bound, files in (("floor", shape.goal.floor), ("ceiling", shape.goal.ceiling)):
        for slot, file in files.items():
            if slot not in shape.edit:
                yield exercise.places.finding("course.unknown-slot", ("goal", bound, slot), slot=slot)
            if not (exercise.folder / file).is_file():
                yield exercise.places.finding("course.file-missing", ("goal", bound, slot), file=file)


def _check_world(exercise: Exercise) -> Iterator[Finding]:
    """Slots that the world has no place for, and requests that cannot be made or (where no policy is written) are wrong."""
    attempt = exercise.attempt()
    for index, slot in enumerate(exercise.task.slots):
        try:
            attempt.world(index + 1)
        except UnknownReferenceError as error:
            yield exercise.places.finding(error.finding.code, ("edit", slot.key), error.finding.arguments)
            return
    judged_by_start = exercise.kind.answer_model is not None
    for index, request in enumerate(exercise.shape.requests):
        asked = request if judged_by_start else request.model_copy(update={"expect": None})
        objection = objection_to(attempt.world(len(exercise.task.slots)), asked, request.id)
        if objection is not None:
            yield exercise.places.finding(objection[0], ("requests", index), objection[1])
