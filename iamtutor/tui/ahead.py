"""What screens will need is read while the learner looks at the first one, so that each opens at once.

Nothing waits for it: whoever opens a screen before its turn reads what that one needs, as ever.
"""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Final

from textual.worker import get_current_worker

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


def read_ahead(app: App[None]) -> None:
    """Read the screens' modules beside the screen, and their style sheets a few milliseconds at a time."""

    def begin() -> None:
        app.run_worker(import_screens, thread=True, group="ahead", exit_on_error=False)
        read_sheet(unread_sheets(app.stylesheet))

    def read_sheet(sheets: Iterator[Path]) -> None:
        sheet = next(sheets, None)
        if sheet is not None:
            app.stylesheet.read(sheet)
            app.stylesheet.parse()
            app.set_timer(EVERY, partial(read_sheet, sheets))

    app.set_timer(BEGIN, begin)


def import_screens() -> None:
    """Import the screens one after the other, until the app ends."""
    worker = get_current_worker()
    for name in SCREENS:
        if worker.is_cancelled:
            return
        import_module(f"iamtutor.tui.screens.{name}")
