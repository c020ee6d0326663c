"""The colours of a text that is being written, line by line: worked out when a line is painted, and not before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from textual.content import Span

_LINE_END = re.compile(r"\r\n|\r|\n")


class LineColours:
    """A subclass says what a line means. Lines count from 0, and so do columns."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self._lines = _LINE_END.split(text)
        self._found: dict[int, Sequence[Span]] = {}

    def __len__(self) -> int:
        """How many lines."""
        return len(self._lines)

    def line_spans(self, index: int) -> Sequence[Span]:
        """The styles of the pieces of a line, by column."""
        raise NotImplementedError

    def spans(self, index: int) -> Sequence[Span]:
        """The styles of a line of the text."""
        found = self._found.get(index)
        if found is None:
            found = self._found[index] = self.line_spans(index)
        return found

    def spans_of(self, index: int, line: str, count: int) -> Sequence[Span]:
        """The styles of a line of a text that may have gone on since and now has `count` lines.

        A line that moved keeps its own; in one that is being written the pieces behind the change move along.
        """
        for place in (index, index - (count - len(self._lines))):
            if 0 <= place < len(self._lines) and self._lines[place] == line:
                return self.spans(place)
        return _moved(self.spans(index), self._lines[index], line) if index < len(self._lines) else ()


def _moved(spans: Sequence[Span], before: str, now: str) -> list[Span]:
    alike = min(len(before), len(now))
    same = next((column for column in range(alike) if before[column] != now[column]), alike)
    by = len(now) - len(before)

    def place(column: int) -> int:
        return column if column <= same else max(same, column + by)

    return [Span(place(span.start), place(span.end), span.style) for span in spans]
