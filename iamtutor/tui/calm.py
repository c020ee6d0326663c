"""An app that goes on after a fault of its own: it says so calmly, says where the report lies, and nothing is lost.

Textual ends the app at the first exception that nobody caught, and there is no public way to decide otherwise: hence
the two private names here, `App._handle_exception`, which hears of every exception, and `MessagePump._dispatch_message`,
after whose exception a widget would hear of nothing any more. A test holds both to what they do.
"""

from __future__ import annotations

import os
from collections import deque
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from rich.text import Text
from textual._context import NoActiveAppError
from textual.message_pump import MessagePump
from textual.worker import WorkerFailed

from iamtutor.tui.speaking import SpeakingApp, say

if TYPE_CHECKING:
    from textual.message import Message

    from iamtutor.tui.report import Fault

AT_MOST: Final = 8
WITHIN: Final = 3.0
"""So many faults in so few seconds are no accident any more: the app ends, with one line."""
QUIET: Final = 10.0
"""Seconds in which the same fault is not told again."""


class CalmApp(SpeakingApp):
    """Reports what went wrong and goes on. Without a terminal (in tests) an exception ends the run, as Textual does."""

    def __init__(self) -> None:
        super().__init__()
        self.goes_on: bool | None = None
        """Whether to go on after a fault; None: where there is somebody at a terminal."""
        self._faults: deque[float] = deque(maxlen=AT_MOST)
        self._told: dict[str, float] = {}
        self._gave_up = False

    def write_report(self, fault: Fault) -> Path | None:
        """Write a report where the learner can find it; None where nothing can be written."""
        raise NotImplementedError

    @property
    def _is_calm(self) -> bool:
        if os.environ.get("IAMTUTOR_TRACEBACK"):
            return False
        return not self.is_headless if self.goes_on is None else self.goes_on

    def _handle_exception(self, error: Exception) -> None:
        if not self._is_calm or self._exit:
            super()._handle_exception(error)
            return
        cause = error.error if isinstance(error, WorkerFailed) else error
        path = self._reported(cause)
        now = monotonic()
        self._faults.append(now)
        hopeless = len(self._faults) == AT_MOST and now - self._faults[0] < WITHIN
        if hopeless or not self.is_running or len(self.screen_stack) < 2:
            if not self._gave_up:
                self._gave_up = True
                self._return_code = 1
                self.panic(Text(self._words("tui.fault-ends", path), overflow="ignore", no_wrap=True))
        elif not self._told_lately(cause, now):
            title = say(self, "tui.fault-title")
            words = self._words("tui.fault", path)
            self.notify(words, title=title, severity="error", timeout=20, markup=False)

    def _words(self, message: str, path: Path | None) -> str:
        where = say(self, "tui.fault-report", path=str(path)) if path is not None else say(self, "tui.fault-unwritten")
        return f"{say(self, message)} {where}"

    def _reported(self, error: BaseException) -> Path | None:
        from iamtutor.tui.report import Fault

        screen = self.screen_stack[-1] if self.screen_stack else None
        focused = screen.focused if screen is not None else None
        texts = [
            (f"{type(each).__name__} {each.id or ''}".rstrip(), str(each.text))
            for each in (screen.query("PolicyEditor").results() if screen is not None else ())
            if hasattr(each, "text")
        ]
        facts = (
            ("focus", type(focused).__name__),
            ("size", f"{self.size.width}x{self.size.height}"),
            ("language", self.lang),
            ("theme", self.theme),
            ("terminal", f"{os.environ.get('TERM', '-')} {os.environ.get('COLORTERM', '-')}"),
        )
        try:
            return self.write_report(Fault(error, type(screen).__name__, facts, tuple(texts)))
        except Exception:  # whatever goes wrong here must not hide what went wrong before
            return None

    def _told_lately(self, error: BaseException, now: float) -> bool:
        trace = error.__traceback__
        while trace is not None and trace.tb_next is not None:
            trace = trace.tb_next
        key = f"{type(error)} {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
        lately = now - self._told.get(key, -QUIET) < QUIET
        self._told[key] = now
        return lately


_dispatch = MessagePump._dispatch_message


async def _calmly(self: MessagePump, message: Message) -> Any:
    """Dispatch a message; where its handler fails in an app that goes on, so does the one whose handler it was."""
    try:
        return await _dispatch(self, message)
    except Exception as error:
        try:
            app = self.app
        except NoActiveAppError:
            app = None
        if not isinstance(app, CalmApp) or not app._is_calm or not app.is_running:
            raise
        app._handle_exception(error)


MessagePump._dispatch_message = _calmly  # type: ignore[method-assign]
