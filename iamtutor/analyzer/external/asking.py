"""One question: can a party from outside do something at a place, by one statement and one of its action patterns?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, Request, decide
from iamtutor.access.public_access import is_blocked
from iamtutor.analyzer.external.parties import Outside, Party
from iamtutor.analyzer.external.party_keys import party_keys
from iamtutor.analyzer.external.results import OpenReason, Shown
from iamtutor.analyzer.external.slices import Slice, with_resource_policy
from iamtutor.analyzer.external.telling_apart import conditions_in
from iamtutor.analyzer.external.zone import Zone
from iamtutor.cloud import Address, World
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.gather import policies_at, resource_policy
from iamtutor.cloud.key_domains import key_domains
from iamtutor.cloud.references import entity
from iamtutor.cloud.universe import Place, globs_of, known_resources
from iamtutor.reason.actions import Actions
from iamtutor.reason.budget import Budget
from iamtutor.reason.certain_caller import CALLER_KEYS, certain_principal
from iamtutor.reason.difference import Scope
from iamtutor.reason.domain import Domain, Hints
from iamtutor.reason.known_keys import known_keys
from iamtutor.reason.mentioned import mentioned_in
from iamtutor.reason.reachable import ReachedGroup, reached_groups
from iamtutor.reason.unknown import UndecidedError
from iamtutor.reason.witness import Witness


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource with a policy of its own: where it lives, whose it is, and the service that its policy decides for."""

    world: World
    zone: Zone
    address: Address
    arn: str
    account: str
    service: str
    policy: NamedPolicy

    def places(self) -> Iterator[Place]:
        """The resource, reached without an endpoint of the world, and through each where networks count."""
        owner = entity(self.world, self.address)
        services = frozenset({self.service})
        ways: tuple[str | None, ...] = (None,)
        if any("sourcevpc" in key for key in mentioned_in((self.binding(None),)).keys):
            ways = (None, *self.world.endpoints)
        for way in ways:
            yield Place(self.address, self.account, services, globs_of(owner), {}, way)

    def binding(self, endpoint: str | None) -> EffectivePolicies:
        """Everything that decides for a caller from outside, through an endpoint of the world or none."""
        given = {} if endpoint is None else {"aws:SourceVpce": endpoint}
        nobody = Caller(Principal.anonymous())
        return policies_at(self.world, nobody, self.address, self.account, self.service, given)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one pattern opens: a request that goes through, or nothing (proved, unless something stays open)."""

    shown: Shown | None = None
    unknown: OpenReason | None = None
    about: str = ""


def with_policy_of(world: World, zone: Zone, address: Address) -> Resource | None:
    """The resource at an address; None where it has no policy of its own."""
    owner = entity(world, address)
    service = "sts" if owner.arn.split(":", 3)[2] == "iam" else owner.arn.split(":", 3)[2]
    policy = resource_policy(owner, service)
    if policy is None:
        return None
    return Resource(world, zone, address, owner.arn, world.accounts[address.account].id, service, policy)


def ask(resource: Resource, cut: Slice, pattern: str, actions: Actions) -> Answer:
    """The first party from outside that gets through by an action pattern; those whom nobody names are tried first.

    What stays open before somebody gets through is said beside it: the access may be wider than it is shown to be.
    """
    still_open = Answer()
    for place in resource.places():
        try:
            for party in _parties(resource, cut, place):
                answer = _ask(resource, cut, pattern, actions, place, party)
                if answer.shown is not None:
                    return replace(still_open, shown=answer.shown)
                still_open = answer if still_open.unknown is None else still_open
        except UndecidedError as error:
            still_open = Answer(None, OpenReason(error.reason.value), error.about)
    return still_open


def _parties(resource: Resource, cut: Slice, place: Place) -> Iterator[Party]:
    """Nobody comes unnamed through an endpoint of the world: whose network it is can be told."""
    sliced = with_resource_policy(
        resource.binding(place.endpoint), Principal.anonymous(), cut.policy, public_access_blocked=False
    )
    outside = Outside(resource.world, resource.zone, sliced, resource.service)
    for party in outside.for_entry(cut.entry):
        yield party if place.endpoint is None else replace(party, unnamed=False)


def _ask(resource: Resource, cut: Slice, pattern: str, actions: Actions, place: Place, party: Party) -> Answer:
    binding = resource.binding(place.endpoint)
    if binding.settings.block_public_access and is_blocked(_sample(resource, party), binding):
        return Answer()
    principal = party.principal
    sliced = with_resource_policy(binding, principal, cut.policy, public_access_blocked=False)
    whole = with_resource_policy(
        binding, principal, resource.policy, public_access_blocked=binding.settings.block_public_access
    )
    base = key_domains(resource.world, Caller(principal), place, known_keys(actions))
    domain = Domain(
        place.account,
        party_keys(resource.world, party, conditions_in(sliced), resource.zone.accounts, base),
        arn_account=place.account,
        within=place.within,
        services=place.services,
        hints=Hints(known_resources(resource.world, resource.address)),
    )
    unknown = Answer()
    for reached in reached_groups(sliced, Scope(principal, domain, actions), Budget(), pattern):
        answer = _answered(reached, party, whole)
        if answer.shown is not None:
            return answer
        unknown = answer
    return unknown


def _answered(reached: ReachedGroup, party: Party, whole: EffectivePolicies) -> Answer:
    """A witness of the slice, made again with the very caller whom its keys describe and decided by the whole policy."""
    if reached.witness is None:
        assert reached.unknown is not None
        return Answer(None, OpenReason(reached.unknown.value), reached.about)
    request = _made_certain(reached.witness, party)
    decision = decide(request, whole)
    if not decision.allowed:
        return Answer(None, OpenReason.MISMATCH, f"{request.action} {request.resource}")
    return Answer(Shown(request, decision, party.unnamed))


def _made_certain(witness: Witness, party: Party) -> Request:
    """The request of the caller whose name and ARN the keys chose."""
    request = witness.request
    principal = certain_principal(request) if party.stands_for_many else party.principal
    context = {key: value for key, value in request.written.items() if key.lower() not in CALLER_KEYS}
    return Request(principal, request.action, request.resource, request.resource_account, context)


def _sample(resource: Resource, party: Party) -> Request:
    return Request(party.principal, f"{resource.service}:Example", resource.arn, resource.account)
