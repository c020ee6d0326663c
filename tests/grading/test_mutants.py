"""What is almost right fails: a mutant of a solution passes exactly if no request of the universe tells it apart.

The judge decides by enumeration through `access`; the grader is what is under test.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.conftest import EVERYTHING
from tests.grading.mutants import double_mutants, mutants
from tests.grading.trial import PROVES, Tally, bench, graded_exercises

SAMPLE, DOUBLES = (None, 40) if EVERYTHING else (20, 4)


@pytest.mark.parametrize("name", graded_exercises())
def test_what_is_almost_right_fails(
    name: str, random_seed: int, record_property: Callable[[str, object], None]
) -> None:
    on, random = bench(name), Random(f"{random_seed}/{name}")
    single = list(mutants(on.exercise, on.around))
    chosen = single if SAMPLE is None else random.sample(single, min(SAMPLE, len(single)))
    doubles = double_mutants(on.exercise, on.around, random, DOUBLES)
    tally = Tally(name).add(on.tried(mutant) for mutant in (*chosen, *doubles))
    record_property("grading", tally.report())
    assert tally.wronged == []
    if PROVES:
        assert tally.survivors == []
