"""The terms in a list: those on the screen below first, or what fits what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content

from iamtutor.course import Term
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import shorten
from iamtutor.tui.widgets.rows import Rows


class TermRows(Rows):
    """Terms under headings; the cursor stands on terms only."""

    def __init__(self) -> None:
        super().__init__(id="terms")
        self._rows: tuple[Term | str, ...] = ()

    @property
    def term(self) -> Term | None:
        """The term in hand."""
        row = self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None
        return row if isinstance(row, Term) else None

    def show(self, groups: Sequence[tuple[str, Sequence[Term]]], chosen: str = "") -> None:
        """Show groups of terms, each under a message id (or none), and take one into the hand."""
        rows: list[Term | str] = []
        for heading, terms in groups:
            rows.extend((*([heading] if heading and terms else []), *terms))
        self._rows = tuple(rows)
        places = [index for index, row in enumerate(rows) if isinstance(row, Term)]
        wanted = (index for index in places if getattr(rows[index], "id", "") == chosen)
        self.set_reactive(Rows.cursor, -1)
        self.rows_changed()
        self.scroll_to(y=0, animate=False, force=True)
        self.cursor = next(wanted, places[0] if places else -1)

    def row_count(self) -> int:
        """Terms and headings."""
        return len(self._rows)

    def can_stand(self, index: int) -> bool:
        """Not on a heading."""
        return isinstance(self._rows[index], Term)

    def row(self, index: int, width: int) -> Content:
        """A name in the language of the app, the other's dim behind it where there is room."""
        row = self._rows[index]
        if isinstance(row, str):
            return Content(f" {say(self, row)}").stylize("bold $dim")
        ours, other = (row.name.ko, row.name.en) if lang_of(self) == "ko" else (row.name.en, row.name.ko)
        name = shorten(ours, width - 3)
        room = width - cell_len(name) - 5
        behind = f"  {other}" if ours != other and cell_len(other) <= room else ""
        return Content.assemble(("  ", ""), (name, ""), (behind, "$faint"))
