"""Policy validation where policies are written: run beside the screen once typing rests, shown where it is no disturbance."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING

from textual import on, work
from textual.message import Message
from textual.worker import get_current_worker

from iamtutor.study import Marking, StoreError
from iamtutor.tui.screens.editing.screen import Editing
from iamtutor.tui.screens.findings import Entry, FindingsScreen, Wish
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.validation import checked, warm_up
from iamtutor.tui.widgets.policy_editor import PolicyEditor

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from iamtutor.analyzer import ValidationFinding
    from iamtutor.policy import Reading

REST = 0.25
"""Seconds without a keystroke before a policy is validated."""
CALM = 0.8
"""Seconds without a keystroke before anything new is said of the line that is being written."""


class Checking(Editing):
    """Findings of the analyzer, editor by editor. A finding is about a reading: one that is another's is refused.

    The worker posts messages and touches no widget.
    """

    @dataclass
    class Validated(Message):
        """A policy was validated as it was read; None where it is no JSON."""

        slot: str
        reading: Reading
        findings: tuple[ValidationFinding, ...] | None

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._validated: dict[str, Reading] = {}
        self._written_at = 0.0
        self._is_timed = False

    @property
    def is_behind(self) -> bool:
        """Whether something was typed that has not been read yet."""
        raise NotImplementedError

    @property
    def policies(self) -> Mapping[str, Reading]:
        """The policies that stand in the editors, as they read now, by slot."""
        raise NotImplementedError

    def resource_type(self, slot: str) -> str | None:
        """CloudFormation's name of what a slot's policy belongs to, where that is known."""
        return None

    def file_of(self, slot: str) -> str:
        """What a slot's text is called in a list of several; empty where there is only one."""
        raise NotImplementedError

    def go_to_line(self, slot: str, line: int) -> None:
        """Stand at a line of a slot's text, from 1."""
        raise NotImplementedError

    @property
    def editors(self) -> list[PolicyEditor]:
        """Every editor."""
        return list(self.query(PolicyEditor))

    def _unchecked(self) -> dict[str, Reading]:
        """What waits to be validated."""
        known = self._validated
        return {slot: reading for slot, reading in self.policies.items() if known.get(slot) is not reading}

    def check_all(self) -> None:
        """Validate every policy, at once: others lie here now, or they are used for something else."""
        self._validated = {}
        self.check_now()

    def check_soon(self, editor: PolicyEditor) -> None:
        """Validate what is being written once typing rests."""
        editor.hold()
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
        waiting = [(slot, reading, self.resource_type(slot)) for slot, reading in self._unchecked().items()]
        if waiting:
            self._check(waiting)

    @work(description="beside", thread=True, exclusive=True, group="checks")
    def _check(self, waiting: Sequence[tuple[str, Reading, str | None]]) -> None:
        worker = get_current_worker()
        warm_up()
        catalog = self.surroundings.catalog() if self.surroundings.catalog is not None else None

        def cancelled(slot: str, reading: Reading) -> bool:
            return worker.is_cancelled or self.is_behind or self.policies.get(slot) is not reading

        for slot, reading, resource_type in waiting:
            gone = partial(cancelled, slot, reading)
            if gone():
                return
            findings = checked(reading, resource_type, catalog, gone)
            if gone():
                return
            self.post_message(self.Validated(slot, reading, findings))

    @on(Validated)
    def _take_validated(self, event: Validated) -> None:
        if self.is_behind or self.policies.get(event.slot) is not event.reading:
            return
        self._validated[event.slot] = event.reading
        editor = next((each for each in self.editors if each.slot == event.slot), None)
        if editor is not None and event.findings is not None:
            editor.show_checked(event.reading.text, event.findings)
        self.findings_changed()

    def _release(self) -> None:
        for editor in self.editors:
            editor.release()
        self.findings_changed()

    def findings_changed(self) -> None:
        """There are others now: the list, where it is open, shows them."""
        if isinstance(self.app.screen, FindingsScreen):
            self.app.screen.show(self._entries(), waiting=bool(self._unchecked()))

    def _entries(self) -> list[Entry]:
        """Every finding, slot by slot."""
        return [
            Entry(editor.slot, self.file_of(editor.slot), editor.line_of(each), editor.text, each)
            for editor in self.editors
            for each in editor.findings
        ]

    def action_findings(self, line: int | None = None) -> None:
        """List what was found, beginning with what is at the cursor or at a line."""
        self.catch_up()
        editor = self.hand
        if editor is None:
            return
        self._release()
        self.check_now()
        here = (
            editor.at_cursor() if line is None else [each for each in editor.findings if editor.line_of(each) == line]
        )
        entries = self._entries()
        at = next((n for n, each in enumerate(entries) if each.slot == editor.slot and each.finding in here[:1]), 0)
        screen = FindingsScreen(entries, at, editor.marking, self.mark, waiting=bool(self._unchecked()))
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
        if self.hand is None or self.hand.text != wish.entry.text:  # a file was taken over meanwhile: no such place
            return
        if wish.do == "fix":
            self._fix(wish.entry.finding)
        else:
            self.hand.go_to_finding(wish.entry.finding)

    def action_fix(self) -> None:
        """Mend what was found in the cursor's line, what is under the cursor first."""
        self.catch_up()
        finding = next((each for each in self.hand.at_cursor() if each.fix), None) if self.hand else None
        if finding is None:
            self.notify(say(self, "tui.fix-none"))
        else:
            self._fix(finding)

    def _fix(self, finding: ValidationFinding) -> None:
        if self.hand is not None and finding.fix is not None and self.hand.apply(finding.fix):
            self.notify(say(self, "tui.fixed", code=finding.code))

    @property
    def marking(self) -> Marking:
        """Whether everything is marked in the texts, or only what is serious."""
        return self.surroundings.profile.settings.marking or "serious"

    def apply_setting(self, key: str, value: str) -> None:
        """A setting was changed elsewhere: it counts here at once."""
        if key == "marking":
            for editor in self.editors:
                editor.mark("all" if value == "all" else "serious")

    def mark(self, marking: Marking) -> None:
        """Mark everything in the texts, or only what is serious."""
        for editor in self.editors:
            editor.mark(marking)
        try:
            self.surroundings.profile.settings.marking = marking
        except StoreError as error:
            self.complain(error)
