"""The list of what could be written at the cursor: when it opens, which keys it takes, what it writes; words explained."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from iamtutor.study import Profile
from iamtutor.tui.screens.word import WordScreen
from iamtutor.tui.stop import Playground, Stop
from iamtutor.tui.widgets.completion_list import CandidateRows, CompletionList
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.words import Lang
from tests.tui.conftest import DENY_WINS, Running, Starter, clock, settled

PLAY = Stop(playground=Playground())
POLICY = """{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": "%s",
      "Resource": "%s"
    }
  ]
}
"""
ACTION = POLICY % ("|", "*")
RESOURCE = POLICY % ("s3:GetObject", "|")


def editor(running: Running) -> PolicyEditor:
    return next(each for each in running.app.screen.query(PolicyEditor) if each.has_focus)


async def put(running: Running, marked: str) -> PolicyEditor:
    """A text with the cursor where the bar stands."""
    offset = marked.index("|")
    before = marked[:offset]
    found = editor(running)
    found.replace_all(marked.replace("|", "", 1))
    found.move_cursor((before.count("\n"), len(before) - before.rfind("\n") - 1))
    await settled(running.pilot)
    await running.pilot.pause(0.05)
    await settled(running.pilot)
    return found


async def type_in(running: Running, *keys: str) -> None:
    for key in keys:
        await running.pilot.press(key)
        await running.pilot.pause(0.04)  # the text is read a moment after it was painted
        await settled(running.pilot)


def shown(running: Running) -> list[str]:
    """The candidates in the list; none where no list is to be seen."""
    lists = [each for each in running.app.screen.query(CompletionList) if each.display]
    return [candidate.text for each in lists for candidate in each.query_one(CandidateRows).candidates]


async def test_typing_opens_narrows_and_tab_writes(start: Starter) -> None:
    async with start(stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        policy = await put(running, ACTION)
        await type_in(running, "s", "3")
        assert shown(running)[0] == "s3:"
        await type_in(running, "tab")
        assert policy.cursor_location == (5, 20)
        assert shown(running)[0] == "s3:GetObject", "what has to follow is offered at once"
        await type_in(running, "P", "u")
        assert shown(running)[:2] == ["s3:PutObject", "s3:PutBucketPolicy"]
        await type_in(running, "down", "enter")
        assert policy.document.get_line(5) == '      "Action": "s3:PutBucketPolicy",'
        assert shown(running) == []
        await type_in(running, "ctrl+z")
        assert policy.document.get_line(5) == '      "Action": "s3:Pu",', "one step back"


async def test_the_list_takes_no_key_that_is_not_its_own(start: Starter) -> None:
    async with start(stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        policy = await put(running, ACTION.replace('"|"', "|"))
        await type_in(running, '"')
        assert shown(running)[:2] == ["s3:", "iam:"]
        await type_in(running, "enter")
        assert policy.document.line_count == 12, "it came by itself and nothing was typed in it"
        assert shown(running) == []
        await type_in(running, "ctrl+z", "s")
        assert shown(running)
        await type_in(running, "escape")
        assert shown(running) == []
        assert policy.has_focus, "Esc put the list away and nothing else"
        await type_in(running, "3", "left")
        assert shown(running) == []
        await type_in(running, "right", "ㅎ")
        assert shown(running) == [], "Hangul is being composed"


async def test_a_hasty_tab_is_not_lost(start: Starter) -> None:
    async with start(stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        policy = await put(running, ACTION)
        await type_in(running, *"s3:Get")
        await running.pilot.press(*"Obj", "tab")
        await running.pilot.pause(0.06)
        await settled(running.pilot)
        assert policy.document.get_line(5) == '      "Action": "s3:GetObject",'


async def test_asking_and_choosing_when(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start(stop=DENY_WINS, profile=profile) as running:
        await running.press("ctrl+t", "alt+a")
        assert profile.settings.completion == "asked"
        policy = await put(running, RESOURCE)
        await type_in(running, *"rep")
        assert shown(running) == []
        await type_in(running, "ctrl+@")
        assert shown(running)[0] == "arn:aws:s3:::acme-reports/*"
        await running.click("CandidateRows", (5, 0))
        assert policy.document.get_line(6) == '      "Resource": "arn:aws:s3:::acme-reports/*"'
        assert policy.has_focus
        await running.press("alt+a")
        assert profile.settings.completion == "auto"


async def test_a_policy_from_nothing_on_the_playground(start: Starter) -> None:
    async with start(stop=PLAY) as running:
        policy = await put(running, "{\n  |\n}")
        await type_in(running, "ctrl+@")
        assert shown(running) == ["Version", "Statement", "Id"]
        await type_in(running, "tab", "comma", "enter", "quotation_mark", "s", "t", "tab")
        assert policy.document.get_line(5) == '      "Action": "",'
        assert policy.cursor_location == (5, 17)
        assert "s3:" in shown(running)
        await type_in(running, "escape", "ctrl+t")
        assert not [each for each in running.app.screen.query(CompletionList) if each.display]


async def test_a_word_is_explained_and_one_is_back_where_one_was(start: Starter) -> None:
    async with start(stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        policy = await put(running, ACTION.replace('"|"', '"s3:Get|Object"'))
        place = policy.cursor_location
        await type_in(running, "f6")
        assert isinstance(running.app.screen, WordScreen)
        assert "s3:GetObject  action · Amazon S3 · Read" in running.text
        await running.press("f6")
        assert policy.has_focus
        assert policy.cursor_location == place
        await put(running, "|")
        await type_in(running, "f6")
        assert not isinstance(running.app.screen, WordScreen), "there is no word"


async def test_what_an_action_means_is_said_in_the_readers_language_or_in_both(start: Starter) -> None:
    korean, english = "객체를 읽습니다.", "Grants permission to retrieve objects from Amazon S3"
    profile = Profile.in_memory(clock)
    async with start("ko", (80, 24), DENY_WINS, profile) as running:
        await running.press("ctrl+t")
        await put(running, ACTION)
        await type_in(running, *"s3:GetObj")
        assert korean in running.text
        assert english not in running.text
        profile.settings.reading = "both"
        await type_in(running, "down", "up")
        assert korean in running.text
        assert english in running.text
        await type_in(running, "tab", "left", "left", "f6")
        assert isinstance(running.app.screen, WordScreen)
        assert korean in running.text
        assert english in running.text
        await type_in(running, "escape")
        await put(running, ACTION.replace("|", "a4b:GetRo|"))
        await type_in(running, "o")
        assert "(영어) Grants permission to get room" in running.text
        assert running.text.count("Grants") == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], lang: Lang, size: tuple[int, int]
) -> None:
    profile = Profile.in_memory(clock)
    profile.settings.reading = lang
    async with start(lang, size, DENY_WINS, profile) as running:
        await running.press("ctrl+t")
        await put(running, RESOURCE)
        await type_in(running, *"acme", "down")
        await running.rest()
        text = running.text
        assert max(cell_len(line) for line in text.splitlines()) <= size[0]
        same_as_snapshot(f"completion-{lang}-{size[0]}x{size[1]}", text)
        await type_in(running, "tab", "left", "left", "f6")
        text = running.text
        assert max(cell_len(line) for line in text.splitlines()) <= size[0]
        same_as_snapshot(f"word-{lang}-{size[0]}x{size[1]}", text)
