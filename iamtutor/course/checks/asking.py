"""Whether requests can be made in a world, and whether they come out as their author says."""

from __future__ import annotations

from collections.abc import Mapping

from iamtutor.access import Decision
from iamtutor.cloud import UnknownReferenceError, World
from iamtutor.course.placing import ask
from iamtutor.course.request_shape import AskedShape
from iamtutor.policy import Argument

Objection = tuple[str, Mapping[str, Argument]]
"""A message id and its arguments."""


def objection_to(world: World, asked: AskedShape, name: str) -> Objection | None:
    """What is wrong with a request, if anything; one without `expect` must only be possible."""
    try:
        decision = ask(world, asked)
    except UnknownReferenceError as error:
        return error.finding.code, error.finding.arguments
    return disagreement(decision, asked, name)


def disagreement(decision: Decision, asked: AskedShape, name: str) -> Objection | None:
    """The objection where a decision is not what the request expects."""
    if asked.expect is None or decision.allowed == (asked.expect == "allow"):
        return None
    verdict, layer = decision.verdict.value, decision.layer.value
    return "course.request-decided-otherwise", {
        "request": name,
        "expected": asked.expect,
        "decision": verdict,
        "layer": layer,
    }
