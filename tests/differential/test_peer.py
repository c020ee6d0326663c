"""Every difference from the peer is explained by a rule that names AWS's documentation.

A rule rewrites the case without changing its meaning; our decision must stay, and the peer must then agree. Each run
tries new cases; their seed stands in the case's id and in the summary.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from iamtutor.access.wire import decide_row
from tests.conftest import EVERYTHING
from tests.differential import peer
from tests.differential.explained import RULES, rewritten
from tests.differential.generate import case

Json = Any
CHUNK = 2_000
CHUNKS = 25 if EVERYTHING else 1
MISSING = peer.why_missing()


@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_agrees_with_the_peer(chunk: int, random_seed: int, record_property: Callable[[str, object], None]) -> None:
    cases = [case(chunk * CHUNK + number, random_seed) for number in range(CHUNK)]
    ours = [decide_row(each) for each in cases]
    theirs = peer.decide(cases)
    differing = [(each, row) for each, row, other in zip(cases, ours, theirs, strict=True) if row["decision"] != other]
    explained = explanations(differing)
    for each, _ in differing:
        assert each["id"] in explained, f"unexplained: {each}"
    counts = Counter(explained.values()) + Counter(agreed=len(cases) - len(differing))
    record_property("differential", dict(counts))


def explanations(differing: list[tuple[Json, Json]]) -> dict[str, str]:
    """For each case that a rule explains, the rule; "several" where only all rules together do."""
    attempts: list[tuple[str, str, Json]] = []
    decisions: dict[str, str] = {}
    for original, row in differing:
        decisions[original["id"]] = row["decision"]
        together = original
        for rule in RULES:
            alone = rewritten(rule, original, row["decision"], row["layer"])
            if alone is not None:
                attempts.append((rule.name, original["id"], kept(alone, row, rule.name)))
            more = rewritten(rule, together, row["decision"], row["layer"])
            together = together if more is None else kept(more, row, rule.name)
        attempts.append(("several", original["id"], together))
    answers = peer.decide([attempt for _, _, attempt in attempts]) if attempts else []
    found: dict[str, str] = {}
    for (name, identifier, _), answer in zip(attempts, answers, strict=True):
        if answer == decisions[identifier]:
            found.setdefault(identifier, name)
    return found


def kept(changed: Json, row: Json, rule: str) -> Json:
    """The rewritten case, once our own decision on it is known to be the same."""
    assert decide_row(changed)["decision"] == row["decision"], f"rule {rule} changes the meaning of {changed}"
    return changed
