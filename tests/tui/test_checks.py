"""The custom checks of IAM Access Analyzer on the playground, by keyboard and by mouse."""

from __future__ import annotations

import json

import pytest
from textual.widgets import Input

from iamtutor.catalog import CatalogError, Source
from iamtutor.policy import PolicyKind
from iamtutor.reason import Access
from iamtutor.tui.screens.playground import PlaygroundScreen
from iamtutor.tui.screens.playground.check_view import CheckView
from iamtutor.tui.screens.playground.checking import Wanted
from iamtutor.tui.screens.playground.checks import Checks
from tests.tui.conftest import Running, Starter, settled
from tests.tui.test_playground import BOTH, READ, editor, opened

BUCKET = "arn:aws:s3:::acme-reports/*"
OURS = (
    READ.replace('"Effect"', '"Principal": {"AWS": "111122223333"}, "Effect"')
    .replace('"*"', f'"{BUCKET}"')
    .replace('"Statement": ', '"Statement":\n')
)
PUBLIC = OURS.replace('{"AWS": "111122223333"}', '"*"')
TRUST = """{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Principal": {"AWS": "111122223333"},
"Action": "sts:AssumeRole"}}"""


def said(running: Running, check: str) -> str:
    """What stands below the name of a check."""
    view = running.app.screen.query_one(f"#{check}", CheckView)
    return "\n".join(line.plain for line in view.set_lines(200))


async def ask(running: Running, actions: str, resources: str = "") -> None:
    running.app.screen.query_one("#actions", Input).value = actions
    running.app.screen.query_one("#resources", Input).value = resources
    await settled(running.pilot)


async def test_no_new_access_passes_and_fails(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f5")
        assert isinstance(running.app.screen, Checks)
        assert said(running, "no-new-access") == " ✓ PASS  A grants no access that B does not"
        await running.press("escape", "f9", "f5")
        failed = said(running, "no-new-access")
        assert "✗ FAIL  A grants access that B does not" in failed
        assert "s3:PutObject" in failed
        assert "Because of  A:1" in failed


async def test_access_not_granted_follows_what_is_typed(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f5")
        assert "Give an action or a resource" in said(running, "access-not-granted")
        await running.write("s3:put*")
        assert "✓ PASS  A grants none" in said(running, "access-not-granted")
        await running.write(",s3:get*")
        assert "✗ FAIL" in said(running, "access-not-granted")
        await ask(running, "", BUCKET)
        failed = said(running, "access-not-granted")
        assert "✗ FAIL" in failed
        assert "acme-reports/" in failed
        await ask(running, "s3:Get")
        assert "No action matches s3:Get." in said(running, "access-not-granted")
        await ask(running, "s3")
        assert "service:action" in said(running, "access-not-granted")
        await ask(running, "s3:*", "acme")
        assert "Write a resource as an ARN or *: acme" in said(running, "access-not-granted")
        assert "PASS" in said(running, "no-new-access")


async def test_no_public_access_passes_and_fails(start: Starter) -> None:
    async with start("en", stop=opened(PUBLIC, OURS)) as running:
        await running.press("f5")
        found = said(running, "no-public-access")
        assert "✗ FAIL  A grants public access" in found
        assert "anonymous  s3:GetObject" in found
        assert "✓ PASS  B grants no public access" in found


async def test_where_a_check_does_not_apply_it_says_why(start: Starter) -> None:
    async with start("en", stop=opened(READ, READ)) as running:
        await running.press("f5")
        found = said(running, "no-public-access")
        assert "A · B: CheckNoPublicAccess is for resource-based and trust policies" in found
        assert found.count("○") == 1
    async with start("en", stop=opened(OURS, OURS, kind="rcp")) as running:
        await running.press("f5")
        assert "○" in said(running, "access-not-granted")
    async with start("en", stop=opened(TRUST, TRUST)) as running:
        await running.press("f5")
        assert running.app.screen.query_one("#resources", Input).disabled
        assert "a trust policy names no resources" in running.text
        await running.write("sts:*")
        assert "✗ FAIL" in said(running, "access-not-granted")


async def test_a_text_that_cannot_be_read_hinders_only_what_needs_it(start: Starter) -> None:
    async with start("en", stop=opened(PUBLIC, OURS + "{", kind="resource")) as running:
        await running.press("f5")
        assert said(running, "no-new-access") == " ○ Not checked: B cannot be read."
        assert "FAIL  A grants public access" in said(running, "no-public-access")
        assert "Not checked: B cannot be read." in said(running, "no-public-access")
        await running.write("s3:*")
        assert "FAIL" in said(running, "access-not-granted")
    async with start("en", stop=opened("{", "")) as running:
        await running.press("f5")
        assert said(running, "no-new-access") == " ○ Not checked: A · B cannot be read."


async def test_without_the_catalogue_it_says_so(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Source:
        raise CatalogError("catalog.no-data")

    monkeypatch.setattr(Source, "installed", missing)
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f5")
        assert "the data of the catalogue is missing" in said(running, "no-new-access")


async def test_the_next_change_cancels_what_is_under_way(start: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[Access, bool]] = []
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f5")
        checks = running.app.screen
        assert isinstance(checks, Checks)

        def slow(document: object, access: Access, *_: object, cancelled: object, **__: object) -> object:
            assert callable(cancelled)
            checks._revision += 1  # as a keystroke does
            asked.append((access, cancelled()))
            from iamtutor.reason import CancelledError

            raise CancelledError

        monkeypatch.setattr("iamtutor.reason.access_not_granted", slow, raising=False)  # it is looked up lazily
        await ask(running, "s3:*")
        assert "PASS" not in said(running, "access-not-granted")
    assert asked == [(Access(("s3:*",)), True)]


async def test_the_language_switches_in_the_window(start: Starter) -> None:
    async with start("ko", stop=opened(PUBLIC, OURS)) as running:
        await running.press("f5")
        await running.write("s3:*")
        assert "A는 퍼블릭 액세스를 허용합니다" in running.text
        running.app.action_switch_language()
        await settled(running.pilot)
        for words in ("Custom policy checks", "Actions", "A grants public access", "Because of", "Close"):
            assert words in running.text


async def test_escape_leaves_and_what_was_typed_is_there_again(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.press("f5")
        await running.write("s3:get*")
        await running.press("escape")
        assert isinstance(running.app.screen, PlaygroundScreen)
        assert running.app.focused is editor(running, "a")
        await running.press("f5")
        assert running.app.screen.query_one("#actions", Input).value == "s3:get*"
        assert "FAIL" in said(running, "access-not-granted")


async def test_enter_and_a_click_go_to_the_statement(start: Starter) -> None:
    async with start("en", size=(80, 24), stop=opened(PUBLIC, PUBLIC.replace('":\n', '":\n\n'))) as running:
        await running.press("f5", "tab", "tab", "tab", "enter")
        assert isinstance(running.app.screen, PlaygroundScreen)
        assert running.app.focused is editor(running, "a")
        assert editor(running, "a").cursor_location[0] == 1
        await running.press("f5")
        lines = running.text.splitlines()
        y = next(i for i, line in enumerate(lines) if "B:3" in line)
        await running.pilot.click(offset=(lines[y].index("B:3") + 1, y))
        await settled(running.pilot)
        assert running.app.focused is editor(running, "b")
        assert editor(running, "b").cursor_location[0] == 2


async def test_by_mouse_there_and_back(start: Starter) -> None:
    async with start("en", stop=opened(READ, BOTH)) as running:
        await running.click("KeyBar", (running.text.splitlines()[-1].index("Checks"), 0))
        assert isinstance(running.app.screen, Checks)
        await running.click("#close")
        assert isinstance(running.app.screen, PlaygroundScreen)


def test_what_is_typed_is_parted_by_commas() -> None:
    wanted = Wanted(" s3:* ,, iam:Get*,", "*")
    assert wanted.access(PolicyKind.IDENTITY) == Access(("s3:*", "iam:Get*"), ("*",))
    assert wanted.access(PolicyKind.TRUST) == Access(("s3:*", "iam:Get*"))
    assert wanted.problem("ko") == ""


async def test_what_is_longer_than_the_window_is_scrolled(start: Starter) -> None:
    statements = [
        {"Sid": f"Number{i}", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": f"{BUCKET}{i}"}
        for i in range(9)
    ]
    many = json.dumps({"Version": "2012-10-17", "Statement": statements})
    async with start("en", size=(80, 24), stop=opened(many, OURS)) as running:
        await running.press("f5")
        assert "Close (esc)" in running.text
        assert "B grants no public access" not in running.text
        await running.press(*["down"] * 20)
        assert "B grants no public access" in running.text
        await running.press("shift+tab", *["up"] * 20)
        assert "CheckNoNewAccess" in running.text
        assert "A:1 Number8" in running.text
        assert "on acme-reports/" in running.text
