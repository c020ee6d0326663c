"""What time it is, as a thing that is passed in: tests bring their own."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Returns the present moment with its time zone; its date is the learner's day."""


def system_clock() -> datetime:
    """Return the present moment in the zone of this machine."""
    return datetime.now().astimezone()


def stored(moment: datetime) -> str:
    """Write a moment as it is stored: in UTC, so that zones do not mix."""
    return moment.astimezone(UTC).isoformat()


def restored(text: str) -> datetime:
    """Read a moment that was stored."""
    return datetime.fromisoformat(text)
