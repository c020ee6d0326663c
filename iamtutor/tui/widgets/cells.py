"""Text measured as a terminal does: in cells, where a Hangul syllable takes two."""

from __future__ import annotations

from rich.cells import cell_len, chop_cells, set_cell_size

ELLIPSIS = "…"


def shorten(text: str, width: int) -> str:
    """`text` in at most `width` cells, its end replaced by an ellipsis where it must be cut."""
    if cell_len(text) <= width:
        return text
    if width <= 1:
        return ELLIPSIS[:width]
    return chop_cells(text, width - 1)[0].rstrip() + ELLIPSIS


def shorten_middle(text: str, width: int) -> str:
    """`text` in at most `width` cells with its middle left out: both ends of an ARN tell more than its start alone."""
    if cell_len(text) <= width:
        return text
    if width < 8:
        return shorten(text, width)
    tail_width = (width - 1) * 2 // 3
    head = chop_cells(text, width - 1 - tail_width)[0]
    tail, used = "", 0
    for char in reversed(text):
        used += cell_len(char)
        if used > tail_width:
            break
        tail = char + tail
    return head + ELLIPSIS + tail


def fit(text: str, width: int) -> str:
    """`text` in exactly `width` cells: shortened, or followed by blanks."""
    return set_cell_size(shorten(text, width), max(width, 0))
