"""The requests of an exercise or a step: who does what on what, what it should be, what it is, and a few words why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
_LEAST_CALLER = 13
_LEAD = "   └ "
_MOST_RESOURCE = 40
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
        self.rows_changed()
        self._show_note()
        ids = [row.id for row in rows]
        self.set_reactive(Rows.cursor, ids.index(chosen) if chosen in ids else min(0, len(rows) - 1))

    def _show_note(self) -> None:
        """Below the table that nothing is final yet, or what Enter does."""
        if any(row.provisional for row in self._rows):
            self.border_subtitle = say(self, "tui.provisional")
        else:
            self.border_subtitle = say(self, "tui.requests-open") if self.has_focus and self._rows else ""

    def on_focus(self) -> None:
        """Say what Enter does, once the focus is known to be here."""
        self.call_next(self._show_note)

    def on_blur(self) -> None:
        """Say it no longer."""
        self.call_next(self._show_note)

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

    def _extra(self, width: int) -> int:
        """The lines beyond one for each row, whichever is in hand, so that nothing moves: one, and one for the reason
        where it has no column."""
        if not self._rows:
            return 0
        return 1 if self._columns(width).why else 2

    def rows_changed(self) -> None:
        """The rows or the width are others."""
        super().rows_changed()
        size = Size(self.line_width, self.row_count() + self._heading_height + self._extra(self.line_width))
        if self.virtual_size != size:
            self.virtual_size = size

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are rows, and the second one of the row in hand."""
        return super().get_content_height(container, viewport, width) + self._extra(width)

    def watch_cursor(self, old: int, new: int) -> None:
        """Keep both lines of the row in view, and tell."""
        self.refresh()
        if new >= 0 and self.is_mounted:
            region = Region(0, new, 1, 1 + self._heading_height + self._extra(self.line_width))
            self.scroll_to_region(region, animate=False, force=True)
            self.post_message(self.Moved(self, new))

    def _row_at(self, line: int) -> tuple[int, int]:
        """The row that stands on a line below the heading, and which of its lines that is, from 0."""
        extra = self._extra(self.line_width)
        if self.cursor < 0 or line <= self.cursor:
            return line, 0
        if line <= self.cursor + extra:
            return self.cursor, line - self.cursor
        return line - extra, 0

    def render_line(self, y: int) -> Strip:
        """One line of the view."""
        top = self._heading_height
        if y < top:
            return super().render_line(y)
        index, part = self._row_at(y - top + self.scroll_offset.y)
        width = self.line_width
        if not 0 <= index < len(self._rows):
            return Strip.blank(width, self.rich_style)
        style = self.visual_style
        if index == self.cursor:
            style = self.get_visual_style("rows--cursor")
        elif index == self.hovered:
            style = self.get_visual_style("rows--hover")
        content = self._more(index, width, part) if part else self.row(index, width)
        return self._strip(content, style, width, y + self.scroll_offset.y)

    def text_lines(self) -> Iterator[str]:
        """The heading and every row, with the further lines of the row in hand."""
        width = max(self.line_width, 1)
        for number, line in enumerate(super().text_lines()):
            yield line
            if number - self._heading_height == self.cursor:
                yield from (self._more(self.cursor, width, part).plain for part in range(1, self._extra(width) + 1))

    def _index_at(self, event: events.MouseEvent) -> int:
        y = event.get_content_offset_capture(self).y
        if y < self._heading_height:
            return -1
        index, _ = self._row_at(y - self._heading_height + self.scroll_offset.y)
        return index if 0 <= index < len(self._rows) else -1

    def _more(self, index: int, width: int, part: int) -> Content:
        """What the columns of a row leave out: who, on what, with which keys; and why, on a line of its own or behind."""
        row, columns = self._rows[index], self._columns(width)
        if row.is_note:
            return self._rest_of_note(row, width) if part == 1 else Content()
        room = width - len(_LEAD)
        why = row.why if cell_len(row.why) > columns.why else ""
        if part == 2:
            return Content.assemble((" " * len(_LEAD), ""), (shorten(why, room), "$dim"))
        behind = f" · {why}" if columns.why and why else ""
        who = row.caller if cell_len(row.caller) >= columns.who else ""
        context = " · ".join(context_fully(row.context))
        resource = row.resource
        if cell_len(" · ".join(filter(None, (who, resource, context)))) + cell_len(behind) > room:
            resource, context = plain_resource(row.resource), context_briefly(row.context)
        used = sum(cell_len(piece) + 3 for piece in (who, context) if piece) + cell_len(behind)
        resource = shorten_middle(resource, max(_LEAST_RESOURCE, room - used))
        words = " · ".join(filter(None, (who, resource, context))) + behind
        return Content.assemble((_LEAD, "$faint"), (shorten(words, room), "$dim"))

    @staticmethod
    def _rest_of_note(row: RequestRow, width: int) -> Content:
        """The whole of a note that its line cuts."""
        if cell_len(row.resource) <= width - 4 - cell_len(row.action) - 2:
            return Content()
        return Content.assemble((_LEAD, "$faint"), (shorten_middle(row.resource, width - len(_LEAD)), "$dim"))

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
        wanted = max((self._wants(row) for row in rows), default=_LEAST_RESOURCE) + 1
        if len(callers) < 2 and rest - action - who < min(wanted, _MOST_RESOURCE) + _LEAST_WHY:
            who = 0
        if rest - action - who < _LEAST_RESOURCE + 2:
            who = min(who, _LEAST_CALLER)
        action = max(10, min(action, rest - who - _LEAST_RESOURCE - 2))
        room = max(6, rest - who - action)
        if room < _LEAST_RESOURCE + _LEAST_WHY:
            return Columns(who, action, room, expected, actual, 0)
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
    if cell_len(context) > (width - 1) // 2:
        context = f"+{len(row.context)}"
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
