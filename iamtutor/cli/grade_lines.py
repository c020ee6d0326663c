"""A grade told on a terminal: requests, rules and answers, each with ✓ or ✗ and its reason."""

from __future__ import annotations

from collections.abc import Iterator

from iamtutor.cli.findings import words_of
from iamtutor.cli.terminal import Terminal
from iamtutor.course import AnswerResult, Attempt, Grade, HiddenResult, RequestResult, RuleResult
from iamtutor.course.messages import MESSAGES
from iamtutor.course.proof.narration import tomorrow_said, way_said
from iamtutor.course.proof.results import Way
from iamtutor.policy import Reading, Severity
from iamtutor.words import say


def grade_lines(attempt: Attempt, grade: Grade, terminal: Terminal, *, visible: bool = False) -> Iterator[str]:
    """What cannot be read, then every part of the grade, then the score. Of nothing there is nothing to tell.

    `visible`: the hidden requests were not run, so that nobody has passed yet.
    """
    if grade.unfit == "blank":
        yield f"{terminal.mark(False)} {terminal.say('cli.grade.blank')}"
        yield _last_line(grade, terminal, visible=visible)
        return
    yield from reading_lines(attempt, terminal)
    for request in grade.requests:
        yield from request_result_lines(request, terminal)
    yield from _proof_lines(attempt, grade, terminal)
    for rule in grade.rules:
        yield from _rule_lines(attempt, rule, terminal)
    for answer in grade.answers:
        yield from _answer_lines(answer, terminal)
    yield _last_line(grade, terminal, visible=visible)


def _last_line(grade: Grade, terminal: Terminal, *, visible: bool) -> str:
    if not visible:
        return score_line(grade, terminal)
    right = terminal.say("cli.watch.right", right=grade.right, total=grade.total)
    return f"{terminal.mark(grade.passed)} {terminal.paint(right, 'good' if grade.passed else 'bad')}"


def score_line(grade: Grade, terminal: Terminal) -> str:
    """Passed or not, and the score."""
    passed = terminal.say("cli.grade.passed" if grade.passed else "cli.grade.not-passed")
    words = terminal.paint(passed, "good" if grade.passed else "bad")
    return f"{terminal.mark(grade.passed)} {words} · {grade.score}/100"


def reading_lines(attempt: Attempt, terminal: Terminal) -> Iterator[str]:
    """What is wrong with the texts, by slot, line and column."""
    for slot, reading in written_readings(attempt).items():
        for finding in reading.findings:
            line, column = reading.position(finding.span.start if finding.span else 0)
            words = words_of(finding, terminal.lang)
            yield f"{terminal.mark(False)} {slot}:{line}:{column} {finding.severity.value} {words}"


def unfit_words(attempt: Attempt, grade: Grade, terminal: Terminal) -> str:
    """In a line, why an answer counts for nothing: the first error, with its place; empty where it counts."""
    if grade.unfit == "blank":
        return terminal.say("cli.grade.blank")
    if grade.unfit is None:
        return ""
    slot = attempt.unreadable[0]
    reading = attempt.readings[slot]
    worst = next(each for each in reading.findings if each.severity is Severity.ERROR)
    line, column = reading.position(worst.span.start if worst.span else 0)
    file = f"{slot}:" if len(attempt.readings) > 1 else ""
    return f"{file}{line}:{column} {words_of(worst, terminal.lang)}"


def written_readings(attempt: Attempt) -> dict[str, Reading]:
    """The texts as read, by slot; where a slot may be left empty and is, there is nothing to read."""
    unreadable = attempt.unreadable
    return {slot: each for slot, each in attempt.readings.items() if each.text.strip() or slot in unreadable}


def hidden_words(result: HiddenResult, terminal: Terminal) -> str:
    """What may be said of a hidden request: its category and, where it fails, the nudge."""
    category = terminal.say("cli.grade.hidden", category=result.category)
    if result.provisional:
        return f"{category} · {terminal.say('cli.grade.provisional')}"
    return category if result.ok else f"{category}: {terminal.text(result.nudge)}"


def request_words(result: RequestResult) -> str:
    """Who asks for what."""
    request = result.request
    return f"{request.caller} {request.action} {request.resource}"


def found_words(result: RequestResult, terminal: Terminal) -> str:
    """What came out, why, and what was wanted where that is something else."""
    allowed = terminal.say("cli.grade.allowed" if result.decision.allowed else "cli.grade.denied")
    words = f"{allowed} · {result.why.text(terminal.lang)}"
    if result.provisional:
        return f"{words} · {terminal.say('cli.grade.provisional')}"
    if not result.ok:
        return f"{words} · {terminal.say(f'cli.grade.wanted-{result.request.expect}')}"
    return words


def request_result_lines(result: RequestResult | HiddenResult, terminal: Terminal) -> Iterator[str]:
    """A request, whether it came out as wanted, and why."""
    mark = terminal.mark(result.ok)
    if isinstance(result, HiddenResult):
        yield f"{mark} {hidden_words(result, terminal)}"
        return
    why = result.request.why
    yield f"{mark} {request_words(result)}" + (f" ({terminal.text(why)})" if why is not None else "")
    yield f"    {found_words(result, terminal)}"


def proof_ways(grade: Grade) -> Iterator[tuple[str, Way, bool]]:
    """Both directions of the proof: the message that names each, what it found, and whether it is about excess."""
    if grade.proof is not None:
        yield "cli.grade.proof-missing", grade.proof.missing, False
        yield "cli.grade.proof-excess", grade.proof.excess, True


def _proof_lines(attempt: Attempt, grade: Grade, terminal: Terminal) -> Iterator[str]:
    for title, way, excess in proof_ways(grade):
        mark = terminal.mark(way.holds) if way.unknown is None else "?"
        yield f"{mark} {terminal.say(title)}"
        yield from (f"    {said.text(terminal.lang)}" for said in way_said(way, excess=excess))
        nudge = attempt.task.exercise.goal.nudge(excess=excess) if attempt.task.exercise is not None else None
        if nudge is not None and way.difference is not None:
            yield f"    {terminal.text(nudge)}"
    if grade.proof is not None:
        yield from (f"    {said.text(terminal.lang)}" for said in tomorrow_said(grade.proof))
    if grade.privilege is not None:
        yield f"· {terminal.say('cli.grade.privilege', score=grade.privilege.score)}"


def _rule_lines(attempt: Attempt, result: RuleResult, terminal: Terminal) -> Iterator[str]:
    yield f"{terminal.mark(result.ok)} {terminal.say('cli.grade.rule', rule=result.rule)}"
    for breach in result.breaches:
        reading = attempt.readings.get(breach.slot)
        place = breach.slot
        if reading is not None and breach.span is not None:
            line, column = reading.position(breach.span.start)
            place = f"{breach.slot}:{line}:{column}"
        yield f"    {place} {say(MESSAGES, breach.code, terminal.lang, **breach.arguments)}"


def _answer_lines(result: AnswerResult, terminal: Terminal) -> Iterator[str]:
    yield f"{terminal.mark(result.ok)} {result.id}" + (f" ({terminal.text(result.why)})" if result.why else "")
    if result.ok and result.said is not None:
        yield f"    {result.said.text(terminal.lang)}"
