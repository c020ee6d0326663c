"""What is read before it is needed, and style sheets that are parsed once."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest
from textual.css import stylesheet as textual_stylesheet
from textual.css.tokenizer import TokenError

from iamtutor.tui import ahead, screens
from iamtutor.tui.stylesheet import KeptStylesheet, unread_sheets
from tests.tui.conftest import Starter, settled

COLOURS = {"accent": "#ffffff", "background": "#000000"}


def sheet(folder: Path, name: str, css: str) -> Path:
    file = folder / name
    file.write_text(css, encoding="utf-8")
    return file


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The sources that are parsed from now on."""
    seen: list[str] = []
    from textual.css.parse import parse

    def noted(scope: str, css: str, *arguments: object, **named: object) -> object:
        seen.append(css)
        return parse(scope, css, *arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(textual_stylesheet, "parse", noted)
    return seen


def test_a_sheet_that_comes_later_is_parsed_alone(tmp_path: Path, parsed: list[str]) -> None:
    style = KeptStylesheet(variables=dict(COLOURS))
    style.read(sheet(tmp_path, "first.tcss", "Screen { color: $accent; }"))
    style.parse()
    style.read(sheet(tmp_path, "second.tcss", "Static { color: red; }"))
    style.reparse()
    assert parsed == ["Screen { color: $accent; }", "Static { color: red; }"]
    assert len(style.rules) == 2


def test_other_colours_are_parsed_anew_and_the_first_ones_are_still_there(tmp_path: Path, parsed: list[str]) -> None:
    style = KeptStylesheet(variables=dict(COLOURS))
    style.read(sheet(tmp_path, "one.tcss", "Static { color: $accent; }"))
    style.parse()
    white = style.rules
    style.set_variables({**COLOURS, "accent": "#ff0000"})
    style.reparse()
    assert style.rules[0].styles.color != white[0].styles.color
    style.set_variables(dict(COLOURS))
    style.reparse()
    assert style.rules == white
    assert len(parsed) == 2


def test_a_sheet_that_cannot_be_parsed_leaves_the_rules_that_were_there(tmp_path: Path) -> None:
    style = KeptStylesheet(variables=dict(COLOURS))
    style.read(sheet(tmp_path, "good.tcss", "Static { color: red; }"))
    style.parse()
    style.read(sheet(tmp_path, "bad.tcss", "Static { colour red"))
    with pytest.raises(TokenError):
        style.reparse()
    assert len(style._rules) == 1


async def test_everything_is_read_while_the_first_screen_is_looked_at(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "BEGIN", 0.001)
    monkeypatch.setattr(ahead, "EVERY", 0.001)
    async with start() as running:
        app = running.app
        assert list(unread_sheets(app.stylesheet))
        app.ahead.begin_soon()
        for _ in range(100):
            await settled(running.pilot)
            if not list(unread_sheets(app.stylesheet)):
                break
        assert not list(unread_sheets(app.stylesheet))


async def test_nothing_more_is_read_once_the_learner_does_something(
    start: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    async with start() as running:
        app = running.app

        def noted(name: str) -> None:
            read.append(name)
            app.ahead._is_over = len(read) == 2

        monkeypatch.setattr(ahead, "import_module", noted)
        app.ahead.import_screens()
        assert read == [f"iamtutor.tui.screens.{name}" for name in ahead.SCREENS[:2]]
        app.ahead._is_over = False
        await running.press("down")
        app.ahead.import_screens()
        assert len(read) == 2


def test_each_screen_that_is_read_ahead_is_there_and_none_is_forgotten() -> None:
    folder = Path(screens.__file__).parent
    at_once = {"home", "dialog", "word", "welcome", "editing", "findings", "small"}
    rooms = {file.parent.name for file in folder.glob("*/__init__.py")} - at_once
    assert rooms == set(ahead.SCREENS)
    for name in ahead.SCREENS:
        import_module(f"iamtutor.tui.screens.{name}")
