"""The driver of an app that is shown in a browser: it speaks to `iamtutor serve` over its standard streams.

Textual's own goes on without input when the server goes, and fails again and again at writing. This one ends the app.
"""

from __future__ import annotations

from typing import Final

from textual.drivers.web_driver import WebDriver

from iamtutor.tui.leaving import SAVING, deadline, leave

NAME: Final = "iamtutor.tui.served:ServedDriver"
"""What TEXTUAL_DRIVER must say."""


class ServedDriver(WebDriver):
    """Ends the app, and in the last resort the process, when there is nobody at the other end."""

    def run_input_thread(self) -> None:
        """Read until the server closes the stream."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._leave()

    def write(self, data: str) -> None:
        """Write what is to be painted."""
        try:
            super().write(data)
        except OSError:
            self._leave()

    def write_meta(self, data: dict[str, object]) -> None:
        """Write what is not to be painted."""
        try:
            super().write_meta(data)
        except OSError:
            self._leave()

    def _leave(self) -> None:
        if not self.exit_event.is_set():
            self.exit_event.set()
            deadline(SAVING)  # also where the loop hears nothing any more
            self._app.call_later(leave, self._app)
