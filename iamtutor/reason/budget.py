"""Bounds on a proof: counted steps, never seconds, so that the same input gives the same answer on every machine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

DEFAULT_STEPS: Final = 400_000
_LOOK_EVERY: Final = 256


class ExhaustedError(Exception):
    """The steps are used up: what was asked stays unknown."""


class CancelledError(Exception):
    """The caller no longer wants the answer."""


def never() -> bool:
    """Never cancelled."""
    return False


class Budget:
    """The steps that a proof may still take. `cancelled` is looked at now and then, and ends the work at once."""

    __slots__ = ("_cancelled", "_until_look", "left")

    def __init__(self, steps: int = DEFAULT_STEPS, cancelled: Callable[[], bool] = never) -> None:
        self.left = steps
        self._cancelled = cancelled
        self._until_look = 0

    def spend(self, steps: int = 1) -> None:
        """Take steps. Raises ExhaustedError or CancelledError."""
        self.left -= steps
        if self.left < 0:
            raise ExhaustedError
        self._until_look -= steps
        if self._until_look <= 0:
            self._until_look = _LOOK_EVERY
            if self._cancelled():
                raise CancelledError
