"""Names of actions that AWS does not have: a slip of the fingers must not pass for an answer.

An action that is newer than the installed catalogue is unknown as well, so that a decision is still made; a check that
would pass because it asks about nothing is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from iamtutor.catalog import Catalog, CatalogError
from iamtutor.catalog.suggest import suggestions
from iamtutor.cli.problem import Problem


def unknown_action(catalog: Catalog, action: str) -> Problem | None:
    """What to say of an action (or a pattern of actions) that AWS's list does not have; None where it has one."""
    return _unless_known(catalog, action, "cli.note.unknown-action")


def refuse_unknown(catalog: Catalog, actions: Iterable[str]) -> None:
    """Raises Problem for the first pattern that matches no action."""
    for action in actions:
        problem = _unless_known(catalog, action, "cli.note.no-such-action")
        if problem is not None:
            raise problem


def _unless_known(catalog: Catalog, action: str, message: str) -> Problem | None:
    if catalog.expand(action):
        return None
    near = suggestions(catalog, action)
    return Problem(f"{message}-near", action=action, near=near[0]) if near else Problem(message, action=action)


class ActionNames:
    """Asks about actions one after the other; where there is no catalogue, none is unknown."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._environ = environ
        self._catalog: Catalog | None = None
        self._known: dict[str, Problem | None] = {}

    def unknown(self, action: str) -> Problem | None:
        """As `unknown_action`."""
        key = action.lower()
        if key not in self._known:
            self._known[key] = self._ask(action)
        return self._known[key]

    def _ask(self, action: str) -> Problem | None:
        try:
            if self._catalog is None:
                self._catalog = Catalog.installed(self._environ)
            return unknown_action(self._catalog, action)
        except CatalogError:
            return None
