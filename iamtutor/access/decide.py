"""The decision: what the policies together answer to a request.

The steps are those of the evaluation logic: what the service answers by itself, an explicit Deny anywhere, the filters
(RCP, SCP, endpoint policy), what the service refuses, then the grants of the composition.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from iamtutor.access import public_access, service_rules
from iamtutor.access.compose import Composition, Grant, Need, Situation, compose
from iamtutor.access.effective import CompiledPolicy, EffectivePolicies, Level
from iamtutor.access.layer import POLICY_LAYERS, Layer, Verdict
from iamtutor.access.naming import Naming
from iamtutor.access.principal import PrincipalKind
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

    `missing_context`, `message` and `trace` are worked out when they are first asked for.
    """

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

    @property
    def allowed(self) -> bool:
        """Whether the request goes through."""
        return self.verdict is Verdict.ALLOWED

    @cached_property
    def missing_context(self) -> tuple[str, ...]:
        """The condition keys that matching policies ask for and the request does not carry, each once."""
        return _missing_context(self.request, self.policies)

    @cached_property
    def message(self) -> str | None:
        """The sentence in which AWS would refuse; None where it allows."""
        from iamtutor.access.denial import denial_message

        return denial_message(self)

    @cached_property
    def trace(self) -> Trace:
        """Every layer and statement that was consulted, with its reason."""
        from iamtutor.access.trace import trace_of

        return trace_of(self)

    def __repr__(self) -> str:
        return f"Decision({self.verdict}, {self.layer})"


def decide(request: Request, policies: EffectivePolicies) -> Decision:
    """Decide one request. Pure: the same request and policies give the same decision."""
    if service_rules.always_allowed(request):
        return Decision(request, policies, Verdict.ALLOWED, Layer.SERVICE)
    refusal = service_rules.refused_at_once(request)
    if refusal is not None:
        return Decision(request, policies, Verdict.IMPLICITLY_DENIED, Layer.SERVICE, refusal=refusal)
    evaluation = Evaluation(request, policies)
    denies = evaluation.denies()
    if denies:
        layers = tuple(dict.fromkeys(deny.layer for deny in denies))
        return Decision(request, policies, Verdict.EXPLICITLY_DENIED, layers[0], denies, layers[1:])
    return evaluation.conclude()


class Evaluation:
    """One request meeting its policies: answers, layer by layer, what the composition asks."""

    __slots__ = ("_allows", "composition", "has_boundary", "policies", "request", "same_account")

    def __init__(self, request: Request, policies: EffectivePolicies) -> None:
        self.request = request
        self.policies = policies
        self.has_boundary = bool(policies.boundary)
        self.same_account = request.principal.account == request.resource_account
        self.composition: Composition = compose(self.situation())
        self._allows: dict[Need, StatementRef | bool] = {}

    def situation(self) -> Situation:
        """What the shape of this decision depends on."""
        kind = self.request.principal.kind
        return Situation(
            kind,
            self.same_account,
            self.same_account and service_rules.delegates_to_account(self.request),
            kind is PrincipalKind.FEDERATED_USER and not self.policies.session,
        )

    def applies(self, layer: Layer) -> bool:
        """Whether the layer's policies bind this request at all."""
        if layer not in self.composition.layers:
            return False
        settings = self.policies.settings
        if layer is Layer.SCP:
            return service_rules.bound_by_scp(self.request, settings.management_account)
        if layer is Layer.RCP:
            return service_rules.bound_by_rcp(
                self.request, settings.management_account, aws_managed_key=settings.aws_managed_key
            )
        return True

    def denies(self) -> tuple[StatementRef, ...]:
        """Every Deny that matches, in the order of the layers."""
        found: list[StatementRef] = []
        for layer in POLICY_LAYERS:
            if not self.policies.holds(layer) or not self.applies(layer) or self._is_passed_over(layer):
                continue
            for level in self.policies.levels(layer):
                found.extend(StatementRef(layer, *each) for each in self._matching_denies(level))
        return tuple(found)

    def conclude(self) -> Decision:
        """The decision when no Deny matches."""
        blocked = [layer for layer in self.composition.filters if not self.filter_allows(layer)]
        refusal = service_rules.refused_by_service(self.request)
        if refusal is None and public_access.is_blocked(self.request, self.policies, same_account=self.same_account):
            refusal = Refusal.PUBLIC_ACCESS_BLOCKED
        if refusal is not None:
            blocked.append(Layer.SERVICE)
        grant = next((grant for grant in self.composition.grants if self.is_whole(grant)), None)
        if grant is not None and not blocked:
            return Decision(self.request, self.policies, Verdict.ALLOWED, grant.layer, self._grounds(grant))
        if grant is None:
            blocked.extend(self.nearest_failure())
        return Decision(
            self.request, self.policies, Verdict.IMPLICITLY_DENIED, blocked[0], (), tuple(blocked[1:]), refusal
        )

    def filter_allows(self, layer: Layer) -> bool:
        """Whether a filter lets the request through: some Allow at every level, or it does not apply.

        RCPs always hold the implicit RCPFullAWSAccess, so that they filter by their Denies alone.
        """
        if layer is Layer.RCP or not self.policies.holds_levels(layer) or not self.applies(layer):
            return True
        return all(self._some_allow(level) is not None for level in self.policies.levels(layer))

    def is_whole(self, grant: Grant) -> bool:
        """Whether everything that a grant needs is there."""
        return grant.impossible is None and all(self.meets(need) for need in grant.needs)

    def meets(self, need: Need) -> bool:
        """Whether a layer allows what a grant needs of it; an absent boundary or session policy limits nothing."""
        found = self._allows.get(need)
        if found is None:
            found = self._allows[need] = self._meet(need)
        return found is not False

    def failures(self, grant: Grant) -> list[Layer]:
        """The layers that keep a grant from being whole, in the order in which blockers are named."""
        failed = {need.layer for need in grant.needs if not self.meets(need)}
        if grant.impossible is not None:
            failed.add(grant.impossible)
        return [layer for layer in POLICY_LAYERS if layer in failed]

    def nearest_failure(self) -> list[Layer]:
        """What blocks the grant that lacks least; of several, the first."""
        return min((self.failures(grant) for grant in self.composition.grants), key=len)

    def _meet(self, need: Need) -> StatementRef | bool:
        level = self.policies.levels(need.layer)[0]
        if not level and need.layer in (Layer.BOUNDARY, Layer.SESSION):
            return True
        found = self._some_allow(level, need.namings)
        return False if found is None else StatementRef(need.layer, *found)

    def _grounds(self, grant: Grant) -> tuple[StatementRef, ...]:
        """The statements of the identity and resource policies on which a grant rests."""
        refs = (self._allows.get(need) for need in grant.needs)
        return tuple(
            ref for ref in refs if isinstance(ref, StatementRef) and ref.layer in (Layer.IDENTITY, Layer.RESOURCE)
        )

    def _some_allow(
        self, level: Level, namings: frozenset[Naming] | None = None
    ) -> tuple[CompiledPolicy, CompiledStatement] | None:
        request = self.request
        for policy in level:
            for statement in policy.allows:
                reached = statement.reaches(request.principal, has_boundary=self.has_boundary)
                if not reached or (namings is not None and not reached & namings):
                    continue
                if statement.matches(request):
                    return policy, statement
        return None

    def _matching_denies(self, level: Level) -> Iterator[tuple[CompiledPolicy, CompiledStatement]]:
        request = self.request
        for policy in level:
            for statement in policy.denies:
                if statement.matches(request) and statement.reaches(request.principal, has_boundary=self.has_boundary):
                    yield policy, statement

    def _is_passed_over(self, layer: Layer) -> bool:
        return layer is Layer.RESOURCE and service_rules.recovers_bucket_policy(
            self.request, same_account=self.same_account
        )


def _missing_context(request: Request, policies: EffectivePolicies) -> tuple[str, ...]:
    evaluation = Evaluation(request, policies)
    found: dict[str, str] = {}
    for layer in policies.layers():
        if not evaluation.applies(layer):
            continue
        for level in policies.levels(layer):
            for policy in level:
                for statement in policy.statements:
                    if statement.reaches(request.principal, has_boundary=evaluation.has_boundary):
                        for key in statement.missing_keys(request):
                            found.setdefault(key.lower(), key)
    return tuple(sorted(found.values(), key=str.lower))
