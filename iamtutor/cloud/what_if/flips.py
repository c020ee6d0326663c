"""The single changes after which a decision differs: a value of the context, another caller, a statement less.

Each is tried out by the evaluator, within a counted number of steps; none is guessed. A step is one statement that may
have to be looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from iamtutor.access import Decision, Layer, Request
from iamtutor.access.layer import POLICY_LAYERS
from iamtutor.access.trace import LayerTrace
from iamtutor.cloud.context import Value
from iamtutor.cloud.key_domains import key_domains
from iamtutor.cloud.references import UnknownReferenceError, owner_of
from iamtutor.cloud.universe import Place
from iamtutor.cloud.what_if.suggestions import caller_references, keys_asked, values_for
from iamtutor.cloud.what_if.variation import EPOCH, Variation, decide_variation, effective
from iamtutor.policy import Statement
from iamtutor.policy.arn import Arn
from iamtutor.reason.budget import Budget, ExhaustedError, never
from iamtutor.reason.domain import KeyDomain, KeyDomains, free_keys

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

STEPS: Final = 60_000
"""Steps in which the changes are looked for: about a thousand decisions over sixty statements."""
_VALUES_A_KEY: Final = 2
_TAGS: Final = ("aws:principaltag/", "aws:resourcetag/", "s3:existingobjecttag/", "s3:buckettag/")
"""Keys that follow from caller or resource, and are still changed by one act: somebody sets another tag."""


@dataclass(frozen=True, slots=True)
class KeyChange:
    """A key of the context holds another value, or (None) is not there."""

    key: str
    value: Value | None


@dataclass(frozen=True, slots=True)
class CallerChange:
    """Somebody else asks."""

    caller: str


@dataclass(frozen=True, slots=True)
class Removal:
    """A statement is gone."""

    layer: Layer
    policy: str
    statement: Statement


Change = KeyChange | CallerChange | Removal


@dataclass(frozen=True, slots=True)
class Flip:
    """A change, the request as it then is, and what is decided then."""

    change: Change
    variation: Variation
    decision: Decision


@dataclass(frozen=True, slots=True)
class Flips:
    """What was found; not `complete` where the steps did not suffice for everything."""

    found: tuple[Flip, ...]
    complete: bool


def flips(
    world: World,
    variation: Variation,
    keys: KeyDomains = free_keys,
    *,
    steps: int = STEPS,
    cancelled: Callable[[], bool] = never,
) -> Flips:
    """Every single change that was found after which the request is allowed where it was denied, or the other way.

    `keys` is what the catalogue knows of condition keys. Raises UnknownReferenceError where the variation names nobody,
    and CancelledError.
    """
    search = _Search(world, variation, keys, Budget(steps, cancelled))
    found: list[Flip] = []
    try:
        for each in search.all():
            found.append(each)
    except ExhaustedError:
        return Flips(tuple(found), complete=False)
    return Flips(tuple(found), complete=True)


class _Search:
    def __init__(self, world: World, variation: Variation, keys: KeyDomains, budget: Budget) -> None:
        self._world = world
        self._variation = variation
        self._budget = budget
        self._request, self._policies = effective(world, variation)
        self._before = decide_variation(world, variation)
        self._cost = 1 + sum(
            level.allows.size + level.denies.size for layer in POLICY_LAYERS for level in self._policies.levels(layer)
        )
        self._domains = domains_at(world, variation, self._request, keys)

    def all(self) -> Iterator[Flip]:
        yield from self._keys()
        yield from self._removals()
        yield from self._callers()

    def _tried(self, change: Change, variation: Variation) -> Flip | None:
        self._budget.spend(self._cost)
        try:
            decision = decide_variation(self._world, variation)
        except UnknownReferenceError:
            return None
        return Flip(change, variation, decision) if decision.allowed != self._before.allowed else None

    def _keys(self) -> Iterator[Flip]:
        request, policies = self._request, self._policies
        for key in keys_asked(request, policies):
            domain = self._domains(key)
            if domain is None:
                continue
            present = request.context.get(key.lower())
            candidates: list[Value | None] = [*values_for(self._world, key, request, policies, domain)]
            if domain.absent and present is not None:
                candidates.append(None)
            count = 0
            for value in candidates:
                if value == present or (value is not None and count >= _VALUES_A_KEY):
                    continue
                flip = self._tried(KeyChange(key, value), self._variation.with_key(key, value))
                if flip is not None:
                    count += 1
                    yield flip

    def _removals(self) -> Iterator[Flip]:
        seen: list[Statement] = []
        for layer in self._before.trace.layers:
            for change in _statements_of(layer):
                if any(change.statement is each for each in seen):
                    continue
                seen.append(change.statement)
                flip = self._tried(change, self._variation.without_statement(change.statement))
                if flip is not None:
                    yield flip

    def _callers(self) -> Iterator[Flip]:
        own = self._request.principal
        for reference in caller_references(self._world, self._policies):
            if reference == self._variation.caller:
                continue
            try:
                calling = self._world.caller(reference)
            except UnknownReferenceError:
                continue
            if calling.session is None and calling.principal == own:
                continue
            flip = self._tried(CallerChange(reference), replace(self._variation, caller=reference))
            if flip is not None:
                yield flip


def _statements_of(layer: LayerTrace) -> Iterator[Removal]:
    """The statements of a layer, but for those of AWS's own policies, which nobody can edit."""
    for policy in layer.policies:
        arn = Arn.parse(policy.arn) if policy.arn is not None else None
        if arn is None or arn.account != "aws":
            for each in policy.statements:
                yield Removal(layer.layer, policy.name, each.statement)


def domains_at(
    world: World, variation: Variation, request: Request, keys: KeyDomains
) -> Callable[[str], KeyDomain | None]:
    """What a key may hold in this request; None where it follows from caller and resource and cannot be chosen."""
    calling = world.caller(variation.caller)
    owner = owner_of(world, request.resource)
    endpoint = world.endpoint_in(variation.context)
    name = endpoint.name if endpoint is not None and endpoint.name in world.endpoints else None
    place = Place(owner, request.resource_account or "", None, None, {}, name)
    of_world = key_domains(world, calling, place, keys)

    def domain(key: str) -> KeyDomain | None:
        lower = key.lower()
        if lower == EPOCH.lower():
            return None
        if lower.startswith(_TAGS):
            return replace(keys(lower, request.action_key), fixed=None, present=True, absent=True)
        if lower == "aws:sourcevpce":
            return keys(lower, request.action_key)
        found = of_world(lower, request.action_key)
        return None if found.settled else found

    return domain
