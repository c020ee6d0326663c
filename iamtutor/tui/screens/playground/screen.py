"""The playground screen: lays out two editors, their relation and the traces, and does what its commands say."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.content import Content
from textual.style import Style

from iamtutor.policy import PolicyKind
from iamtutor.study import StoreError
from iamtutor.tui.commands import EDITING, PLAYGROUND, VALIDATION, bindings
from iamtutor.tui.screens.editing.find_line import FindLine
from iamtutor.tui.screens.editing.offer_line import OfferLine
from iamtutor.tui.screens.playground.beginning import begin, keep_kind
from iamtutor.tui.screens.playground.checking import Wanted
from iamtutor.tui.screens.playground.examples import EXAMPLES
from iamtutor.tui.screens.playground.following import Following
from iamtutor.tui.screens.playground.pair import SIDES, Side, other_side
from iamtutor.tui.screens.playground.result_table import ResultTable
from iamtutor.tui.speaking import say
from iamtutor.tui.stop import Playground, PolicyFile
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.top_line import TopLine
from iamtutor.tui.widgets.trace_view import Place, TraceView
from iamtutor.tui.widgets.writing_area import composed

ROOMY = 45
SAVE_EVERY = 0.3
"""Seconds between writes of what was typed, also while typing goes on."""


class PlaygroundScreen(Following):
    """Two policies, and what one allows that the other does not."""

    CSS_PATH = "playground.tcss"
    AUTO_FOCUS = "#a"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(
        PLAYGROUND + VALIDATION + EDITING
    )
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual reads it from the class
    HELP_NOTES: ClassVar[tuple[tuple[str, str], ...]] = (("tui.play-signs", "tui.play-signs-text"),)

    def __init__(self, surroundings: Surroundings, playground: Playground) -> None:
        beginning = begin(surroundings.profile, playground)
        super().__init__(surroundings, beginning.pair, beginning.keeper, beginning.files)
        self._problem = beginning.problem
        self._wanted = Wanted()

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        yield TabLine(id="tabs")
        with Horizontal(id="editors"):
            for side in SIDES:
                editor = PolicyEditor(side, self.pair.text(side))
                editor.id = side
                editor.remembered_as = f"playground/{side}"
                yield editor
        yield FindLine()
        yield OfferLine()
        yield ResultTable()
        with Horizontal(id="traces"):
            for side in SIDES:
                yield TraceView(id=f"trace-{side}")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self._say_again, init=False)
        self.set_class(self.app.size.height >= ROOMY, "-trace", update=False)  # the pane that is gone to does it
        self.set_interval(SAVE_EVERY, self.save_drafts)
        self.follow()
        for side in SIDES:
            self.editor(side).cursor_blink = self.app.animation_level != "none"
            self.editor(side).marking = self.marking
        self.go_to_pane("a")
        self.show_readings()
        self.work_out()
        self.check_all()
        self.show_result()
        if self._problem is not None:
            self.complain(self._problem)

    def on_unmount(self) -> None:
        """Write what was typed."""
        self.flush()

    # words

    def _say_again(self) -> None:
        for side in SIDES:
            self.editor(side).show_status()
        self.result.say_again()
        self.say_all()
        self.findings_changed()
        self.show_trace()

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        kind = say(self, f"tui.play-kind-{self.pair.kind}")
        if self.pair.is_guessed:
            kind = say(self, "tui.play-guessed", kind=kind)
        change = Style.from_meta({"@click": "screen.kind"})
        right = Content(f"{say(self, 'tui.play-kind')}  ").stylize("$dim") + Content(kind).stylize(change)
        self.query_one(TopLine).show(
            (f"{say(self, 'tui.play-title')}  ", "bold $accent"),
            ("" if self.is_narrow else say(self, "tui.play-about"), "$dim"),
            right=right,
        )
        for side in SIDES:
            self.editor(side).entitle(self._title(side))
        self.show_tabs()

    def findings_changed(self) -> None:
        """The key line says how many findings there are, the tabs which sides have an error."""
        super().findings_changed()
        count = sum(len(editor.findings) for editor in self.editors)
        self.query_one(KeyBar).relabel(findings=say(self, "tui.play-findings", count=count) if count else "")
        self.show_tabs()

    def _title(self, side: Side) -> str:
        file = self._files.get(side)
        if file is None:
            return side.upper()
        return f"{side.upper()} · {file.path}{'' if composed(file.text) == self.pair.text(side) else ' •'}"

    # commands

    def put(self, side: Side, text: str) -> None:
        """Put a text in place of what stands on a side; Ctrl+Z and the earlier texts bring that back."""
        self.catch_up()
        editor = self.editor(side)
        if editor.text == text:
            return
        editor.replace_all(text)
        self.keeper.note(side, editor.text, fresh=True)
        self._behind.add(self.editor(side))
        self.catch_up()

    def action_open(self) -> None:
        """Open a file into the side in hand."""
        from iamtutor.tui.screens.dialog.policy_finders import OpenFile

        self.app.push_screen(OpenFile(self.side.upper()), partial(self._opened, self.side))

    def _opened(self, side: Side, file: PolicyFile | None) -> None:
        if file is not None:
            self._files[side] = file
            self.put(side, file.text)
            self.say_all()
            self.editor(side).focus()

    def action_save(self) -> None:
        """Save the side in hand to a file."""
        from iamtutor.tui.screens.dialog.policy_finders import SaveFile

        self.catch_up()
        side = self.side
        dialog = SaveFile(side.upper(), self.editor(side).text, self._files.get(side))
        self.app.push_screen(dialog, partial(self._saved, side))

    def _saved(self, side: Side, file: PolicyFile | None) -> None:
        if file is not None:
            self._files[side] = file
            self.say_all()
            self.notify(say(self, "tui.play-saved", path=file.path))

    def action_managed(self) -> None:
        """Take an AWS managed policy into the side in hand."""
        from iamtutor.tui.screens.dialog.policy_finders import TakeManaged

        dialog = TakeManaged(self.side.upper(), lambda: self.catalog)
        self.app.push_screen(dialog, partial(self._managed, self.side))

    def take(self, policy: PolicyFile) -> None:
        """Put a policy from elsewhere into the side in hand."""
        self._managed(self.side, policy)

    def _managed(self, side: Side, policy: PolicyFile | None) -> None:
        if policy is not None:
            self._files.pop(side, None)
            self.put(side, policy.text)
            self.say_all()
            self.editor(side).focus()

    def action_kind(self) -> None:
        """Choose what the policies are used for."""
        from iamtutor.tui.screens.dialog.menu import Entry, Menu

        kinds = [Entry(kind, f"tui.play-kind-{kind}", f"tui.play-kind-{kind}-about") for kind in PolicyKind]
        entries = [*kinds, Entry("guess", "tui.play-kind-guess", "tui.play-kind-guess-about")]
        chosen = "guess" if self.pair.is_guessed else self.pair.kind
        self.app.push_screen(Menu("tui.play-kind-title", "tui.play-kind-note", entries, chosen), self._choose_kind)

    def _choose_kind(self, key: str | None) -> None:
        if key is None:
            return
        self.catch_up()
        self.pair.choose(None if key == "guess" else PolicyKind(key))
        try:
            keep_kind(self.surroundings.profile, "" if key == "guess" else key)
        except StoreError as error:
            self.complain(error)
        self.show_readings()
        self.work_out()
        self.check_now()

    def action_checks(self) -> None:
        """Show the custom checks of IAM Access Analyzer for what stands there."""
        from iamtutor.tui.screens.playground.checks import Checks

        self.catch_up()
        self.app.push_screen(Checks(self.pair, self._wanted, lambda: self.catalog), self._go_to)

    def _go_to(self, place: Place | None) -> None:
        if place is not None:
            self.go_to_line(place.slot, place.line)

    @on(TraceView.Opened)
    def _trace_opened(self, event: TraceView.Opened) -> None:
        """Show how a side decides the request in hand on a screen of its own."""
        from iamtutor.tui.screens.trace import Case, TraceScreen

        decision = event.trace.decision
        side: Side = "a" if event.trace is self.trace("a") else "b"
        if decision is not None:
            case = Case(decision, self._places(side), name=side.upper())
            self.app.push_screen(TraceScreen(self.surroundings, case), self._go_to)

    def action_examples(self) -> None:
        """Choose a pair that shows something."""
        from iamtutor.tui.screens.dialog.menu import Entry, Menu

        entries = [
            Entry(each.id, f"tui.play-example-{each.id}", f"tui.play-example-{each.id}-about") for each in EXAMPLES
        ]
        self.app.push_screen(Menu("tui.play-examples-title", "tui.play-examples-note", entries), self._take_example)

    def _take_example(self, key: str | None) -> None:
        example = next((each for each in EXAMPLES if each.id == key), None)
        if example is None:
            return
        self._files.clear()
        self._choose_kind("guess")
        self.put("a", example.a)
        self.put("b", example.b)
        self.say_all()

    def action_swap(self) -> None:
        """A becomes B and B becomes A, with their files."""
        self.catch_up()
        texts = {side: self.editor(other_side(side)).text for side in SIDES}
        self._files = {other_side(side): file for side, file in self._files.items()}
        for side in SIDES:
            self.put(side, texts[side])
        self.say_all()

    def action_copy(self) -> None:
        """B becomes what A is."""
        self.catch_up()
        self._files.pop("b", None)
        self.put("b", self.editor("a").text)
        self.say_all()
        self.notify(say(self, "tui.play-undoes"))

    def action_clear(self) -> None:
        """Empty the side in hand."""
        self._files.pop(self.side, None)
        self.put(self.side, "")
        self.say_all()
        self.notify(say(self, "tui.play-undoes"))
        self.editor(self.side).focus()

    def action_restore(self) -> None:
        """Show an earlier text of the side in hand beside the one there now."""
        from iamtutor.tui.screens.dialog import SideBySide

        self.flush()
        side = self.side
        now = self.editor(side).text
        earlier = self.keeper.earlier(side, now)
        if earlier is None:
            self.notify(say(self, "tui.restore-none"))
            return
        dialog = SideBySide(
            "tui.restore-title",
            "",
            ("tui.restore-now", now),
            ("tui.restore-title", earlier.text),
            "tui.keep-mine",
            "tui.restore-take",
        )
        self.app.push_screen(dialog, partial(self._restored, side, earlier.text))

    def _restored(self, side: Side, text: str, take: bool | None) -> None:
        if take:
            self.put(side, text)

    def action_leave(self) -> None:
        """Back to where one came from."""
        self.flush()
        self.dismiss()
