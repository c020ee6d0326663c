"""A line on standard error that tells how far a long reading is: on a terminal only, and gone when it ends."""

from __future__ import annotations

import time
from collections.abc import Callable
from types import TracebackType
from typing import Final

from iamtutor.cli.terminal import Terminal

_EVERY: Final = 0.1
_WIDTH: Final = 24
_MB: Final = 1_000_000


class ProgressBar:
    """Counts bytes and draws them; use `with`. `total` is None where nobody knows how much there is."""

    def __init__(self, terminal: Terminal, total: int | None, clock: Callable[[], float] = time.monotonic) -> None:
        self._terminal = terminal
        self._total = total
        self._clock = clock
        self._shown = terminal.err.isatty() and terminal.environ.get("TERM") != "dumb"
        self._done = 0
        self._drawn = clock()
        self._width = 0

    def __enter__(self) -> ProgressBar:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        if self._width:
            self._terminal.err.write("\r\x1b[K")
            self._terminal.err.flush()

    def add(self, size: int) -> None:
        """Count some more bytes; draws at most ten times a second."""
        self._done += size
        if self._shown and self._clock() - self._drawn >= _EVERY:
            self._drawn = self._clock()
            self._draw()

    def _draw(self) -> None:
        done = self._done // _MB
        if self._total:
            part = min(1.0, self._done / self._total)
            filled = "#" * round(part * _WIDTH)
            words = self._terminal.say("cli.generate.reading", percent=round(part * 100), done=done)
            text = f"[{filled.ljust(_WIDTH, '.')}] {words}"
        else:
            text = self._terminal.say("cli.generate.reading-stream", done=done)
        self._width = len(text)
        self._terminal.err.write(f"\r\x1b[K{text}")
        self._terminal.err.flush()
