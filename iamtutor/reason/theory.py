"""What literals mean: whether some resource and context make these true and those false.

Dimensions are independent: the resource is one, each condition key another. Each question is answered apart, and a
whole assignment is possible if each of its dimensions is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from iamtutor.policy.pattern import Piece
from iamtutor.policy.variables import ContextValue, Template
from iamtutor.reason.budget import Budget
from iamtutor.reason.domain import KeyDomain
from iamtutor.reason.elements import Wanted, find_in_all
from iamtutor.reason.glob import EVERYTHING, Glob, plain_glob
from iamtutor.reason.key_theory import Answer, find_value
from iamtutor.reason.opaque import lies_within
from iamtutor.reason.terms import Atom, KeyAtom, Literal, ResourceAtom

Assignment = Mapping[Atom, bool]


@dataclass(slots=True)
class Theory:
    """The dimensions of one question: an action (or several alike), its resources and keys.

    Of each row of `shapes` a resource matches one glob (an empty row: there is none), of `outside` none. `context` holds the values that are settled, by key in lower case. With `loosely`, atoms on variables
    without a settled value are taken for whatever suits: then only "impossible" is certain.
    """

    shapes: tuple[tuple[Glob, ...], ...]
    outside: tuple[Glob, ...]
    keys: Mapping[str, KeyDomain]
    context: dict[str, ContextValue]
    budget: Budget
    resource_hints: tuple[str, ...] = ()
    loosely: bool = False
    _resources: dict[frozenset[Literal], str | None] = field(default_factory=dict)
    _values: dict[frozenset[Literal], Answer | None] = field(default_factory=dict)

    def constant(self, atom: Atom) -> bool | None:
        """The truth of an atom that hangs on nothing to be chosen; None for others."""
        if isinstance(atom, ResourceAtom):
            return None
        domain = self.keys[atom.key]
        if not domain.settled or not all(self._is_settled(name) for name in atom.variables):
            return None
        return atom.test.holds(self.context)

    def possible(self, changed: Literal, assignment: Assignment) -> bool:
        """Whether the dimension of a literal that was just added still has a solution."""
        if isinstance(changed.atom, ResourceAtom):
            return self.resource(assignment) is not None
        return self.value(changed.atom.key, assignment) is not None

    def resource(self, assignment: Assignment) -> str | None:
        """A resource that fits the assignment."""
        literals = frozenset(Literal(a, w) for a, w in assignment.items() if isinstance(a, ResourceAtom))
        if literals not in self._resources:
            self._resources[literals] = self._find_resource(literals)
        return self._resources[literals]

    def value(self, key: str, assignment: Assignment) -> Answer | None:
        """What a key may hold under the assignment."""
        literals = frozenset(Literal(a, w) for a, w in assignment.items() if isinstance(a, KeyAtom) and a.key == key)
        if literals not in self._values:
            self._values[literals] = self._find_value(key, literals)
        return self._values[literals]

    def _find_value(self, key: str, literals: Iterable[Literal]) -> Answer | None:
        wanted: list[Wanted] = []
        for atom, holds in literals:
            assert isinstance(atom, KeyAtom)
            if not (self.loosely and self._moves(atom)):
                wanted.append((atom.test, holds))
        return find_value(key, wanted, self.keys[key], self.context, self.budget)

    def _moves(self, atom: Atom) -> bool:
        """Whether an atom hangs on a variable whose value is not settled."""
        return any(not self.keys[name].settled and name not in self.context for name in atom.variables)

    def _find_resource(self, literals: Iterable[Literal]) -> str | None:
        rows: list[tuple[Glob, ...]] = list(self.shapes)
        negatives = list(self.outside)
        for atom, matches in literals:
            assert isinstance(atom, ResourceAtom)
            globs = self._globs(atom.templates, widened=matches)
            if matches:
                rows.append(globs)
            else:
                negatives += globs
        if self.loosely and self._contradicts(literals):
            return None
        return find_in_all(rows, negatives, self.budget, self.resource_hints)

    def _globs(self, templates: Sequence[Template], *, widened: bool) -> tuple[Glob, ...]:
        """Patterns as globs; a variable that is not settled is anything (`widened`), or leaves its pattern out."""
        globs: list[Glob] = []
        for template in templates:
            if self.loosely and any(not self._is_settled(variable.key) for variable in template.variables):
                if widened:
                    globs.append(widened_glob(template))
                continue
            pieces = template.resolve(self.context)
            if pieces is not None:
                globs.append(plain_glob(pieces))
        return tuple(globs)

    def _is_settled(self, key: str) -> bool:
        return self.keys[key].settled or key in self.context

    def _contradicts(self, literals: Iterable[Literal]) -> bool:
        """Whether each pattern of one atom that holds lies within an atom that does not, whatever variables hold."""
        refused = [
            t for atom, matches in literals if not matches and isinstance(atom, ResourceAtom) for t in atom.templates
        ]
        return any(
            all(any(lies_within(inner, outer) for outer in refused) for inner in atom.templates)
            for atom, matches in literals
            if matches and isinstance(atom, ResourceAtom)
        )


def widened_glob(template: Template) -> Glob:
    """The glob of whatever a template may match, its variables standing for anything."""
    pieces = tuple(part if isinstance(part, Piece) else Piece("*", literal=False) for part in template.parts)
    return plain_glob(pieces) if pieces else EVERYTHING
