"""What can be named in a policy: what the catalogue knows, and what there is in the world of the exercise."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from iamtutor.catalog import (
    GLOBAL_KEYS,
    Catalog,
    ConditionKey,
    GlobalKey,
    KeyType,
    Service,
    UnknownNameError,
    named_key,
)
from iamtutor.cloud import Slot, World
from iamtutor.cloud.references import UnknownReferenceError, resource_arn
from iamtutor.editing.things import Things
from iamtutor.policy import PolicyKind
from iamtutor.policy.arn import Arn
from iamtutor.reason import Actions, actions_of

_MOST_SERVICES: Final = 3
_MANY: Final = 60
"""So many actions of one service are taken for all of them: their keys are nearly those of the service."""
_MOST_ACTIONS: Final = 600
_OF_SOME_ACTIONS: Final = ("aws:resourcetag/", "aws:requesttag/", "aws:tagkeys")


class Known(NamedTuple):
    """A condition key as a statement may ask it: its name, perhaps with a placeholder, and what the catalogue says."""

    name: str
    type: KeyType
    multivalued: bool
    is_global: bool


class Vocabulary:
    """Opened for one slot. The catalogue is shared; what is worked out for a statement's actions is kept."""

    def __init__(self, catalog: Catalog, world: World | None = None, slot: Slot | None = None) -> None:
        self.catalog = catalog
        self.things = Things(world)
        self._world = world
        self._slot = slot
        self.keys_of = lru_cache(maxsize=64)(self._keys_of)
        self.templates_of = lru_cache(maxsize=64)(self._templates_of)

    @cached_property
    def actions(self) -> Actions:
        """The actions of the catalogue."""
        return actions_of(self.catalog)

    @cached_property
    def owner(self) -> str:
        """The ARN of the resource whose policy is written; empty where it is not a resource's, or nobody knows which."""
        if self._world is None or self._slot is None or self._slot.of is None:
            return ""
        if self._slot.type not in ("bucket", "resource", "trust"):
            return ""
        of = self._slot.of
        if self._slot.type == "bucket" and "/" not in of and not of.startswith("arn:"):
            of = f"bucket/{of}"
        elif self._slot.type == "trust" and "/" not in of and not of.startswith("arn:"):
            of = f"role/{of}"
        try:
            return resource_arn(self._world, of)
        except UnknownReferenceError:
            return ""

    def services_for(self, kind: PolicyKind) -> Sequence[str]:
        """The services whose actions a policy of a kind can speak of, those with something in the world first."""
        if kind is PolicyKind.TRUST:
            return ("sts",)
        if kind is PolicyKind.RESOURCE and self.owner:
            arn = Arn.parse(self.owner)
            return (arn.service,) if arn is not None and arn.service in self.catalog.services else ()
        if kind is PolicyKind.RCP:
            from iamtutor.access.service_rules import rcp_services

            return [service for service in self.catalog.services if service in rcp_services()]
        return list(self.catalog.services)

    def service(self, prefix: str) -> Service:
        """A service of the catalogue."""
        return self.catalog.service(prefix)

    def numbers(self, patterns: Sequence[str]) -> list[int]:
        """The actions that patterns match, each once."""
        found: dict[int, None] = {}
        for pattern in patterns:
            found.update(dict.fromkeys(self.catalog.index.expand(pattern)))
        return list(found)

    def named(self, beginning: str) -> list[str]:
        """The actions of any service whose own name begins so, case aside."""
        names = own_names(self.catalog)
        first = bisect_left(names, (beginning.lower(), 0))
        last = bisect_left(names, (f"{beginning.lower()}\x7f", 0), first)
        return [self.catalog.index.names[number] for _, number in names[first:last]]

    def key(self, name: str) -> Known | None:
        """A condition key by a name as a policy writes it; None where the catalogue has none."""
        try:
            found = self.catalog.condition_key(name)
        except UnknownNameError:
            return None
        return _known(found)

    def _keys_of(self, patterns: tuple[str, ...]) -> tuple[Known, ...]:
        """The keys that a condition on these actions may ask: those that more of the actions take come first, then the
        global ones that every request may carry.
        """
        by_service: dict[str, list[str]] = {}
        for number in self.numbers(patterns):
            prefix, _, name = self.actions.names[number].partition(":")
            by_service.setdefault(prefix, []).append(name.lower())
        counts: dict[str, int] = {}
        defined: dict[str, ConditionKey] = {}
        is_narrow = 0 < len(by_service) <= _MOST_SERVICES
        if is_narrow:
            for prefix, names in by_service.items():
                service = self.service(prefix)
                defined.update({key.name: key for key in service.condition_keys.values()})
                for key in _taken(service, names):
                    counts[key] = counts.get(key, 0) + 1
        found = [self._own(name, defined) for name in sorted(counts, key=lambda name: (-counts[name], name.lower()))]
        everywhere = [
            _known(key)
            for name, key in GLOBAL_KEYS.items()
            if name not in counts and not (is_narrow and name.lower().startswith(_OF_SOME_ACTIONS))
        ]
        return (*(each for each in found if each is not None), *everywhere)

    def _own(self, name: str, defined: Mapping[str, ConditionKey]) -> Known | None:
        key = defined.get(name) or GLOBAL_KEYS.get(named_key(name, GLOBAL_KEYS) or "")
        return _known(key) if key is not None else None

    def _templates_of(self, patterns: tuple[str, ...]) -> tuple[str, ...]:
        """The templates of the ARNs on which these actions work, those that people know first; none where only ``*`` can
        be the resource, or where no action is known.
        """
        found: dict[str, None] = {}
        for number in self.numbers(patterns)[:_MOST_ACTIONS]:
            found.update(dict.fromkeys(self.actions.resources(number)))
        return tuple(found)


@lru_cache(maxsize=2)
def own_names(catalog: Catalog) -> list[tuple[str, int]]:
    """All actions by their names without the service, sorted, in small letters."""
    return sorted((name.partition(":")[2].lower(), number) for number, name in enumerate(catalog.index.names))


def _taken(service: Service, names: Sequence[str]) -> list[str]:
    """The keys that actions of a service take, once for each action; of very many actions all keys of the service."""
    if len(names) > _MANY:
        return [key.name for key in service.condition_keys.values()]
    found: list[str] = []
    for name in names:
        found.extend(service.keys_of(service.actions[name]))
    return found


def _known(key: GlobalKey | ConditionKey) -> Known:
    return Known(key.name, key.type, key.multivalued, isinstance(key, GlobalKey))
