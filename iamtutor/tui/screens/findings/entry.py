"""One finding in the list, and what the learner may want done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from iamtutor.analyzer import ValidationFinding


@dataclass(frozen=True)
class Entry:
    """A finding with the slot and the text in which it stands; `file` is empty where there is only one."""

    slot: str
    file: str
    line: int
    text: str
    finding: ValidationFinding


@dataclass(frozen=True)
class Wish:
    """What is to be done: go to the place of a finding, or make its quick fix."""

    do: Literal["go", "fix"]
    entry: Entry
