"""Every finding of policy validation, over the screen on which the policy is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.screen import ModalScreen

from iamtutor.study import Marking
from iamtutor.tui.commands import FINDINGS, bindings
from iamtutor.tui.screens.findings.detail import FindingDetail
from iamtutor.tui.screens.findings.entry import Entry, Wish
from iamtutor.tui.screens.findings.rows import FindingRows
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.rows import Rows


class FindingsScreen(ModalScreen[Wish | None]):
    """Dismissed with what the learner wants done. `choose` is told which findings are to be marked in the text."""

    CSS_PATH = "findings.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(FINDINGS),
        Binding("ctrl+r", "close", show=False),
        Binding("pageup,b,ㅠ", "read(-1)", show=False),
        Binding("pagedown,space", "read(1)", show=False),
    ]

    def __init__(
        self, entries: Sequence[Entry], at: int, marking: Marking, choose: Callable[[Marking], None], *, waiting: bool
    ) -> None:
        """`at` is the entry to begin with; `waiting` that the text has not been checked yet."""
        super().__init__()
        self._entries = tuple(entries)
        self._at = at
        self._marking = marking
        self._choose = choose
        self._is_waiting = waiting

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        with Vertical(id="findings"):
            yield FindingRows(self._entries)
            yield FindingDetail()
            yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_all, init=False)
        rows = self.query_one(FindingRows)
        rows.cursor = min(self._at, len(self._entries) - 1)
        rows.focus()
        self._say_all()

    def show(self, entries: Sequence[Entry], *, waiting: bool) -> None:
        """The text was checked anew."""
        self._is_waiting = waiting
        self.query_one(FindingRows).show(entries)
        self._say_all()

    def _say_all(self) -> None:
        rows = self.query_one(FindingRows)
        box = self.query_one("#findings")
        box.border_title = say(self, "tui.findings-title", count=rows.row_count())
        box.set_class(not rows.row_count(), "-none")
        other = "all" if self._marking == "serious" else "serious"
        self.query_one(KeyBar).relabel(**{"mark-all": say(self, f"tui.mark-{other}")})
        rows.rows_changed()
        self.query_one(FindingDetail).lines_changed()
        self._show_detail()

    @on(Rows.Moved)
    def _show_detail(self) -> None:
        self.query_one(FindingDetail).show(self.query_one(FindingRows).entry, waiting=self._is_waiting)
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        if not self.is_mounted or action not in ("go", "fix"):
            return True
        entry = self.query_one(FindingRows).entry
        return entry is not None and (action == "go" or entry.finding.fix is not None)

    @on(Rows.Chosen)
    def action_go(self) -> None:
        """To the place of the finding in hand."""
        self._wish(fix=False)

    def action_fix(self) -> None:
        """Make the quick fix of the finding in hand."""
        self._wish(fix=True)

    def _wish(self, *, fix: bool) -> None:
        entry = self.query_one(FindingRows).entry
        if entry is not None:
            self.dismiss(Wish("fix" if fix else "go", entry))

    def action_mark_all(self) -> None:
        """Mark everything in the text, or only what is serious."""
        self._marking = "serious" if self._marking == "all" else "all"
        self._choose(self._marking)
        self._say_all()

    def action_read(self, by: int) -> None:
        """Page through the finding in hand."""
        detail = self.query_one(FindingDetail)
        detail.scroll_relative(y=by * max(1, detail.size.height - 1), animate=False)

    def action_close(self) -> None:
        """Close."""
        self.dismiss(None)
