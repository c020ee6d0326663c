"""The workbench screen: lays the panes out, hands keystrokes to the desk, and paints what comes back."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message

from iamtutor.cloud import ContentError
from iamtutor.study import StoreError
from iamtutor.tui.commands import EDITING, VALIDATION, WORKBENCH, bindings
from iamtutor.tui.guide import Guide
from iamtutor.tui.screens.editing.find_line import FindLine
from iamtutor.tui.screens.editing.offer_line import OfferLine
from iamtutor.tui.screens.workbench.answering import AnswerSheet, groups_of
from iamtutor.tui.screens.workbench.binder import UnreadableError
from iamtutor.tui.screens.workbench.deciding import Deciding
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.opening import Opening, open_stop, reasons
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.screens.workbench.sheet import file_name, holds_attachments
from iamtutor.tui.speaking import lang_of, say, tell
from iamtutor.tui.stop import Stop, WorldPlace
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.key_bar import KeyBar
from iamtutor.tui.widgets.policy_editor import PolicyEditor
from iamtutor.tui.widgets.request_table import RequestTable
from iamtutor.tui.widgets.tab_line import TabLine
from iamtutor.tui.widgets.text_pane import TextPane
from iamtutor.tui.widgets.top_line import TopLine
from iamtutor.tui.widgets.trace_view import TraceView
from iamtutor.words import Bilingual

SAVE_EVERY = 0.3
"""Seconds between writes of what was typed, also while typing goes on."""
COLLECTED_AFTER = 2.0
"""Seconds after which garbage is looked for: the learner reads by then."""
ROOMY = 45


class WorkbenchScreen(Deciding):
    """One screen for lessons and exercises. Workers post messages and touch no widget."""

    CSS_PATH = "workbench.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(
        WORKBENCH + VALIDATION + EDITING
    )
    HORIZONTAL_BREAKPOINTS: list[tuple[int, str]] | None = [(0, "-narrow"), (100, "-medium"), (160, "-wide")]  # noqa: RUF012 - Textual reads it from the class

    @dataclass
    class Opened(Message):
        """A stop was read."""

        number: int
        opening: Opening

    @dataclass
    class Failed(Message):
        """A stop could not be read."""

        number: int
        reasons: tuple[str, ...]

    def __init__(self, surroundings: Surroundings, guide: Guide, stop: Stop) -> None:
        super().__init__(surroundings)
        self.guide = guide
        self.stop = stop
        self._number = 0
        self._states_shown: dict[str, str] = {}

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        yield TabLine(id="tabs")
        with Horizontal(id="bench"):
            yield TextPane(id="text")
            with Vertical(id="work"):
                yield TabLine(id="slots", marks=("▸", " "))
                yield Vertical(id="editors")
                yield FindLine()
                yield OfferLine()
                yield AnswerSheet()
                yield RequestTable(id="requests")
                yield TraceView(id="trace")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self.say_all, init=False)
        self.text.set_reactive(TextPane.mode, self.surroundings.profile.settings.reading or lang_of(self))
        roomy = self.app.size.height >= ROOMY
        self.update_classes({"-reading-only": True, f"-{self.text.mode}": True, "-trace": roomy}, update=False)
        self.query_one(TopLine).show((say(self, "tui.loading"), "$dim"))
        self.set_interval(SAVE_EVERY, self.save)
        self.go_to_pane("text")
        self.open(self.stop)

    def on_unmount(self) -> None:
        """Write what was typed."""
        self.flush()

    # opening

    def open(self, stop: Stop) -> None:
        """Open another stop; what was written is kept first."""
        self._mark_read()
        self.flush()
        self.stop = stop
        self._number += 1
        self._read(stop, self._number)

    def takes(self, stop: Stop) -> bool:
        """Whether a stop is opened here, in place of what lies here."""
        return True

    def opening_of(self, stop: Stop) -> Opening:
        """Read a stop, beside the screen. Raises what `reasons` puts into words."""
        return open_stop(self.guide, self.surroundings.profile, stop)

    def reasons(self, error: Exception) -> tuple[str, ...]:
        """Why a stop could not be opened."""
        return reasons(error, lang_of(self))

    @work(description="beside", thread=True, group="read")
    def _read(self, stop: Stop, number: int) -> None:
        try:
            opening = self.opening_of(stop)
        except (UnreadableError, ContentError, LookupError, OSError) as error:
            self.post_message(self.Failed(number, self.reasons(error)))
            return
        self.post_message(self.Opened(number, opening))

    def take_opening(self, opening: Opening) -> None:
        """A stop was read, and is about to lie here."""

    @on(Failed)
    def _show_failure(self, event: Failed) -> None:
        if event.number != self._number:
            return
        text = "\n\n".join(event.reasons)
        self.desk = None
        self.text.show([page.Title(said("tui.unreadable")), page.Prose(Bilingual(text, text))])
        self.query_one(TopLine).show((say(self, "tui.unreadable"), "bold $deny"))

    @on(Opened)
    async def _sit_down(self, event: Opened) -> None:
        if event.number != self._number:
            return
        self.take_opening(event.opening)
        desk = self.desk = event.opening.desk
        self.keeper = event.opening.keeper
        slots = [slot.key for slot in desk.sheet.task.slots]
        self.slot = slots[0] if slots else ""
        self.text.seek(self.stop.sought)
        self.read_from(event.opening.spot)
        self.text.styles.min_width = self.text.natural_width
        requests = bool(desk.rows("ko"))
        with self.app.batch_update():
            self.update_classes(
                {
                    "-no-slots": not slots,
                    "-many-slots": len(slots) > 1,
                    "-no-requests": not requests,
                    "-reading-only": not slots and not requests and not desk.is_answered,
                    "-answering": desk.is_answered,
                }
            )
            await self.lay_out_editors(desk)
        exercise = desk.sheet.exercise
        await self.query_one(AnswerSheet).show(groups_of(exercise) if exercise is not None and desk.is_answered else ())
        self.begin(event.opening.outdated)
        self.query_one(TraceView).show(None)
        self.go_to_pane("text")
        self.text.focus()
        if self.stop.block is not None:
            self.call_after_refresh(self.text.scroll_to_block, self.stop.block)
        self.say_all()
        self.work_out()
        self.check_all()
        if event.opening.problem is not None:
            self.complain(event.opening.problem)
        self.set_timer(COLLECTED_AFTER, _set_garbage_apart)

    async def lay_out_editors(self, desk: Desk) -> None:
        """An editor for each slot of a desk, in place of those that are there."""
        slots = desk.sheet.task.slots
        self.update_classes({"-no-slots": not slots, "-many-slots": len(slots) > 1})
        holder = self.query_one("#editors", Vertical)
        self.put_find_away()
        self.make_offer(None)
        with self.app.batch_update():
            await holder.remove_children()
            editors = [
                PolicyEditor(slot.key, desk.attempt.text(slot.key), "yaml" if holds_attachments(slot) else "json")
                for slot in slots
            ]
            for editor in editors:
                editor.remembered_as = f"{desk.sheet.place}/{editor.slot}"
            if editors:
                await holder.mount(*editors)
            for editor in editors:
                editor.cursor_blink = self.app.animation_level != "none"
                editor.set_class(editor.slot == self.slot, "-active")
                editor.marking = self.marking
                editor.show_reading(desk.attempt.readings[editor.slot])

    # words

    def say_all(self) -> None:
        """Say everything in the language chosen."""
        desk = self.desk
        if desk is None:
            return
        sheet = desk.sheet
        dots = "●" * sheet.number + "○" * (sheet.total - sheet.number) if sheet.total <= 12 else ""
        self.query_one(TopLine).show(
            (f"{tell(self, sheet.crumb)}  ", "$dim"),
            (tell(self, sheet.title), "bold $accent"),
            right=f"{sheet.number}/{sheet.total}  {dots}" if sheet.total else "",
        )
        self.query_one(KeyBar).prefer(*(("next", "back") if sheet.step else ()))
        self.query_one(AnswerSheet).border_title = say(self, "tui.answers")
        self.text.border_title = say(self, "tui.task" if sheet.exercise is not None else "tui.pane-text")
        keys = "tui.page-keys" if self.text.can_act else "tui.page-terms"
        self.text.border_subtitle = say(self, keys) if sheet.step else ""
        for editor in self.editors:
            editor.show_status()
        self.show_states()
        self.findings_changed()
        self.text.show(desk.blocks(), keep_place=True)
        self.show_results()

    def findings_changed(self) -> None:
        """The key line says how many hints were seen and how many findings there are."""
        super().findings_changed()
        if self.desk is not None:
            count = sum(len(editor.findings) for editor in self.editors)
            self.query_one(KeyBar).relabel(
                hint=say(self, "tui.hint-label", used=self.desk.hints, total=self.desk.hint_count),
                findings=say(self, "tui.findings-label", count=count) if count else "",
            )
            if self.states != self._states_shown:
                self.show_states()

    def show_states(self) -> None:
        """The title of each editor and the line of slots say how each text stands."""
        if self.desk is None:
            return
        self._states_shown = self.states
        for editor, slot in zip(self.editors, self.desk.sheet.task.slots, strict=True):
            name = f" · {tell(self, slot.title)}" if slot.title is not None else ""
            state = self._states_shown.get(editor.slot, "")
            editor.entitle(f"{file_name(slot)}{name}{f'  {state}' if state else ''}")
        self._show_tabs()

    def apply_setting(self, key: str, value: str) -> None:
        """A setting was changed elsewhere: it counts here at once."""
        if key == "reading" and value != self.text.mode:
            self.read_in("both" if value == "both" else "en" if value == "en" else "ko")
        else:
            super().apply_setting(key, value)

    # commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        desk = self.desk
        if action in ("submit", "hint"):
            return desk is not None and desk.sheet.exercise is not None
        if action == "solution":
            return desk is not None and desk.sheet.exercise is not None and bool(desk.sheet.task.slots)
        if action in ("reset", "restore", "findings", "fix", "difference"):
            return desk is not None and bool(desk.sheet.task.slots)
        if action in ("trace", "open_trace"):
            return desk is not None and not desk.is_answered and bool(desk.sheet.task.requests)
        return super().check_action(action, parameters)

    def action_trace(self, toggle: bool = True) -> None:
        """Show how the request in hand was decided; where that is in view, go there from the table, else put it away."""
        if self._is_narrow:
            self.go_to_pane("results" if self._pane != "results" or not toggle else "editor", focus=True)
            return
        trace = self.query_one(TraceView)
        if toggle and self.has_class("-trace") and self.focused is not self.requests:
            if self.focused is trace:
                self.requests.focus()
            self.set_class(False, "-trace")
            return
        if toggle and self.has_class("-trace"):
            trace.focus()
        self.set_class(True, "-trace")
        self.call_after_refresh(self.show_trace)

    def action_next(self) -> None:
        """The next step or exercise."""
        self._turn(1)

    def action_back(self) -> None:
        """The step or exercise before."""
        self._turn(-1)

    def _turn(self, by: int) -> None:
        stop = self.guide.beside(self.stop, by)
        if stop is None:
            self.notify(say(self, "tui.end-of-course" if by > 0 else "tui.start-of-course"))
            return
        self.open(stop)

    def world_place(self) -> WorldPlace | None:
        """The world of what lies here, with the learner's policies in it."""
        self.catch_up()
        return None if self.desk is None else self.desk.world_place()

    def _mark_read(self) -> None:
        """A step whose end has been in view counts as read."""
        if self.desk is None or not self.desk.sheet.step or not self.text.is_at_end:
            return
        try:
            self.surroundings.profile.progress.read_step(self.desk.sheet.lesson, self.desk.sheet.step)
        except StoreError as error:
            self.complain(error)

    def action_leave(self) -> None:
        """Back to the home screen."""
        self._mark_read()
        self.flush()
        self.dismiss()


def _set_garbage_apart() -> None:
    """Collect now, and let later collections pass over what stays: a full one takes 40 ms, in which nobody can type."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
