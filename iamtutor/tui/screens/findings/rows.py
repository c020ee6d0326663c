"""The list of findings: sign and severity in words, line, what is wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content

from iamtutor.policy import Severity
from iamtutor.tui.screens.findings.entry import Entry
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.validation import SIGNS, TONES, message_of
from iamtutor.tui.widgets.cells import fit, shorten
from iamtutor.tui.widgets.rows import Rows


class FindingRows(Rows, inherit_bindings=False):
    """Enter belongs to the screen, whose key line names it; a first click takes a row in hand, a second goes there."""

    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        binding for binding in Rows.BINDINGS if isinstance(binding, Binding) and "enter" not in binding.key
    ]

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self.entries = tuple(entries)
        self._armed = -1

    @property
    def entry(self) -> Entry | None:
        """The finding in hand."""
        return self.entries[self.cursor] if 0 <= self.cursor < len(self.entries) else None

    def show(self, entries: Sequence[Entry]) -> None:
        """Show these findings; the cursor stays on the one that it was on, or near it."""
        before = self.entry
        self.entries = tuple(entries)
        same = [_key(entry) for entry in entries]
        place = same.index(_key(before)) if before is not None and _key(before) in same else max(self.cursor, 0)
        self.rows_changed()
        self.cursor = min(place, len(entries) - 1)

    def row_count(self) -> int:
        """How many findings."""
        return len(self.entries)

    def row(self, index: int, width: int) -> Content:
        """One finding."""
        entry = self.entries[index]
        severity = entry.finding.severity
        names = [say(self, f"tui.severity-{each}") for each in Severity]
        word = fit(say(self, f"tui.severity-{severity}"), max(map(cell_len, names)) + 1)
        lines = [f"{each.file}:{each.line}" if each.file else str(each.line) for each in self.entries]
        place = fit(lines[index], min(max(map(cell_len, lines)), 24) + 2)
        rest = width - 3 - cell_len(word) - cell_len(place)
        tone = TONES[severity]
        return Content.assemble(
            (f" {SIGNS[severity]} ", f"bold {tone}"),
            (word, tone),
            (place, "$dim"),
            (shorten(message_of(entry.finding, lang_of(self)), rest), "$foreground"),
        )

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Remember which row was in hand before the click."""
        self._armed = self.cursor

    def click_within(self, index: int, x: int) -> bool:
        """The first click on a row only takes it in hand."""
        return index != self._armed


def _key(entry: Entry) -> tuple[str, str, int]:
    return entry.slot, entry.finding.code, entry.finding.span.start
