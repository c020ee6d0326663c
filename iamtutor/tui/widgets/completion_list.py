"""The list of what could be written at the cursor, beside the cursor and over everything; it never has the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Offset, Region
from textual.widget import Widget
from textual.widgets import Static

from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.rows import Rows
from iamtutor.tui.widgets.typeset import wrap

if TYPE_CHECKING:
    from iamtutor.editing.candidate import Candidate

_FRAME: Final = 2
_FOOT: Final = 2
_LEAST, _MOST = 40, 76
_FEW, _MANY = 6, 9
_ROOMY: Final = 30


class CandidateRows(Rows, can_focus=False):
    """The candidates: those of this world with a mark, each with a word about it."""

    def __init__(self) -> None:
        super().__init__()
        self.candidates: Sequence[Candidate] = ()

    def row_count(self) -> int:
        """How many there are."""
        return len(self.candidates)

    def row(self, index: int, width: int) -> Content:
        """One candidate."""
        candidate = self.candidates[index]
        note = shorten(note_of(candidate, self), max(8, width // 2))
        room = max(width - cell_len(note) - 4, 8)
        return Content.assemble(
            ("● " if candidate.is_here else "  ", "$primary"),
            (fit(shorten_middle(candidate.text, room), room), "bold" if index == self.cursor else ""),
            (f" {note} ", "$dim"),
        )


class CompletionList(Vertical):
    """Shown and put away by the editor. `take` is told which candidate was clicked, `moved` which one is in hand."""

    DEFAULT_CSS = """
    CompletionList {
        position: absolute; overlay: screen; display: none; background: $panel; border: round $line-strong;
        border-subtitle-color: $dim;
    }
    CompletionList CandidateRows { height: 1fr; background: $panel; }
    CompletionList CandidateRows > .rows--cursor { background: $block-cursor-background; }
    CompletionList Static { height: 2; background: $surface; color: $dim; padding: 0 1; }
    """

    def __init__(self, take: Callable[[int], None], moved: Callable[[int], None]) -> None:
        super().__init__()
        self._take = take
        self._moved = moved
        self._is_above = False

    def compose(self) -> ComposeResult:
        """The candidates, and what the one in hand means."""
        yield CandidateRows()
        yield Static(markup=False)

    @property
    def rows(self) -> CandidateRows:
        """The candidates."""
        return self.query_one(CandidateRows)

    def open(self, candidates: Sequence[Candidate], cursor: Offset, indent: int, within: Region) -> None:
        """Show candidates beside a cursor of the screen; what is being written began `indent` cells before it.

        It stays within the columns of a region, the editor's: Textual cuts what lies on top where a widget below ends,
        and a Hangul syllable across that place would be lost.
        """
        rows, screen = self.rows, self.screen.size
        was_open, self.display = self.display, True
        rows.candidates = candidates
        width = min(max(_LEAST, self._natural_width(), self.outer_size.width if was_open else 0), _MOST, within.width)
        count = min(len(candidates), _FEW if screen.height < _ROOMY else _MANY)
        if not was_open:
            needed = _FEW + _FOOT + _FRAME
            below = screen.height - cursor.y - 1
            self._is_above = below < needed and cursor.y > below
        room = cursor.y if self._is_above else screen.height - cursor.y - 1
        height = min(count + _FOOT + _FRAME, room)
        self.styles.width, self.styles.height = width, height
        self.border_subtitle = say(self, "tui.completion-keys")
        y = cursor.y - height if self._is_above else cursor.y + 1
        x = max(within.x, min(cursor.x - indent - 3, within.right - width))
        self.absolute_offset = Offset(x, y)
        self.refresh(layout=True)
        rows.rows_changed()
        rows.cursor = 0
        rows.scroll_home(animate=False)
        self._moved(0)

    def _natural_width(self) -> int:
        """Cells of the widest row: mark, text, word and scrollbar."""
        lines = (cell_len(each.text) + cell_len(note_of(each, self)) for each in self.rows.candidates[:60])
        return max(lines, default=0) + 8

    def explain(self, meaning: str, other: str = "") -> None:
        """Say what the candidate in hand means, in two lines at most; `other`, the same in the other language, takes
        the second line."""
        width = max(self.outer_size.width, int(self.styles.width.value) if self.styles.width else 0) - 4
        width = max(width, 20)
        if other:
            shown = [shorten(meaning, width), shorten(other, width)]
        else:
            lines = wrap(Content(meaning), width)
            shown = [line.plain for line in lines[:_FOOT]]
            if len(lines) > _FOOT:
                shown[-1] = shorten(f"{shown[-1]} {lines[_FOOT].plain}", width)
        self.query_one(Static).update("\n".join(shown))

    def close(self) -> None:
        """Put it away."""
        self.display = False

    def move(self, by: int) -> None:
        """Another candidate; past the last comes the first."""
        count = self.rows.row_count()
        if count:
            at = self.rows.cursor + by
            self.rows.cursor = at % count if abs(by) == 1 else max(0, min(count - 1, at))
            self._moved(self.rows.cursor)

    @on(Rows.Chosen)
    def _clicked(self, event: Rows.Chosen) -> None:
        event.stop()
        self._take(event.index)

    @on(Rows.Moved)
    def _stop(self, event: Rows.Moved) -> None:
        event.stop()


def note_of(candidate: Candidate, node: Widget) -> str:
    """The word beside a candidate."""
    from iamtutor.editing.candidate import told

    return told(candidate.note, lang_of(node))
