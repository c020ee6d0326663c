"""Policies cut down to one statement that allows and one principal of it, with every Deny kept.

Across accounts, and for callers without an identity, a resource policy allows by one statement alone: what the slices
allow together is what the whole policy allows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from iamtutor.access import EffectivePolicies, Layer, NamedPolicy, Principal, PrincipalKind, Settings
from iamtutor.access.effective import CompiledPolicy
from iamtutor.policy import (
    Effect,
    PolicyDocument,
    PolicyKind,
    PrincipalElement,
    PrincipalEntry,
    Statement,
    read,
)
from iamtutor.reason.doubtful import for_everybody, is_doubtful


@dataclass(frozen=True, slots=True, eq=False)
class Slice:
    """One statement that allows, and one of the principals it names; `policy` is the policy cut down to that.

    `doubtful`: the statement is an Allow with NotPrincipal, here read at its widest, for everybody.
    """

    statement: Statement
    entry: PrincipalEntry
    policy: NamedPolicy
    doubtful: bool = False


def slices(policy: NamedPolicy) -> Iterator[Slice]:
    """The slices of a resource policy, in the order of its text."""
    document = policy.document
    denies = tuple(statement for statement in document.statements if statement.effect is Effect.DENY)
    for statement in document.statements:
        doubtful = is_doubtful(statement)
        element = for_everybody(statement).principal if doubtful else statement.principal
        if statement.effect is not Effect.ALLOW or element is None:
            continue
        for entry in dict.fromkeys(element.entries):
            only = replace(statement, principal=PrincipalElement(False, (entry,), element.span))
            cut = PolicyDocument(document.version, document.id, (only, *denies), document.span)
            yield Slice(statement, entry, NamedPolicy(policy.name, cut, policy.arn), doubtful)


def with_resource_policy(
    policies: EffectivePolicies, principal: Principal, resource: NamedPolicy, *, public_access_blocked: bool
) -> EffectivePolicies:
    """Everything that binds a caller from outside, whose own account allows it everything, by another resource policy.

    A federated user has only what a session policy passes on; it is taken to pass on everything.
    """
    everything = (_everything(),)
    settings = policies.settings
    return EffectivePolicies(
        identity=everything if principal.has_identity else (),
        session=everything if principal.kind is PrincipalKind.FEDERATED_USER else (),
        resource=resource,
        rcp=_levels(policies, Layer.RCP),
        endpoint=_named(policies.policies(Layer.ENDPOINT)),
        settings=Settings(public_access_blocked, settings.management_account, settings.aws_managed_key),
    )


def _levels(policies: EffectivePolicies, layer: Layer) -> tuple[tuple[NamedPolicy, ...], ...]:
    return tuple(_named(level.policies) for level in policies.levels(layer))


def _named(compiled: tuple[CompiledPolicy, ...]) -> tuple[NamedPolicy, ...]:
    return tuple(each.policy for each in compiled)


@lru_cache(maxsize=1)
def _everything() -> NamedPolicy:
    """What another account is taken to grant: nobody in the zone of trust can prevent it."""
    text = '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}'
    document = read(text, PolicyKind.IDENTITY).document
    assert document is not None
    return NamedPolicy("everything", document)
