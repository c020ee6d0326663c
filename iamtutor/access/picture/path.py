"""The way that a request took through the layers, in AWS's order, and where it ended: worked out from the trace alone.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
and https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html. The page
draws no VPC endpoint policy; it stands with the filters here, after the SCPs. Where the resource policy and the identity
policies each suffice in one account, the decision names the identity policies, and so does the path.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from iamtutor.access.decide import Decision
from iamtutor.access.layer import Layer, Verdict
from iamtutor.access.principal import PrincipalKind
from iamtutor.access.trace import LayerAnswer, LayerTrace, StatementTrace, Trace


class State(StrEnum):
    """What one step of the path came to."""

    CLEAR = "clear"
    ALLOWS = "allows"
    DENIES = "denies"
    SILENT = "silent"
    ABSENT = "absent"
    EXEMPT = "exempt"
    REFUSES = "refuses"


class Side(StrEnum):
    """Whose step it is, where caller and resource belong to two accounts."""

    BOTH = "both"
    CALLER = "caller"
    RESOURCE = "resource"


class Step(NamedTuple):
    """One box of the path; `layer` is None for the check for an explicit Deny.

    `reached` says whether the evaluation came so far, `ends` whether it ended here, `stops` whether the layer keeps the
    request from being allowed (a layer behind the end may stop it as well). `suffices` marks a resource policy that would
    have been enough by itself. `deciding` are the statements on which the decision rests.
    """

    layer: Layer | None
    state: State
    side: Side
    reached: bool = True
    ends: bool = False
    stops: bool = False
    suffices: bool = False
    trace: LayerTrace | None = None
    deciding: tuple[StatementTrace, ...] = ()

    @property
    def statements(self) -> tuple[StatementTrace, ...]:
        """Every statement of the step, policy after policy; of the check for a Deny those that were found."""
        if self.trace is None:
            return self.deciding
        return tuple(statement for policy in self.trace.policies for statement in policy.statements)


class Path(NamedTuple):
    """All steps in AWS's order. `crosses` says that caller and resource belong to two accounts, both of which decide."""

    steps: tuple[Step, ...]
    verdict: Verdict
    crosses: bool
    caller_account: str | None
    resource_account: str | None

    @property
    def end(self) -> int:
        """The number of the step that decided."""
        return next(number for number, step in enumerate(self.steps) if step.ends)


_SIDES = {
    Layer.RCP: Side.RESOURCE,
    Layer.RESOURCE: Side.RESOURCE,
    Layer.SERVICE: Side.RESOURCE,
}
_ORDER = (
    Layer.RCP,
    Layer.SCP,
    Layer.ENDPOINT,
    Layer.SERVICE,
    Layer.RESOURCE,
    Layer.IDENTITY,
    Layer.BOUNDARY,
    Layer.SESSION,
)


def path_of(decision: Decision) -> Path:
    """The path of a decision."""
    trace = decision.trace
    principal = decision.request.principal
    crosses = not trace.same_account and principal.account is not None and not trace.by_service
    layers = _layers(decision)
    end = _end(decision, layers)
    open_ended = crosses and end is not None and end is not Layer.SERVICE
    steps = [_deny_check(decision, reached=not trace.by_service, ends=end is None)]
    reached = end is not None
    if trace.by_service:
        layers = (Layer.SERVICE, *(layer for layer in layers if layer is not Layer.SERVICE))
        steps.clear()
    for layer in layers:
        steps.append(_step(decision, layer, crosses=crosses, reached=reached, ends=layer is end))
        reached = reached and (open_ended or layer is not end)
    if trace.by_service:
        steps.insert(1, _deny_check(decision, reached=False, ends=False))
    return Path(tuple(steps), decision.verdict, crosses, principal.account, decision.request.resource_account)


def _layers(decision: Decision) -> tuple[Layer, ...]:
    """The layers that have a box: the service's own where it said something, the root user in place of identity policies."""
    layers = list(_ORDER)
    if Layer.SERVICE not in (decision.layer, *decision.blocked_by):
        layers.remove(Layer.SERVICE)
    if decision.request.principal.kind is PrincipalKind.ROOT and decision.trace.same_account:
        layers[layers.index(Layer.IDENTITY)] = Layer.ROOT
    return tuple(layers)


def _end(decision: Decision, layers: tuple[Layer, ...]) -> Layer | None:
    """The layer at which the evaluation ended; None for the check for an explicit Deny."""
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        return None
    if decision.verdict is Verdict.IMPLICITLY_DENIED or decision.trace.by_service:
        return decision.layer
    needed = _whole_grant(decision.trace)
    if needed <= {Layer.RESOURCE}:
        return Layer.ROOT if decision.layer is Layer.ROOT else Layer.RESOURCE
    return layers[-1]


def _whole_grant(trace: Trace) -> set[Layer]:
    """The layers that the grant needed by which the request is allowed."""
    whole = next(each.grant for each in trace.grants if not each.lacks)
    return {need.layer for need in whole.needs}


def _deny_check(decision: Decision, *, reached: bool, ends: bool) -> Step:
    found: tuple[StatementTrace, ...] = ()
    if decision.verdict is Verdict.EXPLICITLY_DENIED:
        found = tuple(each for layer in decision.trace.layers for each in _deciding(decision, layer))
    state = State.DENIES if ends else State.CLEAR
    return Step(None, state, Side.BOTH, reached, ends, ends, False, None, found)


def _step(decision: Decision, layer: Layer, *, crosses: bool, reached: bool, ends: bool) -> Step:
    side = _SIDES.get(layer, Side.CALLER) if crosses else Side.BOTH
    stops = not decision.allowed and layer in (decision.layer, *decision.blocked_by)
    if layer is Layer.SERVICE:
        state = State.ALLOWS if decision.allowed else State.REFUSES
        return Step(layer, state, side, reached, ends, stops)
    if layer is Layer.ROOT:
        return Step(layer, State.ALLOWS, side, reached, ends, stops)
    found = decision.trace.of(layer)
    deciding = tuple(_deciding(decision, found))
    suffices = layer is Layer.RESOURCE and _resource_suffices(decision)
    return Step(layer, State(found.answer.value), side, reached, ends, stops, suffices, found, deciding)


def _resource_suffices(decision: Decision) -> bool:
    """Whether the resource policy would be enough by itself where the decision rests on the identity policies."""
    if not decision.allowed or decision.layer not in (Layer.IDENTITY, Layer.ROOT):
        return False
    return any(
        not each.lacks and {need.layer for need in each.grant.needs} == {Layer.RESOURCE}
        for each in decision.trace.grants
        if each.grant.layer is Layer.RESOURCE
    )


def _deciding(decision: Decision, layer: LayerTrace) -> list[StatementTrace]:
    """The statements of a layer on which the decision rests."""
    wanted = {(ref.policy, ref.index, ref.span) for ref in decision.statements if ref.layer is layer.layer}
    if not wanted or layer.answer is LayerAnswer.ABSENT:
        return []
    return [
        statement
        for policy in layer.policies
        for statement in policy.statements
        if (policy.name, statement.index, statement.span) in wanted and statement.match.matched
    ]
