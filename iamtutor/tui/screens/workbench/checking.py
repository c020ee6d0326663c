"""Policy validation on the workbench: run beside the screen once typing rests, shown where it is no disturbance."""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from iamtutor.course.validated_as import resource_type_of
from iamtutor.study import Marking, StoreError
from iamtutor.tui.screens.findings import Entry, FindingsScreen, Wish
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.panes import Panes
from iamtutor.tui.screens.workbench.sheet import holds_attachments
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.validation import checked, warm_up
from iamtutor.tui.widgets.policy_editor import PolicyEditor

if TYPE_CHECKING:
    from iamtutor.analyzer import ValidationFinding

REST = 0.25
"""Seconds without a keystroke before a policy is validated."""
CALM = 0.8
"""Seconds without a keystroke before anything new is said of the line that is being written."""


class Checking(Panes):
    """Findings of the analyzer, slot by slot. The worker posts messages and touches no widget."""

    @dataclass
    class Validated(Message):
        """A slot's policy was validated for a revision; None where it is no JSON."""

        desk: Desk
        revision: int
        slot: str
        findings: tuple[ValidationFinding, ...] | None

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._unchecked: set[str] = set()
        self._written_at = 0.0
        self._is_timed = False

    def catch_up(self) -> None:
        """Read what was typed."""
        raise NotImplementedError

    @property
    def is_behind(self) -> bool:
        """Whether something was typed that has not been read yet."""
        raise NotImplementedError

    def check_all(self) -> None:
        """Validate every policy, at once: a sheet was opened."""
        if self.desk is not None:
            slots = self.desk.sheet.task.slots
            self._unchecked = {slot.key for slot in slots if not holds_attachments(slot)}
            self.check_now()

    def check_soon(self, editor: PolicyEditor) -> None:
        """Validate what is being written once typing rests."""
        editor.hold()
        if editor.notation == "json":
            self._unchecked.add(editor.slot)
        self._written_at = monotonic()
        if not self._is_timed:  # a timer for each keystroke would cost more than the reading
            self._is_timed = True
            self.set_timer(REST, self._rested)

    def _rested(self) -> None:
        wait = self._written_at + REST - monotonic()
        if wait > 0:
            self.set_timer(wait, self._rested)
        else:
            self.check_now()
            self.set_timer(CALM - REST, self._calmed)

    def _calmed(self) -> None:
        quiet = monotonic() - self._written_at
        if quiet < REST:
            self._rested()
        elif quiet < CALM:
            self.check_now()
            self.set_timer(CALM - quiet, self._calmed)
        else:
            self._is_timed = False
            self._release()

    def check_now(self) -> None:
        """Validate what waits for it, beside the screen."""
        if self.desk is not None and self._unchecked:
            self._check(self.desk, self.desk.revision, tuple(self._unchecked))

    @work(thread=True, exclusive=True, group="checks")
    def _check(self, desk: Desk, revision: int, slots: tuple[str, ...]) -> None:
        worker = get_current_worker()
        warm_up()
        catalog = self.surroundings.catalog() if self.surroundings.catalog is not None else None

        def cancelled() -> bool:
            return worker.is_cancelled or desk.revision != revision or self.is_behind

        readings = desk.attempt.readings
        for slot in slots:
            if cancelled():
                return
            place = desk.sheet.task.slot(slot).place
            findings = checked(readings[slot], resource_type_of(place), catalog, cancelled)
            if cancelled():
                return
            self.post_message(self.Validated(desk, revision, slot, findings))

    @on(Validated)
    def _validated(self, event: Validated) -> None:
        if event.desk is not self.desk or event.revision != event.desk.revision or self.is_behind:
            return
        self._unchecked.discard(event.slot)
        editor = next((each for each in self.editors if each.slot == event.slot), None)
        if editor is not None and event.findings is not None:
            editor.show_checked(event.desk.mine(event.slot), event.findings)
        self.findings_changed()

    def _release(self) -> None:
        for editor in self.editors:
            editor.release()
        self.findings_changed()

    def findings_changed(self) -> None:
        """There are others now: the list, where it is open, shows them."""
        if isinstance(self.app.screen, FindingsScreen):
            self.app.screen.show(self._entries(), waiting=bool(self._unchecked))

    def _entries(self) -> list[Entry]:
        """Every finding, slot by slot."""
        assert self.desk is not None
        files = self.desk.files
        return [
            Entry(editor.slot, files[editor.slot] if len(files) > 1 else "", editor.line_of(each), editor.text, each)
            for editor in self.editors
            for each in editor.findings
        ]

    def action_findings(self, line: int | None = None) -> None:
        """List what was found, beginning with what is at the cursor or at a line."""
        self.catch_up()
        editor = self.editor
        if self.desk is None or editor is None:
            return
        self._release()
        self.check_now()
        here = (
            editor.at_cursor() if line is None else [each for each in editor.findings if editor.line_of(each) == line]
        )
        entries = self._entries()
        at = next((n for n, each in enumerate(entries) if each.slot == self.slot and each.finding in here[:1]), 0)
        screen = FindingsScreen(entries, at, editor.marking, self.mark, waiting=bool(self._unchecked))
        self.app.push_screen(screen, self._granted)

    @on(PolicyEditor.Calmed)
    def _calmed_down(self) -> None:
        self.findings_changed()

    @on(PolicyEditor.Asked)
    def _asked(self, event: PolicyEditor.Asked) -> None:
        self.action_findings(event.line)

    def _granted(self, wish: Wish | None) -> None:
        if wish is None:
            return
        self.go_to_line(wish.entry.slot, wish.entry.line)
        if wish.do == "fix":
            self._fix(wish.entry.finding)
        elif self.editor is not None:
            self.editor.go_to_finding(wish.entry.finding)

    def action_fix(self) -> None:
        """Mend what was found in the cursor's line, what is under the cursor first."""
        self.catch_up()
        finding = next((each for each in self.editor.at_cursor() if each.fix), None) if self.editor else None
        if finding is None:
            self.notify(say(self, "tui.fix-none"))
        else:
            self._fix(finding)

    def _fix(self, finding: ValidationFinding) -> None:
        if self.editor is not None and finding.fix is not None and self.editor.apply(finding.fix):
            self.notify(say(self, "tui.fixed", code=finding.code))

    def mark(self, marking: Marking) -> None:
        """Mark everything in the texts, or only what is serious."""
        for editor in self.editors:
            editor.mark(marking)
        try:
            self.surroundings.profile.settings.marking = marking
        except StoreError as error:
            self.complain(error)
