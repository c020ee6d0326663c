"""The info string of a fence: its kind and what follows as `key=value`, `key="two words"` or a bare flag."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_ATTRIBUTE = re.compile(r'(?P<key>[a-z][a-z-]*)(?:=(?:"(?P<quoted>[^"]*)"|(?P<plain>[^\s"]+)))?(?=\s|$)')


@dataclass(frozen=True, slots=True)
class FenceInfo:
    """A fence's kind, its attributes and flags, and the first piece that could not be read."""

    kind: str
    attributes: Mapping[str, str]
    flags: frozenset[str]
    unread: str | None = None


def read_info(info: str) -> FenceInfo:
    """Reads an info string; a repeated key counts as unreadable."""
    kind, _, rest = info.strip().partition(" ")
    attributes: dict[str, str] = {}
    flags: set[str] = set()
    rest = rest.strip()
    while rest:
        match = _ATTRIBUTE.match(rest)
        if match is None or match["key"] in attributes or match["key"] in flags:
            return FenceInfo(kind, attributes, frozenset(flags), rest.split()[0])
        value = match["quoted"] if match["quoted"] is not None else match["plain"]
        if value is None:
            flags.add(match["key"])
        else:
            attributes[match["key"]] = value
        rest = rest[match.end() :].strip()
    return FenceInfo(kind, attributes, frozenset(flags))
