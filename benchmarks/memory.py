"""Memory of the app after many actions: every lesson and exercise is opened in turn, read, written, submitted, traced.

The app runs without a terminal in a process of its own; an action is one key or one place opened. What grows with the
course (a policy read once, a service of the catalogue) is there after the first round; what grows with use would show
between the marks.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.pilot import Pilot

    from iamtutor.tui.app import TutorApp

MARKS = (500, 1000, 1500, 2000)
LIMIT, GROWTH = 150, 1.05


def main() -> None:
    """Print the resident memory at each mark, and what of it grew."""
    with tempfile.TemporaryDirectory() as home:
        command = [sys.executable, "-m", "benchmarks.memory", "--run", home]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
    print(done.stdout, end="")
    if done.returncode:
        print(done.stderr[-3000:])


def resident() -> float:
    """Megabytes of this process in memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


async def actions(app: TutorApp, pilot: Pilot[None]) -> AsyncIterator[str]:
    """One action after the other, for ever."""
    from iamtutor.tui.stop import Playground, Quiz, Stop

    async def press(*keys: str) -> AsyncIterator[str]:
        for key in keys:
            await pilot.press(key)
            yield key

    while True:
        for lesson in app.outline().lessons:
            await _closed(app, pilot)
            app.open_lesson(lesson.id)
            await pilot.pause()
            yield "lesson"
            async for key in press("pagedown", "pagedown", "ctrl+n", "pagedown", "f4", "f4", "f4", "ctrl+l", "ctrl+l"):
                yield key
            for exercise in lesson.exercises:
                app.open_exercise(exercise.id)
                await pilot.pause()
                yield "exercise"
                keys = (
                    "ctrl+t",
                    "down",
                    "down",
                    "end",
                    "x",
                    "y",
                    "backspace",
                    "backspace",
                    "f2",
                    "f3",
                    "f5",
                    "f3",
                    "ctrl+r",
                )
                async for key in press(*keys, "escape", "f1", "escape"):
                    yield key
            await _closed(app, pilot)
            app.open_stop(Stop(quiz=Quiz(lesson.id, 3)))
            await pilot.pause()
            yield "quiz"
            async for key in press("1", "enter", "enter", "2", "enter", "enter"):
                yield key
        await _closed(app, pilot)
        app.open_stop(Stop(playground=Playground()))
        await pilot.pause()
        yield "playground"
        for number in "123456":
            async for key in press("ctrl+n", number, "end", "x", "backspace", "f3", "f3"):
                yield key


async def _closed(app: TutorApp, pilot: Pilot[None]) -> None:
    """Back to the home screen."""
    while len(app.screen_stack) > 2:
        app.pop_screen()
        await pilot.pause()


async def measured(home: str) -> None:
    """Run the actions and print a line at each mark."""
    from functools import cache

    from iamtutor.cli.installed import installed_catalog
    from iamtutor.course import content_root
    from iamtutor.study import Profile, system_clock
    from iamtutor.tui import Surroundings, make_app

    with Profile.open(Path(home), system_clock) as profile:
        profile.settings.put("welcomed", "yes")
        app = make_app(Surroundings(*content_root(), profile, system_clock, 1, cache(installed_catalog)), "ko")
        figures: dict[int, float] = {}
        kinds: dict[int, Counter[str]] = {}
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            print(f"  started: {resident():.0f} MB", flush=True)
            count = 0
            async for _ in actions(app, pilot):
                count += 1
                if count in MARKS:
                    await app.workers.wait_for_complete()
                    gc.unfreeze()
                    gc.collect()
                    figures[count] = resident()
                    kinds[count] = Counter(type(each).__qualname__ for each in gc.get_objects())
                    print(f"  after {count:,} actions: {figures[count]:.0f} MB", flush=True)
                if count >= MARKS[-1]:
                    break
        ratio = figures[2000] / figures[1000]
        print(
            f"  2,000 against 1,000: {ratio:.3f} (goal ≤ {GROWTH}); after 2,000 {figures[2000]:.0f} MB (goal ≤ {LIMIT})"
        )
        grown = kinds[2000] - kinds[1000]
        print("  objects more: " + ", ".join(f"{name} {number:,}" for name, number in grown.most_common(12)))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--run", metavar="HOME", required=True)
    asyncio.run(measured(parser.parse_args().run))
