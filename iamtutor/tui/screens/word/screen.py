"""The documentation of a word: what it is, what it means, the facts about it, and AWS's page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen

from iamtutor.editing.candidate import Words, told, told_in_other
from iamtutor.editing.telling.explained import Row, Section
from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.typeset import hang

if TYPE_CHECKING:
    from iamtutor.editing.telling.explained import Explained

_INDENT = Content("  ")


class WordText(Lines):
    """A word explained, set into lines."""

    def __init__(self, explained: Explained, *, in_both: bool = False) -> None:
        super().__init__(id="word")
        self._explained = explained
        self._in_both = in_both

    def set_lines(self, width: int) -> list[Content]:
        """What it is, what it means, then a heading for each sort of facts."""
        return list(self._told(self._explained, width - 1))

    def _told(self, explained: Explained, width: int) -> Iterator[Content]:
        what = " · ".join(self._said(each) for each in explained.what)
        head = Content(explained.word).stylize("bold $accent")
        if cell_len(explained.word) + 2 + cell_len(what) <= width:
            yield head + Content(f"  {what}").stylize("$dim")
        else:
            yield from hang(head, width, Content())
            yield from hang(Content(what).stylize("$dim"), width, Content())
        for each in explained.about:
            yield from hang(Content(self._said(each)), width, Content())
            other = told_in_other(each, lang_of(self)) if self._in_both else ""
            if other:
                yield from hang(Content(other).stylize("$dim"), width, Content())
        for section in explained.sections:
            yield Content()
            yield Content(self._said(section.title)).stylize("bold $primary")
            yield from self._facts(section, width)
        if explained.source:
            yield Content()
            yield Content(say(self, "tui.finding-page")).stylize("bold $primary")
            yield from hang(Content(explained.source).stylize("$dim"), width, Content())

    def _facts(self, section: Section, width: int) -> Iterator[Content]:
        """Rows in two columns; where the second does not fit beside, it stands below."""
        names = [cell_len(fact.name) for fact in section.facts if isinstance(fact, Row) and fact.about]
        column = max((length for length in names if length <= width * 3 // 5), default=0)
        for fact in section.facts:
            if not isinstance(fact, Row):
                yield from hang(Content(self._said(fact)), width, _INDENT)
                continue
            about = self._said(fact.about)
            if not about:
                yield from hang(Content(fact.name), width, _INDENT)
            elif cell_len(fact.name) <= column:
                first = _INDENT + Content(f"{fit(fact.name, column)}  ")
                yield from hang(Content(about).stylize("$dim"), width, first)
            else:
                yield from hang(Content(fact.name), width, _INDENT)
                yield from hang(Content(about).stylize("$dim"), width, _INDENT + _INDENT)

    def _said(self, words: Words) -> str:
        return told(words, lang_of(self))


class WordScreen(ModalScreen[None]):
    """Escape, F6, Enter or a click outside closes it."""

    CSS_PATH = "word.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("f6,enter,q,ㅂ", "close", show=False),
    ]

    def __init__(self, explained: Explained, *, in_both: bool = False) -> None:
        """`in_both`: what it means is said in both languages."""
        super().__init__()
        self._explained = explained
        self._in_both = in_both

    def compose(self) -> ComposeResult:
        """The one part."""
        yield WordText(self._explained, in_both=self._in_both)

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all, init=False)
        self._say_all()
        self.query_one(WordText).focus()

    def _say_all(self) -> None:
        text = self.query_one(WordText)
        text.border_title = say(self, "tui.do-word")
        text.border_subtitle = f"esc {say(self, 'tui.do-close')}"
        text.lines_changed()

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.dismiss(None)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
