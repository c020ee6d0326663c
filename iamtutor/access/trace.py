"""The trace of a decision: every layer and statement that was consulted, with both sides of what did not match.

A trace holds no words; it explains the decision by itself, so that ``conclusion(trace)`` gives the decision again.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from iamtutor.access.compose import Grant
from iamtutor.access.decide import Decision, Evaluation
from iamtutor.access.effective import CompiledPolicy
from iamtutor.access.layer import POLICY_LAYERS, Layer, Verdict
from iamtutor.access.naming import Naming
from iamtutor.access.service_rules import Refusal
from iamtutor.access.statement import CompiledStatement, Match
from iamtutor.policy.document import Effect
from iamtutor.policy.finding import Span


class LayerAnswer(StrEnum):
    """What a layer says to a request."""

    DENIES = "denies"
    ALLOWS = "allows"
    SILENT = "silent"
    ABSENT = "absent"
    EXEMPT = "exempt"
    REFUSES = "refuses"


class Exempt(StrEnum):
    """Why a layer's policies do not bind the request."""

    NO_IDENTITY = "no-identity"
    ROOT_USER = "root-user"
    MANAGEMENT_ACCOUNT = "management-account"
    SERVICE_LINKED_ROLE = "service-linked-role"
    SERVICE_NOT_SUPPORTED = "service-not-supported"
    AWS_MANAGED_KEY = "aws-managed-key"
    BUCKET_POLICY_RECOVERY = "bucket-policy-recovery"


@dataclass(frozen=True, slots=True)
class StatementTrace:
    """One statement against the request."""

    policy: str
    index: int
    sid: str | None
    effect: Effect
    span: Span
    match: Match


class PolicyTrace(NamedTuple):
    """One policy of a layer; `level` counts from 0 at the organisation's root (0 for layers without levels)."""

    name: str
    arn: str | None
    level: int
    statements: tuple[StatementTrace, ...]


class LayerTrace(NamedTuple):
    """One layer: its answer, its policies, and for an exempt layer the reason.

    `closed_level` is the first SCP level without an Allow; `namings` how Allows that match name the caller.
    """

    layer: Layer
    answer: LayerAnswer
    policies: tuple[PolicyTrace, ...] = ()
    exempt: Exempt | None = None
    closed_level: int | None = None
    namings: frozenset[Naming] = frozenset()


_ABSENT = {layer: LayerTrace(layer, LayerAnswer.ABSENT) for layer in POLICY_LAYERS}


class GrantTrace(NamedTuple):
    """One way to be allowed, and the layers it lacks; whole where it lacks none."""

    grant: Grant
    lacks: tuple[Layer, ...]


class Trace(NamedTuple):
    """Everything that led to a decision.

    `by_service` says that the service answered by itself and policies were not asked. `context` is what the request
    carried, keys in lower case.
    """

    verdict: Verdict
    layer: Layer
    layers: tuple[LayerTrace, ...]
    grants: tuple[GrantTrace, ...]
    refusal: Refusal | None
    by_service: bool
    same_account: bool
    context: tuple[tuple[str, str | tuple[str, ...]], ...]

    def of(self, layer: Layer) -> LayerTrace:
        """The trace of one layer. Raises KeyError where it took no part."""
        for found in self.layers:
            if found.layer is layer:
                return found
        raise KeyError(layer)


def trace_of(decision: Decision) -> Trace:
    """The trace of a decision."""
    request = decision.request
    evaluation = Evaluation(request, decision.policies)
    by_service = request.by_service.allowed_at_once or request.by_service.refused_at_once is not None
    return Trace(
        decision.verdict,
        decision.layer,
        tuple(_layer_trace(evaluation, layer) for layer in POLICY_LAYERS),
        tuple(GrantTrace(grant, tuple(evaluation.failures(grant))) for grant in evaluation.composition.grants),
        decision.refusal,
        by_service,
        request.same_account,
        tuple(sorted(request.context.items())),
    )


def conclusion(trace: Trace) -> tuple[Verdict, Layer]:
    """The decision and its layer, worked out from the trace alone."""
    if trace.by_service:
        verdict = Verdict.ALLOWED if trace.refusal is None else Verdict.IMPLICITLY_DENIED
        return verdict, Layer.SERVICE
    for layer in trace.layers:
        if layer.answer is LayerAnswer.DENIES:
            return Verdict.EXPLICITLY_DENIED, layer.layer
    blocked = [layer.layer for layer in trace.layers if _is_closed_filter(layer)]
    if trace.refusal is not None:
        blocked.append(Layer.SERVICE)
    whole = [each.grant for each in trace.grants if not each.lacks]
    if whole and not blocked:
        return Verdict.ALLOWED, whole[0].layer
    if not whole:
        blocked.extend(min(trace.grants, key=lambda each: len(each.lacks)).lacks)
    return Verdict.IMPLICITLY_DENIED, blocked[0]


def _is_closed_filter(layer: LayerTrace) -> bool:
    return layer.layer in (Layer.SCP, Layer.ENDPOINT) and layer.answer is LayerAnswer.SILENT


def _layer_trace(evaluation: Evaluation, layer: Layer) -> LayerTrace:
    policies = evaluation.policies
    levels = policies.levels(layer)
    if not levels:
        return _ABSENT[layer]
    if not evaluation.applies(layer):
        return LayerTrace(layer, LayerAnswer.EXEMPT, exempt=_why_exempt(evaluation, layer))
    traces = tuple(
        _policy_trace(evaluation, policy, number) for number, level in enumerate(levels) for policy in level.policies
    )
    recovers = layer is Layer.RESOURCE and evaluation.request.by_service.recovers_bucket_policy
    matched = [each for policy in traces for each in policy.statements if each.match.matched]
    allows = [each for each in matched if each.effect is Effect.ALLOW]
    named = frozenset(naming for each in allows for naming in each.match.namings)
    exempt = Exempt.BUCKET_POLICY_RECOVERY if recovers else None
    if len(matched) > len(allows) and not recovers:
        return LayerTrace(layer, LayerAnswer.DENIES, traces, namings=named)
    closed = _closed_level(len(levels), traces) if layer is Layer.SCP else None
    # RCPFullAWSAccess is implicit: an RCP that does not deny lets the request through.
    open_ = bool(allows) and closed is None if layer is not Layer.RCP else True
    answer = LayerAnswer.ALLOWS if open_ else LayerAnswer.SILENT
    return LayerTrace(layer, answer, traces, exempt, closed, named)


def _closed_level(levels: int, traces: tuple[PolicyTrace, ...]) -> int | None:
    for number in range(levels):
        statements = [each for policy in traces if policy.level == number for each in policy.statements]
        if not any(each.match.matched and each.effect is Effect.ALLOW for each in statements):
            return number
    return None


def _policy_trace(evaluation: Evaluation, policy: CompiledPolicy, level: int) -> PolicyTrace:
    statements = tuple(_statement_trace(evaluation, policy, statement) for statement in policy.statements)
    return PolicyTrace(policy.policy.name, policy.policy.arn, level, statements)


def _statement_trace(evaluation: Evaluation, policy: CompiledPolicy, compiled: CompiledStatement) -> StatementTrace:
    statement = compiled.statement
    match = compiled.explain(evaluation.request, has_boundary=evaluation.policies.has_boundary)
    return StatementTrace(policy.policy.name, statement.index, statement.sid, statement.effect, statement.span, match)


def _why_exempt(evaluation: Evaluation, layer: Layer) -> Exempt:
    request, settings = evaluation.request, evaluation.policies.settings
    if layer in (Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION):
        return Exempt.ROOT_USER if request.principal.has_identity else Exempt.NO_IDENTITY
    if request.principal.is_service_linked:
        return Exempt.SERVICE_LINKED_ROLE
    if layer is Layer.SCP:
        return Exempt.MANAGEMENT_ACCOUNT if request.principal.has_identity else Exempt.NO_IDENTITY
    if request.resource_account == settings.management_account:
        return Exempt.MANAGEMENT_ACCOUNT
    return Exempt.AWS_MANAGED_KEY if settings.aws_managed_key else Exempt.SERVICE_NOT_SUPPORTED
