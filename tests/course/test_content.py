"""The course that is shipped: nothing is wrong with it, and what it claims is decided so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

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


def test_a_policy_that_is_named_as_one_of_awss_own_says_what_that_one_says() -> None:
    """A learner who knows FullAWSAccess must not meet another policy under its name."""
    own = {
        "FullAWSAccess",
        "RCPFullAWSAccess",
        "AdministratorAccess",
        "PowerUserAccess",
        "ReadOnlyAccess",
        "ViewOnlyAccess",
    }
    everything = [{"Effect": "Allow", "Action": "*", "Resource": "*"}]
    texts = [file for folder in content_root() for file in folder.rglob("*.yaml")]
    found = [(file.name, name, body) for file in texts for name, body in _named(_read(file))]
    assert len(found) > 30
    wrong = [
        (file, name)
        for file, name, body in found
        if (name in own or name.startswith(("Amazon", "AWS")))
        and body is not None
        and body.get("Statement") != everything
    ]
    assert wrong == []


def _read(file: Path) -> Any:
    try:
        return yaml.safe_load(file.read_text("utf-8"))
    except yaml.YAMLError:  # what a learner begins with may be broken
        return None


def _named(value: Any) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """The documents in a file, each with the name that stands beside or above it."""
    if isinstance(value, dict):
        if isinstance(value.get("name"), str) and "document" in value:
            yield value["name"], value["document"]
        for key, part in value.items():
            if isinstance(part, dict) and "Statement" in part:
                yield str(key), part
            elif isinstance(part, dict) and isinstance(part.get("document"), dict):
                yield str(key), part["document"]
            yield from _named(part)
    elif isinstance(value, list):
        for part in value:
            yield from _named(part)
