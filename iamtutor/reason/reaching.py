"""How far policies reach: the catalogue's actions with which they allow something, and those with which they allow all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from iamtutor.access import EffectivePolicies, Request
from iamtutor.access.outline import outline
from iamtutor.access.service_rules import hinges
from iamtutor.reason.actions import numbers_in
from iamtutor.reason.budget import Budget, ExhaustedError
from iamtutor.reason.difference import Region, Scope, regions_of
from iamtutor.reason.domain import KeyDomain
from iamtutor.reason.glob import Glob
from iamtutor.reason.groups import Named, shapes_of
from iamtutor.reason.mentioned import mentioned_in
from iamtutor.reason.nearby import actions_near
from iamtutor.reason.question import Question, atoms_of
from iamtutor.reason.terms import ResourceAtom, Side, side_of
from iamtutor.reason.unknown import UndecidedError

_ALWAYS: Final = Side(True)
_NEVER: Final = Side(False)
_STEPS_FOR_A_KIND: Final = 50_000


@dataclass(frozen=True, slots=True)
class Reach:
    """Sets of actions as bits: with `something` some request is allowed, with `everything` every request is.

    What stays open is in `something` alone, and in `unproved`.
    """

    something: int = 0
    everything: int = 0
    unproved: int = 0

    def __or__(self, other: Reach) -> Reach:
        """The actions of both: what one caller cannot do another may."""
        return Reach(
            self.something | other.something, self.everything | other.everything, self.unproved | other.unproved
        )


def reach(policies: EffectivePolicies, scope: Scope, among: int) -> Reach:
    """How far policies reach for a caller, of the actions `among`; those that need no permission are left out."""
    return _Reaching(policies, scope).over(among)


class _Kind(NamedTuple):
    """What tells the actions of a group apart: their resources (None: that does not matter), and their keys."""

    shapes: tuple[Glob, ...] | None
    outside: tuple[Glob, ...]
    keys: tuple[KeyDomain, ...]


class _Reaching:
    def __init__(self, policies: EffectivePolicies, scope: Scope) -> None:
        self.policies = policies
        self.scope = scope
        self.mentioned = mentioned_in((policies,))

    def over(self, among: int) -> Reach:
        domain, actions = self.scope.domain, self.scope.actions
        if domain.services is not None:
            inside = 0
            for service in domain.services:
                inside |= actions.matching(f"{service}:*")
            among &= inside
        found = Reach()
        for group in actions.told_apart(self.mentioned.statements, among):
            found |= self._of_group(group)
        return found

    def _of_group(self, group: int) -> Reach:
        name = self.scope.actions.names[next(numbers_in(group))]
        sides = list(self._sides(name))
        if all(side.settled is False for _, side in sides):
            return Reach()
        bounded = bool(self.scope.domain.within is not None or self.scope.domain.outside)
        if not bounded and all(_is_open(side) for _, side in sides):
            return Reach(group, group)
        shaped = bounded or len(sides) > 1 or any(_speaks_of_resources(side) for _, side in sides)
        found = Reach()
        for kind, numbers in self._kinds(group & self._near(sides), shaped=shaped).items():
            found |= self._of_kind(kind, sum(1 << number for number in numbers), sides)
        return found

    def _near(self, sides: Iterable[tuple[Region, Side]]) -> int:
        """The actions that the policies' resources can be about: what is certain to be out of reach costs nothing."""
        found = 0
        for _, side in sides:
            near = actions_near(side, self.scope.domain, self.scope.actions) if side.settled is None else None
            if near is None and side.settled is not False:
                return self.scope.actions.every
            found |= near or 0
        return found

    def _kinds(self, group: int, *, shaped: bool) -> dict[_Kind, list[int]]:
        """The actions of a group by what else may tell them apart: their resources, where that matters, and keys."""
        domain, actions = self.scope.domain, self.scope.actions
        kinds: dict[_Kind, list[int]] = {}
        for number in numbers_in(group):
            action = Named(actions.names[number], number)
            name = action.name.lower()
            kind = _Kind(
                shapes_of(action, domain, actions) if shaped else None,
                domain.excluded(action.service),
                tuple(domain.keys(key, name) for key in self.mentioned.keys),
            )
            kinds.setdefault(kind, []).append(number)
        return kinds

    def _sides(self, name: str) -> Iterator[tuple[Region, Side]]:
        """What the policies say, region by region, where the service itself leaves it to them."""
        for region in regions_of(hinges(name.lower())):
            request = Request(self.scope.principal, name, region.example, self.scope.domain.account)
            by_service = request.by_service
            if not (by_service.allowed_at_once or by_service.refused_at_once or by_service.refused):
                yield region, side_of(outline(request, self.policies))

    def _of_kind(self, kind: _Kind, bits: int, sides: list[tuple[Region, Side]]) -> Reach:
        something = unproved = False
        everything = True
        for region, side in sides:
            granted = self._differs(kind, region, side, _NEVER)
            something = something or granted is not False
            refused = self._differs(kind, region, _ALWAYS, side)
            everything = everything and refused is False
            unproved = unproved or granted is None or refused is None
        return Reach(bits * something, bits * (something and everything), bits * unproved)

    def _differs(self, kind: _Kind, region: Region, first: Side, second: Side) -> bool | None:
        """Whether the first allows a request that the second does not; None where that stays open."""
        within = self.scope.domain.within
        rows = (*region.rows, *(row for row in (within, kind.shapes) if row is not None))
        keys = dict(zip(self.mentioned.keys, kind.keys, strict=True))
        question = Question(first, second, rows, (*region.outside, *kind.outside), keys, ())
        try:
            return question.answer(Budget(_STEPS_FOR_A_KIND)) is not None
        except (UndecidedError, ExhaustedError):
            return None


def _speaks_of_resources(side: Side) -> bool:
    return any(isinstance(atom, ResourceAtom) for atom in atoms_of(side))


def _is_open(side: Side) -> bool:
    """Whether everything is allowed, as can be seen without a search."""
    if side.settled is not None:
        return side.settled
    anything: frozenset[object] = frozenset()
    return (
        not side.denies
        and all(anything in level for level in side.filters)
        and any(all(anything in need for need in grant) for grant in side.grants)
    )
