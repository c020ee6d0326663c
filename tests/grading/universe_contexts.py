"""The contexts of a universe: each condition key absent, with each value that is named, with near values and others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import product

from iamtutor.catalog import GLOBAL_KEYS, Catalog, KeyType, Section, UnknownNameError, named_key
from iamtutor.cloud import Bucket, Caller, World
from iamtutor.cloud.references import entity, owner_of
from tests.grading.vocabulary import Vocabulary

Value = str | tuple[str, ...]
Context = tuple[tuple[str, Value], ...]
_ALWAYS_THERE = frozenset({"aws:securetransport", "aws:viaawsservice", "aws:currenttime", "aws:epochtime"})
_OF_SIGNING_IN = frozenset({"aws:multifactorauthpresent", "aws:multifactorauthage", "aws:tokenissuetime"})
_RESOURCE_TAGS = re.compile(r"^(\w+:resourcetag|s3:buckettag)/")
_VARIABLE = re.compile(r"\$\{[^}]*\}")
_MOST = 64


class UniverseContexts:
    """Makes contexts for a world."""

    def __init__(self, world: World, catalog: Catalog) -> None:
        self.world = world
        self.catalog = catalog
        self.names = tuple(name for account in world.accounts.values() for name in account.users)
        self.of = lru_cache(maxsize=4096)(self._of)

    def _of(self, keys: tuple[str, ...], vocabulary: Vocabulary, asked: tuple[Context, ...]) -> tuple[Context, ...]:
        """Contexts over some keys: all combinations, or where those are many, one key varied at a time."""
        options = [(key, self.options(key, vocabulary)) for key in keys]
        total = 1
        for _, values in options:
            total *= len(values)
        found: dict[Context, None] = dict.fromkeys(asked)
        if total <= _MOST:
            combined = product(*([(key, value) for value in values] for key, values in options))
            found.update((_context(each), None) for each in combined)
            return tuple(found)
        for position in (0, -1, 1):
            base = [(key, values[position % len(values)]) for key, values in options]
            for number, (key, values) in enumerate(options):
                for value in values:
                    found[_context([*base[:number], (key, value), *base[number + 1 :]])] = None
        return tuple(found)

    def options(self, key: str, vocabulary: Vocabulary) -> list[Value | None]:
        """The values of a key (in small letters); None is its absence."""
        named = sorted({value for name, value in vocabulary.values if name == key})
        plain = [text for value in named for text in self._filled(value)]
        kind, several = self._type(key)
        found = list(dict.fromkeys(each for text in plain for each in _near(text, kind)))
        if kind is KeyType.BOOL:
            found = ["true", "false"]
        elif kind is KeyType.STRING or kind is KeyType.ARN:
            found.append("another")
        absent: list[Value | None] = [] if key in _ALWAYS_THERE else [None]
        if not several:
            return [*absent, *found]
        lists = [(value,) for value in found]
        return [*absent, (), *lists, tuple(found[:2]), (*found[:1], "another")]

    def _filled(self, value: str) -> Iterator[str]:
        """The texts that a value of a condition can mean."""
        for text in [_VARIABLE.sub(name, value) for name in self.names] if "${" in value else [value]:
            yield text
            if "*" in text or "?" in text:
                yield text.replace("?", "y").replace("*", "x")
                yield text.replace("?", "y").replace("*", "")

    def _type(self, key: str) -> tuple[KeyType, bool]:
        try:
            known = self.catalog.condition_key(key)
        except UnknownNameError:
            return KeyType.STRING, False
        return known.type, known.multivalued

    def is_fixed(self, key: str, caller: Caller, resource: str, follows: Mapping[str, object]) -> bool:
        """Whether the world says what a key (in small letters) holds, or that it is missing.

        Of a user, or of some session of a role, it does not say how they signed in.
        """
        owner = owner_of(self.world, resource)
        if _RESOURCE_TAGS.match(key):
            return owner is not None
        if key.startswith("s3:existingobjecttag/"):
            bucket = entity(self.world, owner) if owner is not None else None
            return isinstance(bucket, Bucket) and resource[len(bucket.arn) + 1 :] in bucket.objects
        name = named_key(key, GLOBAL_KEYS)
        section = GLOBAL_KEYS[name].section if name is not None else None
        if section is Section.PRINCIPAL:
            return caller.account is not None or not key.startswith("aws:principaltag/")
        if section is Section.SESSION:
            return not (caller.session is None and caller.principal.has_identity and key in _OF_SIGNING_IN)
        return section is Section.RESOURCE or (key == "aws:requestedregion" and key in follows)


def _context(pairs: Sequence[tuple[str, Value | None]]) -> Context:
    return tuple(sorted((key, value) for key, value in pairs if value is not None))


def _near(text: str, kind: KeyType) -> Iterator[str]:
    """A value, and values that nearly are it."""
    if kind is KeyType.IP:
        yield from (text.partition("/")[0], "198.51.100.7", "2001:db8::1")
    elif kind is KeyType.NUMERIC:
        if text.lstrip("-").isdigit():
            yield from (text, str(int(text) - 1), str(int(text) + 1))
    elif kind is KeyType.DATE:
        yield from _moments(text)
    else:
        yield text
        yield f"{text}x"
        if text.upper() != text:
            yield text.upper()
        start, slash, name = text.rpartition("/")
        if slash:
            yield f"{start}/app/{name}"


def _moments(text: str) -> Iterator[str]:
    yield text
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return
    for step in (-1, 1):
        yield (moment + timedelta(days=step)).isoformat().replace("+00:00", "Z")
