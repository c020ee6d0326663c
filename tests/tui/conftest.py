"""What the tests of the screen share: a small course, a fixed clock, an app in a terminal of a given size."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import UTC, datetime
from difflib import unified_diff
from pathlib import Path
from time import monotonic
from typing import Any, Protocol

import pytest
from textual.command import Command, CommandList
from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from iamtutor.study import Profile
from iamtutor.tui import Surroundings, make_app
from iamtutor.tui.app import TutorApp
from iamtutor.tui.screens.editing import checking
from iamtutor.tui.screens.editing.checking import Checking
from iamtutor.tui.screens.workbench import screen as workbench
from iamtutor.tui.stop import Stop
from iamtutor.tui.widgets import policy_editor
from iamtutor.words import Lang
from tests.conftest import EVERYTHING

os.environ["TEXTUAL_ANIMATIONS"] = "none"

CONTENT = Path(__file__).parent / "content"
SNAPSHOTS = Path(__file__).parent / "snapshots"
DENY_WINS = Stop(exercise="evaluation/deny-wins")
CLEAN = Stop(exercise="evaluation/clean-policy")
PREDICT = Stop(exercise="evaluation/which-decision")
STEP = Stop("evaluation-logic", "implicit-deny")


def clock() -> datetime:
    """It is always the same morning."""
    return datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def settled(pilot: Pilot[None]) -> None:
    """Wait until workers and the messages they posted are through."""
    quiet = 0
    while quiet < 3:
        await pilot.pause()
        try:
            await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:  # another has taken its place
            continue
        quiet += 1
    await pilot.pause()


class Running:
    """An app under test."""

    def __init__(self, app: TutorApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self.said: list[str] = []
        """Every notice that was given, also those that have gone from the screen."""
        app.notify = self._noticed(app.notify)  # type: ignore[method-assign]

    def _noticed(self, notify: Callable[..., None]) -> Callable[..., None]:
        def noticed(message: str, **how: Any) -> None:
            self.said.append(message)
            notify(message, **how)

        return noticed

    async def until(self, holds: Callable[[], object], seconds: float = 60) -> None:
        """Wait for something to come true, however busy the machine is."""
        limit = monotonic() + seconds
        while not holds():
            if monotonic() > limit:
                pytest.fail(f"it never came to this\n{self.text}")
            await self.pilot.pause(0.02)
            await settled(self.pilot)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await settled(self.pilot)

    async def write(self, text: str) -> None:
        for char in text:
            await self.pilot.press("space" if char == " " else "enter" if char == "\n" else char)
        await settled(self.pilot)

    async def click(self, selector: str, offset: tuple[int, int] = (0, 0)) -> None:
        await self.pilot.click(selector, offset=offset)
        await settled(self.pilot)

    async def finds(self, name: str) -> None:
        """Wait until the palette's first offer is this one."""

        def first() -> str:
            offers = self.app.screen.query_one(CommandList)
            option = offers.get_option_at_index(0) if offers.option_count else None
            return option.hit.text or "" if isinstance(option, Command) else ""

        await self.until(lambda: name.casefold() in first().casefold())

    async def rest(self) -> None:
        """As after a pause: what was written is validated, and what was found in the line in hand is said."""
        screens = [screen for screen in self.app.screen_stack if isinstance(screen, Checking)]
        for screen in screens:
            screen.catch_up()
            screen.check_now()
        await settled(self.pilot)
        for screen in screens:
            screen._release()
        await settled(self.pilot)

    @property
    def text(self) -> str:
        """The screen as text, line by line, without blanks at line ends."""
        lines = (strip.text.rstrip() for strip in self.app.screen._compositor.render_strips())
        return "\n".join(lines) + "\n"


class Starter(Protocol):
    def __call__(
        self,
        lang: Lang = ...,
        size: tuple[int, int] = ...,
        stop: Stop | None = ...,
        profile: Profile | None = ...,
        exercises: Path = ...,
        welcome: bool = ...,
    ) -> AbstractAsyncContextManager[Running]: ...


@pytest.fixture
def start() -> Starter:
    """Starts the app; the profile is new and in memory where none is given. `welcome`: as at the first start."""

    @asynccontextmanager
    async def starting(
        lang: Lang = "en",
        size: tuple[int, int] = (120, 36),
        stop: Stop | None = None,
        profile: Profile | None = None,
        exercises: Path = CONTENT / "exercises",
        welcome: bool = False,
    ) -> AsyncIterator[Running]:
        profile = profile or Profile.in_memory(clock)
        if not welcome:
            profile.settings.put("welcomed", "yes")
        app = make_app(Surroundings(CONTENT / "lessons", exercises, profile, clock, 7), lang, stop)
        async with app.run_test(size=size) as pilot:
            await settled(pilot)
            yield Running(app, pilot)

    return starting


class StoppedClock:
    """The time of day of editors and screens, which goes on only when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def stopped(monkeypatch: pytest.MonkeyPatch) -> StoppedClock:
    """Typing rests only as long as a test says."""
    hand = StoppedClock()
    monkeypatch.setattr(checking, "monotonic", hand)
    monkeypatch.setattr(policy_editor, "monotonic", hand)
    return hand


@pytest.fixture(autouse=True)
def _garbage_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    """Full collections cost half a second in a process that has run a thousand tests; what was frozen would stay for ever."""
    monkeypatch.setattr(workbench, "_set_garbage_apart", lambda: None)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every screen is compared in both languages and at both sizes; the quick form takes one of them."""
    if EVERYTHING or os.environ.get("UPDATE_SNAPSHOTS") or config.getoption("--update-snapshots", default=False):
        return
    left = [item for item in items if _is_the_longer_form(item)]
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left)


def _is_the_longer_form(item: pytest.Item) -> bool:
    callspec = getattr(item, "callspec", None)
    if callspec is None or "same_as_snapshot" not in getattr(item, "fixturenames", ()):
        return False
    pair = callspec.params.get("lang"), callspec.params.get("size")
    if not {"lang", "size"} <= callspec.params.keys() or pair[1] not in ((80, 24), (120, 36)):
        return False
    wide = len(str(callspec.params.get("view", ""))) % 2 == 0
    return pair != (("ko", (120, 36)) if wide else ("en", (80, 24)))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write the text snapshots of the screen anew")


@pytest.fixture
def same_as_snapshot(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a screen with its snapshot, or writes it (`--update-snapshots` or UPDATE_SNAPSHOTS=1)."""
    update = request.config.getoption("--update-snapshots", default=False) or os.environ.get("UPDATE_SNAPSHOTS")

    def compare(name: str, text: str) -> None:
        file = SNAPSHOTS / f"{name}.txt"
        if update:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"no snapshot {file.name}: run with UPDATE_SNAPSHOTS=1"
        lines = unified_diff(
            file.read_text(encoding="utf-8").splitlines(), text.splitlines(), "kept", "now", lineterm=""
        )
        difference = "\n".join(lines)
        assert not difference, f"{name}\n{difference}"

    return compare
