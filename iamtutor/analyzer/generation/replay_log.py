"""The requests behind the events, kept to be decided again: in memory while they are few, then in a temporary file.

A stream cannot be read twice, and a trail may be larger than the memory. The file has no name and goes away with the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Final, NamedTuple

from iamtutor.analyzer.generation.event import Event, Place
from iamtutor.analyzer.generation.needs import Need

_MOST_KEPT: Final = 2_000
_IN_MEMORY: Final = 200_000


class Replay(NamedTuple):
    """A request, how many `events` made it, and where the first of them stands. Context that no condition asks is empty."""

    action: str
    resource: str
    region: str
    endpoint: str
    address: str
    events: int
    place: Place


class ReplayLog:
    """Takes requests and gives them back; equal ones that come close together are one. Close it, or use `with`."""

    def __init__(self, *, with_context: bool) -> None:
        self._with_context = with_context
        self._kept: dict[tuple[str, str, str, str, str], list[int | Place]] = {}
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - lives as long as this object

    def __enter__(self) -> ReplayLog:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        self._file.close()

    def write(self, event: Event, need: Need) -> None:
        """Keep one request."""
        context = (event.region, event.endpoint, event.address) if self._with_context else ("", "", "")
        key = (need.action, need.resource.concrete, *context)
        known = self._kept.get(key)
        if known is not None:
            known[0] += 1  # type: ignore[operator]
            return
        if len(self._kept) >= _MOST_KEPT:
            self._put_away()
        self._kept[key] = [1, event.place]

    def replays(self) -> Iterator[Replay]:
        """Everything that was kept; can be asked for again."""
        self._put_away()
        self._file.seek(0)
        for line in self._file:
            action, resource, region, endpoint, address, events, place = json.loads(line)
            yield Replay(action, resource, region, endpoint, address, events, Place(*place))
        self._file.seek(0, 2)

    def _put_away(self) -> None:
        for key, row in self._kept.items():
            self._file.write(json.dumps([*key, *row]).encode() + b"\n")
        self._kept.clear()
