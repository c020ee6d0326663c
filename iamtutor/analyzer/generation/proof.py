"""The proof that a generated policy is right: it allows every request of the trail, and holds nothing that the trail lacks.

The policy is read again from its text and asked through the evaluator, as anybody's policy would be. What belongs to the
resource's side is taken for granted, since an identity policy cannot say it: a policy that lets the caller's account in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from iamtutor.access import EffectivePolicies, NamedPolicy, Principal, PrincipalKind, Request, decide
from iamtutor.analyzer.generation.replay_log import Replay
from iamtutor.analyzer.generation.scope import Scope
from iamtutor.catalog import Catalog
from iamtutor.policy import PolicyDocument, PolicyKind, Statement, read_value
from iamtutor.policy.pattern import Matcher, pattern, pattern_of
from iamtutor.policy.variables import resource_template

_MOST_TOLD: Final = 20


class Pair(NamedTuple):
    """An action and a resource, as the policy or the trail writes them."""

    action: str
    resource: str


class Proof(NamedTuple):
    """What the proof found. `events` counts what the events needed, `requests` the requests that were decided (equal ones mostly once).

    `refused` are requests of the trail that the policy does not allow, `unwitnessed` pairs of the policy that no event
    shows, `unseen` actions that its wildcards allow and the trail does not hold; each of them empty where it holds.
    """

    events: int
    requests: int
    pairs: int
    refused: tuple[Replay, ...]
    unwitnessed: tuple[Pair, ...]
    unseen: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the policy allows all of the trail and nothing else."""
        return not (self.refused or self.unwitnessed or self.unseen)


def prove(document: PolicyDocument, replays: Iterable[Replay], scope: Scope, catalog: Catalog) -> Proof:
    """Decide every request of the trail against the policy, and look for an event behind each pair of the policy."""
    policies = policies_of(document, scope)
    principal = Principal.parse(scope.arn)
    witnesses = _Witnesses(document)
    seen: set[str] = set()
    refused: list[Replay] = []
    events = requests = 0
    for replay in replays:
        events += replay.events
        requests += 1
        seen.add(replay.action)
        if decide(request_of(replay, principal), policies).allowed:
            witnesses.see(replay)
        elif len(refused) < _MOST_TOLD:
            refused.append(replay)
    written = {text.value for each in document.statements for text in each.action.patterns}
    granted = {action for each in written for action in catalog.expand(each)}
    return Proof(
        events, requests, witnesses.count, tuple(refused), tuple(witnesses.left()), tuple(sorted(granted - seen))
    )


def policies_of(document: PolicyDocument, scope: Scope) -> EffectivePolicies:
    """What applies where the caller has this one policy, and the resource leaves it to the caller's account."""
    policy = NamedPolicy("generated", document)
    root = f"arn:{scope.partition}:iam::{scope.account}:root"
    value = {"Effect": "Allow", "Principal": {"AWS": root}, "Action": "*", "Resource": "*"}
    delegating = read_value({"Version": "2012-10-17", "Statement": [value]}, PolicyKind.RESOURCE).document
    session = (policy,) if scope.kind is PrincipalKind.FEDERATED_USER else ()
    assert delegating is not None
    return EffectivePolicies(identity=(policy,), session=session, resource=NamedPolicy("delegating", delegating))


def request_of(replay: Replay, principal: Principal) -> Request:
    """The request of an event, with the context that the record tells."""
    told = {"aws:RequestedRegion": replay.region, "aws:SourceVpce": replay.endpoint}
    if not replay.endpoint:
        told["aws:SourceIp"] = replay.address
    context: Mapping[str, str] = {key: value for key, value in told.items() if value}
    return Request(principal, replay.action, replay.resource, None, context)


class _Witnesses:
    """The pairs of a policy for which no event was seen yet."""

    def __init__(self, document: PolicyDocument) -> None:
        self._left: dict[str, list[tuple[Pair, Matcher, Matcher]]] = {}
        self.count = 0
        for statement in document.statements:
            for pair in _pairs(statement):
                self.count += 1
                pieces = resource_template(pair.resource, substitutes=True).fixed or ()
                row = (pair, pattern(pair.action.lower()), pattern_of(pieces))
                self._left.setdefault(pair.action.partition(":")[0], []).append(row)

    def see(self, replay: Replay) -> None:
        """Take off the pairs that a request shows."""
        service = replay.action.partition(":")[0]
        rows = self._left.get(service)
        if not rows:
            return
        action = replay.action.lower()
        self._left[service] = [row for row in rows if not (row[1](action) and row[2](replay.resource))]

    def left(self) -> list[Pair]:
        """The pairs that no event showed."""
        return [row[0] for rows in self._left.values() for row in rows]


def _pairs(statement: Statement) -> Iterable[Pair]:
    resources = statement.resource.patterns if statement.resource is not None else ()
    for action in statement.action.patterns:
        for resource in resources:
            yield Pair(action.value, resource.value)
