"""The list: services, what is in one, or whatever has such a name."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Region

from iamtutor.catalog import CATALOG_MESSAGES, AccessLevel, Item, NameKind
from iamtutor.tui.screens.catalog.view import Entry
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.rows import Rows
from iamtutor.words import Lang
from iamtutor.words import say as say_in


def level_name(level: AccessLevel, lang: Lang) -> str:
    """An access level in words."""
    return say_in(CATALOG_MESSAGES, f"catalog.level-{level.lower().replace(' ', '-')}", lang)


class EntryRows(Rows):
    """One row a thing; where kinds are mixed, each says what it is."""

    def __init__(self) -> None:
        super().__init__(id="entries")
        self.entries: Sequence[Entry] = ()
        self._is_mixed = False
        self._longest = 0

    @property
    def entry(self) -> Entry | None:
        """The row in hand."""
        return self.entries[self.cursor] if 0 <= self.cursor < len(self.entries) else None

    def show(self, entries: Sequence[Entry], at: str = "") -> None:
        """Show these; the cursor goes to the one of that name, else to the first."""
        self.entries = entries
        kinds = {entry.item.kind for entry in entries if entry.item is not None}
        self._is_mixed = len(kinds) > 1
        services = [entry.name for entry in entries if entry.item is not None and entry.item.kind is NameKind.SERVICE]
        self._longest = max(map(cell_len, services), default=0)
        self.set_reactive(Rows.cursor, -1)
        self.rows_changed()
        self.scroll_home(animate=False, force=True)
        if entries:
            self.call_after_refresh(self.keep_in_view)
            self.cursor = next((number for number, entry in enumerate(entries) if entry.name == at), 0)

    def keep_in_view(self) -> None:
        """The row in hand, once the list has its size."""
        if self.cursor >= 0:
            self.scroll_to_region(Region(0, self.cursor, 1, 1), animate=False, force=True)

    def on_resize(self) -> None:
        """The row in hand stays in view."""
        self.rows_changed()
        self.call_after_refresh(self.keep_in_view)

    def row_count(self) -> int:
        """How many."""
        return len(self.entries)

    def row(self, index: int, width: int) -> Content:
        """One row."""
        entry = self.entries[index]
        if entry.item is None:
            count = str(entry.count) if entry.count else "–"
            name = fit(say(self, f"tui.catalog-shelf-{entry.shelf}"), width - cell_len(count) - 4)
            return Content.assemble(" ", (name, "bold $primary"), ("  " + count, "$dim"), " ")
        item = entry.item
        if item.kind is NameKind.SERVICE and not self._is_mixed:
            column = min(self._longest, max(20, width // 3))
            title = shorten(item.title, width - column - 4)
            return Content.assemble(" ", (fit(item.name, column), "bold"), ("  " + title, "$dim"))
        what = self._what(entry)
        name = shorten_middle(item.name, width - cell_len(what) - 3)
        room = width - cell_len(name) - cell_len(what) - 2
        title = f"  {self._title(item, room - 4)}" if item.title and room > 12 else ""
        gap = " " * max(1, room - cell_len(title))
        return Content.assemble(" ", _two_tone(name), (title, "$dim"), gap, (what, "$dim"), " ")

    def _title(self, item: Item, room: int) -> str:
        """What a service is called, shortened; what an action means only where it is whole: it is told in full beside."""
        if item.kind is NameKind.SERVICE or cell_len(item.title) <= room:
            return shorten(item.title, room)
        return ""

    def _what(self, entry: Entry) -> str:
        assert entry.item is not None
        if entry.item.level is not None:
            return level_name(entry.item.level, lang_of(self))
        return say(self, f"tui.catalog-kind-{entry.item.kind}") if self._is_mixed else ""


def _two_tone(name: str) -> Content:
    """The service dim, and what is in it bright."""
    prefix, colon, rest = name.partition(":")
    return Content.assemble((prefix + colon, "$dim"), (rest, "bold")) if colon else Content(name).stylize("bold")
