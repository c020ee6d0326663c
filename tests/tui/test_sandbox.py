"""Writing policies in a world of one's own choice, with requests of one's own, by keyboard and by mouse."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from iamtutor.cli import main
from iamtutor.course import content_root
from iamtutor.study import Profile, system_clock
from iamtutor.tui.screens.dialog.finder import FinderInput
from iamtutor.tui.screens.editing.file_watch import LOOK_EVERY
from iamtutor.tui.screens.editing.offer_line import OfferLine
from iamtutor.tui.screens.sandbox import SandboxScreen
from iamtutor.tui.screens.sandbox.choosing import ChoosePolicies, PlaceRows
from iamtutor.tui.screens.trace import TraceScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.screens.world import WorldScreen
from iamtutor.tui.stop import SandboxPlace, Stop, WorldPlace
from iamtutor.words import Lang
from tests.tui.conftest import DENY_WINS, Running, Starter, clock, settled

EXERCISES = content_root()[1]
READ = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "s3:*", "Resource": "*"}]}'
WORLD = """\
title: {ko: 내 월드, en: My world}
accounts:
  acme:
    id: "111122223333"
    users:
      dev: {inline: {Read: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::site/*"}]}}}
      kim: {}
    buckets: {site: {objects: {a.txt: {}}}}
sandbox:
  edit: {read: {type: inline, of: user/dev, name: Read}}
  requests:
    - {id: reads, as: user/dev, do: s3:GetObject, on: "arn:aws:s3:::site/a.txt", expect: allow}
    - {id: writes, as: user/dev, do: s3:PutObject, on: "arn:aws:s3:::site/a.txt", expect: deny}
"""
ACME = Stop(sandbox=SandboxPlace("acme", "user/auditor"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    found = tmp_path / "mine.yaml"
    found.write_text(WORLD, encoding="utf-8")
    return found


def at(file: Path) -> Stop:
    return Stop(sandbox=SandboxPlace(str(file)))


def sandbox(running: Running) -> SandboxScreen:
    return next(screen for screen in running.app.screen_stack if isinstance(screen, SandboxScreen))


def rows(running: Running) -> list[tuple[str, bool | None]]:
    return [(row.id, row.ok) for row in sandbox(running).requests.entries]


def asked(running: Running) -> list[str]:
    return [each.id for each in sandbox(running).sandbox.requests]


async def write(running: Running, text: str) -> None:
    editor = sandbox(running).editor
    assert editor is not None
    editor.replace_all(text)
    await settled(running.pilot)


async def look(running: Running) -> None:
    """Let the screen look at its file twice."""
    await running.pilot.pause(LOOK_EVERY * 2 + 0.3)
    await settled(running.pilot)


async def test_what_is_written_decides_at_once_and_is_saved_and_opened_again(
    start: Starter, file: Path, tmp_path: Path
) -> None:
    async with start("en", stop=at(file)) as running:
        assert rows(running) == [("reads", True), ("writes", True), ("+", None)]
        await write(running, READ)
        assert rows(running)[:2] == [("reads", True), ("writes", False)]
        assert "mine.yaml •" in running.text
        await running.press("ctrl+s")
        line = running.app.screen.query_one(FinderInput)
        line.value = str(tmp_path / "other.yaml")
        await running.press("enter")
        assert "other.yaml •" not in running.text
        assert "other.yaml" in running.text
    assert file.read_text(encoding="utf-8") == WORLD, "the first file is as it was"
    assert main(["world", "check", str(tmp_path / "other.yaml")]) == 0
    explained = ["explain", str(tmp_path / "other.yaml"), "--as", "user/dev", "--do", "s3:PutObject"]
    assert main([*explained, "--on", "arn:aws:s3:::site/x"]) == 0
    async with start("ko", stop=at(tmp_path / "other.yaml")) as running:
        assert rows(running) == [("reads", True), ("writes", False), ("+", None)]
        editor = sandbox(running).editor
        assert editor is not None
        assert "s3:*" in editor.text


async def test_what_cannot_be_read_is_not_saved_and_not_lost(start: Starter, file: Path) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=at(file), profile=profile) as running:
        await write(running, READ[:-1])
        await running.press("ctrl+s")
        assert isinstance(running.app.screen, SandboxScreen), "no window to save in"
        assert any("read.json cannot be read" in each for each in running.said)
    async with start("en", stop=at(file), profile=profile) as running:
        editor = sandbox(running).editor
        assert editor is not None
        assert editor.text == READ[:-1]


async def test_drafts_survive_the_end_of_the_app(start: Starter, file: Path, tmp_path: Path) -> None:
    """Another process sees all of it while the first still runs: nothing waits for an orderly end."""
    async with start("en", stop=at(file), profile=Profile.open(tmp_path / "home", system_clock)) as running:
        await write(running, READ)
        await running.press("ctrl+t", "x")
        await running.pilot.pause(0.4)
        await settled(running.pilot)
        assert asked(running) == ["writes"]
        async with start("en", stop=at(file), profile=Profile.open(tmp_path / "home", system_clock)) as other:
            assert asked(other) == ["writes"]
            editor = sandbox(other).editor
            assert editor is not None
            assert editor.text == READ


async def test_policies_are_chosen_by_keyboard_and_by_mouse(start: Starter, file: Path) -> None:
    async with start("en", stop=at(file)) as running:
        await running.press("f5")
        assert isinstance(running.app.screen, ChoosePolicies)
        await running.write("bucket")
        await running.press("enter", "f5")
        assert list(sandbox(running).sandbox.edit) == ["read", "site-bucket"]
        assert sandbox(running).slot == "site-bucket", "the new one is in hand"
        await running.press("f5")
        places = running.app.screen.query_one(PlaceRows)
        await running.click("#places", (5, next(n for n, each in enumerate(places.shown) if each.place.name == "Read")))
        await running.press("escape")
        assert list(sandbox(running).sandbox.edit) == ["read", "site-bucket"], "Esc leaves all as it is"
        await running.click("#slots", (4, 0))
        assert sandbox(running).slot == "read"


async def test_requests_are_edited(start: Starter, file: Path) -> None:
    async with start("en", stop=at(file)) as running:
        await running.press("ctrl+t", "e")
        assert sandbox(running).sandbox.requests[0].expect == "deny"
        await running.press("e")
        assert sandbox(running).sandbox.requests[0].expect is None
        await running.press("y", "right_square_bracket")
        assert asked(running) == ["reads", "writes", "reads-2"]
        await running.press("x")
        assert asked(running) == ["reads", "writes"]
        await running.press("f10")
        assert asked(running) == ["reads", "writes", "reads-2"]


async def test_the_what_if_makes_requests(start: Starter, file: Path) -> None:
    async with start("en", stop=at(file)) as running:
        await running.press("ctrl+t", "f2")
        assert isinstance(running.app.screen, TraceScreen)
        assert "n Keep as request" in running.text
        await running.press("right", "n")
        new = sandbox(running).sandbox.requests[1]
        assert (new.id, new.caller, new.action) == ("get-object", "user/kim", "s3:GetObject")
        assert rows(running)[1] == ("get-object", None)
        await running.press("enter", "w", "right", "u")
        assert asked(running) == ["reads", "get-object", "writes"]
        assert sandbox(running).sandbox.requests[1].caller == "root/acme"
        await running.press("end", "enter")
        assert isinstance(running.app.screen, TraceScreen), "the last row adds one"
        await running.press("escape")
        assert len(asked(running)) == 3


async def test_it_follows_its_file_but_never_over_what_is_not_saved(start: Starter, file: Path) -> None:
    changed = WORLD.replace("s3:GetObject, Resource", "s3:PutObject, Resource")
    async with start("en", stop=at(file)) as running:
        await look(running)
        file.write_text(changed, encoding="utf-8")
        await look(running)
        assert rows(running)[:2] == [("reads", False), ("writes", False)]
        await write(running, READ)
        file.write_text(changed.replace("kim:", "lee:"), encoding="utf-8")
        os.utime(file, (1, 1))
        await look(running)
        editor = sandbox(running).editor
        assert editor is not None
        assert editor.text == READ
        assert running.app.screen.query_one(OfferLine).offer is not None
        await running.press("f10")
        editor = sandbox(running).editor
        assert editor is not None
        assert "s3:PutObject" in editor.text
        assert "lee" in sandbox(running).sandbox.world.accounts["acme"].users


async def test_one_comes_from_home_and_from_a_world(start: Starter) -> None:
    async with start("en", exercises=EXERCISES) as running:
        await running.press("o")
        assert isinstance(running.app.screen, ChoosePolicies), "nothing is laid out yet: choose"
        await running.press("escape", "escape")
        running.app.open_stop(Stop(world=WorldPlace("acme")))
        await settled(running.pilot)
        world = running.app.screen
        assert isinstance(world, WorldScreen)
        world.map.choose("acme:user/auditor")
        await settled(running.pilot)
        await running.press("e")
        assert list(sandbox(running).sandbox.edit) == ["read-logs-managed"]
        await running.press("ctrl+t", "w")
        world = running.app.screen
        assert isinstance(world, WorldScreen), "the map of what is written"
        world.map.choose("acme:bucket/acme-logs")
        await running.press("e")
        assert isinstance(running.app.screen, SandboxScreen), "back, with one more policy to write"
        assert list(sandbox(running).sandbox.edit) == ["read-logs-managed", "acme-logs-bucket"]


async def test_an_exercise_keeps_its_own_screen(start: Starter, file: Path) -> None:
    async with start("en", stop=at(file)) as running:
        running.app.open_stop(DENY_WINS)
        await settled(running.pilot)
        assert isinstance(running.app.screen, WorkbenchScreen)
        assert not isinstance(running.app.screen, SandboxScreen)


async def test_a_file_that_is_wrong_says_where(start: Starter, file: Path) -> None:
    file.write_text(WORLD.replace("user/dev, name", "user/gone, name"), encoding="utf-8")
    async with start("en", stop=at(file)) as running:
        assert "mine.yaml:" in running.text.replace("\n", "")
        await running.press("f5", "f2", "ctrl+s", "x", "e")
        assert isinstance(running.app.screen, SandboxScreen)


VIEWS: dict[str, tuple[str, ...]] = {
    "sandbox": ("f2", "n", "e"),
    "sandbox-editor": (),
    "sandbox-choose": ("f5",),
    "sandbox-keep": ("f2", "right"),
}


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("view", VIEWS)
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], view: str, lang: Lang, size: tuple[int, int]
) -> None:
    async with start(lang, size, ACME, exercises=EXERCISES) as running:
        await running.press(*VIEWS[view])
        text = running.text
    assert max(cell_len(line) for line in text.splitlines()) <= size[0]
    same_as_snapshot(f"{view}-{lang}-{size[0]}x{size[1]}", text)
