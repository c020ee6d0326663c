"""The sandbox follows its file: what another program saves comes in, unless something unsaved stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.message import Message

from iamtutor.cloud import ContentError
from iamtutor.course.sandbox import Sandbox
from iamtutor.study import Draft
from iamtutor.tui.screens.dialog.policy_files import FileProblem, path_of, read_file
from iamtutor.tui.screens.editing.file_watch import LOOK_EVERY, FileWatch
from iamtutor.tui.screens.editing.offer_line import Offer
from iamtutor.tui.screens.sandbox.desk import SandboxDesk
from iamtutor.tui.screens.sandbox.opening import LAYOUT, SandboxOpening, Source, keeper_of, read_source
from iamtutor.tui.screens.workbench.opening import Opening
from iamtutor.tui.screens.workbench.screen import WorkbenchScreen
from iamtutor.tui.screens.world.looking import UnknownWorldError
from iamtutor.tui.speaking import say
from iamtutor.tui.stop import PolicyFile, Stop
from iamtutor.tui.widgets.top_line import TopLine

if TYPE_CHECKING:
    from iamtutor.course.request_shape import RequestShape
    from iamtutor.tui.guide import Guide
    from iamtutor.tui.surroundings import Surroundings


class Following(WorkbenchScreen):
    """Knows the file of the world, and whether what is written is what it holds."""

    TEXT_NAME: ClassVar[str] = "tui.sandbox-world"

    @dataclass
    class WorldRead(Message):
        """The world's file is another than it was."""

        before: Source
        source: Source

    @dataclass
    class Saved(Message):
        """A file was saved, and read again."""

        file: PolicyFile
        source: Source

    def __init__(self, surroundings: Surroundings, guide: Guide, stop: Stop) -> None:
        super().__init__(surroundings, guide, stop)
        self.source: Source | None = None
        self.file_text = ""
        self._is_outdated = False
        self._watch_file = FileWatch()

    def on_mount(self) -> None:
        """Look at the file from now on."""
        self.set_interval(LOOK_EVERY, self._look_at_file)

    @property
    def sandbox(self) -> Sandbox:
        """What is laid out now."""
        assert isinstance(self.desk, SandboxDesk)
        return self.desk.sandbox

    def lay_out(self, sandbox: Sandbox, slot: str = "", texts: Mapping[str, str] | None = None) -> None:
        """Other policies to write, or other texts in them."""
        raise NotImplementedError

    def ask_otherwise(self, sandbox: Sandbox, hand: str = "") -> None:
        """Other requests."""
        raise NotImplementedError

    def take_opening(self, opening: Opening) -> None:
        """A world was opened."""
        if isinstance(opening, SandboxOpening):
            self.source = opening.source
            self._is_outdated = opening.is_outdated
            self.file_text = self._text_of_file()

    def _text_of_file(self) -> str:
        if self.source is None or self.source.is_shared:
            return ""
        try:
            return read_file(self.source.name)
        except FileProblem:
            return ""

    def begin(self, outdated: tuple[Draft, ...]) -> None:
        """Offer the file's state where what is kept has grown from another."""
        super().begin(())
        self.show_saved()
        if self._is_outdated and self.source is not None and not self.is_saved:
            self._offer_file(self.source)

    # what is saved

    @property
    def is_saved(self) -> bool:
        """Whether the file holds what is laid out and written."""
        if self.source is None or not isinstance(self.desk, SandboxDesk):
            return True
        task = self.desk.sheet.task
        file = self.source.sandbox
        if self.sandbox.value is not file.value or self.sandbox.layout != file.layout:
            return False
        return all(self.desk.mine(slot.key) == slot.start for slot in task.slots)

    def show_saved(self) -> None:
        """The top line names the file, with a mark where something in it is not saved."""
        if self.source is not None and self.desk is not None:
            self.query_one(TopLine).say_right(f"{self.source.file.name}{'' if self.is_saved else ' •'}")

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        super().say_all()
        self.text.border_title = say(self, "tui.sandbox-world")
        self.show_saved()

    def findings_changed(self) -> None:
        """Something was read: it may be another than what is saved."""
        super().findings_changed()
        self.show_saved()

    # the file

    def _look_at_file(self) -> None:
        if self.source is not None and not self.source.is_shared:
            self._read_file(self.source)

    @work(description="beside", thread=True, exclusive=True, group="files")
    def _read_file(self, before: Source) -> None:
        stamp = self._watch_file.settled(before.name)
        if stamp is None:
            return
        try:
            source = read_source(before.name, self.surroundings.exercises)
        except (ContentError, UnknownWorldError, OSError):
            return  # it may be on its way; the next save is seen
        self._watch_file.took(before.name, stamp)
        if source.sandbox.value != before.sandbox.value or source.sandbox.layout != before.sandbox.layout:
            self.post_message(self.WorldRead(before, source))

    @on(WorldRead)
    def _world_read(self, event: WorldRead) -> None:
        if self.source is not event.before:
            return
        self.catch_up()
        if self.is_saved:
            self.take_source(event.source)
            return
        self.source = event.source
        self._offer_file(event.source)

    def _offer_file(self, source: Source) -> None:
        """The file holds something else than what is written: take it, or go on."""
        words = partial(say, self, "tui.file-changed", path=source.file.name)
        holds = partial(self._differs_from, source)
        take = partial(self.take_source, source)
        self.make_offer(Offer(words, "tui.offer-take-file", "tui.offer-keep-mine", take, holds))

    def _differs_from(self, source: Source) -> bool:
        return self.source is source and not self.is_saved

    def take_source(self, source: Source) -> None:
        """The file's state in place of what is laid out and written; what was written stays in reach as a draft."""
        self.flush()
        self.source = source
        self.file_text = self._text_of_file()
        self.lay_out(source.sandbox, self.slot, source.sandbox.task.starts)
        self.notify(say(self, "tui.file-reloaded", path=source.file.name))

    @work(description="beside", thread=True, exclusive=True, group="file")
    def take_saved(self, file: PolicyFile) -> None:
        """What is written was saved: from now on it grows from this file."""
        try:
            source = read_source(str(path_of(file.path).absolute()), self.surroundings.exercises)
        except (ContentError, UnknownWorldError, OSError):
            return  # somebody was faster; what is there now is not ours
        self.post_message(self.Saved(file, source))

    @on(Saved)
    def _saved_to(self, event: Saved) -> None:
        desk, file = self.desk, event.file
        if not isinstance(desk, SandboxDesk):
            return
        self.flush()
        self.source = event.source
        self.file_text = file.text
        texts = {key: desk.mine(key) for key in desk.files}
        now = desk.sandbox
        sandbox = replace(self.source.sandbox, edit=now.edit, requests=now.requests, written=texts)
        keeper = keeper_of(self.surroundings.profile, self.source, sandbox)
        for key, text in texts.items():
            keeper.note(key, text, fresh=True)
        keeper.note(LAYOUT, sandbox.layout, fresh=True)
        self.keeper = keeper
        self.ask_otherwise(sandbox)
        self.notify(say(self, "tui.play-saved", path=file.path))

    # bringing back

    def offer_back(self, request: RequestShape, at: int) -> None:
        """Offer a request that was taken away."""
        sandbox = self.sandbox.with_request(request, at)
        words = partial(say, self, "tui.sandbox-removed", request=f"{request.caller} {request.action}")
        gone = self.sandbox

        def holds() -> bool:
            return self.sandbox is gone

        take = partial(self.ask_otherwise, sandbox, request.id)
        self.make_offer(Offer(words, "tui.sandbox-bring-back", "tui.sandbox-leave-out", take, holds))
