"""What policies speak of: the patterns of their actions and resources, their condition keys with values, whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from iamtutor.cloud import EntityKind, World
from iamtutor.policy import PolicyDocument

_VARIABLE = re.compile(r"\$\{([^},]*)")
_NO_VARIABLES = frozenset("*?$")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of some policies; `values` are pairs of a condition key in small letters and a value."""

    actions: frozenset[str]
    resources: frozenset[str]
    keys: frozenset[str]
    values: frozenset[tuple[str, str]]
    principals: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, documents: Iterable[PolicyDocument]) -> Vocabulary:
        actions: set[str] = set()
        resources: set[str] = set()
        keys: set[str] = set()
        values: set[tuple[str, str]] = set()
        principals: set[tuple[str, str]] = set()
        for document in documents:
            for statement in document.statements:
                actions.update(text.value.lower() for text in statement.action.patterns)
                if statement.resource is not None:
                    resources.update(text.value for text in statement.resource.patterns)
                for condition in statement.conditions:
                    keys.add(condition.key.lower())
                    values.update((condition.key.lower(), value.value) for value in condition.values)
                if statement.principal is not None:
                    principals.update((entry.type.value, entry.value) for entry in statement.principal.entries)
        keys.update(_variables((*resources, *(value for _, value in values))))
        return cls(*map(frozenset, (actions, resources, keys, values, principals)))  # type: ignore[arg-type]

    def __or__(self, other: Vocabulary) -> Vocabulary:
        return Vocabulary(
            self.actions | other.actions,
            self.resources | other.resources,
            self.keys | other.keys,
            self.values | other.values,
            self.principals | other.principals,
        )


def _variables(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield from (name.lower() for name in _VARIABLE.findall(text) if not _NO_VARIABLES & set(name))


def documents_of(world: World) -> Iterator[PolicyDocument]:
    """Every policy that somebody in the world wrote."""
    for account in world.accounts.values():
        yield from (policy.document for policy in account.policies.values())
        for user in account.users.values():
            yield from (policy.document for policy in user.inline.values())
        for group in account.groups.values():
            yield from (policy.document for policy in group.inline.values())
        for role in account.roles.values():
            yield role.trust.document
            yield from (policy.document for policy in role.inline.values())
        for kind in (EntityKind.BUCKET, EntityKind.KEY, EntityKind.RESOURCE):
            for entity in account.entities(kind).values():
                policy = getattr(entity, "policy", None)
                if policy is not None:
                    yield policy.document
    for session in world.sessions.values():
        yield from (policy.document for policy in session.policies)
    yield from (endpoint.policy.document for endpoint in world.endpoints.values())
    if world.organization is not None:
        controls = [unit.controls for unit in world.organization.root.walk()]
        for level in (*controls, *world.organization.attached.values()):
            yield from (policy.document for policy in (*level.scp.values(), *level.rcp.values()))
