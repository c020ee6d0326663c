"""The app as a whole: settings, the first minutes, faults, windows too small, two apps with one profile."""

from __future__ import annotations

import asyncio
import gc
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
from textual import work
from textual._styles_cache import StylesCache

import iamtutor.tui.app
from iamtutor.study import Profile
from iamtutor.tui import Surroundings, make_app
from iamtutor.tui.app import TutorApp
from iamtutor.tui.forgetting import forget_gone
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.help import HelpScreen
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.settings import SettingsScreen
from iamtutor.tui.screens.small import TooSmall
from iamtutor.tui.screens.welcome import WelcomeScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.settings import SETTINGS
from iamtutor.words import Lang
from tests.tui.conftest import CONTENT, DENY_WINS, STEP, Running, Starter, clock, settled

SIZES = [(80, 24), (120, 36)]
LANGS: list[Lang] = ["ko", "en"]
PAGES: dict[str, tuple[str, ...]] = {
    "language": (),
    "panes": ("1", "ctrl+t"),
    "write": ("1", "ctrl+n"),
    "why": ("1", "ctrl+n", "ctrl+n", "down"),
    "keys": ("1", "ctrl+n", "ctrl+n", "ctrl+n", "f1", "escape"),
    "begin": ("1", "ctrl+n", "ctrl+n", "ctrl+n", "ctrl+n"),
}


# pictures


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", LANGS)
async def test_first_minutes_page_by_page(
    start: Starter, same_as_snapshot: Callable[[str, str], None], lang: Lang, size: tuple[int, int]
) -> None:
    keys = ("1" if lang == "ko" else "2", "ctrl+t")
    async with start(lang, size, welcome=True) as running:
        for page, pressed in {
            "language": (),
            "panes": keys,
            "write": ("ctrl+n",),
            "why": ("ctrl+n", "down"),
            "keys": ("ctrl+n", "f1", "escape"),
            "begin": ("ctrl+n",),
        }.items():
            await running.press(*pressed)
            same_as_snapshot(f"welcome-{page}-{lang}-{size[0]}x{size[1]}", running.text)
        await running.press("4", "comma")
        same_as_snapshot(f"settings-{lang}-{size[0]}x{size[1]}", running.text)


# settings


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_setting_has_its_words(setting: object) -> None:
    wanted = [setting.name, setting.about, *map(setting.shown, setting.values)]  # type: ignore[attr-defined]
    assert [each for each in wanted if each not in MESSAGES] == []


async def test_settings_count_at_once_and_are_kept(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("ko", profile=profile, stop=STEP) as running:
        await running.app.run_action("app.settings")
        await running.pilot.pause()
        assert isinstance(running.app.screen, SettingsScreen)
        await running.press("right")
        assert "Fault reports" in running.text
        await running.press(
            "down", "right", "down", "ㅣ", "down", "enter", "down", "right", "down", "space", "down", "left"
        )
        kept = {setting.key: profile.settings.get(setting.key) for setting in SETTINGS}
        assert kept == {
            "language": "en",
            "reading": "both",
            "theme": "hanji",
            "marking": "all",
            "completion": "asked",
            "animations": "off",
            "report": "full",
        }
        assert (running.app.theme, running.app.animation_level) == ("hanji", "none")
        await running.press("escape")
        assert isinstance(running.app.screen, WorkbenchScreen)
        assert running.app.screen.text.mode == "both"
        assert {editor.marking for editor in running.app.screen.editors} == {"all"}


async def test_settings_by_mouse(start: Starter) -> None:
    async with start("en") as running:
        await running.press("comma")
        row = next(line for line in running.text.splitlines() if "Lacquer" in line)
        left = running.app.screen.query_one("#settings").region.x
        await running.click("#settings", (row.index("Lacquer") - left, 3))
        assert running.app.theme == "lacquer"
        await running.click("#settings", (4, 8))
        assert isinstance(running.app.screen, WelcomeScreen)


# the first minutes


async def test_first_minutes_once_and_skipped_at_once(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", profile=profile, welcome=True) as running:
            assert isinstance(running.app.screen, WelcomeScreen)
            await running.press("escape")
            assert isinstance(running.app.screen, HomeScreen)
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", profile=profile, welcome=True) as running:
            assert isinstance(running.app.screen, HomeScreen)
            await running.press("comma", "end", "up", "up", "enter")
            assert isinstance(running.app.screen, WelcomeScreen)


async def test_nobody_with_progress_or_on_the_way_elsewhere_is_stopped(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", profile=profile, welcome=True, stop=DENY_WINS) as running:
        assert isinstance(running.app.screen, WorkbenchScreen)
    async with start("en", profile=profile, welcome=True) as running:
        assert isinstance(running.app.screen, HomeScreen)


async def test_first_minutes_by_keys(start: Starter) -> None:
    async with start("ko", welcome=True) as running:
        screen = running.app.screen
        assert isinstance(screen, WelcomeScreen)
        await running.press("2")
        assert running.app.lang == "en"
        await running.press("ctrl+t", "ctrl+t", "ctrl+t")
        assert screen.page.is_done
        await running.press("ctrl+n")
        await running.write("s3:*")
        assert "Now deleting is allowed" in running.text
        await running.press("backspace")
        await running.write("GetObject")
        assert "Requests 2/2" in running.text
        assert screen.page.is_done
        await running.press("ctrl+n", "down")
        assert "s3:DeleteObject → acme-reports" in running.text
        assert screen.page.is_done
        await running.press("ctrl+n", "f1")
        assert isinstance(running.app.screen, HelpScreen)
        await running.press("escape", "ctrl+p", "escape")
        assert screen.page.is_done
        await running.press("ctrl+n", "2")
        assert isinstance(running.app.screen, WorkbenchScreen)


async def test_first_minutes_by_mouse(start: Starter) -> None:
    async with start("en", (80, 24), welcome=True) as running:
        screen = running.app.screen
        assert isinstance(screen, WelcomeScreen)
        await running.click("#offers", (5, 1))
        for pane in ("text", "editor", "results"):
            await running.click(f"#pane-{pane}", (3, 2))
        assert screen.page.is_done
        await running.click("#on")
        await running.click("#offer-0")
        assert screen.page.is_done
        await running.click("#on")
        await running.click("#requests", (5, 4))
        assert screen.page.is_done
        await running.click("#on")
        await running.click("#on")
        await running.click("#offers", (5, 4))
        assert isinstance(running.app.screen, HomeScreen)


# faults


class Failing(TutorApp):
    """An app with a worker and handlers that raise."""

    CSS_PATH = Path(iamtutor.tui.app.__file__).with_name("app.tcss")

    @work(thread=True)
    def fail_in_worker(self) -> None:
        raise ValueError("sec" + "ret")

    def action_fail(self) -> None:
        raise AttributeError("no such thing")


async def failing(profile: Profile) -> Failing:
    app = Failing(Surroundings(CONTENT / "lessons", CONTENT / "exercises", profile, clock, 7), "en", DENY_WINS)
    app.goes_on = True
    return app


async def test_a_fault_is_told_and_the_app_goes_on(tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        app = await failing(profile)
        async with app.run_test(size=(120, 36), notifications=True) as pilot:
            await settled(pilot)
            running = Running(app, pilot)
            worker = app.fail_in_worker()
            for _ in range(50):  # on a busy machine the word takes its time
                await pilot.pause(0.1)
                if "Something went wrong" in running.text:
                    break
            assert worker.is_finished
            assert "Something went wrong" in running.text
            reports = sorted((tmp_path / "reports").iterdir())
            text = reports[0].read_text("utf-8")
            assert "ValueError: (its words are left out)" in text
            assert "fail_in_worker" in text
            assert "at: WorkbenchScreen" in text
            assert "secret" not in text
            assert "acme-reports" not in text
            # a handler of the app, of the screen and of a widget: each goes on hearing afterwards
            app.clear_notifications()
            for pump in (app, app.screen, app.screen.query_one("#requests")):
                heard: list[str] = []

                def fail(pump: object = pump) -> None:
                    raise LookupError(str(pump))

                pump.call_later(fail)
                await pilot.pause()
                pump.call_later(heard.append, "again")
                await pilot.pause()
                assert heard == ["again"]
            await running.press("ctrl+t")
            await running.write("x")
            assert isinstance(app.screen, WorkbenchScreen)
            assert app.screen.editor is not None
            assert app.screen.editor.text.startswith("x")
        assert app.return_code in (0, None)


async def test_a_message_handler_that_raises(tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        profile.settings.put("report", "full")
        app = await failing(profile)
        async with app.run_test(size=(120, 36), notifications=True) as pilot:
            await settled(pilot)
            app.screen.call_later(app.action_fail)
            await pilot.pause()
            running = Running(app, pilot)
            assert "Something went wrong" in running.text
            text = next((tmp_path / "reports").iterdir()).read_text("utf-8")
            assert "AttributeError: no such thing" in text
            assert '"Statement"' in text
            await running.press("escape")
            assert isinstance(app.screen, HomeScreen)


async def test_faults_without_end_end_the_app_with_one_line(tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        app = await failing(profile)
        async with app.run_test(size=(80, 24)) as pilot:
            await settled(pilot)
            for _ in range(10):
                app.screen.call_later(app.action_fail)
            await asyncio.sleep(0.5)
        assert app.return_code == 1
        assert len(list((tmp_path / "reports").iterdir())) <= 20


# windows and neighbours


async def test_a_window_too_small_says_so_and_goes_on(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        await running.pilot.resize_terminal(50, 12)
        await settled(running.pilot)
        assert isinstance(running.app.screen, TooSmall)
        assert "Now 50×12; it goes on at 60×15" in running.text
        await running.press("f1", "ctrl+p")
        assert isinstance(running.app.screen, TooSmall)
        await running.pilot.resize_terminal(60, 15)
        await settled(running.pilot)
        assert isinstance(running.app.screen, WorkbenchScreen)
        await running.write("x")
        assert running.app.screen.editor is not None
        assert running.app.screen.editor.text.startswith("x")


async def test_two_apps_share_settings_drafts_and_progress(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as one, Profile.open(tmp_path, clock) as other:
        apps = [
            make_app(Surroundings(CONTENT / "lessons", CONTENT / "exercises", profile, clock, 7), "en")
            for profile in (one, other)
        ]
        one.settings.put("welcomed", "yes")
        async with apps[0].run_test(size=(120, 36)) as first:
            await settled(first)
            apps[0].open_exercise("evaluation/deny-wins")
            await settled(first)
            await Running(apps[0], first).press("ctrl+t")
            await Running(apps[0], first).write("x")
            apps[0].choose("theme", "porcelain")
            apps[0].choose("language", "ko")
            await Running(apps[0], first).press("escape", "escape")
            async with apps[1].run_test(size=(120, 36)) as second:
                await settled(second)
                running = Running(apps[1], second)
                apps[1].open_exercise("evaluation/deny-wins")
                await settled(second)
                assert isinstance(apps[1].screen, WorkbenchScreen)
                assert apps[1].screen.editor is not None
                assert apps[1].screen.editor.text.startswith("x")
                await running.press("escape")
                assert (apps[1].theme, apps[1].lang) == ("porcelain", "ko")
                assert "◐" in running.text


# memory


async def test_a_workbench_that_was_left_is_let_go(start: Starter) -> None:
    async with start("en") as running:
        seen: list[weakref.ref[object]] = []
        for stop in (DENY_WINS, STEP, DENY_WINS):
            running.app.open_stop(stop)
            await settled(running.pilot)
            seen.append(weakref.ref(running.app.screen))
            await running.press("escape")
        assert isinstance(running.app.screen, HomeScreen)
        forget_gone(running.app)
        assert StylesCache.get_inner_outer.cache_info().currsize == 0
        gc.unfreeze()
        gc.collect()
        assert [ref() for ref in seen[:2]] == [None, None]
        await running.press("l")  # who is still there goes on hearing
        assert "이어서 하기" in running.text
