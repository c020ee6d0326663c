"""Statements whose meaning AWS leaves open: an Allow with NotPrincipal, which it does not support.

The evaluator takes such a statement to grant nothing; older pages, and Access Analyzer's ALLOW_WITH_NOT_PRINCIPAL, take
it to let in everybody who is not named. A proof must hold however it is read: for nobody, and for whomever.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace

from iamtutor.access.effective import EffectivePolicies, NamedPolicy
from iamtutor.access.layer import Layer
from iamtutor.policy.document import Effect, PrincipalElement, PrincipalEntry, PrincipalType, Statement

_LAYERS = (Layer.RESOURCE, Layer.ENDPOINT)
"""The layers whose Allows name principals and count. RCPs take nothing but ``"Principal": "*"``."""

OtherReading = tuple[EffectivePolicies, EffectivePolicies]


def is_doubtful(statement: Statement) -> bool:
    """Whether it is an Allow with NotPrincipal."""
    return statement.effect is Effect.ALLOW and statement.principal is not None and statement.principal.negated


def for_everybody(statement: Statement) -> Statement:
    """The statement at its widest: as if its principal were ``"*"``."""
    assert statement.principal is not None
    span = statement.principal.span
    return replace(statement, principal=PrincipalElement(False, (PrincipalEntry(PrincipalType.ANY, "*", span),), span))


def other_readings(first: EffectivePolicies, second: EffectivePolicies) -> Iterator[OtherReading]:
    """The readings that could still show a difference where there is none as the evaluator reads.

    A doubtful statement of the first side alone is read for everybody there. One that stands on both sides means the
    same on both, so that it is read for everybody on both at once. Where nothing is allowed in these readings (each
    caller is either let in by a statement or not), nothing is in any.
    """
    of_first = {_meaning(each) for each in _doubtful(first)}
    if not of_first:
        return
    shared = of_first & {_meaning(each) for each in _doubtful(second)}
    if of_first - shared:
        yield _read_for_everybody(first, lambda each: _meaning(each) not in shared), second
    if shared:
        yield (
            _read_for_everybody(first, lambda each: _meaning(each) in shared),
            _read_for_everybody(second, lambda each: _meaning(each) in shared),
        )


def _doubtful(policies: EffectivePolicies) -> Iterator[Statement]:
    for layer in _LAYERS:
        for policy in policies.policies(layer):
            yield from (each.statement for each in policy.statements if is_doubtful(each.statement))


def _meaning(statement: Statement) -> Hashable:
    """What a statement says, wherever it stands."""
    assert statement.principal is not None
    resource = statement.resource
    return (
        tuple((entry.type, entry.value) for entry in statement.principal.entries),
        (statement.action.negated, tuple(text.value for text in statement.action.patterns)),
        None if resource is None else (resource.negated, tuple(text.value for text in resource.patterns)),
        tuple((each.operator, each.key, tuple(text.value for text in each.values)) for each in statement.conditions),
    )


def _read_for_everybody(policies: EffectivePolicies, which: Callable[[Statement], bool]) -> EffectivePolicies:
    def read(policy: NamedPolicy) -> NamedPolicy:
        document = policy.document
        if not any(is_doubtful(each) for each in document.statements):
            return policy
        statements = tuple(
            for_everybody(each) if is_doubtful(each) and which(each) else each for each in document.statements
        )
        return NamedPolicy(policy.name, replace(document, statements=statements), policy.arn)

    def at(layer: Layer) -> list[list[NamedPolicy]]:
        change = read if layer in _LAYERS else lambda policy: policy
        return [[change(each.policy) for each in level.policies] for level in policies.levels(layer)]

    def flat(layer: Layer) -> list[NamedPolicy]:
        return [policy for level in at(layer) for policy in level]

    return EffectivePolicies(
        identity=flat(Layer.IDENTITY),
        boundary=next(iter(flat(Layer.BOUNDARY)), None),
        session=flat(Layer.SESSION),
        resource=next(iter(flat(Layer.RESOURCE)), None),
        scp=at(Layer.SCP),
        rcp=at(Layer.RCP),
        endpoint=flat(Layer.ENDPOINT),
        settings=policies.settings,
    )
