"""Themes: every text can be read, allow and deny stay apart for colour-blind readers, and every theme paints them."""

from __future__ import annotations

import math
import re
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

import iamtutor.tui
from iamtutor.study import Profile
from iamtutor.tui.theme import LACQUER, PORCELAIN, THEMES, other
from tests.tui.conftest import DENY_WINS, Starter, clock

OWN = ("primary", "secondary", "accent", "warning", "error", "success", "foreground", "background", "surface", "panel")
TEXTS = (
    *("foreground", "dim", "faint", "primary", "secondary", "accent", "warning", "error", "success"),
    *("allow", "deny", "element", "string", "key", "variable", "number", "action", "link-color"),
)
BACKGROUNDS = (
    *("background", "surface", "panel", "boost", "input-selection-background"),
    *("block-cursor-background", "block-cursor-blurred-background", "block-hover-background"),
)
PAIRS = [
    *product(TEXTS, BACKGROUNDS),
    ("block-cursor-foreground", "block-cursor-background"),
    ("input-cursor-foreground", "input-cursor-background"),
]
DEFICIENCIES = {
    # Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
CLEARLY_APART = 40.0
"""CIE 1976 difference; 2.3 is just noticeable."""


def colour(theme: Theme, name: str) -> Color:
    return Color.parse(getattr(theme, name) if name in (*OWN, "boost") else theme.variables[name])


def linear(value: Color) -> tuple[float, ...]:
    parts = (channel / 255 for channel in value.rgb)
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def luminance(value: Color) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear(value), strict=True))


def contrast(one: Color, other_one: Color) -> float:
    low, high = sorted((luminance(one), luminance(other_one)))
    return (high + 0.05) / (low + 0.05)


def lab(rgb: tuple[float, ...]) -> tuple[float, float, float]:
    matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = (sum(a * b for a, b in zip(row, rgb, strict=True)) / w for row, w in zip(matrix, white, strict=True))
    x, y, z = (each ** (1 / 3) if each > 0.008856 else 7.787 * each + 16 / 116 for each in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen(value: Color, deficiency: str) -> tuple[float, ...]:
    rows = DEFICIENCIES[deficiency]
    return tuple(min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(value), strict=True)))) for row in rows)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_every_text_can_be_read(theme: Theme) -> None:
    least = 7.0 if theme in (LACQUER, PORCELAIN) else 4.5
    found = {pair: contrast(colour(theme, pair[0]), colour(theme, pair[1])) for pair in PAIRS}
    footer = colour(theme, "panel").blend(colour(theme, "foreground"), 0.8)
    found["footer", "panel"] = contrast(footer, colour(theme, "panel"))
    assert {pair: round(value, 2) for pair, value in found.items() if value < least} == {}


@pytest.mark.parametrize("deficiency", DEFICIENCIES)
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_allow_and_deny_stay_apart(theme: Theme, deficiency: str) -> None:
    allow, deny = (lab(seen(colour(theme, name), deficiency)) for name in ("allow", "deny"))
    assert math.dist(allow, deny) > CLEARLY_APART


def test_every_theme_knows_every_colour_that_is_used() -> None:
    folder = Path(iamtutor.tui.__file__).parent
    code = "\n".join(file.read_text("utf-8") for kind in ("*.py", "*.tcss") for file in folder.rglob(kind))
    own = {name for theme in THEMES for name in theme.variables}
    used = {name for name in re.findall(r"\$([a-z][a-z-]*[a-z])", code) if name in own}
    assert {"allow", "deny", "line-strong"} <= used
    for theme in THEMES:
        assert used - set(theme.variables) == set()


def test_light_and_dark_go_in_pairs() -> None:
    for theme in THEMES:
        assert other(other(theme.name)) == theme.name
        assert {each.dark for each in THEMES if each.name in (theme.name, other(theme.name))} == {True, False}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_a_theme_paints_the_workbench(start: Starter, theme: Theme) -> None:
    profile = Profile.in_memory(clock)
    profile.settings.theme = theme.name
    async with start("en", stop=DENY_WINS, profile=profile) as running:
        assert running.app.theme == theme.name
        await running.press("f5")
        picture = running.app.export_screenshot().lower()
    for name in ("surface", "foreground", "allow", "deny", "element", "dim"):
        assert colour(theme, name).hex.lower() in picture, name
    assert "✗" in picture
    assert "✓" in picture
