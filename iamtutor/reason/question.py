"""One question of a comparison: do these policies allow this caller something that those do not?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import ContextValue, Template
from iamtutor.reason.budget import Budget
from iamtutor.reason.domain import NEVER, KeyDomain
from iamtutor.reason.glob import Glob
from iamtutor.reason.search import allowed_by_first_only
from iamtutor.reason.terms import Atom, KeyAtom, ResourceAtom, Side
from iamtutor.reason.theory import Theory
from iamtutor.reason.unknown import Reason, UndecidedError

FRESH: Final = "example1"
_MOST_CHOICES: Final = 48


@dataclass(frozen=True, slots=True)
class Solution:
    """What a theory says of an assignment: a resource, and what the keys hold that matter."""

    resource: str
    chosen: Mapping[str, ContextValue]


@dataclass(frozen=True, slots=True)
class Question:
    """Two sides and the resources and keys that they range over, the action being settled (or any of a group)."""

    first: Side
    second: Side
    rows: tuple[tuple[Glob, ...], ...]
    outside: tuple[Glob, ...]
    keys: Mapping[str, KeyDomain]
    resource_hints: tuple[str, ...]

    def answer(self, budget: Budget) -> Solution | None:
        """Something that the first side alone allows; None where there is nothing.

        Raises UndecidedError where it stays open, ExhaustedError and CancelledError.
        """
        moving = sorted(name for atom in self.atoms() for name in atom.variables if not self.keys[name].settled)
        moving = list(dict.fromkeys(moving))
        if not moving:
            return self._solved(self._theory(budget, {}))
        if allowed_by_first_only(self.first, self.second, self._theory(budget, {}, loosely=True)) is None:
            return None
        for values in self._choices(moving):
            found = self._solved(self._theory(budget, values))
            if found is not None:
                return found
        raise UndecidedError(Reason.VARIABLES, moving[0])

    def atoms(self) -> Iterator[Atom]:
        """Every atom of both sides."""
        for side in (self.first, self.second):
            yield from atoms_of(side)

    def _theory(self, budget: Budget, values: Mapping[str, str | None], *, loosely: bool = False) -> Theory:
        keys = {**self.keys}
        for name, value in values.items():
            keys[name] = NEVER if value is None else KeyDomain(fixed=value, absent=False)
        context = {name: domain.fixed for name, domain in keys.items() if domain.fixed is not None}
        hints = self.resource_hints if loosely else (*self.resource_hints, *_filled(self.atoms()))
        return Theory(self.rows, self.outside, keys, context, budget, hints, loosely)

    def _solved(self, theory: Theory) -> Solution | None:
        assumed = allowed_by_first_only(self.first, self.second, theory)
        if assumed is None:
            return None
        resource = theory.resource(assumed)
        assert resource is not None
        chosen: dict[str, ContextValue] = {}
        for key in sorted({atom.key for atom in assumed if isinstance(atom, KeyAtom)}):
            answer = theory.value(key, assumed)
            assert answer is not None
            if answer.value is not None and not self.keys[key].settled:
                chosen[key] = answer.value
        for key, domain in theory.keys.items():
            if domain.fixed is not None and not self.keys[key].settled:
                chosen[key] = domain.fixed
        return Solution(resource, chosen)

    def _choices(self, moving: list[str]) -> Iterator[dict[str, str | None]]:
        """Values to put in for the variables: none, one that is new, and those that the policies speak of."""
        candidates = [tuple(self._candidates(name, number)) for number, name in enumerate(moving)]
        for values in islice(product(*candidates), _MOST_CHOICES):
            yield dict(zip(moving, values, strict=True))

    def _candidates(self, name: str, number: int) -> Iterator[str | None]:
        domain = self.keys[name]
        if domain.present:
            yield from dict.fromkeys(self._values(name, domain, number))
        if domain.absent:
            yield None

    def _values(self, name: str, domain: KeyDomain, number: int) -> Iterator[str]:
        if domain.values is not None:
            yield from domain.values
            return
        yield from filter(domain.takes, (*domain.hints, f"{FRESH}{number or ''}"))
        for atom in self.atoms():
            if isinstance(atom, KeyAtom) and atom.key == name:
                texts = (text.value for text in atom.test.condition.values)
                yield from filter(
                    domain.takes, (text.replace("*", "x").replace("?", "x") for text in texts if "${" not in text)
                )
        yield from filter(domain.takes, _segments(self.atoms()))


def atoms_of(side: Side) -> Iterator[Atom]:
    """Every atom of a side."""
    needs = (need for grant in side.grants for need in grant)
    for terms in (side.denies, *side.filters, *needs):
        for term in terms:
            for literal in term:
                yield literal.atom


def _segments(atoms: Iterator[Atom]) -> Iterator[str]:
    """Pieces of resource patterns between slashes: what a variable beside them may have to hold."""
    for atom in atoms:
        if isinstance(atom, ResourceAtom):
            for template in atom.templates:
                for text in _text_of(template).split(":")[-1].split("/"):
                    if text and "${" not in text:
                        yield text.replace("*", "x").replace("?", "x")


def _text_of(template: Template) -> str:
    return "".join(part.text if isinstance(part, Piece) else f"${{{part.written}}}" for part in template.parts)


_MOST_FILLED: Final = 24


def _filled(atoms: Iterator[Atom]) -> Iterator[str]:
    """Resource patterns of the policies as somebody would fill them in."""
    patterns = (template for atom in atoms if isinstance(atom, ResourceAtom) for template in atom.templates)
    for template in islice((each for each in patterns if each.fixed is not None), _MOST_FILLED):
        text = _text_of(template).replace("?", "x")
        yield from (text.replace("*", fill) for fill in ("example", "", "example/example.txt") if "*" in text)
        if "*" not in text:
            yield text
