"""The glossary over a screen: terms in view first, found in both languages, a way to the lesson."""

from __future__ import annotations

from iamtutor.study import Profile
from iamtutor.tui.screens.glossary import GlossaryScreen
from iamtutor.tui.screens.glossary.rows import TermRows
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from tests.tui.conftest import DENY_WINS, STEP, Running, Starter, clock, settled


def in_hand(running: Running) -> str:
    term = running.app.screen.query_one(TermRows).term
    return "" if term is None else term.id


async def test_terms_in_view_come_first_and_lead_to_their_lesson(start: Starter) -> None:
    async with start("ko", (80, 24), STEP) as running:
        await running.press("ㅎ")  # g, with a Korean input method on
        assert isinstance(running.app.screen, GlossaryScreen)
        assert "이 화면의 용어" in running.text
        assert in_hand(running) == "implicit-deny"
        await running.press("down", "down")
        assert in_hand(running) == "managed-policy"
        await running.press("enter")  # no lesson is about it
        assert isinstance(running.app.screen, GlossaryScreen)
        await running.write("EXPLICIT")
        assert in_hand(running) == "explicit-deny"
        await running.press("enter")
        screen = running.app.screen
        assert isinstance(screen, WorkbenchScreen)
        assert screen.desk is not None
        assert screen.desk.sheet.step == "summary"


async def test_a_term_is_marked_where_it_first_stands_and_opens_by_a_click(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    profile.settings.reading = "en"
    async with start("en", (120, 36), STEP, profile) as running:
        screen = running.app.screen
        assert isinstance(screen, WorkbenchScreen)
        marked = [
            (number, span)
            for number, line in enumerate(screen.text._lines)
            for span in line.spans
            if "open_glossary" in str(getattr(span.style, "meta", ""))
        ]
        assert len(marked) == 1
        number, span = marked[0]
        assert screen.text._lines[number].plain[span.start : span.end] == "implicitly denied"
        await running.pilot.click("#text", offset=(screen.text.gutter.left + span.start, number + 1))
        await settled(running.pilot)
        assert isinstance(running.app.screen, GlossaryScreen)
        assert in_hand(running) == "implicit-deny"
        await running.press("escape")
        assert running.app.screen is screen


async def test_a_letter_typed_in_an_editor_or_found_from_home(start: Starter) -> None:
    async with start("en", (120, 36), DENY_WINS) as running:
        screen = running.app.screen
        assert isinstance(screen, WorkbenchScreen)
        await running.press("ctrl+t", "g")
        assert screen.editor is not None
        assert screen.editor.text.startswith("g")
        await running.press("escape", "escape")
        assert isinstance(running.app.screen, HomeScreen)
        await running.press("g", "down")
        assert in_hand(running) == "explicit-deny"
