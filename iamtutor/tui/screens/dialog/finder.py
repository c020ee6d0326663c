"""A small window in which something is found by typing: what fits is offered below, one line says what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len
from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.screen import ModalScreen, Screen
from textual.widgets import Button, Input, Static
from textual.worker import get_current_worker

from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import shorten_middle
from iamtutor.tui.widgets.rows import Rows

Found = TypeVar("Found")


class FinderInput(Input):
    """An input line whose cursor on the terminal, where an input method composes, is where the painted one is."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the cursor is on the screen: Textual's own stands one cell too far at the end of the text."""
        x, y, _, _ = self.content_region
        return Offset(x + cell_len(self.value[: self.cursor_position]) - self.scroll_offset.x, y)

    def on_mount(self) -> None:
        """The place is known once everything is laid out, and is another one after the next time."""
        self.set_timer(0.05, self.place_cursor)
        self.screen.screen_layout_refresh_signal.subscribe(self, self._laid_out)

    def _laid_out(self, _: Screen[object]) -> None:
        self.place_cursor()

    def place_cursor(self) -> None:
        """Put the terminal's own cursor where the line has come to stand."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset


class Offers(Rows):
    """What fits what was typed."""

    def __init__(self) -> None:
        super().__init__(id="offers")
        self.names: Sequence[str] = ()

    def show(self, names: Sequence[str]) -> None:
        """Offer these; none is in hand until one is moved to."""
        self.names = names
        self.set_reactive(Rows.cursor, -1)
        self.rows_changed()
        self.refresh(layout=True)

    def row_count(self) -> int:
        """How many are offered."""
        return len(self.names)

    def row(self, index: int, width: int) -> Content:
        """One name."""
        return Content(f" {shorten_middle(self.names[index], width - 2)}")


class Finder(ModalScreen[Found], Generic[Found]):
    """A subclass says what is offered (`offers`, beside the screen) and what becomes of what was typed (`take`)."""

    CSS_PATH = "dialog.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("down", "to_offers", show=False),
        Binding("tab", "complete", show=False, priority=True),
    ]

    @dataclass
    class Offered(Message):
        """What fits was found out, or what is wrong."""

        written: str
        names: tuple[str, ...]
        problem: str = ""

    WHAT: ClassVar[str] = ""
    """The message id of what is found; it speaks of a `{side}`."""
    HINT: ClassVar[str] = ""
    """The message id of what may be typed, shown while nothing is."""
    TAKE: ClassVar[str] = ""
    """The message id of what is done with what was found."""

    def __init__(self, side: str, written: str = "") -> None:
        super().__init__()
        self._side = side
        self._written = written

    def offers(self, written: str) -> Iterator[str]:
        """What fits. Runs beside the screen."""
        raise NotImplementedError

    def take(self, written: str) -> None:
        """Do what is to be done, and dismiss; or complain."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(classes="dialog"):
            yield Static(classes="question")
            yield FinderInput(self._written, select_on_focus=False)
            yield Static(id="problem")
            yield Offers()
            with Horizontal(classes="buttons"):
                yield Button(id="cancel")
                yield Button(id="take")

    def on_mount(self) -> None:
        """Say everything, go on saying it when the language changes, and offer what fits what stands there."""
        self.watch(self.app, "lang", self._say_all)
        self.query_one(FinderInput).cursor_blink = self.app.animation_level != "none"
        self.query_one(FinderInput).focus()
        self._look(self._written)

    def _say_all(self) -> None:
        self.query_one(".question", Static).update(Content(say(self, self.WHAT, side=self._side)))
        self.query_one(FinderInput).placeholder = say(self, self.HINT)
        self.query_one("#cancel", Button).label = say(self, "tui.play-cancel")
        self.query_one("#take", Button).label = say(self, self.TAKE)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self.complain("")
        self._look(event.value)

    @work(description="beside", thread=True, exclusive=True, group="offers")
    def _look(self, written: str) -> None:
        worker = get_current_worker()
        problem = self.problem_ahead()
        names = () if problem else tuple(self.offers(written))
        if not worker.is_cancelled:
            self.post_message(self.Offered(written, names, problem))

    def problem_ahead(self) -> str:
        """What makes looking useless, in words. Runs beside the screen."""
        return ""

    @on(Offered)
    def _offered(self, event: Offered) -> None:
        if event.written == self.query_one(FinderInput).value:
            self.query_one(Offers).show(event.names)
            self._settle()
            if event.problem:
                self.complain(event.problem)

    def complain(self, words: str) -> None:
        """Say what is wrong, in one line; nothing takes the line away."""
        line = self.query_one("#problem", Static)
        line.update(Content(words))
        line.display = bool(words)
        self._settle()

    def _settle(self) -> None:
        """The window grows and shrinks around its middle, and the line moves with it."""
        self.call_after_refresh(self.query_one(FinderInput).place_cursor)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.take(event.value)

    @on(Offers.Chosen)
    def _chosen(self, event: Offers.Chosen) -> None:
        name = self.query_one(Offers).names[event.index]
        self._put(name)
        if not name.endswith("/"):
            self.take(name)

    def _put(self, name: str) -> None:
        line = self.query_one(FinderInput)
        line.value = name
        line.cursor_position = len(name)
        line.focus()

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "take":
            self.take(self.query_one(FinderInput).value)
        else:
            self.dismiss(None)

    def action_to_offers(self) -> None:
        """From the line to what is offered."""
        offers = self.query_one(Offers)
        if offers.row_count():
            offers.focus()
            offers.cursor = max(offers.cursor, 0)

    def action_complete(self) -> None:
        """Complete what was typed, as far as all that is offered agrees; else go on to the next part of the window."""
        line, names = self.query_one(FinderInput), self.query_one(Offers).names
        common = _common_start(names)
        if self.focused is line and len(common) > len(line.value) and common.lower().startswith(line.value.lower()):
            self._put(common)
        else:
            self.focus_next()

    async def on_key(self, event: events.Key) -> None:
        """Up from the first that is offered leads back to the line."""
        offers = self.query_one(Offers)
        if event.key == "up" and self.focused is offers and offers.cursor <= 0:
            event.stop()
            self.query_one(FinderInput).focus()

    def action_close(self) -> None:
        """Escape changes nothing."""
        self.dismiss(None)


def _common_start(names: Sequence[str]) -> str:
    if not names:
        return ""
    first, last = min(names, key=str.lower), max(names, key=str.lower)
    alike = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a.lower() != b.lower()), None)
    return first[: min(len(first), len(last))] if alike is None else first[:alike]
