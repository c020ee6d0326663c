"""How the layers make one decision: the one description that the evaluator and the reasoning read.

An explicit Deny in any layer that applies decides first. Then every filter must allow, and one grant must be whole:
each of its needs names a layer, and for the resource policy the ways of naming the caller that count for it.

Follows https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html
and https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from iamtutor.access.layer import Layer
from iamtutor.access.naming import Naming
from iamtutor.access.principal import PrincipalKind


class Situation(NamedTuple):
    """What the shape of a decision depends on.

    `delegates`: the resource's own policy must name the account before identity policies count there (KMS keys, and
    role trust policies). `empty_federation`: a GetFederationToken session for which no session policy was passed.
    """

    caller: PrincipalKind
    same_account: bool
    delegates: bool = False
    empty_federation: bool = False


class Need(NamedTuple):
    """One thing that a grant needs: an Allow of `layer`; for the resource policy one that names the caller so.

    With `limits` the layer only takes away (boundary, session policy): where it holds no policy, nothing is needed.
    """

    layer: Layer
    namings: frozenset[Naming] | None = None
    limits: bool = False


class Grant(NamedTuple):
    """One way to be allowed: all `needs` together. `layer` is the layer that a decision by this grant names.

    `impossible` is a layer that can never allow here (a federated session without a session policy has no identity
    permissions, whatever its user's policies say); it is named where the grant fails.
    """

    layer: Layer
    needs: tuple[Need, ...]
    impossible: Layer | None = None


class Composition(NamedTuple):
    """The layers that take part, the filters that must all allow, and the grants of which one must be whole."""

    layers: tuple[Layer, ...]
    filters: tuple[Layer, ...]
    grants: tuple[Grant, ...]


FILTERS = (Layer.RCP, Layer.SCP, Layer.ENDPOINT)
OWN_LAYERS = (Layer.IDENTITY, Layer.BOUNDARY, Layer.SESSION)
LIMITS = (Need(Layer.BOUNDARY, limits=True), Need(Layer.SESSION, limits=True))
ANY_NAMING = frozenset(Naming)
_DIRECT = frozenset({Naming.DIRECT})
_DIRECT_OR_ANY = frozenset({Naming.DIRECT, Naming.ANY})
_ROLE_OR_USER = frozenset({Naming.ROLE, Naming.USER})
_ROLE = frozenset({Naming.ROLE})
_ACCOUNT = frozenset({Naming.ACCOUNT})


@lru_cache(maxsize=256)
def compose(situation: Situation) -> Composition:
    """The composition for a situation."""
    caller = situation.caller
    if caller in (PrincipalKind.ANONYMOUS, PrincipalKind.SERVICE, PrincipalKind.PROVIDER):
        return Composition((*FILTERS, Layer.RESOURCE), FILTERS, (_resource_grant(caller),))
    layers = (*FILTERS, Layer.RESOURCE, *(() if caller is PrincipalKind.ROOT else OWN_LAYERS))
    grants = _same_account(situation) if situation.same_account else (_cross_account(situation),)
    return Composition(layers, FILTERS, grants)


def _resource_grant(caller: PrincipalKind) -> Grant:
    """Callers without an identity have only the resource policy."""
    if caller is PrincipalKind.ANONYMOUS:
        counting = frozenset({Naming.ANY})
    elif caller is PrincipalKind.SERVICE:
        counting = _DIRECT_OR_ANY
    else:
        counting = _DIRECT
    return Grant(Layer.RESOURCE, (Need(Layer.RESOURCE, counting),))


def _same_account(situation: Situation) -> tuple[Grant, ...]:
    trust = (Need(Layer.RESOURCE, _ACCOUNT),) if situation.delegates else ()
    if situation.caller is PrincipalKind.ROOT:
        return (Grant(Layer.ROOT, trust), Grant(Layer.RESOURCE, (Need(Layer.RESOURCE, _DIRECT_OR_ANY),)))
    if situation.empty_federation:
        own = Grant(Layer.IDENTITY, trust, impossible=Layer.SESSION)
        through = Grant(Layer.RESOURCE, (Need(Layer.RESOURCE, _ROLE), *LIMITS))
    else:
        own = Grant(Layer.IDENTITY, (*trust, Need(Layer.IDENTITY), *LIMITS))
        through = Grant(Layer.RESOURCE, (Need(Layer.RESOURCE, _ROLE_OR_USER), *LIMITS))
    named = Grant(Layer.RESOURCE, (Need(Layer.RESOURCE, _DIRECT_OR_ANY),))
    # In this order: where several lack as much, the first is named as what blocked.
    return (own, through, named)


def _cross_account(situation: Situation) -> Grant:
    """Across accounts both sides must allow, and nothing is bypassed."""
    named = Need(Layer.RESOURCE, ANY_NAMING)
    if situation.caller is PrincipalKind.ROOT:
        return Grant(Layer.RESOURCE, (named,))
    if situation.empty_federation:
        return Grant(Layer.RESOURCE, (named,), impossible=Layer.SESSION)
    return Grant(Layer.RESOURCE, (named, Need(Layer.IDENTITY), *LIMITS))
