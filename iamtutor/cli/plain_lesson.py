"""A lesson without a screen, step by step."""

from __future__ import annotations

from iamtutor.cli.asking import StoppedError, ask, put, read_line, tell_judgement
from iamtutor.cli.content import open_lesson, open_library
from iamtutor.cli.learner import kept_if_possible, open_profile
from iamtutor.cli.problem import Problem
from iamtutor.cli.step_lines import step_segments
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Lesson, Step
from iamtutor.course.segments import QuestionBlock
from iamtutor.quiz import judge, present
from iamtutor.study import Profile


def read_lesson(name: str, first: int, terminal: Terminal) -> int:
    """The steps of a lesson from one on: one at a time on a terminal, all at once into a pipe."""
    lesson, steps = _steps(name, first)
    paged = terminal.input.isatty() and terminal.out.isatty()
    with open_profile(terminal) as profile:
        try:
            for step in steps:
                _show(lesson, step, profile, terminal, paged=paged)
        except StoppedError:
            return 0
    if lesson.shape.exercises:
        terminal.tell("cli.learn.exercises", exercises=", ".join(lesson.shape.exercises))
    return 0


def lesson_json(name: str, first: int, terminal: Terminal) -> int:
    """The steps of a lesson from one on, each with its text as it was written, in the language of this call."""
    lesson, steps = _steps(name, first)
    terminal.json(
        {
            "lesson": lesson.slug,
            "title": terminal.text(lesson.shape.title),
            "steps": [{"step": step.id, "number": step.number, "text": step.source(terminal.lang)} for step in steps],
            "exercises": list(lesson.shape.exercises),
        }
    )
    return 0


def _steps(name: str, first: int) -> tuple[Lesson, tuple[Step, ...]]:
    lesson = open_lesson(open_library(name), name)
    if not 1 <= first <= len(lesson.steps):
        raise Problem("cli.learn.no-step", step=first, count=len(lesson.steps))
    return lesson, lesson.steps[first - 1 :]


def _show(lesson: Lesson, step: Step, profile: Profile, terminal: Terminal, *, paged: bool) -> None:
    if terminal.lang not in step.files:
        raise Problem("cli.learn.no-language", step=step.id)
    if paged:
        with kept_if_possible(terminal):
            profile.progress.visit_step(lesson.slug, step.id)
    for segment, lines in step_segments(step, lesson.world, terminal):
        if isinstance(segment, QuestionBlock):
            _question(segment, terminal, paged=paged)
        for line in lines:
            terminal.line(line)
        terminal.line()
    if not paged:
        return
    terminal.out.write(terminal.say("cli.learn.next", number=step.number, count=len(lesson.steps)) + " ")
    if read_line(terminal).lower() in ("q", "ㅂ"):
        raise StoppedError
    with kept_if_possible(terminal):
        profile.progress.read_step(lesson.slug, step.id)


def _question(block: QuestionBlock, terminal: Terminal, *, paged: bool) -> None:
    """A question in the middle of the page: asked on a terminal, shown with its answer in a pipe."""
    presented = present(block.question, 0)
    put(block.question, presented, terminal)
    if paged:
        tell_judgement(block.question, presented, judge(block.question, ask(presented, terminal)), terminal)
        return
    judgement = judge(block.question, ())
    labels = {option.id: terminal.text(option.label) for option in (*presented.options, *presented.second)}
    terminal.tell("cli.quiz.answer", answer=" / ".join(labels.get(each, each) for each in judgement.right))
    terminal.line(terminal.text(block.question.explain))
