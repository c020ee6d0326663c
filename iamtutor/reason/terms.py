"""Statements as conjunctions of literals: what of a policy can be true or false about a request.

Atoms are interned: the same pattern list or condition in two policies is the same atom, so that what both sides say
is seen to be the same without any search.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from iamtutor.access.condition import ConditionTest
from iamtutor.access.effective import Placed
from iamtutor.access.outline import Outline, Statements
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.document import Condition
from iamtutor.policy.variables import Template, resource_template


class _Named:
    """Equal by name, so that the same text in two policies is the same atom, and sets of atoms have one order.

    An object's own hash hangs on where it lies in memory: the search would take another way in every process.
    """

    __slots__ = ("_hash", "name")

    def __init__(self, name: str) -> None:
        self.name = name
        self._hash = crc32(name.encode())

    def __eq__(self, other: object) -> bool:
        return self is other or (type(self) is type(other) and self.name == getattr(other, "name", None))

    def __hash__(self) -> int:
        return self._hash


class ResourceAtom(_Named):
    """The resource matches one of these patterns."""

    __slots__ = ("templates", "variables")

    def __init__(self, texts: tuple[str, ...], *, substitutes: bool) -> None:
        super().__init__(f"resource {'' if substitutes else 'old '}{list(texts)}")
        self.templates = tuple(resource_template(text, substitutes=substitutes) for text in texts)
        self.variables = _variables(self.templates)


class KeyAtom(_Named):
    """A condition holds."""

    __slots__ = ("key", "test", "variables")

    def __init__(self, test: ConditionTest, *, substitutes: bool) -> None:
        condition = test.condition
        values = [text.value for text in condition.values]
        super().__init__(f"{test.key} {condition.operator} {'' if substitutes else 'old '}{values}")
        self.test = test
        self.key = test.key
        self.variables = _variables(test.templates)


Atom = ResourceAtom | KeyAtom


class Literal(NamedTuple):
    """An atom that is to be true, or not."""

    atom: Atom
    wanted: bool

    @property
    def opposite(self) -> Literal:
        """The same atom the other way round."""
        return Literal(self.atom, not self.wanted)


Term = frozenset[Literal]
"""Literals that are to hold together: a statement's resource and conditions, its action and caller being settled."""


class Side(NamedTuple):
    """An outline in terms; see `Outline`."""

    settled: bool | None
    denies: frozenset[Term] = frozenset()
    filters: frozenset[frozenset[Term]] = frozenset()
    grants: frozenset[frozenset[frozenset[Term]]] = frozenset()


def side_of(outline: Outline) -> Side:
    """The outline with each statement as its term; what is the same twice stands once."""
    if outline.settled is not None:
        return Side(outline.settled)
    return Side(
        None,
        _terms(outline.denies),
        frozenset(_terms(level) for level in outline.filters),
        frozenset(frozenset(_terms(need) for need in grant) for grant in outline.grants),
    )


def _terms(statements: Statements) -> frozenset[Term]:
    return frozenset(term_of(placed) for placed in statements)


def term_of(placed: Placed) -> Term:
    """What beyond action and caller must hold for a statement to match."""
    policy, statement = placed
    return _term(statement, policy.policy.document.substitutes_variables)


@lru_cache(maxsize=512)
def _term(compiled: CompiledStatement, substitutes: bool) -> Term:
    literals = [Literal(_key_atom(test.condition, substitutes), True) for test in compiled.conditions]
    element = compiled.statement.resource
    texts = frozenset(text.value for text in element.patterns) if element is not None else frozenset()
    anything = any(text and not text.strip("*") for text in texts)
    if element is not None and (element.negated or not anything):
        literals.append(Literal(_resource_atom(texts, substitutes), not element.negated))
    return frozenset(literals)


@lru_cache(maxsize=2048)
def _resource_atom(texts: frozenset[str], substitutes: bool) -> ResourceAtom:
    return ResourceAtom(tuple(sorted(texts)), substitutes=substitutes)


def _key_atom(condition: Condition, substitutes: bool) -> KeyAtom:
    """The values in one order, whichever policy was read first."""
    values = tuple(sorted({text.value for text in condition.values}))
    name = condition.operator, condition.key.lower(), values, substitutes
    found = _ATOMS.get(name)
    if found is None:
        if len(_ATOMS) >= _MOST_ATOMS:
            _ATOMS.clear()
        written = {text.value: text for text in condition.values}
        ordered = replace(condition, values=tuple(written[value] for value in values))
        found = _ATOMS[name] = KeyAtom(ConditionTest(ordered, substitutes=substitutes), substitutes=substitutes)
    return found


_ATOMS: dict[tuple[str, str, tuple[str, ...], bool], KeyAtom] = {}
_MOST_ATOMS = 8192


def _variables(templates: tuple[Template, ...]) -> frozenset[str]:
    return frozenset(variable.key for template in templates for variable in template.variables)
