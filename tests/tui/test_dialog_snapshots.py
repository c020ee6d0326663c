"""The dialogs as text: files to open and save, a world to choose, a value to find."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from rich.cells import cell_len

from iamtutor.tui.stop import Playground, SandboxPlace, Stop, WorldPlace
from iamtutor.words import Lang
from tests.tui.conftest import DENY_WINS, Starter

PLAY = Stop(playground=Playground())
VIEWS: dict[str, tuple[Stop, tuple[str, ...]]] = {
    "dialog-open": (PLAY, ("ctrl+o", *"po")),
    "dialog-save": (PLAY, ("ctrl+s", *"mine.json")),
    "dialog-world": (Stop(world=WorldPlace()), ("o",)),
    "dialog-policies": (Stop(sandbox=SandboxPlace()), ()),
    "dialog-caller": (DENY_WINS, ("ctrl+t", "ctrl+t", "enter", "w", "enter")),
}


@pytest.mark.parametrize(("lang", "size"), [("ko", (80, 24)), ("en", (120, 36))], ids=["ko-80x24", "en-120x36"])
@pytest.mark.parametrize("view", VIEWS)
async def test_view(
    start: Starter,
    same_as_snapshot: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    view: str,
    lang: Lang,
    size: tuple[int, int],
) -> None:
    (tmp_path / "policies").mkdir()
    for name in ("mine.json", "policy.json", "notes.txt"):
        (tmp_path / name).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    stop, keys = VIEWS[view]
    async with start(lang, size, stop) as running:
        await running.press(*keys)
        text = running.text
    assert max(cell_len(line) for line in text.splitlines()) <= size[0]
    same_as_snapshot(f"{view}-{lang}-{size[0]}x{size[1]}", text)
