"""What one set of policies allows a caller and another does not: a witness, or the proof that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from iamtutor.access.effective import EffectivePolicies
from iamtutor.access.outline import outline
from iamtutor.access.principal import Principal
from iamtutor.access.request import Request
from iamtutor.access.service_rules import hinges
from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import ContextValue
from iamtutor.reason.actions import Actions
from iamtutor.reason.agreeing import variants
from iamtutor.reason.budget import Budget, ExhaustedError
from iamtutor.reason.domain import Domain, KeyDomain
from iamtutor.reason.doubtful import other_readings
from iamtutor.reason.glob import EVERYTHING, Glob, arn_glob
from iamtutor.reason.groups import Group, Named, examples_of, groups, invented_action, shapes_of
from iamtutor.reason.mentioned import Mentioned, mentioned_in
from iamtutor.reason.nearby import actions_near
from iamtutor.reason.question import Question, Solution, atoms_of
from iamtutor.reason.related import made_real
from iamtutor.reason.terms import Side, side_of
from iamtutor.reason.unknown import Reason, UndecidedError
from iamtutor.reason.witness import Asked, Witness, replayed, smallest
from iamtutor.reason.word_search import find_word


@dataclass(frozen=True, slots=True)
class Scope:
    """Who asks, and over which requests: everything about a question but the policies."""

    principal: Principal
    domain: Domain
    actions: Actions


_NOTHING = EffectivePolicies()


def allowed_in(
    group: Iterable[Named], policies: EffectivePolicies, scope: Scope, budget: Budget, mentioned: Mentioned
) -> Witness | None:
    """A request for an action of the group that the policies allow; None where that is proved to be impossible.

    It is the difference to no policies at all; what the service itself always allows is none. Raises UndecidedError,
    ExhaustedError and CancelledError.
    """
    return _Comparison(policies, _NOTHING, scope, budget, mentioned)._in_group(group)


def first_only(first: EffectivePolicies, second: EffectivePolicies, scope: Scope, budget: Budget) -> Witness | None:
    """A request that `first` allows and `second` does not; None where that is proved to be impossible.

    Raises UndecidedError where it stays open, and CancelledError.
    """
    if first is second:
        return None
    comparison = _Comparison(first, second, scope, budget, mentioned_in((first, second)))
    witness = comparison.proved()
    if witness is None:
        _prove_otherwise_read(first, second, scope, budget)
        return None
    guessed = comparison.guessed()
    if guessed is not None or witness.request.resource in scope.domain.hints.resources:
        return guessed or witness
    return comparison.on_known_resources() or witness


def _prove_otherwise_read(first: EffectivePolicies, second: EffectivePolicies, scope: Scope, budget: Budget) -> None:
    """Raises UndecidedError where a statement that AWS does not support could show a difference after all."""
    for one, other in other_readings(first, second):
        try:
            witness = _Comparison(one, other, scope, budget, mentioned_in((one, other))).proved()
        except UndecidedError:
            raise UndecidedError(Reason.NOT_PRINCIPAL_ALLOW) from None
        if witness is not None:
            raise UndecidedError(Reason.NOT_PRINCIPAL_ALLOW)


def tomorrow_only(first: EffectivePolicies, second: EffectivePolicies, scope: Scope, budget: Budget) -> str | None:
    """An action pattern by which `first` allows what AWS may add one day, where `second` does not; else None.

    Asked for policies that are equal over the actions of today: ``s3:Get*`` against a list of them. It is a hint, not a
    proof: only one new action for each pattern is tried, and what stays open counts as no.
    """
    if first is second:
        return None
    comparison = _Comparison(first, second, scope, budget, mentioned_in((first, second)))
    try:
        return comparison.tomorrow()
    except (UndecidedError, ExhaustedError):
        return None


class Region(NamedTuple):
    """Resources that a service treats alike: one glob of each row matches, none of `outside`; with an example."""

    rows: tuple[tuple[Glob, ...], ...]
    outside: tuple[Glob, ...]
    example: str


@dataclass(frozen=True, slots=True)
class _Comparison:
    first: EffectivePolicies
    second: EffectivePolicies
    scope: Scope
    budget: Budget
    mentioned: Mentioned

    def guessed(self) -> Witness | None:
        """A request about things that people know here, if one already shows the difference."""
        domain, actions = self.scope.domain, self.scope.actions
        for name in domain.hints.actions:
            action = Named(name, actions.number(name))
            if action.number is None or (domain.services is not None and action.service not in domain.services):
                continue
            shapes = shapes_of(action, domain, actions) or (EVERYTHING,)
            for resource in domain.hints.resources:
                if any(shape.matches(resource) for shape in shapes):
                    found = self._tried(action, resource)
                    if found is not None:
                        return found
        return None

    def on_known_resources(self) -> Witness | None:
        """A request about a resource that people know here, by whichever action."""
        actions = self.scope.actions
        for resource in self.scope.domain.hints.resources:
            for number in actions.working_on(resource):
                found = self._tried(Named(actions.names[number], number), resource)
                if found is not None:
                    return found
        return None

    def _tried(self, action: Named, resource: str) -> Witness | None:
        """The request without any key of choice, if it belongs to the domain and shows the difference."""
        domain = self.scope.domain
        if domain.services is not None and action.service not in domain.services:
            return None
        if not _is_in(resource, domain, action):
            return None
        return replayed(self._asked(action, resource, {}, self._keys(action)), self.first, self.second)

    def proved(self) -> Witness | None:
        """The search over everything, group of actions by group."""
        open_question: UndecidedError | None = None
        try:
            for group in groups(self.mentioned, self.scope.domain, self.scope.actions):
                try:
                    found = self._in_group(group)
                except UndecidedError as error:
                    open_question = open_question or error
                    continue
                if found is not None:
                    return found
        except ExhaustedError:
            raise UndecidedError(Reason.BUDGET) from None
        if open_question is not None:
            raise open_question
        return None

    def tomorrow(self) -> str | None:
        """The first pattern that covers an action which the catalogue does not have."""
        for pattern in self.mentioned.actions:
            invented = invented_action(pattern)
            if invented is None or self.scope.actions.number(invented) is not None:
                continue
            if self._in_group((Named(invented, None),)) is not None:
                return pattern
        return None

    def _in_group(self, group: Iterable[Named]) -> Witness | None:
        some = next(iter(group))
        open_question: UndecidedError | None = None
        for region in regions_of(hinges(some.name.lower())):
            sides = self._sides(some, region)
            if sides is None:
                continue
            try:
                found = self._in_region(group, region, *sides)
            except UndecidedError as error:
                open_question = open_question or error
                continue
            if found is not None:
                return found
        if open_question is not None:
            raise open_question
        return None

    def _sides(self, action: Named, region: Region) -> tuple[Side, Side] | None:
        """Both outlines as terms, or None where they cannot differ in the direction that is asked."""
        scope = self.scope
        request = Request(scope.principal, action.name, region.example, scope.domain.account)
        first = side_of(outline(request, self.first))
        if first.settled is False:
            return None
        second = side_of(outline(request, self.second))
        return None if second.settled is True or first == second else (first, second)

    def _in_region(self, group: Iterable[Named], region: Region, first: Side, second: Side) -> Witness | None:
        """First for any action of the group and every resource; then, if need be, for each kind of action."""
        domain = self.scope.domain
        rows = region.rows if domain.within is None else (*region.rows, domain.within)
        everywhere = Question(first, second, rows, (), self._keys(None), domain.hints.resources)
        likely = ""
        try:
            solution = everywhere.answer(self.budget)
            if solution is None:
                return None
            likely = ":".join(solution.resource.split(":")[2:3])
        except UndecidedError:
            pass  # a kind of action may be simpler
        seen: set[object] = set()
        open_question: UndecidedError | None = None
        near = actions_near(first, domain, self.scope.actions) if isinstance(group, Group) else None
        if near is not None and isinstance(group, Group):
            group = group.among(near)
        for action in _likeliest_first(group, likely):
            self.budget.spend()
            keys = self._keys(action)
            shapes = shapes_of(action, domain, self.scope.actions)
            outside = (*region.outside, *domain.excluded(action.service))
            kind = shapes, outside, tuple(keys.values())
            if kind in seen:
                continue
            seen.add(kind)
            try:
                found = self._of_kind(action, rows, outside, keys, first, second)
            except UndecidedError as error:
                open_question = open_question or error
                continue
            if found is not None:
                return found
        if open_question is not None:
            raise open_question
        return None

    def _of_kind(
        self,
        action: Named,
        rows: tuple[tuple[Glob, ...], ...],
        outside: tuple[Glob, ...],
        keys: Mapping[str, KeyDomain],
        first: Side,
        second: Side,
    ) -> Witness | None:
        """For one action on the resources of its types, with the keys that it can carry."""
        domain, actions = self.scope.domain, self.scope.actions
        hints = (*domain.hints.resources, *examples_of(action, domain, actions))
        atoms = (*atoms_of(first), *atoms_of(second))
        for case, region in variants(keys, atoms, self.mentioned.keys, domain.partition):
            shapes = shapes_of(action, domain, actions, region)
            narrowed = rows if shapes is None else (*rows, shapes)
            solution = Question(first, second, narrowed, outside, case, hints).answer(self.budget)
            if solution is not None:
                return self._witness(action, solution, case)
        return None

    def _keys(self, action: Named | None) -> dict[str, KeyDomain]:
        name = None if action is None else action.name.lower()
        return {key: self.scope.domain.keys(key, name) for key in self.mentioned.keys}

    def _witness(self, action: Named, solution: Solution, keys: Mapping[str, KeyDomain]) -> Witness:
        asked = self._asked(action, solution.resource, solution.chosen, keys)
        always = [self.mentioned.keys[key] for key, domain in keys.items() if not domain.absent]
        witness = smallest(asked, self.first, self.second, always)
        if witness is None:
            raise UndecidedError(Reason.MISMATCH, f"{action.name} {solution.resource}")
        real = made_real(replace(asked, chosen=witness.context), self.first, self.second, keys, self.mentioned.keys)
        if real is None:
            raise UndecidedError(Reason.RELATED_KEYS, next(iter(witness.context), ""))
        return real

    def _asked(
        self, action: Named, resource: str, chosen: Mapping[str, ContextValue], keys: Mapping[str, KeyDomain]
    ) -> Asked:
        written = self.mentioned.keys
        follows: dict[str, ContextValue] = {}
        for key, domain in keys.items():
            if domain.fixed is not None:
                follows[written[key]] = domain.fixed
            elif not domain.absent and key not in chosen:
                follows[written[key]] = domain.usual
        named = {written[key]: value for key, value in chosen.items()}
        return Asked(self.scope.principal, action.name, resource, self.scope.domain.account, follows, named)


def _likeliest_first(group: Iterable[Named], service: str) -> Iterator[Named]:
    """The actions, first those of a service; each in its place where there is none of that name."""
    later: list[Named] = []
    for action in group:
        if not service or action.service == service:
            yield action
        else:
            later.append(action)
    yield from later


def _is_in(resource: str, domain: Domain, action: Named) -> bool:
    if domain.within is not None and not any(glob.matches(resource) for glob in domain.within):
        return False
    return not any(glob.matches(resource) for glob in domain.excluded(action.service))


@lru_cache(maxsize=64)
def regions_of(patterns: tuple[str, ...]) -> tuple[Region, ...]:
    """The resources by which of the patterns they match, those that match none first."""
    globs = [arn_glob((Piece(pattern, literal=False),)) for pattern in patterns]
    return tuple(_some_regions(globs))


def _some_regions(globs: list[Glob]) -> Iterator[Region]:
    for signs in product((False, True), repeat=len(globs)):
        inside = tuple(glob for glob, sign in zip(globs, signs, strict=True) if sign)
        outside = tuple(glob for glob, sign in zip(globs, signs, strict=True) if not sign)
        example = find_word(inside or (EVERYTHING,), outside, Budget(), ("arn:aws:none:::example",))
        if example is not None:
            yield Region(tuple((glob,) for glob in inside), outside, example)
