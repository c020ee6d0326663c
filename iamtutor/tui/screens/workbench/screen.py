"""The workbench screen: lays the panes out, hands keystrokes to the desk, and paints what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import TextArea
from textual.worker import get_current_worker

from iamtutor.course import Stage
from iamtutor.policy import Span
from iamtutor.study import StoreError
from iamtutor.study.messages import MESSAGES as STUDY_MESSAGES
from iamtutor.tui.commands import WORKBENCH, bindings
from iamtutor.tui.guide import Guide, Stop
from iamtutor.tui.screens.workbench.answering import AnswerSheet, answer_of, groups_of
from iamtutor.tui.screens.workbench.binder import UnreadableError
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.exercising import Exercising
from iamtutor.tui.screens.workbench.keeper import DraftKeeper
from iamtutor.tui.screens.workbench.opening import Opening, open_stop, reasons
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.speaking import lang_of, say, tell
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
from iamtutor.words import say as say_in

SAVE_EVERY = 0.3
"""Seconds between writes of what was typed, also while typing goes on."""
ROOMY = 45


class WorkbenchScreen(Exercising):
    """One screen for lessons and exercises. Workers post messages and touch no widget."""

    CSS_PATH = "workbench.tcss"
    AUTO_FOCUS = None
    BINDINGS: ClassVar[list[Binding | tuple[str, str] | tuple[str, str, str]]] = bindings(WORKBENCH)
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

    @dataclass
    class Found(Message):
        """A stage was worked out for a revision."""

        desk: Desk
        revision: int
        stage: Stage

    @dataclass
    class NotSaved(Message):
        """The profile could not be written."""

        error: StoreError

    def __init__(self, surroundings: Surroundings, guide: Guide, stop: Stop) -> None:
        super().__init__(surroundings)
        self.guide = guide
        self.stop = stop
        self._number = 0
        self._complained = False

    def compose(self) -> ComposeResult:
        """The parts, in the order of the page."""
        yield TopLine()
        yield TabLine(id="tabs")
        with Horizontal(id="bench"):
            yield TextPane(id="text")
            with Vertical(id="work"):
                yield TabLine(id="slots")
                yield Vertical(id="editors")
                yield AnswerSheet()
                yield RequestTable(id="requests")
                yield TraceView(id="trace")
        yield KeyBar()

    def on_mount(self) -> None:
        """Say everything, and go on saying it when the language changes."""
        self.watch(self.app, "lang", self.say_all, init=False)
        self.text.set_reactive(TextPane.mode, self.surroundings.profile.settings.reading or lang_of(self))
        self.add_class("-reading-only", f"-{self.text.mode}")
        self.set_class(self.app.size.height >= ROOMY, "-trace")
        self.query_one(TopLine).show((say(self, "tui.loading"), "$dim"))
        self.set_interval(SAVE_EVERY, self._save)
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

    @work(thread=True, group="read")
    def _read(self, stop: Stop, number: int) -> None:
        try:
            opening = open_stop(self.guide, self.surroundings.profile, stop)
        except (UnreadableError, LookupError, OSError) as error:
            self.post_message(self.Failed(number, reasons(error, lang_of(self))))
            return
        self.post_message(self.Opened(number, opening))

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
        desk = self.desk = event.opening.desk
        self.keeper = event.opening.keeper
        slots = [slot.key for slot in desk.sheet.task.slots]
        self.slot = slots[0] if slots else ""
        self.text.show(desk.blocks())
        self.text.styles.min_width = self.text.natural_width
        await self._lay_out_editors(desk)
        self.set_class(not slots, "-no-slots")
        self.set_class(len(slots) > 1, "-many-slots")
        self.set_class(not desk.rows("ko"), "-no-requests")
        self.set_class(not slots and not desk.rows("ko") and not desk.is_answered, "-reading-only")
        self.set_class(desk.is_answered, "-answering")
        exercise = desk.sheet.exercise
        await self.query_one(AnswerSheet).show(groups_of(exercise) if exercise is not None and desk.is_answered else ())
        self.begin(event.opening.outdated)
        self.query_one(TraceView).show(None)
        self.go_to_pane("text")
        self.text.focus()
        self.say_all()
        self.work_out()
        if event.opening.problem is not None:
            self.complain(event.opening.problem)

    async def _lay_out_editors(self, desk: Desk) -> None:
        holder = self.query_one("#editors", Vertical)
        with self.app.batch_update():
            await holder.remove_children()
            editors = [PolicyEditor(slot.key, desk.attempt.text(slot.key)) for slot in desk.sheet.task.slots]
            if editors:
                await holder.mount(*editors)
            for editor in editors:
                editor.cursor_blink = self.app.animation_level != "none"
                editor.set_class(editor.slot == self.slot, "-active")
                editor.show_reading(desk.attempt.readings[editor.slot])

    # writing

    @on(TextArea.Changed)
    def _written(self, event: TextArea.Changed) -> None:
        editor = event.text_area
        if self.desk is None or not isinstance(editor, PolicyEditor):
            return
        if editor.text == self.desk.attempt.text(editor.slot):
            return
        editor.show_reading(self.desk.write(editor.slot, editor.text))
        if self.keeper is not None:
            self.keeper.note(editor.slot, editor.text)
        self.work_out()

    @on(AnswerSheet.Answered)
    def _answered(self, event: AnswerSheet.Answered) -> None:
        if self.desk is not None and self.desk.sheet.exercise is not None:
            self.desk.answer(answer_of(self.desk.sheet.exercise, event.picked))

    def work_out(self) -> None:
        """Work out what the texts now decide, beside the screen."""
        if self.desk is not None:
            self._stages(self.desk, self.desk.revision)

    @work(thread=True, exclusive=True, group="stages")
    def _stages(self, desk: Desk, revision: int) -> None:
        worker = get_current_worker()
        for stage in desk.attempt.stages(cancelled=lambda: worker.is_cancelled or desk.revision != revision):
            self.post_message(self.Found(desk, revision, stage))

    @on(Found)
    def _found(self, event: Found) -> None:
        if event.desk is self.desk and event.desk.take(event.revision, event.stage):
            self.show_results()

    def show_results(self) -> None:
        """Paint the requests, and the trace where it is in view."""
        if self.desk is None:
            return
        self.requests.show(self.desk.rows(lang_of(self)))
        if any(isinstance(block, page.Requests) for block in self.desk.sheet.blocks):
            self.text.show(self.desk.blocks(), keep_place=True)
        self.show_trace()

    def show_trace(self) -> None:
        """Paint the trace of the request in hand; it is worked out only where it is seen."""
        trace = self.query_one(TraceView)
        rows = self.requests.entries
        if self.desk is None or not trace.display or not 0 <= self.requests.cursor < len(rows):
            return
        result = self.desk.result(rows[self.requests.cursor].id)
        trace.show(result.decision if result is not None else None, self._line_of)

    def _line_of(self, policy: str, span: Span) -> int | None:
        assert self.desk is not None
        for slot in self.desk.sheet.task.slots:
            if policy == slot.place.name or (slot.place.name is None and len(self.desk.sheet.task.slots) == 1):
                return self.desk.attempt.readings[slot.key].position(span.start).line
        return None

    # keeping

    def _save(self) -> None:
        if self.keeper is not None and self.keeper.pending:
            self._write_drafts(self.keeper)

    @work(thread=True, group="drafts")
    def _write_drafts(self, keeper: DraftKeeper) -> None:
        try:
            keeper.flush()
        except StoreError as error:
            self.post_message(self.NotSaved(error))

    def flush(self) -> None:
        """Write what was typed, now."""
        if self.keeper is not None:
            try:
                self.keeper.flush()
            except StoreError as error:
                self.complain(error)

    @on(NotSaved)
    def _not_saved(self, event: NotSaved) -> None:
        self.complain(event.error)

    def complain(self, error: StoreError) -> None:
        """Say once that nothing is saved, not at every keystroke."""
        if not self._complained:
            self._complained = True
            notice = error.notice
            words = say_in(STUDY_MESSAGES, notice.message, lang_of(self), **notice.arguments)
            self.notify(words, severity="error", timeout=12)

    # the page and the table

    @on(RequestTable.Moved, "#requests")
    def _request_in_hand(self) -> None:
        self.show_trace()

    @on(RequestTable.Chosen, "#requests")
    def _request_chosen(self) -> None:
        self.action_trace(toggle=False)

    @on(TextPane.Load)
    def _load(self, event: TextPane.Load) -> None:
        block = next(
            (each for each in self.text.blocks if isinstance(each, page.Policy) and each.key == event.key), None
        )
        if block is None or event.key not in {editor.slot for editor in self.editors}:
            return
        self.go_to_slot(event.key)
        editor = self.editor
        if editor is not None and editor.text != block.text:
            editor.replace_all(block.text)
        self.go_to_pane("editor", focus=True)

    @on(TextPane.Picked)
    def _picked(self, event: TextPane.Picked) -> None:
        if self.desk is not None:
            self.desk.picked[event.key] = event.option
            self.text.show(self.desk.blocks(), keep_place=True)

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
            right=f"{sheet.number}/{sheet.total}  {dots}",
        )
        self.text.border_title = say(self, "tui.task" if sheet.exercise is not None else "tui.pane-text")
        names = {slot.key: tell(self, slot.title) if slot.title is not None else "" for slot in sheet.task.slots}
        for editor in self.editors:
            editor.entitle(f"{editor.slot}.json" + (f" · {names[editor.slot]}" if names[editor.slot] else ""))
            editor.show_status()
        self.query_one(KeyBar).relabel(hint=say(self, "tui.hint-label", used=desk.hints, total=desk.hint_count))
        self._show_tabs()
        self.text.show(desk.blocks(), keep_place=True)
        self.show_results()

    # commands

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Commands that make no sense here are not offered."""
        desk = self.desk
        if action in ("submit", "hint"):
            return desk is not None and desk.sheet.exercise is not None
        if action == "solution":
            return desk is not None and desk.sheet.exercise is not None and bool(desk.sheet.task.slots)
        if action in ("reset", "restore"):
            return desk is not None and bool(desk.sheet.task.slots)
        if action == "trace":
            return desk is not None and not desk.is_answered and bool(desk.sheet.task.requests)
        return True

    def action_trace(self, toggle: bool = True) -> None:
        """Show how the request in hand was decided, or put it away."""
        if self._is_narrow:
            self.go_to_pane("results" if self._pane != "results" or not toggle else "editor", focus=True)
        else:
            self.set_class(not (toggle and self.has_class("-trace")), "-trace")
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
