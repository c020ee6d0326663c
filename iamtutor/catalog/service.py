"""One service: its actions, resource types and condition keys."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from iamtutor.catalog.access_level import AccessLevel
from iamtutor.catalog.key_type import KeyType


@dataclass(frozen=True, slots=True)
class ActionResource:
    """A resource type that an action works on; a `required` one must be granted together with the action.

    `condition_keys` apply to the action on this type only.
    """

    name: str
    required: bool
    condition_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """An action. Without `resource_types` it is granted on ``"Resource": "*"`` alone.

    `condition_keys` are the keys of the action itself; `dependent_actions` are needed beside it, under full names.
    `description` is AWS's own, in English.
    """

    service: str
    name: str
    access_level: AccessLevel
    resource_types: tuple[ActionResource, ...]
    condition_keys: tuple[str, ...]
    dependent_actions: tuple[str, ...]
    description: str

    @property
    def full_name(self) -> str:
        """The name as a policy writes it: ``s3:GetObject``."""
        return f"{self.service}:{self.name}"


@dataclass(frozen=True, slots=True)
class ResourceType:
    """A resource type; `arn` is a template with placeholders such as ``${Account}``."""

    service: str
    name: str
    arn: str
    condition_keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConditionKey:
    """A condition key of a service; where the name holds a placeholder, anything may stand in its place.

    `multivalued` keys are to be asked with ForAnyValue or ForAllValues.
    """

    name: str
    type: KeyType
    multivalued: bool
    description: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service by its prefix; the mappings are by name in small letters."""

    prefix: str
    title: str
    actions: Mapping[str, Action]
    resource_types: Mapping[str, ResourceType]
    condition_keys: Mapping[str, ConditionKey]

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """Every key that a condition on the action may ask: its own and those of its resource types, sorted."""
        keys = set(action.condition_keys)
        for resource in action.resource_types:
            keys.update(resource.condition_keys)
            kind = self.resource_types.get(resource.name.lower())
            keys.update(kind.condition_keys if kind else ())
        return tuple(sorted(keys, key=str.lower))

    def taking(self, key: str) -> tuple[Action, ...]:
        """The actions that take a key, named as this service names it."""
        return tuple(action for action in self.actions.values() if key in self.keys_of(action))

    def using(self, kind: ResourceType) -> tuple[Action, ...]:
        """The actions that work on a resource type."""
        return tuple(
            action for action in self.actions.values() if any(each.name == kind.name for each in action.resource_types)
        )
