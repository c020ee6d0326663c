"""The list of what was found: a line with kind and name, and below it the passage that fits."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.content import Content, Span

from iamtutor.tui.screens.search.result import Result, Spans
from iamtutor.tui.speaking import say, tell
from iamtutor.tui.widgets.cells import fit, shorten
from iamtutor.tui.widgets.rows import Rows

FOUND = "bold underline $accent"
_KINDS = (
    "lesson",
    "step",
    "exercise",
    "quiz",
    "command",
    "service",
    "action",
    "condition-key",
    "catalog",
    "managed-policy",
)


class ResultRows(Rows):
    """The cursor stands on the first line of each."""

    def __init__(self) -> None:
        super().__init__(id="results")
        self.results: Sequence[Result] = ()
        self._lines: list[tuple[int, bool]] = []

    @property
    def result(self) -> Result | None:
        """What is in hand."""
        return self.results[self._lines[self.cursor][0]] if 0 <= self.cursor < len(self._lines) else None

    def show(self, results: Sequence[Result]) -> None:
        """Show these. Where the one in hand is still among them, it stays in hand; else the first is."""
        before = self.result if self.cursor > 0 else None
        self.results = results
        self._lines = []
        for number, result in enumerate(results):
            self._lines.append((number, False))
            if result.excerpt:
                self._lines.append((number, True))
        same = next((n for n, each in enumerate(results) if before is not None and _is_same(each, before)), 0)
        at = self._lines.index((same, False)) if results else -1
        self.set_reactive(Rows.cursor, -1)
        self.rows_changed()
        if at <= 0:
            self.scroll_home(animate=False, force=True)
        self.cursor = at

    def row_count(self) -> int:
        """Lines, one or two for each."""
        return len(self._lines)

    def can_stand(self, index: int) -> bool:
        """Not on the passage below a name."""
        return not self._lines[index][1]

    def _index_at(self, event: events.MouseEvent) -> int:
        """The passage below a name belongs to it."""
        y = event.get_content_offset_capture(self).y
        index = y + self.scroll_offset.y
        if y < 0 or not 0 <= index < len(self._lines):
            return -1
        return index - 1 if self._lines[index][1] else index

    def row(self, index: int, width: int) -> Content:
        """One line."""
        number, is_excerpt = self._lines[index]
        result = self.results[number]
        column = max(cell_len(say(self, f"tui.search-kind-{kind}")) for kind in _KINDS) + 1
        if is_excerpt:
            text = shorten(result.excerpt, width - column - 3)
            return Content(" " * (column + 3)) + _marked(text, result.spans, "$dim")
        kind = Content.assemble(" ", (fit(say(self, f"tui.search-kind-{result.kind}"), column), "$primary"), " ")
        room = width - column - 3
        title = shorten(tell(self, result.title), room)
        beside = tell(self, result.beside)
        rest = room - cell_len(title) - 2
        beside = f"  {shorten(beside, rest)}" if beside and rest > 6 else ""
        return kind + _marked(title, () if result.excerpt else result.spans, "bold") + Content(beside).stylize("$dim")


def _marked(text: str, spans: Spans, style: str) -> Content:
    """A text with what was found marked by weight and a line below, not by colour alone."""
    found = [Span(start, min(end, len(text)), FOUND) for start, end in spans if start < len(text)]
    return Content(text, [Span(0, len(text), style), *found])


def _is_same(one: Result, other: Result) -> bool:
    return (one.kind, one.title, one.action) == (other.kind, other.title, other.action)
