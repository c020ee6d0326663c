"""All actions of AWS at a glance: number, name, access level and resource types, without opening a service.

The numbers run from 0 in the order of the names in small letters, so that one service, and all names that begin alike,
are a range. They hold for one version of the data.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from iamtutor.catalog.access_level import AccessLevel
from iamtutor.policy.pattern import pattern

LEVELS: Final = tuple(AccessLevel)


class IndexedResource(NamedTuple):
    """A resource type of an action, by name."""

    name: str
    required: bool


class ActionIndex:
    """The compact index; see `index_file` for how it is kept.

    `names` are full names, sorted by their small letters; `levels` one byte each; `starts` says where an action's
    entries in `references` begin, each twice the number of a name in `types`, odd where the type is required.
    """

    def __init__(
        self,
        version: str,
        names: Sequence[str],
        levels: bytes,
        starts: array[int],
        references: array[int],
        types: Sequence[str],
        key_homes: Mapping[str, tuple[str, ...]],
    ) -> None:
        self.version = version
        self.names = names
        self.key_homes = key_homes
        """The services that define condition keys under a prefix that is not their own (saml: in sts)."""
        self._lower = [name.lower() for name in names]
        self._levels = levels
        self._starts = starts
        self._references = references
        self._types = types

    def __len__(self) -> int:
        return len(self.names)

    def number(self, name: str) -> int | None:
        """The number of an action by its full name, case aside; None where there is none."""
        lower = name.lower() if name.isascii() else ""
        at = bisect_left(self._lower, lower)
        return at if at < len(self._lower) and self._lower[at] == lower else None

    def access_level(self, number: int) -> AccessLevel:
        """The access level of an action."""
        return LEVELS[self._levels[number]]

    def resource_types(self, number: int) -> tuple[IndexedResource, ...]:
        """The resource types of an action; none where only ``*`` can be its resource."""
        references = self._references[self._starts[number] : self._starts[number + 1]]
        return tuple(IndexedResource(self._types[each >> 1], bool(each & 1)) for each in references)

    def expand(self, written: str) -> Sequence[int]:
        """The actions that a pattern of an Action element matches, as IAM matches: case aside, ``*`` and ``?`` anywhere.

        Takes time in proportion to the actions that begin as the pattern does before its first wildcard.
        https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html
        """
        if not written.isascii():
            return ()
        lower = written.lower()
        stem = _before_wildcard(lower)
        if stem == lower:
            number = self.number(lower)
            return () if number is None else (number,)
        first = bisect_left(self._lower, stem)
        last = bisect_left(self._lower, f"{stem}\x7f", first)
        rest = lower[len(stem) :]
        if rest.strip("*") == "":
            return range(first, last)
        matches = pattern(lower)
        return [number for number in range(first, last) if matches(self._lower[number])]


def _before_wildcard(text: str) -> str:
    return text.partition("*")[0].partition("?")[0]
