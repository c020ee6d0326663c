"""The result of an attempt as a whole.

Score: every request, every rule, every answered item and each direction of the proof (nothing missing, nothing in
excess) counts the same; the score is the share that is right, in whole per cent rounded down, so that 100 means all. A
direction that stayed open does not count. A policy that does not read leaves its requests provisional, which count as
wrong.
"""

from __future__ import annotations

from dataclasses import dataclass

import iamtutor
from iamtutor.access.version import EVALUATOR
from iamtutor.course.proof.results import Proof
from iamtutor.course.results import AnswerResult, AnyRequestResult, HiddenResult, RequestResult, RuleResult
from iamtutor.course.task import Task
from iamtutor.reason.privilege_score import LeastPrivilege


@dataclass(frozen=True, slots=True)
class Versions:
    """What a result depends on: the program, its evaluator, the catalogue's data where something was proved, and a
    fingerprint of the exercise's content."""

    iamtutor: str
    evaluator: str
    catalog: str | None
    content: str


@dataclass(frozen=True, slots=True)
class Grade:
    """What was right; hidden requests show their category and nudge, and in full once everything is solved.

    `privilege` tells how near the answer comes to the least privilege; it is worked out for submissions and is no part
    of the score.
    """

    task: str
    passed: bool
    score: int
    requests: tuple[AnyRequestResult, ...]
    rules: tuple[RuleResult, ...]
    answers: tuple[AnswerResult, ...]
    proof: Proof | None
    privilege: LeastPrivilege | None
    versions: Versions


def grade_of(
    task: Task,
    decided: tuple[RequestResult, ...],
    rules: tuple[RuleResult, ...],
    answers: tuple[AnswerResult, ...],
    proof: Proof | None,
    privilege: LeastPrivilege | None = None,
    *,
    readable: bool,
) -> Grade:
    """Puts the parts together. Where an answer is judged, the requests are its ground and do not count by themselves."""
    requests = () if answers else decided
    right = [*(each.ok for each in requests), *(each.ok for each in rules), *(each.ok for each in answers)]
    if proof is not None:
        right += [way.holds for way in (proof.missing, proof.excess) if way.unknown is None]
    passed = bool(right) and all(right) and readable
    score = 100 if passed else min(99, 100 * sum(right) // max(1, len(right)))
    shown = tuple(each if passed or not each.request.hidden else HiddenResult.of(each) for each in requests)
    return Grade(task.id, passed, score, shown, rules, answers, proof, privilege, versions_of(task, proof))


def versions_of(task: Task, proof: Proof | None = None) -> Versions:
    """The versions that stand beside every result."""
    catalog = task.goal.actions.catalog.version if proof is not None and task.goal is not None else None
    return Versions(iamtutor.__version__, EVALUATOR, catalog, task.content)
