"""The JSON Schemas are schemas, and take what the models take."""

from __future__ import annotations

import jsonschema
import pytest

from iamtutor.cloud import load_yaml
from iamtutor.course import Library, content_root, schemas

LIBRARY = Library(*content_root())


@pytest.mark.parametrize("name", ["lesson", "exercise", "quiz", "world"])
def test_schemas_are_schemas(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas()[name])


def test_the_content_fits_its_schemas() -> None:
    known = schemas()
    files = [(folder / "lesson.yaml", "lesson") for folder in LIBRARY.lesson_folders()]
    files += [(folder / "exercise.yaml", "exercise") for folder in LIBRARY.exercise_folders()]
    files += [(folder / "quiz.yaml", "quiz") for folder in LIBRARY.lesson_folders() if (folder / "quiz.yaml").is_file()]
    for file, name in files:
        value, _ = load_yaml(file)
        errors = jsonschema.Draft202012Validator(known[name]).iter_errors(value)
        assert [f"{file}: {error.json_path} {error.message}" for error in errors] == []
