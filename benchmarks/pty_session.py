"""A program on a terminal of its own: write keys, wait until something is painted."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

# What moves and colours is taken out, so that a waited-for text is found however it is painted.
_CONTROLS = re.compile(rb"\x1b\[[0-9;?<>=]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[()][A-Z0-9]|\x1b[=>]")


class PtySession:
    """A running program; `columns` and `rows` are the size of its terminal."""

    def __init__(
        self, command: Sequence[str], environment: Mapping[str, str], *, columns: int = 120, rows: int = 36
    ) -> None:
        self._terminal, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            stdin=inner,
            stdout=inner,
            stderr=inner,
            env={**os.environ, **environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            start_new_session=True,
        )
        os.close(inner)

    def __enter__(self) -> PtySession:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def press(self, keys: str) -> float:
        """Write keys; the time at which they were written."""
        now = time.perf_counter()
        os.write(self._terminal, keys.encode())
        return now

    def wait_for(self, text: str, *, seconds: float = 20) -> float:
        """The time at which `text` had been painted. Raises TimeoutError."""
        wanted, seen = text.encode(), b""
        limit = time.perf_counter() + seconds
        while time.perf_counter() < limit:
            if select.select([self._terminal], [], [], 0.2)[0]:
                seen += os.read(self._terminal, 65536)
                if wanted in _CONTROLS.sub(b"", seen):
                    return time.perf_counter()
        raise TimeoutError(f"never painted: {text!r}")

    def settle(self, quiet: float = 0.4) -> None:
        """Read until nothing has been painted for so many seconds."""
        while select.select([self._terminal], [], [], quiet)[0]:
            os.read(self._terminal, 65536)
