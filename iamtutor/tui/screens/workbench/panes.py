"""The panes of the workbench: which is in front, which language is read, and how one gets from one to the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.widget import Widget

from iamtutor.cloud import Slot, SlotType, World
from iamtutor.course.validated_as import resource_type_of
from iamtutor.policy import Reading
from iamtutor.study import StoreError
from iamtutor.tui.draft_keeper import DraftKeeper
from iamtutor.tui.screens.editing import ReadingScreen
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.layout import Pane, pane_tabs
from iamtutor.tui.screens.workbench.sheet import file_name, holds_attachments
from iamtutor.tui.speaking import lang_of, tell
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.choices import Choices
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.request_table import RequestTable
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.text_pane import MODES, Mode, TextPane


class Panes(ReadingScreen):
    """Text, editors and results. Where they do not all fit, one is in front and a line of tabs leads to the others."""

    TEXT_NAME: ClassVar[str] = "tui.pane-text"
    """The message that names the pane of text where it is a tab."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self.desk: Desk | None = None
        self.keeper: DraftKeeper | None = None
        self.slot = ""
        self._pane: Pane = "text"

    def show_trace(self) -> None:
        """Paint the trace of the request in hand, where it is in view."""
        raise NotImplementedError

    def place_of(self, slot: str) -> tuple[World | None, Slot | None]:
        """The world of the sheet, and where a slot's policy belongs in it."""
        if self.desk is None:
            return None, None
        task = self.desk.sheet.task
        place = task.slot(slot).place
        return task.world, Slot(SlotType(place.type), place.of, place.name)

    @property
    def policies(self) -> Mapping[str, Reading]:
        """How the policies on the desk read now."""
        if self.desk is None:
            return {}
        slots, readings = self.desk.sheet.task.slots, self.desk.attempt.readings
        return {slot.key: readings[slot.key] for slot in slots if not holds_attachments(slot)}

    def resource_type(self, slot: str) -> str | None:
        """What a slot's policy belongs to."""
        return resource_type_of(self.desk.sheet.task.slot(slot).place) if self.desk is not None else None

    def file_of(self, slot: str) -> str:
        """What a slot's text is called, where there are several."""
        files = self.desk.files if self.desk is not None else {}
        return files[slot] if len(files) > 1 else ""

    @property
    def text(self) -> TextPane:
        """The pane with the text."""
        return self.query_one(TextPane)

    @property
    def requests(self) -> RequestTable:
        """The table of requests."""
        return self.query_one(RequestTable)

    @property
    def editor(self) -> PolicyEditor | None:
        """The editor in front."""
        return next((editor for editor in self.editors if editor.slot == self.slot), None)

    @property
    def hand(self) -> PolicyEditor | None:
        """The editor that commands speak of."""
        return self.editor if self.desk is not None else None

    def file_in_hand(self) -> str:
        """What the text in hand is called as a file."""
        assert self.desk is not None
        return self.desk.files[self.slot]

    def to_hand(self, *, focus: bool = True) -> None:
        """Bring the editor in hand into view, and the focus into it."""
        self.go_to_pane("editor", focus=focus)

    @property
    def states(self) -> dict[str, str]:
        """How each slot's text stands, as one sign; nothing new while it is being written."""
        desk = self.desk
        if desk is None:
            return {}
        return {each.slot: desk.state(each.slot, is_written=each.is_held) for each in self.editors}

    def go_to_pane(self, pane: Pane, *, focus: bool = False) -> None:
        """Bring a pane to the front where not all fit, and the focus into it."""
        self._pane = pane
        self.update_classes({f"-at-{each}": each == pane for each in ("text", "editor", "results")})
        self._show_tabs()
        if focus:
            panes: dict[Pane, Widget] = {"text": self.text, "editor": self.editor or self.requests}
            target = panes.get(pane, self.requests)
            if self.has_class("-answering") and pane == "editor":
                target = next(iter(self.query(Choices)), target)
            self.call_after_refresh(target.focus)
        self.call_after_refresh(self.show_trace)

    def to_text(self) -> None:
        """Bring the text to the front, where it is not beside the editor; the focus stays where that is possible."""
        if not self.text.display:
            self.go_to_pane("text", focus=True)

    def go_to_slot(self, slot: str) -> None:
        """Bring the editor of a slot to the front."""
        self.slot = slot
        for editor in self.editors:
            editor.set_class(editor.slot == slot, "-active")
        self._show_tabs()

    def go_to_line(self, slot: str, line: int) -> None:
        """Stand at a line of a slot's text, from 1."""
        self.go_to_slot(slot)
        if self.editor is not None:
            self.editor.go_to(line)
        self.go_to_pane("editor", focus=True)

    @property
    def _is_narrow(self) -> bool:
        return self.has_class("-narrow")

    def _show_tabs(self) -> None:
        desk, mode = self.desk, self.text.mode
        slots = desk.sheet.task.slots if desk is not None else ()
        has_requests = desk is not None and bool(desk.rows("ko"))
        tabs = pane_tabs(
            lang_of(self),
            mode,
            self.TEXT_NAME,
            narrow=self._is_narrow,
            has_slots=bool(slots),
            answering=self.has_class("-answering"),
            has_requests=has_requests,
        )
        split = self._is_narrow and mode == "both"
        active = (self.text.shown_alone or "ko") if split and self._pane == "text" else self._pane
        self.query_one("#tabs", TabLine).show(tabs, active)
        states = {slot: f" {state}" for slot, state in self.states.items() if state}
        names = [
            (
                slot.key,
                (tell(self, slot.title) if slot.title is not None else file_name(slot)) + states.get(slot.key, ""),
            )
            for slot in slots
        ]
        files = [(slot.key, file_name(slot) + states.get(slot.key, "")) for slot in slots]
        self.query_one("#slots", TabLine).show(names, self.slot, shorter=files)

    @on(TabLine.Chosen, "#tabs")
    def _tab_chosen(self, event: TabLine.Chosen) -> None:
        self._to_tab(event.key)

    def _to_tab(self, key: str) -> None:
        if key in ("ko", "en"):
            self.text.shown_alone = "ko" if key == "ko" else "en"
            self.go_to_pane("text", focus=True)
        else:
            pane: Pane = "editor" if key == "editor" else "results" if key == "results" else "text"
            self.go_to_pane(pane, focus=True)

    @on(TabLine.Chosen, "#slots")
    def _slot_chosen(self, event: TabLine.Chosen) -> None:
        self.go_to_slot(event.key)
        self.go_to_pane("editor", focus=True)

    @on(PolicyEditor.Left)
    def _left_editor(self) -> None:
        if self.refuse():
            return
        self.go_to_pane("text", focus=True)

    def on_resize(self) -> None:
        """Set anew for the new size."""
        self.call_after_refresh(self._resized)

    def _resized(self) -> None:
        split = self._is_narrow and self.text.mode == "both"
        self.text.shown_alone = (self.text.shown_alone or lang_of(self)) if split else None
        self._show_tabs()
        self.show_trace()

    def action_reading(self) -> None:
        """Korean, English, both."""
        self.read_in(MODES[(MODES.index(self.text.mode) + 1) % len(MODES)])

    def read_in(self, mode: Mode) -> None:
        """Show the text in one language, or in both, from now on."""
        self.update_classes({f"-{each}": each == mode for each in MODES})
        self.text.mode = mode
        self.call_after_refresh(self._resized)
        try:
            self.surroundings.profile.settings.reading = mode
        except StoreError as error:
            self.complain(error)

    def action_panes(self) -> None:
        """Move the focus on: text, each slot's editor, results."""
        slots = [editor.slot for editor in self.editors]
        focused = self.focused
        if isinstance(focused, PolicyEditor) and slots.index(focused.slot) + 1 < len(slots):
            self.go_to_slot(slots[slots.index(focused.slot) + 1])
            self.go_to_pane("editor", focus=True)
        elif isinstance(focused, PolicyEditor):
            self.go_to_pane("results", focus=True)
        elif focused is self.text and self.has_class("-answering"):
            self.go_to_pane("editor", focus=True)
        elif focused is self.text and slots:
            self.go_to_slot(slots[0])
            self.go_to_pane("editor", focus=True)
        else:
            self.go_to_pane("text", focus=True)
