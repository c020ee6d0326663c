"""Which known name was probably meant: the same name in another case, or one slip away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_LONGEST: Final = 64


class Nearest:
    """Finds the known name nearest to a written one in time that grows only with the length of the name.

    Two names are near when they become equal, case aside, by leaving out at most one character of each: that covers
    a character too many or too few, a wrong one, and two that changed places.
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._exact: dict[str, str] = {}
        self._shortened: dict[str, str] = {}
        for name in names:
            folded = name.casefold()
            self._exact.setdefault(folded, name)
            for short in _shortened(folded):
                self._shortened.setdefault(short, name)

    def find(self, written: str) -> str | None:
        """The known name that was probably meant, or None."""
        if not 2 < len(written) <= _LONGEST:
            return None
        folded = written.strip().casefold()
        exact = self._exact.get(folded) or self._shortened.get(folded)
        if exact:
            return exact
        for short in _shortened(folded):
            near = self._exact.get(short) or self._shortened.get(short)
            if near:
                return near
        return None


def _shortened(name: str) -> list[str]:
    return [name[:at] + name[at + 1 :] for at in range(len(name))]
