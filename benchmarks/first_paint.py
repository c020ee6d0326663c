"""First paint of the app against an empty Textual app's, and the start of a command without a screen."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from statistics import median

from benchmarks.pty_session import PtySession

ROUNDS = 9


def main() -> None:
    """Print milliseconds from start to first paint, in turn, and the ratio."""
    with tempfile.TemporaryDirectory() as home:
        environment = {"IAMTUTOR_HOME": home, "TEXTUAL_ANIMATIONS": "none"}
        app = [sys.executable, "-m", "iamtutor", "--lang", "en"]
        empty = [sys.executable, "-m", "benchmarks.empty_app"]
        figures: dict[str, list[float]] = {"app": [], "empty": []}
        _paint(app, environment, "iamtutor")  # the first start writes the index of the course
        for _ in range(ROUNDS):
            figures["empty"].append(_paint(empty, environment, "painted"))
            figures["app"].append(_paint(app, environment, "iamtutor"))
        ours, theirs = median(figures["app"]), median(figures["empty"])
        print(f"first paint: app {ours:.0f} ms, empty Textual app {theirs:.0f} ms, ratio {ours / theirs:.2f}")
        plain = median(_start([sys.executable, "-m", "iamtutor", "--version"]) for _ in range(ROUNDS))
        yardstick = median(_start([sys.executable, "-c", "import pydantic"]) for _ in range(ROUNDS))
        print(f"a command without a screen: {plain:.0f} ms, import pydantic {yardstick:.0f} ms")


def _paint(command: list[str], environment: dict[str, str], text: str) -> float:
    with PtySession(command, environment) as session:
        return (session.wait_for(text) - session.started) * 1000


def _start(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return (time.perf_counter() - start) * 1000
