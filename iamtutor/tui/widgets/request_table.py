"""The requests of an exercise or a step, each with what it should be, what it is, and a few words why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.content import Content

from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.rows import Rows


@dataclass(frozen=True)
class RequestRow:
    """One request as the table shows it. `verdict` is None while nothing is known, `ok` where nothing is expected.

    A row that `is_note` is a rule that does not hold, or the proof: `action` is the label and `resource` what it says.
    `place` is the slot and the line where it lies, if anywhere.
    """

    id: str
    caller: str
    action: str
    resource: str
    expect: str | None = None
    verdict: str | None = None
    ok: bool | None = None
    why: str = ""
    provisional: bool = False
    is_note: bool = False
    place: tuple[str, int] | None = None


class RequestTable(Rows):
    """Marks and words carry the result, colour only helps. Narrow tables give up `why` first, then the caller."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows: tuple[RequestRow, ...] = ()
        self._callers = False

    @property
    def entries(self) -> tuple[RequestRow, ...]:
        """The rows as shown."""
        return self._rows

    def show(self, rows: Sequence[RequestRow]) -> None:
        """Show these rows; the cursor stays on the request that it was on."""
        title = self._title(rows)
        if tuple(rows) == self._rows and title == self.border_title:
            return
        chosen = self._rows[self.cursor].id if 0 <= self.cursor < len(self._rows) else None
        self._rows = tuple(rows)
        self.border_title = title
        self._callers = len({row.caller for row in rows if not row.is_note}) > 1
        self.rows_changed()
        ids = [row.id for row in rows]
        self.set_reactive(Rows.cursor, ids.index(chosen) if chosen in ids else min(0, len(rows) - 1))
        self._show_detail()

    def _title(self, rows: Sequence[RequestRow]) -> str:
        judged = [row for row in rows if row.expect is not None]
        if not judged:
            return say(self, "tui.requests")
        passed = sum(row.ok is True and not row.provisional for row in judged)
        return say(self, "tui.requests-count", passed=passed, total=len(judged))

    def rows_changed(self) -> None:
        """The rows or the width are others."""
        super().rows_changed()
        self._show_detail()

    def _watch_cursor(self) -> None:
        self._show_detail()

    def _show_detail(self) -> None:
        """Below the table the whole reason of the request in hand, which its column may have cut."""
        row = self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None
        if any(each.provisional for each in self._rows):
            self.border_subtitle = say(self, "tui.provisional")
        else:
            cut = row is not None and cell_len(row.why) > self._columns(max(self.line_width, 1))[3]
            self.border_subtitle = row.why if row is not None and cut else ""

    def row_count(self) -> int:
        """How many requests."""
        return len(self._rows)

    def _columns(self, width: int) -> tuple[int, int, int, int]:
        """Widths of request, expected, actual and why; 0 where a column is left out."""
        expected = max(6, *(cell_len(say(self, f"tui.{key}")) for key in ("column-expected", "expect-allow"))) + 1
        actual = max(cell_len(say(self, f"tui.short-{verdict}")) for verdict in _VERDICTS) + 1
        rest = width - 3 - expected - actual
        if rest < 34:
            return max(rest, 8), expected, actual, 0
        wanted = max((cell_len(self._request(row, 200)) for row in self._rows if not row.is_note), default=20) + 2
        request = max(24, min(wanted, rest * 3 // 5))
        return request, expected, actual, rest - request

    def heading(self, width: int) -> Content | None:
        """The names of the columns."""
        if not self._rows:
            return None
        request, expected, actual, why = self._columns(width)
        return Content(
            "   "
            + fit(say(self, "tui.column-request"), request)
            + fit(say(self, "tui.column-expected"), expected)
            + fit(say(self, "tui.column-actual"), actual)
            + fit(say(self, "tui.column-why"), why)
        )

    def row(self, index: int, width: int) -> Content:
        """One request."""
        row = self._rows[index]
        if row.is_note:
            mark, tone = _NOTES[row.ok]
            text = shorten(row.resource, width - 4 - cell_len(row.action) - 2)
            words = "$foreground" if row.ok is not None else "$dim"
            return Content.assemble((f" {mark} ", f"bold {tone}"), (f"{row.action}  ", tone), (text, words))
        request, expected, actual, why = self._columns(width)
        mark, tone = _mark(row)
        verdict = say(self, f"tui.short-{row.verdict}") if row.verdict else "…"
        verdict_tone = "$faint" if row.verdict is None else "$allow" if row.verdict == "Allowed" else "$deny"
        if row.provisional:
            verdict_tone = "$dim italic"
        expect = say(self, f"tui.expect-{row.expect}") if row.expect else "–"
        return Content.assemble(
            (f" {mark} ", f"bold {tone}"),
            (fit(self._request(row, request - 1), request), "$foreground"),
            (fit(expect, expected), "$dim"),
            (fit(verdict, actual), verdict_tone),
            (shorten(row.why, why), "$dim"),
        )

    def _request(self, row: RequestRow, width: int) -> str:
        caller = f"{row.caller} " if self._callers else ""
        head = f"{caller}{row.action} "
        return shorten(head + shorten_middle(plain_resource(row.resource), max(6, width - cell_len(head))), width)


_NOTES = {True: ("✓", "$allow"), False: ("✗", "$deny"), None: ("○", "$dim")}
_VERDICTS = ("Allowed", "ExplicitlyDenied", "ImplicitlyDenied")


def _mark(row: RequestRow) -> tuple[str, str]:
    if row.verdict is None:
        return "○", "$faint"
    if row.ok is None:
        return "▸", "$dim"
    if row.provisional:
        return "~", "$dim"
    return ("✓", "$allow") if row.ok else ("✗", "$deny")


def plain_resource(arn: str) -> str:
    """The part of an ARN that tells resources apart: `acme-reports/q3.csv`, `role/deploy`."""
    parts = arn.split(":", 5)
    return parts[5] if len(parts) == 6 and parts[0] == "arn" else arn
