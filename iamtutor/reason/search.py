"""An assignment of atoms under which one side allows and the other does not.

One side allows by some grant: of each of its needs, and of each filter, one statement matches and no Deny does. The
other fails by a Deny, by a filter, or by a need of each of its grants. What is left are clauses, solved by unit
propagation and by splitting into cases that exclude each other; a case ends as soon as some dimension has no solution.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from iamtutor.reason.terms import Atom, Literal, Side, Term
from iamtutor.reason.theory import Theory

Clause = frozenset[Literal]
"""Literals of which one is to hold."""
Terms = frozenset[Term]


class Case(NamedTuple):
    """What is assumed so far, and the clauses that this leaves open."""

    theory: Theory
    assumed: dict[Atom, bool]
    clauses: tuple[Clause, ...]

    def with_(self, literals: Iterable[Literal], clauses: Iterable[Clause] = ()) -> Case | None:
        """The case with more assumed; None where that cannot be."""
        theory = self.theory
        theory.budget.spend()
        assumed = dict(self.assumed)
        pending = list(literals)
        open_clauses: list[Clause] = [*self.clauses, *clauses]
        while True:
            while pending:
                literal = pending.pop()
                known = _truth(literal.atom, assumed, theory)
                if known is None:
                    assumed[literal.atom] = literal.wanted
                    if not theory.possible(literal, assumed):
                        return None
                elif known is not literal.wanted:
                    return None
            left: list[Clause] = []
            for clause in open_clauses:
                open_ = _open_literals(clause, assumed, theory)
                if open_ is None:
                    continue
                if not open_:
                    return None
                if len(open_) == 1:
                    pending.append(open_[0])
                else:
                    left.append(clause if len(open_) == len(clause) else frozenset(open_))
            open_clauses = left
            if not pending:
                return Case(theory, assumed, tuple(open_clauses))

    def solved(self) -> dict[Atom, bool] | None:
        """An assignment that satisfies every clause, or None."""
        if not self.clauses:
            return self.assumed
        before: list[Literal] = []
        for literal in sorted(self._shortest_clause(), key=_name):
            case = self.with_([literal, *before])
            found = None if case is None else case.solved()
            if found is not None:
                return found
            before.append(literal.opposite)
        return None

    def _shortest_clause(self) -> Clause:
        return min(self.clauses, key=lambda clause: len(clause))


def allowed_by_first_only(first: Side, second: Side, theory: Theory) -> dict[Atom, bool] | None:
    """Atoms, true or false, under which `first` allows and `second` does not; None where there are none."""
    if first.settled is False or second.settled is True or first == second:
        return None
    denied = Case(theory, {}, ()).with_((), [_refuted(term) for term in first.denies])
    if denied is None:
        return None
    failures = tuple(_ways_to_fail(second))
    for allowed in _allowing(first, denied):
        for literals, clauses in failures:
            case = allowed.with_(literals, clauses)
            found = None if case is None else case.solved()
            if found is not None:
                # Asked last: where resources are spoken of it follows, and a kind of action far from them costs nothing.
                return None if theory.resource(found) is None else found
    return None


def _allowing(side: Side, case: Case) -> Iterator[Case]:
    """The cases in which a side's grants and filters let the request through."""
    if side.settled is True:
        yield case
        return
    for grant in sorted(side.grants, key=len):
        yield from _meeting(sorted((simplest(terms) for terms in (*grant, *side.filters)), key=len), case)


def _meeting(needs: Sequence[Terms], case: Case) -> Iterator[Case]:
    """The cases in which of each need some statement matches."""
    if not needs:
        yield case
        return
    for term in sorted(needs[0], key=_weight):
        narrower = case.with_(term)
        if narrower is not None:
            yield from _meeting(needs[1:], narrower)


def _ways_to_fail(side: Side) -> Iterator[tuple[Term, tuple[Clause, ...]]]:
    """Every way in which a side does not allow: literals that must hold, and clauses."""
    if side.settled is False:
        yield frozenset(), ()
        return
    for needs in product(*(sorted((simplest(need) for need in grant), key=len) for grant in side.grants)):
        unmet = frozenset().union(*needs)
        if frozenset() not in unmet:
            yield frozenset(), tuple(_refuted(term) for term in unmet)
    for level in side.filters:
        if frozenset() not in level:
            yield frozenset(), tuple(_refuted(term) for term in simplest(level))
    for term in sorted(simplest(side.denies), key=_weight):
        yield term, ()


def simplest(terms: Terms) -> Terms:
    """Without the terms that ask for all that another asks for, and more."""
    if len(terms) < 2:
        return terms
    return frozenset(term for term in terms if not any(other < term for other in terms))


def _refuted(term: Term) -> Clause:
    return frozenset(literal.opposite for literal in term)


def _truth(atom: Atom, assumed: dict[Atom, bool], theory: Theory) -> bool | None:
    known = assumed.get(atom)
    return theory.constant(atom) if known is None else known


def _open_literals(clause: Clause, assumed: dict[Atom, bool], theory: Theory) -> list[Literal] | None:
    """The literals that are not settled; None where one of them holds already."""
    open_: list[Literal] = []
    for literal in clause:
        known = _truth(literal.atom, assumed, theory)
        if known is literal.wanted:
            return None
        if known is None:
            open_.append(literal)
    return open_


def _weight(term: Term) -> tuple[int, list[str]]:
    return len(term), sorted(_name(literal) for literal in term)


def _name(literal: Literal) -> str:
    """A name to put literals in an order that does not hang on chance."""
    return f"{literal.atom.name}{'' if literal.wanted else '!'}"
