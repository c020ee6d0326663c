"""The same exercise with other names: a seed draws, for each name in `vary`, one of its alternatives."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

_KEPT = frozenset({"kind", "vary", "lesson", "concepts", "source"})
"""Keys of exercise.yaml in which nothing is renamed."""


@dataclass(frozen=True, slots=True)
class Variation:
    """Which name takes the place of which, as whole words: `reports` does not touch `reports-old`."""

    names: Mapping[str, str]

    @classmethod
    def draw(cls, vary: Mapping[str, Sequence[str]], seed: int | None, exercise: str) -> Variation:
        """The variation of a seed; without one everything keeps its name."""
        if seed is None:
            return cls({})
        random = Random(f"{seed}:{exercise}")
        return cls({name: random.choice(list(others)) for name, others in sorted(vary.items()) if others})

    def text(self, text: str) -> str:
        """A text with the other names."""
        if not self.names:
            return text
        words = "|".join(re.escape(name) for name in sorted(self.names, key=len, reverse=True))
        return re.sub(rf"(?<![\w-])(?:{words})(?![\w-])", lambda match: self.names[match[0]], text)

    def value(self, value: Any) -> Any:
        """A value as YAML or JSON has it, with the other names in its texts and keys."""
        if isinstance(value, str):
            return self.text(value)
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if isinstance(value, dict):
            return {self.text(key): self.value(item) for key, item in value.items()}
        return value

    def exercise(self, value: Any) -> Any:
        """What exercise.yaml holds, with the other names; a shared world keeps its id."""
        if not isinstance(value, dict):
            return value
        kept = _KEPT | ({"world"} if isinstance(value.get("world"), str) else set())
        return {key: item if key in kept else self.value(item) for key, item in value.items()}
