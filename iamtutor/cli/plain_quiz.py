"""A quiz without a screen: asks, judges at once, says why, and keeps what was answered."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Any

from iamtutor.cli.asking import StoppedError, ask, put, tell_judgement
from iamtutor.cli.content import open_lesson, open_library
from iamtutor.cli.learner import kept_if_possible, open_profile
from iamtutor.cli.problem import Problem
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Library
from iamtutor.course.checks.lessons import questions_of
from iamtutor.course.question_shape import QuestionShape
from iamtutor.quiz import QuizSession
from iamtutor.study import Profile, system_clock


def sit(options: Namespace, terminal: Terminal) -> int:
    """One sitting. 0 all right, 1 something wrong or left out."""
    questions = tuple(_questions(open_library(options.lesson or ""), options.lesson))
    if not questions:
        raise Problem("cli.quiz.no-questions")
    seed = options.seed if options.seed is not None else int(system_clock().timestamp())
    # With JSON the result alone goes to standard output; the questions are put on standard error.
    shown = terminal._replace(out=terminal.err) if options.format == "json" else terminal
    with open_profile(terminal) as profile:
        past = {each: answer.correct for each, answer in profile.answers.last().items()}
        session = QuizSession.start(questions, seed, past=past, limit=options.count)
        session = _ask_all(session, profile, shown)
    if options.format == "json":
        terminal.json(_result(session))
    else:
        _summarise(session, terminal)
    summary = session.summary
    return 0 if summary.correct == summary.total else 1


def _questions(library: Library, lesson: str | None) -> Iterator[QuestionShape]:
    names = library.lesson_slugs() if lesson is None else (lesson,)
    for name in names:
        for question, _ in questions_of(open_lesson(library, name)):
            yield question


def _ask_all(session: QuizSession, profile: Profile, terminal: Terminal) -> QuizSession:
    try:
        while (question := session.current) is not None and (presented := session.presented) is not None:
            terminal.line(f"[{len(session.answered) + 1}/{len(session.questions)}]")
            put(question, presented, terminal)
            session = session.answer(ask(presented, terminal))
            last = session.last
            assert last is not None
            tell_judgement(question, presented, last.judgement, terminal)
            terminal.line()
            with kept_if_possible(terminal):
                profile.answers.record(question.id, correct=last.judgement.correct)
    except StoppedError:
        terminal.line()
    return session


def _summarise(session: QuizSession, terminal: Terminal) -> None:
    summary = session.summary
    terminal.tell("cli.quiz.score", correct=summary.correct, answered=summary.answered, score=summary.score)
    if summary.answered < summary.total:
        terminal.tell("cli.quiz.left", count=summary.total - summary.answered)
    if summary.weak_concepts:
        terminal.tell("cli.quiz.weak", concepts=", ".join(summary.weak_concepts))


def _result(session: QuizSession) -> dict[str, Any]:
    summary = session.summary
    return {
        "seed": session.seed,
        "total": summary.total,
        "answered": summary.answered,
        "correct": summary.correct,
        "score": summary.score,
        "weak_concepts": list(summary.weak_concepts),
        "answers": [
            {"id": each.question.id, "answer": list(each.answer), "correct": each.judgement.correct}
            for each in session.answered
        ],
    }
