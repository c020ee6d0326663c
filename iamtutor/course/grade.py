"""The result of an attempt as a whole.

Score: every request, every rule, every answered item and each direction of the proof (nothing missing, nothing in
excess) counts the same; the score is the share that is right, in whole per cent rounded down, so that 100 means all. A
direction that stayed open does not count.

What is no answer gets nothing, whatever it happens to deny: where nothing is written, or where IAM would refuse a
policy as it is, nothing counts as right, and `unfit` says which of the two it was. An exercise whose solution is to
take everything away is passed by an empty text all the same.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import iamtutor
from iamtutor.access.version import EVALUATOR
from iamtutor.course.proof.results import Proof
from iamtutor.course.results import AnswerResult, AnyRequestResult, HiddenResult, RequestResult, RuleResult
from iamtutor.course.task import Task
from iamtutor.reason.privilege_score import LeastPrivilege

Unfit = Literal["blank", "unreadable"]
"""Why an answer counts for nothing: nothing is written, or a policy has an error."""


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

    `right` of `total` parts are right, `total` being the same for every answer but for directions that stayed open.
    `privilege` tells how near the answer comes to the least privilege; it is worked out for submissions and is no part
    of the score.
    """

    task: str
    passed: bool
    score: int
    right: int
    total: int
    unfit: Unfit | None
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
    unfit: Unfit | None,
) -> Grade:
    """Puts the parts together. Where an answer is judged, the requests are its ground and do not count by themselves."""
    requests = () if answers else decided
    parts = [*(each.ok for each in requests), *(each.ok for each in rules), *(each.ok for each in answers)]
    if proof is not None:
        parts += [way.holds for way in (proof.missing, proof.excess) if way.unknown is None]
    if unfit == "blank" and parts and all(parts):
        unfit = None
    if unfit is not None:
        return _unfit(task, requests, rules, answers, unfit)
    passed = bool(parts) and all(parts)
    score = 100 if passed else min(99, 100 * sum(parts) // max(1, len(parts)))
    shown = tuple(each if passed or not each.request.hidden else HiddenResult.of(each) for each in requests)
    versions = versions_of(task, proof)
    counted = (sum(parts), len(parts))
    return Grade(task.id, passed, score, *counted, None, shown, rules, answers, proof, privilege, versions)


def _unfit(
    task: Task,
    requests: tuple[RequestResult, ...],
    rules: tuple[RuleResult, ...],
    answers: tuple[AnswerResult, ...],
    unfit: Unfit,
) -> Grade:
    """The grade of what is no answer. Rules are not asked of half a policy, and nothing is proved of it."""
    undecided = tuple(replace(each, ok=False, provisional=True) for each in requests)
    shown = tuple(HiddenResult.of(each) if each.request.hidden else each for each in undecided)
    total = len(requests) + len(rules) + len(answers) + (0 if task.goal is None else 2)
    wrong = tuple(replace(each, ok=False) for each in answers)
    return Grade(task.id, False, 0, 0, total, unfit, shown, (), wrong, None, None, versions_of(task))


def versions_of(task: Task, proof: Proof | None = None) -> Versions:
    """The versions that stand beside every result."""
    catalog = task.goal.actions.catalog.version if proof is not None and task.goal is not None else None
    return Versions(iamtutor.__version__, EVALUATOR, catalog, task.content)
