"""The catalogue: what AWS knows by name, each service opened only when something of it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final

from iamtutor.catalog import index_file
from iamtutor.catalog.cache import cache_home, keep, kept
from iamtutor.catalog.global_keys import GLOBAL_KEYS, GlobalKey
from iamtutor.catalog.global_keys.oidc import oidc_key
from iamtutor.catalog.index import ActionIndex
from iamtutor.catalog.key_name import named_key
from iamtutor.catalog.managed import ManagedPolicies
from iamtutor.catalog.managed_use import ManagedUse
from iamtutor.catalog.meaning import Meaning, korean_meaning
from iamtutor.catalog.names import Named, NameKind, Names, read_names
from iamtutor.catalog.problem import CatalogError, UnknownNameError
from iamtutor.catalog.read_service import read_arn_formats, read_service
from iamtutor.catalog.service import Action, ConditionKey, ResourceType, Service
from iamtutor.catalog.source import Source
from iamtutor.catalog.suggest import suggestions

_SERVICES_KEPT: Final = 32


class Catalog:
    """Actions, resource types, condition keys and AWS managed policies. What is asked for by name may be any text.

    `cache` is a folder for what can be made again; without one, everything is made in memory.
    """

    def __init__(self, source: Source, cache: Path | None = None) -> None:
        self._source = source
        self._cache = cache
        self._arns: dict[str, dict[str, str]] = {}
        self._service = lru_cache(maxsize=_SERVICES_KEPT)(lambda prefix: read_service(source, prefix))

    @classmethod
    def installed(cls, environ: Mapping[str, str]) -> Catalog:
        """The catalogue of the installed data, with the user's cache. Raises CatalogError where there is no data."""
        return cls(Source.installed(), cache_home(environ))

    @property
    def version(self) -> str:
        """The version of the data."""
        return self._source.version

    @property
    def services(self) -> Mapping[str, str]:
        """The title of every service by its prefix."""
        return self._source.services

    @cached_property
    def index(self) -> ActionIndex:
        """The index of all actions, from the cache where it is whole and of this version."""
        place = None if self._cache is None else self._cache / f"actions-{index_file.FORMAT}-{self.version}.index"
        data = kept(place)
        if data is not None:
            try:
                return index_file.parse(data, self.version)
            except ValueError:
                pass  # broken, or of another version: it is made again
        data = index_file.build(self._source)
        keep(place, data)
        return index_file.parse(data, self.version)

    @cached_property
    def managed(self) -> ManagedPolicies:
        """The AWS managed policies. Raises CatalogError where the extra `managed` is not installed."""
        return ManagedPolicies.installed(self._cache)

    @cached_property
    def managed_use(self) -> ManagedUse:
        """Which AWS managed policies allow which action by name; the first time it reads them all (0.2 s)."""
        return ManagedUse(self.managed)

    @cached_property
    def names(self) -> Names:
        """Every name that there is, to be searched."""
        return read_names(self, self._source)

    def services_with_key(self, key: str) -> tuple[str, ...]:
        """The services that list a condition key under this very name, as they list global ones that they support."""
        lower = key.lower()
        return tuple(prefix for prefix in self.services if lower in self._source.condition_keys(prefix))

    def taking(self, key: str) -> tuple[Action, ...]:
        """The actions that take a service's condition key, in the services that define it."""
        homes = (self._service(prefix) for prefix in self.homes_of_key(key))
        return tuple(action for home in homes if key.lower() in home.condition_keys for action in home.taking(key))

    def service(self, prefix: str) -> Service:
        """A service by its prefix, case aside. Raises UnknownNameError."""
        found = self._known_service(prefix)
        if found is None:
            raise UnknownNameError(prefix, suggestions(self, prefix))
        return self._service(found)

    def arn_formats(self, prefix: str) -> tuple[str, ...]:
        """The ARN templates of a service's resource types; none for a prefix that is not known.

        Reads nothing else of the service, of which the actions are by far the largest part.
        """
        found = self._known_service(prefix)
        return () if found is None else read_arn_formats(self._source, found)

    def action(self, name: str) -> Action:
        """An action by its full name, case aside. Raises UnknownNameError."""
        prefix, _, rest = name.partition(":")
        service = self._known_service(prefix)
        action = self._service(service).actions.get(rest.lower()) if service and rest.isascii() else None
        if action is None:
            raise UnknownNameError(name, suggestions(self, name))
        return action

    def resource_type(self, name: str) -> ResourceType:
        """A resource type by service and name (``s3:bucket``), case aside. Raises UnknownNameError."""
        prefix, _, rest = name.partition(":")
        service = self._known_service(prefix)
        found = self._service(service).resource_types.get(rest.lower()) if service and rest.isascii() else None
        if found is None:
            raise UnknownNameError(name, suggestions(self, name))
        return found

    def resource_arns(self, prefix: str) -> Mapping[str, str]:
        """The ARN templates of a service's resource types, by name in small letters; its actions are not read for it.

        Raises UnknownNameError.
        """
        found = self._arns.get(prefix)
        if found is None:
            try:
                types = self._source.resource_types(prefix)
                found = self._arns[prefix] = {name: str(value["arn"]) for name, value in types.items()}
            except (KeyError, TypeError) as error:
                raise CatalogError("catalog.bad-data", file=f"{prefix}.json") from error
        return found

    def condition_key(self, name: str) -> GlobalKey | ConditionKey:
        """A condition key, global ones first, case aside; a tag key may stand in it. Raises UnknownNameError."""
        known = named_key(name, GLOBAL_KEYS)
        if known is not None:
            return GLOBAL_KEYS[known]
        for service in self.homes_of_key(name):
            keys = {key.name: key for key in self._service(service).condition_keys.values()}
            known = named_key(name, keys)
            if known is not None:
                return keys[known]
        claim = oidc_key(name)
        if claim is not None:
            return claim
        raise UnknownNameError(name, suggestions(self, name))

    def homes_of_key(self, name: str) -> tuple[str, ...]:
        """The services whose keys can have such a name: that of its prefix, and those that borrow the prefix."""
        prefix = name.partition(":")[0]
        own = self._known_service(prefix)
        borrowed = self.index.key_homes
        also = named_key(prefix, borrowed)
        others = borrowed[also] if also is not None else ()
        return (*((own,) if own else ()), *(service for service in others if service != own))

    def defining(self, key: ConditionKey) -> tuple[Service, ...]:
        """The services that define a condition key: mostly the one of its prefix."""
        homes = (self._service(prefix) for prefix in self.homes_of_key(key.name))
        return tuple(home for home in homes if key.name.lower() in home.condition_keys)

    def meaning(self, thing: Action | ConditionKey) -> Meaning:
        """What an action or a service's condition key means, in one line."""
        homes = (thing.service,) if isinstance(thing, Action) else self.homes_of_key(thing.name)
        return Meaning(thing.description, korean_meaning(homes, thing.name))

    def korean_of(self, named: Named) -> str:
        """What an action or a condition key means in Korean; empty where nobody wrote it. Opens no service."""
        prefix, _, bare = named.name.partition(":")
        match named.kind:
            case NameKind.ACTION:
                return korean_meaning((prefix,), bare)
            case NameKind.CONDITION_KEY:
                return korean_meaning(self.homes_of_key(named.name), named.name)
            case _:
                return ""

    def expand(self, written: str) -> tuple[str, ...]:
        """The full names of the actions that a pattern of an Action element matches; see `ActionIndex.expand`."""
        names = self.index.names
        return tuple(names[number] for number in self.index.expand(written))

    def _known_service(self, prefix: str) -> str | None:
        lower = prefix.lower() if prefix.isascii() else ""
        return lower if lower in self.services else None


def version() -> str:
    """The version of the installed data: what results record. Raises CatalogError where there is none."""
    return Source.installed().version
