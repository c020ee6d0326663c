"""One decision on a screen of its own: opened, walked through, jumped from, and varied."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len

from iamtutor.access import Verdict
from iamtutor.access.picture import Spot
from iamtutor.cloud import World, load_yaml, read_world
from iamtutor.cloud.what_if import Variation, decide_variation
from iamtutor.policy import Statement
from iamtutor.reason.domain import free_keys
from iamtutor.tui.screens.dialog.finder import FinderInput
from iamtutor.tui.screens.trace import Case, TraceScreen
from iamtutor.tui.screens.trace.fields import Field, fields_of, offered, put, read_value, taken, turned, written
from iamtutor.tui.screens.trace.finders import PutValue
from iamtutor.tui.screens.trace.picture_view import PictureView
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.widgets.request_table import RequestRow, RequestTable
from iamtutor.tui.widgets.trace_view import Place
from iamtutor.words import Lang
from tests.tui.conftest import DENY_WINS, Running, Starter, settled

MFA = """{
  "Version": "2012-10-17",
  "Statement": {
    "Sid": "WithMfa", "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::acme-reports/*",
    "Condition": {"Bool": {"aws:MultiFactorAuthPresent": "true"}}
  }
}
"""
ACCOUNTS = """
accounts:
  acme:
    id: "111122223333"
    users:
      dev:
        tags: {team: red}
        boundary: Ceiling
        inline:
          ReadShared: {Version: "2012-10-17", Statement: [
            {Sid: ReadShared, Effect: Allow, Action: ["s3:Get*", "s3:List*"], Resource: "arn:aws:s3:::shared/*", Condition: {IpAddress: {"aws:SourceIp": "203.0.113.0/24"}}},
            {Sid: NoPayroll, Effect: Deny, Action: "s3:*", Resource: "arn:aws:s3:::*/payroll/*"}]}
    policies:
      Ceiling: {document: {Version: "2012-10-17", Statement: [{Effect: Allow, Action: "s3:*", Resource: "*"}]}}
    buckets: {own: {}}
  partner:
    id: "444455556666"
    users: {kim: {}}
    buckets:
      shared:
        policy: {Version: "2012-10-17", Statement: [
          {Sid: LetBlueTeam, Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:user/dev"}, Action: "s3:GetObject", Resource: "arn:aws:s3:::shared/*", Condition: {StringEquals: {"aws:PrincipalTag/team": "blue"}}}]}
"""
CROSSING = Variation("acme:user/dev", "s3:GetObject", "arn:aws:s3:::shared/보고서.csv", {"aws:SourceIp": "203.0.113.7"})
DENIED = Variation("acme:user/dev", "s3:GetObject", "arn:aws:s3:::own/payroll/1.csv", {"aws:SourceIp": "203.0.113.7"})
KEY = Field("key", None, False, "aws:SourceIp")


def world() -> World:
    return read_world(*load_yaml(ACCOUNTS, "world.yaml"))


def nowhere(_statement: Statement) -> Place | None:
    return None


def somewhere(statement: Statement) -> Place | None:
    return Place("own", "own.json", 4 + statement.index)


def screen(running: Running) -> TraceScreen:
    found = running.app.screen
    assert isinstance(found, TraceScreen)
    return found


async def show(running: Running, variation: Variation) -> TraceScreen:
    running.app.push_screen(TraceScreen(running.app.surroundings, Case.varied(world(), variation, somewhere)))
    await settled(running.pilot)
    return screen(running)


# without a screen


def test_a_value_is_shown_as_it_is_typed() -> None:
    for value in ("a", ("a",), ("a", "b"), None, ()):
        assert read_value(written(value)) == value
    assert read_value("  ") is None


def test_a_field_turns_through_what_is_offered_and_round_again() -> None:
    assert [turned(["a", "b", None], value, 1) for value in ("a", "b", None, "other")] == ["b", None, "a", "a"]
    assert turned(["a", "b"], "a", -1) == "b"
    assert turned([], "a", 1) == "a"


def test_fields_say_what_changed_and_go_back() -> None:
    now = put(CROSSING, KEY, "198.51.100.7")
    now = put(now, Field("caller", "acme:user/dev", False), "partner:user/kim")
    fields = {field.id: field for field in fields_of(CROSSING, now, decide_variation(world(), now))}
    assert {field.id for field in fields.values() if field.changed} == {"caller::0", "key:aws:sourceip:0"}
    for name in ("caller::0", "key:aws:sourceip:0"):
        now = taken(now, CROSSING, fields[name])
    assert now == CROSSING
    without = taken(CROSSING, CROSSING, fields_of(CROSSING, CROSSING, decide_variation(world(), CROSSING))[6])
    assert "aws:sourceip" in without.without


def test_a_time_goes_back_with_both_keys() -> None:
    moved = CROSSING.with_key("aws:CurrentTime", "2030-01-01T00:00:00Z")
    decision = decide_variation(world(), moved)
    field = next(field for field in fields_of(CROSSING, moved, decision) if field.key == "aws:CurrentTime")
    assert field.changed
    assert taken(moved, CROSSING, field) == CROSSING


def test_what_policies_ask_for_is_offered_first() -> None:
    decision = decide_variation(world(), CROSSING)
    found = offered(world(), CROSSING, KEY, decision, free_keys)
    assert found[:2] == ["203.0.113.1", "198.51.100.7"]
    assert found[-1] is None
    assert "partner:user/kim" in offered(world(), CROSSING, Field("caller", "", False), decision, free_keys) or (
        "user/kim" in offered(world(), CROSSING, Field("caller", "", False), decision, free_keys)
    )


# on the screen


async def test_enter_on_a_request_opens_it_and_one_key_jumps_to_the_statement(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        bench = running.app.screen
        assert isinstance(bench, WorkbenchScreen)
        bench.requests.focus()
        await running.press("enter")
        assert "ReadReports ◀ decides" in running.text
        await running.press("f3")
        assert running.app.screen is bench
        await running.press("enter", "down", "enter")
        assert running.app.screen is bench
        assert bench.editor is running.app.focused
        assert bench.editor is not None
        assert bench.editor.cursor_location[0] == 3


async def test_the_decision_moves_with_mfa_and_the_exercise_stays_as_it_is(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        bench = running.app.screen
        assert isinstance(bench, WorkbenchScreen)
        assert bench.editor is not None
        assert bench.desk is not None
        bench.editor.replace_all(MFA)
        await settled(running.pilot)
        before = [(row.id, row.verdict) for row in bench.requests.entries]
        bench.requests.focus()
        await running.press("enter", "w", "down", "down", "down", "down")
        assert "MultiFactorAuthPresent = true" in running.text
        await running.press("right")
        assert "✗ Implicit deny  →  ✓ Allowed" in running.text
        assert "Identity-based policy  silent → allows" in running.text
        await running.press("r")
        assert "Nothing changed yet." in running.text
        await running.press("ㅈ", "escape")
        assert [(row.id, row.verdict) for row in bench.requests.entries] == before
        assert bench.desk.sheet.task.requests[0].request.context == {}


async def test_a_change_that_flips_is_taken_up_and_a_caller_is_typed(start: Starter) -> None:
    async with start("ko") as running:
        trace = await show(running, DENIED)
        assert trace.decision.verdict is Verdict.EXPLICITLY_DENIED
        await running.press("w")
        flip = next(n for n, each in enumerate(trace.fields.entries) if each.kind == "flip")
        trace.fields.cursor = flip
        await running.press("enter")
        assert trace.decision.allowed != trace.case.decision.allowed
        assert "결정이 달라집니다." in running.text
        await running.press("r", "home", "enter")
        assert isinstance(running.app.screen, PutValue)
        running.app.screen.query_one(FinderInput).value = "user/nobody"
        await running.press("enter")
        assert "user/nobody" in running.text
        assert isinstance(running.app.screen, PutValue)
        running.app.screen.query_one(FinderInput).value = "root/acme"
        await running.press("enter")
        assert running.app.screen is trace
        assert trace.now is not None
        assert trace.now.caller == "root/acme"
        assert trace.decision.allowed


async def test_a_key_is_added_and_taken_away(start: Starter) -> None:
    async with start("en") as running:
        trace = await show(running, CROSSING)
        await running.press("a")
        running.app.screen.query_one(FinderInput).value = "s3:prefix"
        await running.press("enter")
        running.app.screen.query_one(FinderInput).value = "[a, b]"
        await running.press("enter")
        assert trace.decision.request.context["s3:prefix"] == ("a", "b")
        await running.press("w")
        trace.fields.cursor = next(n for n, each in enumerate(trace.fields.entries) if "s3:prefix" in each.id)
        await running.press("delete")
        assert "s3:prefix" not in trace.decision.request.context


async def test_everything_by_mouse(start: Starter) -> None:
    async with start("en", (80, 40), stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        await running.pilot.click("#requests", offset=(10, 2), times=2)
        await settled(running.pilot)
        picture = screen(running).query_one(PictureView)
        lines = running.text.splitlines()
        y = next(i for i, line in enumerate(lines) if "6 Identity-based policy" in line)
        await running.pilot.click(offset=(20, y))
        await settled(running.pilot)
        assert "ReadReports ◀" not in running.text
        await running.pilot.click(offset=(20, y))
        await settled(running.pilot)
        assert picture.cursor == Spot(5)
        await running.click("#tabs", (16, 0))
        assert "One change that would flip it" in running.text
        await running.click("#tabs", (4, 0))
        lines = running.text.splitlines()
        y = next(i for i, line in enumerate(lines) if "policy.json:4" in line)
        await running.pilot.click(offset=(lines[y].index("policy.json:4") + 2, y))
        await settled(running.pilot)
        assert isinstance(running.app.screen, WorkbenchScreen)


async def test_two_columns_are_walked_with_the_arrows_and_long_pictures_scroll(start: Starter) -> None:
    async with start("en", (80, 24)) as running:
        trace = await show(running, CROSSING)
        picture = trace.picture
        assert picture.picture is not None
        layers = [step.layer for step in picture.picture.path.steps]

        def layer() -> str:
            assert picture.cursor is not None
            return str(layers[picture.cursor.step]) if picture.cursor.step >= 0 else "below"

        assert layer() == "resource"
        await running.press("left")
        assert layer() in ("identity", "endpoint", "scp")
        await running.press("right")
        assert layer() in ("rcp", "resource")
        for _ in range(30):
            await running.pilot.press("down")
        await settled(running.pilot)
        assert picture.scroll_offset.y == picture.max_scroll_y > 0
        await running.press("home")
        assert picture.scroll_offset.y == 0
        await running.press("f")
        assert "Resource    arn:aws:s3:::*/payroll/*" in running.text or picture.max_scroll_y > 20


VIEWS: dict[str, tuple[Variation, tuple[str, ...]]] = {
    "trace-crossing": (CROSSING, ()),
    "trace-denied": (DENIED, ()),
    "what-if": (CROSSING, ("w", "down", "down", "down", "down", "down", "down", "down", "down", "right")),
}


@pytest.mark.parametrize(
    ("view", "lang", "size"),
    [
        *((view, lang, size) for view in VIEWS for lang in ("ko", "en") for size in ((80, 24), (120, 36))),
        ("trace-crossing", "ko", (200, 60)),
    ],
)
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], view: str, lang: Lang, size: tuple[int, int]
) -> None:
    variation, keys = VIEWS[view]
    async with start(lang, size) as running:
        await show(running, variation)
        await running.press(*keys)
        text = running.text
    assert max(cell_len(line) for line in text.splitlines()) <= size[0]
    same_as_snapshot(f"{view}-{lang}-{size[0]}x{size[1]}", text)


# the table

ROWS = (
    RequestRow("a", "user/dev", "s3:GetObject", "arn:aws:s3:::acme-reports/2026/q3-보고서.csv", "allow", "Allowed", True,
               "ReadReports allows", brief="ReadReports"),
    RequestRow("b", "user/dev", "s3:GetObject", "arn:aws:s3:::acme-reports/2026/q3-보고서.csv", "deny", "ImplicitlyDenied", True,
               "no identity-based policy allows · ReadReports: Bool aws:MultiFactorAuthPresent differs",
               context=(("aws:MultiFactorAuthPresent", "false"), ("aws:SourceIp", "203.0.113.7")), brief="✗ Bool · ReadReports"),
    RequestRow("c", "arn:aws:iam::444455556666:role/reader", "sts:AssumeRole", "arn:aws:iam::111122223333:role/partner", "deny", None),
    RequestRow("r", "", "rule", "No NotAction in this exercise, please: it lets in whatever AWS invents tomorrow", is_note=True, ok=False),
)  # fmt: skip


@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_the_columns_of_the_table_stand_level_at_every_width(start: Starter, lang: Lang) -> None:
    async with start(lang, (200, 60), DENY_WINS) as running:
        table = running.app.screen.query_one(RequestTable)
        table.show(ROWS)
        for width in (*range(36, 140, 7), 68, 78):
            columns = table._columns(width)
            assert sum(columns) + 3 <= max(width, 60)
            for index in range(len(ROWS)):
                assert table.row(index, max(width, 60)).cell_length <= max(width, 60)
            heading = table.heading(width)
            assert heading is not None
            assert heading.cell_length == sum(columns) + 3
        wide = [table.row(index, 130).plain for index in range(3)]
        assert "MFA ✗ 203.0.113.7" in wide[1]
        assert "role/reader" in wide[2]
        at = cell_len(wide[0][: wide[0].index("s3:GetObject")])
        assert at == cell_len(wide[2][: wide[2].index("sts:AssumeRole")])


async def test_below_the_row_in_hand_stands_what_its_columns_leave_out(start: Starter) -> None:
    async with start("en", stop=DENY_WINS) as running:
        table = running.app.screen.query_one(RequestTable)
        table.show(ROWS)
        table.cursor = 1
        await settled(running.pilot)
        assert "MFA ✗ 203.0.113.7" in running.text
        assert "no identity-based policy allows" in running.text
        table.cursor = 3
        await settled(running.pilot)
        assert "└ No NotAction" in running.text
