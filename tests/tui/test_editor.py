"""The editor as hands expect it, on the workbench and on the playground."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest
from textual import events
from textual.document._history import EditHistory

from iamtutor.tui.app import TutorApp
from iamtutor.tui.screens.editing import Editing
from iamtutor.tui.screens.editing.find_line import FindLine
from iamtutor.tui.screens.editing.offer_line import OfferLine
from iamtutor.tui.screens.editing.own_editor import OwnEditorProblem, command_of, edited
from iamtutor.tui.stop import Playground, PolicyFile, Stop
from iamtutor.tui.undo_memory import MOST, UndoMemory
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from tests.tui.conftest import CONTENT, DENY_WINS, Running, Starter, StoppedClock, settled

SOLUTION = (CONTENT / "exercises/evaluation/deny-wins/solution/policy.json").read_text()
PLAY = Stop(playground=Playground())
DIRTY = "{\n  // who\n  'Statement': [],\n}"
CLEAN = '{\n  "Statement": []\n}'


def hand(running: Running) -> PolicyEditor:
    screen = running.app.screen
    assert isinstance(screen, Editing)
    assert screen.hand is not None
    return screen.hand


async def paste(running: Running, text: str) -> None:
    hand(running).post_message(events.Paste(text))
    await settled(running.pilot)


async def test_a_policy_is_written_in_pairs_moved_and_laid_out(start: Starter) -> None:
    async with start("en", stop=PLAY) as running:
        editor = hand(running)
        editor.replace_all("")
        await running.write('{\n"Action": ["s3:Get*", "s3:List*"')
        assert editor.text == '{\n  "Action": ["s3:Get*", "s3:List*"]\n}'
        await running.write("],")
        await running.press("enter", '"', "backspace", "x")
        assert editor.text == '{\n  "Action": ["s3:Get*", "s3:List*"],\n  x\n}'
        await running.press("alt+up")
        assert editor.text == '{\n  x,\n  "Action": ["s3:Get*", "s3:List*"]\n}'
        assert editor.cursor_location == (1, 3)
        await running.press("alt+down", "ctrl+z", "ctrl+z")
        assert editor.text == '{\n  "Action": ["s3:Get*", "s3:List*"],\n  x\n}'
        await running.press("backspace", "alt+shift+down")
        assert editor.text.count("\n") == 4
        editor.replace_all('{"Version":"2012-10-17","Statement":[]}')
        editor.move_cursor((0, 4))
        await running.press("alt+l")
        assert editor.text == '{\n  "Version": "2012-10-17",\n  "Statement": []\n}'
        assert editor.cursor_location == (1, 5)
        await running.press("ctrl+z")
        assert editor.text == '{"Version":"2012-10-17","Statement":[]}'
        await running.press("ctrl+a", "[")
        assert editor.text.startswith("[{")
        assert editor.text.endswith("}]")
        running.app.post_message(events.Key("alt+ㅊ", "ㅊ"))  # as a terminal sends Alt+C with a Korean input method on
        await settled(running.pilot)
        assert running.app.clipboard == editor.text
        running.app.post_message(events.Key("alt+j", "j"))
        await settled(running.pilot)
        assert "j" not in editor.text, "a letter with Alt is no letter of the text"


async def test_what_cannot_be_read_is_not_laid_out_and_the_place_is_named(start: Starter) -> None:
    async with start("ko", stop=PLAY) as running:
        hand(running).replace_all('{\n  "a": 1,\n}')
        await running.press("alt+shift+f")
        assert hand(running).text == '{\n  "a": 1,\n}'
        assert any("2행 9열" in each for each in running.said)
        assert hand(running).cursor_location == (1, 8)


async def test_something_is_found_in_the_text(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t", "ctrl+f")
        line = running.app.screen.query_one(FindLine)
        assert running.app.focused is line.input
        await running.write("S3:")
        assert "✗ none" in running.text
        await running.press("backspace", "backspace", "backspace")
        await running.write("s3:")
        editor = hand(running)
        assert editor.selected_text == "s3:"
        assert "1/2" in running.text
        await running.press("enter")
        assert editor.selection.start == (7, 27)
        await running.press("down")
        assert "1/2" in running.text, "behind the last comes the first"
        await running.press("up", "escape")
        assert running.app.focused is editor
        assert editor.selected_text == "s3:"
        assert not line.is_open
        assert editor.sought is None
        await running.press("ctrl+f")
        await running.click("#find-state", (6, 0))  # ↓ next
        assert "1/2" in running.text


async def test_a_paste_is_cleaned_on_request_and_comes_back_by_one_undo(start: Starter) -> None:
    async with start("en", (120, 36), PLAY) as running:
        editor, offer = hand(running), running.app.screen.query_one(OfferLine)
        await running.press("ctrl+a")
        await paste(running, DIRTY)
        assert "1 comment, 1 trailing comma, 1 pair of single quotes" in running.text
        await running.press("f10")
        assert editor.text == CLEAN
        assert offer.offer is None
        await running.press("ctrl+z")
        assert editor.text == DIRTY
        await running.press("ctrl+a")
        await paste(running, DIRTY)
        await running.press("escape")
        assert offer.offer is None
        assert running.app.focused is editor, "the first Escape was for the offer"
        await running.press("ctrl+a")
        await paste(running, DIRTY)
        await running.press("backspace")
        assert offer.offer is None, "another text needs another look"
        await running.press("ctrl+a")
        await paste(running, DIRTY)
        await running.press("ctrl+a", "backspace")
        assert (editor.text, offer.offer) == ("", None), "what was pasted is gone, and its lines with it"
        await paste(running, DIRTY)
        await running.press("ctrl+a")
        await paste(running, "{}")
        assert (editor.text, offer.offer) == ("{}", None)
        await running.press("ctrl+a")
        await paste(running, DIRTY)
        await running.click("OfferLine", (running.text.splitlines()[offer.region.y].index("F10"), 0))
        assert editor.text == CLEAN
        editor.replace_all('{"u": ""}')
        editor.move_cursor((0, 7))
        await paste(running, "a // b")
        assert offer.offer is None, "within a string it is what it is"


async def test_undo_is_there_again_after_another_step_and_another_screen(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        before = hand(running).text
        await running.write("x")
        await running.press("ctrl+b", "ctrl+n", "ctrl+t")
        assert hand(running).text == "x" + before
        await running.press("ctrl+z")
        assert hand(running).text == before
        await running.press("ctrl+y", "escape", "escape")
        running.app.open_stop(DENY_WINS)
        await settled(running.pilot)
        await running.press("ctrl+t", "ctrl+z")
        assert hand(running).text == before


def test_a_history_is_good_for_its_own_text_only() -> None:
    memory, history = UndoMemory(), EditHistory(10, 1.0, 10)
    memory.keep("a", "x", history)
    assert memory.recall("a", "x") is None, "there was nothing to undo"
    history._undo_stack.append([])
    memory.keep("a", "x", history)
    assert memory.recall("a", "y") is None
    for number in range(MOST + 1):
        memory.keep(str(number), "x", history)
    assert memory.recall("0", "x") is None
    assert memory.recall("1", "x") is history


async def test_the_terminal_s_cursor_is_where_an_input_method_composes(start: Starter) -> None:
    async with start("ko", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        editor = hand(running)
        await running.until(lambda: running.app.cursor_position == editor.cursor_screen_offset)
        assert editor.cursor_screen_offset.x == editor.content_region.x + editor.gutter_width
        await paste(running, "한글".encode().decode())
        decomposed = "\u1112\u1161\u11ab"  # what a macOS file name or clipboard holds
        await paste(running, decomposed)
        assert editor.document.get_line(0).startswith("한글한")
        assert editor.cursor_location == (0, 3)
        column = editor.content_region.x + editor.gutter_width + 6
        await running.until(lambda: running.app.cursor_position.x == column)
        await running.press("ctrl+f")
        await running.write("한글")
        line = running.app.screen.query_one(FindLine).input
        place = (line.content_region.x + 4, line.content_region.y)
        await running.until(lambda: running.app.cursor_position == place)


async def test_nothing_flashes_on_the_line_that_is_being_written(start: Starter, stopped: StoppedClock) -> None:
    async with start("en", stop=PLAY) as running:
        editor = hand(running)
        editor.replace_all('{"Version": "2012-10-17", "Statement": [{\n  \n}]}')
        editor.move_cursor((1, 2))
        await settled(running.pilot)
        for char in '"Efect": "Allow"':
            await running.pilot.press("space" if char == " " else char)
            await settled(running.pilot)
            shown = [finding for finding in editor.findings if editor.line_of(finding) == 2]
            assert not shown, f"while {char} is written: {shown}"
        await running.press("up")
        assert [each.code for each in editor.findings if editor.line_of(each) == 2] == ["INVALID_POLICY_ELEMENT"]


EDITOR = """import sys
file = sys.argv[-1]
text = open(file, encoding="utf-8").read()
open(file, "w", encoding="utf-8").write(text.replace("Read", "Own"))
"""


async def test_one_s_own_editor_gives_back_what_it_saved(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "my editor.py"
    script.write_text(EDITOR)
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}" -w')
    monkeypatch.setattr(TutorApp, "suspend", lambda self: nullcontext())
    async with start("en", stop=DENY_WINS) as running:
        before = hand(running).text
        await running.press("alt+e")
        assert '"OwnReports"' in hand(running).text
        assert running.app.focused is hand(running)
        await running.press("ctrl+z")
        assert hand(running).text == before
        monkeypatch.setenv("VISUAL", "")
        monkeypatch.delenv("EDITOR", raising=False)
        await running.press("alt+e")
        assert any("Neither VISUAL nor EDITOR is set" in each for each in running.said)


def test_the_own_editor_s_command_is_taken_apart_as_a_shell_would() -> None:
    assert command_of({"EDITOR": "vim"}, windows=False) == ["vim"]
    assert command_of({"EDITOR": "vim", "VISUAL": "code --wait"}, windows=False) == ["code", "--wait"]
    assert command_of({"VISUAL": r'"C:\Program Files\np.exe" -w'}, windows=True) == [r"C:\Program Files\np.exe", "-w"]
    assert command_of({"EDITOR": "it's"}, windows=False) == ["it's"]
    with pytest.raises(OwnEditorProblem):
        command_of({"EDITOR": " "}, windows=False)


@pytest.mark.parametrize(
    ("program", "message"),
    [
        ("raise SystemExit(3)", "tui.own-failed"),
        ("import sys; open(sys.argv[-1], 'wb').write(b'\\xff')", "tui.own-unreadable"),
        ("import os, sys; os.remove(sys.argv[-1])", "tui.own-unreadable"),
    ],
)
def test_what_does_not_come_back_whole_is_not_taken(program: str, message: str) -> None:
    with pytest.raises(OwnEditorProblem) as raised:
        edited([sys.executable, "-c", program], "a.json", "{}")
    assert raised.value.message == message
    with pytest.raises(OwnEditorProblem, match="own-missing"):
        edited(["no-such-editor-of-anybody"], "a.json", "{}")


ONE, TWO, THREE = (f'{{\n  "Version": "2012-10-17",\n  "Statement": [{n}]\n}}\n' for n in ("", " ", "  "))


async def test_what_another_program_saves_comes_in_unless_something_unsaved_stands_there(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("iamtutor.tui.screens.playground.following.LOOK_EVERY", 0.03)
    file = tmp_path / "a.json"
    file.write_text(ONE)
    stop = Stop(playground=Playground((PolicyFile(str(file), ONE), PolicyFile("b.json", ONE))))

    async def save(text: str, comes: Callable[[], object]) -> None:
        beside = tmp_path / "beside"
        beside.write_text(text)
        beside.replace(file)  # as editors do
        await running.until(comes)

    async with start("en", stop=stop) as running:
        editor, offer = hand(running), running.app.screen.query_one(OfferLine)
        editor.move_cursor((2, 4))
        await save(TWO, lambda: editor.text == TWO)
        assert editor.cursor_location == (2, 4)
        assert any(f"{file} was read again" in each for each in running.said)
        await running.press("ctrl+z")
        assert editor.text == ONE, "a reload can be undone"
        file.unlink()
        await running.pilot.pause(0.1)  # nothing is to come: there is nothing to wait for
        assert editor.text == ONE, "a file that is gone takes nothing away"
        await save(THREE, lambda: offer.offer is not None)
        assert editor.text == ONE
        assert "has changed on disk" in running.text
        assert "F10 take the file's   esc keep mine" in running.text
        await running.press("escape")
        assert editor.text == ONE
        assert offer.offer is None
        await save(TWO, lambda: offer.offer is not None)
        await running.press("f10")
        assert editor.text == TWO
        await running.until(lambda: offer.offer is None)


async def test_titles_and_tabs_say_how_a_text_stands(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        editor, beginning = hand(running), hand(running).text

        def state() -> str:
            return str(editor.border_title).rpartition("  ")[2]

        assert state() == str(editor.border_title)
        await running.write("{")
        assert state() == "●", "that it cannot be read is not said while it is written"
        editor.release()
        await settled(running.pilot)
        assert state() == "!"
        editor.replace_all(SOLUTION)
        await settled(running.pilot)
        assert state() == "●"
        await running.press("f5")
        assert state() == "✓"
        editor.focus()
        await running.press("space")
        assert state() == "●"
        await running.press("backspace")
        assert state() == "✓"
        await running.press("ctrl+b", "ctrl+n")
        editor = hand(running)
        assert state() == "✓", "while the app runs it knows with which text an exercise was solved"
        editor.replace_all(beginning)
        await settled(running.pilot)
        assert state() == str(editor.border_title)


async def test_changes_are_shown_against_the_start_and_the_solution_once_that_was_seen(start: Starter) -> None:
    async with start("en", (120, 36), DENY_WINS) as running:
        await running.press("d")
        assert "✓ Both texts are the same." in running.text
        assert "Solution" not in running.text.splitlines()[2]
        await running.press("d", "f9", "y", "y", "escape", "d", "tab")
        assert "- Mine" in running.text
        assert "+ Solution" in running.text
        assert '12 +       "Effect": "Deny",' in running.text
        await running.click("#comparisons", (4, 0))
        assert "- Starting text" in running.text
        await running.press("escape", "ctrl+t", "d")
        assert hand(running).text.startswith("d"), "in the editor it is a letter"
