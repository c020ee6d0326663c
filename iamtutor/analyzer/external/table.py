"""Findings as a table: columns aligned by cells, or a block for each finding where the terminal is narrow."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from iamtutor.analyzer.external.telling import Row, Telling
from iamtutor.words.cells import cells, lines_of, padded

COLUMNS: Final = ("status", "id", "access", "resource", "principal", "actions", "conditions")
_FIXED: Final = 3
"""So many columns, from the left, are never broken."""
_GAP: Final = "  "
_NARROWEST: Final = 12
_TABLE_FROM: Final = 96


def table(rows: Sequence[Row], telling: Telling, width: int) -> Iterator[str]:
    """The lines, none wider than `width` cells."""
    heads = [telling.say(f"column-{name}") for name in COLUMNS]
    cells_of = [texts_of(row, telling) for row in rows]
    if width < _TABLE_FROM:
        yield from _blocks(heads, cells_of, width)
        return
    used = [number for number in range(len(heads)) if any(row[number] for row in cells_of)]
    widths = _widths([[heads[number], *(row[number] for row in cells_of)] for number in used], width)
    yield from _line([heads[number] for number in used], widths)
    yield "─" * (sum(widths) + len(_GAP) * (len(widths) - 1))
    for row in cells_of:
        yield from _line([row[number] for number in used], widths)


def texts_of(row: Row, telling: Telling) -> list[str]:
    """What stands in each column of a row."""
    finding = row.finding
    return [
        telling.status(row),
        finding.id,
        telling.access(finding),
        telling.resource(finding),
        telling.principal(finding),
        telling.actions(finding),
        "; ".join(telling.conditions(finding)),
    ]


def _widths(columns: Sequence[Sequence[str]], width: int) -> list[int]:
    """As wide as what stands in it; where that is too much, the widest columns give way."""
    found = [max(cells(text) for text in column) for column in columns]
    room = width - len(_GAP) * (len(columns) - 1)
    while sum(found) > room:
        widest = max(range(_FIXED, len(found)), key=lambda number: found[number])
        if found[widest] <= _NARROWEST:
            break
        found[widest] -= 1
    return found


def _line(texts: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    broken = [lines_of(text, size) for text, size in zip(texts, widths, strict=True)]
    for number in range(max(len(lines) for lines in broken)):
        parts = (
            padded(lines[number] if number < len(lines) else "", size)
            for lines, size in zip(broken, widths, strict=True)
        )
        yield _GAP.join(parts).rstrip()


def _blocks(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    column = max(cells(head) for head in heads)
    for number, row in enumerate(rows):
        if number:
            yield ""
        yield "  ".join((row[1], row[0], row[2]))
        for head, text in list(zip(heads, row, strict=True))[_FIXED:]:
            for place, line in enumerate(lines_of(text, width - column - 4) if text else ()):
                yield f"  {padded('' if place else head, column)}  {line}"
