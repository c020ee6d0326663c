"""An attempt at an exercise or a lesson's step: headless, immutable, and cheap to change one text of.

The workbench, `watch`, `grade` and the batch all drive it. Its stages come one by one, so that the first answers can
be shown while the next are worked out, and stop when the caller says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from iamtutor.cloud import World
from iamtutor.cloud.references import resource_arn
from iamtutor.course.answer_shape import Answer
from iamtutor.course.grade import Grade, Unfit, grade_of
from iamtutor.course.kinds import KINDS
from iamtutor.course.placing import Placed, SlotText, ask, place_all
from iamtutor.course.proof.proving import Standing, privilege, prove
from iamtutor.course.proof.results import Proof, ProofVerdict
from iamtutor.course.results import AnswerResult, AnyRequestResult, HiddenResult, RequestResult, RuleResult
from iamtutor.course.rules import Written
from iamtutor.course.task import Task, TaskRequest
from iamtutor.course.validated_as import resource_type_of
from iamtutor.policy import Reading
from iamtutor.reason.budget import CancelledError
from iamtutor.reason.domain import Hints
from iamtutor.reason.privilege_score import LeastPrivilege

Cancelled = Callable[[], bool]


def never() -> bool:
    """Never cancelled."""
    return False


@dataclass(frozen=True, slots=True)
class Parsed:
    """The first stage: each text as read."""

    readings: Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Decided:
    """The second stage: the requests; the hidden ones too where they were asked for."""

    requests: tuple[AnyRequestResult, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """The rules."""

    rules: tuple[RuleResult, ...]


@dataclass(frozen=True, slots=True)
class Proved:
    """The last stage, where there is a goal: what is missing and what is in excess, or that neither is.

    None where some text cannot be read: there is nothing to prove about half a policy.
    """

    proof: Proof | None


Stage = Parsed | Decided | Checked | Proved


class Attempt:
    """Texts (and where policies are not written, an answer) for a task."""

    __slots__ = ("_first", "_placed", "answer", "task", "texts")

    def __init__(
        self,
        task: Task,
        texts: tuple[SlotText, ...],
        placed: tuple[Placed, ...],
        answer: Answer | None = None,
        first: tuple[Placed, ...] | None = None,
    ) -> None:
        """Made by `start`, and from there by the `with_…` methods; `first` is what was in place at the start."""
        self.task = task
        self._first = first or placed
        self.texts = texts
        self.answer = answer
        self._placed = placed

    @classmethod
    def start(cls, task: Task) -> Attempt:
        """The attempt before anything was written: the starting texts, no answer."""
        texts = tuple(SlotText(slot, slot.start) for slot in task.slots)
        return cls(task, texts, place_all(task.world, texts))

    def with_text(self, key: str, text: str, reading: Reading | None = None) -> Attempt:
        """The attempt with another text in one slot, and how it reads where that is known; KeyError where there is no
        such slot."""
        slot = self.task.slot(key)
        index = self.task.slots.index(slot)
        if self.texts[index].text == text:
            return self
        texts = (*self.texts[:index], SlotText(slot, text, reading), *self.texts[index + 1 :])
        placed = list(self._placed[: index + 1])
        for each in texts[index:]:
            placed.append(Placed(placed[-1], each))
        return Attempt(self.task, texts, tuple(placed), self.answer, self._first)

    def with_texts(self, texts: Mapping[str, str]) -> Attempt:
        """The attempt with other texts in several slots."""
        attempt = self
        for key, text in texts.items():
            attempt = attempt.with_text(key, text)
        return attempt

    def with_answer(self, answer: Answer | None) -> Attempt:
        """The attempt with another answer."""
        return Attempt(self.task, self.texts, self._placed, answer, self._first)

    @property
    def readings(self) -> Mapping[str, Reading]:
        """Every text as read, by slot."""
        return self._readings(self._placed)

    def _readings(self, placed: tuple[Placed, ...]) -> Mapping[str, Reading]:
        return {slot.key: each.reading for slot, each in zip(self.task.slots, placed[1:], strict=True)}

    @property
    def unreadable(self) -> tuple[str, ...]:
        """The slots whose texts cannot be taken as they are."""
        return tuple(slot.key for slot, each in zip(self.task.slots, self._placed[1:], strict=True) if not each.stands)

    @property
    def unfit(self) -> Unfit | None:
        """Why this counts for nothing as it is: nothing was written or answered, or a policy has an error."""
        if not self.task.slots and self.answer is None:
            return "blank"
        if self.task.slots and not any(each.text.strip() for each in self.texts):
            return "blank"
        return "unreadable" if self.unreadable else None

    def world(self, count: int) -> World:
        """The world with the first `count` texts in place."""
        return self._placed[count].world

    def text(self, key: str) -> str:
        """The text of one slot."""
        return self.texts[self.task.slots.index(self.task.slot(key))].text

    def stages(self, *, hidden: bool = False, cancelled: Cancelled = never) -> Iterator[Stage]:
        """Parsed, decided, checked, proved; ends early, between stages or within one, where `cancelled()` turns true.

        For the kinds that ask what would be decided there is no decided stage: it would give the answer away.
        """
        readings: dict[str, Reading] = {}
        for slot, placed in zip(self.task.slots, self._placed[1:], strict=True):
            if cancelled():
                return
            readings[slot.key] = placed.reading
        yield Parsed(readings)
        if self._shows_decisions:
            requests: list[AnyRequestResult] = []
            for each in self.task.requests:
                if cancelled():
                    return
                if hidden or not each.request.hidden:
                    requests.append(self._shown(self._decide(each)))
            yield Decided(tuple(requests))
        if cancelled():
            return
        yield Checked(self.check_rules())
        if self.task.goal is None or cancelled():
            return
        try:
            yield Proved(self.prove(cancelled))
        except CancelledError:
            return

    def prove(self, cancelled: Cancelled = never) -> Proof | None:
        """The answer against the goal; None where there is none, or a text cannot be read. Raises CancelledError."""
        goal = self.task.goal
        if goal is None or self.unreadable:
            return None
        requests = [each.request for each in self.task.requests if not each.request.hidden]
        world = self.world(len(self._placed) - 1)
        known = Hints(
            tuple(dict.fromkeys(resource_arn(world, each.resource) for each in requests)),
            tuple(dict.fromkeys(each.action for each in requests)),
        )
        return prove(Standing(world, self.readings), goal, known, cancelled=cancelled)

    def grade(self, *, hidden: bool = True) -> Grade:
        """The whole result; without `hidden` it can pass only what is visible and records nothing."""
        decided = tuple(self._decide(each) for each in self.task.requests if hidden or not each.request.hidden)
        answers = self._judge(decided)
        proof = self.prove()
        privilege = self._privilege(proof) if hidden else None
        return grade_of(self.task, decided, self.check_rules(), answers, proof, privilege, unfit=self.unfit)

    def _privilege(self, proof: Proof | None) -> LeastPrivilege | None:
        """How near the answer comes to the least privilege; None where nothing was proved."""
        goal = self.task.goal
        if goal is None or proof is None or proof.verdict is ProofVerdict.OPEN:
            return None
        return privilege(Standing(self.world(len(self._placed) - 1), self.readings), goal, proof)

    def decide_all(self) -> tuple[RequestResult, ...]:
        """Every request in full, the hidden ones too: for authors and their checks."""
        return tuple(self._decide(each) for each in self.task.requests)

    def check_rules(self) -> tuple[RuleResult, ...]:
        """Every rule of the task."""
        if not self.task.rules:
            return ()
        types = {slot.key: slot.place.type for slot in self.task.slots}
        placed = self.world(len(self._placed) - 1)
        resource_types = {slot.key: resource_type_of(slot.place) for slot in self.task.slots}
        written = Written(self.readings, self._readings(self._first), types, placed.attachments, resource_types)
        return tuple(RuleResult(rule.rule, tuple(rule.breaches(written))) for rule in self.task.rules)

    @property
    def _shows_decisions(self) -> bool:
        kind = KINDS.get(self.task.kind)
        return kind is None or kind.answer_model is None

    def _judge(self, decided: tuple[RequestResult, ...]) -> tuple[AnswerResult, ...]:
        kind = KINDS.get(self.task.kind)
        return () if kind is None else kind.judge(self.task, self.answer, decided)

    def _decide(self, each: TaskRequest) -> RequestResult:
        decision = ask(self.world(each.after), each.request)
        last = {placed.text.slot: placed for placed in self._placed[1 : each.after + 1] if placed.text is not None}
        provisional = not all(placed.stands for placed in last.values())
        expected = each.request.expect
        right = expected is None or decision.allowed == (expected == "allow")
        return RequestResult(each.request, decision, right and not provisional, provisional)

    @staticmethod
    def _shown(result: RequestResult) -> AnyRequestResult:
        return HiddenResult.of(result) if result.request.hidden else result
