"""The editor of a policy: coloured by meaning, errors at their line, what they say below.

Textual's TextArea asks `get_line` for every line that it paints; colours come from there, without tree-sitter.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rich.style import Style as RichStyle
from rich.text import Text
from textual import events
from textual.content import Span
from textual.message import Message
from textual.style import Style
from textual.widgets import TextArea
from textual.widgets.text_area import TextAreaTheme

from iamtutor.cloud import MESSAGES as WORLD_MESSAGES
from iamtutor.policy import POLICY_MESSAGES, Finding, Reading, Severity
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.line_colours import LineColours
from iamtutor.tui.widgets.policy_paint import PolicyColours
from iamtutor.tui.widgets.yaml_paint import YamlColours
from iamtutor.words import say as say_in

Notation = Literal["json", "yaml"]
Mark = tuple[int, int, str]
"""Where a finding is underlined in its line: first column, length, style."""

_OPENERS: dict[Notation, tuple[str, ...]] = {"json": ("{", "["), "yaml": ("{", "[", ":")}
_CLOSERS = "}]"


class PolicyEditor(TextArea):
    """A TextArea for one slot. It is told how its text reads (`show_reading`); it never reads by itself."""

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

    def __init__(self, slot: str, text: str, notation: Notation = "json") -> None:
        super().__init__(
            unicodedata.normalize("NFC", text), tab_behavior="indent", show_line_numbers=True, soft_wrap=False
        )
        self.slot = slot
        self.notation = notation
        self.indent_width = 2
        self._reading: Reading | None = None
        self._colours: LineColours = YamlColours("")
        self._error_lines: dict[int, Finding] = {}
        self._marks: dict[int, Mark] = {}
        self._styles: dict[str, RichStyle] = {}
        self._title = ""

    @property
    def reading(self) -> Reading | None:
        """How the text reads, as last told."""
        return self._reading

    def entitle(self, title: str) -> None:
        """Say what is written here."""
        self._title = title
        self.border_title = title

    def show_reading(self, reading: Reading) -> None:
        """Colour the text by this reading and show its findings; ignored when the text has gone on since."""
        if reading.text != self.text:
            return
        before = self._look()
        self._reading = reading
        self._colours = PolicyColours(reading) if self.notation == "json" else YamlColours(reading.text)
        self._error_lines = {}
        for finding in reversed(reading.findings):
            if finding.span is not None:
                self._error_lines[reading.position(finding.span.start).line - 1] = finding
        self._marks = {line: self._mark(reading, finding) for line, finding in self._error_lines.items()}
        if self._look() != before:
            self.notify_style_update()
            self.refresh()
        self.show_status()

    def _look(self) -> list[object]:
        """The colours of the lines in view: what is painted already need not be painted again."""
        top, count = self.scroll_offset.y, self.document.line_count
        seen = range(top, min(top + self.size.height, count))
        return [(self._spans(line, self.document.get_line(line)), self._marks.get(line)) for line in seen]

    def _spans(self, line_index: int, line: str) -> Sequence[Span]:
        return self._colours.spans_of(line_index, line, self.document.line_count)

    def replace_all(self, text: str) -> None:
        """Put another text in place of all; one Ctrl+Z brings the old one back."""
        self.history.checkpoint()
        self.replace(unicodedata.normalize("NFC", text), self.document.start, self.document.end)
        self.history.checkpoint()
        self.move_cursor((0, 0))

    def go_to(self, line: int) -> None:
        """Stand at the beginning of a line, from 1."""
        self.move_cursor((min(line, self.document.line_count) - 1, 0), center=True)

    def get_line(self, line_index: int) -> Text:
        """The line in the colours of what it means; errors are underlined where they are."""
        line = super().get_line(line_index)
        for span in self._spans(line_index, line.plain):
            line.stylize(self._style(str(span.style)), span.start, span.end)
        mark = self._marks.get(line_index)
        if mark is not None:
            start, length, style = mark
            if start >= len(line.plain):
                line.stylize(self._style("on $deny 25%"))
            line.stylize(self._style(style), start, min(start + length, max(len(line.plain), start + 1)))
        return line

    @staticmethod
    def _mark(reading: Reading, finding: Finding) -> Mark:
        assert finding.span is not None
        style = "$deny underline" if finding.severity is Severity.ERROR else "$accent underline"
        start = reading.position(finding.span.start).column - 1
        return start, max(1, finding.span.end - finding.span.start), style

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

    def show_status(self) -> None:
        """What the line under the text says: the finding at the cursor, else the first error, else that all is well."""
        reading = self._reading
        if reading is None:
            return
        errors = [finding for finding in reading.findings if finding.severity is Severity.ERROR]
        self.set_class(bool(errors), "-has-error")
        here = self._error_lines.get(self.cursor_location[0])
        finding = here or next(iter(errors or reading.findings), None)
        if finding is not None:
            self.border_subtitle = self._said(finding)
        elif not reading.text.strip():
            self.border_subtitle = say(self, "tui.editor-empty")
        elif self.notation == "yaml":
            self.border_subtitle = f"✓ {say(self, 'tui.editor-yaml-fine')}"
        else:
            count = len(reading.document.statements) if reading.document else 0
            size = sum(not char.isspace() for char in reading.text)
            self.border_subtitle = (
                f"✓ {say(self, 'tui.editor-fine', count=count)} · {say(self, 'tui.editor-size', size=size)}"
            )

    def _said(self, finding: Finding) -> str:
        messages = POLICY_MESSAGES if finding.code in POLICY_MESSAGES else WORLD_MESSAGES
        words = say_in(messages, finding.code, lang_of(self), **finding.arguments)
        mark = "✗" if finding.severity is Severity.ERROR else "!"
        if finding.span is None or self._reading is None:
            return f"{mark} {words}"
        return f"{mark} {say(self, 'tui.editor-at', line=self._reading.position(finding.span.start).line)}: {words}"

    def on_focus(self) -> None:
        """An input method composes at the terminal's own cursor, which Textual moves only at the first key."""
        self.set_timer(0.05, self._place_cursor)

    def _place_cursor(self) -> None:
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset

    def on_text_area_selection_changed(self) -> None:
        """The line below speaks of where the cursor stands."""
        self.show_status()

    async def on_paste(self, event: events.Paste) -> None:
        """Paste composed characters (NFC), so that columns are what one sees."""
        if self.read_only:
            return
        event.prevent_default()
        event.stop()
        result = self.replace(unicodedata.normalize("NFC", event.text), *self.selection)
        self.move_cursor(result.end_location)
        self.focus()

    async def on_key(self, event: events.Key) -> None:
        """Escape leaves; Enter keeps the indentation."""
        if event.key == "escape":
            event.prevent_default()
            event.stop()
            self.post_message(self.Left(self))
        elif event.key == "enter" and not self.read_only:
            event.prevent_default()
            event.stop()
            self._new_line()

    def _new_line(self) -> None:
        """A new line keeps the indentation, goes deeper after an opening bracket, and pushes a closing one below."""
        row, column = self.selection.start
        line = self.document.get_line(row)
        indent = line[: len(line) - len(line.lstrip(" "))][:column]
        deeper = line[:column].rstrip().endswith(_OPENERS[self.notation])
        inner = indent + "  " * deeper
        closes = deeper and line[column : column + 1] in tuple(_CLOSERS)
        self.replace("\n" + inner + ("\n" + indent if closes else ""), *self.selection)
        self.move_cursor((row + 1, len(inner)))
