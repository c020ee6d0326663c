"""Every element of a statement against the request, also those behind the first that does not match.

The evaluator stops at the first element that fails, as nothing more hangs on the others. A learner wants to see them
all; they are asked of the compiled statement that decided, by the same questions.
"""

from __future__ import annotations

from typing import NamedTuple

from iamtutor.access.condition import ConditionOutcome
from iamtutor.access.decide import Decision, Evaluation
from iamtutor.access.layer import Layer
from iamtutor.access.request import Request
from iamtutor.access.statement import CompiledStatement
from iamtutor.access.trace import StatementTrace
from iamtutor.policy.document import PatternElement
from iamtutor.policy.pattern import pattern, pattern_of
from iamtutor.policy.variables import resource_template


class ElementOutcome(NamedTuple):
    """One element with both sides: what the policy says, what the request has, and whether it holds.

    `hit` is the policy's value that matched, where one did; `condition` what a condition found.
    """

    element: str
    holds: bool
    wants: tuple[str, ...]
    has: str
    hit: str | None = None
    condition: ConditionOutcome | None = None


def elements_of(decision: Decision, layer: Layer, statement: StatementTrace) -> tuple[ElementOutcome, ...]:
    """The elements of a statement of a layer, in the order of the evaluation.

    All of them hold exactly where the statement matched.
    """
    compiled = _compiled(decision, layer, statement)
    request = decision.request
    found: list[ElementOutcome] = []
    if compiled.names_principals:
        found.append(_principal(decision, compiled))
    action, resource = statement.statement.action, statement.statement.resource
    found.append(
        _pattern(action, compiled.covers_action(request.action_key), request.action, _hit_of_action(action, request))
    )
    if resource is not None:
        holds = compiled.covers_resource(request)
        found.append(_pattern(resource, holds, request.resource, _hit_of_resource(resource, request)))
    for test in compiled.conditions:
        outcome = test.outcome(request.context)
        has = ", ".join(outcome.has) if outcome.has is not None else ""
        found.append(ElementOutcome("Condition", outcome.holds, outcome.wants, has, None, outcome))
    return tuple(found)


def _compiled(decision: Decision, layer: Layer, statement: StatementTrace) -> CompiledStatement:
    return next(
        compiled
        for policy in decision.policies.policies(layer)
        for compiled in policy.statements
        if compiled.statement is statement.statement
    )


def _principal(decision: Decision, compiled: CompiledStatement) -> ElementOutcome:
    principal = decision.request.principal
    element = compiled.statement.principal
    reached = compiled.reaches(principal, has_boundary=Evaluation(decision.request, decision.policies).has_boundary)
    has = principal.arn or principal.role_arn or principal.name or principal.kind.value
    if element is None:
        return ElementOutcome("Principal", bool(reached), (), has)
    return ElementOutcome(element.name, bool(reached), tuple(entry.value for entry in element.entries), has)


def _pattern(element: PatternElement, holds: bool, has: str, hit: str | None) -> ElementOutcome:
    return ElementOutcome(element.name, holds, tuple(text.value for text in element.patterns), has, hit)


def _hit_of_action(element: PatternElement, request: Request) -> str | None:
    return next((text.value for text in element.patterns if pattern(text.value.lower())(request.action_key)), None)


def _hit_of_resource(element: PatternElement, request: Request) -> str | None:
    for text in element.patterns:
        for substitutes in (True, False) if "${" in text.value else (False,):
            pieces = resource_template(text.value, substitutes=substitutes).resolve(request.context)
            if text.value == "*" or (pieces is not None and pattern_of(pieces)(request.resource)):
                return text.value
    return None
