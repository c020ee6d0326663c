"""Draws the README's pictures: `python docs/make_screens.py` runs the app and saves its screens as SVG, in both languages.

Wide characters are put on their cells one by one: Rich squeezes a run of them into half its width.
"""

from __future__ import annotations

import asyncio
import html
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from rich.cells import cell_len

from iamtutor.course.content_root import content_root
from iamtutor.study import Profile
from iamtutor.tui import Surroundings, make_app
from iamtutor.tui.stop import CatalogPlace, Stop, WorldPlace

if TYPE_CHECKING:
    from iamtutor.words import Lang

HERE = Path(__file__).parent / "screens"
CELL = 12.2  # the width of Rich's character cell at its font size
TEXT = re.compile(
    r'<text class="([^"]*)" x="([0-9.]+)" y="([0-9.]+)" textLength="[0-9.]+" clip-path="([^"]*)">([^<]*)</text>'
)


@dataclass(frozen=True)
class Picture:
    """One screen: where it opens, its size in cells, and the keys to press before it is taken."""

    name: str
    size: tuple[int, int]
    stop: Stop | None = None
    keys: tuple[str, ...] = ()


AT_ACTION = ("ctrl+t", "ctrl+home", *["down"] * 6, "end", *["left"] * 2, *["backspace"] * 4)
"""Into the editor, within the Action of the policy, whose value is taken out."""

PICTURES = (
    Picture("home", (100, 30)),
    Picture("lesson", (170, 44), Stop(lesson="evaluation-logic", step=""), ("f3",)),
    Picture("exercise", (130, 40), Stop(exercise="evaluation/deny-wins"), (*AT_ACTION, *"s3:get")),
    Picture("trace", (130, 40), Stop(exercise="cross-account/both-must-say-yes"), ("alt+t", "w", "end", "enter")),
    Picture("world", (130, 40), Stop(world=WorldPlace("two-accounts")), ("down",) * 5),
    Picture("catalog", (130, 34), Stop(catalog=CatalogPlace("s3:GetObject"))),
)


async def take(picture: Picture, lang: Lang) -> None:
    """Run the app on a screen of the picture's size and save what it shows."""
    lessons, exercises = content_root()
    clock = lambda: datetime(2026, 11, 23, 9, tzinfo=UTC)  # noqa: E731
    with tempfile.TemporaryDirectory() as home, Profile.open(Path(home), clock) as profile:
        profile.settings.put("welcomed", "yes")
        app = make_app(Surroundings(lessons, exercises, profile, clock, 1), lang, None)
        async with app.run_test(size=picture.size) as pilot:
            await pilot.pause(0.5)
            if picture.stop is not None:
                stop = picture.stop
                app.open_lesson(stop.lesson) if stop.lesson else app.open_stop(stop)
            await pilot.pause(1.5)
            for key in picture.keys:
                await pilot.press(key)
                await pilot.pause(0.05)
            await pilot.pause(2.0)
            svg = app.export_screenshot(title="iamtutor")
    (HERE / f"{picture.name}.{lang}.svg").write_text(on_cells(svg), "utf-8")


def on_cells(svg: str) -> str:
    """The picture with every wide character on its two cells, and with fonts of the reader's own machine."""
    svg = re.sub(r"@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    svg = svg.replace("Fira Code, monospace", "'Fira Code', 'D2Coding', 'Noto Sans Mono CJK KR', monospace")
    return TEXT.sub(_placed, svg)


def _placed(match: re.Match[str]) -> str:
    css, x, y, clip, raw = match.groups()
    text = html.unescape(raw).replace("\xa0", " ")
    if text.isascii():
        return match.group(0)
    out, cell = [], 0
    for wide, run in groupby(text, lambda char: cell_len(char) == 2):
        joined = "".join(run)
        for piece in joined if wide else [joined]:
            body = html.escape(piece).replace(" ", "&#160;")
            width = cell_len(piece) * CELL
            out.append(
                f'<text class="{css}" x="{float(x) + cell * CELL:.1f}" y="{y}" textLength="{width:.1f}" '
                f'lengthAdjust="spacingAndGlyphs" clip-path="{clip}">{body}</text>'
            )
            cell += cell_len(piece)
    return "".join(out)


async def main() -> None:
    """Take every picture in both languages."""
    HERE.mkdir(exist_ok=True)
    languages: tuple[Lang, ...] = ("ko", "en")
    for picture in PICTURES:
        for lang in languages:
            await take(picture, lang)


if __name__ == "__main__":
    asyncio.run(main())
