"""The document of a text area that wraps no line, for texts of ten thousand lines as well.

Textual's own asks every line how wide it is at each key, and counts all of them anew for each line that it paints.
"""

from __future__ import annotations

from rich.cells import cell_len
from textual.document._document import Document
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Size


class LongDocument(Document):
    """Knows the width of a line of plain letters without looking at each."""

    def get_size(self, tab_width: int) -> Size:
        """The widest line, and how many there are."""
        lines = self._lines
        widest = max(
            (
                len(line) if line.isascii() and "\t" not in line else cell_len(line.expandtabs(tab_width))
                for line in lines
            ),
            default=0,
        )
        return Size(widest, len(lines))


class FlatDocument(WrappedDocument):
    """A view in which every line is one row."""

    @property
    def height(self) -> int:
        """As many rows as lines, unless lines are wrapped after all."""
        return super().height if self._width else len(self._wrap_offsets)
