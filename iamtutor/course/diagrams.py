"""Whether a drawing in text holds together: every edge goes on where the line above or below says it does.

Columns are cells, in which a Hangul syllable takes two: what looks straight in an editor with another font may not be.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from iamtutor.words.cells import cells

_UP = frozenset("│┃║└┘├┤┴┼╰╯╵▲△^")
_DOWN = frozenset("│┃║┌┐├┤┬┼╭╮╷▼▽v")
_HEADS = frozenset("▲△^▼▽v")
_PLAIN = frozenset("│┃║└╰")
"""Edges that may begin or end at a word; another corner or a branch may not."""
_BOXES = frozenset("│┃║─━═┌┐└┘├┤┬┴┼╭╮╰╯╵╷")
_SIDEWAYS = frozenset("─━═")
_LEFT = frozenset("─━═┐┘┤┬┴┼╮╯")
_RIGHT = frozenset("─━═┌└├┬┴┼╭╰")


def broken_edges(lines: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Each edge that leads nowhere: its line from 0, its cell from 0, and the character."""
    grid = [_row(line) for line in lines]
    for number, row in enumerate(grid):
        above = grid[number - 1] if number else {}
        below = grid[number + 1] if number + 1 < len(grid) else {}
        for cell, char in row.items():
            if char not in _BOXES:
                continue
            up = char in _UP and not _goes_on(above.get(cell, " "), _DOWN | _HEADS, char)
            down = char in _DOWN and not _goes_on(below.get(cell, " "), _UP | _HEADS, char)
            if up or down or _is_cut_sideways(row, cell, char):
                yield number, cell, char


def _row(line: str) -> dict[int, str]:
    """What stands in each cell; a wide character stands in two."""
    found: dict[int, str] = {}
    at = 0
    for char in line:
        width = cells(char)
        found.update(dict.fromkeys(range(at, at + width), char))
        at += width
    return found


def _goes_on(char: str, wanted: frozenset[str], edge: str) -> bool:
    if char in wanted:
        return True
    return edge in _PLAIN and char != " " and char not in _BOXES


def _is_cut_sideways(row: dict[int, str], cell: int, char: str) -> bool:
    """Whether a level line runs into an edge that has no arm towards it."""
    if char not in _SIDEWAYS:
        return False
    before, after = row.get(cell - 1, " "), row.get(cell + 1, " ")
    return (before in _BOXES and before not in _RIGHT) or (after in _BOXES and after not in _LEFT)
