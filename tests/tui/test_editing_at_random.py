"""Nothing that knows places of a text may break when the text goes on: offers, findings, marks, completions, finds, undo.

Textual ends a run without a terminal at the first fault, so these tests expect nothing but to come through.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest
from textual import events
from textual.worker import WorkerCancelled

from iamtutor.tui.screens.editing import Editing
from iamtutor.tui.screens.editing.offer_line import OfferLine
from iamtutor.tui.stop import Playground, Stop
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from tests.tui.conftest import DENY_WINS, Running, Starter, settled

PLAY = Stop(playground=Playground())
COMMENTED = '{\n  // who\n  "Version": "2012-10-17",\n  "Statement": [],\n}'
PIECES = (
    COMMENTED,
    "// one\n" * 30 + '{"Version": "2012-10-17",}',
    '{"Version": "2012-10-17", "Statement": [{"Effect": "allow", "Action": "s3:GetObjekt", "Resource": "*"}]}',
    "{\r\n  'Statement': [],\r\n}\r\n",
    "\n",
    "“한글”\u2028,\x0c",
)
STEPS = 30


def hand(running: Running) -> PolicyEditor:
    screen = running.app.screen
    assert isinstance(screen, Editing)
    assert screen.hand is not None
    return screen.hand


async def paste(running: Running, text: str) -> None:
    hand(running).post_message(events.Paste(text))
    await settled(running.pilot)


@pytest.mark.parametrize("stop", [PLAY, DENY_WINS], ids=["playground", "exercise"])
async def test_an_offer_goes_with_the_text_it_spoke_of(start: Starter, stop: Stop) -> None:
    async with start("en", (80, 24), stop) as running:
        if stop is DENY_WINS:
            await running.press("ctrl+t")
        offer = running.app.screen.query_one(OfferLine)

        async def removed() -> None:
            await running.press("ctrl+a", "backspace")

        async def replaced() -> None:
            await running.press("ctrl+a")
            await paste(running, "{}")

        async def undone() -> None:
            await running.press("ctrl+z")

        ways: tuple[Callable[[], Awaitable[None]], ...] = (removed, replaced, undone)
        for way in ways:
            await running.press("ctrl+a")
            await paste(running, COMMENTED)
            assert offer.offer is not None
            await way()
            assert offer.offer is None, way.__name__
            await running.press("f10")
        await running.press("ctrl+a")
        await paste(running, COMMENTED)
        await running.press("end", "x")
        assert offer.offer is not None, "what was pasted is there still"
        await running.press("f10")
        assert hand(running).text == '{\n  "Version": "2012-10-17",\n  "Statement": []\n}x'


async def test_an_undo_that_takes_the_scrollbar_away_is_no_fault(start: Starter) -> None:
    async with start("en", (80, 24), PLAY) as running:
        await running.press("ctrl+a")
        await paste(running, "{\n}")
        for _ in range(2):
            await paste(running, "\n" * 40)
            assert hand(running).show_vertical_scrollbar
            await running.press("ctrl+z")
            assert hand(running).text == "{\n}"
            await running.press("ctrl+y")
            assert hand(running).show_vertical_scrollbar
            await running.press("ctrl+z")


KEYS: tuple[tuple[str, ...], ...] = (
    ("ctrl+a", "backspace"),
    ("ctrl+a", "delete"),
    ("ctrl+z",),
    ("ctrl+y",),
    ("backspace", "backspace"),
    ("enter",),
    ('"', "s", "3", ":"),
    ("{",),
    ("up", "home"),
    ("ctrl+end",),
    ("ctrl+home", "down"),
    ("shift+up", "shift+up", "delete"),
    ("ctrl+space",),
    ("down", "tab"),
    ("f10",),
    ("alt+up",),
    ("alt+shift+down",),
    ("alt+shift+f",),
    ("alt+enter",),
    ("ctrl+f", "s", "enter", "escape"),
    ("escape",),
    ("ctrl+k",),
    ("f7",),
    ("f6",),
    ("ctrl+r", "enter"),
    ("ctrl+r", "f"),
)


@pytest.mark.parametrize("seed", range(2))
async def test_whatever_is_typed_pasted_and_deleted_nothing_breaks(start: Starter, seed: int) -> None:
    chance = random.Random(seed)
    async with start("ko" if seed % 2 else "en", (80, 24), DENY_WINS if seed % 2 else PLAY) as running:
        screen = running.app.screen
        assert isinstance(screen, Editing)
        for _ in range(STEPS):
            if not isinstance(running.app.focused, PolicyEditor):
                screen.to_hand()
            what = chance.choice((None, None, None, *PIECES))
            if what is None:
                await running.pilot.press(*chance.choice(KEYS))
            else:
                hand(running).post_message(events.Paste(what))
                await running.pilot.pause()
            if chance.random() < 0.3:
                with suppress(WorkerCancelled):  # the next key may cancel what the harness waits for
                    await running.rest()
            if running.app.screen is not screen:
                await running.press("escape")
            if running.app.screen is not screen:
                running.app.pop_screen()
                await running.pilot.pause()
        await running.press("ctrl+a", "backspace")
        await running.rest()
        assert hand(running).text == ""
        assert all(hand(running).line_of(each) == 1 for each in hand(running).findings)
