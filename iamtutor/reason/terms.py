"""Statements as conjunctions of literals: what of a policy can be true or false about a request.

Atoms are interned: the same pattern list or condition in two policies is the same atom, so that what both sides say
is seen to be the same without any search.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from iamtutor.access.condition import ConditionTest
from iamtutor.access.effective import Placed
from iamtutor.access.outline import Outline, Statements
from iamtutor.access.statement import CompiledStatement
from iamtutor.policy.document import Condition
from iamtutor.policy.variables import Template, resource_template


class ResourceAtom:
    """The resource matches one of these patterns."""

    __slots__ = ("name", "templates", "variables")

    def __init__(self, texts: tuple[str, ...], *, substitutes: bool) -> None:
        self.templates = tuple(resource_template(text, substitutes=substitutes) for text in texts)
        templates = self.templates
        self.name = f"resource {' '.join(texts)}"
        self.variables = _variables(templates)


class KeyAtom:
    """A condition holds."""

    __slots__ = ("key", "name", "test", "variables")

    def __init__(self, test: ConditionTest) -> None:
        self.test = test
        self.key = test.key
        condition = test.condition
        self.name = f"{test.key} {condition.operator} {' '.join(text.value for text in condition.values)}"
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


@lru_cache(maxsize=8192)
def _term(compiled: CompiledStatement, substitutes: bool) -> Term:
    literals = [Literal(_key_atom(test.condition, substitutes), True) for test in compiled.conditions]
    element = compiled.statement.resource
    texts = frozenset(text.value for text in element.patterns) if element is not None else frozenset()
    if element is not None and (element.negated or "*" not in texts):
        literals.append(Literal(_resource_atom(texts, substitutes), not element.negated))
    return frozenset(literals)


@lru_cache(maxsize=8192)
def _resource_atom(texts: frozenset[str], substitutes: bool) -> ResourceAtom:
    return ResourceAtom(tuple(sorted(texts)), substitutes=substitutes)


def _key_atom(condition: Condition, substitutes: bool) -> KeyAtom:
    values = frozenset(text.value for text in condition.values)
    return _interned(condition.operator, condition.key.lower(), values, substitutes, condition)


_ATOMS: dict[tuple[str, str, frozenset[str], bool], KeyAtom] = {}
_MOST_ATOMS = 8192


def _interned(operator: str, key: str, values: frozenset[str], substitutes: bool, condition: Condition) -> KeyAtom:
    name = operator, key, values, substitutes
    found = _ATOMS.get(name)
    if found is None:
        if len(_ATOMS) >= _MOST_ATOMS:
            _ATOMS.clear()
        found = _ATOMS[name] = KeyAtom(ConditionTest(condition, substitutes=substitutes))
    return found


def _variables(templates: tuple[Template, ...]) -> frozenset[str]:
    return frozenset(variable.key for template in templates for variable in template.variables)
