"""The app around the screens: language, keys of a Korean keyboard, palette, help, start-up."""

from __future__ import annotations

import subprocess
import sys

import pytest
from textual.command import CommandPalette

from iamtutor.study import Profile
from iamtutor.tui.commands import BY_ID
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.help import HelpScreen
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.quiz import QuizScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.stop import Quiz, Stop
from iamtutor.words import missing
from tests.tui.conftest import DENY_WINS, STEP, Starter, clock


def test_every_message_is_there_in_both_languages() -> None:
    assert not missing(MESSAGES)


@pytest.mark.parametrize("command", BY_ID.values(), ids=list(BY_ID))
def test_every_command_has_its_words(command: object) -> None:
    assert command.label in MESSAGES  # type: ignore[attr-defined]
    assert command.about in MESSAGES  # type: ignore[attr-defined]


async def test_language_switches_while_running_and_is_remembered(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("ko", profile=profile) as running:
        assert "이어서 하기" in running.text
        await running.press("l")
        assert "Continue" in running.text
        assert "이어서 하기" not in running.text
    assert profile.settings.language == "en"


@pytest.mark.parametrize(("key", "twin"), [("l", "ㅣ"), ("q", "ㅂ"), ("c", "ㅊ"), ("t", "ㅅ")])
async def test_single_letters_work_with_a_korean_input_method_on(start: Starter, key: str, twin: str) -> None:
    async with start("ko") as running:
        await running.press(key)
        by_letter = running.text, running.app.theme
    async with start("ko") as running:
        await running.press(twin)
        assert (running.text, running.app.theme) == by_letter


async def test_language_on_the_workbench_changes_words_and_keeps_what_was_written(start: Starter) -> None:
    async with start("ko", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        await running.write("x")
        await running.press("ctrl+l")
        assert "Submit" in running.text
        assert isinstance(running.app.screen, WorkbenchScreen)
        assert running.app.screen.editor is not None
        assert running.app.screen.editor.text.startswith("x")


async def test_help_lists_the_keys_of_the_screen_below(start: Starter) -> None:
    async with start("ko", stop=STEP) as running:
        await running.press("f1")
        assert isinstance(running.app.screen, HelpScreen)
        assert "평가 과정" in running.text
        await running.press("escape")
        assert isinstance(running.app.screen, WorkbenchScreen)


async def test_palette_finds_places_by_name(start: Starter) -> None:
    async with start("en") as running:
        await running.press("ctrl+p")
        assert isinstance(running.app.screen, CommandPalette)
        await running.write("always wins")
        await running.finds("always wins")
        await running.press("down", "enter")
        assert isinstance(running.app.screen, WorkbenchScreen)


async def test_a_quiz_across_the_course_from_the_palette(start: Starter) -> None:
    async with start("en") as running:
        await running.press("ctrl+p")
        await running.write("quiz all")
        await running.finds("quiz")
        await running.press("down", "enter")
        assert isinstance(running.app.screen, QuizScreen)
        assert "All lessons" in running.text
        assert "1/4" in running.text


@pytest.mark.parametrize(
    ("quiz", "head"), [(Quiz(count=1), ("모든 레슨에서", "1/1")), (Quiz("evaluation-logic"), ("정책 평가 로직", "1/4"))]
)
async def test_the_app_opens_at_a_quiz(start: Starter, quiz: Quiz, head: tuple[str, str]) -> None:
    async with start("ko", stop=Stop(quiz=quiz)) as running:
        assert isinstance(running.app.screen, QuizScreen)
        assert [each for each in head if each not in running.text] == []
        await running.press("escape")
        assert isinstance(running.app.screen, HomeScreen)


async def test_quiz_by_keys_with_undo(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", profile=profile) as running:
        await running.press("q")
        screen = running.app.screen
        assert isinstance(screen, QuizScreen)
        await running.press("1", "enter")
        assert "✓0 ✗1" in running.text
        await running.press("u")
        assert "✓0 ✗0" in running.text
        await running.press("2", "3", "enter")
        assert "✓1 ✗0" in running.text
        assert "no order" in running.text
        await running.press("enter")
        assert [answer.correct for answer in profile.answers.last().values()] == [True]


def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    code = (
        "import sys, tempfile, pathlib, asyncio, json\n"
        "from datetime import datetime, UTC\n"
        "from iamtutor.study import Profile\n"
        "from iamtutor.tui import Surroundings, make_app\n"
        "root = pathlib.Path(tempfile.mkdtemp())\n"
        "(root / 'index.json').write_text(json.dumps({'format': 1, 'lessons': [], 'exercises': {}}))\n"
        "clock = lambda: datetime(2026, 11, 23, tzinfo=UTC)\n"
        "for welcomed in (None, 'yes'):\n"
        "    profile = Profile.in_memory(clock)\n"
        "    profile.settings.put('welcomed', welcomed)\n"
        "    app = make_app(Surroundings(root / 'lessons', root / 'exercises', profile, clock, 1), 'ko')\n"
        "    async def main():\n"
        "        async with app.run_test(size=(80, 24)) as pilot:\n"
        "            await pilot.pause()\n"
        "            assert app.screen.query_one('#map' if welcomed else '#offers')\n"
        "    asyncio.run(main())\n"
        "print([name for name in ('pydantic', 'yaml', 'markdown_it') if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
