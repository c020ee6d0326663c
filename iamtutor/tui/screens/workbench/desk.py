"""The state of the workbench without a screen: the attempt with its revision, what was found out, what is shown beside.

The screen hands in texts and results and paints what the desk says; nothing here waits or knows a widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iamtutor.course import MESSAGES as COURSE_MESSAGES
from iamtutor.course import Attempt, Checked, Decided, Grade, Proved, RequestResult, RuleResult, Stage
from iamtutor.course.answer_shape import Answer
from iamtutor.course.exercise_shape import GoalShape
from iamtutor.policy import Reading
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.workbench.outcome import outcome, refusal
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.screens.workbench.proof import PROOF, Shown, proof_rows, shown_proof
from iamtutor.tui.screens.workbench.questions import Given, Questions
from iamtutor.tui.screens.workbench.rows import result_rows, waiting_rows
from iamtutor.tui.screens.workbench.sheet import Sheet, file_name
from iamtutor.tui.screens.workbench.trying import printed_verdicts, requests_now
from iamtutor.tui.stop import WorldPlace
from iamtutor.tui.widgets import page
from iamtutor.tui.widgets.question import Question
from iamtutor.tui.widgets.request_table import RequestRow
from iamtutor.words import Bilingual, Lang, say


class Desk:
    """One sheet being worked on. `revision` goes up with every change; results of an older one are refused."""

    def __init__(
        self,
        sheet: Sheet,
        texts: Mapping[str, str],
        *,
        hints: int = 0,
        solved: bool = False,
        solution_seen: bool = False,
        solved_with: dict[str, str] | None = None,
        given: dict[str, Given] | None = None,
    ) -> None:
        """`given` are the answers to questions on pages, which outlive a desk."""
        self.sheet = sheet
        self.questions = Questions(sheet.questions, {} if given is None else given)
        self.printed = printed_verdicts(sheet)
        self.attempt = Attempt.start(sheet.task).with_texts(texts)
        self.revision = 0
        self.results: tuple[RequestResult, ...] = ()
        self.rules: tuple[RuleResult, ...] = ()
        self.proved: Proved | None = None
        self.grade: Grade | None = None
        self.submitted: Attempt | None = None
        self._said_outdated = False
        self.hints = hints
        self.solved = solved
        self.solution_seen = solution_seen
        self.solved_with = {} if solved_with is None else solved_with

    def write(self, slot: str, text: str, reading: Reading | None = None) -> Reading:
        """Another text in a slot: how it reads, at once where it was not read before."""
        self.attempt = self.attempt.with_text(slot, text, reading)
        self.revision += 1
        return self.attempt.readings[slot]

    def answer(self, answer: Answer | None) -> None:
        """Another answer, where no policy is written."""
        self.attempt = self.attempt.with_answer(answer)
        self.revision += 1

    def take(self, revision: int, stage: Stage) -> bool:
        """A stage that was worked out; False, and nothing taken, when the text has gone on since."""
        if revision != self.revision:
            return False
        if isinstance(stage, Decided):
            self.results = tuple(each for each in stage.requests if isinstance(each, RequestResult))
        elif isinstance(stage, Checked):
            self.rules = stage.rules
        elif isinstance(stage, Proved):
            self.proved = stage
        return True

    def take_grade(self, grade: Grade, attempt: Attempt) -> None:
        """A submission was graded: the texts of an attempt, which may have gone on since."""
        self.grade, self.submitted = grade, attempt
        self._said_outdated = False
        self.solved = self.solved or grade.passed
        if grade.passed:
            self.solved_with.update({slot.key: attempt.text(slot.key) for slot in self.sheet.task.slots})

    @property
    def is_outdated(self) -> bool:
        """Whether the text or the answer has gone on since the last submission."""
        return self.submitted is not None and _written(self.submitted) != _written(self.attempt)

    def outcome_changes(self) -> bool:
        """Whether the page must say now of the last submission that the text has gone on, or no longer; asked once."""
        before, self._said_outdated = self._said_outdated, self.is_outdated
        return before != self._said_outdated

    def state(self, slot: str, *, is_written: bool = False) -> str:
        """How a slot's text stands, as one sign: `!` it cannot be read, `✓` it has passed as it is, `●` it is another than
        the starting text. Of a text that is being written it is not said that it cannot be read."""
        text = self.mine(slot)
        if not is_written and text.strip() and not self.attempt.readings[slot].ok:
            return "!"
        if self.solved_with.get(slot) == text:
            return "✓"
        return "●" if text != self.sheet.task.starts[slot] else ""

    @property
    def hint_count(self) -> int:
        """How many hints there are."""
        return len(self.sheet.exercise.shape.hints) if self.sheet.exercise is not None else 0

    @property
    def outcome_at(self) -> int:
        """Which block of the page says how the submission went: the debrief after a success."""
        if self.grade is not None and self.grade.passed:
            return len(self.blocks()) - 1
        return len(self.sheet.blocks)

    def mine(self, slot: str) -> str:
        """What is written in a slot."""
        return self.attempt.text(slot)

    def solution(self, slot: str) -> str:
        """The author's text for a slot."""
        return self.sheet.exercise.solution[slot] if self.sheet.exercise is not None else ""

    def world_place(self) -> WorldPlace:
        """The world with what is written in it, and as it is where one begins."""
        task = self.sheet.task
        count = len(task.slots)
        before = Attempt.start(task).world(count)
        is_asked = self.is_answered and not self.solved
        return WorldPlace("", self.attempt.world(count), before, self.sheet.title, is_asked)

    @property
    def files(self) -> dict[str, str]:
        """What the slots are called on the screen."""
        return {slot.key: file_name(slot) for slot in self.sheet.task.slots}

    @property
    def _goal(self) -> GoalShape | None:
        return self.sheet.exercise.shape.goal if self.sheet.exercise is not None else None

    @property
    def is_answered(self) -> bool:
        """Whether this asks for an answer instead of a policy."""
        return self.sheet.exercise is not None and self.sheet.exercise.kind.answer_model is not None

    def rows(self, lang: Lang) -> list[RequestRow]:
        """The rows of the request table: requests, the proof, then rules that do not hold. None where they would be the
        answer."""
        if self.is_answered:
            return []
        rows = result_rows(self.results, lang) if self.results else waiting_rows(self.sheet.task)
        proof = proof_rows(self.proved, lang) if self.sheet.task.goal is not None else ()
        return [*rows, *proof, *self._rule_rows(lang)]

    def _rule_rows(self, lang: Lang) -> Iterator[RequestRow]:
        label = say(MESSAGES, "tui.rule", lang)
        files = self.files
        said: dict[str, RequestRow] = {}
        for rule in self.rules:
            for breach in rule.breaches:
                text = say(COURSE_MESSAGES, breach.code, lang, **breach.arguments)
                name, place = f"rule:{rule.rule}:{breach.slot}:{text}", None
                if breach.span is not None and breach.slot in files:
                    line = self.attempt.readings[breach.slot].position(breach.span.start).line
                    place = (breach.slot, line)
                    text = f"{say(MESSAGES, 'tui.editor-at', lang, line=line)}: {text}"
                if len(files) > 1 and breach.slot in files:
                    text = f"{files[breach.slot]}: {text}"
                said.setdefault(name, RequestRow(name, "", label, text, is_note=True, ok=False, place=place))
        yield from said.values()

    def shown(self, row: str) -> Shown | None:
        """What a row of the table is about: its decision, and for the proof what is to be said of it."""
        if row.startswith(PROOF):
            return shown_proof(self.proved, row, self.files, self._goal)
        result = self.result(row)
        return None if result is None else Shown(result.decision)

    def result(self, request: str) -> RequestResult | None:
        """How a request was decided."""
        return next((result for result in self.results if result.request.id == request), None)

    def blocks(self) -> tuple[page.Block, ...]:
        """The page as it stands: with verdicts, answers given, the last submission, hints and debrief."""
        found = [self._standing(block) for block in self.sheet.blocks]
        if self.sheet.exercise is not None:
            found.extend(self._outcome())
            found.extend(self._hints())
            if self.solved:
                found.append(page.Box(said("tui.debrief"), self.sheet.exercise.shape.debrief, "$allow"))
        return tuple(found)

    def _standing(self, block: page.Block) -> page.Block:
        if isinstance(block, page.Requests):
            return requests_now(block, self.results, self.attempt, self.printed)
        return self.questions.standing(block) if isinstance(block, Question) else block

    def _hints(self) -> Iterator[page.Block]:
        assert self.sheet.exercise is not None
        for number, hint in enumerate(self.sheet.exercise.shape.hints[: self.hints], 1):
            title = _both("tui.hint-title", number=number, total=self.hint_count)
            yield page.Box(title, hint, "$accent")

    def _outcome(self) -> Iterator[page.Block]:
        """What the last submission said; after a success only that, and of a refusal only while the text is the same."""
        if self.grade is None or self.submitted is None or self.grade.passed:
            return
        if self.grade.unfit is None:
            task = self.sheet.task
            yield from outcome(self.grade, task.kind, self.files, self._goal, outdated=self.is_outdated)
        elif not self.is_outdated:
            yield refusal(self.submitted, self.files)


def _both(message: str, **arguments: int) -> Bilingual:
    return Bilingual(say(MESSAGES, message, "ko", **arguments), say(MESSAGES, message, "en", **arguments))


def _written(attempt: Attempt) -> tuple[list[str], Answer | None]:
    return [each.text for each in attempt.texts], attempt.answer
