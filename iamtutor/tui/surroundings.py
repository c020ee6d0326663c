"""What the app is given: nothing here is reached for, so that a test can give its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from iamtutor.study import Clock, Profile

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog


class Surroundings(NamedTuple):
    """Where the content lies, the learner's profile, what time it is, and the seed of everything shuffled.

    `catalog` opens the catalogue when something is first proved; without one, the installed data is read anew.
    """

    lessons: Path
    exercises: Path
    profile: Profile
    clock: Clock
    seed: int
    catalog: Callable[[], Catalog] | None = None
