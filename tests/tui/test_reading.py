"""Reading a lesson: the place that is kept, what can be tried on the page, questions answered in place, selection."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.widget import Widget

from iamtutor.study import Profile, Spot
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.screens.workbench.reading_place import place_of, spot_at
from iamtutor.tui.stop import Stop
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.page import Prose, Requests
from iamtutor.tui.widgets.question import Question
from iamtutor.tui.widgets.text_pane import TextPane
from iamtutor.words import Bilingual, Lang
from tests.tui.conftest import DENY_WINS, STEP, Running, Starter, clock, settled

PAGE = Stop("managed-and-inline", "two-places")


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
            await running.pilot.resize_terminal(120, 16)
            await settled(running.pilot)
            assert pane(running).place[0] == here[0]
        profile.settings.reading = "ko"
        async with start("ko", (120, 16), profile=profile) as running:
            await running.press("c")
            assert pane(running).place[0] == here[0]


async def test_who_does_not_move_overwrites_no_other_place(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile, Profile.open(tmp_path, clock) as other:
        async with start("en", (80, 24), STEP, profile) as running:
            other.progress.visit_step(STEP.lesson, STEP.step, Spot(4))
            await running.press("escape")
        assert profile.progress.spot(STEP.lesson, STEP.step) == Spot(4)


async def test_a_request_comes_out_with_what_is_written_now(start: Starter) -> None:
    async with start("en", (120, 36), STEP) as running:
        screen = running.app.screen
        assert isinstance(screen, WorkbenchScreen)

        def requests() -> Requests:
            return next(block for block in pane(running).blocks if isinstance(block, Requests))

        assert requests().basis == "printed"
        assert [(each.verdict, each.printed) for each in requests().asked] == [
            ("Allowed", None),
            ("ImplicitlyDenied", None),
        ]
        assert screen.editor is not None
        screen.editor.replace_all(screen.editor.text.replace("s3:GetObject", "s3:PutObject"))
        await settled(running.pilot)
        assert requests().basis == "changed"
        assert [(each.verdict, each.printed) for each in requests().asked] == [
            ("ImplicitlyDenied", "Allowed"),
            ("Allowed", "ImplicitlyDenied"),
        ]
        assert "as printed: allowed" in running.text
        screen.editor.replace_all("{")
        await settled(running.pilot)
        assert requests().basis == "unread"
        pane(running).focus()
        await running.press("right", "enter")  # the policy of the page goes back into the editor
        assert requests().basis == "printed"
        pane(running).focus()
        await running.press("right", "right", "enter")
        assert screen.has_class("-trace")
        assert screen.requests.entries[screen.requests.cursor].id == "write"


async def test_questions_of_every_kind_are_answered_on_the_page(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", (120, 50), PAGE, profile) as running:
        await running.press("1", "2")
        assert "Check the answer" in running.text
        await running.press("enter", "2", "6")  # several; the decision, and then the layer
        await running.press("pagedown", "2")  # the statement
        await running.press("pagedown", "1", "2", "1", "1", "enter")  # taken back and put in order again
        await running.press("enter", *"version", "enter")  # a written answer
        questions = [block for block in pane(running).blocks if isinstance(block, Question)]
        assert [block.judged is not None and block.judged.correct for block in questions] == [True] * 5
        assert "The Deny wins." in "\n".join(pane(running).text_lines())
        await running.press("escape", "c")
        assert all(block.judged for block in pane(running).blocks if isinstance(block, Question))
    assert len(profile.answers.last()) == 5
    assert all(answer.correct for answer in profile.answers.last().values())


async def test_an_option_is_picked_with_the_mouse(start: Starter) -> None:
    async with start("ko", (120, 36), PAGE) as running:
        lines = running.text.splitlines()
        row = next(number for number, line in enumerate(lines) if "인라인은 버전이" in line)
        await running.pilot.click(offset=(12, row))
        await settled(running.pilot)
        question = next(block for block in pane(running).blocks if isinstance(block, Question))
        assert question.picked == ("none",)


async def drag(running: Running, widget: Widget, start: tuple[int, int], end: tuple[int, int]) -> None:
    await running.pilot.mouse_down(widget, offset=start)
    await running.pilot.hover(widget, offset=end)
    await running.pilot.mouse_up(widget, offset=end)
    await settled(running.pilot)


async def test_text_is_selected_with_the_mouse_and_copied_without_its_frame(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    profile.settings.reading = "ko"
    async with start("ko", (120, 36), STEP, profile) as running:
        text = pane(running)
        lines = list(text.text_lines())
        head = next(number for number, line in enumerate(lines) if line.startswith("┌"))
        left = text.gutter.left
        await drag(running, text, (left + 2, head + 2), (left + 30, head + 4))
        assert running.app.screen.get_selected_text() == '{\n  "Version": "2012-10-17",\n  "Statement": ['
        await running.press("ctrl+c")
        assert running.app.clipboard.startswith("{")
        # Hangul takes two cells; a selection counts letters.
        said = lines[2]
        assert len(said) < cell_len(said)
        await drag(running, text, (left, 3), (left + cell_len(said[:3]), 3))
        assert running.app.screen.get_selected_text() == said[:4]


async def test_a_row_under_the_end_of_a_selection_is_not_chosen(start: Starter) -> None:
    async with start("en", (120, 36), DENY_WINS) as running:
        screen = running.app.screen
        assert isinstance(screen, WorkbenchScreen)
        table = screen.requests
        await drag(running, table, (3, 2), (20, 3))
        copied = screen.get_selected_text()
        assert copied is not None
        assert "s3:GetObject" in copied
        assert table.cursor == 0


@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_the_way_on_is_always_among_the_keys_of_a_lesson(start: Starter, lang: Lang) -> None:
    async with start(lang, (80, 24), Stop("evaluation-logic", "implicit-deny")) as running:
        bar = running.app.screen.query_one(KeyBar)
        bar.relabel(findings="Findings 12", hint="Hint 2/3")
        await settled(running.pilot)
        keys = running.text.splitlines()[-1]
        assert "^n " in keys
        assert "^b " in keys
