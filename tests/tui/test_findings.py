"""Policy validation in the editor: when findings appear, how they are told, and how they are mended."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from iamtutor.analyzer import validate
from iamtutor.policy import PolicyKind, Severity, read
from iamtutor.study import Profile
from iamtutor.tui.screens.editing import Checking
from iamtutor.tui.screens.editing.checking import CALM, REST
from iamtutor.tui.screens.findings import FindingsScreen
from iamtutor.tui.screens.findings.detail import FindingDetail
from iamtutor.tui.screens.findings.rows import FindingRows
from iamtutor.tui.screens.playground import PlaygroundScreen
from iamtutor.tui.screens.workbench import WorkbenchScreen
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.stop import Playground, PolicyFile, Stop
from iamtutor.tui.validation import carried, checked, mended, read_findings
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from tests.tui.conftest import CLEAN, CONTENT, DENY_WINS, Running, Starter, StoppedClock, clock, settled

START = (CONTENT / "exercises/evaluation/clean-policy/start/policy.json").read_text()
SOLUTION = (CONTENT / "exercises/evaluation/clean-policy/solution/policy.json").read_text()
TYPO = 8
"""The line of the start that names an action that does not exist."""


def bench(running: Running) -> WorkbenchScreen:
    return next(screen for screen in running.app.screen_stack if isinstance(screen, WorkbenchScreen))


def desk(running: Running) -> Desk:
    found = bench(running).desk
    assert found is not None
    return found


def editor(running: Running) -> PolicyEditor:
    found = bench(running).editor
    assert found is not None
    return found


def codes(running: Running) -> list[str]:
    return [finding.code for finding in editor(running).findings]


def gutter(running: Running, line: int) -> str:
    """What is painted before a line of the text."""
    strip = editor(running).render_line(line - 1 - editor(running).scroll_offset.y)
    return strip.text[: editor(running).gutter_width].strip()


async def validated(running: Running) -> None:
    """All that stands there was validated, though not all may be said of it yet."""
    screen = next(screen for screen in running.app.screen_stack if isinstance(screen, Checking))
    await settled(running.pilot)
    await running.until(lambda: not screen.is_behind and not screen._unchecked())


async def calm(running: Running) -> None:
    """All was said that there is to say."""
    await validated(running)
    screen = next(screen for screen in running.app.screen_stack if isinstance(screen, Checking))
    await running.until(lambda: not screen._is_timed and not any(each._is_timed for each in screen.editors))


def listed(running: Running) -> FindingsScreen:
    screen = running.app.screen
    assert isinstance(screen, FindingsScreen)
    return screen


def detail(running: Running) -> str:
    lines = listed(running).query_one(FindingDetail).set_lines(90)
    return "\n".join(line.plain for line in lines)


async def test_findings_are_there_when_an_exercise_opens_each_with_its_sign(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        await running.press("ctrl+t")
        assert codes(running) == ["INVALID_ACTION", "REDUNDANT_ACTION", "PASS_ROLE_WITH_STAR_IN_RESOURCE"]
        assert gutter(running, TYPO) == f"{TYPO}✗"
        assert gutter(running, 25) == "25!"
        assert gutter(running, 17) == "17", "suggestions are only counted"
        assert "line 8: There is no action s3:GetObjec" in running.text
        assert "^r Findings 3" in running.text


async def test_the_message_below_is_of_the_line_of_the_cursor(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        editor(running).go_to(25)
        await settled(running.pilot)
        assert str(editor(running).border_subtitle).startswith("! line 25: iam:PassRole")


async def test_what_is_not_serious_is_counted_below(start: Starter) -> None:
    async with start("ko", stop=DENY_WINS) as running:
        editor(running).replace_all(START.replace('"s3:GetObjec",', "").replace('"iam:PassRole"', '"iam:GetRole"'))
        await validated(running)
        assert codes(running) == ["REDUNDANT_ACTION"]
        assert str(editor(running).border_subtitle).endswith("· 제안 1")
        assert not editor(running).has_class("-has-error")


def undisturbed() -> Profile:
    """A profile whose owner does not let completions come by themselves: the first would open the catalogue meanwhile."""
    profile = Profile.in_memory(clock)
    profile.settings.completion = "asked"
    return profile


async def test_nothing_is_said_of_the_line_being_written_until_typing_pauses(
    start: Starter, stopped: StoppedClock
) -> None:
    async with start("en", stop=DENY_WINS, profile=undisturbed()) as running:
        await running.press("ctrl+t")
        editor(running).move_cursor((6, len('      "Action": "s3:GetObject')))
        await running.press("s")
        stopped.now += REST
        await validated(running)
        assert codes(running) == [], "the word may not be finished"
        stopped.now += CALM
        await calm(running)
        assert codes(running) == ["INVALID_ACTION"]
        assert gutter(running, 7) == "7✗"


async def test_leaving_the_line_is_enough(start: Starter, stopped: StoppedClock) -> None:
    async with start("en", stop=DENY_WINS, profile=undisturbed()) as running:
        await running.press("ctrl+t")
        editor(running).move_cursor((6, len('      "Action": "s3:GetObject')))
        await running.press("s")
        stopped.now += REST
        await validated(running)
        assert codes(running) == []
        await running.press("down")
        assert codes(running) == ["INVALID_ACTION"]


async def test_findings_stay_and_move_along_while_the_text_around_them_is_half_written(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        await running.press("ctrl+t")
        editor(running).go_to(2)
        await running.press("enter", "quotation_mark", "V")
        assert gutter(running, TYPO + 1) == f"{TYPO + 1}✗"
        await validated(running)
        assert "INVALID_ACTION" in codes(running), "a text that is no JSON says nothing new"
        assert gutter(running, TYPO + 1) == f"{TYPO + 1}✗"
        assert gutter(running, TYPO) == str(TYPO)


async def test_signs_do_not_jump_before_the_text_is_read_again(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        editor(running).go_to(2)
        editor(running).action_cursor_line_end()
        editor(running).replace("\n", *editor(running).selection)  # painted before it is read
        assert editor(running).reading is not None
        assert editor(running).reading.text != editor(running).text
        assert gutter(running, TYPO + 1) == f"{TYPO + 1}✗"
        assert gutter(running, TYPO) == str(TYPO)


async def test_a_stale_validation_is_refused(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        bench_, before = bench(running), desk(running).attempt.readings["policy"]
        await running.press("ctrl+t")
        editor(running).replace_all(SOLUTION)
        await validated(running)
        assert codes(running) == []
        old = validate(read(START, PolicyKind.IDENTITY))
        bench_.post_message(bench_.Validated("policy", before, old))
        await settled(running.pilot)
        assert codes(running) == []


async def test_the_list_tells_all_and_leads_there(start: Starter) -> None:
    async with start("en", (80, 24), CLEAN) as running:
        await running.press("ctrl+t", "ctrl+r")
        assert "Policy validation · 3 findings" in running.text
        assert "INVALID_ACTION" in detail(running)
        assert '- "s3:GetObjec",' in detail(running)
        assert '+ "s3:GetObject",' in detail(running)
        await running.press("down", "down")
        told = detail(running)
        assert "Why it matters" in told
        assert "How to mend it" in told
        assert "-security-warning-pass-role-with-star-in-resource" in told.replace("\n", "")
        assert "f Quick fix" not in running.text.splitlines()[-3], "nothing to fix here"
        await running.press("enter")
        assert running.app.focused is editor(running)
        assert editor(running).cursor_location == (24, len('      "Action": '))


async def test_a_quick_fix_from_the_list_is_undone_by_one_key(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        await running.press("ctrl+t", "ctrl+r", "f")
        assert editor(running).text == START.replace('"s3:GetObjec"', '"s3:GetObject"')
        assert editor(running).cursor_location[0] == TYPO - 1
        await calm(running)
        assert "INVALID_ACTION" not in codes(running)
        await running.press("ctrl+z")
        assert editor(running).text == START
        await calm(running)
        assert "INVALID_ACTION" in codes(running)


async def test_a_quick_fix_at_the_cursor(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        await running.press("ctrl+t", "f7")
        assert editor(running).text == START, "there is nothing to fix in line 1"
        editor(running).go_to(TYPO)
        await running.press("f7")
        assert editor(running).text == START.replace('"s3:GetObjec"', '"s3:GetObject"')


async def test_a_quick_fix_of_what_the_reader_found(start: Starter) -> None:
    async with start("ko", stop=DENY_WINS) as running:
        await running.press("ctrl+t")
        editor(running).replace_all(SOLUTION.replace("Effect", "Efect"))
        await settled(running.pilot)
        editor(running).go_to(6)
        await running.press("f7")
        assert editor(running).text == SOLUTION


async def test_by_mouse(start: Starter) -> None:
    async with start("en", (120, 36), CLEAN) as running:
        await running.click("PolicyEditor", (3, TYPO))  # the sign of its line
        assert "INVALID_ACTION" in detail(running)
        await running.click("FindingRows", (20, 2))
        assert "PASS_ROLE" in detail(running)
        await running.click("FindingRows", (20, 0))
        await running.click("#findings KeyBar", (20, 0))
        assert editor(running).text == START.replace('"s3:GetObjec"', '"s3:GetObject"')
        await calm(running)
        await running.click("PolicyEditor", (30, editor(running).outer_size.height - 1))  # what is said below
        assert "PASS_ROLE" in detail(running)
        await running.click("FindingRows", (20, 0))
        assert "REDUNDANT_ACTION" in detail(running)
        await running.click("FindingRows", (20, 0))
        assert not isinstance(running.app.screen, FindingsScreen)
        assert editor(running).cursor_location[0] == 16


async def test_everything_can_be_marked_and_that_is_remembered(start: Starter) -> None:
    profile = Profile.in_memory(clock)
    async with start("en", stop=CLEAN, profile=profile) as running:
        await running.press("ctrl+t", "ctrl+r", "a", "escape")
        assert gutter(running, 17) == "17i"
        assert profile.settings.marking == "all"
    async with start("en", stop=CLEAN, profile=profile) as running:
        assert gutter(running, 17) == "17i"


async def test_the_list_follows_the_language_and_the_text(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        await running.press("ctrl+t", "ctrl+r")
        running.app.action_switch_language()
        await settled(running.pilot)
        assert "정책 검증 · 3개" in running.text
        assert "왜 문제인가" in running.text
        editor(running).replace_all(SOLUTION)
        await validated(running)
        assert listed(running).query_one(FindingRows).row_count() == 0
        assert "찾은 것이 없습니다" in running.text


async def test_the_rule_stands_in_the_table_and_opens_its_line(start: Starter) -> None:
    async with start("en", stop=CLEAN) as running:
        await running.press("ctrl+t", "ctrl+t")
        rows = bench(running).requests.entries
        rules = [row for row in rows if row.id.startswith("rule:")]
        assert rules[0].resource == "line 8: Policy validation must not find INVALID_ACTION"
        bench(running).requests.cursor = rows.index(rules[0])
        await running.press("enter")
        assert running.app.focused is editor(running)
        assert editor(running).cursor_location == (TYPO - 1, 0)
        editor(running).replace_all(SOLUTION)
        await validated(running)
        assert not [row for row in bench(running).requests.entries if row.id.startswith("rule:")]
        await running.press("f5")
        assert desk(running).solved


@given(st.integers(0, len(START)), st.integers(0, 12), st.text(alphabet='ab"\n 가', max_size=6))
def test_findings_are_carried_to_where_they_stand_after_any_change(at: int, length: int, put: str) -> None:
    before = validate(read(START, PolicyKind.IDENTITY))
    now = START[:at] + put + START[at + length :]
    after = carried(before, START, now)
    for finding in after:
        same = next(each for each in before if each.code == finding.code)
        assert now[finding.span.start : finding.span.end] == START[same.span.start : same.span.end]
    far = [each for each in before if not (at - 12 <= each.span.end and each.span.start <= at + length + 12)]
    assert {each.code for each in far} <= {each.code for each in after}


def test_a_fix_replaces_its_span_and_nothing_else() -> None:
    finding = next(each for each in validate(read(START, PolicyKind.IDENTITY)) if each.fix)
    assert finding.fix is not None
    assert mended(START, finding.fix) == START.replace('"s3:GetObjec"', '"s3:GetObject"')


def test_checks_add_only_what_the_reader_does_not_say_and_nothing_to_half_a_text() -> None:
    reading = read(START.replace("Effect", "Efect", 1), PolicyKind.IDENTITY)
    own = checked(reading, None, None, lambda: False)
    assert own is not None
    assert "INVALID_POLICY_ELEMENT" not in {each.code for each in own}
    assert "INVALID_POLICY_ELEMENT" in {each.code for each in read_findings(reading)}
    assert checked(read(START[:-9], PolicyKind.IDENTITY), None, None, lambda: False) is None
    assert checked(reading, None, None, lambda: True) is None


def test_where_iam_refuses_what_the_analyzer_suggests_the_worse_is_said() -> None:
    reading = read(SOLUTION.replace('"s3:GetObject",\n        "s3:GetObjectTagging"', ""), PolicyKind.IDENTITY)
    assert [(each.code, each.severity) for each in read_findings(reading)] == [("EMPTY_ARRAY_ACTION", Severity.ERROR)]


# the playground


async def test_the_playground_validates_both_sides_by_their_kind(start: Starter) -> None:

    anybody = (
        '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}}'
    )
    files = (PolicyFile("a.json", START), PolicyFile("b.json", SOLUTION))
    async with start("en", stop=Stop(playground=Playground(files))) as running:
        play = running.app.screen
        assert isinstance(play, PlaygroundScreen)
        one, other = play.editors
        assert "INVALID_ACTION" in [each.code for each in one.findings]
        assert other.findings == ()
        assert "^r Findings 3" in running.text
        await running.press("ctrl+r")
        assert isinstance(running.app.screen, FindingsScreen)
        assert "Policy validation · 3 findings" in running.text
        await running.press("f")
        assert '"s3:GetObject"' in one.text, "mended"
        other.replace_all(anybody)
        one.replace_all(anybody)
        await calm(running)
        assert play.pair.kind is PolicyKind.TRUST
        code = "ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL"
        assert [each.code for each in other.findings] == [code]
        play._choose_kind("identity")
        await settled(running.pilot)
        assert "UNSUPPORTED_PRINCIPAL" in [each.code for each in other.findings], (
            "the kind decides what is found: nobody is named in an identity-based policy"
        )


async def test_a_quick_fix_in_the_playground(start: Starter) -> None:
    async with start("ko", stop=Stop(playground=Playground((PolicyFile("a.json", START),)))) as running:
        play = running.app.screen
        assert isinstance(play, PlaygroundScreen)
        play.go_to_line("b", TYPO)
        await running.press("f7")
        assert play.editor("a").text == START
        assert '"s3:GetObject",' in play.editor("b").text
