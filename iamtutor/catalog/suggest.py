"""What was probably meant by a name that the catalogue does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from iamtutor.catalog.global_keys import GLOBAL_KEYS
from iamtutor.catalog.problem import CatalogError
from iamtutor.catalog.regions import PARTITIONS, REGIONS
from iamtutor.catalog.service_principals import SERVICE_PRINCIPALS
from iamtutor.policy.nearest import Nearest

if TYPE_CHECKING:
    from iamtutor.catalog.catalog import Catalog

_MOST: Final = 5
_LONGEST: Final = 128


def suggestions(catalog: Catalog, name: str) -> tuple[str, ...]:
    """Known names near to a written one, the likeliest first; none for a text that is no name."""
    written = name.strip()
    if not written.isascii() or not written.isprintable() or len(written) > _LONGEST:
        return ()
    prefix, colon, rest = written.partition(":")
    found = _of_pair(catalog, prefix, rest) if colon else _of_word(catalog, written)
    unique = dict.fromkeys(each for each in found if each.lower() != written.lower())
    return tuple(unique)[:_MOST]


def _of_pair(catalog: Catalog, prefix: str, rest: str) -> Iterator[str]:
    """A slip behind the colon, one before it, or the right name at the wrong service."""
    if prefix.lower() == "aws":
        near = Nearest(GLOBAL_KEYS).find(f"{prefix}:{rest}")
        yield from (near,) if near else ()
        return
    services = [prefix.lower()] if prefix.lower() in catalog.services else []
    if not services:
        near = Nearest(catalog.services).find(prefix)
        services = [near] if near else []
        yield from (full for service in services for full in catalog.expand(f"{service}:{_plain(rest)}"))
    for service in services:
        known = catalog.service(service)
        names = [each.name for each in known.actions.values()] + [each.name for each in known.resource_types.values()]
        near = Nearest(names).find(rest)
        if near:
            yield f"{service}:{near}"
        near = Nearest(known_key.name for known_key in known.condition_keys.values()).find(f"{service}:{rest}")
        if near:
            yield near
    yield from _of_that_name(catalog, rest, len(prefix))


def _of_word(catalog: Catalog, word: str) -> Iterator[str]:
    """A word without its service: a service, a service principal, a Region, a global key, an action, a managed policy."""
    for names in (catalog.services, SERVICE_PRINCIPALS, REGIONS, PARTITIONS):
        near = Nearest(names).find(word)
        if near:
            yield near
    yield from (key for key in GLOBAL_KEYS if key.partition(":")[2].partition("/")[0].lower() == word.lower())
    yield from _of_that_name(catalog, word, 0)
    try:
        near = Nearest(catalog.managed.names).find(word)
    except CatalogError:
        return
    if near:
        yield near


def _of_that_name(catalog: Catalog, action: str, length: int) -> list[str]:
    """The actions of that name in every service; first those whose prefix is about so long."""
    plain = _plain(action)
    found = catalog.expand(f"*:{plain}") if plain else ()
    return sorted(found, key=lambda full: abs(full.index(":") - length))


def _plain(text: str) -> str:
    """The text without wildcards, which would suggest everything."""
    return text.replace("*", "").replace("?", "")
