"""What the page says of the last submission: how it went, or why there was nothing to grade."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from iamtutor.cloud import MESSAGES as WORLD_MESSAGES
from iamtutor.course import Attempt, Grade, HiddenResult
from iamtutor.course.exercise_shape import GoalShape
from iamtutor.policy import POLICY_MESSAGES, Severity
from iamtutor.tui.messages import MESSAGES
from iamtutor.tui.screens.workbench.pages import said
from iamtutor.tui.screens.workbench.proof import proof_boxes
from iamtutor.tui.widgets import page
from iamtutor.words import Bilingual, Lang, say


def refusal(attempt: Attempt, files: Mapping[str, str]) -> page.Block:
    """Why this was not graded: nothing is written, or a policy has an error; the first one of each, with its place."""
    if attempt.unfit == "blank":
        words = "tui.refused-unanswered" if not attempt.task.slots else "tui.refused-blank"
        return page.Box(said("tui.refused"), said(words), "$deny")
    return page.Box(said("tui.refused"), Bilingual(_told(attempt, files, "ko"), _told(attempt, files, "en")), "$deny")


def _told(attempt: Attempt, files: Mapping[str, str], lang: Lang) -> str:
    return "\n\n".join([*_errors(attempt, files, lang), say(MESSAGES, "tui.refused-errors", lang)])


def _errors(attempt: Attempt, files: Mapping[str, str], lang: Lang) -> Iterator[str]:
    for slot in attempt.unreadable:
        reading = attempt.readings[slot]
        worst = next(each for each in reading.findings if each.severity is Severity.ERROR)
        at = reading.position(worst.span.start if worst.span else 0)
        table = POLICY_MESSAGES if worst.code in POLICY_MESSAGES else WORLD_MESSAGES
        words = say(table, worst.code, lang, **worst.arguments)
        yield say(MESSAGES, "tui.refused-at", lang, file=files[slot], line=at.line, column=at.column, problem=words)


def outcome(
    grade: Grade, kind: str, files: Mapping[str, str], goal: GoalShape | None, *, outdated: bool
) -> Iterator[page.Block]:
    """What a submission said that did not pass; `outdated`: the text has gone on since, and it speaks of the earlier one."""
    hidden = [each for each in grade.requests if isinstance(each, HiddenResult)]
    failed = [each for each in hidden if not each.ok]
    right = sum(each.ok for each in (*grade.requests, *grade.answers))
    total = len(grade.requests) + len(grade.answers)
    lines = _both("tui.answer-wrong" if grade.answers else "tui.not-yet", passed=right, total=total)
    if failed:
        lines = _joined(lines, _both("tui.hidden-failed", count=len(failed)))
    if grade.privilege is not None:
        lines = _joined(lines, _both("tui.privilege", score=grade.privilege.score))
    tone = "$dim" if outdated else "$deny"
    yield page.Box(said("tui.submitted-before" if outdated else "tui.submitted"), lines, tone)
    if grade.proof is not None and not failed:
        yield from proof_boxes(grade.proof, files, goal)
    if kind == "choose":
        for wrong in grade.answers:
            if wrong.why is not None:
                yield page.Box(said("tui.wrong"), wrong.why, tone)
    for each in failed:
        title = Bilingual(
            say(MESSAGES, "tui.hidden-title", "ko", category=each.category.ko),
            say(MESSAGES, "tui.hidden-title", "en", category=each.category.en),
        )
        yield page.Box(title, each.nudge, tone)


def _both(message: str, **arguments: int) -> Bilingual:
    return Bilingual(say(MESSAGES, message, "ko", **arguments), say(MESSAGES, message, "en", **arguments))


def _joined(first: Bilingual, second: Bilingual) -> Bilingual:
    return Bilingual(f"{first.ko} {second.ko}", f"{first.en} {second.en}")
