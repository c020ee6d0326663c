"""Ending when there is nobody left to show anything to: the terminal was closed, or the process was told to go.

A terminal that was hung up reads as empty at once and for ever, so that an app which went on would turn in circles.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.app import App

HUNG_UP: Final = 129
"""The exit status of a process that ended because its terminal did."""
LOOK_EVERY: Final = 1.0
PATIENCE: Final = 10.0
"""Seconds in which the app may end by itself, once it has saved, before the process is ended."""
SAVING: Final = 60.0
"""Seconds in which it may save: on a busy machine its turn may come late, and what was typed must not be lost for that."""


def end_with_terminal(app: App[None]) -> None:
    """From now on the app ends when its terminal does, and saves what was typed; to be called in the app's loop."""
    if sys.platform == "win32":  # there the system ends what ran in a console that was closed
        return
    loop = asyncio.get_running_loop()
    for each in (signal.SIGHUP, signal.SIGTERM):
        loop.add_signal_handler(each, leave, app)
    source = sys.__stdin__
    if source is not None and source.isatty():
        arguments = (app, loop, source.fileno())
        threading.Thread(target=_watch, args=arguments, name="terminal", daemon=True).start()


def leave(app: App[None]) -> None:
    """Save and end; where that does not succeed in time (nothing can be written any more), end the process."""
    deadline(SAVING)
    _save_and_exit(app)


def _save_and_exit(app: App[None]) -> None:
    for screen in app.screen_stack:
        flush = getattr(screen, "flush", None)
        if flush is not None:
            flush()
    deadline(PATIENCE)
    app.exit(return_code=HUNG_UP)


def deadline(seconds: float) -> None:
    """End the process in a while, whatever it is doing then."""
    timer = threading.Timer(seconds, os._exit, (HUNG_UP,))
    timer.daemon = True
    timer.start()


def _watch(app: App[None], loop: asyncio.AbstractEventLoop, terminal: int) -> None:
    """A thread of its own, for the loop may be waiting to write what nobody reads."""
    ended = threading.Event()
    while not ended.wait(LOOK_EVERY):
        if loop.is_closed():
            return
        if not os.isatty(terminal):
            deadline(SAVING)
            loop.call_soon_threadsafe(_save_and_exit, app)
            return
