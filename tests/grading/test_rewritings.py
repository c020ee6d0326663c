"""What is right passes, however it is written: only a declared rule may object."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

import pytest

from tests.conftest import EVERYTHING
from tests.grading.rewritings import rewritings
from tests.grading.trial import Tally, bench, graded_exercises

SAMPLE = None if EVERYTHING else 12


@pytest.mark.parametrize("name", graded_exercises())
def test_what_is_right_passes_however_it_is_written(
    name: str, random_seed: int, record_property: Callable[[str, object], None]
) -> None:
    on, random = bench(name), Random(f"{random_seed}/{name}")
    every = list(rewritings(on.exercise, on.around, random))
    chosen = every if SAMPLE is None else random.sample(every, min(SAMPLE, len(every)))
    for mutant in chosen:
        assert on.attempt(mutant).unreadable == (), mutant.name
    trials = [on.tried(mutant) for mutant in chosen]
    assert [str(trial) for trial in trials if trial is not None and trial.found is not None] == []
    tally = Tally(name).add(trials)
    record_property("grading", tally.report())
    assert tally.wronged == []
