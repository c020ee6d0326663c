"""Which candidates suit what was typed, and in which order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from iamtutor.editing.candidate import Candidate
from iamtutor.policy.pattern import is_wild, pattern

MOST: Final = 200
_JOINTS: Final = ":/-_."


def ranked(candidates: Iterable[Candidate], written: str) -> tuple[Candidate, ...]:
    """The candidates that go on from what was written, case aside: those that begin with it, then those of which a part
    does or which a pattern with wildcards matches, then those that hold it, then those that hold its letters in their order; things of the world first, else in
    the order given.
    """
    wanted = written.casefold()
    matches = pattern(wanted) if is_wild(wanted) else None
    found: list[tuple[int, bool, int, Candidate]] = []
    seen: set[str] = set()
    for number, each in enumerate(candidates):
        tier = _tier(each.text, wanted)
        if tier is None and matches is not None and matches(each.text.casefold()):
            tier = 1
        if tier is not None and each.text not in seen:
            seen.add(each.text)
            found.append((tier, not each.is_here, number, each))
    found.sort(key=lambda row: row[:3])
    best = found[0][0] if found else 0
    # Scattered letters are a last resort: where something holds them together, they would only be noise.
    return tuple(each for tier, _, _, each in found if tier < _SCATTERED or best == _SCATTERED)[:MOST]


_SCATTERED: Final = 3


def _tier(text: str, wanted: str) -> int | None:
    lower = text.casefold()
    if lower.startswith(wanted):
        return 0
    at = lower.find(wanted)
    if at > 0:
        return 1 if text[at - 1] in _JOINTS or text[at].isupper() else 2
    return _SCATTERED if len(wanted) > 1 and _holds(lower, wanted) else None


def _holds(text: str, letters: str) -> bool:
    at = -1
    for letter in letters:
        at = text.find(letter, at + 1)
        if at < 0:
            return False
    return True
