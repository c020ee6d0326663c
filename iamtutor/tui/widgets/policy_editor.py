"""The editor of a policy: coloured by meaning, findings at their line, what they say below.

Textual's TextArea asks `get_line` for every line that it paints; colours come from there, without tree-sitter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style as RichStyle
from rich.text import Text
from textual import events
from textual.content import Span
from textual.message import Message
from textual.strip import Strip
from textual.style import Style
from textual.widgets.text_area import TextAreaTheme

from iamtutor.policy import Reading, Severity
from iamtutor.study import Marking
from iamtutor.tui.validation import (
    SIGNS,
    TONES,
    carried,
    in_order,
    is_marked,
    read_findings,
    severity_order,
)
from iamtutor.tui.widgets.completing import Completing
from iamtutor.tui.widgets.line_colours import LineColours
from iamtutor.tui.widgets.policy_paint import colours_of
from iamtutor.tui.widgets.repainting import repaint_lines, say_under
from iamtutor.tui.widgets.status_words import standing, told
from iamtutor.tui.widgets.writing_area import Notation
from iamtutor.tui.widgets.yaml_paint import YamlColours

if TYPE_CHECKING:
    from iamtutor.analyzer import QuickFix, ValidationFinding

Mark = tuple[int, int, str]
"""Where a finding is underlined in its line: first column, length, style."""

_UNDERLINES: dict[Severity, str] = {
    Severity.ERROR: "$deny underline",
    Severity.SECURITY_WARNING: "$accent bold underline",
    Severity.WARNING: "$key underline",
    Severity.SUGGESTION: "underline",
}
_SOUGHT = "bold on $line"
CALM = 0.8
"""Seconds without a keystroke before anything new is said of the line that is being written."""


class PolicyEditor(Completing):
    """The text of one slot. It is told how its text reads (`show_reading`) and what the checks found in it
    (`show_checked`); it never reads or checks by itself.

    What was found stays where it was while the text around it changes, until it is told anew. Nothing new is said of
    the line that is being written (`hold`) before the cursor leaves it or the screen lets it (`release`).
    """

    DEFAULT_CSS = """
    PolicyEditor {
        border: round $line; background: $surface; padding: 0; scrollbar-size-vertical: 1; scrollbar-size-horizontal: 1;
        border-title-color: $dim; border-subtitle-color: $dim;
    }
    PolicyEditor:focus { border: round $line-strong; border-title-color: $primary; }
    PolicyEditor.-has-error { border-subtitle-color: $deny; }
    PolicyEditor .text-area--gutter { color: $faint; }
    PolicyEditor .text-area--cursor-gutter { color: $accent; background: $panel; }
    PolicyEditor .text-area--cursor-line { background: $panel; }
    PolicyEditor .text-area--matching-bracket { background: $line; text-style: bold; }
    """

    @dataclass
    class Left(Message):
        """The learner pressed Esc: out of the text, not out of the screen."""

        editor: PolicyEditor

    @dataclass
    class Asked(Message):
        """A sign beside a line, or what is said below the text, was clicked: the learner wants to know more."""

        editor: PolicyEditor
        line: int

    @dataclass
    class Calmed(Message):
        """What waited to be said of the line that was being written is said now."""

        editor: PolicyEditor

    def __init__(self, slot: str, text: str, notation: Notation = "json") -> None:
        super().__init__(slot, text, notation)
        self._reading: Reading | None = None
        self._colours: LineColours = YamlColours("")
        self.findings: tuple[ValidationFinding, ...] = ()
        self.marking: Marking = "serious"
        self._read: tuple[ValidationFinding, ...] = ()
        self._unsaid: tuple[ValidationFinding, ...] = ()
        self._checked: tuple[ValidationFinding, ...] = ()
        self._waiting: tuple[ValidationFinding, ...] = ()
        self._written_line: int | None = None
        self._written_at = 0.0
        self._is_timed = False
        self._told: ValidationFinding | None = None
        self._marked: dict[int, list[ValidationFinding]] = {}
        self._styles: dict[str, RichStyle] = {}
        self._title = ""

    @property
    def reading(self) -> Reading | None:
        """How the text reads, as last told."""
        return self._reading

    @property
    def is_held(self) -> bool:
        """Whether something waits to be said of the line that is being written."""
        return bool(self._unsaid)

    def entitle(self, title: str) -> None:
        """Say what is written here."""
        self._title = title
        self.border_title = title

    def show_reading(self, reading: Reading) -> None:
        """Colour the text by this reading and show its findings; ignored when the text has gone on since."""
        if reading.text != self.text:
            return
        before = self._look()
        row = self.cursor_location[0]
        said = (
            {each.code for each in self._read if self.line_of(each) - 1 == row} if self._reading is not None else set()
        )
        if self._reading is not None and reading.text != self._reading.text:
            self._checked = carried(self._checked, self._reading.text, reading.text)
            self._waiting = ()
            self.hold()
        self._reading = reading
        found = read_findings(reading)
        self._unsaid = tuple(
            each for each in found if self.line_of(each) - 1 == self._written_line and each.code not in said
        )
        self._read = tuple(each for each in found if each not in self._unsaid)
        self._colours = colours_of(reading) if self.notation == "json" else YamlColours(reading.text)
        self._show_findings(before)
        self.reading_shown(reading)

    def show_checked(self, text: str, findings: Sequence[ValidationFinding]) -> None:
        """Show what the checks found in a text; ignored when the text has gone on since."""
        if self._reading is None or text != self._reading.text:
            return
        known = {(each.code, each.span) for each in self._checked}
        new = [each for each in findings if (each.code, each.span) not in known]
        self._waiting = tuple(each for each in new if self.line_of(each) - 1 == self._written_line)
        self._checked = tuple(each for each in findings if each not in self._waiting)
        self._show_findings(self._look())

    def hold(self) -> None:
        """The line of the cursor is being written."""
        self._written_line = self.cursor_location[0]
        self._written_at = monotonic()
        if not self._is_timed:  # a timer for each keystroke would cost more than the reading
            self._is_timed = True
            self.set_timer(CALM, self._calm)

    def _calm(self) -> None:
        quiet = monotonic() - self._written_at
        if quiet < CALM:
            self.set_timer(CALM - quiet, self._calm)
        else:
            self._is_timed = False
            self.release()

    def release(self) -> None:
        """It no longer is: what waited to be said of it is said."""
        self._written_line = None
        if self._waiting or self._unsaid:
            self._checked, self._waiting = in_order((*self._checked, *self._waiting)), ()
            self._read, self._unsaid = (*self._read, *self._unsaid), ()
            self._show_findings(self._look())
            self.post_message(self.Calmed(self))

    def mark(self, marking: Marking) -> None:
        """Choose which findings are marked in the text."""
        if marking != self.marking:
            before, self.marking = self._look(), marking
            self._show_findings(before)

    def line_of(self, finding: ValidationFinding) -> int:
        """The line of a finding, from 1."""
        assert self._reading is not None
        return self._reading.position(finding.span.start).line

    def _show_findings(self, before: list[object]) -> None:
        assert self._reading is not None
        self.findings = in_order((*self._read, *self._checked))
        self._marked = {}
        for finding in self.findings:
            if is_marked(finding, self.marking) and self._reading.text.strip():  # where one begins is no mistake
                self._marked.setdefault(self.line_of(finding) - 1, []).append(finding)
        seen, top = self._look(), self.scroll_offset.y
        if len(seen) == len(before):
            pairs = zip(seen, before, strict=True)
            repaint_lines(self, {top + place for place, (look, painted) in enumerate(pairs) if look != painted})
        else:
            self.notify_style_update()
            self.refresh()
        self.show_status()

    def _look(self) -> list[object]:
        """The colours of the lines in view: what is painted already need not be painted again."""
        top, count = self.scroll_offset.y, self.document.line_count
        seen = range(top, min(top + self.size.height, count))
        return [(self._spans(line, self.document.get_line(line)), self._marks(line)) for line in seen]

    def _marked_at(self, line: int) -> list[ValidationFinding]:
        """The findings of a line of the text as it is now, which may have more or fewer lines than when it was read."""
        assert self._reading is not None
        more = self.document.line_count - len(self._reading.lines)
        row = self.cursor_location[0]
        if more and line == max(row, row + more):
            return []
        return self._marked.get(line - more if line > row else line, [])

    def _marks(self, line: int) -> list[Mark]:
        """The underlines of a line, the worst last, so that it lies on top."""
        found = sorted(self._marked_at(line), key=severity_order, reverse=True) if self._marked else []
        return [self._mark(finding) for finding in found]

    def _spans(self, line_index: int, line: str) -> Sequence[Span]:
        return self._colours.spans_of(line_index, line, self.document.line_count)

    def go_to(self, line: int) -> None:
        """Stand at the beginning of a line, from 1."""
        self.move_cursor((min(line, self.document.line_count) - 1, 0), center=True)

    def go_to_finding(self, finding: ValidationFinding) -> None:
        """Stand where a finding begins."""
        start, _, _ = self._mark(finding)
        self.move_cursor((self.line_of(finding) - 1, start), center=True)

    def get_line(self, line_index: int) -> Text:
        """The line in the colours of what it means; errors are underlined where they are."""
        line = super().get_line(line_index)
        for span in self._spans(line_index, line.plain):
            line.stylize(self._style(str(span.style)), span.start, span.end)
        for start, width, style in self._marks(line_index):
            if start >= len(line.plain):
                line.stylize(self._style("on $deny 25%"))
            line.stylize(self._style(style), start, min(start + width, max(len(line.plain), start + 1)))
        for match in self.sought.finditer(line.plain) if self.sought is not None else ():
            line.stylize(self._style(_SOUGHT), *match.span())
        return line

    def _mark(self, finding: ValidationFinding) -> Mark:
        assert self._reading is not None
        start = self._reading.position(finding.span.start).column - 1
        return start, max(1, finding.span.end - finding.span.start), _UNDERLINES[finding.severity]

    def render_line(self, y: int) -> Strip:
        """The line with the sign of its worst finding between number and text."""
        strip = super().render_line(y)
        found = self._marked_at(y + self.scroll_offset.y) if self._marked else []
        if not found:
            return strip
        severity = min(found, key=severity_order).severity
        place = self.gutter_width - 2
        before, under, after = strip.divide([place, place + 1, strip.cell_length])
        style = next((segment.style for segment in under if segment.style is not None), RichStyle())
        sign = Segment(SIGNS[severity], style + self._style(f"bold {TONES[severity]}"))
        return Strip.join([before, Strip([sign], 1), after])

    def _style(self, style: str) -> RichStyle:
        found = self._styles.get(style)
        if found is None:
            found = self._styles[style] = Style.parse(style).rich_style
        return found

    def on_mount(self) -> None:
        """Take the colours of the app's theme, now and when it changes."""
        self.watch(self.app, "theme", self._wear_theme)

    def _wear_theme(self) -> None:
        """The cursor's line gets a background only: Textual's own style would take the colours of meaning away."""
        self._styles = {}
        name = f"iamtutor-{self.app.theme}"
        background = RichStyle(bgcolor=self.app.theme_variables["panel"])
        self.register_theme(TextAreaTheme(name, cursor_line_style=background))
        self.theme = name
        self.notify_style_update()

    def at_cursor(self) -> list[ValidationFinding]:
        """The findings of the cursor's line, those under the cursor first, then the worst."""
        row, column = self.cursor_location

        def order(finding: ValidationFinding) -> tuple[bool, int]:
            start = self._mark(finding)[0]
            return not start <= column <= start + finding.span.end - finding.span.start, severity_order(finding)

        return sorted((each for each in self.findings if self.line_of(each) - 1 == row), key=order)

    def show_status(self) -> None:
        """What the line under the text says: the finding at the cursor, else the first error, else that all is well."""
        reading = self._reading
        if reading is None:
            return
        marked = [finding for line in self._marked.values() for finding in line]
        self.set_class(any(finding.severity is Severity.ERROR for finding in marked), "-has-error")
        here = [finding for finding in self.at_cursor() if is_marked(finding, self.marking)] if marked else []
        finding = self._told = next(iter(here), None) or min(marked, key=severity_order, default=None)
        if finding is not None:
            say_under(self, told(self, finding, self.line_of(finding)))
        else:
            is_written = bool(self._unsaid)
            say_under(self, standing(self, reading, self.findings, self.notation, is_written=is_written))

    def apply(self, fix: QuickFix) -> bool:
        """Make the edit of a quick fix, to be undone by one Ctrl+Z; False where the text has gone on since."""
        if self._reading is None or self._reading.text != self.text:
            return False
        start, end = (self._reading.position(offset) for offset in fix.span)
        self.history.checkpoint()
        self.replace(fix.replacement, (start.line - 1, start.column - 1), (end.line - 1, end.column - 1))
        self.history.checkpoint()
        self.move_cursor((start.line - 1, start.column - 1), center=True)
        return True

    def on_text_area_selection_changed(self) -> None:
        """The line below speaks of where the cursor stands."""
        if self._written_line is not None and self.cursor_location[0] != self._written_line:
            self.release()
        self.show_status()

    def _is_below(self, event: events.MouseEvent) -> bool:
        return event.y == self.outer_size.height - 1

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """What is said below is no text: the cursor stays."""
        if self._is_below(event):
            event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """A click on a sign, or on what is said below, asks for more."""
        x, y = event.x - self.gutter.left, event.y - self.gutter.top
        if self._is_below(event) and self.findings:
            line = self.cursor_location[0] + 1 if self._told is None else self.line_of(self._told)
            self.post_message(self.Asked(self, line))
        elif 0 <= x < self.gutter_width and (line := y + self.scroll_offset.y) in self._marked:
            self.post_message(self.Asked(self, line + 1))

    async def on_key(self, event: events.Key) -> None:
        """Escape leaves."""
        if self.takes_key(event):
            return
        if event.key == "escape":
            event.prevent_default()
            event.stop()
            self.post_message(self.Left(self))
