"""Authored files and texts, read into their models: YAML in, a value or findings with file, line and key out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import TypeAdapter, ValidationError

from iamtutor.cloud import ContentError, Place, Places, load_yaml, validation_findings
from iamtutor.policy import Finding, Lines, Span

Value = TypeVar("Value")
Several = TypeVar("Several")


@dataclass(frozen=True, slots=True)
class Authored(Generic[Value]):
    """What came of reading: the value (None where there are findings), and the places of its parts."""

    value: Value | None
    places: Places
    findings: tuple[Finding, ...] = ()


def read_file(file: Path, model: TypeAdapter[Value]) -> Authored[Value]:
    """Reads a YAML file."""
    return _read(file, str(file), model)


def read_text(text: str, model: TypeAdapter[Value], source: str, first_line: int = 1) -> Authored[Value]:
    """Reads YAML that begins at line `first_line` of the file `source`."""
    return _read("\n" * (first_line - 1) + text, source, model)


def read_either(
    text: str, one: TypeAdapter[Value], many: TypeAdapter[Several], source: str, first_line: int = 1
) -> Authored[Value] | Authored[Several]:
    """As `read_text`, for a text that holds one thing or a list: asked apart, so that a mistake names its key."""
    raw = read_text(text, TypeAdapter(object), source, first_line)
    if raw.findings:
        return Authored(None, raw.places, raw.findings)
    if isinstance(raw.value, list):
        return validated(raw.value, raw.places, many)
    return validated(raw.value, raw.places, one)


def read_attributes(values: dict[str, str], model: TypeAdapter[Value], source: str, line: int) -> Authored[Value]:
    """Reads values that stand on one line of the file `source`."""
    places = Places(source, Lines("\n" * line), {(): Place(None, Span(line - 1, line))})
    return validated(values, places, model)


def validated(value: Any, places: Places, model: TypeAdapter[Value]) -> Authored[Value]:
    """A value that was read, as its model has it."""
    try:
        return Authored(model.validate_python(value), places)
    except ValidationError as error:
        return Authored(None, places, tuple(validation_findings(error, places)))


def _read(source: Path | str, name: str, model: TypeAdapter[Value]) -> Authored[Value]:
    try:
        value, places = load_yaml(source, name)
    except ContentError as error:
        return Authored(None, Places.nowhere(name), error.findings)
    return validated(value, places, model)
