"""A request that shows a difference: built from an assignment, replayed through the evaluator, and made small."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from iamtutor.access import Decision, EffectivePolicies, Principal, Request, decide
from iamtutor.policy.variables import ContextValue
from iamtutor.reason.agreeing import agrees


@dataclass(frozen=True, slots=True)
class Witness:
    """A request that one side allows and the other does not, with both decisions of the evaluator.

    `context` are the condition keys that were chosen, as policies write them; what follows from the caller or the
    resource is in the request alone.
    """

    request: Request
    context: Mapping[str, ContextValue]
    allowed: Decision
    refused: Decision


@dataclass(frozen=True, slots=True)
class Asked:
    """The parts of a request: what is fixed beforehand (`follows`) and what was chosen."""

    principal: Principal
    action: str
    resource: str
    account: str | None
    follows: Mapping[str, ContextValue]
    chosen: Mapping[str, ContextValue]

    @property
    def context(self) -> dict[str, ContextValue]:
        """The keys of the request, but for what the evaluator fills in by itself."""
        return {**self.follows, **self.chosen}

    def request(self) -> Request:
        """The request that the evaluator decides."""
        return Request(self.principal, self.action, self.resource, self.account, self.context)

    def without(self, key: str) -> Asked:
        """The same without one of the chosen keys."""
        chosen = {name: value for name, value in self.chosen.items() if name != key}
        return Asked(self.principal, self.action, self.resource, self.account, self.follows, chosen)

    def changed(self, values: Mapping[str, ContextValue | None]) -> Asked:
        """The same with other values of keys, None taking one away."""
        chosen = {**self.chosen, **{key: value for key, value in values.items() if value is not None}}
        gone = {key for key, value in values.items() if value is None}
        chosen = {key: value for key, value in chosen.items() if key not in gone}
        return Asked(self.principal, self.action, self.resource, self.account, self.follows, chosen)

    def on(self, resource: str) -> Asked:
        """The same on another resource."""
        return Asked(self.principal, self.action, resource, self.account, self.follows, self.chosen)


def replayed(asked: Asked, first: EffectivePolicies, second: EffectivePolicies) -> Witness | None:
    """The witness, if the evaluator allows the request by `first` and refuses it by `second`."""
    request = asked.request()
    allowed = decide(request, first)
    if not allowed.allowed:
        return None
    refused = decide(request, second)
    return None if refused.allowed else Witness(request, dict(asked.chosen), allowed, refused)


def smallest(
    asked: Asked, first: EffectivePolicies, second: EffectivePolicies, needed: Iterable[str] = ()
) -> Witness | None:
    """The witness without the context keys that it does not take; `needed` keys are always part of such a request."""
    witness = replayed(asked, first, second)
    if witness is None:
        return None
    for key in tuple(asked.chosen):
        if key in needed:
            continue
        fewer = asked.without(key)
        found = replayed(fewer, first, second) if agrees(fewer.chosen) else None
        if found is not None:
            asked, witness = fewer, found
    return witness
