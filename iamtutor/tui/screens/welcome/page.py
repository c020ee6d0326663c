"""One page of the first minutes: what it is about, what to do, and whether it was done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Static

from iamtutor.tui.speaking import say, tell
from iamtutor.tui.widgets.cells import fit, shorten
from iamtutor.tui.widgets.rows import Rows
from iamtutor.words import Bilingual


class Page(Vertical):
    """A subclass names its messages, makes its body, and says what is in it; `is_done` once the learner has done it."""

    TITLE = ""
    TASK = ""

    @dataclass
    class Done(Message):
        """What this page is for was chosen: `key` says what."""

        key: str

    def __init__(self) -> None:
        super().__init__(classes="page")
        self.is_done = False

    def body(self) -> ComposeResult:
        """What the page shows below its heading."""
        raise NotImplementedError

    def panes(self) -> Sequence[Widget]:
        """What the focus moves through."""
        return ()

    def told(self) -> str:
        """What is said at the foot once the page was done."""
        return say(self, "tui.welcome-done")

    def words(self, message: str) -> str:
        """A message of the heading."""
        return say(self, message)

    def say_body(self) -> None:
        """Say what is in the body, in the language chosen."""

    def compose(self) -> ComposeResult:
        """Heading, task, body, and the way on."""
        yield Static(classes="title")
        yield Static(classes="task")
        yield from self.body()
        yield Static(classes="told")
        yield Button("", id="on")

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self.say_all, init=False)
        self.say_all()
        self.call_after_refresh(self.begin)

    def begin(self) -> None:
        """Put the focus where the learner begins."""
        for pane in self.panes():
            pane.focus()
            return

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        self.query_one(".title", Static).update(Content(self.words(self.TITLE)).stylize("bold $primary"))
        self.query_one(".task", Static).update(Content(self.words(self.TASK)))
        self.query_one("#on", Button).label = say(self, "tui.welcome-go-on")
        self.say_body()
        self.show_done()

    def show_done(self) -> None:
        """Say that the page was done, where it was."""
        told = Content.assemble(("✓ ", "bold $allow"), self.told()) if self.is_done else Content()
        self.query_one(".told", Static).update(told)

    def move_on(self) -> None:
        """Put the focus into the next pane."""
        panes = list(self.panes())
        if panes:
            focused = self.screen.focused
            panes[(panes.index(focused) + 1) % len(panes) if focused in panes else 0].focus()


@dataclass(frozen=True)
class Offer:
    """One thing to choose, and a line about it."""

    key: str
    name: Bilingual
    about: Bilingual


class Offers(Rows):
    """Things to choose by number, by arrow and Enter, or by a click."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        Binding(str(number), f"take({number})", show=False) for number in range(1, 10)
    ]

    def __init__(self, offers: Iterable[Offer]) -> None:
        super().__init__(id="offers")
        self.offers = tuple(offers)

    def row_count(self) -> int:
        """How many there are."""
        return len(self.offers)

    def row(self, index: int, width: int) -> Content:
        """Number, name and the line about it."""
        offer = self.offers[index]
        column = min(max(cell_len(tell(self, each.name)) for each in self.offers) + 2, width // 2)
        return Content.assemble(
            (f" {index + 1} ", "bold $accent"),
            (fit(tell(self, offer.name), column), "bold"),
            (shorten(tell(self, offer.about), width - column - 4), "$dim"),
        )

    def action_take(self, number: int) -> None:
        """Choose by number."""
        if number <= len(self.offers):
            self.cursor = number - 1
            self.action_choose()


class OfferPage(Page):
    """A page on which one thing is chosen."""

    def offers(self) -> Iterable[Offer]:
        """What there is to choose."""
        raise NotImplementedError

    def body(self) -> ComposeResult:
        """The offers."""
        yield Offers(self.offers())

    def panes(self) -> Sequence[Widget]:
        """The offers."""
        return list(self.query(Offers))

    def begin(self) -> None:
        """Stand on the first."""
        super().begin()
        self.query_one(Offers).cursor = 0

    def say_body(self) -> None:
        """The offers speak for themselves."""
        self.query_one(Offers).refresh()

    @on(Rows.Chosen)
    def _chosen(self, event: Rows.Chosen) -> None:
        event.stop()
        self.post_message(self.Done(self.query_one(Offers).offers[event.index].key))
