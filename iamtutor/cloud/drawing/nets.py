"""Arrows gathered into nets: one upright line for all that is reached by the same callers in the same ways.

So there are few lines, and where two meet it is either a sign (they are joined) or a plain crossing (they are not).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iamtutor.cloud.arrows import Arrow, Way


@dataclass(frozen=True, slots=True)
class Net:
    """Rows of callers and rows of targets that one upright line joins; the ways stand at one of the ends.

    `of_rows` and `to_rows` say how the arrow stands where it is written at that end, else None.
    """

    of_rows: Mapping[int, Way | None]
    to_rows: Mapping[int, Way | None]

    @property
    def top(self) -> int:
        """The first row."""
        return min(*self.of_rows, *self.to_rows)

    @property
    def bottom(self) -> int:
        """The last row."""
        return max(*self.of_rows, *self.to_rows)

    def way(self, source: int, target: int) -> Way | None:
        """How the arrow between two rows stands; None where there is none."""
        return self.of_rows[source] or self.to_rows[target]


def nets(arrows: Iterable[Arrow], asking: Mapping[str, int], standing: Mapping[str, int]) -> list[Net]:
    """All arrows, gathered by what is reached alike; the lowest target first, so that lines leave without crossing."""
    columns: dict[str, dict[int, Way | None]] = {}
    for arrow in arrows:
        columns.setdefault(arrow.target, {})[asking[arrow.source]] = arrow.way
    alike: dict[tuple[tuple[int, Way | None], ...], dict[int, Way | None]] = {}
    for target, column in columns.items():
        alike.setdefault(tuple(sorted(column.items())), {})[standing[target]] = None
    found = [Net(dict(column), targets) for column, targets in alike.items()]
    return sorted(found, key=lambda net: -max(net.to_rows))


def star(chosen: str, arrows: Iterable[Arrow], asking: Mapping[str, int], standing: Mapping[str, int]) -> list[Net]:
    """The arrows of one party alone: a line for all that it reaches, one for all that reach it."""
    mine = list(arrows)
    out: dict[int, Way | None] = {standing[each.target]: each.way for each in mine if each.source == chosen}
    into: dict[int, Way | None] = {asking[each.source]: each.way for each in mine if each.target == chosen}
    found = []
    if out:
        found.append(Net({asking[chosen]: None}, out))
    if into:
        found.append(Net(into, {standing[chosen]: None}))
    return found
