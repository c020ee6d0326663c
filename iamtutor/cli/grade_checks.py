"""A grade as a flat list of checks, each passed or not: what reports for machines are made of."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from iamtutor.cli.grade_lines import (
    found_words,
    hidden_words,
    proof_ways,
    reading_lines,
    request_words,
    unfit_words,
)
from iamtutor.cli.terminal import Terminal
from iamtutor.course import Attempt, Grade, HiddenResult
from iamtutor.course.messages import MESSAGES
from iamtutor.course.proof.narration import way_said
from iamtutor.words import say


class Check(NamedTuple):
    """One thing that was checked: its name, whether it is right, and what to say about it."""

    name: str
    ok: bool
    words: str


def checks(attempt: Attempt, grade: Grade, terminal: Terminal) -> Iterator[Check]:
    """Requests, proof, rules and answers; where the answer counts for nothing, one check that says why."""
    if grade.unfit is not None:
        unread = " / ".join(reading_lines(attempt, terminal)) if grade.unfit == "unreadable" else ""
        name = ", ".join(attempt.unreadable) if unread else terminal.say("cli.grade.answered")
        yield Check(name, False, unread or unfit_words(attempt, grade, terminal))
        return
    for number, result in enumerate(grade.requests, 1):
        if isinstance(result, HiddenResult):
            yield Check(f"{number}. {terminal.text(result.category)}", result.ok, hidden_words(result, terminal))
        else:
            words = f"{request_words(result)}: {found_words(result, terminal)}"
            yield Check(f"{number}. {result.request.id}", result.ok, words)
    for title, way, excess in proof_ways(grade):
        if way.unknown is None:
            words = " ".join(said.text(terminal.lang) for said in way_said(way, excess=excess))
            yield Check(terminal.say(title), way.holds, words)
    for rule in grade.rules:
        words = " / ".join(say(MESSAGES, each.code, terminal.lang, **each.arguments) for each in rule.breaches)
        yield Check(rule.rule, rule.ok, words)
    for answer in grade.answers:
        yield Check(answer.id, answer.ok, terminal.text(answer.why) if answer.why else "")
