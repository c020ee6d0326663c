"""The editor's find line, its offer after a paste, and the comparison, as one sees them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from rich.cells import cell_len
from textual import events

from iamtutor.study import Profile
from iamtutor.words import Lang
from tests.tui.conftest import DENY_WINS, Starter, clock, settled
from tests.tui.test_editor import hand

DIRTY = """{
  // who may read
  "Version": "2012-10-17",
  'Statement': [{"Effect": "Allow", "Action": ["s3:GetObject",]}],
}"""


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("lang", ["ko", "en"])
async def test_view(
    start: Starter, same_as_snapshot: Callable[[str, str], None], lang: Lang, size: tuple[int, int]
) -> None:
    profile = Profile.in_memory(clock)
    profile.settings.reading = lang
    async with start(lang, size, DENY_WINS, profile) as running:

        async def compare(view: str) -> None:
            await running.rest()
            assert max(cell_len(line) for line in running.text.splitlines()) <= size[0]
            same_as_snapshot(f"editor-{view}-{lang}-{size[0]}x{size[1]}", running.text)

        await running.press("ctrl+t", "ctrl+f")
        await running.write("s3:")
        await compare("find")
        await running.press("escape", "ctrl+a")
        hand(running).post_message(events.Paste(DIRTY))
        await settled(running.pilot)
        hand(running).release()
        await settled(running.pilot)
        await compare("offer")
        await running.press("f10", "f9", "y", "y", "escape", "escape", "d", "tab")
        await compare("diff")
