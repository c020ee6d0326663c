"""Comparing two policies while one writes them, by keyboard and by mouse."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from textual.widgets import Button, Input

from iamtutor.catalog import Catalog, CatalogError, Source
from iamtutor.policy import PolicyKind, read
from iamtutor.reason import Relation, actions_of, compare
from iamtutor.study import Profile
from iamtutor.tui.commands import PLAYGROUND
from iamtutor.tui.screens.dialog.menu import Menu
from iamtutor.tui.screens.dialog.policy_finders import OpenFile, SaveFile
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.playground import PlaygroundScreen
from iamtutor.tui.screens.playground.examples import EXAMPLES, STARTER
from iamtutor.tui.screens.playground.kinds import guessed_kind
from iamtutor.tui.screens.playground.pair import Pair, Side
from iamtutor.tui.screens.trace import TraceScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.stop import Playground, PolicyFile, Stop
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.trace_view import TraceView
from tests.tui.conftest import DENY_WINS, Running, Starter, clock, settled

PLAY = Stop(playground=Playground())
READ = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "s3:GetObject", "Resource": "*"}}'
WRITE = READ.replace("GetObject", "PutObject")
BOTH = READ.replace('"s3:GetObject"', '["s3:GetObject", "s3:PutObject"]')


def opened(*texts: str, kind: str = "") -> Stop:
    return Stop(playground=Playground(tuple(PolicyFile(f"{i}.json", text) for i, text in enumerate(texts)), kind))


def screen(running: Running) -> PlaygroundScreen:
    found = running.app.screen
    assert isinstance(found, PlaygroundScreen)
    return found


def editor(running: Running, side: Side) -> PolicyEditor:
    return screen(running).editor(side)


def relation(running: Running) -> Relation | None:
    answer = screen(running).pair.answer
    return answer.comparison.relation if answer is not None and screen(running).pair.is_current else None


def witnesses(running: Running) -> list[str | None]:
    """The action that only A allows, and the one that only B allows."""
    answer = screen(running).pair.answer
    assert answer is not None
    ways = (answer.comparison.only_first.witness, answer.comparison.only_second.witness)
    return [way.request.action if way is not None else None for way in ways]


async def paste(running: Running, side: Side, text: str) -> None:
    editor(running, side).replace_all(text)
    await settled(running.pilot)


# the relation


async def test_the_relation_follows_what_is_typed(start: Starter) -> None:
    async with start("en", stop=opened(READ, READ)) as running:
        assert relation(running) is Relation.EQUIVALENT
        assert "A ≡ B" in running.text
        await paste(running, "b", BOTH)
        assert relation(running) is Relation.NARROWER
        assert "A ⊂ B" in running.text
        assert witnesses(running) == [None, "s3:PutObject"]
        await paste(running, "a", WRITE)
        assert relation(running) is Relation.NARROWER
        await paste(running, "b", READ)
        assert relation(running) is Relation.INCOMPARABLE
        assert witnesses(running) == ["s3:PutObject", "s3:GetObject"]
        await paste(running, "a", BOTH)
        assert relation(running) is Relation.BROADER


async def test_keystroke_by_keystroke(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        editor(running, "a").move_cursor((0, READ.index("Resource") + len('Resource": "')))
        await running.press("delete")
        await running.write("arn:aws:s3:::b/*")
        assert 'arn:aws:s3:::b/*"' in editor(running, "a").text
        assert relation(running) is Relation.NARROWER


async def test_while_a_side_cannot_be_read_the_answer_before_is_grey(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("x")
        assert relation(running) is None
        assert "A cannot be read; this is from before." in running.text
        heading = screen(running).result.heading(100)
        row = screen(running).result.row(1, 100)
        assert [str(span.style) for span in row.spans] == ["$faint"]
        assert "bold" not in {str(span.style) for span in heading.spans}
        await running.press("backspace")
        assert relation(running) is Relation.NARROWER
        assert "from before" not in running.text


async def test_an_empty_side_is_no_policy(start: Starter) -> None:
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("f8")
        assert editor(running, "a").text == ""
        assert relation(running) is None
        await running.press("ctrl+z")
        assert relation(running) is Relation.EQUIVALENT


def test_a_comparison_of_an_older_text_is_refused() -> None:
    pair = Pair({"a": READ, "b": BOTH})
    question = pair.question
    assert question is not None
    comparison = compare(*question.documents, question.kind, actions_of(Catalog.installed(os.environ)))
    pair.write("a", WRITE)
    assert not pair.take(question, comparison)
    assert pair.answer is None


async def test_a_keystroke_cancels_the_comparison_under_way(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []
    async with start("en", stop=opened(READ, BOTH)) as running:
        playground = screen(running)

        def slow(*documents: object, cancelled: object, **_: object) -> object:
            assert callable(cancelled)
            playground.pair.revision += 1  # as a keystroke does
            asked.append(cancelled())
            from iamtutor.reason import CancelledError

            raise CancelledError

        monkeypatch.setattr("iamtutor.reason.compare", slow, raising=False)  # raising=False: it is looked up lazily
        playground.work_out()
        await settled(running.pilot)
    assert asked == [True]


async def test_without_the_catalogue_it_says_so_and_one_can_go_on_writing(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing() -> Source:
        raise CatalogError("catalog.no-data")

    monkeypatch.setattr(Source, "installed", missing)
    async with start("en", stop=opened(READ, BOTH)) as running:
        assert "the data of the catalogue is missing" in running.text
        await running.press("x")
        editor(running, "a").release()
        assert "line 1" in str(editor(running, "a").border_subtitle)


# kinds


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (READ, PolicyKind.IDENTITY),
        (READ.replace('"Effect"', '"Principal": "*", "Effect"'), PolicyKind.RESOURCE),
        ('{"Statement": {"Effect": "Allow", "Principal": {"AWS": "1', PolicyKind.RESOURCE),
        (
            '{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRoleWithWebIdentity", "Con',
            PolicyKind.TRUST,
        ),
        ("", None),
        ("{", None),
    ],
)
def test_the_kind_is_guessed_also_of_half_a_policy(text: str, kind: PolicyKind | None) -> None:
    assert guessed_kind([read(text)]) is kind


async def test_the_kind_can_be_chosen_and_is_remembered(start: Starter) -> None:
    deny = READ.replace("Allow", "Deny")
    profile = Profile.in_memory(clock)
    async with start("ko", stop=opened(READ, deny), profile=profile) as running:
        assert "ID 기반 정책 (자동 인식)" in running.text
        await running.press("f4", "6")
        assert "서비스 제어 정책(SCP)" in running.text
        assert "자동 인식" not in running.text
        answer = screen(running).pair.answer
        assert answer is not None
        assert answer.question.kind is PolicyKind.SCP
        await running.press("escape", "escape")
    async with start("ko", stop=PLAY, profile=profile) as running:
        assert screen(running).pair.kind is PolicyKind.SCP
        assert editor(running, "b").text == deny
        await running.press("f4", "9")
        assert screen(running).pair.is_guessed


async def test_another_kind_reads_both_sides_anew(start: Starter) -> None:
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("f4", "3")
        assert "A · B cannot be read" in running.text
        assert "✗" in str(editor(running, "b").border_subtitle)


def test_examples_show_what_they_promise() -> None:
    actions = actions_of(Catalog.installed(os.environ))
    found = {}
    for example in EXAMPLES:
        pair = Pair({"a": example.a, "b": example.b})
        assert pair.question is not None, example.id
        comparison = compare(*pair.question.documents, pair.question.kind, actions)
        found[example.id] = (pair.kind, comparison.relation)
    assert found == {
        "not-action": (PolicyKind.IDENTITY, Relation.BROADER),
        "bucket": (PolicyKind.IDENTITY, Relation.NARROWER),
        "mfa": (PolicyKind.IDENTITY, Relation.BROADER),
        "equal": (PolicyKind.IDENTITY, Relation.EQUIVALENT),
        "external-id": (PolicyKind.TRUST, Relation.BROADER),
        "organization": (PolicyKind.RESOURCE, Relation.BROADER),
    }


# the trace


async def test_enter_opens_the_trace_then_the_picture_and_s_goes_to_the_statement(start: Starter) -> None:
    async with start("en", stop=PLAY) as running:
        await running.press("escape", "enter")
        assert running.app.focused is screen(running).trace("a")
        assert "this statement decides" in running.text
        assert "everything" not in running.text
        await running.press("enter")
        assert isinstance(running.app.screen, TraceScreen)
        assert "it ends here" in running.text
        await running.press("w", "escape")
        assert running.app.focused is screen(running).trace("a")
        await running.press("enter", "s")
        assert running.app.focused is editor(running, "a")
        assert editor(running, "a").cursor_location[0] == 3
        await running.press("f3")
        assert not screen(running).trace("a").display or not screen(running).has_class("-trace")


async def test_the_other_side_says_why_it_refuses(start: Starter) -> None:
    async with start("en", stop=opened(EXAMPLES[2].a, EXAMPLES[2].b)) as running:
        assert "no aws:MultiFactorAuthPresent" in running.text
        await running.press("f3")
        assert "explicit deny" in running.text
        screen(running).trace("b").focus()
        await running.press("s")
        assert running.app.focused is editor(running, "b")
        assert editor(running, "b").cursor_location[0] == 9


async def test_a_click_on_the_place_goes_there(start: Starter) -> None:
    async with start("en", stop=opened(EXAMPLES[2].a, EXAMPLES[2].b)) as running:
        await running.press("f3")
        lines = running.text.splitlines()
        y = next(i for i, line in enumerate(lines) if "B:10" in line)
        await running.pilot.click(offset=(lines[y].index("B:10") + 1, y))
        await settled(running.pilot)
        assert running.app.focused is editor(running, "b")
        assert editor(running, "b").cursor_location[0] == 9


async def test_where_there_is_no_such_request_the_trace_says_so(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f3")
        assert "this statement decides" in running.text
        await running.press("escape", "up")
        assert running.text.count("There is no request that only A allows.") == 2


async def test_a_stale_trace_leads_nowhere(start: Starter) -> None:
    async with start("en", stop=PLAY) as running:
        await running.press("f3")
        assert "A:4" in running.text
        assert screen(running).trace("a").styles.text_opacity == 1
        await running.press("x")
        assert "A:4" not in running.text
        assert screen(running).trace("a").styles.text_opacity < 1


# what is kept


async def test_swap_copy_and_an_earlier_text(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f9")
        assert (editor(running, "a").text, editor(running, "b").text) == (BOTH, READ)
        assert relation(running) is Relation.BROADER
        assert str(editor(running, "a").border_title) == "A · 1.json"
        await running.press("ctrl+g")
        assert editor(running, "b").text == BOTH
        assert relation(running) is Relation.EQUIVALENT
        await running.press("ctrl+t", "ctrl+z")
        assert editor(running, "b").text == READ
        await running.press("f12")
        running.app.screen.query_one("#take", Button).press()
        await settled(running.pilot)
        assert editor(running, "b").text == BOTH


async def test_drafts_are_on_disk_without_leaving(start: Starter, tmp_path: Path) -> None:
    with Profile.open(tmp_path, clock) as profile:
        async with start("en", stop=PLAY, profile=profile) as running:
            await running.write("x")
            await running.pilot.pause(0.5)
            await settled(running.pilot)
            with Profile.open(tmp_path, clock) as other:  # another process would see the same
                draft = other.drafts.load("playground", "a")
            assert draft is not None
            assert draft.text == "x" + STARTER.a
        async with start("en", stop=PLAY, profile=profile) as running:
            assert editor(running, "a").text == "x" + STARTER.a
            assert editor(running, "b").text == STARTER.b


async def test_opened_files_put_nothing_away_for_good(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=PLAY, profile=profile) as running:
        await running.write("mine")
    async with start("en", stop=opened(READ), profile=profile) as running:
        assert (editor(running, "a").text, editor(running, "b").text) == (READ, READ)
        await running.press("f12")
        assert "mine{" in running.text


async def test_an_example_from_the_menu(start: Starter) -> None:
    async with start("en", stop=opened(READ, READ, kind="scp")) as running:
        await running.press("ctrl+n")
        assert isinstance(running.app.screen, Menu)
        await running.press("down", "enter")
        assert editor(running, "a").text == EXAMPLES[1].a
        assert screen(running).pair.is_guessed
        assert relation(running) is Relation.NARROWER


# getting there and around


async def test_from_home_from_the_palette_and_back(start: Starter) -> None:
    async with start("ko") as running:
        await running.press("ㅔ")
        assert isinstance(running.app.screen, PlaygroundScreen)
        await running.press("escape", "escape")
        assert isinstance(running.app.screen, HomeScreen)
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+p")
        await running.write("playground")
        await running.finds("playground")
        await running.press("down", "enter")
        assert isinstance(running.app.screen, PlaygroundScreen)
        await running.press("escape", "escape")
        assert isinstance(running.app.screen, WorkbenchScreen)


async def test_there_is_one_playground(start: Starter) -> None:
    async with start("en", stop=PLAY) as running:
        await running.write("x")
        running.app.open_exercise("evaluation/deny-wins")
        await settled(running.pilot)
        running.app.action_open_playground()
        await settled(running.pilot)
        assert editor(running, "a").text.startswith("x")
        assert len([each for each in running.app.screen_stack if isinstance(each, PlaygroundScreen)]) == 1


async def test_language_switches_while_running(start: Starter) -> None:
    async with start("ko", stop=PLAY) as running:
        await running.press("f3")
        assert "A가 더 많이 허용합니다" in running.text
        await running.write("y")
        await running.press("backspace", "ctrl+l")
        for words in ("A allows more", "only A allows", "How B decides", "this statement decides", "guessed", "Trace"):
            assert words in running.text
        assert "허용" not in running.text


async def test_language_switches_in_a_window(start: Starter) -> None:
    async with start("ko", stop=PLAY) as running:
        await running.press("f4")
        running.app.action_switch_language()
        await settled(running.pilot)
        assert "What are the policies used for?" in running.text
        await running.press("escape", "ctrl+o")
        running.app.action_switch_language()
        await settled(running.pilot)
        assert "A에 열 파일" in running.text


async def test_keys_lead_everywhere_and_out(start: Starter) -> None:
    async with start("en", stop=PLAY) as running:
        places = []
        await running.press("f3")
        for _ in range(6):
            assert running.app.focused is not None
            places.append(running.app.focused.id)
            await running.press("ctrl+t")
        assert places == ["a", "b", "result", "trace-a", "trace-b", "a"]
        await running.press("escape", "escape")
        assert isinstance(running.app.screen, HomeScreen)


async def test_narrow_panes_by_mouse(start: Starter) -> None:
    async with start("en", size=(80, 24), stop=PLAY) as running:
        await running.click("#tabs", (9, 0))
        assert running.app.focused is editor(running, "b")
        assert not editor(running, "a").display
        await running.click("#result", (10, 2))
        assert screen(running).trace("a").display
        assert "this statement decides" in running.text
        await running.click("#tabs", (3, 0))
        assert running.app.focused is editor(running, "a")
        await running.click("TopLine", (60, 0))
        assert isinstance(running.app.screen, Menu)
        await running.click("#entries", (8, 5))
        assert screen(running).pair.kind is PolicyKind.SCP


async def test_everything_by_mouse(start: Starter, tmp_path: Path) -> None:
    (tmp_path / "only.json").write_text(BOTH)
    async with start("en", size=(200, 60), stop=opened(READ, READ)) as running:
        await running.click("#b", (5, 5))
        bar = running.text.splitlines()[-1]
        await running.click("KeyBar", (bar.index("Open"), 0))
        assert isinstance(running.app.screen, OpenFile)
        running.app.screen.query_one(Input).value = f"{tmp_path}/"
        await settled(running.pilot)
        await running.click("#offers", (5, 0))
        assert editor(running, "b").text == BOTH
        assert relation(running) is Relation.NARROWER
        await running.click("#result", (10, 3))
        assert isinstance(running.app.focused, TraceView)
        await running.click("KeyBar", (bar.index("Swap"), 0))
        assert editor(running, "a").text == BOTH
        await running.click("KeyBar", (bar.index("Save"), 0))
        assert isinstance(running.app.screen, SaveFile)
        await running.click("#cancel")
        assert isinstance(running.app.screen, PlaygroundScreen)


async def test_it_keeps_its_head_while_the_terminal_changes_size(start: Starter) -> None:
    async with start("en", stop=PLAY) as running:
        await running.press("ctrl+t", "f3")
        for size in ((80, 24), (60, 15), (120, 36), (99, 30), (200, 60), (66, 18), (100, 24)):
            await running.pilot.resize_terminal(*size)
            await settled(running.pilot)
            assert running.app.focused is editor(running, "b")
            assert editor(running, "b").display
        screen(running).trace("b").focus()
        await settled(running.pilot)
        await running.pilot.resize_terminal(80, 24)
        await settled(running.pilot)
        assert running.app.focused is screen(running).trace("b")


async def test_every_command_is_in_the_help(start: Starter) -> None:
    async with start("en", size=(120, 60), stop=PLAY) as running:
        await running.press("f1")
        for command in PLAYGROUND:
            assert command.key_shown in running.text
        assert "A ⊃ B" in running.text
