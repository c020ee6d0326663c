"""From the JSON of one service to its data. A shape that is not the known one is an error, never a guess."""

from __future__ import annotations

from collections.abc import Iterable

from iamtutor.catalog.access_level import access_level
from iamtutor.catalog.key_type import key_type
from iamtutor.catalog.problem import CatalogError
from iamtutor.catalog.service import Action, ActionResource, ConditionKey, ResourceType, Service
from iamtutor.catalog.source import Json, Source


def read_service(source: Source, prefix: str) -> Service:
    """One service. Raises UnknownNameError where there is none of that prefix, CatalogError where its data is broken."""
    actions = source.actions(prefix)
    types = source.resource_types(prefix)
    keys = source.condition_keys(prefix)
    try:
        return Service(
            prefix,
            source.services[prefix],
            {name: _action(prefix, actions[name]) for name in sorted(actions)},
            {name: _resource_type(prefix, types[name]) for name in sorted(types)},
            {name: _condition_key(keys[name]) for name in sorted(keys)},
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CatalogError("catalog.bad-data", file=f"{prefix}.json") from error


def read_arn_formats(source: Source, prefix: str) -> tuple[str, ...]:
    """The ARN templates of one service, in the order of its resource types. Raises as `read_service` does."""
    types = source.resource_types(prefix)
    try:
        return tuple(_resource_type(prefix, types[name]).arn for name in sorted(types))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CatalogError("catalog.bad-data", file=f"{prefix}.json") from error


def action_resources(listed: Iterable[Json]) -> tuple[ActionResource, ...]:
    """The resource types of an action; one that is listed twice, once for each of its key sets, is put together."""
    found: dict[str, ActionResource] = {}
    for each in listed:
        name, required, keys = each["name"], bool(each["required"]), tuple(each["conditionKeys"])
        known = found.get(name)
        if known is not None:
            required, keys = required or known.required, tuple(dict.fromkeys((*known.condition_keys, *keys)))
        found[name] = ActionResource(name, required, keys)
    return tuple(found.values())


def _action(service: str, value: Json) -> Action:
    dependent = [
        *value["dependentActions"],
        *(name for each in value["resourceTypes"] for name in each["dependentActions"]),
    ]
    return Action(
        service,
        value["name"],
        access_level(value["accessLevel"]),
        action_resources(value["resourceTypes"]),
        tuple(value["conditionKeys"]),
        tuple(dict.fromkeys(dependent)),
        value["description"],
    )


def _resource_type(service: str, value: Json) -> ResourceType:
    return ResourceType(service, value["key"], value["arn"], tuple(value.get("conditionKeys", ())))


def _condition_key(value: Json) -> ConditionKey:
    kind, multivalued = key_type(value["type"])
    return ConditionKey(value["key"], kind, multivalued, value["description"])
