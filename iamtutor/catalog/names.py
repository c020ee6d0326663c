"""Every name in the catalogue in one list, found by any part of it: what a search over the catalogue looks through."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from iamtutor.catalog.global_keys import GLOBAL_KEYS
from iamtutor.catalog.problem import CatalogError

if TYPE_CHECKING:
    from iamtutor.catalog.catalog import Catalog
    from iamtutor.catalog.source import Source

_SHORTEST: Final = 2


class NameKind(StrEnum):
    """What a name is the name of; the order in which equally good finds are told."""

    SERVICE = "service"
    ACTION = "action"
    CONDITION_KEY = "condition-key"
    RESOURCE_TYPE = "resource-type"
    MANAGED_POLICY = "managed-policy"


_ORDER: Final = {kind: number for number, kind in enumerate(NameKind)}


class Named(NamedTuple):
    """One name; `title` is what AWS calls a service beside its prefix, or the meaning by which a name was found."""

    kind: NameKind
    name: str
    title: str = ""


class Names:
    """The names, searched as one text: the time goes with what is found, not with what there is."""

    def __init__(self, names: Iterable[Named]) -> None:
        self._names = tuple(names)
        lines = [f"{each.name} {each.title}".lower() for each in self._names]
        self._text = "\n".join(lines)
        self._starts = [0]
        for line in lines[:-1]:
            self._starts.append(self._starts[-1] + len(line) + 1)

    def __len__(self) -> int:
        return len(self._names)

    def find(self, written: str) -> tuple[Named, ...]:
        """The names that hold every written word, case aside: those that begin with it first. A single letter finds
        nothing."""
        return tuple(named for _, named in self.ranked(written))

    def ranked(self, written: str) -> tuple[tuple[int, Named], ...]:
        """As `find`, each with how well it fits: 0 it is the word, 1 it begins with it, 2 a word in it does, 3 not that.

        What is written in Korean is looked for in the meanings: 2 where they hold several words, 4 where a single one.
        """
        words = written.lower().split()
        if not words or max(map(len, words)) < _SHORTEST:
            return ()
        if not written.isascii():
            return self._by_meaning(written, 2 if len(words) > 1 else 4)
        longest = max(words, key=len)
        found = [
            (_rank(each, words), _ORDER[each.kind], len(each.name), each.name, each)
            for number in self._holding(longest)
            if all(word in self._line(number) for word in words)
            for each in (self._names[number],)
        ]
        return tuple((row[0], row[-1]) for row in sorted(found, key=lambda row: row[:4]))

    def _by_meaning(self, written: str, rank: int) -> tuple[tuple[int, Named], ...]:
        """What means such a thing in Korean, with its meaning as the title; only what these names have."""
        from iamtutor.catalog.by_meaning import found_by_meaning

        found = (
            Named(NameKind.CONDITION_KEY, name, meaning)
            if ":" in name
            else Named(NameKind.ACTION, f"{service}:{name}", meaning)
            for service, name, meaning in found_by_meaning(written)
        )
        return tuple((rank, named) for named in found if (named.kind, named.name) in self._known)

    @cached_property
    def _known(self) -> frozenset[tuple[NameKind, str]]:
        return frozenset((each.kind, each.name) for each in self._names)

    def _holding(self, word: str) -> Iterator[int]:
        at = self._text.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            yield number
            if number + 1 == len(self._starts):
                return
            at = self._text.find(word, self._starts[number + 1])

    def _line(self, number: int) -> str:
        start = self._starts[number]
        end = self._starts[number + 1] - 1 if number + 1 < len(self._starts) else len(self._text)
        return self._text[start:end]


def read_names(catalog: Catalog, source: Source) -> Names:
    """Every name that there is; AWS managed policies only where their data is installed. Takes about 50 ms."""
    return Names(_read(catalog, source))


def _read(catalog: Catalog, source: Source) -> Iterator[Named]:
    for prefix, title in catalog.services.items():
        yield Named(NameKind.SERVICE, prefix, title)
    for name in catalog.index.names:
        yield Named(NameKind.ACTION, name)
    for name in GLOBAL_KEYS:
        yield Named(NameKind.CONDITION_KEY, name)
    known = {name.lower() for name in GLOBAL_KEYS}
    try:
        for prefix in catalog.services:
            for value in source.resource_types(prefix).values():
                yield Named(NameKind.RESOURCE_TYPE, f"{prefix}:{value['key']}")
            for value in source.condition_keys(prefix).values():
                if value["key"].lower() not in known:
                    known.add(value["key"].lower())
                    yield Named(NameKind.CONDITION_KEY, value["key"])
    except (KeyError, TypeError, AttributeError) as error:
        raise CatalogError("catalog.bad-data", file=f"{prefix}.json") from error
    try:
        managed = catalog.managed.names
    except CatalogError:
        return
    for name in managed:
        yield Named(NameKind.MANAGED_POLICY, name)


def _rank(named: Named, words: list[str]) -> int:
    """How well a name fits. The last word counts, for the words before it say where to look: ``s3 get``."""
    word, name = words[-1], named.name
    lower, local = name.lower(), name.partition(":")[2].lower()
    if word in (lower, local):
        return 0
    if local.startswith(word) or (lower.startswith(word) and (":" in word or ":" not in name)):
        return 1
    if lower.startswith(f"{word}:"):
        return 2
    start = re.escape(word)
    in_title = named.title and re.search(rf"\b{start}", named.title, re.IGNORECASE)
    at = lower.find(word)
    return 2 if in_title or (at >= 0 and name[at].isupper()) or (at > 0 and not name[at - 1].isalnum()) else 3
