"""The decision: what the policies together answer to a request.

The steps are those of the evaluation logic: what the service answers by itself, an explicit Deny anywhere, the filters
(RCP, SCP, endpoint policy), what the service refuses, then the grants of the composition.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from iamtutor.access import public_access
from iamtutor.access.compose import Composition, Grant, Need
from iamtutor.access.effective import CompiledPolicy, EffectivePolicies, Level, Placed
from iamtutor.access.layer import POLICY_LAYERS, Layer, Verdict
from iamtutor.access.naming import Naming
from iamtutor.access.request import Request
from iamtutor.access.service_rules import Refusal
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.finding import Span

if TYPE_CHECKING:
    from iamtutor.access.trace import Trace


class StatementRef:
    """A statement that decided: its layer, policy, Sid, index from 0 and place in the policy's text."""

    __slots__ = ("index", "layer", "policy", "sid", "span")

    def __init__(self, layer: Layer, policy: CompiledPolicy, compiled: CompiledStatement) -> None:
        statement = compiled.statement
        self.layer = layer
        self.policy = policy.policy.name
        self.sid = statement.sid
        self.index = statement.index
        self.span: Span = statement.span

    def __repr__(self) -> str:
        return f"StatementRef({self.layer}, {self.policy!r}, {self.sid or self.index})"


class Decision:
    """What was decided, by which layer and statements, and what else blocked; treat it as immutable.

    `missing_context`, `message` and `trace` are worked out when they are asked for.
    """

    __slots__ = (
        "_trace",
        "blocked_by",
        "layer",
        "policies",
        "refusal",
        "request",
        "statements",
        "verdict",
    )

    def __init__(
        self,
        request: Request,
        policies: EffectivePolicies,
        verdict: Verdict,
        layer: Layer,
        statements: tuple[StatementRef, ...] = (),
        blocked_by: tuple[Layer, ...] = (),
        refusal: Refusal | None = None,
    ) -> None:
        self.request = request
        self.policies = policies
        self.verdict = verdict
        self.layer = layer
        self.statements = statements
        self.blocked_by = blocked_by
        self.refusal = refusal
        self._trace: Trace | None = None

    @property
    def allowed(self) -> bool:
        """Whether the request goes through."""
        return self.verdict is Verdict.ALLOWED

    @property
    def missing_context(self) -> tuple[str, ...]:
        """The condition keys that matching policies ask for and the request does not carry, each once."""
        return _missing_context(self.request, self.policies)

    @property
    def message(self) -> str | None:
        """The sentence in which AWS would refuse; None where it allows."""
        from iamtutor.access.denial import denial_message

        return denial_message(self)

    @property
    def trace(self) -> Trace:
        """Every layer and statement that was consulted, with its reason; worked out when first asked for."""
        if self._trace is None:
            from iamtutor.access.trace import trace_of

            self._trace = trace_of(self)
        return self._trace

    def __repr__(self) -> str:
        return f"Decision({self.verdict}, {self.layer})"


def decide(request: Request, policies: EffectivePolicies) -> Decision:
    """Decide one request. Pure: the same request and policies give the same decision."""
    by_service = request.by_service
    if by_service.allowed_at_once:
        return Decision(request, policies, Verdict.ALLOWED, Layer.SERVICE)
    if by_service.refused_at_once is not None:
        return Decision(request, policies, Verdict.IMPLICITLY_DENIED, Layer.SERVICE, refusal=by_service.refused_at_once)
    evaluation = Evaluation(request, policies)
    if policies.denying:
        denies = evaluation.denies()
        if denies:
            layers = tuple(dict.fromkeys(deny.layer for deny in denies))
            return Decision(request, policies, Verdict.EXPLICITLY_DENIED, layers[0], denies, layers[1:])
    return evaluation.conclude()


class Evaluation:
    """One request meeting its policies: answers, layer by layer, what the composition asks."""

    __slots__ = ("composition", "has_boundary", "policies", "request")

    def __init__(self, request: Request, policies: EffectivePolicies) -> None:
        self.request = request
        self.policies = policies
        self.composition: Composition = request.composition(session_policy=policies.has_session_policy)
        # Only a user or role can carry a boundary: none binds a root user, a service or an anonymous caller.
        self.has_boundary = policies.has_boundary and Layer.BOUNDARY in self.composition.layers

    def applies(self, layer: Layer) -> bool:
        """Whether the layer's policies bind this request at all."""
        if layer not in self.composition.layers:
            return False
        request, settings = self.request, self.policies.settings
        if layer is Layer.SCP:
            return request.by_service.bound_by_scp and request.principal.account != settings.management_account
        if layer is Layer.RCP:
            return (
                request.by_service.bound_by_rcp
                and request.resource_account != settings.management_account
                and not (settings.aws_managed_key and request.service == "kms")
            )
        return True

    def denies_count(self, layer: Layer) -> bool:
        """Whether the Denies of a layer bind this request."""
        if layer is Layer.RESOURCE and self.request.by_service.recovers_bucket_policy:
            return False
        return self.applies(layer)

    def denies(self) -> tuple[StatementRef, ...]:
        """Every Deny that matches, in the order of the layers."""
        request, has_boundary = self.request, self.has_boundary
        found: list[StatementRef] = []
        for layer, level in self.policies.denying:
            speaking = level.denies.speaking_of(request.action_key)
            if not speaking or not self.denies_count(layer):
                continue
            for policy, statement in speaking:
                if statement.matches_beyond_action(request) and statement.reaches(
                    request.principal, has_boundary=has_boundary
                ):
                    found.append(StatementRef(layer, policy, statement))
        return tuple(found)

    def conclude(self) -> Decision:
        """The decision when no Deny matches."""
        request, policies = self.request, self.policies
        blocked = [layer for layer in self.composition.filters if not self.filter_allows(layer)]
        refusal = request.by_service.refused
        if policies.settings.block_public_access and public_access.is_blocked(request, policies):
            refusal = Refusal.PUBLIC_ACCESS_BLOCKED
        if refusal is not None:
            blocked.append(Layer.SERVICE)
        for grant in self.composition.grants:
            grounds = self.grounds(grant)
            if grounds is None:
                continue
            if blocked:
                break
            return Decision(request, policies, Verdict.ALLOWED, grant.layer, grounds)
        else:
            blocked.extend(self.nearest_failure())
        return Decision(request, policies, Verdict.IMPLICITLY_DENIED, blocked[0], (), tuple(blocked[1:]), refusal)

    def filtering(self, layer: Layer) -> tuple[Level, ...]:
        """The levels of a filter that must each hold an Allow; none where it does not apply.

        RCPs always hold the implicit RCPFullAWSAccess, so that they filter by their Denies alone.
        """
        levels = self.policies.levels(layer)
        return levels if levels and layer is not Layer.RCP and self.applies(layer) else ()

    def filter_allows(self, layer: Layer) -> bool:
        """Whether a filter lets the request through: some Allow at every level that counts."""
        return all(self.some_allow(level) is not None for level in self.filtering(layer))

    def grounds(self, grant: Grant) -> tuple[StatementRef, ...] | None:
        """The statements of identity and resource policies on which a grant rests; None where it is not whole."""
        if grant.impossible is not None:
            return None
        grounds: list[StatementRef] = []
        for need in grant.needs:
            levels = self.policies.levels(need.layer)
            if not levels:
                if need.limits:
                    continue
                return None
            found = self.some_allow(levels[0], need.namings)
            if found is None:
                return None
            if not need.limits:
                grounds.append(StatementRef(need.layer, *found))
        return tuple(grounds)

    def failures(self, grant: Grant) -> list[Layer]:
        """The layers that keep a grant from being whole, in the order in which blockers are named."""
        failed = {need.layer for need in grant.needs if not self._meets(need)}
        if grant.impossible is not None:
            failed.add(grant.impossible)
        return [layer for layer in POLICY_LAYERS if layer in failed]

    def nearest_failure(self) -> list[Layer]:
        """What blocks the grant that lacks least; of several, the first."""
        return min((self.failures(grant) for grant in self.composition.grants), key=len)

    def some_allow(self, level: Level, namings: frozenset[Naming] | None = None) -> Placed | None:
        """The first Allow of a level that matches, naming the caller in one of the ways that count."""
        request = self.request
        for placed in level.allows.speaking_of(request.action_key):
            statement = placed[1]
            if self.names_caller(statement, namings) and statement.matches_beyond_action(request):
                return placed
        return None

    def names_caller(self, statement: CompiledStatement, namings: frozenset[Naming] | None) -> bool:
        """Whether a statement reaches the caller, in one of the ways that count (None: in any)."""
        if not statement.names_principals:
            return True
        reached = statement.reaches(self.request.principal, has_boundary=self.has_boundary)
        return bool(reached if namings is None else reached & namings)

    def _meets(self, need: Need) -> bool:
        levels = self.policies.levels(need.layer)
        if not levels:
            return need.limits
        return self.some_allow(levels[0], need.namings) is not None


def _missing_context(request: Request, policies: EffectivePolicies) -> tuple[str, ...]:
    evaluation = Evaluation(request, policies)
    found: dict[str, str] = {}
    for _, layer in policies.present:
        if not evaluation.applies(layer):
            continue
        for policy in policies.policies(layer):
            for statement in policy.statements:
                if statement.reaches(request.principal, has_boundary=evaluation.has_boundary):
                    for key in statement.missing_keys(request):
                        found.setdefault(key.lower(), key)
    return tuple(sorted(found.values(), key=str.lower))
