"""Whatever a person may ask the catalogue for, by one name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from iamtutor.catalog.catalog import Catalog
from iamtutor.catalog.global_keys import GLOBAL_KEYS, GlobalKey
from iamtutor.catalog.managed import ARN_PREFIX, ManagedPolicy
from iamtutor.catalog.problem import CatalogError, UnknownNameError
from iamtutor.catalog.regions import PARTITIONS, REGIONS, Partition, Region
from iamtutor.catalog.service import Action, ConditionKey, ResourceType, Service
from iamtutor.catalog.service_principals import SERVICE_PRINCIPALS, ServicePrincipal, service_principal
from iamtutor.policy.pattern import is_wild, pattern

Entry = (
    Action | ResourceType | ConditionKey | GlobalKey | Service | ServicePrincipal | ManagedPolicy | Region | Partition
)


def look_up(catalog: Catalog, written: str) -> Iterator[Entry]:
    """Everything of that name, or that the pattern matches; nothing where nothing is known.

    With a colon it is an action, a resource type (``s3:bucket``), a condition key or the ARN of an AWS managed policy;
    without one a service, a service principal, a Region, a partition or an AWS managed policy. A pattern with a colon,
    and ``*`` alone, means actions, and behind ``aws:`` global condition keys.
    """
    if not written.isascii():
        return iter(())
    if written.startswith(f"{ARN_PREFIX}/"):
        return _managed(catalog, [written])
    if is_wild(written):
        return _matching(catalog, written)
    return _with_colon(catalog, written) if ":" in written else _without_colon(catalog, written)


def _matching(catalog: Catalog, written: str) -> Iterator[Entry]:
    if written.lower().startswith("aws:"):
        yield from (GLOBAL_KEYS[name] for name in _matched(written, GLOBAL_KEYS))
    elif ":" in written or written == "*":
        yield from (catalog.action(name) for name in catalog.expand(written))
    else:
        yield from (catalog.service(prefix) for prefix in _matched(written, catalog.services))
        yield from (SERVICE_PRINCIPALS[name] for name in _matched(written, SERVICE_PRINCIPALS))
        yield from (REGIONS[code] for code in _matched(written, REGIONS))
        yield from _managed(catalog, _matched(written, _managed_names(catalog)))


def _with_colon(catalog: Catalog, written: str) -> Iterator[Entry]:
    kinds: tuple[Callable[[str], Entry], ...] = (catalog.action, catalog.resource_type, catalog.condition_key)
    for kind in kinds:
        try:
            yield kind(written)
        except UnknownNameError:
            continue


def _without_colon(catalog: Catalog, written: str) -> Iterator[Entry]:
    lower = written.lower()
    if lower in catalog.services:
        yield catalog.service(lower)
    principal = service_principal(lower)
    if principal is not None:
        yield principal
    if lower in REGIONS:
        yield REGIONS[lower]
    if lower in PARTITIONS:
        yield PARTITIONS[lower]
    yield from _managed(catalog, [name for name in _managed_names(catalog) if name.lower() == lower])


def _matched(written: str, names: Iterable[str]) -> list[str]:
    matches = pattern(written.lower())
    return [name for name in names if matches(name.lower())]


def _managed_names(catalog: Catalog) -> tuple[str, ...]:
    try:
        return catalog.managed.names
    except CatalogError:
        return ()


def _managed(catalog: Catalog, names: Iterable[str]) -> Iterator[Entry]:
    for name in names:
        try:
            yield catalog.managed.policy(name)
        except (CatalogError, UnknownNameError):
            continue
