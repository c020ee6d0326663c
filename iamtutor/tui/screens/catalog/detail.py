"""What is known of the thing in hand; a line that is underlined leads on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content
from textual.message import Message

from iamtutor.catalog import AccessLevel, Meaning
from iamtutor.tui.screens.catalog.entry_rows import level_name
from iamtutor.tui.screens.catalog.facts import Document, Facts, Head, Link, Links, Sense, Text, Words
from iamtutor.tui.screens.catalog.view import View
from iamtutor.tui.speaking import lang_of, say, tell
from iamtutor.tui.widgets.cells import shorten_middle
from iamtutor.tui.widgets.policy_paint import painted
from iamtutor.tui.widgets.rows import Rows
from iamtutor.tui.widgets.typeset import hang
from iamtutor.words import Bilingual

Line = tuple[Content, View | None]


class Detail(Rows):
    """Lines that can be gone through one by one, so that a long text is read and a link followed by the same keys."""

    @dataclass
    class Followed(Message):
        """A link was followed."""

        to: View

    def __init__(self) -> None:
        super().__init__(id="detail")
        self._facts: Facts | None = None
        self._lines: list[Line] = []
        self._set_for: tuple[int, str] = (-1, "")
        self._is_at_link = False

    def show(self, facts: Facts | None) -> None:
        """Tell this; None while it is not known yet."""
        self._facts = facts
        self._is_at_link = False
        self._set_for = (-1, "")
        self.set_reactive(Rows.cursor, -1)
        self.rows_changed()
        self.scroll_home(animate=False, force=True)

    def rows_changed(self) -> None:
        """The lines are set again where width or language are others."""
        width = self.line_width
        if width > 0 and self._set_for != (width, lang_of(self)):
            self._set_for = (width, lang_of(self))
            self._lines = list(self._told(width - 1)) if self._facts is not None else []
            if self._is_at_link:
                self.to_first_link()
        super().rows_changed()

    def row_count(self) -> int:
        """How many lines."""
        return len(self._lines)

    def row(self, index: int, width: int) -> Content:
        """One line."""
        return Content(" ") + self._lines[index][0]

    def action_move(self, by: int) -> None:
        """Move the cursor: from now on it stays where it was put."""
        self._is_at_link = False
        super().action_move(by)

    def action_choose(self) -> None:
        """Follow the link in hand."""
        if 0 <= self.cursor < len(self._lines):
            to = self._lines[self.cursor][1]
            if to is not None:
                self.post_message(self.Followed(to))

    def click_within(self, index: int, x: int) -> bool:
        """A click follows a link; elsewhere it only takes the line in hand."""
        self.action_choose()
        return True

    def to_first_link(self) -> None:
        """Stand on the first link in view, else on the first line."""
        self._is_at_link = True
        links = (number for number, line in enumerate(self._lines[: max(1, self.size.height)]) if line[1] is not None)
        self.cursor = next(links, 0) if self._lines else -1

    def _say(self, words: Words) -> str:
        if isinstance(words, str):
            return words
        if isinstance(words, Bilingual):
            return tell(self, words)
        arguments = {
            name: level_name(value, lang_of(self)) if isinstance(value, AccessLevel) else value
            for name, value in words.arguments.items()
        }
        return say(self, f"tui.{words.message}", **arguments)

    def _told(self, width: int) -> Iterator[Line]:
        assert self._facts is not None
        for number, part in enumerate(self._facts.parts):
            if number and not (isinstance(part, Text) and not part.title):
                yield Content(), None
            match part:
                case Head(name, what):
                    yield from _plain(hang(Content(name).stylize("bold $accent"), width, Content()) if name else [])
                    style = "$dim" if name else "bold $accent"
                    said = " · ".join(self._say(each) for each in what)
                    yield from _plain(hang(Content(said).stylize(style), width, Content()))
                case Text(title, words):
                    told = Content(" · ".join(self._say(each) for each in words))
                    if title:
                        yield self._title(title)
                    yield from _plain(hang(told if title or number < 2 else told.stylize("$dim"), width, Content()))
                case Sense(meaning):
                    yield from self._sense(meaning, width)
                case Links():
                    yield from self._links(part, width)
                case Document(text):
                    yield self._title("catalog-document")
                    for line in painted(text.rstrip("\n")):
                        indent = Content(" " * (len(line.plain) - len(line.plain.lstrip(" ")) + 2))
                        yield from _plain(hang(line, width, Content(), indent))

    def _sense(self, meaning: Meaning, width: int) -> Iterator[Line]:
        """AWS's own line; for a Korean reader below ours, and where there is none of ours, named as English."""
        if lang_of(self) == "ko" and meaning.korean:
            yield self._title("catalog-meaning")
            yield from _plain(hang(Content(meaning.korean), width, Content()))
            aside = say(self, "tui.catalog-aws-words", text=meaning.english)
            yield from _plain(hang(Content(aside).stylize("$dim"), width, Content()))
        else:
            yield self._title("catalog-aws-says")
            yield from _plain(hang(Content(meaning.english), width, Content()))

    def _title(self, message: str) -> Line:
        return Content(say(self, f"tui.{message}")).stylize("bold $primary"), None

    def _links(self, links: Links, width: int) -> Iterator[Line]:
        yield self._title(links.title)
        if not links.links and links.none:
            yield from _plain(hang(Content(say(self, f"tui.{links.none}")).stylize("$dim"), width, Content()))
        names = [self._say(link.name) for link in links.links]
        column = min(max(map(cell_len, names), default=0), width // 2)
        for link, name in zip(links.links, names, strict=True):
            yield from self._link(link, name, column, width)

    def _link(self, link: Link, name: str, column: int, width: int) -> Iterator[Line]:
        """The name, and beside it what there is to say; below it where both do not fit."""
        beside = " · ".join(self._say(each) for each in link.beside)
        shown = Content(shorten_middle(name, width)).stylize("underline")
        gap = max(column - cell_len(name), 0) + 2
        if beside and shown.cell_length + gap + cell_len(beside) > width:
            yield shown, link.to
            below = hang(Content(beside).stylize("$dim"), width, Content("  "))
            yield from ((line, link.to) for line in below)
        else:
            yield shown + Content(" " * gap + beside).stylize("$dim") if beside else shown, link.to
        if link.below:
            for line in hang(Content(link.below).stylize("$dim"), width, Content("  "), Content("    ")):
                yield line, link.to


def _plain(lines: list[Content]) -> Iterator[Line]:
    return ((line, None) for line in lines)
