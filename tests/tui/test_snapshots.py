"""Every screen as text, at two sizes and in two languages: what one sees, readable in a diff."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from iamtutor.study import Profile
from iamtutor.tui.stop import Playground, Stop
from iamtutor.words import Lang
from tests.tui.conftest import CLEAN, DENY_WINS, PREDICT, STEP, Starter, clock

SIZES = [(80, 24), (120, 36)]
LANGS: list[Lang] = ["ko", "en"]
PAGE = Stop("managed-and-inline", "two-places")
PLAY = Stop(playground=Playground())
VIEWS: dict[str, tuple[Stop | None, tuple[str, ...]]] = {
    "home": (None, ()),
    "lesson": (STEP, ()),
    "lesson-both": (STEP, ()),
    "lesson-changed": (STEP, ("ctrl+t", *["down"] * 6, "end", *["left"] * 3, "x", "escape")),
    "lesson-trace": (STEP, ("right", "right", "enter")),
    "lesson-questions": (PAGE, ("1", "3")),
    "lesson-answered": (PAGE, ("1", "3", "enter", "pagedown", "1", "6")),
    "glossary": (STEP, ("g",)),
    "glossary-found": (STEP, ("g", *"deny")),
    "exercise": (DENY_WINS, ("ctrl+t",)),
    "exercise-error": (DENY_WINS, ("ctrl+t", "down", "end", "comma", "up")),
    "exercise-submitted": (DENY_WINS, ("f2", "f5")),
    "findings": (CLEAN, ("ctrl+t", *["down"] * 24)),
    "findings-list": (CLEAN, ("ctrl+t", "ctrl+r")),
    "trace": (DENY_WINS, ("f3",)),
    "predict": (PREDICT, ("ctrl+t", "3")),
    "quiz": (None, ("q",)),
    "quiz-answered": (None, ("q", "1", "enter")),
    "reset": (DENY_WINS, ("f8",)),
    "solution": (DENY_WINS, ("f9", "y", "y")),
    "palette": (DENY_WINS, ("ctrl+p",)),
    "help": (DENY_WINS, ("f1",)),
    "playground": (PLAY, ()),
    "playground-trace": (PLAY, ("ctrl+n", "3", "f3")),
    "playground-error": (PLAY, ("x", "down")),
    "playground-kind": (PLAY, ("f4",)),
    "playground-examples": (PLAY, ("ctrl+n",)),
    "playground-checks": (PLAY, ("ctrl+n", "6", "f5", "s", "3", ":", "asterisk")),
    "playground-help": (PLAY, ("f1",)),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", VIEWS)
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], view: str, lang: Lang, size: tuple[int, int]
) -> None:
    stop, keys = VIEWS[view]
    profile = Profile.in_memory(clock)
    profile.settings.reading = "both" if view.endswith("-both") else lang
    async with start(lang, size, stop, profile) as running:
        await running.press(*keys)
        await running.rest()
        text = running.text
    assert max(cell_len(line) for line in text.splitlines()) <= size[0]
    same_as_snapshot(f"{view}-{lang}-{size[0]}x{size[1]}", text)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("view", ["home", "exercise-submitted", "lesson-both"])
async def test_at_ease_on_a_wide_screen(
    start: Starter, same_as_snapshot: Callable[[str, str], None], view: str, lang: Lang
) -> None:
    stop, keys = VIEWS[view]
    profile = Profile.in_memory(clock)
    profile.settings.reading = "both" if view.endswith("-both") else lang
    async with start(lang, (200, 60), stop, profile) as running:
        await running.press(*keys)
        await running.rest()
        same_as_snapshot(f"{view}-{lang}-200x60", running.text)


@pytest.mark.parametrize("lang", LANGS)
async def test_a_window_too_small(start: Starter, same_as_snapshot: Callable[[str, str], None], lang: Lang) -> None:
    async with start(lang, (50, 12)) as running:
        same_as_snapshot(f"too-small-{lang}-50x12", running.text)


@pytest.mark.parametrize("lang", LANGS)
async def test_three_columns_when_wide(
    start: Starter, same_as_snapshot: Callable[[str, str], None], lang: Lang
) -> None:
    profile = Profile.in_memory(clock)
    profile.settings.reading = "both"
    async with start(lang, (160, 45), STEP, profile) as running:
        same_as_snapshot(f"lesson-both-{lang}-160x45", running.text)
