"""What the catalogue knows, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from iamtutor.catalog import (
    Action,
    Catalog,
    ConditionKey,
    Entry,
    GlobalKey,
    ManagedPolicy,
    Partition,
    Region,
    ResourceType,
    Service,
    ServicePrincipal,
)


def row(catalog: Catalog, entry: Entry) -> dict[str, Any]:
    """One entry; `kind` says what it is."""
    match entry:
        case Action():
            service = catalog.service(entry.service)
            return {
                "kind": "action",
                **asdict(entry),
                "full_name": entry.full_name,
                "meaning": _meaning(catalog, entry),
                "keys": _keys(service, entry),
            }
        case ResourceType():
            return {"kind": "resource-type", **asdict(entry)}
        case GlobalKey():
            return {"kind": "global-condition-key", **asdict(entry), "source": entry.source}
        case ConditionKey():
            return {"kind": "condition-key", **asdict(entry), "meaning": _meaning(catalog, entry)}
        case Service():
            return {
                "kind": "service",
                "prefix": entry.prefix,
                "title": entry.title,
                "actions": [action.name for action in entry.actions.values()],
                "resource_types": [kind.name for kind in entry.resource_types.values()],
                "condition_keys": [key.name for key in entry.condition_keys.values()],
            }
        case ManagedPolicy():
            return {"kind": "managed-policy", **asdict(entry)}
        case ServicePrincipal():
            return {"kind": "service-principal", **asdict(entry)}
        case Region():
            return {"kind": "region", **asdict(entry)}
        case Partition():
            return {"kind": "partition", **asdict(entry)}


def _meaning(catalog: Catalog, thing: Action | ConditionKey) -> dict[str, str | None]:
    """AWS's own line and ours; null where there is none of ours."""
    meaning = catalog.meaning(thing)
    return {"ko": meaning.korean or None, "en": meaning.english}


def _keys(service: Service, action: Action) -> list[dict[str, Any]]:
    """Every key that the action takes; the type is null where the service does not define the key."""
    found = []
    for name in service.keys_of(action):
        key = service.condition_keys.get(name.lower())
        found.append({"name": name, "type": key.type if key else None, "multivalued": key.multivalued if key else None})
    return found
