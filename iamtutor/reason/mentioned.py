"""What policies speak of: their statements, the condition keys that they ask, and the names that they write out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from iamtutor.access.effective import CompiledPolicy, EffectivePolicies
from iamtutor.access.layer import POLICY_LAYERS
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.pattern import is_wild
from iamtutor.policy.variables import resource_template


class Mentioned(NamedTuple):
    """`keys` maps each key in lower case to how it is written; `actions` are the patterns as written."""

    statements: tuple[CompiledStatement, ...]
    keys: dict[str, str]
    actions: tuple[str, ...]


def mentioned_in(several: Iterable[EffectivePolicies]) -> Mentioned:
    """What some policies speak of together."""
    found = dict.fromkeys(
        policy for policies in several for layer in POLICY_LAYERS for policy in policies.policies(layer)
    )
    statements: list[CompiledStatement] = []
    keys: dict[str, str] = {}
    actions: dict[str, None] = {}
    for policy in found:
        mentioned = _mentioned(policy)
        statements += mentioned.statements
        actions.update(dict.fromkeys(mentioned.actions))
        for key, written in mentioned.keys.items():
            keys.setdefault(key, written)
    return Mentioned(tuple(statements), keys, tuple(actions))


@lru_cache(maxsize=256)
def _mentioned(policy: CompiledPolicy) -> Mentioned:
    """What one policy speaks of; worked out once."""
    substitutes = policy.policy.document.substitutes_variables
    keys: dict[str, str] = {}
    actions: dict[str, None] = {}
    for statement in policy.statements:
        for key, written in _keys(statement, substitutes):
            keys.setdefault(key, written)
        actions.update((text.value, None) for text in statement.statement.action.patterns)
    return Mentioned(policy.statements, keys, tuple(actions))


def _keys(statement: CompiledStatement, substitutes: bool) -> Iterator[tuple[str, str]]:
    for test in statement.conditions:
        yield test.key, test.condition.key
        for template in test.templates:
            yield from ((variable.key, variable.written) for variable in template.variables)
    element = statement.statement.resource
    for text in element.patterns if element is not None else ():
        template = resource_template(text.value, substitutes=substitutes)
        yield from ((variable.key, variable.written) for variable in template.variables)


def spelled_out(actions: Iterable[str]) -> Iterator[str]:
    """The action patterns that name one action."""
    return (action for action in actions if not is_wild(action))
