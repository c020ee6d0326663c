"""Help: written by itself from the commands of the screen below."""

from __future__ import annotations

from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.screen import ModalScreen, Screen

from iamtutor.tui.commands import APP, BY_ID, DIALOG, Command, bindings
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.speaking import say
from iamtutor.tui.widgets.cells import fit
from iamtutor.tui.widgets.lines import Lines
from iamtutor.tui.widgets.typeset import hang

Notes = tuple[tuple[str, str], ...]
"""Titles and texts, by message id."""
NOTES: Notes = (("tui.help-editor", "tui.help-editor-keys"), ("tui.help-signs", "tui.help-signs-text"))


class HelpText(Lines):
    """The commands of a screen and the signs it uses."""

    def __init__(self, commands: list[tuple[Command, ...]], notes: Notes = ()) -> None:
        super().__init__(id="help")
        self._commands = commands
        self._notes = notes

    def set_lines(self, width: int) -> list[Content]:
        """One command a line, with what it does below its key."""
        keys = ["  ".join(dict.fromkeys(command.key_shown for command in named)) for named in self._commands]
        column = max(map(cell_len, keys), default=4) + 2
        found = [Content(say(self, "tui.help-keys")).stylize("bold $primary")]
        for (command, *_), shown in zip(self._commands, keys, strict=True):
            key = Content(fit(shown, column)).stylize("bold $accent")
            label = Content(f"{say(self, command.label)}  ").stylize("bold")
            about = Content(say(self, command.about)).stylize("$dim")
            found.extend(hang(label + about, width - 1, key))
        for title, text in (*self._notes, *NOTES):
            found.extend((Content(), Content(say(self, title)).stylize("bold $primary")))
            found.extend(hang(Content(say(self, text)), width - 1, Content()))
        return found


class HelpScreen(ModalScreen[None]):
    """Over any screen; Escape, F1 or a click outside closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = [
        *bindings(DIALOG),
        Binding("f1,question_mark,enter,q,ㅂ", "close", show=False),
    ]

    def __init__(self, below: Screen[object]) -> None:
        super().__init__()
        found: dict[str, tuple[Command, ...]] = {}
        for active in below.active_bindings.values():
            command = BY_ID.get(active.binding.id or "")
            if command is not None:  # two ids with one name are one command with two keys
                name = MESSAGES[command.label]["en"]
                found[name] = (*found.get(name, ()), *(() if command in found.get(name, ()) else (command,)))
        self._notes: Notes = getattr(below, "HELP_NOTES", ())
        self._commands = sorted(found.values(), key=lambda named: (named[0] in APP, named[0].rank or 99))

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield HelpText(self._commands, self._notes)

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        text = self.query_one(HelpText)
        text.border_title = say(self, "tui.help-title")
        text.border_subtitle = f"esc {say(self, 'tui.do-close')}"
        text.focus()

    def on_click(self) -> None:
        """A click does what Enter does."""
        self.dismiss()

    def action_close(self) -> None:
        """Close."""
        self.dismiss()
