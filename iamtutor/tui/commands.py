"""Every command, declared once: its key, footer entry, palette entry, tooltip and help text all follow from here.

The words live in `messages.py`: `tui.do-<id>` is the label, `tui.about-<id>` the sentence for tooltip, palette and help.
An id is a name for the keymap too, so that a learner's own keys survive a change of ours.
"""

from __future__ import annotations

from typing import NamedTuple

from textual.binding import Binding

from iamtutor.tui.hangul import with_twins


class Command(NamedTuple):
    """One thing a learner can do. `rank` orders the footer, 0 keeps out of it; a low rank is the last to be dropped."""

    id: str
    keys: str
    action: str
    rank: int = 0
    priority: bool = False

    @property
    def label(self) -> str:
        """The message id of the short name."""
        return f"tui.do-{self.id}"

    @property
    def about(self) -> str:
        """The message id of the sentence that says what it does."""
        return f"tui.about-{self.id}"

    @property
    def key_shown(self) -> str:
        """The first key as the footer writes it: `F5`, `^n`, `esc`."""
        key = self.keys.split(",")[0]
        if key.startswith("ctrl+"):
            return "^" + ("_" if key[5:] == "underscore" else key[5:])
        names = {
            "slash": "/",
            "question_mark": "?",
            "escape": "esc",
            "space": "space",
            "enter": "enter",
            "comma": ",",
            "right": "→",
            "left_square_bracket": "[",
            "right_square_bracket": "]",
        }
        if key.startswith("alt+"):
            return "alt+" + {"up": "↑", "down": "↓"}.get(key[4:], key[4:])
        if key in names:
            return names[key]
        return key.upper() if len(key) > 1 and key[0] == "f" and key[1:].isdigit() else key

    def binding(self) -> Binding:
        """The Textual binding; its description is the id, which the footer and the palette turn into words."""
        return Binding(
            with_twins(self.keys), self.action, self.id, show=self.rank > 0, priority=self.priority, id=self.id
        )


APP: tuple[Command, ...] = (
    Command("help", "f1", "app.help", rank=8),
    Command("palette", "ctrl+p", "app.command_palette", rank=9, priority=True),
    Command("language", "ctrl+l", "app.switch_language", rank=0),
    Command("theme", "ctrl+underscore", "app.switch_theme"),
    Command("search", "slash", "app.search"),
    Command("glossary", "g", "app.open_glossary"),
    Command("quit", "ctrl+q", "app.quit", rank=0, priority=True),
)

HOME: tuple[Command, ...] = (
    Command("continue", "c", "screen.continue", rank=1),
    Command("quiz", "q", "screen.quiz", rank=2),
    Command("find", "slash", "app.search", rank=3),
    Command("playground", "p", "app.open_playground", rank=7),
    Command("world", "w", "app.open_world", rank=8),
    Command("sandbox", "o", "app.open_sandbox", rank=9),
    Command("catalog", "a", "app.open_catalog", rank=10),
    Command("home-language", "l", "app.switch_language", rank=4),
    Command("home-theme", "t", "app.switch_theme", rank=6),
    Command("home-help", "question_mark", "app.help"),
    Command("settings", "comma", "app.settings", rank=11),
    Command("home-quit", "x", "app.quit", rank=5),
)

ANYWHERE: tuple[Command, ...] = (
    Command("settings", "comma", "app.settings"),
    Command("welcome", "", "app.welcome"),
    Command("suspend", "", "app.suspend_process"),
)
"""Commands that the palette offers on every screen; the first has a key at home only."""

WORKBENCH: tuple[Command, ...] = (
    Command("submit", "f5", "screen.submit", rank=1),
    Command("hint", "f2", "screen.hint", rank=2),
    Command("trace", "f3", "screen.trace", rank=3),
    Command("trace-open", "alt+t", "screen.open_trace"),
    Command("reading", "f4", "screen.reading", rank=5),
    Command("next", "ctrl+n,alt+right", "screen.next", rank=7),
    Command("back", "ctrl+b,alt+left", "screen.back", rank=10),
    Command("reset", "f8", "screen.reset", rank=11),
    Command("solution", "f9", "screen.solution", rank=12),
    Command("difference", "d", "screen.difference"),
    Command("restore", "f12", "screen.restore"),
    Command("panes", "ctrl+t", "screen.panes", rank=4),
    Command("bench-world", "w", "app.open_world"),
    Command("leave", "escape", "screen.leave", rank=6),
)

SANDBOX: tuple[Command, ...] = (
    Command("sandbox-policies", "f5", "screen.policies", rank=1),
    Command("sandbox-add", "f2,a", "screen.add_request", rank=2),
    Command("sandbox-open", "ctrl+o", "screen.open_world", rank=7),
    Command("sandbox-save", "ctrl+s", "screen.save_world", rank=4),
    Command("sandbox-expect", "e", "screen.expect", rank=9),
    Command("sandbox-twice", "y", "screen.request_twice", rank=11),
    Command("sandbox-remove", "x,delete", "screen.remove_request", rank=10),
    Command("sandbox-up", "left_square_bracket", "screen.move_request(-1)"),
    Command("sandbox-down", "right_square_bracket", "screen.move_request(1)"),
)
"""On the workbench with a world of one's own; the others of the workbench that make sense there stay."""

VALIDATION: tuple[Command, ...] = (
    Command("findings", "ctrl+r", "screen.findings", rank=4),
    Command("fix", "f7", "screen.fix"),
)
"""On every screen with an editor, but for the first minutes."""

COMPLETION: tuple[Command, ...] = (
    Command("complete", "ctrl+space,ctrl+@", "screen.complete"),
    Command("complete-when", "alt+a", "screen.complete_when"),
    Command("word", "f6", "screen.word"),
)
"""What the editors of workbench and playground offer; a terminal sends Ctrl+Space as Ctrl+@."""

EDITING: tuple[Command, ...] = (
    Command("find-text", "ctrl+f", "screen.find_text"),
    Command("format", "alt+l,alt+shift+f", "screen.format"),
    Command("line-up", "alt+up", "screen.move_lines(-1)"),
    Command("line-down", "alt+down", "screen.move_lines(1)"),
    Command("line-twice", "alt+d,alt+shift+down,alt+shift+up", "screen.duplicate_lines"),
    Command("copy-policy", "alt+c", "screen.copy_policy"),
    Command("own-editor", "alt+e", "screen.own_editor"),
    Command("accept", "f10,alt+y", "screen.accept"),
)
"""On every screen with an editor."""

QUIZ: tuple[Command, ...] = (
    Command("pick", "1", "screen.pick(1)", rank=1),
    Command("confirm", "enter,space", "screen.confirm", rank=2),
    Command("undo", "u", "screen.undo", rank=3),
    Command("quiz-language", "l", "app.switch_language", rank=4),
    Command("quiz-leave", "escape", "screen.leave", rank=5),
)

PLAYGROUND: tuple[Command, ...] = (
    Command("play-trace", "f3", "screen.trace", rank=1),
    Command("play-kind", "f4", "screen.kind", rank=2),
    Command("play-checks", "f5", "screen.checks", rank=3),
    Command("play-leave", "escape", "screen.leave", rank=4),
    Command("play-open", "ctrl+o", "screen.open", rank=5),
    Command("play-save", "ctrl+s", "screen.save", rank=6),
    Command("play-panes", "ctrl+t", "screen.panes", rank=7),
    Command("play-examples", "ctrl+n", "screen.examples", rank=8),
    Command("play-managed", "f2", "screen.managed", rank=9),
    Command("play-swap", "f9", "screen.swap", rank=10),
    Command("play-copy", "ctrl+g", "screen.copy", rank=11),
    Command("play-clear", "f8", "screen.clear", rank=12),
    Command("play-restore", "f12", "screen.restore"),
)

WORLD: tuple[Command, ...] = (
    Command("world-view", "v", "screen.view", rank=1),
    Command("world-open", "o", "screen.open", rank=2),
    Command("world-only", "f", "screen.only", rank=4),
    Command("world-zone", "z", "screen.zone", rank=4),
    Command("world-archive", "a", "screen.archive", rank=5),
    Command("world-preview", "p", "screen.preview", rank=6),
    Command("world-sandbox", "e", "screen.sandbox", rank=8),
    Command("world-panes", "ctrl+t", "screen.panes", rank=7),
    Command("world-leave", "escape", "screen.leave", rank=3),
)

FINDINGS: tuple[Command, ...] = (
    Command("finding-go", "enter", "screen.go", rank=1),
    Command("finding-fix", "f", "screen.fix", rank=2),
    Command("mark-all", "a", "screen.mark_all", rank=3),
    Command("findings-close", "escape", "screen.close", rank=4),
)

CATALOG: tuple[Command, ...] = (
    Command("catalog-level", "f2", "screen.level", rank=1),
    Command("catalog-part", "f4", "screen.part", rank=2),
    Command("catalog-copy", "f6", "screen.copy", rank=3),
    Command("catalog-insert", "f7", "screen.insert", rank=4),
    Command("catalog-play", "f9", "screen.play", rank=5),
    Command("catalog-back", "escape", "screen.back", rank=6),
)

TRACE: tuple[Command, ...] = (
    Command("trace-seek", "s", "screen.seek", rank=1),
    Command("trace-try", "w", "screen.try", rank=2),
    Command("trace-reset", "r", "screen.reset", rank=4),
    Command("trace-add", "a", "screen.add", rank=5),
    Command("trace-take", "x", "screen.take", rank=6),
    Command("trace-keep", "n", "screen.keep", rank=2),
    Command("trace-instead", "u", "screen.keep_instead", rank=2),
    Command("trace-fold", "f", "screen.fold_all", rank=7),
    Command("trace-close", "escape", "screen.close", rank=3),
)

DIFFERENCES: tuple[Command, ...] = (
    Command("difference-close", "escape", "screen.close", rank=1),
    Command("next-change", "n", "screen.next_change", rank=2),
    Command("other-comparison", "tab", "screen.other", rank=3, priority=True),
)

SETTINGS: tuple[Command, ...] = (
    Command("set-change", "right", "screen.change", rank=1),
    Command("set-leave", "escape", "screen.leave", rank=2),
)

WELCOME: tuple[Command, ...] = (
    Command("welcome-next", "ctrl+n", "screen.next", rank=1),
    Command("welcome-back", "ctrl+b", "screen.back", rank=2),
    Command("welcome-panes", "ctrl+t", "screen.panes", rank=4),
    Command("welcome-skip", "escape", "screen.skip", rank=3),
)

CHOOSING: tuple[Command, ...] = (
    Command("choose-mark", "enter", "screen.mark", rank=1),
    Command("choose-take", "f5", "screen.take", rank=2),
    Command("close", "escape", "screen.close", rank=3),
)

DIALOG: tuple[Command, ...] = (Command("close", "escape", "screen.close", rank=1),)

BY_ID: dict[str, Command] = {
    command.id: command
    for group in (
        APP,
        HOME,
        WORKBENCH,
        QUIZ,
        PLAYGROUND,
        VALIDATION,
        FINDINGS,
        CATALOG,
        TRACE,
        WORLD,
        SANDBOX,
        CHOOSING,
        COMPLETION,
        EDITING,
        DIFFERENCES,
        ANYWHERE,
        SETTINGS,
        WELCOME,
        DIALOG,
    )
    for command in group
}


def bindings(commands: tuple[Command, ...]) -> list[Binding | tuple[str, str] | tuple[str, str, str]]:
    """The bindings of a screen, for its `BINDINGS`."""
    return [command.binding() for command in commands]
