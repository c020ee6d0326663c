"""What screens will need is read while the learner looks at the first one, so that each opens at once.

Nothing waits for it: whoever opens a screen before its turn reads what that one needs, as ever.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from threading import Lock
from typing import TYPE_CHECKING, Final

from iamtutor.tui.stylesheet import unread_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from textual.app import App

BEGIN: Final = 0.2
"""Seconds after the first paint before anything is read: a key pressed at once comes first."""
EVERY: Final = 0.1
"""Seconds between two style sheets."""
SCREENS: Final = (
    "workbench", "quiz", "search", "glossary", "playground", "catalog", "help", "sandbox", "world", "trace", "settings",
)  # fmt: skip
"""The screens' rooms, those first that are opened most."""


class Ahead:
    """Reads beside the screen until the learner does something: two threads that import at once may wait for each other."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._is_over = False
        self._importing = Lock()

    def begin_soon(self) -> None:
        """Read the screens' modules beside the screen, and their style sheets a few milliseconds at a time."""
        self._app.set_timer(BEGIN, self._begin)

    def end(self) -> None:
        """Read no more modules; whoever needs one now waits until the one that is being read is there."""
        self._is_over = True
        with self._importing:
            pass

    def import_screens(self) -> None:
        """Import the screens one after the other, until there is something else to do or the app ends."""
        for name in SCREENS:
            with self._importing:
                if self._is_over or not self._app.is_running:
                    return
                import_module(f"iamtutor.tui.screens.{name}")

    def _begin(self) -> None:
        self._app.run_worker(self.import_screens, thread=True, group="ahead", exit_on_error=False)
        self._read_sheet(unread_sheets(self._app.stylesheet))

    def _read_sheet(self, sheets: Iterator[Path]) -> None:
        sheet = next(sheets, None)
        if sheet is not None:
            self._app.stylesheet.read(sheet)
            self._app.stylesheet.parse()
            self._app.set_timer(EVERY, partial(self._read_sheet, sheets))
