"""The window with the custom checks of IAM Access Analyzer: carried out beside the screen, the next change cancels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Button, Input, Static
from textual.worker import get_current_worker

from iamtutor.catalog.messages import MESSAGES as CATALOG_MESSAGES
from iamtutor.policy import PolicyKind, Statement
from iamtutor.tui.commands import DIALOG, bindings
from iamtutor.tui.screens.dialog.finder import FinderInput
from iamtutor.tui.screens.playground.check_view import CheckView, Outcome
from iamtutor.tui.screens.playground.checking import (
    AWS_NAMES,
    EVERY,
    SIDES_OF,
    Asked,
    Wanted,
    carry_out,
    obstacle,
    unknown_action,
    unreadable,
)
from iamtutor.tui.screens.playground.pair import SIDES, Pair, Side
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.widgets.trace_view import Place, PlaceOf
from iamtutor.words import say as say_in

if TYPE_CHECKING:
    from iamtutor.catalog import Catalog, CatalogError
    from iamtutor.reason import Checked

PATIENCE = 0.3
"""Seconds for which the answer before stays while the next one is worked out: most come sooner."""
_NOT_GRANTED = Asked("access-not-granted", "a")


class Checks(ModalScreen[Place]):
    """Dismissed with the place of a statement that is to be shown in its editor, else with None.

    `wanted` keeps what was typed for the next time.
    """

    CSS_PATH = [  # noqa: RUF012 - Textual reads it from the class
        "../dialog/dialog.tcss",
        "checks.tcss",
    ]
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(DIALOG)

    @dataclass
    class Found(Message):
        """A check was carried out; or not, for no action has a name that was typed."""

        revision: int
        asked: Asked
        checked: Checked | None
        unknown: str = ""

    @dataclass
    class Unavailable(Message):
        """Nothing can be checked here."""

        error: CatalogError

    def __init__(self, pair: Pair, wanted: Wanted, catalog: Callable[[], Catalog]) -> None:
        super().__init__()
        self._pair = pair
        self._wanted = wanted
        self._catalog = catalog
        self._revision = 0
        self._found: dict[Asked, Checks.Found] = {}
        self._pending = {asked for asked in EVERY if not self._is_hindered(asked)}
        self._is_late = True
        self._waiting: Timer | None = None
        self._unavailable: CatalogError | None = None

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        places: dict[Side, PlaceOf] = {side: partial(self._place, side) for side in SIDES}
        with Vertical(classes="dialog wide"):
            yield Static(classes="question")
            with VerticalScroll(can_focus=False):
                for check in AWS_NAMES:
                    yield Static(id=f"wants-{check}", classes="wants")
                    if check == _NOT_GRANTED.check:
                        yield from self._lines()
                    yield CheckView(check, places)
            with Horizontal(classes="buttons"):
                yield Button(id="close")

    def _lines(self) -> ComposeResult:
        for part, typed in (("actions", self._wanted.actions), ("resources", self._wanted.resources)):
            with Horizontal(classes="typed"):
                yield Static(id=f"label-{part}", classes="label")
                yield FinderInput(typed, id=part, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Say everything, go on saying it when the language changes, and check."""
        self.query_one("#resources", FinderInput).disabled = self._is_trust
        for line in self.query(FinderInput):
            line.cursor_blink = self.app.animation_level != "none"
        self.query_one("#actions").focus()
        self.watch(self.app, "lang", self._say_all)
        self._work_out()

    # words

    def _say_all(self) -> None:
        kind = Content(say(self, f"tui.play-kind-{self._pair.kind}")).stylize("not bold $dim")
        self.query_one(".question", Static).update(Content(f"{say(self, 'tui.check-title')}  ") + kind)
        for check, name in AWS_NAMES.items():
            wants = Content(say(self, f"tui.check-{check}")).stylize("$dim")
            line = Content(f"{name}  ").stylize("bold $primary") + wants
            self.query_one(f"#wants-{check}", Static).update(line)
        for part in ("actions", "resources"):
            self.query_one(f"#label-{part}", Static).update(Content(say(self, f"tui.check-{part}")))
            hint = "tui.check-trust" if self._is_trust and part == "resources" else f"tui.check-{part}-hint"
            self.query_one(f"#{part}", FinderInput).placeholder = say(self, hint)
        self.query_one("#close", Button).label = f"{say(self, 'tui.do-close')} (esc)"
        self._show_found()

    @property
    def _is_trust(self) -> bool:
        return self._pair.kind is PolicyKind.TRUST

    def _show_found(self) -> None:
        for check, sides in SIDES_OF.items():
            why = obstacle(check, self._pair, lang_of(self))
            asked = (Asked(check, side) for side in (sides[:1] if why else sides))
            self.query_one(f"#{check}", CheckView).show({each: self._outcome(each, why) for each in asked})

    def _outcome(self, asked: Asked, why: str) -> Outcome:
        note = why or self._hindrance(asked)
        found = self._found.get(asked)
        if note:
            return Outcome(None, note)
        if found is None or (self._is_late and asked in self._pending):
            return Outcome(None, say(self, "tui.check-checking"))
        if found.unknown:
            return Outcome(None, say(self, "tui.check-no-action", pattern=found.unknown))
        return Outcome(found.checked)

    def _hindrance(self, asked: Asked) -> str:
        """What keeps a check from being carried out now, in words; empty where nothing does."""
        sides = unreadable(asked, self._pair)
        if sides:
            return say(self, "tui.check-unreadable", sides=" · ".join(side.upper() for side in sides))
        if asked == _NOT_GRANTED:
            if not self._asks:
                return say(self, "tui.check-nothing-asked-trust" if self._is_trust else "tui.check-nothing-asked")
            if problem := self._wanted.problem(lang_of(self)):
                return problem
        if self._unavailable is not None:
            error = self._unavailable
            return say_in(CATALOG_MESSAGES, error.message, lang_of(self), **error.arguments)
        return ""

    @property
    def _asks(self) -> bool:
        access = self._wanted.access(self._pair.kind)
        return bool(access.actions or access.resources)

    def _is_hindered(self, asked: Asked) -> bool:
        """Whether there is nothing to work out; in whichever language."""
        if unreadable(asked, self._pair) or obstacle(asked.check, self._pair, "en"):
            return True
        return asked == _NOT_GRANTED and (not self._asks or bool(self._wanted.problem("en")))

    def _place(self, side: Side, statement: Statement) -> Place | None:
        return Place(side, side.upper(), self._pair.readings[side].position(statement.span.start).line)

    # checking

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        typed = {each.id: each.value for each in self.query(FinderInput)}
        if (typed["actions"], typed["resources"]) == (self._wanted.actions, self._wanted.resources):
            return
        self._wanted.actions, self._wanted.resources = typed["actions"], typed["resources"]
        self._revision += 1
        self._pending.discard(_NOT_GRANTED)
        self._is_late = False
        if self._is_hindered(_NOT_GRANTED):
            self._found.pop(_NOT_GRANTED, None)
            self._show_found()
        else:
            self._pending.add(_NOT_GRANTED)
        self._work_out()

    def _work_out(self) -> None:
        """Carry out what is still open; what was under way for what was typed before gives up."""
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(PATIENCE, self._be_late)
        self._carry_out(tuple(asked for asked in EVERY if asked in self._pending), self._revision)

    def _be_late(self) -> None:
        self._is_late = True
        self._show_found()

    @work(description="beside", thread=True, exclusive=True, group="checks")
    def _carry_out(self, pending: tuple[Asked, ...], revision: int) -> None:
        from iamtutor.catalog import CatalogError
        from iamtutor.reason import CancelledError, actions_of

        worker = get_current_worker()

        def cancelled() -> bool:
            return worker.is_cancelled or revision != self._revision

        access = self._wanted.access(self._pair.kind)
        try:
            actions = actions_of(self._catalog())
            for asked in pending:
                unknown = unknown_action(access, actions) if asked == _NOT_GRANTED else ""
                checked = None if unknown else carry_out(asked, self._pair, access, actions, cancelled)
                self.post_message(self.Found(revision, asked, checked, unknown))
        except CancelledError:
            return
        except CatalogError as error:
            self.post_message(self.Unavailable(error))

    @on(Found)
    def _take(self, event: Found) -> None:
        if event.asked == _NOT_GRANTED and event.revision != self._revision:
            return
        self._found[event.asked] = event
        self._pending.discard(event.asked)
        self._show_found()

    @on(Unavailable)
    def _not_available(self, event: Unavailable) -> None:
        self._unavailable = event.error
        self._show_found()

    # leaving

    @on(CheckView.Sought)
    def _sought(self, event: CheckView.Sought) -> None:
        self.dismiss(event.place)

    @on(Button.Pressed)
    def _pressed(self) -> None:
        self.dismiss(None)

    def action_close(self) -> None:
        """Back to the texts."""
        self.dismiss(None)
