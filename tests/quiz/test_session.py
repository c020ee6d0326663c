"""A sitting: what comes first, answering, taking back, summing up."""

from __future__ import annotations

import pytest

from iamtutor.course.question_shape import QuestionShape
from iamtutor.quiz import QuizSession
from tests.quiz.test_kinds import question


@pytest.fixture
def questions() -> list[QuestionShape]:
    names = ["choose", "order", "fill", "predict", "find"]
    return [question(name).model_copy(update={"id": name}) for name in names]


def ids(session: QuizSession) -> list[str]:
    return [each.id for each in session.questions]


def test_the_same_seed_gives_the_same_order(questions: list[QuestionShape]) -> None:
    session = QuizSession.start(questions, 3)
    assert ids(session) == ids(QuizSession.start(reversed(questions), 3))
    assert sorted(ids(session)) == sorted(each.id for each in questions)
    assert len({tuple(ids(QuizSession.start(questions, seed))) for seed in range(20)}) > 5


def test_what_went_wrong_comes_first_and_what_went_right_last(questions: list[QuestionShape]) -> None:
    for seed in range(10):
        order = ids(QuizSession.start(questions, seed, past={"fill": False, "choose": True}))
        assert order[0] == "fill"
        assert order[-1] == "choose"
    assert ids(QuizSession.start(questions, 1, past={"fill": False}, limit=1)) == ["fill"]


def test_answering_to_the_end(questions: list[QuestionShape]) -> None:
    session = QuizSession.start(questions[:2], 1)
    while (current := session.current) is not None:
        assert session.presented is not None
        session = session.answer(("a",) if current.id == "choose" else ("two", "one", "three"))
    summary = session.summary
    assert (summary.correct, summary.answered, summary.total, summary.score) == (1, 2, 2, 50)
    assert [each.question.id for each in summary.wrong] == ["order"]
    assert summary.weak_concepts == ("explicit-deny",)
    assert session.presented is None
    with pytest.raises(ValueError, match="answered"):
        session.answer(("a",))


def test_an_answer_is_taken_back(questions: list[QuestionShape]) -> None:
    session = QuizSession.start(questions, 1)
    answered = session.answer(("nothing",))
    assert answered.last is not None
    assert not answered.last.judgement.correct
    assert answered.undo() == session
    assert session.undo() == session
    assert session.last is None
    assert session.summary.score == 0
