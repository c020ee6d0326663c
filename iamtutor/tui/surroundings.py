"""What the app is given: nothing here is reached for, so that a test can give its own."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from iamtutor.study import Clock, Profile


@dataclass(frozen=True)
class Surroundings:
    """Where the content lies, the learner's profile, what time it is, and the seed of everything shuffled."""

    lessons: Path
    exercises: Path
    profile: Profile
    clock: Clock
    seed: int
