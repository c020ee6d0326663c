"""The requests of an exercise or a step: who does what on what, what it should be, what it is, and a few words why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit, shorten, shorten_middle
from iamtutor.tui.widgets.request_words import Context, context_briefly, context_fully, plain_caller
from iamtutor.tui.widgets.rows import Rows

_LEAST_RESOURCE = 16
_LEAST_WHY = 12
_MOST_CALLER = 15
_MOST_ACTION = 27


@dataclass(frozen=True)
class RequestRow:
    """One request as the table shows it. `verdict` is None while nothing is known, `ok` where nothing is expected.

    `why` is the reason as it is told, `brief` the same in its bare words; `context` are the keys that the request itself
    carries. A row that `is_note` is a rule that does not hold, or the proof: `action` is the label and `resource` what it
    says. `place` is the slot and the line where it lies, if anywhere.
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
    context: Context = ()
    brief: str = ""


class Columns(NamedTuple):
    """The cells of each column, a blank behind it counted in; 0 where a column is left out."""

    who: int
    action: int
    resource: int
    expected: int
    actual: int
    why: int


class RequestTable(Rows):
    """Marks and words carry the result, colour only helps.

    Below the row in hand a second line says what its columns leave out. Narrow tables give up the caller where it is
    always the same (the title names it), then the reason.
    """

    @dataclass
    class Opened(Message):
        """A row is to be seen in full: by Enter or a double click."""

        rows: RequestTable
        index: int

        @property
        def control(self) -> RequestTable:
            """The table that sent this."""
            return self.rows

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._rows: tuple[RequestRow, ...] = ()

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
        self.border_subtitle = say(self, "tui.provisional") if any(row.provisional for row in rows) else ""
        self.rows_changed()
        ids = [row.id for row in rows]
        self.set_reactive(Rows.cursor, ids.index(chosen) if chosen in ids else min(0, len(rows) - 1))

    def _title(self, rows: Sequence[RequestRow]) -> str:
        judged = [row for row in rows if row.expect is not None]
        callers = dict.fromkeys(plain_caller(row.caller) for row in rows if not row.is_note)
        whose = f" · {next(iter(callers))}" if len(callers) == 1 else ""
        if not judged:
            return f"{say(self, 'tui.requests')}{whose}"
        passed = sum(row.ok is True and not row.provisional for row in judged)
        return f"{say(self, 'tui.requests-count', passed=passed, total=len(judged))}{whose}"

    def row_count(self) -> int:
        """How many requests."""
        return len(self._rows)

    # the second line of the row in hand

    @property
    def _extra(self) -> int:
        """The lines beyond one for each row: one, whichever row is in hand, so that nothing moves."""
        return 1 if self._rows else 0

    def rows_changed(self) -> None:
        """The rows or the width are others."""
        super().rows_changed()
        size = Size(self.line_width, self.row_count() + self._heading_height + self._extra)
        if self.virtual_size != size:
            self.virtual_size = size

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows, and the second one of the row in hand."""
        return super().get_content_height(container, viewport, width) + self._extra

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep both lines of the row in view, and tell."""
        self.refresh()
        if new >= 0 and self.is_mounted:
            region = Region(0, new, 1, 1 + self._heading_height + self._extra)
            self.scroll_to_region(region, animate=False, force=True)
            self.post_message(self.Moved(self, new))

    def _row_at(self, line: int) -> tuple[int, bool]:
        """The row that stands on a line below the heading, and whether it is its second one."""
        if self.cursor < 0 or line <= self.cursor:
            return line, False
        return line - 1, line == self.cursor + 1

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        top = self._heading_height
        if y < top:
            return super().render_line(y)
        index, is_second = self._row_at(y - top + self.scroll_offset.y)
        width = self.line_width
        if not 0 <= index < len(self._rows):
            return Strip.blank(width, self.rich_style)
        style = self.visual_style
        if index == self.cursor:
            style = self.get_visual_style("rows--cursor")
        elif index == self.hovered:
            style = self.get_visual_style("rows--hover")
        return self._strip(self._second(index, width) if is_second else self.row(index, width), style, width)

    def _index_at(self, event: events.MouseEvent) -> int:
        y = event.get_content_offset_capture(self).y
        if y < self._heading_height:
            return -1
        index, _ = self._row_at(y - self._heading_height + self.scroll_offset.y)
        return index if 0 <= index < len(self._rows) else -1

    def _second(self, index: int, width: int) -> Content:
        """What the columns of a row leave out: who, on what, with which keys, and why."""
        row = self._rows[index]
        lead = "   └ "
        room = width - len(lead)
        if row.is_note:
            shown = width - 4 - cell_len(row.action) - 2
            rest = row.resource if cell_len(row.resource) > shown else ""
            return Content.assemble((lead if rest else "", "$faint"), (shorten_middle(rest, room), "$dim"))
        columns = self._columns(width)
        parts = [f"{row.caller}" if not columns.who or cell_len(row.caller) >= columns.who else ""]
        parts += context_fully(row.context)
        if row.why and cell_len(row.why) > columns.why:
            parts.append(row.why)
        used = sum(cell_len(part) + 3 for part in parts if part)
        if cell_len(plain_resource(row.resource)) >= columns.resource and room - used >= _LEAST_RESOURCE:
            parts.insert(1, shorten_middle(plain_resource(row.resource), room - used))
        words = " · ".join(part for part in parts if part) or row.resource
        return Content.assemble((lead, "$faint"), (shorten(words, room), "$dim"))

    # choosing

    def action_choose(self) -> None:
        """See the row in hand in full."""
        if 0 <= self.cursor < self.row_count():
            self.post_message(self.Opened(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A second click on the same row does what Enter does."""
        if event.chain == 2 and self._index_at(event) >= 0:
            event.stop()
            event.prevent_default()
            self.action_choose()

    # columns

    def _columns(self, width: int) -> Columns:
        rows = [row for row in self._rows if not row.is_note]
        expected = max(6, *(cell_len(say(self, f"tui.{key}")) for key in ("column-expected", "expect-allow"))) + 1
        actual = max(cell_len(say(self, f"tui.short-{verdict}")) for verdict in _VERDICTS) + 1
        rest = width - 3 - expected - actual
        action = min(_MOST_ACTION, max((cell_len(row.action) for row in rows), default=8)) + 1
        action = max(action, cell_len(say(self, "tui.column-action")) + 1)
        callers = {plain_caller(row.caller) for row in rows}
        who = min(_MOST_CALLER, max(map(cell_len, callers), default=4)) + 1
        who = max(who, cell_len(say(self, "tui.column-who")) + 1)
        if len(callers) < 2 and rest - action - who < _LEAST_RESOURCE + _LEAST_WHY + 2:
            who = 0
        room = rest - who - action
        if room < 12:
            action = max(10, action + room - 12)
            return Columns(who, action, max(6, rest - who - action), expected, actual, 0)
        if room < _LEAST_RESOURCE + _LEAST_WHY:
            return Columns(who, action, room, expected, actual, 0)
        wanted = max((self._wants(row) for row in rows), default=_LEAST_RESOURCE) + 1
        resource = min(max(_LEAST_RESOURCE, wanted), max(_LEAST_RESOURCE, room * 3 // 5))
        return Columns(who, action, resource, expected, actual, room - resource)

    @staticmethod
    def _wants(row: RequestRow) -> int:
        context = context_briefly(row.context)
        return cell_len(plain_resource(row.resource)) + (cell_len(context) + 3 if context else 0)

    def heading(self, width: int) -> Content | None:
        """The names of the columns."""
        if not self._rows:
            return None
        columns = self._columns(width)
        return Content(
            "   " + "".join(fit(say(self, f"tui.column-{name}"), size) for name, size in columns._asdict().items())
        )

    def row(self, index: int, width: int) -> Content:
        """One request."""
        row = self._rows[index]
        if row.is_note:
            mark, tone = _NOTES[row.ok]
            text = shorten(row.resource, width - 4 - cell_len(row.action) - 2)
            words = "$foreground" if row.ok is not None else "$dim"
            return Content.assemble((f" {mark} ", f"bold {tone}"), (f"{row.action}  ", tone), (text, words))
        columns = self._columns(width)
        mark, tone = _mark(row)
        verdict = say(self, f"tui.short-{row.verdict}") if row.verdict else "…"
        verdict_tone = "$faint" if row.verdict is None else "$allow" if row.verdict == "Allowed" else "$deny"
        if row.provisional:
            verdict_tone = "$dim italic"
        expect = say(self, f"tui.expect-{row.expect}") if row.expect else "–"
        why = row.why if cell_len(row.why) <= columns.why or not row.brief else row.brief
        return Content.assemble(
            (f" {mark} ", f"bold {tone}"),
            (_cell(shorten_middle(plain_caller(row.caller), columns.who - 1), columns.who), "$dim"),
            (_cell(shorten_middle(row.action, columns.action - 1), columns.action), "$foreground"),
            *_resource_cell(row, columns.resource),
            (fit(expect, columns.expected), "$dim"),
            (fit(verdict, columns.actual), verdict_tone),
            (shorten(why, columns.why), "$dim"),
        )


def _cell(text: str, width: int) -> str:
    return fit(text, width) if width > 0 else ""


def _resource_cell(row: RequestRow, width: int) -> list[tuple[str, str]]:
    """The resource, and behind it the keys that tell the request from others like it."""
    context = context_briefly(row.context)
    resource = plain_resource(row.resource)
    if not context:
        return [(fit(shorten_middle(resource, width - 1), width), "$foreground")]
    context = shorten(context, max(6, (width - 1) * 3 // 5))
    room = max(4, width - 1 - cell_len(context) - 1)
    shown = shorten_middle(resource, room)
    return [(f"{shown} ", "$foreground"), (fit(context, max(0, width - cell_len(shown) - 1)), "$key")]


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
