"""The playground follows its files: what another program saves comes in, unless something unsaved stands there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from textual import on, work
from textual.message import Message

from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.screens.dialog.policy_files import FileProblem, read_file
from iamtutor.tui.screens.editing.file_watch import LOOK_EVERY, FileWatch
from iamtutor.tui.screens.editing.offer_line import Offer
from iamtutor.tui.screens.playground.comparing import Comparing
from iamtutor.tui.screens.playground.pair import Pair, Side
from iamtutor.tui.speaking import say
from iamtutor.tui.stop import PolicyFile
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.writing_area import composed


class Following(Comparing):
    """Which files are open, and what came in from them."""

    @dataclass
    class FileRead(Message):
        """A file is another than it was."""

        side: Side
        file: PolicyFile
        text: str

    def __init__(
        self, surroundings: Surroundings, pair: Pair, keeper: DraftKeeper, files: dict[Side, PolicyFile]
    ) -> None:
        super().__init__(surroundings, pair, keeper)
        self._files = files
        self._watch = FileWatch()

    def put(self, side: Side, text: str) -> None:
        """Put a text in place of what stands on a side."""
        raise NotImplementedError

    def follow(self) -> None:
        """Look at the files from now on."""
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self._files:
            self._read_files(dict(self._files))

    @work(description="beside", thread=True, exclusive=True, group="files")
    def _read_files(self, files: Mapping[Side, PolicyFile]) -> None:
        for side, file in files.items():
            stamp = self._watch.settled(file.path)
            if stamp is None:
                continue
            try:
                text = read_file(file.path)
            except FileProblem:
                continue  # it may be on its way; the next look sees
            self._watch.took(file.path, stamp)
            if text != file.text:
                self.post_message(self.FileRead(side, file, text))

    @on(FileRead)
    def _file_read(self, event: FileRead) -> None:
        side, before = event.side, event.file
        if self._files.get(side) != before:
            return
        self.catch_up()
        editor, text = self.editor(side), composed(event.text)
        now = self._files[side] = PolicyFile(before.path, event.text)
        if editor.text == composed(before.text):
            self._take(side, now)
        elif editor.text != text:
            words = partial(self._say_changed, now.path)
            holds = partial(self._is_newest, side, now)
            take = partial(self._take, side, now)
            self.make_offer(Offer(words, "tui.offer-take-file", "tui.offer-keep-mine", take, holds))
        self.say_all()

    def _say_changed(self, path: str) -> str:
        return say(self, "tui.file-changed", path=path)

    def _is_newest(self, side: Side, file: PolicyFile) -> bool:
        return self._files.get(side) == file and self.editor(side).text != composed(file.text)

    def _take(self, side: Side, file: PolicyFile) -> None:
        """The file's text in place of what stands there, the cursor where it was as far as there is such a place."""
        editor = self.editor(side)
        row, column = editor.cursor_location
        self.put(side, file.text)
        row = min(row, editor.document.line_count - 1)
        editor.move_cursor((row, min(column, len(editor.document.get_line(row)))))
        self.say_all()
        self.notify(say(self, "tui.file-reloaded", path=file.path))
