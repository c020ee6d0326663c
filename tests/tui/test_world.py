"""Looking at a world: drawn, with who reaches what, and its external access, by keyboard and by mouse."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len
from textual.content import Content
from textual.pilot import Pilot

from iamtutor.analyzer.external.state import Status
from iamtutor.analyzer.external.telling import Row
from iamtutor.analyzer.external.zone import ZoneKind
from iamtutor.catalog import Catalog, CatalogError
from iamtutor.cli import main
from iamtutor.cloud.arrows import Way
from iamtutor.course import content_root
from iamtutor.reason.actions import Actions, actions_of
from iamtutor.study import Profile
from iamtutor.tui.screens.home import HomeScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.screens.world import WorldScreen, painting
from iamtutor.tui.screens.world.finding_pane import FindingPane
from iamtutor.tui.screens.world.findings_desk import StateFile, find, with_status
from iamtutor.tui.screens.world.looking import PreviewError, look, offered_worlds, previewed, reasons
from iamtutor.tui.screens.world.painting import painted
from iamtutor.tui.screens.world.party_pane import PartyPane
from iamtutor.tui.stop import Stop, WorldPlace
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.words import Lang
from iamtutor.words.runs import Line
from tests.tui.conftest import DENY_WINS, PREDICT, Running, Starter, clock, settled

EXERCISES = content_root()[1]
SHARED = sorted((EXERCISES / "worlds").glob("*.yaml"))

WORLD = """\
title: {ko: 시험 월드, en: A world to try}
accounts:
  acme:
    id: "111122223333"
    users:
      dev: {inline: {Read: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: s3:GetObject, Resource: "arn:aws:s3:::site/*"}]}}}
    roles:
      reader: {trust: {Version: "2012-10-17", Statement: [{Sid: Partner, Effect: Allow, Principal: {AWS: "444455556666"}, Action: sts:AssumeRole}]}}
    buckets:
      site: {policy: {Version: "2012-10-17", Statement: [{Sid: Everybody, Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "arn:aws:s3:::site/*"}]}}
      closed: {block_public_access: true, policy: {Version: "2012-10-17", Statement: [{Sid: WouldBeOpen, Effect: Allow, Principal: "*", Action: s3:GetObject, Resource: "arn:aws:s3:::closed/*"}]}}
  partner:
    id: "444455556666"
    users: {kim: {inline: {Enter: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: sts:AssumeRole, Resource: "arn:aws:iam::111122223333:role/reader"}]}}}}
"""
ONLY_PARTNER = """\
{"Version": "2012-10-17", "Statement": [{"Sid": "Us", "Effect": "Allow", "Principal": {"AWS": "444455556666"},
  "Action": "s3:GetObject", "Resource": "arn:aws:s3:::site/*"}]}
"""


@pytest.fixture(scope="module")
def actions() -> Actions:
    try:
        return actions_of(Catalog.installed({}))
    except CatalogError:
        pytest.skip("the catalogue is not installed")


@pytest.fixture(autouse=True)
def _one_catalogue(actions: Actions, monkeypatch: pytest.MonkeyPatch) -> None:
    """The catalogue is opened once for all of these tests."""
    monkeypatch.setattr(WorldScreen, "actions", actions)


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "world.yaml").write_text(WORLD, encoding="utf-8")
    (tmp_path / "partner.json").write_text(ONLY_PARTNER, encoding="utf-8")
    return tmp_path / "world.yaml"


def at(name: str | Path) -> Stop:
    return Stop(world=WorldPlace(str(name)))


def screen(running: Running) -> WorldScreen:
    found = running.app.screen
    assert isinstance(found, WorldScreen)
    return found


async def ready(pilot: Pilot[None], wanted: Callable[[], bool]) -> None:
    """Wait for what is worked out after a pause."""
    for _ in range(100):
        await settled(pilot)
        if wanted():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("it never came")


# without a screen


@pytest.mark.parametrize("zone", list(ZoneKind))
@pytest.mark.parametrize("world", SHARED, ids=lambda path: path.stem)
def test_the_findings_are_those_of_the_command_line(
    world: Path, zone: ZoneKind, actions: Actions, capsys: pytest.CaptureFixture[str]
) -> None:
    looked = look(WorldPlace(world.stem), EXERCISES)
    if zone is ZoneKind.ORGANIZATION and looked.world.organization is None:
        pytest.skip("there is no organization")
    found = find(looked, zone, actions, {}, lambda: False)
    assert found is not None
    assert main(["findings", str(world), "--zone", zone.value, "--json"]) in (0, 1)
    told = json.loads(capsys.readouterr().out)
    assert [
        (row.finding.id, row.kept.status.value, row.finding.public, list(row.finding.actions)) for row in found.rows
    ] == [(each["id"], each["status"], each["isPublic"], each["action"]) for each in told["findings"]]
    assert len(found.analysis.open) == len(told["open"])


def test_the_state_file_is_that_of_the_command_line(
    file: Path, actions: Actions, capsys: pytest.CaptureFixture[str]
) -> None:
    looked = look(WorldPlace(str(file)), EXERCISES)
    found = find(looked, ZoneKind.ACCOUNT, actions, {}, lambda: False)
    assert found is not None
    kept = StateFile.of(looked, ZoneKind.ACCOUNT, file.parent)
    assert kept.path is not None
    first = found.rows[0].finding.id
    kept.write(with_status(found, first, Status.ARCHIVED).state)
    main(["findings", str(file), "--state", str(kept.path), "--json"])
    told = {each["id"]: each["status"] for each in json.loads(capsys.readouterr().out)["findings"]}
    assert told[first] == "ARCHIVED"
    main(["findings", "unarchive", first, "--state", str(kept.path)])
    assert kept.read()[first].status is Status.ACTIVE


def test_a_world_is_found_by_name_or_path(file: Path) -> None:
    assert list(offered_worlds("", EXERCISES)) == [path.stem for path in SHARED]
    assert "world.yaml" in list(offered_worlds("wor", EXERCISES))
    assert look(WorldPlace(), EXERCISES).name == SHARED[0].stem
    assert look(WorldPlace("world.yaml"), EXERCISES).title.ko == "시험 월드"
    with pytest.raises(LookupError) as unknown:
        look(WorldPlace("nowhere"), EXERCISES)
    assert "nowhere" in reasons(unknown.value, "ko")[0]


@pytest.mark.parametrize(
    ("written", "part"),
    [
        ("bucket/site", "RESOURCE=FILE"),
        ("acme:bucket/none=partner.json", "none"),
        ("acme:user/dev=partner.json", "cannot be attached"),
        ("acme:bucket/site=none.json", "none.json"),
        ("acme:bucket/site=bad.json", "bad.json, line 1"),
    ],
)
def test_what_cannot_be_previewed_says_why(file: Path, written: str, part: str) -> None:
    Path("bad.json").write_text('{"Version": "2012-10-17", "Statement": [{"Effect": "Maybe"}]}', encoding="utf-8")
    looked = look(WorldPlace(str(file)), EXERCISES)
    with pytest.raises(PreviewError) as error:
        previewed(looked, written)
    assert part in error.value.text("en")
    assert error.value.text("ko")


# the map


async def test_choosing_by_key_and_by_mouse_says_what_is_reached(start: Starter, file: Path) -> None:
    async with start("en", stop=at(file.name)) as running:
        world = screen(running)
        await running.press("down", "down")
        assert world.map.chosen == "acme:user/dev"
        await ready(running.pilot, lambda: ("acme:user/dev", "acme:bucket/site") in world._reached)
        pane = "\n".join(line.plain for line in world.query_one(PartyPane).set_lines(60))
        assert "✓ bucket/site  allowed" in pane
        assert "s3:GetObject" in pane
        assert '"Resource": "arn:aws:s3:::site/*"' in pane
        await running.press("right")
        assert world.map.chosen.startswith("acme:bucket/")
        spot = world.map.drawing.spots["partner:user/kim"]
        await running.click("#map", (spot.x + 2, spot.y - world.map.scroll_offset.y + 1))
        assert world.map.chosen == "partner:user/kim"
        assert "role/reader" in "\n".join(line.plain for line in world.query_one(PartyPane).set_lines(60))
        await running.press("f")
        assert not world.map.drawing.is_whole
        await running.press("f", "escape")
        assert isinstance(running.app.screen, HomeScreen)


async def test_of_a_large_world_only_what_is_in_view_is_painted(
    start: Starter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    users = "".join(f"      user{number}: {{}}\n" for number in range(300))
    file = tmp_path / "large.yaml"
    file.write_text(f'accounts:\n  large:\n    id: "111122223333"\n    users:\n{users}', encoding="utf-8")
    lines: list[Line] = []

    def noting(line: Line) -> Content:
        lines.append(line)
        return painted(line)

    monkeypatch.setattr(painting, "painted", noting)
    async with start("en", (80, 24), at(file)) as running:
        world_map = screen(running).map
        await ready(running.pilot, lambda: len(world_map.drawing.spots) == 300)
        lines.clear()
        await running.press("end")
        assert world_map.chosen == "large:user/user299"
        assert "user/user299" in running.text
        assert 0 < len(lines) <= 2 * 24


async def test_in_an_exercise_the_arrows_follow_the_policy(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        await running.press("w")
        pair = ("acme:user/dev", "acme:bucket/acme-reports")

        def way() -> Way | None:
            arrows = screen(running)._arrows or ()
            return next((each.way for each in arrows if (each.source, each.target) == pair), None)

        await ready(running.pilot, lambda: screen(running)._arrows is not None)
        before = way()
        assert before is not None
        await running.press("escape", "ctrl+t")
        editor = running.app.screen.query_one(PolicyEditor)
        await running.press("w")
        assert isinstance(running.app.screen, WorkbenchScreen), "in the editor it is a letter"
        editor.replace_all(
            '{"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": "*", "Resource": "*"}]}'
        )
        await settled(running.pilot)
        await running.press("escape", "w")
        await ready(running.pilot, lambda: screen(running)._arrows is not None)
        assert way() is not before
        assert way() in (None, Way.BLOCKED)


async def test_an_exercise_that_asks_for_the_decision_does_not_give_it_away(start: Starter) -> None:
    async with start("ko", stop=PREDICT) as running:
        await running.press("w")
        world = screen(running)
        assert "user/dev" in running.text
        assert "풀기 전에는" in running.text
        assert world._arrows is None
        assert world.found is None
        await running.press("v", "z", "v")
        assert not set("✓✗◐") & set("\n".join(line.plain for line in world.map.set_lines(80)))


# external access


async def test_findings_are_archived_and_the_zone_is_switched(start: Starter, file: Path) -> None:
    async with start("en", stop=at("two-accounts"), exercises=EXERCISES) as running:
        world = screen(running)
        await running.press("v")
        await ready(running.pilot, lambda: world.found is not None)
        assert "444455556666" in running.text
        await running.press("a")
        assert [row.kept.status for row in world.found.rows] == [Status.ARCHIVED] if world.found else False
        assert "no active findings" in running.text
        await running.press("a")
        await running.click("#zones", (32, 0))
        assert world.zone is ZoneKind.ORGANIZATION
        await ready(running.pilot, lambda: world.found is not None)
        await running.click("#tabs", (3, 0))
        assert world.view == "map"


async def test_a_preview_shows_what_another_policy_opens_and_closes(start: Starter, file: Path) -> None:
    async with start("en", stop=at(file.name)) as running:
        world = screen(running)
        await ready(running.pilot, lambda: world.found is not None)
        assert world.found is not None
        assert [finding.address.name for finding in world.found.held] == ["closed"]
        await running.press("v", "p")
        await running.write("acme:bucket/site=partner.json")
        await running.press("enter")
        await ready(running.pilot, lambda: world.found is not None)
        assert world.found is not None
        changed = {row.finding.principal.value: row.change for row in world.found.rows if isinstance(row, Row)}
        assert changed["*"] == "RESOLVED"
        assert "Preview: 1 new, 0 changed, 1 unchanged, 1 resolved" in running.text
        assert "preview: acme:bucket/site=partner.json" in running.text
        await running.press("p")
        await ready(running.pilot, lambda: world.found is not None)
        assert world.found is not None
        assert all(row.change is None for row in world.found.rows)


async def test_where_nothing_reaches_in_it_says_that_this_is_proved(start: Starter) -> None:
    async with start("ko", stop=at("acme")) as running:
        world = screen(running)
        await running.press("2")
        await ready(running.pilot, lambda: world.found is not None)
        text = "\n".join(line.plain for line in world.query_one(FindingPane).set_lines(80))
        assert "증명됨" in text


async def test_a_world_that_is_broken_says_where_and_the_one_before_stays(start: Starter, file: Path) -> None:
    broken = file.with_name("broken.yaml")
    broken.write_text("accounts: {acme: {id: 12}}\n", encoding="utf-8")
    async with start("en", stop=at(file.name)) as running:
        await running.press("o")
        await running.write(broken.name)
        await running.press("enter")
        assert any("broken.yaml:1" in each for each in running.said)
        assert screen(running).looked is not None
        await running.press("o", "escape", "escape")
        assert isinstance(running.app.screen, HomeScreen)


async def test_the_world_that_was_looked_at_is_come_back_to(start: Starter, file: Path) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=at(file.name), profile=profile) as running:
        await running.press("escape", "w")
        assert "A world to try" in running.text
    file.unlink()
    async with start("en", profile=profile) as running:
        await running.press("w")
        assert screen(running).looked is not None


# pictures


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_views(
    start: Starter, same_as_snapshot: Callable[[str, str], None], file: Path, lang: Lang, size: tuple[int, int]
) -> None:
    async with start(lang, size, at("world.yaml")) as running:
        world = screen(running)
        await running.press("down", "down")
        await ready(running.pilot, lambda: ("acme:user/dev", "acme:bucket/site") in world._reached)
        shown = running.text
        same_as_snapshot(f"world-map-{lang}-{size[0]}x{size[1]}", shown)
        await running.press("v", "down")
        same_as_snapshot(f"world-external-{lang}-{size[0]}x{size[1]}", running.text)
        assert max(cell_len(line) for line in (shown + running.text).splitlines()) <= size[0]


async def test_at_ease_on_a_wide_screen(start: Starter, same_as_snapshot: Callable[[str, str], None]) -> None:
    async with start("ko", (200, 60), at("two-accounts"), exercises=EXERCISES) as running:
        world = screen(running)
        await ready(running.pilot, lambda: world._arrows is not None and world.found is not None)
        same_as_snapshot("world-map-ko-200x60", running.text)
