"""The table of commands as a whole: no key means two things on one screen, and everything is to be found by name."""

from __future__ import annotations

from collections import defaultdict

import pytest

from iamtutor.tui import commands as table
from iamtutor.tui.commands import ANYWHERE, APP, BY_ID, Command
from iamtutor.tui.offering import commands_on
from iamtutor.tui.screens.help import HelpScreen
from iamtutor.tui.screens.help.screen import HelpText
from iamtutor.tui.stop import CatalogPlace, Playground, Quiz, Stop, WorldPlace
from tests.tui.conftest import DENY_WINS, Starter, settled

SCREENS: dict[str, tuple[Command, ...]] = {
    "home": table.HOME,
    "workbench": table.WORKBENCH + table.VALIDATION + table.EDITING + table.COMPLETION,
    "playground": table.PLAYGROUND + table.VALIDATION + table.EDITING + table.COMPLETION,
    "sandbox": table.SANDBOX + table.VALIDATION + table.EDITING + table.COMPLETION,
    "choosing": table.CHOOSING,
    "quiz": table.QUIZ,
    "world": table.WORLD,
    "trace": table.TRACE,
    "catalog": table.CATALOG,
    "settings": table.SETTINGS,
    "welcome": table.WELCOME,
    "findings": table.FINDINGS,
    "differences": table.DIFFERENCES,
    "dialog": table.DIALOG,
}
IN_EDITORS = ("workbench", "playground", "sandbox", "welcome", "catalog")
"""Where somebody writes: a letter that is a command there is one only while nobody writes."""


@pytest.mark.parametrize("screen", SCREENS)
def test_a_key_means_one_thing(screen: str) -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for command in (*SCREENS[screen], *APP):
        for key in command.keys.split(","):
            meanings[key].add(command.action)
    assert {key: actions for key, actions in meanings.items() if len(actions) > 1} == {}


def test_every_command_belongs_to_a_screen() -> None:
    placed = {command.id for group in (*SCREENS.values(), APP, ANYWHERE) for command in group}
    assert set(BY_ID) - placed == set()


@pytest.mark.parametrize("screen", IN_EDITORS)
def test_no_letter_is_taken_before_an_editor_sees_it(screen: str) -> None:
    assert [each.id for each in SCREENS[screen] if each.priority and len(each.keys) == 1] == []


async def test_every_command_that_works_is_in_help_and_palette(start: Starter) -> None:
    places = {
        "home": None,
        "workbench": DENY_WINS,
        "playground": Stop(playground=Playground()),
        "quiz": Stop(quiz=Quiz("evaluation-logic")),
        "world": Stop(world=WorldPlace("acme")),
        "catalog": Stop(catalog=CatalogPlace()),
    }
    async with start("en") as running:
        for name, stop in places.items():
            if stop is not None:
                running.app.open_stop(stop)
                await settled(running.pilot)
            if name in ("workbench", "playground"):
                await running.press("ctrl+t")
            screen = running.app.screen
            works = {
                each.binding.id
                for each in screen.active_bindings.values()
                if each.enabled and (each.binding.id or "") in BY_ID
            }
            offered = {command.action for command in commands_on(screen)}
            await running.press("f1")
            assert isinstance(running.app.screen, HelpScreen), name
            helped = {each.action for named in running.app.screen.query_one(HelpText)._commands for each in named}
            await running.press("escape")
            unsaid = {"app.command_palette", "app.search", "screen.pick(1)"}
            wanted = {BY_ID[each or ""].action for each in works}
            assert wanted - helped == set(), name
            assert wanted - offered - unsaid == set(), name
