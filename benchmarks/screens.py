"""Opening of each screen for the first time in a process: until its frame is painted, and until all of it is.

The app runs without a terminal in a process of its own; 150 ms are the goal for a frame, 300 ms for a step's text. What
counts is the time of the thread that paints: a busy machine makes the clock on the wall late, and is told beside it.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.screen import Screen

    from iamtutor.tui.app import TutorApp

FRAME, TEXT = 150, 300
QUIET: Final = 0.4
"""Seconds without a paint after which a screen is at rest."""


def main() -> None:
    """Print milliseconds to the frame and to the last paint, of the painting thread and by the clock."""
    with tempfile.TemporaryDirectory() as home:
        for name in openings():
            command = [sys.executable, "-m", "benchmarks.screens", "--run", home, "--screen", name]
            done = subprocess.run(command, check=False, capture_output=True, text=True)
            print(done.stdout if not done.returncode else f"{name}: {done.stderr[-2000:]}", end="", flush=True)


def openings() -> dict[str, Callable[[TutorApp], object]]:
    """What opens each screen, by its name."""
    from iamtutor.tui.stop import CatalogPlace, Playground, Quiz, SandboxPlace, Stop, WorldPlace

    return {
        "lesson": lambda app: app.open_lesson(app.outline().lessons[0].id),
        "exercise": lambda app: app.open_exercise("evaluation/deny-wins"),
        "quiz": lambda app: app.open_stop(Stop(quiz=Quiz("", 10))),
        "playground": lambda app: app.open_stop(Stop(playground=Playground())),
        "world": lambda app: app.open_stop(Stop(world=WorldPlace())),
        "sandbox": lambda app: app.open_stop(Stop(sandbox=SandboxPlace())),
        "catalogue": lambda app: app.open_stop(Stop(catalog=CatalogPlace())),
        "search": lambda app: app.action_search(),
        "glossary": lambda app: app.action_open_glossary(),
        "settings": lambda app: app.action_settings(),
        "help": lambda app: app.action_help(),
        "palette": lambda app: app.action_command_palette(),
        "welcome": lambda app: app.action_welcome(),
    }


async def _run(home: Path, name: str) -> None:
    from iamtutor.cli.entry import YOUNG
    from iamtutor.cli.installed import installed_catalog
    from iamtutor.course import content_root
    from iamtutor.study import Profile, system_clock
    from iamtutor.tui import Surroundings, make_app

    gc.set_threshold(YOUNG)  # as the command line does
    lessons, exercises = content_root()
    with Profile.open(home, system_clock) as profile:
        profile.settings.put("welcomed", "yes")
        app = make_app(Surroundings(lessons, exercises, profile, system_clock, 1, installed_catalog), "ko")
        paints: list[tuple[Screen[object], float, float]] = []
        shown = app._display

        def display(screen: Screen[object], renderable: object) -> None:
            shown(screen, renderable)  # type: ignore[arg-type]
            if renderable is not None:
                paints.append((screen, time.thread_time(), time.perf_counter()))

        app._display = display  # type: ignore[method-assign]
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            app.ahead.begin_soon()
            await asyncio.sleep(1)
            while app.workers:
                await asyncio.sleep(QUIET)
            await asyncio.sleep(2)
            gc.freeze()
            paints.clear()
            before = app.screen
            worked, clock = time.thread_time(), time.perf_counter()
            openings()[name](app)
            while not paints or time.perf_counter() - paints[-1][2] < QUIET:
                await asyncio.sleep(0.05)
            new = [paint for paint in paints if paint[0] is not before]
            figures = [(1000 * (at[1] - worked), 1000 * (at[2] - clock)) for at in (new[0], new[-1])]
            frame, rest = figures
            late = "" if frame[0] <= FRAME and rest[0] <= TEXT else "   beyond the goal"
            print(
                f"{name:12} frame {frame[0]:4.0f} ms (clock {frame[1]:4.0f})   "
                f"all {rest[0]:4.0f} ms (clock {rest[1]:4.0f}){late}"
            )


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", type=Path)
    parser.add_argument("--screen")
    given = parser.parse_args()
    asyncio.run(_run(given.run, given.screen))
