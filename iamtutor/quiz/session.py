"""One sitting with questions: an immutable state, and what can be done with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from random import Random

from iamtutor.course.question_shape import QuestionShape
from iamtutor.quiz.kinds import Answer, Judgement, Presented
from iamtutor.quiz.question import judge, present


@dataclass(frozen=True, slots=True)
class Answered:
    """A question that was answered in this sitting."""

    question: QuestionShape
    answer: Answer
    judgement: Judgement


@dataclass(frozen=True, slots=True)
class Summary:
    """The sitting so far: how many of how many, and which concepts went wrong, the most often wrong first."""

    correct: int
    answered: int
    total: int
    wrong: tuple[Answered, ...]
    weak_concepts: tuple[str, ...]

    @property
    def score(self) -> int:
        """The share of right answers among those given, in whole per cent."""
        return 100 * self.correct // self.answered if self.answered else 0


@dataclass(frozen=True, slots=True)
class QuizSession:
    """Questions in their order and the answers given so far; every step gives a new session."""

    questions: tuple[QuestionShape, ...]
    seed: int
    answered: tuple[Answered, ...] = ()

    @classmethod
    def start(
        cls,
        questions: Iterable[QuestionShape],
        seed: int,
        *,
        past: Mapping[str, bool] | None = None,
        limit: int | None = None,
    ) -> QuizSession:
        """A sitting in an order drawn from `seed`.

        `past` says, by question id, whether the last answer was right: what went wrong comes first, then what was
        never asked, then the rest. `limit` keeps the first so many.
        """
        mixed = sorted(questions, key=lambda question: question.id)
        Random(seed).shuffle(mixed)
        ranks = {False: 0, None: 1, True: 2}
        mixed.sort(key=lambda question: ranks[(past or {}).get(question.id)])
        return cls(tuple(mixed[:limit]), seed)

    @property
    def current(self) -> QuestionShape | None:
        """The question to answer now; None when all are answered."""
        return self.questions[len(self.answered)] if len(self.answered) < len(self.questions) else None

    @property
    def presented(self) -> Presented | None:
        """The current question as it is put."""
        question = self.current
        return None if question is None else present(question, self.seed)

    @property
    def last(self) -> Answered | None:
        """The answer given last."""
        return self.answered[-1] if self.answered else None

    def answer(self, answer: Answer) -> QuizSession:
        """Answers the current question. ValueError when there is none left."""
        question = self.current
        if question is None:
            raise ValueError("every question is answered")
        return replace(self, answered=(*self.answered, Answered(question, answer, judge(question, answer))))

    def undo(self) -> QuizSession:
        """Takes the last answer back; the session itself where nothing was answered."""
        return replace(self, answered=self.answered[:-1])

    @property
    def summary(self) -> Summary:
        """The sitting so far."""
        wrong = tuple(each for each in self.answered if not each.judgement.correct)
        counts: dict[str, int] = {}
        for each in wrong:
            for concept in each.question.concepts:
                counts[concept] = counts.get(concept, 0) + 1
        weak = sorted(counts, key=lambda concept: (-counts[concept], concept))
        return Summary(len(self.answered) - len(wrong), len(self.answered), len(self.questions), wrong, tuple(weak))
