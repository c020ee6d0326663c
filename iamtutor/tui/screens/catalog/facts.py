"""What is told of one thing in the catalogue: parts that read in either language, each link with where it leads.

Made beside the screen, since a service may have to be read for it; painted by `detail`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from iamtutor.catalog import (
    GLOBAL_KEYS,
    AccessLevel,
    Action,
    Catalog,
    CatalogError,
    ConditionKey,
    GlobalKey,
    KeyType,
    Meaning,
    NameKind,
    ResourceType,
    Service,
)
from iamtutor.extras import install_command
from iamtutor.tui.screens.catalog.view import Entry, Shelf, Target, View, view_at, view_of_key
from iamtutor.words import Bilingual

MOST_POLICIES = 6

OPERATORS: dict[KeyType, str] = {
    KeyType.STRING: "StringEquals · StringLike",
    KeyType.ARN: "ArnLike · ArnEquals",
    KeyType.BOOL: "Bool",
    KeyType.NUMERIC: "NumericEquals · NumericLessThan …",
    KeyType.DATE: "DateLessThan · DateGreaterThan …",
    KeyType.IP: "IpAddress · NotIpAddress",
    KeyType.BINARY: "BinaryEquals",
}
"""The operators made for a type of key.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""


@dataclass(frozen=True)
class Said:
    """A message of the app with its arguments; an access level stands for its name."""

    message: str
    arguments: dict[str, str | int | AccessLevel] = field(default_factory=dict)


Words = str | Bilingual | Said
"""A name or a text of AWS's own, a text in both languages, or a message."""


@dataclass(frozen=True)
class Head:
    """The name, and what it is."""

    name: str
    what: tuple[Words, ...]


@dataclass(frozen=True)
class Text:
    """A paragraph under its title; without one, an aside."""

    title: str
    words: tuple[Words, ...]


@dataclass(frozen=True)
class Sense:
    """What an action or a condition key means."""

    meaning: Meaning


@dataclass(frozen=True)
class Link:
    """A name that leads somewhere, with what stands beside it and what stands below."""

    name: Words
    to: View
    beside: tuple[Words, ...] = ()
    below: str = ""


@dataclass(frozen=True)
class Links:
    """Links under a title; `none` is said where there are none."""

    title: str
    links: tuple[Link, ...]
    none: str = ""


@dataclass(frozen=True)
class Document:
    """A policy, as a file has it."""

    text: str


FactPart = Head | Text | Sense | Links | Document


@dataclass(frozen=True)
class Facts:
    """All that is told. `to_copy` is what a policy would have of it, `policy` the name and text of a managed policy."""

    parts: tuple[FactPart, ...] = ()
    to_copy: str = ""
    policy: tuple[str, str] | None = None


def facts_of_entry(catalog: Catalog, entry: Entry) -> Facts:
    """What is told of a row of a list."""
    if entry.shelf is not None:
        return _of_shelf(entry.shelf, entry.count)
    assert entry.item is not None
    return facts_of(catalog, Target(entry.item.kind, entry.item.name))


def facts_of(catalog: Catalog, target: Target) -> Facts:
    """What is told of something. Raises UnknownNameError where there is no such thing, and CatalogError."""
    match target.kind:
        case NameKind.SERVICE:
            return Facts(tuple(_of_service(catalog.service(target.name))), target.name)
        case NameKind.ACTION:
            action = catalog.action(target.name)
            return Facts(tuple(_of_action(catalog, action)), action.full_name)
        case NameKind.RESOURCE_TYPE:
            kind = catalog.resource_type(target.name)
            return Facts(tuple(_of_type(catalog, kind)), arn_to_write(kind.arn))
        case NameKind.CONDITION_KEY:
            key = catalog.condition_key(target.name)
            parts = _of_global_key(catalog, key) if isinstance(key, GlobalKey) else _of_key(catalog, key)
            return Facts(tuple(parts), key.name)
        case NameKind.MANAGED_POLICY:
            policy = catalog.managed.policy(target.name)
            version = Said("catalog-version-of", {"version": policy.version, "date": policy.updated})
            head = Head(policy.name, (Said("catalog-kind-managed-policy"),))
            parts_ = (head, Text("catalog-arn", (policy.arn,)), Text("catalog-version", (version,)))
            return Facts((*parts_, Document(policy.text)), policy.arn, (policy.name, policy.text))


def arn_to_write(template: str) -> str:
    """An ARN template as one would begin to write it: left as it is, ``${Account}`` would be a policy variable."""
    return template.replace("${Partition}", "aws").replace("${", "").replace("}", "")


def _of_shelf(shelf: Shelf, count: int) -> Facts:
    title = Said(f"catalog-shelf-{shelf}")
    about = Said(f"catalog-shelf-{shelf}-about", {"count": count})
    if shelf == "managed" and not count:
        about = Said("catalog-no-managed", {"command": install_command("managed")})
    return Facts((Head("", (title,)), Text("", (about,))))


def _of_service(service: Service) -> Iterator[FactPart]:
    yield Head(service.prefix, (service.title,))
    levels = Counter(action.access_level for action in service.actions.values())
    rows = [
        Link(
            Said("catalog-level", {"level": level}), View("service", service.prefix, level=level), (str(levels[level]),)
        )
        for level in AccessLevel
        if levels[level]
    ]
    yield Links("catalog-actions", tuple(rows))
    yield Links(
        "catalog-holds",
        (
            Link(Said("catalog-types"), View("service", service.prefix, "types"), (str(len(service.resource_types)),)),
            Link(Said("catalog-keys"), View("service", service.prefix, "keys"), (str(len(service.condition_keys)),)),
        ),
    )


def _of_action(catalog: Catalog, action: Action) -> Iterator[FactPart]:
    service = catalog.service(action.service)
    level = Said("catalog-level", {"level": action.access_level})
    yield Head(action.full_name, (Said("catalog-action-of", {"service": service.title}), level))
    yield Sense(catalog.meaning(action))
    types = []
    for each in action.resource_types:
        kind = service.resource_types.get(each.name.lower())
        note = Said("catalog-required" if each.required else "catalog-optional")
        target = Target(NameKind.RESOURCE_TYPE, f"{action.service}:{each.name}")
        types.append(Link(each.name, view_at(target), (note,), kind.arn if kind is not None else ""))
    yield Links("catalog-resources", tuple(types), "catalog-only-star")
    yield Links("catalog-keys", tuple(_keys_of(catalog, service, action)), "catalog-no-keys")
    yield Text("", (Said("catalog-also-global"),))
    if action.dependent_actions:
        yield Links("catalog-needs", tuple(_action_links(action.dependent_actions)))
    yield from _naming(catalog, action.full_name)


def _keys_of(catalog: Catalog, service: Service, action: Action) -> Iterator[Link]:
    """The keys of an action; where a key belongs to resource types only, it is said to which."""
    for name in service.keys_of(action):
        key = service.condition_keys.get(name.lower())
        beside: list[Words] = [key.type] if key is not None else []
        if key is not None and key.multivalued:
            beside.append(Said("catalog-multivalued"))
        if name not in action.condition_keys:
            of = [each.name for each in action.resource_types if _takes(service, each.name, each.condition_keys, name)]
            beside.append(Said("catalog-key-of", {"types": ", ".join(of)}))
        yield Link(name, view_of_key(catalog, name), tuple(beside))


def _takes(service: Service, kind: str, own: tuple[str, ...], key: str) -> bool:
    known = service.resource_types.get(kind.lower())
    return key in own or (known is not None and key in known.condition_keys)


def _naming(catalog: Catalog, action: str) -> Iterator[FactPart]:
    try:
        names = catalog.managed_use.naming(action)
    except CatalogError:
        return
    service = action.partition(":")[0]
    shown = sorted(names, key=lambda name: (service not in name.lower(), len(name), name))[:MOST_POLICIES]
    links = [Link(name, view_at(Target(NameKind.MANAGED_POLICY, name))) for name in shown]
    if len(names) > len(shown):
        links.append(Link(Said("catalog-all-naming", {"count": len(names)}), View("managed", naming=action)))
    yield Links("catalog-naming", tuple(links), "catalog-none")
    if names:
        yield Text("", (Said("catalog-naming-note"),))


def _of_type(catalog: Catalog, kind: ResourceType) -> Iterator[FactPart]:
    service = catalog.service(kind.service)
    yield Head(f"{kind.service}:{kind.name}", (Said("catalog-type-of", {"service": service.title}),))
    yield Text("catalog-arn-format", (kind.arn,))
    keys = [Link(name, view_of_key(catalog, name)) for name in kind.condition_keys]
    yield Links("catalog-keys", tuple(keys), "catalog-none")
    yield Links("catalog-used-by", tuple(_levelled(service.using(kind))), "catalog-none")


def _of_key(catalog: Catalog, key: ConditionKey) -> Iterator[FactPart]:
    homes = [catalog.service(prefix) for prefix in catalog.homes_of_key(key.name)]
    titles = ", ".join(home.title for home in homes if key.name.lower() in home.condition_keys)
    yield Head(key.name, (Said("catalog-key-of-service", {"service": titles}),))
    yield from _type(key.type, None, multivalued=key.multivalued)
    yield Sense(catalog.meaning(key))
    yield Text("catalog-absent", (Said("catalog-absent-silent"),))
    yield Links("catalog-taken-by", tuple(_levelled(catalog.taking(key.name))), "catalog-none")


def _of_global_key(catalog: Catalog, key: GlobalKey) -> Iterator[FactPart]:
    is_claim = key.name not in GLOBAL_KEYS
    section = Said(f"catalog-section-{key.section}")
    yield Head(key.name, (Said("catalog-claim-key"),) if is_claim else (Said("catalog-global-key"), section))
    yield from _type(key.type, key.also, multivalued=key.multivalued)
    yield Text("catalog-present", (key.when,))
    if key.sensitive:
        yield Text("", (Said("catalog-no-wildcards"),))
    yield Text("catalog-source", (key.source,))
    if is_claim:
        return
    services = catalog.services_with_key(key.name)
    links = [
        Link(prefix, View("service", prefix, "keys", at=key.name), (catalog.services[prefix],)) for prefix in services
    ]
    if links:
        yield Links("catalog-listed-by", tuple(links))


def _type(kind: KeyType, also: KeyType | None, *, multivalued: bool) -> Iterator[FactPart]:
    names = " · ".join([kind, *([also] if also is not None else [])])
    operators = " · ".join(OPERATORS[each] for each in (kind, also) if each is not None)
    yield Text("catalog-type", (names, *([Said("catalog-multivalued")] if multivalued else [])))
    if multivalued:
        yield Text("catalog-operators", (Said("catalog-set-operators", {"operators": operators}),))
    else:
        yield Text("catalog-operators", (operators,))


def _action_links(names: Iterable[str]) -> Iterator[Link]:
    for name in names:
        yield Link(name, view_at(Target(NameKind.ACTION, name)))


def _levelled(actions: Iterable[Action]) -> Iterator[Link]:
    for action in actions:
        level = Said("catalog-level", {"level": action.access_level})
        yield Link(action.full_name, view_at(Target(NameKind.ACTION, action.full_name)), (level,))
