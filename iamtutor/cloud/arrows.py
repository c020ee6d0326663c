"""Who reaches what in a world: an arrow for each caller and each role or resource of which some policy speaks.

Every arrow is worked out by proof: an open one has a request that the evaluator allows, a blocked one a request that
some policy grants and another takes away. Where nothing speaks for an access there is no arrow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from iamtutor.access import Decision, EffectivePolicies, Layer, NamedPolicy, Request, Settings, Verdict, decide
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.entities import Address
from iamtutor.cloud.gather import identity_policies, policies_at, resource_policy
from iamtutor.cloud.key_domains import key_domains
from iamtutor.cloud.parties import EVERYTHING, TARGETS, Party, PartyKind, assumed, caller_of, welcoming
from iamtutor.cloud.references import entity
from iamtutor.cloud.speaking import speaks_of, speaks_to
from iamtutor.cloud.universe import Place, globs_of, known_resources
from iamtutor.policy import Effect, PolicyDocument
from iamtutor.reason.actions import WELL_KNOWN, Actions, numbers_in
from iamtutor.reason.budget import Budget, never
from iamtutor.reason.difference import Scope
from iamtutor.reason.domain import NEVER, Domain, Hints, KeyDomain, KeyDomains
from iamtutor.reason.known_keys import known_keys
from iamtutor.reason.reachable import reached_groups
from iamtutor.reason.reaching import reach
from iamtutor.reason.witness import Witness

if TYPE_CHECKING:
    from iamtutor.cloud.world import World


class Way(StrEnum):
    """How an arrow stands: open without conditions for some request, open only where a condition holds, blocked, unproved."""

    OPEN = "open"
    CONDITIONAL = "conditional"
    BLOCKED = "blocked"
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True)
class Arrow:
    """From a caller to what it may reach, by their ids; `decision` is that of a request which shows it."""

    source: str
    target: str
    way: Way
    decision: Decision | None = None

    @property
    def is_open(self) -> bool:
        """Whether some request goes through."""
        return self.way in (Way.OPEN, Way.CONDITIONAL)


class Reached(NamedTuple):
    """The actions of which some request is allowed: a bare one, or only one whose sender meets a condition.

    The best known come first. Of `unproved` actions it stays open.
    """

    bare: tuple[str, ...] = ()
    conditional: tuple[str, ...] = ()
    unproved: tuple[str, ...] = ()


def arrows(
    world: World, everyone: tuple[Party, ...], actions: Actions, cancelled: Callable[[], bool] = never
) -> Iterator[Arrow]:
    """The arrows between these parties, caller by caller. Raises CancelledError."""
    for source in everyone:
        yield from arrows_of(world, source, everyone, actions, cancelled)


def arrows_of(
    world: World,
    source: Party,
    everyone: tuple[Party, ...],
    actions: Actions,
    cancelled: Callable[[], bool] = never,
) -> Iterator[Arrow]:
    """The arrows of one caller. Raises CancelledError."""
    calling = caller_of(world, source)
    if calling is None:
        return
    for target in everyone:
        if target.kind in TARGETS:
            found = _Asked(world, calling, target, actions, cancelled).arrow(source)
            if found is not None:
                yield found


def reached(world: World, source: Party, target: Party, actions: Actions) -> Reached:
    """With which actions a caller reaches a target: of each some request at least is allowed."""
    calling = caller_of(world, source)
    if calling is None:
        return Reached()
    asked = _Asked(world, calling, target, actions, never)
    scope = asked.scope()
    found = reach(asked.policies, scope, actions.every)
    proved = found.something & ~found.unproved
    bare_keys = replace(scope.domain, keys=_without_choice(scope.domain.keys))
    bare = proved & reach(asked.policies, replace(scope, domain=bare_keys), proved).something

    def names(bits: int) -> tuple[str, ...]:
        several = (actions.names[number] for number in numbers_in(bits))
        return tuple(sorted(several, key=lambda name: WELL_KNOWN.get(name.lower(), len(WELL_KNOWN))))

    return Reached(names(bare), names(proved & ~bare), names(found.something & found.unproved))


def _without_choice(keys: KeyDomains) -> KeyDomains:
    """The keys of a request whose sender adds none: what follows from caller and resource, and what is always there."""

    def bare(key: str, action: str | None) -> KeyDomain:
        domain = keys(key, action)
        return domain if domain.settled or not domain.absent else NEVER

    return bare


class _Asked:
    """One caller before one target."""

    def __init__(
        self, world: World, calling: Caller, target: Party, actions: Actions, cancelled: Callable[[], bool]
    ) -> None:
        address = target.address
        assert address is not None
        self.world = world
        self.calling = calling
        self.target = target
        self.address: Address = address
        self.actions = actions
        self.cancelled = cancelled
        self.owner = entity(world, address)
        self.service = "sts" if target.kind is PartyKind.ROLE else self.owner.arn.split(":", 3)[2]
        self.account = world.accounts[address.account].id
        self.resource = resource_policy(self.owner, self.service)
        self.identity = assumed(calling) if calling.account is None else identity_policies(world, calling)

    @property
    def policies(self) -> EffectivePolicies:
        """Everything that decides."""
        return policies_at(
            self.world, self.calling, self.address, self.account, self.service, {}, assumed(self.calling)
        )

    def scope(self) -> Scope:
        """Every request of the caller for the target, by no endpoint of the world."""
        place = Place(self.address, self.account, frozenset({self.service}), globs_of(self.owner), {})
        domain = Domain(
            self.account,
            key_domains(self.world, self.calling, place, known_keys(self.actions)),
            arn_account=self.account,
            within=place.within,
            services=place.services,
            hints=Hints(known_resources(self.world, self.address)),
        )
        return Scope(self.calling.principal, domain, self.actions)

    def arrow(self, source: Party) -> Arrow | None:
        """The arrow; None where no policy speaks for any access."""
        if not self._is_spoken_of():
            return None
        scope = self.scope()
        shown: Witness | None = None
        is_open = True
        for group in reached_groups(self.policies, scope, Budget(cancelled=self.cancelled)):
            if group.witness is None:
                is_open = False
            elif not _needs_context(group.witness, self.policies):
                return Arrow(source.id, self.target.id, Way.OPEN, group.witness.allowed)
            else:
                shown = shown or group.witness
        if shown is not None:
            return Arrow(source.id, self.target.id, Way.CONDITIONAL, shown.allowed)
        if not is_open:
            return Arrow(source.id, self.target.id, Way.UNPROVED)
        blocked = self._blocked(scope)
        return None if blocked is None else Arrow(source.id, self.target.id, Way.BLOCKED, blocked)

    def _is_spoken_of(self) -> bool:
        """Whether an arrow is possible at all.

        Where the target's own policy must say yes and does not, only policies that name the target make one: an
        administrator's "everything" is no half of a way to whatever there is in other accounts, nor is everybody's
        permission one for those whose account gives none.
        """
        principal = self.calling.principal
        if self.resource is not None and speaks_to(self.resource, principal):
            is_welcome = not self._is_foreign or speaks_to(self.resource, principal, by_name=True)
            return is_welcome or speaks_of(self.identity, self.owner.arn, self.service)
        must_be_welcome = self.target.kind is PartyKind.ROLE or self._is_foreign
        return speaks_of(self.identity, self.owner.arn, self.service, by_name=must_be_welcome)

    @property
    def _is_foreign(self) -> bool:
        """Whether both accounts must say yes."""
        principal = self.calling.principal
        return principal.has_identity and principal.account != self.account

    def _blocked(self, scope: Scope) -> Decision | None:
        """The refusal of a request that the caller's policies, or the resource's, grant by themselves."""
        for policies in self._halves():
            for group in reached_groups(policies, scope, Budget(cancelled=self.cancelled)):
                if group.witness is None:
                    continue
                refused = decide(group.witness.request, self.policies)
                if not refused.allowed and not (_is_for_all(group.witness.allowed) and _is_only_unwelcome(refused)):
                    return refused
        return None

    def _halves(self) -> Iterator[EffectivePolicies]:
        principal = self.calling.principal
        settings = Settings()
        if self.calling.account is not None and self.identity:
            own = tuple(_allowing(policy) for policy in self.identity)
            yield EffectivePolicies(identity=own, resource=welcoming(principal.account or ""), settings=settings)
        if self.resource is not None:
            identity = (EVERYTHING,) if self._is_foreign else ()
            yield EffectivePolicies(identity=identity, resource=_allowing(self.resource), settings=settings)


def _needs_context(witness: Witness, policies: EffectivePolicies) -> bool:
    """Whether the request takes a condition key that its sender chose."""
    if not witness.context:
        return False
    request = witness.request
    chosen = {key.lower() for key in witness.context}
    rest = {key: value for key, value in request.written.items() if key.lower() not in chosen}
    bare = Request(request.principal, request.action, request.resource, request.resource_account, rest)
    return not decide(bare, policies).allowed


@lru_cache(maxsize=1024)
def _allowing(policy: NamedPolicy) -> NamedPolicy:
    """A policy without its Denies."""
    document = policy.document
    kept = tuple(statement for statement in document.statements if statement.effect is Effect.ALLOW)
    return NamedPolicy(policy.name, PolicyDocument(document.version, document.id, kept, document.span), policy.arn)


def _is_for_all(decision: Decision) -> bool:
    """Whether the caller's own policies grant it by a statement about every resource there is."""
    granting = [
        compiled.statement
        for level in decision.policies.levels(Layer.IDENTITY)
        for policy in level.policies
        for compiled in policy.statements
        if any(ref.layer is Layer.IDENTITY and ref.span == compiled.statement.span for ref in decision.statements)
    ]
    patterns = [text.value for each in granting if each.resource is not None for text in each.resource.patterns]
    return bool(patterns) and all(value == "*" for value in patterns)


def _is_only_unwelcome(refused: Decision) -> bool:
    """Whether nothing forbids it, and the resource's policy just does not say yes."""
    return refused.verdict is Verdict.IMPLICITLY_DENIED and refused.layer is Layer.RESOURCE and not refused.blocked_by
