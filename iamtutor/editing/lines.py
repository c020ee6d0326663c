"""Lines written twice or moved past each other, with the commas between them where JSON wants them."""

from __future__ import annotations

from collections.abc import Sequence

from iamtutor.editing.change import Change, Spot
from iamtutor.editing.line_state import bare, depth


def duplicated(lines: Sequence[str], start: Spot, end: Spot, *, commas: bool = True) -> Change:
    """The lines of the selection once more below themselves; the selection is in the lower copy. `commas`: it is JSON."""
    first, last = _rows(start, end)
    block = list(lines[first : last + 1])
    upper = [*block[:-1], _with_comma(block[-1])] if commas and _wants_comma(block) else block
    moved = last - first + 1
    anchor, cursor = (Spot(spot.row + moved, spot.column) for spot in (start, end))
    text = "\n".join([*upper, *block])
    return Change(Spot(first, 0), Spot(last, len(lines[last])), text, cursor, anchor)


def moved(lines: Sequence[str], start: Spot, end: Spot, by: int, *, commas: bool = True) -> Change | None:
    """The lines of the selection one line up (-1) or down (1), selected still; None at the edge of the text."""
    first, last = _rows(start, end)
    other = first - 1 if by < 0 else last + 1
    if not 0 <= other < len(lines):
        return None
    block, beside = list(lines[first : last + 1]), [lines[other]]
    upper, lower = (block, beside) if by < 0 else (beside, block)
    if commas:
        upper, lower = _commas_kept(upper, lower)
    shifted = []
    for spot in (start, end):
        row = spot.row + by
        length = len((upper + lower)[row - min(first, other)])
        shifted.append(Spot(row, min(spot.column, length)))
    text = "\n".join(upper + lower)
    top, bottom = min(first, other), max(last, other)
    return Change(Spot(top, 0), Spot(bottom, len(lines[bottom])), text, shifted[1], shifted[0])


def _rows(start: Spot, end: Spot) -> tuple[int, int]:
    """The first and the last line of a selection; a line of which nothing is selected does not count."""
    first, last = min(start, end), max(start, end)
    return first.row, last.row - 1 if last.row > first.row and last.column == 0 else last.row


def _commas_kept(upper: list[str], lower: list[str]) -> tuple[list[str], list[str]]:
    """The comma between two items stays between them, whichever comes first: JSON wants none behind the last."""
    if _is_whole(upper) and _is_whole(lower) and _has_comma(lower[-1]) and not _has_comma(upper[-1]):
        return [*upper[:-1], _with_comma(upper[-1])], [*lower[:-1], _without_comma(lower[-1])]
    return upper, lower


def _wants_comma(block: Sequence[str]) -> bool:
    return _is_whole(block) and not _has_comma(block[-1])


def _is_whole(block: Sequence[str]) -> bool:
    """Whether the lines are items of their own: they say something and close what they open."""
    level = 0
    for line in block:
        plain = bare(line)
        for char in plain:
            level += (char in "{[") - (char in "}]")
            if level < 0:
                return False
    return level == 0 and bool(block[-1].strip()) and sum(map(depth, block)) == 0


def _has_comma(line: str) -> bool:
    return bare(line).rstrip().endswith(",")


def _with_comma(line: str) -> str:
    body = line.rstrip()
    return f"{body},{line[len(body) :]}"


def _without_comma(line: str) -> str:
    body = line.rstrip()
    return f"{body[:-1]}{line[len(body) :]}"
