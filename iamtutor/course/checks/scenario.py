"""Whether a question's scenario bears its answer out."""

from __future__ import annotations

import json
from collections.abc import Iterator

from iamtutor.access import Decision
from iamtutor.cloud import ContentError, Places, UnknownReferenceError
from iamtutor.course.checks.asking import disagreement
from iamtutor.course.placing import ask, policy_name
from iamtutor.course.question_shape import (
    BLANK,
    FillQuestion,
    FindQuestion,
    PredictQuestion,
    QuestionShape,
    ScenarioShape,
)
from iamtutor.course.worlds import Worlds, with_policies
from iamtutor.policy import Finding


def check_scenario(question: QuestionShape, places: Places, worlds: Worlds) -> Iterator[Finding]:
    """Decides the scenario; `places` are those of the question."""
    scenario = question.scenario
    if scenario is None:
        return
    try:
        for each in _filled(question, scenario):
            world = worlds.find(each.world, places.under(("scenario",)))
            world = with_policies(world, each.policies, places.under(("scenario", "policies")))
            yield from _check(question, each, ask(world, each.request), places)
    except ContentError as error:
        yield from error.findings
    except UnknownReferenceError as error:
        yield places.finding(error.finding.code, ("scenario", "request"), error.finding.arguments)


def _filled(question: QuestionShape, scenario: ScenarioShape) -> Iterator[ScenarioShape]:
    """The scenario; with a blank in it, one for each accepted filling."""
    if not isinstance(question, FillQuestion):
        yield scenario
        return
    text = json.dumps([policy.model_dump() for policy in scenario.policies])
    for accepted in question.accept:
        filled = json.loads(text.replace(BLANK, json.dumps(accepted)[1:-1]))
        policies = tuple(type(scenario.policies[0]).model_validate(each) for each in filled)
        yield scenario.model_copy(update={"policies": policies})


def _check(question: QuestionShape, scenario: ScenarioShape, decision: Decision, places: Places) -> Iterator[Finding]:
    objection = disagreement(decision, scenario.request, question.id)
    if objection is not None:
        yield places.finding(objection[0], ("scenario", "request", "expect"), objection[1])
    if isinstance(question, PredictQuestion) and not _predicts(question, decision):
        yield places.finding(
            "course.answer-not-confirmed",
            ("answer",),
            item=question.id,
            decision=decision.verdict.value,
            layer=decision.layer.value,
        )
    if isinstance(question, FindQuestion):
        if question.answer.policy not in [policy_name(placed) for placed in scenario.policies]:
            yield places.finding("course.statement-not-offered", ("answer", "policy"), policy=question.answer.policy)
        deciding = [(ref.policy, ref.index) for ref in decision.statements]
        if deciding != [(question.answer.policy, question.answer.index)]:
            found = ", ".join(f"{policy}[{index}]" for policy, index in deciding) or "-"
            yield places.finding("course.statement-not-confirmed", ("answer",), item=question.id, found=found)


def _predicts(question: PredictQuestion, decision: Decision) -> bool:
    wanted = question.answer
    return wanted.decision == decision.verdict.value and wanted.layer in (None, decision.layer.value)
