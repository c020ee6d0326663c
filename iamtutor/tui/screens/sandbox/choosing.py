"""The window in which the policies to write are chosen: all places of the world, those that are marked open as editors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import ClassVar, get_args

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from iamtutor.course.sandbox import Opening
from iamtutor.tui.commands import CHOOSING, bindings
from iamtutor.tui.place_names import place_name
from iamtutor.tui.screens.dialog.filter_line import FilterLine
from iamtutor.tui.screens.sandbox.told import note_on
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import shorten
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.rows import Rows
from iamtutor.words import Lang


class PlaceRows(Rows):
    """The places that match; a mark and not the colour alone says which are chosen."""

    def __init__(self, places: Sequence[Opening], chosen: Sequence[Opening]) -> None:
        super().__init__(id="places")
        self._all = tuple(places)
        self.chosen = {_same(each): each for each in chosen}
        self.shown = self._all

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(
            f"{place_name(each.place, 'ko')} {place_name(each.place, 'en')} {' '.join(each.holders)}".lower()
            for each in self._all
        )

    @cached_property
    def _longest(self) -> dict[Lang, int]:
        """The cells of the longest name: behind it the notes stand below each other."""
        return {
            lang: max((cell_len(place_name(each.place, lang)) for each in self._all), default=0)
            for lang in get_args(Lang)
        }

    def filter(self, written: str) -> None:
        """Show the places that hold every word, in either language."""
        words = written.lower().split()
        pairs = zip(self._all, self._names, strict=True)
        self.shown = tuple(each for each, name in pairs if all(word in name for word in words))
        self.cursor = min(max(self.cursor, 0), len(self.shown) - 1)
        self.rows_changed()

    def row_count(self) -> int:
        """How many match."""
        return len(self.shown)

    def row(self, index: int, width: int) -> Content:
        """Mark, name, and what is to be known of it."""
        place = self.shown[index]
        is_chosen = _same(place) in self.chosen
        mark = ("☒ ", "bold $accent") if is_chosen else ("☐ ", "$dim")
        lang = lang_of(self)
        note = note_on(place, lang)
        name = shorten(place_name(place.place, lang), width - 4)
        column = max(cell_len(name), min(self._longest[lang], (width - 4) * 2 // 3))
        room = width - 4 - column - 3
        gap = " " * (column - cell_len(name) + 3)
        tail = f"{gap}{shorten(note, room)}" if note and room > 8 else ""
        tone = "bold" if is_chosen else "$dim" if place.is_empty else "$foreground"
        return Content.assemble(" ", mark, (name, tone), (tail, "$faint" if place.is_empty else "$dim"))

    def mark(self) -> None:
        """Choose the place in hand, or no longer."""
        if 0 <= self.cursor < len(self.shown):
            place = self.shown[self.cursor]
            if self.chosen.pop(_same(place), None) is None:
                self.chosen[_same(place)] = place
            self.refresh()


def _same(each: Opening) -> tuple[str, str | None, str | None]:
    """What makes two openings the same place."""
    return each.place.type, each.place.of, each.place.name


AROUND = 8
"""Lines of the window beside the places: frame, question, filter, note and keys."""
LEAST_LINES, MOST_LINES = 14, 34


class ChoosePolicies(ModalScreen[tuple[Opening, ...] | None]):
    """Dismissed with the chosen places; with None where nothing is to change."""

    CSS_PATH = ["../dialog/dialog.tcss", "choosing.tcss"]  # noqa: RUF012 - Textual reads it from the class
    AUTO_FOCUS = "FilterLine"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(CHOOSING)

    def __init__(self, places: Sequence[Opening], chosen: Sequence[Opening]) -> None:
        super().__init__()
        self._places = places
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog", id="choosing"):
            yield Static(classes="question")
            yield FilterLine()
            yield PlaceRows(self._places, self._chosen)
            yield Static(classes="note")
            yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all)
        line = self.query_one(FilterLine)
        line.cursor_blink = self.app.animation_level != "none"
        rows = self.query_one(PlaceRows)
        marked = [number for number, each in enumerate(rows.shown) if _same(each) in rows.chosen]
        rows.cursor = marked[0] if marked else 0
        self.query_one("#choosing").styles.max_height = min(MOST_LINES, max(LEAST_LINES, len(self._places) + AROUND))

    def _say_all(self) -> None:
        rows = self.query_one(PlaceRows)
        self.query_one(".question", Static).update(Content(say(self, "tui.sandbox-choose")))
        count = say(self, "tui.sandbox-chosen", count=len(rows.chosen))
        self.query_one(".note", Static).update(Content(count))
        self.query_one(FilterLine).placeholder = say(self, "tui.sandbox-filter")
        rows.rows_changed()

    @on(Input.Changed)
    def _filtered(self, event: Input.Changed) -> None:
        self.query_one(PlaceRows).filter(event.value)

    @on(FilterLine.Moved)
    def _moved(self, event: FilterLine.Moved) -> None:
        self.query_one(PlaceRows).action_move(event.by)

    @on(Input.Submitted)
    @on(Rows.Chosen)
    def action_mark(self) -> None:
        """Choose the place in hand, or no longer."""
        self.query_one(PlaceRows).mark()
        self._say_all()

    def action_take(self) -> None:
        """Write what is chosen."""
        self.dismiss(tuple(self.query_one(PlaceRows).chosen.values()))

    def action_close(self) -> None:
        """Leave all as it is."""
        self.dismiss(None)
