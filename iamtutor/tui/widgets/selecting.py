"""Text that can be selected with the mouse and copied (Ctrl+C), in widgets that paint their own lines.

Textual asks a painted line where in the text a cell lies, and the widget what text a selection holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from textual import events
from textual.content import Content
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

_FRAME = re.compile(r"^[│▌▎] ?")
"""What is drawn before a line and does not belong to it: a policy that is copied is the policy alone."""


class Selecting(ScrollView):
    """The base of such a widget. It says its lines; line numbers are those of the whole text, not of the view."""

    def text_lines(self) -> Iterable[str]:
        """The whole text, line by line, as it is painted."""
        raise NotImplementedError

    @property
    def is_selected(self) -> bool:
        """Whether some of the text is selected: then the end of the mouse's way is no click."""
        return self.text_selection is not None

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The text of a selection, without frames and blanks at line ends."""
        found = selection.extract("\n".join(self.text_lines()))
        return "\n".join(_FRAME.sub("", line).rstrip() for line in found.split("\n")), "\n"

    def marked(self, line: Content, number: int) -> Content:
        """A line of the text with what is selected of it standing out."""
        selection = self.text_selection
        span = None if selection is None else selection.get_span(number)
        if span is None:
            return line
        start, end = span
        return line.stylize(self.screen.get_visual_style("screen--selection"), start, None if end == -1 else end)

    def placed(self, strip: Strip, number: int) -> Strip:
        """A painted line that knows which cell is which letter of the text."""
        return strip.apply_offsets(0, number)

    async def _on_click(self, event: events.Click) -> None:
        """What lies under the pointer where a selection ends is not meant; a second click selects no whole text."""
        event.prevent_default()
        if not self.is_selected:
            await self.broker_event("click", event)
