"""The list of the what-if: the fields of the request, then the single changes that would flip the decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.rows import Rows

Kind = Literal["title", "field", "add", "flip", "note", "gap"]
_LABEL, _LONG_LABEL, _ROOMY = 14, 26, 56


@dataclass(frozen=True)
class Entry:
    """One row; `allowed` is how the request comes out after a flip."""

    kind: Kind
    id: str
    label: str
    value: str = ""
    changed: bool = False
    missing: bool = False
    allowed: bool = False


class WhatIfRows(Rows):
    """Left and right turn through what could stand in a field; Enter types it, or takes a change up."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding("left,h,ㅗ", "turn(-1)", show=False),
        Binding("right,l,ㅣ", "turn(1)", show=False),
    ]

    @dataclass
    class Turned(Message):
        """Something else is to stand in a field."""

        id: str
        by: int

    def __init__(self) -> None:
        super().__init__(id="fields")
        self.entries: tuple[Entry, ...] = ()

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these; the cursor stays on what it was on."""
        chosen = self.entry.id if self.entry is not None else ""
        self.entries = tuple(entries)
        ids = [each.id for each in entries]
        first = next((number for number, each in enumerate(entries) if each.kind == "field"), -1)
        self.set_reactive(Rows.cursor, ids.index(chosen) if chosen in ids else first)
        self.rows_changed()

    def rows_changed(self) -> None:
        """The rows or the width are others."""
        super().rows_changed()
        self.show_whole()

    @property
    def entry(self) -> Entry | None:
        """The row in hand."""
        return self.entries[self.cursor] if 0 <= self.cursor < len(self.entries) else None

    def show_whole(self) -> None:
        """Below the pane, what the row may have cut; else the keys."""
        entry = self.entry
        width = max(self.line_width, 1)
        pane = self.parent
        if not isinstance(pane, Widget):
            return
        if entry is not None and entry.kind in ("field", "flip") and self.row(self.cursor, 10_000).cell_length > width:
            pane.border_subtitle = entry.value or entry.label
        else:
            pane.border_subtitle = say(self, "tui.what-if-keys")

    def row_count(self) -> int:
        """How many rows."""
        return len(self.entries)

    def can_stand(self, index: int) -> bool:
        """The cursor passes over titles and notes."""
        return self.entries[index].kind in ("field", "add", "flip")

    def row(self, index: int, width: int) -> Content:
        """One row."""
        entry = self.entries[index]
        if entry.kind == "gap":
            return Content()
        if entry.kind == "title":
            return Content(shorten(f" {entry.label}", width)).stylize("bold $primary")
        if entry.kind == "note":
            return Content(shorten(f"   {entry.label}", width)).stylize("$dim")
        if entry.kind == "add":
            return Content.assemble((" + ", "bold $accent"), (shorten(entry.label, width - 3), "$dim"))
        if entry.kind == "flip":
            mark, tone = ("✓", "$allow") if entry.allowed else ("✗", "$deny")
            text = shorten_middle(entry.label, width - 3)
            return Content.assemble((f" {mark} ", f"bold {tone}"), (text, "$foreground"))
        column = _LONG_LABEL if width >= _ROOMY else _LABEL
        label = entry.label if cell_len(entry.label) <= column else entry.label.rpartition(":")[2]
        tone = "bold $accent" if entry.changed else "$faint" if entry.missing else "$string"
        return Content.assemble(
            (" • " if entry.changed else "   ", "bold $accent"),
            (fit(shorten_middle(label, column), column + 1), "$foreground" if entry.changed else "$dim"),
            (shorten_middle(entry.value, max(4, width - column - 5)), tone),
        )

    def action_turn(self, by: int) -> None:
        """Something else is to stand in the field in hand."""
        if self.entry is not None and self.entry.kind == "field":
            self.post_message(self.Turned(self.entry.id, by))
