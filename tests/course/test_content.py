"""The course that is shipped: nothing is wrong with it, and what it claims is decided so."""

from __future__ import annotations

import pytest

from iamtutor.cloud import dotted
from iamtutor.course import Attempt, Library, check_content, content_root

LIBRARY = Library(*content_root())


def test_nothing_is_wrong_with_the_content() -> None:
    found = [f"{f.source}:{f.arguments.get('at')} {dotted(f.path)} {f.code}" for f in check_content(LIBRARY)]
    assert found == []


@pytest.mark.parametrize("name", LIBRARY.exercise_ids())
def test_the_solution_passes_and_the_start_does_not(name: str) -> None:
    reading = LIBRARY.exercise(name)
    assert reading.findings == ()
    assert reading.exercise is not None
    assert reading.exercise.solved().grade().passed
    assert not reading.exercise.attempt().grade().passed


@pytest.mark.parametrize("slug", LIBRARY.lesson_slugs())
def test_every_request_of_a_lesson_is_decided_as_it_says(slug: str) -> None:
    lesson = LIBRARY.lesson(slug).lesson
    assert lesson is not None
    for step in lesson.steps:
        results = Attempt.start(step.task(lesson.world)).decide_all()
        assert [result.request.id for result in results if not result.ok] == []
