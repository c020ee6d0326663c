"""A calm line under an editor that offers something: one key or click does it, another leaves all as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget

from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import shorten

ACCEPT_KEY, LEAVE_KEY = "F10", "esc"


@dataclass(frozen=True)
class Offer:
    """What is offered: `words` says why, in the language chosen then; `take` and `leave` name the answers by message id.

    `holds` says whether there is anything to do still: an offer whose text has gone on goes away.
    """

    words: Callable[[], str]
    take: str
    leave: str
    do: Callable[[], None]
    holds: Callable[[], bool]


class OfferLine(Widget):
    """Shows one offer, on two lines where it is long; a newer one takes its place."""

    DEFAULT_CSS = """
    OfferLine { display: none; height: auto; background: $panel; color: $foreground; padding: 0 1; pointer: pointer; }
    OfferLine.-open { display: block; }
    """

    class Taken(Message):
        """The offer was clicked."""

    class Refused(Message):
        """It was clicked to leave all as it is."""

    def __init__(self) -> None:
        super().__init__()
        self.offer: Offer | None = None
        self._places = (0, 0, 0)

    def on_mount(self) -> None:
        """Go on saying it when the language changes."""
        self.watch(self.app, "lang", self._repaint, init=False)

    def _repaint(self) -> None:
        self.refresh()

    def show(self, offer: Offer | None) -> None:
        """Offer this, or nothing any more."""
        self.offer = offer
        self.set_class(offer is not None, "-open")
        self.refresh(layout=True)

    def _answers(self) -> tuple[str, str]:
        assert self.offer is not None
        return f"{ACCEPT_KEY} {say(self, self.offer.take)}", f"{LEAVE_KEY} {say(self, self.offer.leave)}"

    def _words(self, width: int) -> tuple[str, bool]:
        """Why, and whether the answers go on the same line."""
        assert self.offer is not None
        words, room = self.offer.words(), width - cell_len("   ".join(self._answers())) - 5
        return (words, True) if cell_len(words) <= room else (shorten(words, width - 2), False)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Two lines where one has not the room."""
        return 1 if self.offer is None or self._words(width)[1] else 2

    def render(self) -> Content:
        """Why, then both answers with their keys."""
        if self.offer is None:
            return Content()
        words, is_beside = self._words(self.size.width)
        take, leave = self._answers()
        start = cell_len(words) + 5 if is_beside else 2
        self._places = (0 if is_beside else 1, start, start + cell_len(take) + 1)
        parts = [Content.assemble(("i ", "bold $accent"), words, "   " if is_beside else "\n  ")]
        for answer in (take, leave):
            key, _, what = answer.partition(" ")
            parts.append(Content.assemble((key, "bold $accent"), f" {what}   "))
        return Content.assemble(*parts).rstrip()

    def on_click(self, event: events.Click) -> None:
        """A click does what the key does."""
        at = event.get_content_offset_capture(self)
        row, start, middle = self._places
        if at.y == row and at.x >= start:
            self.post_message(self.Refused() if at.x > middle else self.Taken())
