"""The search over everything: typed at the top, found below, first the course and then the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.dialog.filter_line import FilterLine
from iamtutor.tui.screens.search.result import Offer, Result, from_catalog, from_commands, from_course, in_order
from iamtutor.tui.screens.search.result_rows import ResultRows
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.rows import Rows
from iamtutor.words import Lang


class SearchScreen(ModalScreen[Result | None]):
    """Dismissed with what is to be opened. Nothing is searched on the screen's own thread."""

    CSS_PATH = "search.tcss"
    AUTO_FOCUS = "FilterLine"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("ctrl+l", "app.switch_language", show=False),
    ]

    @dataclass
    class Found(Message):
        """What was found for what was written; `done` when nothing more comes."""

        written: str
        lang: Lang
        results: tuple[Result, ...]
        done: bool

    def __init__(self, guide: Guide, offers: Sequence[Offer], written: str = "") -> None:
        """`offers` are the commands of the screen below."""
        super().__init__()
        self._guide = guide
        self._offers = offers
        self._written = written
        self._is_done = True

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(id="search"):
            line = FilterLine()
            line.value = self._written
            yield line
            yield Static(id="note")
            yield ResultRows()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.query_one(FilterLine).cursor_blink = self.app.animation_level != "none"
        self.watch(self.app, "lang", self._again, init=False)
        self.call_after_refresh(self._again)

    def _again(self) -> None:
        self.query_one("#search").border_title = say(self, "tui.search-title")
        self.query_one(FilterLine).placeholder = say(self, "tui.search-hint")
        self._look()

    @on(Input.Changed)
    def _typed(self) -> None:
        self._look()

    def _look(self) -> None:
        self._is_done = False
        self._find(self.query_one(FilterLine).value, lang_of(self))
        self._say()

    @work(description="beside", thread=True, exclusive=True, group="search")
    def _find(self, written: str, lang: Lang) -> None:
        """The course first, which is found at once; the catalogue may have to be opened."""
        worker = get_current_worker()
        results = [*from_commands(self._offers, written), *from_course(self._guide, written, lang)]
        if worker.is_cancelled:
            return
        self.post_message(self.Found(written, lang, in_order(results), done=False))
        from iamtutor.catalog import CatalogError

        with suppress(CatalogError):  # without its data nothing of it can be found, which its own screen says
            results += from_catalog(self._guide.catalog, written)
        if not worker.is_cancelled:
            self.post_message(self.Found(written, lang, in_order(results), done=True))

    @on(Found)
    def _found(self, event: Found) -> None:
        if (event.written, event.lang) != (self.query_one(FilterLine).value, lang_of(self)):
            return
        if event.results or event.done:
            self.query_one(ResultRows).show(event.results)
        self._is_done = event.done
        self._say()

    def _say(self) -> None:
        """How many were found; or what can be typed."""
        rows, note = self.query_one(ResultRows), self.query_one("#note", Static)
        written = self.query_one(FilterLine).value.strip()
        rows.display = bool(written) and bool(rows.results)
        note.display = not rows.display
        if not written:
            lines = [say(self, f"tui.search-{each}") for each in ("about", "about-korean", "about-names")]
            note.update(Content("\n\n".join(lines)))
        elif not self._is_done:
            note.update(Content(say(self, "tui.search-looking")))
        else:
            note.update(Content(say(self, "tui.search-nothing" if len(written) > 1 else "tui.search-too-short")))
        count = say(self, "tui.search-count", count=len(rows.results)) if rows.display else ""
        self.query_one("#search").border_subtitle = " · ".join(filter(None, (count, say(self, "tui.search-keys"))))

    @on(FilterLine.Moved)
    def _moved(self, event: FilterLine.Moved) -> None:
        self.query_one(ResultRows).action_move(event.by)

    @on(Input.Submitted)
    @on(Rows.Chosen, "#results")
    def _take(self) -> None:
        result = self.query_one(ResultRows).result
        if result is not None and self.query_one(FilterLine).value.strip():
            self.dismiss(result)

    def action_close(self) -> None:
        """Escape opens nothing."""
        self.dismiss(None)
