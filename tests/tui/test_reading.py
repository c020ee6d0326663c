"""Reading a lesson: the place that is kept, what can be tried on the page, questions answered in place, selection."""

from __future__ import annotations

from pathlib import Path

from iamtutor.study import Profile, Spot
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.screens.workbench.reading_place import place_of, spot_at
from iamtutor.tui.widgets.page import Prose
from iamtutor.tui.widgets.text_pane import TextPane
from iamtutor.words import Bilingual
from tests.tui.conftest import STEP, Running, Starter, clock, settled


def pane(running: Running) -> TextPane:
    screen = running.app.screen
    assert isinstance(screen, WorkbenchScreen)
    return screen.text


def top(running: Running) -> str:
    """The first line in view."""
    return pane(running).render_line(0).text.strip()


def test_a_spot_is_found_by_what_it_says() -> None:
    blocks = [Prose(Bilingual(f"한글 {number}", f"english {number}")) for number in range(5)]
    spot = spot_at(blocks, 3, 0.25)
    assert place_of(blocks, spot) == (3, 0.25)
    assert place_of([blocks[4], *blocks[:4]], spot) == (4, 0.25)
    assert place_of(blocks[:3], spot) == (2, 0.0)
    assert place_of((), spot) == (0, 0.0)


async def test_the_place_survives_leaving_killing_and_another_size_and_language(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        profile.settings.reading = "en"
        async with start("en", (80, 24), STEP, profile) as running:
            await running.press(*["down"] * 21)
            here, said = pane(running).place, top(running)
            assert here[0] > 2
            await running.pilot.pause(0.5)
            await settled(running.pilot)
            with Profile.open(tmp_path, clock) as other:  # as after a kill: nothing was closed
                assert other.progress.spot(STEP.lesson, STEP.step).block == here[0]
            await running.press("ctrl+n", "ctrl+b")
            assert (pane(running).place[0], top(running)) == (here[0], said)
            await running.press("f4", "f4")
            assert pane(running).place[0] == here[0]
            await running.pilot.resize_terminal(120, 14)
            await settled(running.pilot)
            assert pane(running).place[0] == here[0]
        profile.settings.reading = "ko"
        async with start("ko", (120, 14), profile=profile) as running:
            await running.press("c")
            assert pane(running).place[0] == here[0]


async def test_who_does_not_move_overwrites_no_other_place(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile, Profile.open(tmp_path, clock) as other:
        async with start("en", (80, 24), STEP, profile) as running:
            other.progress.visit_step(STEP.lesson, STEP.step, Spot(4))
            await running.press("escape")
        assert profile.progress.spot(STEP.lesson, STEP.step) == Spot(4)
