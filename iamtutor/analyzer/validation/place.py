"""Where a finding stands: the stretch of text, and the path in the form of the ValidatePolicy operation.

https://docs.aws.amazon.com/access-analyzer/latest/APIReference/API_PathElement.html
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from iamtutor.policy.finding import Span
from iamtutor.policy.tree import Path


class Value(NamedTuple):
    """The value that stands under a key."""

    key: str

    def json(self) -> dict[str, object]:
        """The element as AWS writes it."""
        return {"value": self.key}


class Key(NamedTuple):
    """A key itself, where the key and not its value is to blame."""

    key: str

    def json(self) -> dict[str, object]:
        """The element as AWS writes it."""
        return {"key": self.key}


class Index(NamedTuple):
    """An item of a list, from 0."""

    number: int

    def json(self) -> dict[str, object]:
        """The element as AWS writes it."""
        return {"index": self.number}


class Substring(NamedTuple):
    """A part of a string, counted in its own characters."""

    start: int
    length: int

    def json(self) -> dict[str, object]:
        """The element as AWS writes it."""
        return {"substring": {"start": self.start, "length": self.length}}


PathElement = Value | Key | Index | Substring
PolicyPath = tuple[PathElement, ...]


class Place(NamedTuple):
    """A stretch of the text and the path that leads there."""

    span: Span
    path: PolicyPath


def policy_path(path: Path, *, blames_key: bool = False) -> PolicyPath:
    """AWS's form of a JSON path; with `blames_key` its last name is the key itself."""
    elements: list[PathElement] = [Value(step) if isinstance(step, str) else Index(step) for step in path]
    if blames_key and elements and isinstance(path[-1], str):
        elements[-1] = Key(path[-1])
    return tuple(elements)


def path_json(path: PolicyPath) -> list[Mapping[str, object]]:
    """The path as ValidatePolicy answers it."""
    return [element.json() for element in path]
