"""The clock of a world: credentials expire against it, and it only goes forward when somebody moves it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


def later(world: World, by: timedelta) -> World:
    """The world some time later. ValueError where that would be earlier."""
    if by < timedelta():
        raise ValueError("a world's clock does not go back")
    return replace(world, now=world.now + by)


def at(world: World, moment: datetime) -> World:
    """The world at a moment; one without a zone is in UTC. ValueError where that would be earlier."""
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
    return later(world, moment - world.now)


def has_passed(world: World, moment: datetime | None) -> bool:
    """Whether a moment has come; what has no end never has."""
    return moment is not None and world.now >= moment
