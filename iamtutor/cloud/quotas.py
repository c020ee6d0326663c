"""The quotas of IAM, STS and Organizations as data: value, unit, AWS's error, and how certain the figure is.

`certainty` is `page` (AWS's own page, read on `read`), `api-model` (the constraints that AWS publishes with its API),
`secondary` (the page as others quote it) or `uncertain`. No exercise hinges on an uncertain one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from iamtutor.words import Bilingual

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

Certainty = Literal["page", "api-model", "secondary", "uncertain"]


@dataclass(frozen=True, slots=True)
class Quota:
    """One quota. `max` is None where AWS does not raise it; `aws_name` is what AWS calls it in the error."""

    id: str
    default: int
    max: int | None
    unit: str
    aws_name: str
    error: str
    source: str
    read: date
    certainty: Certainty
    title: Bilingual


@cache
def quotas() -> Mapping[str, Quota]:
    """All quotas, by ID."""
    text = Path(__file__).with_name("quotas.json").read_text("utf-8")
    return {row["id"]: _quota(row) for row in json.loads(text)}


def _quota(row: dict[str, object]) -> Quota:
    title, read = row["title"], row["read"]
    assert isinstance(title, dict)
    assert isinstance(read, str)
    return Quota(**{**row, "read": date.fromisoformat(read), "title": Bilingual(**title)})  # type: ignore[arg-type]


def limit(world: World, quota: str) -> int:
    """What a quota allows in a world: what the world says, else AWS's default. KeyError for an unknown quota."""
    return world.quotas.get(quota, quotas()[quota].default)
