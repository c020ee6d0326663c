"""Working on an exercise and a lesson, by keyboard and by mouse, as a learner does."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from iamtutor.study import Profile
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.stop import Stop
from iamtutor.tui.widgets.choices import Choices
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.question import Question
from iamtutor.tui.widgets.trace_view import TraceView
from tests.tui.conftest import CONTENT, DENY_WINS, PREDICT, STEP, Running, Starter, clock, settled

SOLUTION = (CONTENT / "exercises/evaluation/deny-wins/solution/policy.json").read_text()
START = (CONTENT / "exercises/evaluation/deny-wins/start/policy.json").read_text()


def bench(running: Running) -> WorkbenchScreen:
    screen = running.app.screen
    assert isinstance(screen, WorkbenchScreen)
    return screen


def desk(running: Running) -> Desk:
    found = bench(running).desk
    assert found is not None
    return found


def editor(running: Running) -> PolicyEditor:
    found = bench(running).editor
    assert found is not None
    return found


def marks(running: Running) -> list[tuple[bool | None, bool]]:
    return [(row.ok, row.provisional) for row in bench(running).requests.entries if not row.is_note]


def proof(running: Running) -> list[tuple[str, bool | None]]:
    """The rows of the proof, and whether each holds."""
    return [(row.id, row.ok) for row in bench(running).requests.entries if row.id.startswith("proof:")]


async def paste(running: Running, text: str) -> None:
    editor(running).replace_all(text)
    await settled(running.pilot)


async def test_break_see_the_error_at_its_line_fix_solve_and_find_it_again(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", stop=DENY_WINS, profile=profile) as running:
            await running.press("ctrl+t")
            assert running.app.focused is editor(running)
            assert marks(running) == [(True, False), (False, False), (True, False)]
            await running.press("down", "end", "comma")
            assert "… writing" in str(editor(running).border_subtitle), "nothing flashes while a line is written"
            await running.press("up", "down", "end")
            assert "line 2" in str(editor(running).border_subtitle)
            assert all(provisional for _, provisional in marks(running))
            await running.press("backspace")
            assert "✓" in str(editor(running).border_subtitle)
            await paste(running, SOLUTION)
            assert marks(running) == [(True, False)] * 3
            await running.press("f5")
            assert desk(running).solved
            assert "Solved" in running.text
        record = profile.progress.exercise("evaluation/deny-wins")
        assert record is not None
        assert record.solved_at == clock()
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", stop=DENY_WINS, profile=profile) as running:
            assert editor(running).text == SOLUTION
            await running.press("escape")
            assert isinstance(running.app.screen, HomeScreen)
            assert "1/2 exercises solved" in running.text


async def test_drafts_are_on_disk_without_leaving(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", stop=DENY_WINS, profile=profile) as running:
            await running.press("ctrl+t")
            await running.write("x")
            await running.pilot.pause(0.5)
            await settled(running.pilot)
            with Profile.open(tmp_path, clock) as other:  # another process would see the same
                draft = other.drafts.load("exercise:evaluation/deny-wins", "policy")
            assert draft is not None
            assert draft.text == "x" + START


async def test_a_stale_result_is_refused(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        stages = list(desk(running).attempt.stages())
        revision = desk(running).revision
        desk(running).write("policy", SOLUTION)
        assert not desk(running).take(revision, stages[-1])


async def test_hints_come_one_by_one_and_stay(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=DENY_WINS, profile=profile) as running:
        await running.press("f2", "f2")
        assert "Hint 2 of 3" in running.text
        assert "Hint 3 of 3" not in running.text
        await running.press("f2", "f2")
        record = profile.progress.exercise("evaluation/deny-wins")
        assert record is not None
        assert record.hints == 3


async def test_submission_names_what_hidden_requests_are_about_and_never_what_they_ask(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=DENY_WINS, profile=profile) as running:
        await running.press("f5")
        assert "nested folders" in running.text
        assert "2020.csv" not in running.text
        assert [attempt.passed for attempt in profile.progress.attempts("evaluation/deny-wins")] == [False]


async def test_a_policy_with_an_error_is_not_graded_and_says_where_it_is(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("ko", stop=DENY_WINS, profile=profile) as running:
        await running.press("f5")
        assert "제출 결과" in running.text
        await running.press("ctrl+t", "ctrl+end", "backspace")
        assert "고치기 전 글의 제출 결과" in running.text
        await running.press("ctrl+z")
        assert "고치기 전 글의 제출 결과" not in running.text
        await running.press("backspace", "backspace", "f5")
        assert "채점하지 않았습니다" in running.text
        assert "policy.json 1행 1열: 여기서 연" in running.text
        assert "숨은 요청" not in running.text
        await running.press("enter")
        assert "채점하지 않았습니다" not in running.text
        await running.press("ctrl+a", "backspace", "f5")
        assert "아직 아무것도 쓰지 않았습니다" in running.text
        assert len(profile.progress.attempts("evaluation/deny-wins")) == 1


async def test_nothing_chosen_is_no_attempt(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=PREDICT, profile=profile) as running:
        await running.press("f5")
        assert "Nothing is chosen yet" in running.text
        assert not profile.progress.attempts("evaluation/which-decision")


async def test_reset_asks_and_can_be_undone(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        await running.write("mine")
        await running.press("f8", "n")
        assert editor(running).text == "mine" + START
        await running.press("f8", "y")
        assert editor(running).text == START
        await running.press("ctrl+t", "ctrl+t", "ctrl+t")
        editor(running).focus()
        await running.press("ctrl+z")
        assert editor(running).text == "mine" + START


async def test_what_a_reset_put_away_can_be_restored_after_a_restart(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", stop=DENY_WINS, profile=profile) as running:
            await running.press("ctrl+t")
            await running.write("mine")
            bench(running).flush()
            await running.press("f8", "y")
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", stop=DENY_WINS, profile=profile) as running:
            assert editor(running).text == START
            await running.press("f12", "tab", "enter")
            assert editor(running).text == "mine" + START


async def test_solution_is_shown_after_asking_twice_and_not_run(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=DENY_WINS, profile=profile) as running:
        await running.press("f9", "y")
        assert "NoPayroll" not in running.text
        await running.press("y")
        assert "NoPayroll" in running.text
        await running.press("escape")
        assert editor(running).text == START
        assert not desk(running).solved
        record = profile.progress.exercise("evaluation/deny-wins")
        assert record is not None
        assert record.solution_seen_at == clock()


async def test_a_draft_of_a_changed_exercise_is_shown_beside_the_new_start(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    profile.drafts.save("exercise:evaluation/deny-wins", "policy", '{"mine": 1}', start="an older start")
    async with start("en", stop=DENY_WINS, profile=profile) as running:
        assert "has changed" in running.text
        assert '{"mine": 1}' in running.text
        await running.press("enter")
        assert editor(running).text == '{"mine": 1}'


async def test_the_trace_shows_both_sides_of_what_did_not_match(start: Starter) -> None:
    async with start("en", (120, 50), DENY_WINS) as running:
        bench(running).requests.focus()
        await running.press("down", "down")
        assert running.app.screen.query_one(TraceView).display
        assert "s3:PutObject → acme-reports/q3.csv" in running.text
        assert "AWS says" in running.text
        assert "policy.json:4" in running.text


async def test_a_lesson_step_loads_its_policy_and_runs_its_requests(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=STEP, profile=profile) as running:
        assert "ReadReports" in editor(running).text
        assert marks(running) == [(True, False), (True, False)]
        await running.press("ctrl+n")
        assert desk(running).sheet.step == "summary"
        await running.press("alt+left")
        assert desk(running).sheet.step == "implicit-deny"
        await running.press("ctrl+n", "end", "ctrl+n")
        assert desk(running).sheet.exercise is not None
        assert ("evaluation-logic", "summary") in profile.progress.standing().read


async def test_a_question_on_the_page_says_why(start: Starter) -> None:
    async with start("en", (120, 60), STEP) as running:
        await running.press("1")
        question = next(block for block in bench(running).text.blocks if isinstance(block, Question))
        assert question.judged is not None
        assert question.judged.correct == (question.picked == ("denied",))
        assert "It begins with a deny." in running.text


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_reading_mode_turns_through_three(start: Starter, size: tuple[int, int]) -> None:
    async with start("ko", size, STEP) as running:
        assert "묵시적 거부" in running.text
        await running.press("f4")
        assert "Where no policy allows" in running.text
        await running.press("f4")
        assert bench(running).text.mode == "both"
        if size[0] >= 100:
            assert "아무 정책도" in running.text
            assert "Where no policy allows" in running.text
        await running.press("f4")
        assert bench(running).text.mode == "ko"


async def test_both_languages_begin_each_block_on_the_same_line(start: Starter) -> None:
    async with start("ko", (200, 60), STEP) as running:
        await running.press("f4", "f4")
        lines = running.text.splitlines()
        row = next(line for line in lines if "흔한 오해" in line)
        assert "What people believe" in row


async def test_everything_by_mouse(start: Starter) -> None:
    async with start("en", (120, 36)) as running:
        await running.click("#continue", (4, 1))
        assert desk(running).sheet.step == "implicit-deny"
        await running.click("KeyBar", (_column(running, "Next"), 0))
        await running.click("KeyBar", (_column(running, "Next"), 0))
        assert desk(running).sheet.exercise is not None
        await running.click("PolicyEditor", (8, 3))
        assert running.app.focused is editor(running)
        await running.click("#requests", (10, 4))
        assert bench(running).requests.cursor == 1
        assert bench(running).has_class("-trace")
        await running.click("KeyBar", (_column(running, "Reset"), 0))
        await running.click("#no")
        await running.click("KeyBar", (_column(running, "Leave"), 0))
        assert isinstance(running.app.screen, HomeScreen)


async def test_a_click_moves_no_row_away_and_f3_goes_on_to_the_trace(start: Starter) -> None:
    async with start("en", (120, 36), DENY_WINS) as running:
        table, trace = bench(running).requests, bench(running).query_one(TraceView)
        before = table.region
        x, y = before.x + 10, before.y + 4
        await running.pilot.click(offset=(x, y))
        await settled(running.pilot)
        assert (table.cursor, table.region) == (1, before), "a second click must find the same row"
        assert trace.region
        await running.press("f3")
        assert running.app.focused is trace
        await running.press("f3")
        assert not trace.region
        assert running.app.focused is table
        await running.press("f3")
        assert trace.region
        assert running.app.focused is table
        editor(running).focus()
        await running.press("f3")
        assert not trace.region
        assert running.app.focused is editor(running)


async def test_tabs_by_mouse_when_narrow(start: Starter) -> None:
    async with start("en", (80, 24), DENY_WINS) as running:
        await running.click("#tabs", (12, 0))
        assert running.app.focused is editor(running)
        await running.click("#tabs", (24, 0))
        assert running.app.focused is bench(running).requests


async def test_the_policy_of_the_page_goes_back_into_the_editor(start: Starter) -> None:
    async with start("en", stop=STEP) as running:
        await paste(running, "{}")
        bench(running).text.focus()
        await running.press("enter")
        assert "ReadReports" in editor(running).text
        assert running.app.focused is editor(running)


async def test_unreadable_content_says_so(start: Starter) -> None:
    async with start("ko", stop=Stop(exercise="no/such")) as running:
        assert "이곳을 읽을 수 없습니다" in running.text


def _column(running: Running, label: str) -> int:
    return running.text.splitlines()[-1].index(label)


async def test_a_step_counts_as_read_once_its_end_was_in_view(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", (120, 24), STEP, profile) as running:
        await running.press("escape")
        assert not profile.progress.standing().read
    async with start("en", (120, 24), STEP, profile) as running:
        await running.press("end", "escape")
        assert profile.progress.standing().read == {("evaluation-logic", "implicit-deny")}


async def test_predictions_are_picked_by_number_and_submitted(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=PREDICT, profile=profile) as running:
        assert not bench(running).requests.entries, "the table would give the answer away"
        await running.press("ctrl+t", "3", "tab", "1", "f5")
        assert "1 of 2 answers are right" in running.text
        bench(running).query(Choices).last().focus()
        await running.press("3", "f5")
        assert desk(running).solved
        assert [attempt.passed for attempt in profile.progress.attempts("evaluation/which-decision")] == [False, True]


async def test_the_proof_stands_beside_the_requests_and_opens_in_the_trace(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        assert proof(running) == [("proof:excess", False)]
        table, trace = bench(running).requests, running.app.screen.query_one(TraceView)
        await running.press("f3", "ctrl+t")
        table.cursor = next(number for number, row in enumerate(table.entries) if row.id == "proof:excess")
        await settled(running.pilot)
        shown = "\n".join(line.plain for line in trace.set_lines(100))
        assert "Your policy also lets user/dev do s3:GetObject on acme-reports/payroll/" in shown
        assert "ReadReports in policy.json allows it" in shown
        assert "✓ allowed  s3:GetObject → acme-reports/payroll/" in shown


async def test_the_proof_follows_what_is_typed(start: Starter) -> None:
    async with start("ko", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        exercise = bench(running).desk.sheet.exercise  # type: ignore[union-attr]
        assert exercise is not None
        await paste(running, exercise.solution[editor(running).slot])
        assert proof(running) == [("proof:equal", True)]
        await running.press("comma")
        assert proof(running) == [("proof:open", None)]
        await running.press("backspace")
        assert proof(running) == [("proof:equal", True)]


async def test_an_exercise_outside_the_course_is_worked_on_as_any_other(start: Starter, tmp_path: Path) -> None:
    for name in ("first", "second"):
        shutil.copytree(CONTENT / "exercises/evaluation/deny-wins", tmp_path / f"exercises/class/{name}")
    profile = Profile.in_memory(clock)
    async with start("en", stop=Stop(exercise=str(tmp_path / "exercises/class/first")), profile=profile) as running:
        assert "1/2" in running.text.splitlines()[0]
        await running.press("ctrl+t")
        await paste(running, SOLUTION)
        await running.press("f5")
        assert desk(running).solved
        assert profile.progress.exercise("class/first") is not None
        await running.press("ctrl+n")
        assert "2/2" in running.text.splitlines()[0]
