"""The trace of a decision: every layer and statement that was consulted, with both sides of what did not match.

A trace holds no words; it explains the decision by itself, so that ``conclusion(trace)`` gives the decision again.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from iamtutor.access.compose import Composition, Grant, Need
from iamtutor.access.decide import Decision, Evaluation
from iamtutor.access.effective import CompiledPolicy
from iamtutor.access.layer import POLICY_LAYERS, Layer, Verdict
from iamtutor.access.naming import NO_NAMINGS, Naming
from iamtutor.access.service_rules import Refusal
from iamtutor.access.statement import CompiledStatement, Match
from iamtutor.policy.document import Effect, Statement
from iamtutor.policy.finding import Span
from iamtutor.policy.variables import Context


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


class StatementTrace:
    """One statement against the request."""

    __slots__ = ("match", "policy", "statement")

    def __init__(self, policy: str, statement: Statement, match: Match) -> None:
        self.policy = policy
        self.statement = statement
        self.match = match

    @property
    def index(self) -> int:
        """The statement's number in its policy, from 0."""
        return self.statement.index

    @property
    def sid(self) -> str | None:
        """Its Sid, where it has one."""
        return self.statement.sid

    @property
    def effect(self) -> Effect:
        """Its effect."""
        return self.statement.effect

    @property
    def span(self) -> Span:
        """Its place in the text of the policy."""
        return self.statement.span

    def as_dict(self) -> dict[str, object]:
        """What a written trace says of it."""
        return {"policy": self.policy, "index": self.index, "sid": self.sid, "effect": self.effect, "span": self.span,
                "match": self.match}  # fmt: skip


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
    namings: frozenset[Naming] = NO_NAMINGS

    def meets(self, need: Need) -> bool:
        """Whether the layer gives what a grant needs of it."""
        if self.answer is LayerAnswer.ABSENT:
            return need.limits
        if need.namings is not None:
            return bool(self.namings & need.namings)
        return self.answer is LayerAnswer.ALLOWS


_ALL_ABSENT = tuple(LayerTrace(layer, LayerAnswer.ABSENT) for layer in POLICY_LAYERS)


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
    composition: Composition
    refusal: Refusal | None
    by_service: bool
    same_account: bool
    context: Context

    def of(self, layer: Layer) -> LayerTrace:
        """The trace of one layer. Raises KeyError where the layer holds no policies at all (service, root)."""
        for found in self.layers:
            if found.layer is layer:
                return found
        raise KeyError(layer)

    @property
    def grants(self) -> tuple[GrantTrace, ...]:
        """Every way to be allowed with what it lacks, worked out from the layers."""
        return tuple(GrantTrace(grant, self._lacks(grant)) for grant in self.composition.grants)

    def _lacks(self, grant: Grant) -> tuple[Layer, ...]:
        failed = {need.layer for need in grant.needs if not self.of(need.layer).meets(need)}
        if grant.impossible is not None:
            failed.add(grant.impossible)
        return tuple(layer for layer in POLICY_LAYERS if layer in failed)


def trace_of(decision: Decision) -> Trace:
    """The trace of a decision."""
    request, policies = decision.request, decision.policies
    by_service = request.by_service
    evaluation = Evaluation(request, policies)
    layers = list(_ALL_ABSENT)
    for number, layer in policies.present:
        layers[number] = _layer_trace(evaluation, layer)
    return Trace(
        decision.verdict,
        decision.layer,
        tuple(layers),
        evaluation.composition,
        decision.refusal,
        by_service.allowed_at_once or by_service.refused_at_once is not None,
        request.same_account,
        request.context,
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
    grants = trace.grants
    whole = [each.grant for each in grants if not each.lacks]
    if whole and not blocked:
        return Verdict.ALLOWED, whole[0].layer
    if not whole:
        blocked.extend(min(grants, key=lambda each: len(each.lacks)).lacks)
    return Verdict.IMPLICITLY_DENIED, blocked[0]


def _is_closed_filter(layer: LayerTrace) -> bool:
    return layer.layer in (Layer.SCP, Layer.ENDPOINT) and layer.answer is LayerAnswer.SILENT


def _layer_trace(evaluation: Evaluation, layer: Layer) -> LayerTrace:
    if not evaluation.applies(layer):
        return LayerTrace(layer, LayerAnswer.EXEMPT, exempt=_why_exempt(evaluation, layer))
    levels = evaluation.policies.levels(layer)
    traces = tuple(
        [_policy_trace(evaluation, policy, number) for number, level in enumerate(levels) for policy in level.policies]
    )
    denied, allowed, named = _what_matched(traces)
    if layer is Layer.RESOURCE and evaluation.request.by_service.recovers_bucket_policy:
        answer = LayerAnswer.ALLOWS if allowed else LayerAnswer.SILENT
        return LayerTrace(layer, answer, traces, Exempt.BUCKET_POLICY_RECOVERY, namings=named)
    if denied:
        return LayerTrace(layer, LayerAnswer.DENIES, traces, namings=named)
    if layer is Layer.SCP:
        closed = _closed_level(len(levels), traces)
        answer = LayerAnswer.ALLOWS if closed is None else LayerAnswer.SILENT
        return LayerTrace(layer, answer, traces, None, closed, named)
    # RCPFullAWSAccess is implicit: an RCP that does not deny lets the request through.
    open_ = allowed or layer is Layer.RCP
    return LayerTrace(layer, LayerAnswer.ALLOWS if open_ else LayerAnswer.SILENT, traces, None, None, named)


def _what_matched(policies: tuple[PolicyTrace, ...]) -> tuple[bool, bool, frozenset[Naming]]:
    """Whether a Deny matched, whether an Allow did, and how matching Allows name the caller."""
    denied = allowed = False
    named: frozenset[Naming] = NO_NAMINGS
    for policy in policies:
        for statement in policy.statements:
            if not statement.match.matched:
                continue
            if statement.effect is Effect.DENY:
                denied = True
            else:
                allowed = True
                named = named | statement.match.namings if statement.match.namings else named
    return denied, allowed, named


def _closed_level(levels: int, traces: tuple[PolicyTrace, ...]) -> int | None:
    for number in range(levels):
        statements = [each for policy in traces if policy.level == number for each in policy.statements]
        if not any(each.match.matched and each.effect is Effect.ALLOW for each in statements):
            return number
    return None


def _policy_trace(evaluation: Evaluation, policy: CompiledPolicy, level: int) -> PolicyTrace:
    statements = tuple([_statement_trace(evaluation, policy, statement) for statement in policy.statements])
    return PolicyTrace(policy.policy.name, policy.policy.arn, level, statements)


def _statement_trace(evaluation: Evaluation, policy: CompiledPolicy, compiled: CompiledStatement) -> StatementTrace:
    match = compiled.explain(evaluation.request, has_boundary=evaluation.has_boundary)
    return StatementTrace(policy.policy.name, compiled.statement, match)


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
