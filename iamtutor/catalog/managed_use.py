"""Which AWS managed policies allow an action by name.

Only the Action and NotAction elements of Allow statements are looked at: whether a policy allows a given request also
hangs on its resources, its conditions and its Deny statements, which only the evaluator can tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from iamtutor.catalog.managed import ManagedPolicies
from iamtutor.policy.pattern import is_wild, pattern


class ManagedUse:
    """Every Allow statement of every AWS managed policy, by the names in it. Making it reads all documents once."""

    def __init__(self, managed: ManagedPolicies) -> None:
        self._plain: dict[str, list[str]] = {}
        self._wild: dict[str, list[str]] = {}
        self._inverse: list[tuple[str, tuple[str, ...]]] = []
        for name in managed.names:
            for element, patterns in _allowed(managed.policy(name).document):
                if element == "NotAction":
                    self._inverse.append((name, patterns))
                    continue
                for each in patterns:
                    (self._wild if is_wild(each) else self._plain).setdefault(each, []).append(name)

    def naming(self, action: str) -> tuple[str, ...]:
        """The policies with an Allow statement that an action's full name falls under, in alphabetical order."""
        lower = action.lower()
        found = set(self._plain.get(lower, ()))
        for written, names in self._wild.items():
            if pattern(written)(lower):
                found.update(names)
        for name, patterns in self._inverse:
            if not any(pattern(each)(lower) for each in patterns):
                found.add(name)
        return tuple(sorted(found))


def _allowed(document: Any) -> Iterator[tuple[str, tuple[str, ...]]]:
    statements = document.get("Statement", ()) if isinstance(document, dict) else ()
    for statement in statements if isinstance(statements, list) else [statements]:
        if not isinstance(statement, dict) or statement.get("Effect") != "Allow":
            continue
        for element in ("Action", "NotAction"):
            if element in statement:
                value = statement[element]
                names = [value] if isinstance(value, str) else value
                yield element, tuple(str(name).lower() for name in names)
