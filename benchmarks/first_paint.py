"""First paint of the app against an empty Textual app's, and the start of a command without a screen."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from statistics import median

from benchmarks.pty_session import PtySession

ROUNDS = 9
EXERCISE = "evaluation/deny-wins"
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("--version",),
    ("--help",),
    ("doctor",),
    ("progress",),
    ("explain", "acme", "--as", "user/dev", "--do", "s3:GetObject", "--on", "arn:aws:s3:::acme-reports/q3.csv"),
    ("grade", EXERCISE, f"exercises/{EXERCISE}/solution"),
)


def main() -> None:
    """Print milliseconds from start to first paint, in turn, and the ratio."""
    with tempfile.TemporaryDirectory() as home:
        # Bytecode is kept, as an installed program has it, whatever this shell says.
        kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": f"{home}/bytecode"}
        environment = {"IAMTUTOR_HOME": f"{home}/profile", "TEXTUAL_ANIMATIONS": "none", **kept}
        app = [sys.executable, "-m", "iamtutor", "--lang", "en"]
        empty = [sys.executable, "-m", "benchmarks.empty_app"]
        figures: dict[str, list[float]] = {"app": [], "empty": []}
        _paint(app, environment, "iamtutor")  # the first start writes the index of the course, and bytecode
        _paint(empty, environment, "painted")
        for _ in range(ROUNDS):
            figures["empty"].append(_paint(empty, environment, "painted"))
            figures["app"].append(_paint(app, environment, "iamtutor"))
        ours, theirs = median(figures["app"]), median(figures["empty"])
        print(f"first paint: app {ours:.0f} ms, empty Textual app {theirs:.0f} ms, ratio {ours / theirs:.2f}")
        yardstick = _start("-c", "import pydantic", environment=environment)
        print(f"import pydantic: {yardstick:.0f} ms; commands without a screen, of which 100 ms more are allowed:")
        for command in COMMANDS:
            figure = _start("-m", "iamtutor", *command, environment=environment)
            print(f"  {' '.join(command[:2]):30} {figure:.0f} ms, {figure - yardstick:+.0f}")


def _paint(command: list[str], environment: dict[str, str], text: str) -> float:
    with PtySession(command, environment) as session:
        return (session.wait_for(text) - session.started) * 1000


def _start(*arguments: str, environment: Mapping[str, str]) -> float:
    """The median time of a whole call; what it answers does not matter, that it answers does."""
    figures = []
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        done = subprocess.run(
            [sys.executable, *arguments], check=False, capture_output=True, env={**os.environ, **environment}
        )
        figures.append((time.perf_counter() - start) * 1000)
        assert done.returncode in (0, 1), done.stderr.decode()
    return median(figures[1:])
