"""The ARN formats of a service, and whether a Resource pattern can name what one of them names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_PLACEHOLDER: Final = re.compile(r"\$\{[^}]*\}")
_VARIABLE: Final = re.compile(r"\$\{[^}]*\}")
_LONGEST: Final = 512


@dataclass(frozen=True, slots=True)
class ArnTemplate:
    """One format: whether it has a Region and an account, and its resource part with ``*`` for each placeholder."""

    has_region: bool
    has_account: bool
    resource: str

    @classmethod
    def parse(cls, arn: str) -> ArnTemplate | None:
        """The format that the service reference writes, or None where it is no ARN."""
        parts = arn.split(":", 5)
        if len(parts) < 6:
            return None
        return cls(bool(parts[3]), bool(parts[4]), _PLACEHOLDER.sub("*", parts[5]))

    def can_name(self, resource: str) -> bool:
        """Whether the resource part of a policy's pattern and this format have a name in common."""
        return self.resource == "*" or overlaps(_VARIABLE.sub("*", resource), self.resource)


@lru_cache(maxsize=4096)
def overlaps(one: str, other: str) -> bool:
    """Whether two patterns match a string in common. Patterns that are very long count as overlapping."""
    if len(one) > _LONGEST or len(other) > _LONGEST:
        return True
    reached = {0}
    for char in one:
        reached = _step(char, _with_stars(reached, other), other)
        if not reached:
            return False
    return len(other) in _with_stars(reached, other)


def _with_stars(places: set[int], pattern: str) -> set[int]:
    """The places with those that an empty ``*`` leads to."""
    found = set(places)
    for place in places:
        at = place
        while at < len(pattern) and pattern[at] == "*":
            at += 1
            found.add(at)
    return found


def _step(char: str, places: set[int], pattern: str) -> set[int]:
    """Where the pattern stands behind one more character, or behind any run where that is a ``*``."""
    if char == "*":
        return set(range(min(places), len(pattern) + 1)) if places else set()
    found = set()
    for place in places:
        if place == len(pattern):
            continue
        other = pattern[place]
        if other == "*":
            found.add(place)
        elif other in ("?", char) or char == "?":
            found.add(place + 1)
    return found
