"""One row of a table: the actions that an event needs, and where that is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

OBSERVED: Final = "observed convention"
"""In place of a page: what trails show and no page of AWS says."""


class Row(NamedTuple):
    """The actions that an event needs, all of them, and the page that says so. No actions: it needs no permission."""

    actions: tuple[str, ...]
    page: str


def rows(page: str, prefix: str, table: Mapping[str, str]) -> dict[str, Row]:
    """Rows of one service from ``{event: "Action Action"}``; a colon in an action means another service's."""
    return {
        event: Row(tuple(action if ":" in action else f"{prefix}:{action}" for action in actions.split()), page)
        for event, actions in table.items()
    }


def free(page: str, events: Iterable[str]) -> dict[str, Row]:
    """Rows of events that need no permission."""
    return {event: Row((), page) for event in events}
