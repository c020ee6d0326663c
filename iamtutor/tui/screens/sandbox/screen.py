"""The sandbox screen: the workbench over a world of the learner's own choice, with requests of the learner's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding
from textual.message import Message

from iamtutor.cloud import ContentError
from iamtutor.course.sandbox import (
    Opening,
    Sandbox,
    UnsavableError,
    openings,
    openings_of,
)
from iamtutor.study import Draft, StoreError
from iamtutor.tui.commands import SANDBOX, bindings
from iamtutor.tui.screens.sandbox.asking import Asking
from iamtutor.tui.screens.sandbox.desk import SandboxDesk
from iamtutor.tui.screens.sandbox.opening import LAYOUT, SandboxOpening, keeper_of, open_sandbox
from iamtutor.tui.screens.world.looking import reasons
from iamtutor.tui.speaking import lang_of, say
from iamtutor.tui.stop import PolicyFile, SandboxPlace, Stop, WorldPlace

if TYPE_CHECKING:
    from iamtutor.tui.draft_keeper import DraftKeeper

_UNUSED = frozenset({"submit", "hint", "solution", "next", "back"})
_ABOUT_REQUEST = frozenset({"expect", "request_twice", "remove_request", "move_request"})


class SandboxScreen(Asking):
    """No goal, no proof, no submission: what is written decides what is asked."""

    CSS_PATH = "../workbench/workbench.tcss"
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(SANDBOX)
    HELP_NOTES: ClassVar[tuple[tuple[str, str], ...]] = (("tui.sandbox-help", "tui.sandbox-help-text"),)

    @dataclass
    class LaidOut(Message):
        """Other policies are to be written."""

        sandbox: Sandbox
        slot: str
        texts: Mapping[str, str] | None

    @dataclass
    class Made(Message):
        """The text of a file was made, or cannot be."""

        desk: SandboxDesk
        text: str
        error: Exception | None = None

    # opening

    def takes(self, stop: Stop) -> bool:
        """Only worlds; the course opens on a workbench of its own."""
        return stop.sandbox is not None

    def come_back(self, stop: Stop) -> None:
        """Asked for again: with another world, or with policies to lay out besides."""
        place = stop.sandbox
        if place is None or self.source is None or not (place.name or place.of):
            return
        if place.name not in ("", self.source.name):
            self.open(stop)
        elif place.of:
            chosen = openings_of(self.sandbox.world, place.of)
            self.lay_out(self.sandbox.with_openings(self.sandbox.opened, chosen), self._key_in(chosen))

    def _key_in(self, chosen: Sequence[Opening]) -> str:
        keys = [self.sandbox.with_openings(self.sandbox.opened, tuple(chosen)).key_of(each.place) for each in chosen]
        return next((key for key in keys if key), "")

    def opening_of(self, stop: Stop) -> SandboxOpening:
        """Read the world, beside the screen."""
        place = stop.sandbox or SandboxPlace()
        return open_sandbox(place, self.surroundings.profile, self.surroundings.exercises)

    def reasons(self, error: Exception) -> tuple[str, ...]:
        """Why a world could not be opened."""
        return reasons(error, lang_of(self))

    def begin(self, outdated: tuple[Draft, ...]) -> None:
        """A world was opened: go on where one was, or choose what to write."""
        super().begin(outdated)
        if self.stop.sandbox is not None and self.stop.sandbox.of and self.editors:
            chosen = openings_of(self.sandbox.world, self.stop.sandbox.of)
            keys = [self.sandbox.key_of(each.place) for each in chosen]
            self.slot = next((key for key in keys if key), self.slot)
            self.go_to_slot(self.slot)
        if self.editors:
            self.call_after_refresh(self.go_to_pane, "editor", focus=True)
        if not self.sandbox.edit and not self.sandbox.requests:
            self.action_policies()

    # laying out

    def lay_out(self, sandbox: Sandbox, slot: str = "", texts: Mapping[str, str] | None = None) -> None:
        """Other policies to write, all at once; `slot` is the one to go on with, `texts` are new ones."""
        self.post_message(self.LaidOut(sandbox, slot, texts))

    @on(LaidOut)
    async def _lay_out(self, event: LaidOut) -> None:
        desk, source, sandbox, slot = self.desk, self.source, event.sandbox, event.slot
        assert isinstance(desk, SandboxDesk)
        assert source is not None
        self.flush()
        keeper = keeper_of(self.surroundings.profile, source, sandbox)
        if event.texts is None:
            texts = {**self._kept(keeper), **{key: desk.mine(key) for key in desk.files if key in sandbox.edit}}
        else:
            texts = dict(event.texts)
            for key, text in texts.items():
                keeper.note(key, text, fresh=True)
        self.keeper = keeper
        self.keeper.note(LAYOUT, sandbox.layout)
        desk = self.desk = SandboxDesk(replace(sandbox, written=texts), source.place, source.file.name, texts)
        keys = list(desk.files)
        self.slot = slot if slot in keys else self.slot if self.slot in keys else keys[0] if keys else ""
        await self.lay_out_editors(desk)
        self.show_saved()
        self.say_all()
        self.work_out()
        self.check_all()
        self.go_to_pane("editor" if keys else "text", focus=True)

    def _kept(self, keeper: DraftKeeper) -> dict[str, str]:
        """What was written before in the policies that are opened again."""
        try:
            kept, _ = keeper.load()
        except StoreError as error:
            self.complain(error)
            return {}
        kept.pop(LAYOUT, None)
        return kept

    def ask_otherwise(self, sandbox: Sandbox, hand: str = "") -> None:
        """Other requests; `hand` is the one to be in hand then. The texts stay as they are."""
        self.catch_up()
        desk, source = self.desk, self.source
        assert isinstance(desk, SandboxDesk)
        assert source is not None
        if self.keeper is not None:
            self.keeper.note(LAYOUT, sandbox.layout)
        texts = {key: desk.mine(key) for key in desk.files}
        asked = SandboxDesk(sandbox, source.place, source.file.name, texts)
        known = [
            each for each in desk.results if any(each.request == task.request for task in asked.sheet.task.requests)
        ]
        asked.results = tuple(known)
        desk = self.desk = asked
        for editor in self.editors:
            editor.show_reading(desk.attempt.readings[editor.slot])
        self.requests.show(desk.rows(lang_of(self)))
        ids = [row.id for row in self.requests.entries]
        if hand in ids:
            self.requests.cursor = ids.index(hand)
        self.show_saved()
        self.say_all()
        self.work_out()
        self.check_now()

    # commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        if action in _UNUSED:
            return False
        if action in ("policies", "add_request", "save_world"):
            return isinstance(self.desk, SandboxDesk)
        if action in _ABOUT_REQUEST:
            return self.is_mounted and self.asked_in_hand is not None
        return super().check_action(action, parameters)

    def action_policies(self) -> None:
        """Choose the policies to write."""
        from iamtutor.tui.screens.sandbox.choosing import ChoosePolicies

        self.catch_up()
        known = self.sandbox.opened
        found = openings(self.sandbox.world)
        self.app.push_screen(ChoosePolicies(found, known), self._chosen)

    def _chosen(self, chosen: tuple[Opening, ...] | None) -> None:
        if chosen is None:
            return
        before = {(each.place.type, each.place.of, each.place.name) for each in self.sandbox.opened}
        sandbox = self.sandbox.with_openings(chosen)
        new = [each for each in chosen if (each.place.type, each.place.of, each.place.name) not in before]
        key = sandbox.key_of(new[0].place) if new else None
        self.lay_out(sandbox, key or "")

    def action_open_world(self) -> None:
        """Write in another world."""
        from iamtutor.tui.screens.dialog.world_finders import OpenWorld

        self.app.push_screen(OpenWorld(self.surroundings.exercises), self._opened_other)

    def _opened_other(self, place: WorldPlace | None) -> None:
        if place is not None:
            self.open(Stop(sandbox=SandboxPlace(place.name)))

    def action_save_world(self) -> None:
        """Save the world with what is written in it, and the requests."""
        self.catch_up()
        if isinstance(self.desk, SandboxDesk):
            self._make_file(self.desk, self.file_text)

    @work(description="beside", thread=True, exclusive=True, group="file")
    def _make_file(self, desk: SandboxDesk, over: str) -> None:
        try:
            text = desk.sandbox.saved({key: desk.mine(key) for key in desk.files}, over)
        except (UnsavableError, ContentError) as error:
            self.post_message(self.Made(desk, "", error))
        else:
            self.post_message(self.Made(desk, text))

    @on(Made)
    def _made(self, event: Made) -> None:
        from iamtutor.tui.screens.sandbox.finders import SaveWorld

        desk, source, text, error = event.desk, self.source, event.text, event.error
        if desk is not self.desk or source is None:
            return
        if isinstance(error, UnsavableError):
            files = ", ".join(desk.files[key] for key in error.slots)
            self.notify(say(self, "tui.sandbox-unsavable", files=files), severity="error", timeout=8)
            return
        if error is not None:
            words = "\n".join(reasons(error, lang_of(self))[:4])
            self.notify(words, title=say(self, "tui.sandbox-refused"), severity="error", timeout=12)
            return
        path = f"{source.key}-sandbox.yaml" if source.is_shared else source.name
        known = PolicyFile(path, "" if source.is_shared else self.file_text)
        self.app.push_screen(SaveWorld("", text, known), self._saved)

    def _saved(self, file: PolicyFile | None) -> None:
        if file is not None:
            self.take_saved(file)
