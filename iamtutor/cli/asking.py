"""Asking a question on a terminal or a pipe: numbers to pick by, one line an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from iamtutor.cli.problem import Problem
from iamtutor.cli.step_lines import place_words
from iamtutor.cli.terminal import Terminal
from iamtutor.course.question_shape import QuestionShape, ScenarioShape
from iamtutor.quiz import Answer, Judgement, Mode, Option, Presented

_STOP: Final = ("q", "ㅂ")


class StoppedError(Exception):
    """The person asked to stop, or there is no more input."""


def put(question: QuestionShape, presented: Presented, terminal: Terminal) -> None:
    """Show a question with its options."""
    for line in terminal.text(question.prompt).split("\n"):
        terminal.line(line)
    if question.scenario is not None:
        for line in _scenario_lines(question.scenario, terminal):
            terminal.line(f"    {line}")
    if presented.blank is not None:
        terminal.line(f"    {terminal.text(presented.blank)}")
    _show_options(presented.options, terminal)


def ask(presented: Presented, terminal: Terminal) -> Answer:
    """One answer. What cannot be understood is asked again, on a terminal. Raises StoppedError."""
    answer = _ask_one(presented.mode, presented.options, terminal)
    if presented.second:
        terminal.tell("cli.quiz.which-layer")
        _show_options(presented.second, terminal)
        answer += _ask_one(Mode.ONE, presented.second, terminal)
    return answer


def tell_judgement(question: QuestionShape, presented: Presented, judgement: Judgement, terminal: Terminal) -> None:
    """Right or wrong, the right answer, the reasons, the explanation and where AWS says so."""
    words = terminal.say("cli.quiz.right" if judgement.correct else "cli.quiz.wrong")
    terminal.line(f"{terminal.mark(judgement.correct)} {terminal.paint(words, 'good' if judgement.correct else 'bad')}")
    if not judgement.correct:
        labels = {option.id: _label(option, terminal) for option in (*presented.options, *presented.second)}
        terminal.tell("cli.quiz.answer", answer=" / ".join(labels.get(each, each) for each in judgement.right))
    reasons = dict(judgement.reasons)
    for number, option in enumerate(presented.options, 1):
        if option.id in reasons:
            terminal.line(
                f"  {number}. {terminal.mark(option.id in judgement.right)} {terminal.text(reasons[option.id])}"
            )
    for line in terminal.text(question.explain).split("\n"):
        terminal.line(line)
    terminal.line(f"{terminal.text(question.source.title)}: {question.source.url}")


def read_line(terminal: Terminal) -> str:
    """One line of input. Raises StoppedError at its end."""
    terminal.out.flush()
    line = terminal.input.readline()
    if not line:
        raise StoppedError
    return line.strip()


def _ask_one(mode: Mode, options: tuple[Option, ...], terminal: Terminal) -> Answer:
    while True:
        terminal.out.write(terminal.say(f"cli.quiz.ask-{mode.value}", count=len(options)) + " ")
        text = read_line(terminal)
        if not terminal.input.isatty():
            terminal.line()
        if text.lower() in _STOP:
            raise StoppedError
        try:
            return _understood(text, mode, options)
        except Problem as problem:
            terminal.line(problem.text(terminal.lang))
            if not terminal.input.isatty():  # in a pipe the next line is the next question's: this answer is wrong
                return (text,)


def _understood(text: str, mode: Mode, options: tuple[Option, ...]) -> Answer:
    if mode is Mode.TEXT:
        if not text:
            raise Problem("cli.quiz.nothing")
        return (text,)
    picked: list[str] = []
    for word in text.replace(",", " ").split():
        if not (word.isascii() and word.isdigit() and 1 <= int(word[:9]) <= len(options)):
            raise Problem("cli.quiz.not-a-number", word=word, count=len(options))
        picked.append(options[int(word) - 1].id)
    if len(set(picked)) < len(picked):
        raise Problem("cli.quiz.twice")
    if mode is Mode.ONE and len(picked) != 1:
        raise Problem("cli.quiz.one-only", count=len(options))
    if mode is Mode.SEQUENCE and len(picked) != len(options):
        raise Problem("cli.quiz.all-of-them", count=len(options))
    if not picked:
        raise Problem("cli.quiz.nothing")
    return tuple(picked)


def _show_options(options: tuple[Option, ...], terminal: Terminal) -> None:
    for number, option in enumerate(options, 1):
        first, *rest = terminal.text(option.label).split("\n")
        terminal.line(f"  {number}. {first}")
        for line in rest:
            terminal.line(f"     {line}")


def _label(option: Option, terminal: Terminal) -> str:
    return " ".join(terminal.text(option.label).split())


def _scenario_lines(scenario: ScenarioShape, terminal: Terminal) -> Iterator[str]:
    for placed in scenario.policies:
        yield f"{terminal.say('cli.learn.policy')}: {place_words(placed, terminal)}"
        yield from json.dumps(placed.model_dump()["document"], ensure_ascii=False, indent=2).split("\n")
    request = scenario.request
    yield f"{request.caller} {request.action} {request.resource}"
    for key, value in request.context.items():
        yield f"    {key} = {value if isinstance(value, str) else ', '.join(value)}"
