"""The proof itself: the answer's world against the goal's, caller by caller and place by place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from iamtutor.access import EffectivePolicies, NamedPolicy
from iamtutor.catalog import CatalogError
from iamtutor.cloud import World
from iamtutor.cloud.callers import Caller
from iamtutor.cloud.gather import policies_at
from iamtutor.cloud.key_domains import key_domains
from iamtutor.cloud.universe import Place, known_resources, places
from iamtutor.course.placing import SlotText
from iamtutor.course.proof.callers import Asking, callers_of
from iamtutor.course.proof.fault import fault_in
from iamtutor.course.proof.goal import Goal
from iamtutor.course.proof.results import Difference, Proof, ProofVerdict, Way
from iamtutor.course.slot_shape import PlaceShape
from iamtutor.policy import PolicyDocument, PolicyKind, Reading, read
from iamtutor.reason.actions import Actions
from iamtutor.reason.budget import DEFAULT_STEPS, Budget, never
from iamtutor.reason.difference import Scope, first_only, tomorrow_only
from iamtutor.reason.domain import Domain, Hints, KeyDomain, KeyDomains
from iamtutor.reason.known_keys import known_keys
from iamtutor.reason.privilege_score import LeastPrivilege, Pair, least_privilege
from iamtutor.reason.unknown import Reason, UndecidedError


class Standing(NamedTuple):
    """What was written: the world with it in place, and each text as read."""

    world: World
    readings: Mapping[str, Reading]


def prove(
    answer: Standing,
    goal: Goal,
    known: Hints,
    *,
    steps: int = DEFAULT_STEPS,
    cancelled: Callable[[], bool] = never,
) -> Proof:
    """Both directions; `known` are actions and resources of the exercise's requests. Raises CancelledError.

    Each direction has a budget of its own, so that what one finds does not hang on the other.
    """
    try:
        actions = goal.actions
    except CatalogError:
        return Proof(Way(None, Reason.NO_CATALOG), Way(None, Reason.NO_CATALOG))
    floor = _Ways(goal.floor_world, answer.world, goal, answer, known, actions, not goal.asks_for_plain_http)
    ceiling = _Ways(answer.world, goal.ceiling_world, goal, answer, known, actions)
    missing = floor.way(Budget(steps, cancelled), allowing=False)
    excess = ceiling.way(Budget(steps, cancelled), allowing=True)
    if excess.holds and goal.each_alone:
        excess = _alone(answer, goal, known, Budget(steps, cancelled))
    return Proof(missing, excess, ceiling.tomorrow(Budget(steps, cancelled)) if excess.holds else None)


def _alone(answer: Standing, goal: Goal, known: Hints, budget: Budget) -> Way:
    """What some slot allows beyond its ceiling where the others allow everything."""
    open_way = Way()
    for slot in goal.slots:
        reading = answer.readings[slot.key]
        world = goal.alone(slot, SlotText(slot, reading.text, reading))
        ways = _Ways(world, goal.ceilings_alone[slot.key], goal, answer, known, goal.actions)
        way = ways.way(budget, allowing=True)
        if way.difference is not None:
            return Way(replace(way.difference, alone=slot.key))
        open_way = open_way if way.holds else way
    return open_way


def privilege(answer: Standing, goal: Goal, proof: Proof, *, steps: int = DEFAULT_STEPS) -> LeastPrivilege:
    """How near the answer comes to the least privilege that the goal asks for; 100 only where the proof holds.

    Everybody counts whose access the slots concern.
    """
    ways = _Ways(answer.world, goal.ceiling_world, goal, answer, Hints(), goal.actions)
    pairs = (Pair(first, second, scope) for _, scope, first, second in ways.questions())
    return least_privilege(pairs, equal=proof.verdict is ProofVerdict.EQUAL, steps=steps)


class _Ways(NamedTuple):
    """What the first world allows and the second does not; with `over_tls` only of requests that come over TLS."""

    first: World
    second: World
    goal: Goal
    answer: Standing
    known: Hints
    actions: Actions
    over_tls: bool = False

    def way(self, budget: Budget, *, allowing: bool) -> Way:
        """The first difference, none, or what stayed open. `allowing`: the first world is the answer's."""
        open_question: UndecidedError | None = None
        for asking, scope, first, second in self.questions():
            try:
                witness = first_only(first, second, scope, budget)
            except UndecidedError as error:
                open_question = open_question or error
                continue
            if witness is not None:
                mine, other = (witness.allowed, witness.refused) if allowing else (witness.refused, witness.allowed)
                return Way(Difference(asking.reference, witness, fault_in(mine, other, self.answer.readings)))
        if open_question is not None:
            return Way(None, open_question.reason, open_question.about)
        return Way()

    def tomorrow(self, budget: Budget) -> str | None:
        """A pattern by which the first world will allow more one day, where the second will not."""
        found = (tomorrow_only(first, second, scope, budget) for _, scope, first, second in self.questions())
        return next((pattern for pattern in found if pattern is not None), None)

    def questions(self) -> Iterator[tuple[Asking, Scope, EffectivePolicies, EffectivePolicies]]:
        """Every caller and place at which the two worlds' policies are not the same."""
        documents = tuple(self._documents())
        shapes = [slot.place for slot in self.goal.slots]
        tags, endpoints = _asks(documents, "tag/"), _asks(documents, "sourcevpc") or _writes(shapes, "endpoint")
        keys = known_keys(self.actions)
        found: dict[str | None, tuple[Place, ...]] = {}
        for asking in callers_of(self.first, self.goal.callers, (shape.type for shape in shapes), documents):
            other = asking.in_world(self.second)
            home = asking.caller.account.name if asking.caller.account is not None else None
            if home not in found:
                found[home] = places((self.first, self.second), asking.caller, tags=tags, endpoints=endpoints)
            for place in found[home]:
                service = min(place.services) if place.services is not None else ""
                first = _policies(self.first, asking.caller, place, service)
                second = _policies(self.second, other, place, service)
                if first is second:
                    continue
                held = key_domains(self.first, asking.caller, place, keys)
                domain = Domain(
                    place.account,
                    _over_tls(held) if self.over_tls else held,
                    arn_account=place.account,
                    within=place.within,
                    outside=place.outside,
                    services=place.services,
                    hints=self._hints(place),
                    unlisted=False,
                )
                yield asking, Scope(asking.caller.principal, domain, self.actions), first, second

    def _documents(self) -> Iterator[PolicyDocument]:
        """The policies that were written, and those of the goal."""
        for reading in self.answer.readings.values():
            if reading.document is not None:
                yield reading.document
        for texts in (self.goal.floor, self.goal.ceiling):
            for slot in self.goal.slots:
                if slot.place.type != "attachments":
                    document = _read(texts[slot.key])
                    if document is not None:
                        yield document

    def _hints(self, place: Place) -> Hints:
        """What the requests speak of, then everything that the world knows at the place."""
        found = dict.fromkeys((*self.known.resources, *known_resources(self.first, place.owner)))
        return Hints(tuple(found), self.known.actions)


def _over_tls(keys: KeyDomains) -> KeyDomains:
    """The same domains for requests over TLS: who also closes the way without it has not made a policy too tight."""

    def domain_of(key: str, action: str | None) -> KeyDomain:
        return _TLS if key == "aws:securetransport" else keys(key, action)

    return domain_of


_TLS: Final = KeyDomain(fixed="true", absent=False)


def _policies(world: World, caller: Caller, place: Place, service: str) -> EffectivePolicies:
    return policies_at(world, caller, place.owner, place.account, service, place.given, (_everything(),))


@lru_cache(maxsize=1)
def _everything() -> NamedPolicy:
    """What an account that the world does not have is taken to grant: nobody here can prevent it."""
    document = _read('{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "*", "Resource": "*"}}')
    assert document is not None
    return NamedPolicy("everything", document)


@lru_cache(maxsize=256)
def _read(text: str) -> PolicyDocument | None:
    return read(text, PolicyKind.RESOURCE if '"Principal"' in text else PolicyKind.IDENTITY).document


def _asks(documents: Sequence[PolicyDocument], word: str) -> bool:
    """Whether some condition or variable names a key with this word in it."""
    return any(
        word in text.lower()
        for document in documents
        for statement in document.statements
        for text in (
            *(condition.key for condition in statement.conditions),
            *(value.value for condition in statement.conditions for value in condition.values if "${" in value.value),
            *(
                value.value
                for value in (statement.resource.patterns if statement.resource else ())
                if "${" in value.value
            ),
        )
    )


def _writes(shapes: Sequence[PlaceShape], slot_type: str) -> bool:
    return any(shape.type == slot_type for shape in shapes)
