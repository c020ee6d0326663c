"""What the checks ask the catalogue, remembered: the same names come back at every keystroke."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from iamtutor.analyzer.validation.arn_template import ArnTemplate
from iamtutor.analyzer.validation.retired import RETIRED, UNLISTED_KEYS
from iamtutor.catalog import GLOBAL_KEYS, Catalog, KeyType, Service, Source, named_key
from iamtutor.catalog.global_keys.oidc import oidc_key
from iamtutor.policy.nearest import Nearest
from iamtutor.policy.pattern import is_wild

_REMEMBERED = 20_000


@dataclass(frozen=True, slots=True)
class KeyFact:
    """A condition key: the types of operator that it takes, and whether it may hold several values."""

    name: str
    types: tuple[KeyType, ...]
    multivalued: bool


def tag_stem(key: str) -> str:
    """The part of a key, in small letters, that comes before a tag's own key: ``aws:resourcetag/``; else the key."""
    slash = key.find("/", key.find(":") + 1)
    return key if slash < 0 or ":" not in key[:slash] else key[: slash + 1]


class Facts:
    """Answers about services, actions, keys and ARN formats. Without a catalogue it opens the installed data."""

    def __init__(self, catalog: Catalog | None) -> None:
        self._given = catalog
        self._known: dict[str, bool] = {}
        self._good: set[str] = set()
        self._keys: dict[str, KeyFact | None] = {}
        self._service_keys: dict[str, Mapping[str, KeyFact]] = {}
        self._services: dict[str, Service] = {}
        self._action_keys: dict[str, frozenset[str]] = {}
        self._templates: dict[str, tuple[ArnTemplate, ...]] = {}
        self._near: dict[str, Nearest] = {}

    @cached_property
    def catalog(self) -> Catalog:
        """The catalogue."""
        return self._given if self._given is not None else Catalog(Source.installed())

    def has_service(self, prefix: str) -> bool:
        """Whether policy validation knows a service prefix, in small letters."""
        return prefix in self.catalog.services or prefix in RETIRED

    def is_listed(self, prefix: str) -> bool:
        """Whether the service reference describes a service now."""
        return prefix in self.catalog.services

    def is_good_action(self, text: str) -> bool:
        """Whether an action as a policy writes it is known to exist: the quick answer to what is asked most."""
        if text in self._good:
            return True
        prefix, colon, _ = text.partition(":")
        if not colon or is_wild(text) or not self.has_service(prefix.lower()) or not self.has_action(text):
            return False
        if len(self._good) > _REMEMBERED:
            self._good.clear()
        self._good.add(text)
        return True

    def has_action(self, name: str) -> bool:
        """Whether an action without wildcards exists, case aside."""
        lower = name.lower()
        known = self._known.get(lower)
        if known is None:
            if len(self._known) > _REMEMBERED:
                self._known.clear()
            known = self._known[lower] = self.catalog.index.number(name) is not None
        return known

    def service(self, prefix: str) -> Service:
        """A listed service, in small letters."""
        found = self._services.get(prefix)
        if found is None:
            found = self._services[prefix] = self.catalog.service(prefix)
        return found

    def near_service(self, prefix: str) -> str | None:
        """The service that was probably meant."""
        return self._nearest("", self.catalog.services).find(prefix)

    def near_action(self, prefix: str, name: str) -> str | None:
        """The action of a listed service that was probably meant, under its full name."""
        service = self.service(prefix)
        near = self._nearest(prefix, {action.name: "" for action in service.actions.values()}).find(name)
        return f"{prefix}:{near}" if near else None

    def near_key(self, key: str) -> str | None:
        """The global key that was probably meant."""
        return self._nearest("aws:", {name: "" for name in GLOBAL_KEYS if "$" not in name}).find(key)

    def near_key_of_service(self, prefix: str, key: str) -> str | None:
        """The key of a listed service that was probably meant; keys with a name of one's own in them are left out."""
        keys = self._keys_of_service(prefix).values()
        return self._nearest(f"{prefix}/keys", {key.name: "" for key in keys if "$" not in key.name}).find(key)

    def _nearest(self, name: str, known: Mapping[str, str]) -> Nearest:
        found = self._near.get(name)
        if found is None:
            found = self._near[name] = Nearest(known)
        return found

    def key(self, lower: str) -> KeyFact | None:
        """A condition key in small letters, global or of a service; None where AWS lists no such key."""
        stem = tag_stem(lower)
        if stem not in self._keys:
            if len(self._keys) > _REMEMBERED:
                self._keys.clear()
            self._keys[stem] = self._look_up(lower, stem)
        return self._keys[stem]

    def _look_up(self, lower: str, stem: str) -> KeyFact | None:
        known = _global_keys().get(stem)
        if known is not None:
            return known
        for home in self.catalog.homes_of_key(lower):
            keys = self._keys_of_service(home)
            known = keys.get(stem) or keys.get(named_key(lower, keys) or "")
            if known is not None:
                return known
        claim = oidc_key(lower)
        return None if claim is None else KeyFact(claim.name, (claim.type,), claim.multivalued)

    def _keys_of_service(self, prefix: str) -> Mapping[str, KeyFact]:
        found = self._service_keys.get(prefix)
        if found is None:
            found = self._service_keys[prefix] = {
                tag_stem(key.name.lower()): KeyFact(key.name, (key.type,), key.multivalued)
                for key in self.service(prefix).condition_keys.values()
            }
        return found

    def is_global(self, lower: str) -> bool:
        """Whether a key in small letters is a global one."""
        return tag_stem(lower) in _global_keys() or lower in UNLISTED_KEYS

    def takes_key(self, action: str, lower: str) -> bool:
        """Whether an action, under its full name, may carry a key of its service or a tag key."""
        return tag_stem(lower) in self.keys_of(action)

    def keys_of(self, action: str) -> frozenset[str]:
        """The keys of an action in small letters, each without its tag's own key."""
        lower = action.lower()
        found = self._action_keys.get(lower)
        if found is None:
            prefix, _, name = lower.partition(":")
            service = self.service(prefix)
            keys = service.keys_of(service.actions[name])
            found = self._action_keys[lower] = frozenset(tag_stem(key.lower()) for key in keys)
        return found

    def templates(self, prefix: str) -> tuple[ArnTemplate, ...]:
        """The ARN formats of a service; none where it is not listed or defines no resource types."""
        found = self._templates.get(prefix)
        if found is None:
            own = [arn for arn in self.catalog.arn_formats(prefix) if arn.split(":", 3)[2:3] == [prefix]]
            parsed = (ArnTemplate.parse(arn) for arn in own)
            found = self._templates[prefix] = tuple(template for template in parsed if template is not None)
        return found


@lru_cache(maxsize=8)
def facts_of(catalog: Catalog | None) -> Facts:
    """The facts of a catalogue, remembered as long as it is in use."""
    return Facts(catalog)


@lru_cache(maxsize=1)
def _global_keys() -> dict[str, KeyFact]:
    return {
        tag_stem(key.name.lower()): KeyFact(
            key.name, (key.type,) if key.also is None else (key.type, key.also), key.multivalued
        )
        for key in GLOBAL_KEYS.values()
    }
