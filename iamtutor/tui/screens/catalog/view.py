"""Where one is in the catalogue: which list, what filters it, and what is open. Knows no widget."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, get_args

from iamtutor.catalog import (
    GLOBAL_KEYS,
    AccessLevel,
    Action,
    Catalog,
    CatalogError,
    ConditionKey,
    GlobalKey,
    Item,
    Listing,
    ManagedPolicy,
    NameKind,
    ResourceType,
    Service,
    list_actions,
    list_everything,
    list_keys,
    list_managed,
    list_resource_types,
    list_services,
    look_up,
)
from iamtutor.policy.pattern import is_wild

if TYPE_CHECKING:
    from iamtutor.tui.stop import CatalogPlace

Shelf = Literal["services", "service", "global", "managed"]
"""Which list: all services, one of them, the global condition keys, the AWS managed policies."""
Part = Literal["actions", "types", "keys"]
PARTS: tuple[Part, ...] = get_args(Part)
_PART_OF: dict[NameKind, Part] = {
    NameKind.ACTION: "actions",
    NameKind.RESOURCE_TYPE: "types",
    NameKind.CONDITION_KEY: "keys",
}


@dataclass(frozen=True)
class Target:
    """One thing that can be open."""

    kind: NameKind
    name: str


@dataclass(frozen=True)
class View:
    """`at` is the name in hand in the list; `naming` leaves of the managed policies those that name an action."""

    shelf: Shelf = "services"
    service: str = ""
    part: Part = "actions"
    written: str = ""
    level: AccessLevel | None = None
    naming: str = ""
    at: str = ""
    opened: Target | None = None

    @property
    def has_levels(self) -> bool:
        """Whether the list may hold actions."""
        return (self.shelf == "service" and self.part == "actions") or (self.shelf == "services" and bool(self.written))


@dataclass(frozen=True)
class Entry:
    """One row of a list: something by name, or another list with how much it holds."""

    item: Item | None = None
    shelf: Shelf | None = None
    count: int = 0

    @property
    def name(self) -> str:
        """What it is found again by."""
        return self.item.name if self.item is not None else f"<{self.shelf}>"


def entries_of(catalog: Catalog, view: View) -> tuple[tuple[Entry, ...], Listing]:
    """The rows of a view. Raises CatalogError, and UnknownNameError for a service that is not there."""
    listing = _listing(catalog, view)
    rows = tuple(Entry(item) for item in listing.items)
    if view.shelf == "services" and not view.written.strip():
        try:
            managed = len(catalog.managed.names)
        except CatalogError:
            managed = 0
        return (Entry(shelf="global", count=len(GLOBAL_KEYS)), Entry(shelf="managed", count=managed), *rows), listing
    return rows, listing


def _listing(catalog: Catalog, view: View) -> Listing:
    match view.shelf:
        case "services":
            written = view.written.strip()
            return (
                list_everything(catalog, written, view.level) if len(written) > 1 else list_services(catalog, written)
            )
        case "global":
            return list_keys(catalog, "", view.written)
        case "managed":
            listing = list_managed(catalog, view.written)
            if not view.naming:
                return listing
            naming = set(catalog.managed_use.naming(view.naming))
            return Listing(tuple(item for item in listing.items if item.name in naming), {})
        case "service":
            if view.part == "types":
                return list_resource_types(catalog, view.service, view.written)
            if view.part == "keys":
                return list_keys(catalog, view.service, view.written)
            return list_actions(catalog, view.written, view.service, view.level)


def inside(view: View, entry: Entry) -> View:
    """Where a row leads: into a list, or open in the one where it stands."""
    if entry.shelf is not None:
        return View(entry.shelf)
    assert entry.item is not None
    if entry.item.kind is NameKind.SERVICE:
        return View("service", entry.item.name)
    return replace(view, at=entry.name, opened=Target(entry.item.kind, entry.item.name))


def view_at(target: Target) -> View:
    """Something open in the list to which it belongs."""
    if target.kind is NameKind.SERVICE:
        return View("service", target.name)
    if target.kind is NameKind.MANAGED_POLICY:
        return View("managed", at=target.name, opened=target)
    prefix = target.name.partition(":")[0]
    if target.kind is NameKind.CONDITION_KEY and (target.name in GLOBAL_KEYS or "." in prefix):
        return View("global", at=target.name, opened=target)
    return View("service", prefix, _PART_OF[target.kind], at=target.name, opened=target)


def view_of_key(catalog: Catalog, key: str) -> View:
    """A condition key open in its list: some services take keys under a prefix that is not their own."""
    view = view_at(Target(NameKind.CONDITION_KEY, key))
    if view.shelf == "service":
        homes = catalog.homes_of_key(key)
        return replace(view, service=homes[0]) if homes else replace(view, shelf="services", written=key)
    return view


def view_of(catalog: Catalog, place: CatalogPlace) -> View:
    """Where a name that somebody wrote leads; what nothing is known by is searched for."""
    if not place.name:
        return View()
    if not is_wild(place.name) and place.kind != "all":
        found = [each for each in map(_target, look_up(catalog, place.name)) if each is not None]
        for target in found:
            if not place.kind or target.kind == place.kind:
                is_key = target.kind is NameKind.CONDITION_KEY
                return view_of_key(catalog, target.name) if is_key else view_at(target)
    return View(written=place.name)


def _target(entry: object) -> Target | None:
    match entry:
        case Action():
            return Target(NameKind.ACTION, entry.full_name)
        case ResourceType():
            return Target(NameKind.RESOURCE_TYPE, f"{entry.service}:{entry.name}")
        case ConditionKey() | GlobalKey():
            return Target(NameKind.CONDITION_KEY, entry.name)
        case Service():
            return Target(NameKind.SERVICE, entry.prefix)
        case ManagedPolicy():
            return Target(NameKind.MANAGED_POLICY, entry.name)
        case _:
            return None
