"""A fixed partition of the requests that two sets of policies tell apart: classes of actions, resources and contexts.

Each cell has an example, which the evaluator decides. The partition follows from the two sets alone, so the same pair
gives the same cells on every machine:

- actions that both treat alike, of one service and one access level (and, where resources matter, of the same types);
- resources by which of the patterns they match; those that match none count as much as all others together, for they
  are the rest of the world;
- contexts by which of the conditions on each key hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product
from typing import Final, NamedTuple

from iamtutor.access import EffectivePolicies, Request
from iamtutor.access.outline import outline
from iamtutor.access.service_rules import hinges
from iamtutor.policy.variables import ContextValue, joined
from iamtutor.reason.actions import numbers_in
from iamtutor.reason.budget import Budget
from iamtutor.reason.difference import Region, Scope, regions_of
from iamtutor.reason.elements import Wanted, find_in_all
from iamtutor.reason.glob import EVERYTHING, Glob, plain_glob
from iamtutor.reason.groups import Named, examples_of, shapes_of
from iamtutor.reason.key_theory import find_value
from iamtutor.reason.mentioned import Mentioned, mentioned_in
from iamtutor.reason.question import atoms_of
from iamtutor.reason.shares import LEVEL_WEIGHT
from iamtutor.reason.terms import Atom, KeyAtom, ResourceAtom, side_of
from iamtutor.reason.unknown import UndecidedError

_MOST_RESOURCES: Final = 64
_MOST_CONTEXTS: Final = 64


class Cell(NamedTuple):
    """A class of requests, by an example and its weight."""

    request: Request
    weight: int


class _ActionClass(NamedTuple):
    """Actions treated alike: one of them, the weight of their levels, and the patterns that can be about them."""

    action: Named
    weight: int
    globs: tuple[Glob, ...]


class _ResourceClass(NamedTuple):
    """Resources that match one glob of each of `rows` and none of `outside`, and one of them."""

    rows: tuple[tuple[Glob, ...], ...]
    outside: tuple[Glob, ...]
    example: str


def cells(first: EffectivePolicies, second: EffectivePolicies, scope: Scope, budget: Budget) -> Iterator[Cell]:
    """The cells in which either may allow something. Raises ExhaustedError and CancelledError."""
    return _Partition(first, second, scope, budget, mentioned_in((first, second))).cells()


@dataclass(frozen=True, slots=True)
class _Partition:
    first: EffectivePolicies
    second: EffectivePolicies
    scope: Scope
    budget: Budget
    mentioned: Mentioned

    def cells(self) -> Iterator[Cell]:
        domain, actions = self.scope.domain, self.scope.actions
        among = actions.every
        if domain.services is not None:
            among = 0
            for service in domain.services:
                among |= actions.matching(f"{service}:*")
        for group in actions.told_apart(self.mentioned.statements, among):
            name = actions.names[next(numbers_in(group))]
            for region in regions_of(hinges(name.lower())):
                atoms = self._atoms(name, region)
                if atoms is not None:
                    yield from self._of_group(group, region, atoms)

    def _atoms(self, name: str, region: Region) -> list[Atom] | None:
        """What the two hang on here; None where neither allows anything, or no permission is needed."""
        request = Request(self.scope.principal, name, region.example, self.scope.domain.account)
        sides = [side_of(outline(request, policies)) for policies in (self.first, self.second)]
        if request.by_service.allowed_at_once or all(side.settled is False for side in sides):
            return None
        found = dict.fromkeys(atom for side in sides for atom in atoms_of(side))
        return sorted(found, key=lambda atom: atom.name)

    def _of_group(self, group: int, region: Region, atoms: Sequence[Atom]) -> Iterator[Cell]:
        patterns = self._patterns([atom for atom in atoms if isinstance(atom, ResourceAtom)])
        contexts = self._contexts([atom for atom in atoms if isinstance(atom, KeyAtom)])
        for action, weight, globs in self._classes(group, patterns):
            for resource, share in self._resources(action, region, globs):
                for context in contexts:
                    request = Request(self.scope.principal, action.name, resource, self.scope.domain.account, context)
                    yield Cell(request, weight * share)

    def _classes(self, group: int, patterns: Mapping[Glob, str]) -> Iterator[_ActionClass]:
        """The actions of a group by service and level, and by the types of their resources where those matter."""
        actions = self.scope.actions
        rest, weight = 0, 0
        for service in actions.catalog.services:
            of_service = group & actions.matching(f"{service}:*")
            if not of_service:
                continue
            globs = tuple(glob for glob, text in patterns.items() if _may_concern(text, service))
            levels = ((level, of_service & bits) for level, bits in actions.by_level.items())
            if globs or self.scope.domain.within is not None:
                for level, bits in levels:
                    yield from self._by_type(bits, LEVEL_WEIGHT[level], globs)
            else:
                rest |= of_service
                weight += sum(LEVEL_WEIGHT[level] for level, bits in levels if bits)
        if rest:
            yield _ActionClass(self._lowest(rest), weight, ())

    def _by_type(self, bits: int, weight: int, globs: tuple[Glob, ...]) -> Iterator[_ActionClass]:
        kinds: dict[object, int] = {}
        index = self.scope.actions.catalog.index
        for number in numbers_in(bits) if bits else ():
            kinds.setdefault(tuple(each.name for each in index.resource_types(number)), 1 << number)
        yield from (_ActionClass(self._lowest(first), weight, globs) for first in kinds.values())

    def _lowest(self, bits: int) -> Named:
        number = (bits & -bits).bit_length() - 1
        return Named(self.scope.actions.names[number], number)

    def _resources(self, action: Named, region: Region, globs: Sequence[Glob]) -> Iterator[tuple[str, int]]:
        """An example of each class of resources, with its weight."""
        domain = self.scope.domain
        if not globs and domain.within is None:
            yield region.example, 1
            return
        shapes = shapes_of(action, domain, self.scope.actions)
        rows = (*region.rows, *(row for row in (domain.within, shapes) if row is not None))
        outside = (*region.outside, *domain.excluded(action.service))
        hints = (*domain.hints.resources, *examples_of(action, domain, self.scope.actions))
        classes = self._divided(_ResourceClass(rows, outside, ""), globs, hints)
        named = sum(len(each.rows) > len(rows) for each in classes)
        for each in classes:
            yield each.example, 1 if len(each.rows) > len(rows) else max(1, named)

    def _divided(self, whole: _ResourceClass, globs: Sequence[Glob], hints: tuple[str, ...]) -> list[_ResourceClass]:
        example = find_in_all(whole.rows or ((EVERYTHING,),), whole.outside, self.budget, hints)
        classes = [] if example is None else [whole._replace(example=example)]
        for glob in globs:
            divided: list[_ResourceClass] = []
            for rows, outside, _ in classes:
                for rows_now, outside_now in (((*rows, (glob,)), outside), (rows, (*outside, glob))):
                    found = find_in_all(rows_now, outside_now, self.budget, hints)
                    if found is not None:
                        divided.append(_ResourceClass(rows_now, outside_now, found))
            classes = divided[:_MOST_RESOURCES]
        return classes

    def _patterns(self, atoms: Sequence[ResourceAtom]) -> dict[Glob, str]:
        """The patterns on resources, each with its text; a variable holds what it usually does."""
        context = self._usual()
        found: dict[Glob, str] = {}
        for template in (template for atom in atoms for template in atom.templates):
            pieces = template.resolve(context)
            if pieces is not None:
                found[plain_glob(pieces)] = joined(pieces)
        return found

    def _usual(self) -> dict[str, ContextValue]:
        """What the keys hold that are there whatever a cell says."""
        domains = {key: self.scope.domain.keys(key, None) for key in self.mentioned.keys}
        return {
            key: domain.usual if domain.fixed is None else domain.fixed
            for key, domain in domains.items()
            if domain.fixed is not None or not domain.absent
        }

    def _contexts(self, atoms: Sequence[KeyAtom]) -> list[dict[str, ContextValue]]:
        """A context for each class: by key, which of its conditions hold."""
        usual = self._usual()
        asked: dict[str, list[KeyAtom]] = {}
        for atom in atoms:
            asked.setdefault(atom.key, []).append(atom)
        by_key = [[(key, value) for value in self._values(key, found, usual)] for key, found in asked.items()]
        contexts: list[dict[str, ContextValue]] = []
        for choice in islice(product(*by_key), _MOST_CONTEXTS):
            context = {**usual, **{key: value for key, value in choice if value is not None}}
            contexts.append({self.mentioned.keys.get(key, key): value for key, value in context.items()})
        return contexts

    def _values(
        self, key: str, atoms: Sequence[KeyAtom], usual: Mapping[str, ContextValue]
    ) -> list[ContextValue | None]:
        """A value of a key, or its absence (None), for every way in which its conditions can hold or not."""
        domain = self.scope.domain.keys(key, None)
        classes: list[tuple[list[Wanted], ContextValue | None]] = [([], None)]
        for atom in atoms:
            divided: list[tuple[list[Wanted], ContextValue | None]] = []
            for wanted, _ in classes:
                for holds in (True, False):
                    now = [*wanted, (atom.test, holds)]
                    try:
                        answer = find_value(key, now, domain, usual, self.budget)
                    except UndecidedError:
                        continue
                    if answer is not None:
                        divided.append((now, answer.value))
            classes = divided[:_MOST_CONTEXTS] or classes
        return [value for _, value in classes]


def _may_concern(pattern: str, service: str) -> bool:
    """Whether a pattern can match ARNs of a service, as far as its third part shows."""
    named = pattern.split(":", 3)[2:3]
    return not named or "*" in named[0] or "?" in named[0] or named[0] == service or not pattern.startswith("arn:")
