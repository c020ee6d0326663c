"""Finding a piece of text: every place of it, and the next one from where the cursor stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from iamtutor.editing.change import Spot


def pattern_of(sought: str) -> re.Pattern[str] | None:
    """What is looked for, its characters taken as they are; capital letters count once one is among them."""
    if not sought:
        return None
    return re.compile(re.escape(sought), 0 if sought != sought.lower() else re.IGNORECASE)


def places(lines: Sequence[str], pattern: re.Pattern[str]) -> list[tuple[Spot, Spot]]:
    """Where it begins and ends, everywhere in the text; it stands within one line."""
    return [
        (Spot(row, match.start()), Spot(row, match.end()))
        for row, line in enumerate(lines)
        for match in pattern.finditer(line)
    ]


def nearest(found: Sequence[tuple[Spot, Spot]], at: Spot, by: int) -> int | None:
    """The number of the place to go to: with 0 the first at the cursor or behind it, with 1 the next one, with -1 the one
    before; beyond the end it goes on from the other. None where there is none."""
    if not found:
        return None
    starts = [start for start, _ in found]
    if by < 0:
        return (bisect_left(starts, at) - 1) % len(found)
    return (bisect_right(starts, at) if by else bisect_left(starts, at)) % len(found)
