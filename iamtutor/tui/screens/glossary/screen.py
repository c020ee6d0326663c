"""The glossary's window: type to find, move to read, Enter goes to the lesson."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input

from iamtutor.course import Glossary, Term
from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.dialog.finder import FinderInput
from iamtutor.tui.screens.glossary.entry import TermEntry
from iamtutor.tui.screens.glossary.rows import TermRows
from iamtutor.tui.speaking import say
from iamtutor.tui.stop import Stop
from iamtutor.words import Bilingual


class GlossaryScreen(ModalScreen[Stop]):
    """Dismissed with the lesson's step to go to; with None where nothing is to change."""

    CSS_PATH = "glossary.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
    ]

    class Loaded(Message):
        """The glossary was read."""

        def __init__(self, glossary: Glossary) -> None:
            super().__init__()
            self.glossary = glossary

    def __init__(self, guide: Guide, here: Sequence[str] = (), chosen: str = "") -> None:
        """`here` are the terms on the screen below, `chosen` the one to open."""
        super().__init__()
        self._guide = guide
        self._here = tuple(here)
        self._chosen = chosen
        self._glossary = Glossary(())

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(id="glossary"):
            yield FinderInput()
            with Horizontal():
                yield TermRows()
                yield TermEntry()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        line = self.query_one(FinderInput)
        line.cursor_blink = self.app.animation_level != "none"
        line.focus()
        self.watch(self.app, "lang", self._say_all)
        self._load()

    @work(description="beside", thread=True)
    def _load(self) -> None:
        self.post_message(self.Loaded(self._guide.glossary))

    @on(Loaded)
    def _loaded(self, event: Loaded) -> None:
        self._glossary = event.glossary
        self._find(self.query_one(FinderInput).value, self._chosen)

    def _say_all(self) -> None:
        self.query_one("#glossary").border_title = say(self, "tui.glossary-title")
        self.query_one(FinderInput).placeholder = say(self, "tui.glossary-find")
        self.query_one("#glossary").border_subtitle = say(self, "tui.glossary-keys")
        self.query_one(TermRows).refresh()
        self.query_one(TermEntry).lines_changed()

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._find(event.value)

    def _find(self, query: str, chosen: str = "") -> None:
        rows = self.query_one(TermRows)
        if query.strip():
            rows.show([("", self._glossary.search(query))])
        else:
            known = {term.id: term for term in self._glossary.terms}
            here = [known[each] for each in self._here if each in known]
            others = [term for term in self._glossary.terms if term.id not in self._here]
            rows.show([("tui.glossary-here", here), ("tui.glossary-all", others)], chosen)
        self._show_entry()

    @on(TermRows.Moved)
    def _show_entry(self) -> None:
        term = self.query_one(TermRows).term
        self.query_one(TermEntry).show(term, self._title_of(term))

    def _title_of(self, term: Term | None) -> Bilingual | None:
        """The title of the step that teaches a term; None where the course has none."""
        if term is None or not term.lesson:
            return None
        for lesson in self._guide.index.lessons:
            for step in lesson.steps:
                if (lesson.slug, step.id) == (term.lesson, term.step):
                    return Bilingual(f"{lesson.title.ko} · {step.title.ko}", f"{lesson.title.en} · {step.title.en}")
        return None

    @on(Input.Submitted)
    @on(TermRows.Chosen)
    def action_go(self) -> None:
        """Go to the lesson about the term in hand, where there is one."""
        term = self.query_one(TermRows).term
        if term is not None and self._title_of(term) is not None:
            self.dismiss(Stop(term.lesson, term.step))

    def action_move(self, by: int) -> None:
        """Another term, without leaving the line."""
        self.query_one(TermRows).action_move(by)

    def action_page(self, by: int) -> None:
        """Page through the list."""
        rows = self.query_one(TermRows)
        rows.action_move(by * max(1, rows.size.height - 1))

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
