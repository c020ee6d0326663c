"""A request that differs from the one that was asked: another caller, action, resource or context, or a statement less.

A variation is a value; the request that it began with is never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from iamtutor.access import Decision, EffectivePolicies, Layer, NamedPolicy, Request, decide
from iamtutor.access.effective import CompiledPolicy
from iamtutor.cloud.context import Value
from iamtutor.policy import Statement
from iamtutor.policy.operators.date import instant as seconds_of

if TYPE_CHECKING:
    from iamtutor.cloud.world import World

TIME: Final = "aws:CurrentTime"
EPOCH: Final = "aws:EpochTime"


@dataclass(frozen=True, slots=True)
class Variation:
    """Who asks to do what on what, with which keys; references as a world knows them.

    `without` are keys, in lower case, that the request does not carry although the world would fill them in.
    `removed` are statements of policies that are taken to be gone.
    """

    caller: str
    action: str
    resource: str
    context: Mapping[str, Value] = field(default_factory=dict)
    without: frozenset[str] = frozenset()
    removed: tuple[Statement, ...] = ()

    def with_key(self, key: str, value: Value | None) -> Variation:
        """With another value of a key; None takes the key away. A time moves both keys that tell it."""
        if value is not None and key.lower() in (TIME.lower(), EPOCH.lower()) and isinstance(value, str):
            return self._at(key, value)
        if value is None and key.lower() in (TIME.lower(), EPOCH.lower()):
            return self._put(TIME, None)._put(EPOCH, None)
        return self._put(key, value)

    def as_it_comes(self, key: str) -> Variation:
        """With a key as the world fills it in."""
        context = {name: value for name, value in self.context.items() if name.lower() != key.lower()}
        return replace(self, context=context, without=self.without - {key.lower()})

    def without_statement(self, statement: Statement) -> Variation:
        """With a statement less."""
        return replace(self, removed=(*self.removed, statement))

    def value_of(self, key: str) -> Value | None:
        """What was said of a key; None where nothing was."""
        return next((value for name, value in self.context.items() if name.lower() == key.lower()), None)

    def _put(self, key: str, value: Value | None) -> Variation:
        kept = {name: held for name, held in self.context.items() if name.lower() != key.lower()}
        if value is None:
            return replace(self, context=kept, without=self.without | {key.lower()})
        return replace(self, context={**kept, key: value}, without=self.without - {key.lower()})

    def _at(self, key: str, value: str) -> Variation:
        seconds = seconds_of(value)
        if seconds is None:
            return self._put(key, value)
        try:
            moment = datetime.fromtimestamp(int(seconds), UTC)
        except (OverflowError, ValueError, OSError):
            return self._put(key, value)
        written = value if key.lower() == TIME.lower() else moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        return self._put(TIME, written)._put(EPOCH, str(int(seconds)))


def decide_variation(world: World, variation: Variation) -> Decision:
    """Decide it. Raises UnknownReferenceError where it names nobody, or nothing."""
    return decide(*effective(world, variation))


def effective(world: World, variation: Variation) -> tuple[Request, EffectivePolicies]:
    """The request and the policies of a variation. Raises UnknownReferenceError."""
    request, policies = world.effective(variation.caller, variation.resource, variation.action, variation.context)
    if variation.without:
        kept = {key: value for key, value in request.written.items() if key.lower() not in variation.without}
        request = Request(request.principal, request.action, request.resource, request.resource_account, kept)
    if variation.removed:
        policies = policies_without(policies, variation.removed)
    return request, policies


def policies_without(policies: EffectivePolicies, removed: tuple[Statement, ...]) -> EffectivePolicies:
    """The policies with these very statements gone, wherever their document takes part."""
    known: dict[int, NamedPolicy] = {}

    def thinned(compiled: CompiledPolicy) -> NamedPolicy:
        policy = compiled.policy
        found = known.get(id(policy))
        if found is None:
            found = known[id(policy)] = _thinned(policy, removed)
        return found

    def levels(layer: Layer) -> tuple[tuple[NamedPolicy, ...], ...]:
        return tuple(tuple(thinned(each) for each in level.policies) for level in policies.levels(layer))

    def all_of(layer: Layer) -> tuple[NamedPolicy, ...]:
        return tuple(policy for level in levels(layer) for policy in level)

    return EffectivePolicies(
        all_of(Layer.IDENTITY),
        next(iter(all_of(Layer.BOUNDARY)), None),
        all_of(Layer.SESSION),
        next(iter(all_of(Layer.RESOURCE)), None),
        levels(Layer.SCP),
        levels(Layer.RCP),
        all_of(Layer.ENDPOINT),
        policies.settings,
    )


def _thinned(policy: NamedPolicy, removed: tuple[Statement, ...]) -> NamedPolicy:
    statements = policy.document.statements
    kept = tuple(each for each in statements if not any(each is gone for gone in removed))
    if len(kept) == len(statements):
        return policy
    return NamedPolicy(policy.name, replace(policy.document, statements=kept), policy.arn)
