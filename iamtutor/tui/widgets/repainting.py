"""Painting no more of a TextArea than has changed: Textual paints all of it for a single line's colour, or for the words
on its frame, and at every key that costs more than to read the policy."""

from __future__ import annotations

from collections.abc import Collection

from textual.geometry import Region
from textual.widgets import TextArea

_KEY_LINE = 2
"""Where the line stands in the key under which TextArea keeps what it has painted of it."""


def repaint_lines(area: TextArea, lines: Collection[int]) -> None:
    """Paint these lines of the view anew, counted from the top of the text, in an area that wraps none.

    What was painted of lines that are out of view now is forgotten: it is not known whether it still holds.
    """
    top, height = area.scroll_offset.y, area.size.height
    for key in list(area._line_cache.keys()):
        if key[_KEY_LINE] in lines or not top <= key[_KEY_LINE] < top + height:
            area._line_cache.discard(key)
    if lines:
        area.refresh(*(Region(0, line - top, area.size.width, 1) for line in lines))


def say_under(area: TextArea, words: str) -> None:
    """Write on the lower edge of the frame; nothing is painted where the same stands there already."""
    said = area.render_str(words).expand_tabs(4).split()[0] if words else area.render_str("")
    if said == area._border_subtitle:
        return
    area._border_subtitle = said
    area.refresh(Region(-1, area.outer_size.height - 2, area.outer_size.width, 1))
