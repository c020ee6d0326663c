"""The commands that work on a screen now, for whoever offers them by name: the palette and the search."""

from __future__ import annotations

from textual.screen import Screen

from iamtutor.tui.commands import APP, BY_ID, HOME, Command
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.search.result import Offer
from iamtutor.words import Bilingual

_UNSAID = ("palette", "find", "search", "pick")
"""The palette and the search themselves, and a command that stands for nine keys."""
SEARCH: Command = BY_ID["search"]
EVERYWHERE: tuple[Command, ...] = (
    *(command for command in HOME if command.id in ("playground", "catalog", "world", "sandbox")),
    *APP,
)
"""Commands that work wherever one is, also where an editor takes their key for a letter."""


def commands_on(screen: Screen[object]) -> list[Command]:
    """Each command once, by what it is called: those of the screen, then those of the app."""
    found: dict[str, Command] = {}
    for active in screen.active_bindings.values():
        command = BY_ID.get(active.binding.id or "")
        if command is not None and active.enabled and command.id not in _UNSAID:
            found.setdefault(_name(command), command)
    for command in EVERYWHERE:
        if command.id not in _UNSAID and screen.app.check_action(command.action.removeprefix("app."), ()):
            found.setdefault(_name(command), command)
    return list(found.values())


def commands_of(screen: Screen[object]) -> list[Offer]:
    """The same, with their words."""
    return [
        Offer(_said(command.label), _said(command.about), command.key_shown, command.action)
        for command in commands_on(screen)
    ]


def _said(message: str) -> Bilingual:
    return Bilingual(MESSAGES[message]["ko"], MESSAGES[message]["en"])


def _name(command: Command) -> str:
    """What a command is called; two ids with one name are one command (Help at home and elsewhere)."""
    return MESSAGES[command.label]["en"]
