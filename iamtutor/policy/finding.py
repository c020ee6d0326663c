"""Places in a text, and the one `Finding` that reader, checks, worlds and packs share."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

Argument = str | int


class Span(NamedTuple):
    """A stretch of a text: offsets in code points, `end` exclusive."""

    start: int
    end: int


class Position(NamedTuple):
    """Where an offset lies as an editor counts: line and column, both from 1, in code points."""

    line: int
    column: int


class Lines:
    """The line starts of one text: turns offsets into positions in logarithmic time.

    A line ends at LF, CR or CR LF.
    """

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        self._length = len(text)
        starts = [0]
        if "\r" in text:
            for offset, char in enumerate(text):
                if char == "\n" or (char == "\r" and text[offset + 1 : offset + 2] != "\n"):
                    starts.append(offset + 1)
        else:
            found = text.find("\n")
            while found >= 0:
                starts.append(found + 1)
                found = text.find("\n", found + 1)
        self._starts = starts

    def position(self, offset: int) -> Position:
        """The position of `offset`; offsets beyond the text count as its end."""
        offset = max(0, min(offset, self._length))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def __len__(self) -> int:
        return len(self._starts)


class Severity(StrEnum):
    """How bad a finding is, in the words of IAM Access Analyzer."""

    ERROR = "ERROR"
    SECURITY_WARNING = "SECURITY_WARNING"
    WARNING = "WARNING"
    SUGGESTION = "SUGGESTION"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to say about a text: a message id and its arguments, never the words themselves.

    `span` is where in the text (None: the whole), `path` the JSON path that leads there (keys and indexes),
    `source` the file where there is one.
    """

    code: str
    severity: Severity = Severity.ERROR
    span: Span | None = None
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    path: tuple[str | int, ...] = ()
    source: str | None = None
