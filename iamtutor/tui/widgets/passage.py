"""Text as high as it is: lines that are set for a width, without scrolling and without focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from iamtutor.tui.widgets.lines import Lines

Setting = Callable[[int], Sequence[Content]]


class Passage(Lines, can_focus=False):
    """A stretch of text among other widgets."""

    DEFAULT_CSS = """
    Passage { height: auto; overflow: hidden; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(id=id)
        self._setting: Setting | None = None

    def show(self, setting: Setting | None) -> None:
        """Show these lines; None shows nothing and takes no room."""
        self._setting = setting
        self.display = setting is not None
        self.lines_changed()

    def set_lines(self, width: int) -> Sequence[Content]:
        """The lines at this width."""
        return self._setting(width) if self._setting is not None else ()
