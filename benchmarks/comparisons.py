"""Comparing policies: pairs as learners write them, the largest AWS managed policies, and pairs made to be hard.

Each pair is compared both ways, once; what is remembered from pairs before is kept, as it is in a session. Processor
time is counted, so that other work on the machine is left out.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TypeVar

from benchmarks.policy_pairs import Pair, adversarial_pairs, exercise_pairs
from iamtutor.catalog import Catalog, CatalogError
from iamtutor.policy import PolicyDocument, PolicyKind, read_value
from iamtutor.policy.writing import compact
from iamtutor.reason import Actions, Relation, actions_of, compare, granted, least_privilege_of, measure

IDENTITY = PolicyKind.IDENTITY
LARGEST = 25
Item = TypeVar("Item")


def main() -> None:
    """Print milliseconds: median, p99 and the longest, and how the pairs came out."""
    catalog = Catalog.installed(os.environ)
    actions = actions_of(catalog)
    _exercises(actions)
    _managed(catalog, actions)
    _hard(actions)


def _exercises(actions: Actions) -> None:
    pairs = exercise_pairs()
    compare(*pairs[0], IDENTITY, actions)  # the first builds what hangs on the catalogue alone
    outcomes: Counter[str] = Counter()

    def both(pair: Pair) -> None:
        outcomes[compare(*pair, IDENTITY, actions).relation.value] += 1

    _line(f"{len(pairs)} pairs of an exercise's size", _each(pairs, both))
    print(f"    {', '.join(f'{name} {count}' for name, count in sorted(outcomes.items()))}")
    _line("    once more, with all remembered", _each(pairs, both))
    _line(
        "    least-privilege score",
        _each(pairs, lambda pair: least_privilege_of(*pair, IDENTITY, actions, equal=False)),
    )
    _line("    actions granted", _each([pair[0] for pair in pairs], lambda each: granted(each, IDENTITY, actions)))


def _managed(catalog: Catalog, actions: Actions) -> None:
    try:
        policies = catalog.managed
    except CatalogError:
        print("without AWS managed policies: the extra `managed` is not installed")
        return
    documents = {name: _read(policies.policy(name).document) for name in policies.names}
    largest = sorted(documents, key=lambda name: -len(compact(documents[name])))[:LARGEST]
    names = dict.fromkeys((*largest, "ReadOnlyAccess", "SecurityAudit"))
    pairs = list(combinations((documents[name] for name in names), 2))
    outcomes: Counter[Relation] = Counter()

    def both(pair: Pair) -> None:
        outcomes[compare(*pair, IDENTITY, actions).relation] += 1

    _line(f"{len(pairs)} pairs of the {LARGEST} largest AWS managed policies", _each(pairs, both))
    print(f"    not decided: {outcomes[Relation.UNKNOWN]}")
    _line("    measured", _each([documents[name] for name in names], lambda each: measure(each, IDENTITY, actions)))


def _hard(actions: Actions) -> None:
    for name, pair in adversarial_pairs().items():
        start = time.process_time()
        comparison = compare(*pair, IDENTITY, actions)
        milliseconds = (time.process_time() - start) * 1000
        reason = comparison.only_first.unknown or comparison.only_second.unknown
        open_ = f" ({reason.value})" if comparison.relation is Relation.UNKNOWN and reason is not None else ""
        print(f"{f'made to be hard: {name}':52} {milliseconds:9.1f} ms  {comparison.relation.value}{open_}")


def _read(document: object) -> PolicyDocument:
    found = read_value(document).document
    assert found is not None
    return found


def _each(items: Iterable[Item], do: Callable[[Item], object]) -> list[float]:
    figures: list[float] = []
    for item in items:
        start = time.process_time()
        do(item)
        figures.append((time.process_time() - start) * 1000)
    return sorted(figures)


def _line(what: str, figures: list[float]) -> None:
    middle, high = figures[len(figures) // 2], figures[int(len(figures) * 0.99)]
    print(f"{what:52} {middle:9.2f} ms  p99 {high:9.2f}  max {figures[-1]:9.2f}")
