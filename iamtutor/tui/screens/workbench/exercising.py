"""What an exercise adds to the workbench: hints, submission, reset, solution, and bringing back what was written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from textual import on, work
from textual.message import Message

from iamtutor.course import Attempt, Grade
from iamtutor.study import Draft, StoreError
from iamtutor.tui.screens.dialog import Ask, Differences, SideBySide
from iamtutor.tui.screens.workbench.answering import AnswerSheet
from iamtutor.tui.screens.workbench.desk import Desk
from iamtutor.tui.screens.workbench.writing import Writing
from iamtutor.tui.speaking import say
from iamtutor.tui.surroundings import Surroundings
from iamtutor.tui.widgets.text_pane import TextPane


class Exercising(Writing):
    """The part of the workbench that only exercises (and resets) use."""

    @dataclass
    class Graded(Message):
        """A submission was graded and recorded; one that is unfit only graded."""

        desk: Desk
        grade: Grade
        attempt: Attempt

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__(surroundings)
        self._since: datetime | None = None

    def say_all(self) -> None:
        """Say everything anew."""
        raise NotImplementedError

    def begin(self, outdated: tuple[Draft, ...]) -> None:
        """A sheet was opened; drafts whose exercise has changed are shown beside the new start."""
        self._since = self.surroundings.clock()
        for draft in outdated:
            self._compare_draft(draft)

    def _compare_draft(self, draft: Draft) -> None:
        assert self.desk is not None
        start = self.desk.sheet.task.starts[draft.slot]
        dialog = SideBySide(
            "tui.draft-changed",
            "tui.draft-note",
            ("tui.draft-mine", draft.text),
            ("tui.draft-new", start),
            "tui.draft-keep",
            "tui.draft-take",
        )
        self.app.push_screen(dialog, partial(self._draft_compared, draft.slot, draft.text, start))

    def _draft_compared(self, slot: str, mine: str, start: str, take: bool | None) -> None:
        self._put(slot, start if take else mine)

    def _put(self, slot: str, text: str) -> None:
        """Put a text into a slot as a fresh beginning; what was there stays in reach, by Ctrl+Z and as a draft."""
        self.catch_up()
        self.go_to_slot(slot)
        editor = self.editor
        if editor is None or self.keeper is None:
            return
        if editor.text != text:
            editor.replace_all(text)
        self.keeper.note(slot, text, fresh=True)

    def action_hint(self) -> None:
        """One more hint."""
        desk = self.desk
        if desk is None or desk.sheet.exercise is None:
            return
        if desk.hints >= desk.hint_count:
            self.notify(say(self, "tui.hint-no-more"))
        else:
            desk.hints += 1
            try:
                self.surroundings.profile.progress.open_hints(desk.sheet.exercise.id, desk.hints)
            except StoreError as error:
                self.complain(error)
        self.show_page_end()

    def show_page_end(self) -> None:
        """Show the page with what was added to its end."""
        self.say_all()
        self.to_text()
        pane = self.query_one(TextPane)
        self.call_after_refresh(pane.scroll_to_block, len(pane.blocks) - 1)

    def action_submit(self) -> None:
        """Run everything, the hidden requests too, and record the attempt; what is no answer yet is told so instead."""
        self.catch_up()
        if self.desk is not None and self.desk.sheet.exercise is not None:
            self._grade(self.desk)

    @work(description="beside", thread=True, exclusive=True, group="grade")
    def _grade(self, desk: Desk) -> None:
        attempt = desk.attempt
        grade = attempt.grade()
        if grade.unfit is not None:  # a slip of the fingers is no attempt
            self.post_message(self.Graded(desk, grade, attempt))
            return
        now = self.surroundings.clock()
        seconds = (now - self._since).total_seconds() if self._since is not None else 0.0
        try:
            self.surroundings.profile.progress.record_attempt(
                desk.sheet.task.id, passed=grade.passed, score=grade.score, hints=desk.hints, seconds=seconds
            )
        except StoreError as error:
            self.app.call_from_thread(self.complain, error)
        self.post_message(self.Graded(desk, grade, attempt))

    @on(Graded)
    def _graded(self, event: Graded) -> None:
        if event.desk is not self.desk:
            return
        event.desk.take_grade(event.grade, event.attempt)
        if event.desk.sheet.exercise is not None:
            self.query_one(AnswerSheet).reveal(event.desk.sheet.exercise, event.grade)
        if event.grade.passed:
            self.notify(f"✓ {say(self, 'tui.solved')}")
        self._show_outcome(event.desk)

    def _show_outcome(self, desk: Desk) -> None:
        """Say how the submission went, in view."""
        self.say_all()
        self.to_text()
        pane = self.query_one(TextPane)
        self.call_after_refresh(pane.scroll_to_block, desk.outcome_at)

    def action_reset(self) -> None:
        """Ask, then put the starting text back."""
        self.app.push_screen(Ask("tui.reset-ask", "tui.reset-note"), self._reset)

    def _reset(self, yes: bool | None) -> None:
        if yes and self.desk is not None:
            self._put(self.slot, self.desk.sheet.task.starts[self.slot])
            self.notify(say(self, "tui.reset-done"))

    def action_solution(self) -> None:
        """Ask twice, then show the solution beside what was written."""
        self.app.push_screen(Ask("tui.solution-ask", "tui.solution-note"), self._asked_once)

    def _asked_once(self, yes: bool | None) -> None:
        if yes:
            self.app.push_screen(Ask("tui.solution-ask-again", "tui.solution-note-again"), self._asked_twice)

    def _asked_twice(self, yes: bool | None) -> None:
        self.catch_up()
        desk = self.desk
        if not yes or desk is None or desk.sheet.exercise is None:
            return
        try:
            self.surroundings.profile.progress.see_solution(desk.sheet.exercise.id)
        except StoreError as error:
            self.complain(error)
        desk.solution_seen = True
        solution = desk.solution(self.slot)
        mine = desk.mine(self.slot)
        dialog = SideBySide(
            "tui.solution-title",
            "",
            ("tui.solution-mine", mine),
            ("tui.solution-title", solution),
            "tui.keep-mine",
            "tui.solution-take",
        )
        self.app.push_screen(dialog, partial(self._solution_seen, solution))

    def _solution_seen(self, solution: str, take: bool | None) -> None:
        if take:
            self._put(self.slot, solution)
            self.notify(say(self, "tui.solution-taken"))

    def action_difference(self) -> None:
        """Show where the text differs from the one it began with, and from the solution once that was seen."""
        self.catch_up()
        desk = self.desk
        if desk is None or not self.slot:
            return
        mine = ("tui.diff-mine", desk.mine(self.slot))
        others = [(("tui.diff-start", desk.sheet.task.starts[self.slot]), mine)]
        if desk.solution_seen:
            others.append((mine, ("tui.diff-solution", desk.solution(self.slot))))
        self.app.push_screen(Differences(desk.files[self.slot], others))

    def action_restore(self) -> None:
        """Show an earlier text of this slot beside the one there now."""
        editor = self.editor
        if editor is None or self.keeper is None:
            return
        earlier = self.keeper.earlier(editor.slot, editor.text)
        if earlier is None:
            self.notify(say(self, "tui.restore-none"))
            return
        dialog = SideBySide(
            "tui.restore-title",
            "",
            ("tui.restore-now", editor.text),
            ("tui.restore-title", earlier.text),
            "tui.keep-mine",
            "tui.restore-take",
        )
        self.app.push_screen(dialog, partial(self._restored, earlier.text))

    def _restored(self, text: str, take: bool | None) -> None:
        if take:
            self._put(self.slot, text)
            self.notify(say(self, "tui.restored"))
