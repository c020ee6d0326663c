"""The resources of one action, in bounded memory: where there are too many, what they have in common.

A trail of data events can name millions of objects. No policy can list them, so a set that grows beyond its limit is
written shorter: first up to the last ``/`` or ``:``, then up to the first, then as all of its service. What comes out does not
depend on the order in which the resources came.
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from iamtutor.analyzer.generation.arn_pattern import Resource

_SEPARATOR: Final = re.compile(r"[/:]")
_WHOLE: Final = 2


class Origin(StrEnum):
    """Why a resource pattern is what it is: as recorded, open where the record says nothing, or shortened."""

    RECORDED = "recorded"
    OPEN = "open"
    SHORTENED = "shortened"


class UsedResource(NamedTuple):
    """A resource of the policy and where it comes from."""

    pattern: str
    origin: Origin


class ResourceSet:
    """Resource patterns, at most `limit` below one head (a bucket, a type) and at most `limit` heads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._groups: dict[str, _Group] = {}
        self._places: _Group | None = None

    def add(self, resource: Resource) -> None:
        """Count one more resource."""
        if self._places is not None:
            self._places.add(_place(resource.pattern), Origin.SHORTENED)
            return
        head = _head(resource.pattern)
        group = self._groups.get(head)
        if group is None:
            group = self._groups[head] = _Group(self._limit)
        group.add(resource.pattern, Origin.OPEN if resource.open else Origin.RECORDED)
        if len(self._groups) > self._limit:
            self._places = _Group(self._limit)
            for each in self._groups:
                self._places.add(_place(each), Origin.SHORTENED)
            self._groups.clear()

    def used(self) -> tuple[UsedResource, ...]:
        """The patterns, sorted."""
        groups = [self._places] if self._places is not None else list(self._groups.values())
        found: dict[str, Origin] = {}
        for group in groups:
            for pattern, origin in group.patterns.items():
                found[pattern] = max(origin, found.get(pattern, origin), key=_STRENGTH.index)
        return tuple(UsedResource(pattern, found[pattern]) for pattern in sorted(found))


_STRENGTH: Final = tuple(Origin)


class _Group:
    """Patterns with one head, written as short as the limit makes it necessary."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.step = 0
        self.patterns: dict[str, Origin] = {}

    def add(self, pattern: str, origin: Origin) -> None:
        shorter = _shortened(pattern, self.step)
        if shorter != pattern:
            origin = Origin.SHORTENED
        known = self.patterns.get(shorter)
        self.patterns[shorter] = origin if known is None else max(origin, known, key=_STRENGTH.index)
        while len(self.patterns) > self.limit and self.step <= _WHOLE:
            self.step += 1
            again, self.patterns = self.patterns, {}
            for each, its in again.items():
                self.add(each, its)


def _shortened(pattern: str, step: int) -> str:
    """A pattern, as short as a step has it: 1 up to the last separator, 2 up to the first, 3 everything."""
    if step == 0 or pattern == "*":
        return pattern
    if step > _WHOLE:
        return "*"
    start = _resource_start(pattern)
    cuts = [found.end() for found in _SEPARATOR.finditer(pattern, start)]
    if not cuts:
        return f"{pattern[:start]}*"
    return f"{pattern[: cuts[-1] if step == 1 else cuts[0]]}*"


def _resource_start(pattern: str) -> int:
    at = 0
    for _ in range(5):
        at = pattern.find(":", at) + 1
        if at == 0:
            return len(pattern)
    return at


def _head(pattern: str) -> str:
    found = _SEPARATOR.search(pattern, _resource_start(pattern))
    return pattern[: found.end()] if found else f"{pattern[: _resource_start(pattern)]}"


def _place(pattern: str) -> str:
    """All resources of a pattern's service, Region and account."""
    start = _resource_start(pattern)
    return f"{pattern[:start]}*" if start < len(pattern) or pattern.endswith(":") else "*"
