"""The catalogue as lists to look through: what a written filter leaves of them, and how many there are of each level."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from iamtutor.catalog.access_level import AccessLevel
from iamtutor.catalog.global_keys import GLOBAL_KEYS
from iamtutor.catalog.names import Named, NameKind
from iamtutor.policy.pattern import is_wild, pattern

if TYPE_CHECKING:
    from iamtutor.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list: what it is, its full name, and its access level where it is an action."""

    kind: NameKind
    name: str
    title: str = ""
    level: AccessLevel | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list holds; `levels` counts the actions that the filter leaves, whatever level was asked for."""

    items: tuple[Item, ...]
    levels: Mapping[AccessLevel, int]


def list_services(catalog: Catalog, written: str = "") -> Listing:
    """The services whose prefix or title holds every word."""
    fits = _filter(written)
    rows = (Item(NameKind.SERVICE, prefix, title) for prefix, title in catalog.services.items())
    return Listing(tuple(row for row in rows if fits(f"{row.name} {row.title}")), {})


def list_actions(catalog: Catalog, written: str, service: str = "", level: AccessLevel | None = None) -> Listing:
    """The actions of a service, or of all where none is named.

    With a wildcard what is written is a pattern as an Action element has it, where the service may be left out; else
    its words are parts of names, or in Korean of what actions mean.
    """
    index = catalog.index
    numbers: Iterable[int]
    meanings: Mapping[str, str] = {}
    if not written.isascii():
        meanings = _meaning(catalog, NameKind.ACTION, written, f"{service}:" if service else "")
        numbers = [number for name in meanings if (number := index.number(name)) is not None]
    elif is_wild(written):
        full = written if ":" in written or not service else f"{service}:{written}"
        numbers = index.expand(full.strip())
        if service:
            numbers = [number for number in numbers if index.names[number].startswith(f"{service}:")]
    else:
        fits = _filter(written)
        numbers = [number for number in index.expand(f"{service or '*'}:*") if fits(index.names[number])]
    names = ((number, index.names[number]) for number in numbers)
    rows = [Item(NameKind.ACTION, name, meanings.get(name, ""), index.access_level(number)) for number, name in names]
    levels = Counter(row.level for row in rows if row.level is not None)
    return Listing(tuple(row for row in rows if level is None or row.level is level), levels)


def list_resource_types(catalog: Catalog, service: str, written: str = "") -> Listing:
    """The resource types of a service."""
    found = (f"{service}:{kind.name}" for kind in catalog.service(service).resource_types.values())
    return _plain(NameKind.RESOURCE_TYPE, found, written)


def list_keys(catalog: Catalog, service: str = "", written: str = "") -> Listing:
    """The condition keys that a service takes, or without one the global keys, in the order of AWS's page."""
    keys = GLOBAL_KEYS if not service else [key.name for key in catalog.service(service).condition_keys.values()]
    if service and not written.isascii():
        meanings = _meaning(catalog, NameKind.CONDITION_KEY, written)
        return Listing(tuple(Item(NameKind.CONDITION_KEY, key, meanings[key]) for key in keys if key in meanings), {})
    return _plain(NameKind.CONDITION_KEY, keys, written)


def list_managed(catalog: Catalog, written: str = "") -> Listing:
    """The AWS managed policies. Raises CatalogError where the extra `managed` is not installed."""
    return _plain(NameKind.MANAGED_POLICY, catalog.managed.names, written)


def list_everything(catalog: Catalog, written: str, level: AccessLevel | None = None) -> Listing:
    """Whatever in the catalogue has such a name: actions where it is a pattern, else names of every kind."""
    if is_wild(written):
        return list_actions(catalog, written, level=level)
    found = [_item(catalog, each) for each in catalog.names.find(written)]
    levels = Counter(row.level for row in found if row.level is not None)
    return Listing(tuple(row for row in found if level is None or row.level is level), levels)


def _meaning(catalog: Catalog, kind: NameKind, written: str, prefix: str = "") -> Mapping[str, str]:
    """The names of a kind of which all written words are said, with what is said."""
    found = catalog.names.find(written)
    return {each.name: each.title for each in found if each.kind is kind and each.name.startswith(prefix)}


def _item(catalog: Catalog, named: Named) -> Item:
    number = catalog.index.number(named.name) if named.kind is NameKind.ACTION else None
    level = catalog.index.access_level(number) if number is not None else None
    return Item(named.kind, named.name, named.title, level)


def _plain(kind: NameKind, names: Iterable[str], written: str) -> Listing:
    fits = _filter(written)
    return Listing(tuple(Item(kind, name) for name in names if fits(name)), {})


def _filter(written: str) -> Callable[[str], bool]:
    """Whether a text holds every word; a word with a wildcard is a pattern for the whole name or for what follows its
    service."""
    tests = [_test(word) for word in written.lower().split()]
    return lambda text: all(test(text.lower()) for test in tests)


def _test(word: str) -> Callable[[str], bool]:
    if not is_wild(word):
        return lambda text: word in text
    matches = pattern(word)
    return lambda text: matches(text) or matches(text.partition(":")[2])
